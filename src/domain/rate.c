/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/rate.h"

#include "base/messages.h"

static const struct field rate_fields[] = {
	{ RECORD_FIELD(rate, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 3, .refers = "currency" },
	{ RECORD_FIELD(rate, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(rate, num), .label = NC_("field", "Numerator"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(rate, den), .label = NC_("field", "Denominator"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 6 },
	{ RECORD_FIELD(rate, source), .label = NC_("field", "Source"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(rate, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type rate_type = {
	.key = "rate",
	.label = N_("Rate"),
	.plural = N_("Rates"),
	.size = sizeof(struct rate),
	.fields = rate_fields,
};
