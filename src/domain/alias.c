/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/alias.h"

#include "base/messages.h"
#include "domain/language_choice.h"

static const struct field alias_fields[] = {
	{ RECORD_FIELD(alias, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(alias, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER | FIELD_CARRIED,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(alias, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(alias, alias), .label = NC_("field", "Other name"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 30 },
	{ RECORD_FIELD(alias, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type alias_type = {
	.key = "alias",
	.label = N_("Other name"),
	.plural = N_("Other names"),
	.size = sizeof(struct alias),
	.fields = alias_fields,
	.check = NULL,
};
