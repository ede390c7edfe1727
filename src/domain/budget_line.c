/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/budget_line.h"

#include "base/messages.h"

static const struct field budget_line_fields[] = {
	{ RECORD_FIELD(budget_line, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(budget_line, version), .label = NC_("field", "Version"), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(budget_line, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6, .refers = "account" },
	{ RECORD_FIELD(budget_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(budget_line, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type budget_line_type = {
	.key = "budget_line",
	.label = N_("Budget line"),
	.plural = N_("Budget lines"),
	.size = sizeof(struct budget_line),
	.fields = budget_line_fields,
};
