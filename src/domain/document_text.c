/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/document_text.h"

#include "base/messages.h"
#include "domain/language_choice.h"

static const struct choice states[] = {
	{ "missing", NC_("text", "missing") },
	{ "draft", NC_("text", "draft") },
	{ "translated", NC_("text", "translated") },
	{ "checked", NC_("text", "checked") },
	{ "authentic", NC_("text", "authentic") },
	{ 0 }
};

static const struct field document_text_fields[] = {
	{ RECORD_FIELD(document_text, document), .label = NC_("field", "Document"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 14, .refers = "document" },
	{ RECORD_FIELD(document_text, language), .label = NC_("field", "Language"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(document_text, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36 },
	{ RECORD_FIELD(document_text, text), .label = NC_("field", "Text"), .kind = FIELD_LONG,
	  .width = 60 },
	{ RECORD_FIELD(document_text, state), .label = NC_("field", "State"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = states },
	{ RECORD_FIELD(document_text, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type document_text_type = {
	.key = "document_text",
	.label = N_("Parallel text"),
	.plural = N_("Parallel texts"),
	.size = sizeof(struct document_text),
	.fields = document_text_fields,
};
