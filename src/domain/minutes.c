/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/minutes.h"

#include "base/messages.h"
#include "domain/language_choice.h"

static const struct field minutes_fields[] = {
	{ RECORD_FIELD(minutes, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(minutes, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(minutes, text), .label = NC_("field", "Text"), .kind = FIELD_LONG,
	  .width = 60, .most = 60000 },
	{ RECORD_FIELD(minutes, adopted), .label = NC_("field", "Adopted"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_FIXED,
	  .width = 10 },
	{ RECORD_FIELD(minutes, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type minutes_type = {
	.key = "minutes",
	.label = N_("Minutes"),
	.plural = N_("Minutes"),
	.size = sizeof(struct minutes),
	.fields = minutes_fields,
};
