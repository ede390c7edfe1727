/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/receipt.h"

#include "base/messages.h"

static const struct field receipt_fields[] = {
	{ RECORD_FIELD(receipt, number), .label = NC_("field", "Number"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(receipt, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(receipt, mark), .label = NC_("field", "Mark"), .kind = FIELD_TEXT,
	  .width = 4 },
	{ RECORD_FIELD(receipt, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(receipt, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(receipt, value), .label = NC_("field", "Value"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(receipt, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(receipt, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6, .refers = "account" },
	{ RECORD_FIELD(receipt, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(receipt, method), .label = NC_("field", "Method"), .kind = FIELD_TEXT,
	  .width = 12 },
	{ RECORD_FIELD(receipt, reference), .label = NC_("field", "Reference"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 16 },
	{ RECORD_FIELD(receipt, payer), .label = NC_("field", "Payer"), .kind = FIELD_TEXT,
	  .width = 30 },
	{ RECORD_FIELD(receipt, batch), .label = NC_("field", "Batch"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "batch" },
	{ RECORD_FIELD(receipt, statement), .label = NC_("field", "Statement"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26 },
	{ RECORD_FIELD(receipt, line), .label = NC_("field", "Line"), .kind = FIELD_NUMBER,
	  .width = 4 },
	{ RECORD_FIELD(receipt, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 11, .refers = "entry" },
	{ 0 }
};

const struct record_type receipt_type = {
	.key = "receipt",
	.label = N_("Receipt"),
	.plural = N_("Receipts"),
	.size = sizeof(struct receipt),
	.fields = receipt_fields,
};
