/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/payer.h"

#include "base/messages.h"

static const struct field payer_fields[] = {
	{ RECORD_FIELD(payer, receipt), .label = NC_("field", "Receipt"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14, .refers = "receipt" },
	{ RECORD_FIELD(payer, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(payer, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(payer, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 11, .refers = "entry" },
	{ 0 }
};

const struct record_type payer_type = {
	.key = "payer",
	.label = N_("Payer"),
	.plural = N_("Payers"),
	.size = sizeof(struct payer),
	.fields = payer_fields,
};
