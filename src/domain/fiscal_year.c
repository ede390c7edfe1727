/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/fiscal_year.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/period.h"

static const struct choice states[] = {
	{ "open", NC_("year", "open") },
	{ "closed", NC_("year", "closed") },
	{ "audited", NC_("year", "audited") },
	{ 0 }
};

static bool
fiscal_year_check(void *record, struct err *err)
{
	const struct fiscal_year *fiscal_year = record;

	return period_check(fiscal_year->since, fiscal_year->until, err);
}

static const struct field fiscal_year_fields[] = {
	{ RECORD_FIELD(fiscal_year, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(fiscal_year, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .group = "period" },
	{ RECORD_FIELD(fiscal_year, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .group = "period" },
	{ RECORD_FIELD(fiscal_year, state), .label = NC_("field", "State"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 8, .choices = states },
	{ RECORD_FIELD(fiscal_year, closed), .label = NC_("field", "Closed"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(fiscal_year, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type fiscal_year_type = {
	.key = "fiscal_year",
	.label = N_("Fiscal year"),
	.plural = N_("Fiscal years"),
	.size = sizeof(struct fiscal_year),
	.fields = fiscal_year_fields,
	.check = fiscal_year_check,
};
