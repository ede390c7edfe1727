/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/project.h"

#include "base/messages.h"

static const struct choice states[] = {
	{ "proposed", NC_("project", "proposed") },
	{ "approved", NC_("project", "approved") },
	{ "running", NC_("project", "running") },
	{ "finished", NC_("project", "finished") },
	{ "dropped", NC_("project", "dropped") },
	{ 0 }
};

static const struct field project_fields[] = {
	{ RECORD_FIELD(project, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(project, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(project, title_en), .label = NC_("field", "Title en"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(project, title_zh), .label = NC_("field", "Title zh"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "zh" },
	{ RECORD_FIELD(project, title_ja), .label = NC_("field", "Title ja"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ja" },
	{ RECORD_FIELD(project, title_ko), .label = NC_("field", "Title ko"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ko" },
	{ RECORD_FIELD(project, title_ru), .label = NC_("field", "Title ru"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "ru" },
	{ RECORD_FIELD(project, title_mn), .label = NC_("field", "Title mn"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 36, .language = "mn" },
	{ RECORD_FIELD(project, proposer), .label = NC_("field", "Proposed by"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(project, year), .label = NC_("field", "Year"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(project, lead), .label = NC_("field", "Led by"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(project, state), .label = NC_("field", "State"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 9, .choices = states },
	{ RECORD_FIELD(project, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT,
	  .width = 8, .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(project, result), .label = NC_("field", "Result"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(project, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type project_type = {
	.key = "project",
	.label = N_("Project"),
	.plural = N_("Projects"),
	.size = sizeof(struct project),
	.fields = project_fields,
};
