/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/budget.h"

#include "base/messages.h"

static const struct field budget_fields[] = {
	{ RECORD_FIELD(budget, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(budget, version), .label = NC_("field", "Version"), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(budget, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 8, .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(budget, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type budget_type = {
	.key = "budget",
	.label = N_("Budget"),
	.plural = N_("Budgets"),
	.size = sizeof(struct budget),
	.fields = budget_fields,
};
