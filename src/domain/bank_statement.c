/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bank_statement.h"

#include "base/messages.h"

static const struct field bank_statement_fields[] = {
	{ RECORD_FIELD(bank_statement, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(bank_statement, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6, .refers = "account" },
	{ RECORD_FIELD(bank_statement, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(bank_statement, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(bank_statement, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(bank_statement, opening), .label = NC_("field", "Opening"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(bank_statement, closing), .label = NC_("field", "Closing"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(bank_statement, reconciled), .label = NC_("field", "Reconciled"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(bank_statement, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type bank_statement_type = {
	.key = "bank_statement",
	.label = N_("Bank statement"),
	.plural = N_("Bank statements"),
	.size = sizeof(struct bank_statement),
	.fields = bank_statement_fields,
};
