/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/document.h"

#include "base/messages.h"
#include "domain/language_choice.h"

static const struct choice kinds[] = {
	{ "declaration", NC_("document", "declaration") },
	{ "charter", NC_("document", "Charter version") },
	{ "agreed", NC_("document", "agreed text") },
	{ 0 }
};

static const struct field document_fields[] = {
	{ RECORD_FIELD(document, key), .label = NC_("field", "Key"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 14, .hint = N_("Capital letters, digits and hyphens: CHARTER-1998.") },
	{ RECORD_FIELD(document, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 11, .choices = kinds },
	{ RECORD_FIELD(document, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(document, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 8, .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(document, original), .label = NC_("field", "Original"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(document, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type document_type = {
	.key = "document",
	.label = N_("Document"),
	.plural = N_("Documents"),
	.size = sizeof(struct document),
	.fields = document_fields,
};
