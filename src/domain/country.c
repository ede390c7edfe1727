/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/country.h"

#include "base/messages.h"
#include "domain/language_choice.h"

static const struct field country_fields[] = {
	{ RECORD_FIELD(country, code), .label = NC_("field", "Code"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 4 },
	{ RECORD_FIELD(country, rank_web), .label = NC_("field", "Rank"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(country, rank_charter), .label = NC_("field", "Charter rank"), .kind = FIELD_NUMBER,
	  .width = 4 },
	{ RECORD_FIELD(country, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(country, announced), .label = NC_("field", "Announced members"), .kind = FIELD_NUMBER,
	  .width = 4 },
	{ RECORD_FIELD(country, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(country, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT,
	  .width = 22, .language = "zh" },
	{ RECORD_FIELD(country, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ja" },
	{ RECORD_FIELD(country, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT,
	  .width = 22, .language = "ko" },
	{ RECORD_FIELD(country, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT,
	  .width = 35, .language = "ru" },
	{ RECORD_FIELD(country, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT,
	  .width = 37, .language = "mn" },
	{ 0 }
};

const struct record_type country_type = {
	.key = "country",
	.label = N_("Country"),
	.plural = N_("Countries"),
	.size = sizeof(struct country),
	.fields = country_fields,
	.check = NULL,
};
