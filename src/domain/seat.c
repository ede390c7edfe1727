/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/seat.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"

const struct choice seat_roles[] = {
	{ "chair", NC_("seat", "chair") },
	{ "vice-chair", NC_("seat", "vice-chair") },
	{ "host", NC_("seat", "host") },
	{ "coordinator", NC_("seat", "coordinator") },
	{ "co-coordinator", NC_("seat", "co-coordinator") },
	{ "member", NC_("seat", "member") },
	{ "auditor", NC_("seat", "auditor") },
	{ 0 }
};

static bool
seat_check(void *record, struct err *err)
{
	struct seat *seat = record;

	if (seat->no == 0)
		seat->no = 1;
	return period_check(seat->since, seat->until, err);
}

static const struct field seat_fields[] = {
	{ RECORD_FIELD(seat, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(seat, role), .label = NC_("field", "Seat"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14, .choices = seat_roles },
	{ RECORD_FIELD(seat, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(seat, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(seat, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(seat, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "rests-on", .group = "period", .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(seat, ended), .label = NC_("field", "Ended by"), .kind = FIELD_TEXT,
	  .width = 20, .group = "period", .hint = N_("Why or by which decision it ended: GA-6, withdrew.") },
	{ RECORD_FIELD(seat, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type seat_type = {
	.key = "seat",
	.label = N_("Seat"),
	.plural = N_("Seats"),
	.size = sizeof(struct seat),
	.fields = seat_fields,
	.check = seat_check,
};
