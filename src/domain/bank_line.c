/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bank_line.h"

#include "base/messages.h"

static const struct field bank_line_fields[] = {
	{ RECORD_FIELD(bank_line, statement), .label = NC_("field", "Statement"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "bank_statement" },
	{ RECORD_FIELD(bank_line, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(bank_line, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(bank_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(bank_line, payer), .label = NC_("field", "Payer"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 30 },
	{ RECORD_FIELD(bank_line, reference), .label = NC_("field", "Reference"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(bank_line, same_as), .label = NC_("field", "Same as"), .kind = FIELD_TEXT,
	  .width = 30 },
	{ RECORD_FIELD(bank_line, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 11, .refers = "entry" },
	{ RECORD_FIELD(bank_line, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type bank_line_type = {
	.key = "bank_line",
	.label = N_("Bank line"),
	.plural = N_("Bank lines"),
	.size = sizeof(struct bank_line),
	.fields = bank_line_fields,
};
