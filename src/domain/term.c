/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/term.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/seat.h"

static bool
term_check(void *record, struct err *err)
{
	struct term *term = record;

	if (term->no == 0)
		term->no = 1;
	return period_check(term->since, term->until, err);
}

static const struct field term_fields[] = {
	{ RECORD_FIELD(term, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(term, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(term, role), .label = NC_("field", "Seat"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14, .choices = seat_roles },
	{ RECORD_FIELD(term, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(term, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(term, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(term, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(term, until_meeting), .label = NC_("field", "Until meeting"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER,
	  .width = 8, .group = "period", .hint = N_("The session whose closing ends the term: GA-9. Empty: none.") },
	{ RECORD_FIELD(term, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "rests-on", .group = "period", .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(term, ended), .label = NC_("field", "Ended by"), .kind = FIELD_TEXT,
	  .width = 20, .group = "period", .hint = N_("Why or by which decision it ended: GA-6, withdrew.") },
	{ RECORD_FIELD(term, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type term_type = {
	.key = "term",
	.label = N_("Term"),
	.plural = N_("Terms"),
	.size = sizeof(struct term),
	.fields = term_fields,
	.check = term_check,
};

static bool
end_with(struct session *session, struct term *term, const char *day, struct err *err)
{
	mem_replace(&term->until, day);
	if (term->ended == NULL || term->ended[0] == '\0')
		mem_replace(&term->ended, term->until_meeting);
	return row_update_in_set(session, &term_type, term, err);
}

bool
term_end_with_meeting_in_set(struct session *session, const char *meeting, const char *day,
    struct err *err)
{
	struct row_list terms = { 0 };
	bool ok = row_list(session, &term_type, "until_meeting", meeting, NULL, &terms, err);

	for (size_t i = 0; ok && i < terms.count; i++) {
		struct term *term = row_at(&terms, i);

		if (term->until == NULL)
			ok = end_with(session, term, day, err);
	}
	row_list_done(&terms);
	return ok;
}
