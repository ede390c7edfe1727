/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/officer.h"

#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/session.h"

static bool
officer_check(void *record, struct err *err)
{
	const struct officer *officer = record;

	return period_check(officer->since, officer->until, err);
}

static const struct field officer_fields[] = {
	{ RECORD_FIELD(officer, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(officer, term), .label = NC_("field", "Term"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "term" },
	{ RECORD_FIELD(officer, person), .label = NC_("field", "Person"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "person" },
	{ RECORD_FIELD(officer, acting), .label = NC_("field", "Acting"), .kind = FIELD_FLAG, .flags = FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(officer, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(officer, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(officer, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type officer_type = {
	.key = "officer",
	.label = N_("Person in office"),
	.plural = N_("Persons in office"),
	.size = sizeof(struct officer),
	.fields = officer_fields,
	.check = officer_check,
};

/* Of the same sort only: who acts does not end the office of the one she acts for. */
static bool
end_before(struct session *session, const struct officer *next, struct err *err)
{
	struct row_list officers = { 0 };
	bool ok = row_list(session, &officer_type, "term", next->term, NULL, &officers, err);

	for (size_t i = 0; ok && i < officers.count; i++) {
		struct officer *old = row_at(&officers, i);

		if (old->acting != next->acting || strcmp(old->since, next->since) >= 0 ||
		    (old->until != NULL && strcmp(old->until, next->since) <= 0))
			continue;
		mem_replace(&old->until, next->since);
		ok = row_update_in_set(session, &officer_type, old, err);
	}
	row_list_done(&officers);
	return ok;
}

bool
officer_begin(struct session *session, struct officer *officer, int64_t *ret_number,
    struct err *err)
{
	if (officer->since == NULL)
		officer->since = mem_strdup("");
	return session_begin(session, "new officer", NULL, err) &&
	    session_finish(session, record_check(&officer_type, officer, err) &&
		end_before(session, officer, err) &&
		row_insert_in_set(session, &officer_type, officer, err), ret_number, err);
}
