/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/holding.h"

#include "base/messages.h"
#include "domain/period.h"

static bool
holding_check(void *record, struct err *err)
{
	const struct holding *holding = record;

	return period_check(holding->since, holding->until, err);
}

static const struct field holding_fields[] = {
	{ RECORD_FIELD(holding, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(holding, post), .label = NC_("field", "Post"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "post" },
	{ RECORD_FIELD(holding, person), .label = NC_("field", "Person"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "person" },
	{ RECORD_FIELD(holding, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(holding, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(holding, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type holding_type = {
	.key = "holding",
	.label = N_("Holding of a post"),
	.plural = N_("Holdings of posts"),
	.size = sizeof(struct holding),
	.fields = holding_fields,
	.check = holding_check,
};
