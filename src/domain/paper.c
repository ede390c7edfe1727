/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/paper.h"

#include "base/messages.h"

static const struct choice paper_states[] = {
	{ "missing", NC_("paper", "missing") },
	{ "awaited", NC_("paper", "awaited") },
	{ "draft", NC_("paper", "draft") },
	{ "ready", NC_("paper", "ready") },
	{ 0 }
};

static const struct choice paper_kinds[] = {
	{ "accounts", NC_("paper", "accounts") },
	{ "report", NC_("paper", "report") },
	{ 0 }
};

static const struct field paper_fields[] = {
	{ RECORD_FIELD(paper, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(paper, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(paper, item), .label = NC_("field", "Item"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(paper, number), .label = NC_("field", "Number"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 8 },
	{ RECORD_FIELD(paper, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .width = 8, .choices = paper_kinds, .hint = N_("accounts have a last day of their own. Empty: any other paper.") },
	{ RECORD_FIELD(paper, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 36 },
	{ RECORD_FIELD(paper, location), .label = NC_("field", "Where it is"), .kind = FIELD_TEXT,
	  .width = 40 },
	{ RECORD_FIELD(paper, received), .label = NC_("field", "Received"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .hint = N_("The day it happened: 2010-10-28. Empty: not yet.") },
	{ RECORD_FIELD(paper, state_en), .label = NC_("field", "State en"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 8, .choices = paper_states },
	{ RECORD_FIELD(paper, state_zh), .label = NC_("field", "State zh"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 8, .choices = paper_states },
	{ RECORD_FIELD(paper, state_ja), .label = NC_("field", "State ja"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 8, .choices = paper_states },
	{ RECORD_FIELD(paper, state_ko), .label = NC_("field", "State ko"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 8, .choices = paper_states },
	{ RECORD_FIELD(paper, state_ru), .label = NC_("field", "State ru"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 8, .choices = paper_states },
	{ RECORD_FIELD(paper, state_mn), .label = NC_("field", "State mn"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 8, .choices = paper_states },
	{ RECORD_FIELD(paper, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type paper_type = {
	.key = "paper",
	.label = N_("Paper"),
	.plural = N_("Papers"),
	.size = sizeof(struct paper),
	.fields = paper_fields,
};
