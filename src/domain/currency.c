/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/currency.h"

#include "base/messages.h"

static const struct field currency_fields[] = {
	{ RECORD_FIELD(currency, code), .label = NC_("field", "Code"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 3 },
	{ RECORD_FIELD(currency, digits), .label = NC_("field", "Digits"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 2 },
	{ RECORD_FIELD(currency, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20, .language = "en" },
	{ RECORD_FIELD(currency, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20, .language = "zh" },
	{ RECORD_FIELD(currency, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20, .language = "ja" },
	{ RECORD_FIELD(currency, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20, .language = "ko" },
	{ RECORD_FIELD(currency, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20, .language = "ru" },
	{ RECORD_FIELD(currency, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 20, .language = "mn" },
	{ RECORD_FIELD(currency, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type currency_type = {
	.key = "currency",
	.label = N_("Currency"),
	.plural = N_("Currencies"),
	.size = sizeof(struct currency),
	.fields = currency_fields,
};
