/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/credit_note.h"

#include "base/messages.h"

static const struct choice kinds[] = {
	{ "credit", NC_("credit note", "credit") },
	{ "waiver", NC_("credit note", "waiver") },
	{ "write-off", NC_("credit note", "write-off") },
	{ 0 }
};

static const struct field credit_note_fields[] = {
	{ RECORD_FIELD(credit_note, number), .label = NC_("field", "Number"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(credit_note, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(credit_note, mark), .label = NC_("field", "Mark"), .kind = FIELD_TEXT,
	  .width = 4 },
	{ RECORD_FIELD(credit_note, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(credit_note, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(credit_note, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = kinds },
	{ RECORD_FIELD(credit_note, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 26, .refers = "invoice" },
	{ RECORD_FIELD(credit_note, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(credit_note, base), .label = NC_("field", "Base"), .kind = FIELD_NUMBER,
	  .width = 14 },
	{ RECORD_FIELD(credit_note, reason), .label = NC_("field", "Reason"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 40 },
	{ RECORD_FIELD(credit_note, approved), .label = NC_("field", "Approved by"), .kind = FIELD_TEXT,
	  .width = 16, .hint = N_("The decision, GA-8/1, or the second person who agreed.") },
	{ RECORD_FIELD(credit_note, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 11, .refers = "entry" },
	{ 0 }
};

const struct record_type credit_note_type = {
	.key = "credit_note",
	.label = N_("Credit note"),
	.plural = N_("Credit notes"),
	.size = sizeof(struct credit_note),
	.fields = credit_note_fields,
};
