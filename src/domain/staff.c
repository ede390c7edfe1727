/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/staff.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"

static const struct choice kinds[] = {
	{ "dispatched", NC_("staff kind", "dispatched official") },
	{ "specialist", NC_("staff kind", "country specialist") },
	{ "hired", NC_("staff kind", "hired") },
	{ 0 }
};

static bool
staff_check(void *record, struct err *err)
{
	const struct staff *staff = record;

	return period_check(staff->since, staff->until, err);
}

static const struct field staff_fields[] = {
	{ RECORD_FIELD(staff, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(staff, person), .label = NC_("field", "Person"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "person" },
	{ RECORD_FIELD(staff, body), .label = NC_("field", "Division"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(staff, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 12, .choices = kinds },
	{ RECORD_FIELD(staff, government), .label = NC_("field", "Sent by"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(staff, login), .label = NC_("field", "User"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 12, .hint = N_("The name the person logs in with; HOM shows her own portfolio by it.") },
	{ RECORD_FIELD(staff, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(staff, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(staff, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type staff_type = {
	.key = "staff",
	.label = N_("Staff"),
	.plural = N_("Staff"),
	.size = sizeof(struct staff),
	.fields = staff_fields,
	.check = staff_check,
};
