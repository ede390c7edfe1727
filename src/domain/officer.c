/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/officer.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"

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
