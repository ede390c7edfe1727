/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/government_status.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"

const struct choice statuses[] = {
	{ "applicant", NC_("status", "applicant") },
	{ "observer", NC_("status", "observer") },
	{ "associate", NC_("status", "associate") },
	{ "member", NC_("status", "member") },
	{ "suspended", NC_("status", "suspended") },
	{ "withdrawn", NC_("status", "withdrawn") },
	{ "expelled", NC_("status", "expelled") },
	{ 0 }
};

static bool
government_status_check(void *record, struct err *err)
{
	const struct government_status *status = record;

	return period_check(status->since, status->until, err);
}

static const struct field government_status_fields[] = {
	{ RECORD_FIELD(government_status, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(government_status, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER | FIELD_CARRIED,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(government_status, status), .label = NC_("field", "Status"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = statuses, .group = "period" },
	{ RECORD_FIELD(government_status, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(government_status, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(government_status, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "rests-on", .group = "period", .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(government_status, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(government_status, voided), .label = NC_("field", "Voided"), .kind = FIELD_TEXT, .flags = FIELD_NULLABLE,
	  .width = 30, .group = "period", .hint = N_("Why this period was entered in error. Empty: it stands.") },
	{ 0 }
};

const struct record_type government_status_type = {
	.key = "government_status",
	.label = N_("Status"),
	.plural = N_("Statuses"),
	.size = sizeof(struct government_status),
	.fields = government_status_fields,
	.check = government_status_check,
};
