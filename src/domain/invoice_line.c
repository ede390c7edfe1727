/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/invoice_line.h"

#include "base/messages.h"

static const struct field invoice_line_fields[] = {
	{ RECORD_FIELD(invoice_line, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "invoice" },
	{ RECORD_FIELD(invoice_line, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(invoice_line, words), .label = NC_("field", "Words"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 40 },
	{ RECORD_FIELD(invoice_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ 0 }
};

const struct record_type invoice_line_type = {
	.key = "invoice_line",
	.label = N_("Invoice line"),
	.plural = N_("Invoice lines"),
	.size = sizeof(struct invoice_line),
	.fields = invoice_line_fields,
};
