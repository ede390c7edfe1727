/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/project.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/member.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice states[] = {
	{ "proposed", NC_("project", "proposed") },
	{ "approved", NC_("project", "approved") },
	{ "running", NC_("project", "running") },
	{ "finished", NC_("project", "finished") },
	{ "dropped", NC_("project", "dropped") },
	{ 0 }
};

static bool
is_empty(const char *text)
{
	return text == NULL || text[0] == '\0';
}

static bool
refuse(struct err *err, const char *field, const char *sentence)
{
	err_set(err, ERR_RULE, "%s", sentence);
	return err_at(err, field);
}

static bool
project_check(void *record, struct err *err)
{
	const struct project *project = record;
	struct buf title = { 0 };
	bool undecided = strcmp(project->state, "proposed") == 0 || strcmp(project->state, "dropped") == 0;

	project_title(project, &title);
	bool untitled = title.length == 0;
	buf_done(&title);
	if (project->no < 1)
		return refuse(err, "no", _("Projects of a body are numbered from 1."));
	if (untitled)
		return refuse(err, "title_en", _("A project has a title in one language at least."));
	if (!undecided && is_empty(project->decision))
		return refuse(err, "decision",
		    _("A project is approved by a decision: name it, or leave the state at \"proposed\"."));
	if (strcmp(project->state, "finished") == 0 && is_empty(project->result))
		return refuse(err, "result", _("The project is finished: say what came of it."));
	return true;
}

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
	  .flags = FIELD_UPPER, .width = 8, .refers = "rests-on", .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
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
	.check = project_check,
};

static const struct field project_entry_fields[] = {
	{ RECORD_FIELD(project_entry, body), .label = NC_("field", "Body"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 8, .refers = "body" },
	{ RECORD_FIELD(project_entry, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(project_entry, title), .label = NC_("field", "Title"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 36 },
	{ RECORD_FIELD(project_entry, year), .label = NC_("field", "Year"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 7 },
	{ RECORD_FIELD(project_entry, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = states },
	{ RECORD_FIELD(project_entry, proposer), .label = NC_("field", "Proposed by"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(project_entry, lead), .label = NC_("field", "Led by"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(project_entry, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(project_entry, result), .label = NC_("field", "Result"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(project_entry, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type project_entry_type = {
	.key = "project",
	.label = N_("Project"),
	.plural = N_("Projects"),
	.size = sizeof(struct project_entry),
	.fields = project_entry_fields,
};

void
project_title(const struct project *project, struct buf *ret_title)
{
	struct six_names titles = { { SIX_NAMES(project, title) } };

	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		titles.in[i] = titles.in[i] != NULL ? titles.in[i] : "";
	buf_add(ret_title, member_pick_name(&titles, messages_language()->column, NULL));
}

static void
add_entry(struct row_list *list, const struct project *project)
{
	struct project_entry *entry = row_add(list, &project_entry_type);
	struct buf title = { 0 };

	project_title(project, &title);
	*entry = (struct project_entry){
		.body = mem_strdup(project->body), .no = project->no, .title = buf_take(&title),
		.year = mem_strdup(project->year), .state = mem_strdup(project->state),
		.proposer = mem_strdup(project->proposer), .lead = mem_strdup(project->lead),
		.decision = mem_strdup(project->decision), .result = mem_strdup(project->result),
		.note = mem_strdup(project->note),
	};
}

bool
project_entry_list(struct session *session, const char *body, struct row_list *ret_list,
    struct err *err)
{
	struct row_list projects = { 0 };

	if (!row_list(session, &project_type, body != NULL ? "body" : NULL, body, "body, no", &projects, err))
		return false;
	*ret_list = (struct row_list){ .type = &project_entry_type };
	for (size_t i = 0; i < projects.count; i++)
		add_entry(ret_list, row_at(&projects, i));
	row_list_done(&projects);
	return true;
}

bool
project_next(struct session *session, const char *body, int64_t *ret_no, struct err *err)
{
	static const char sql[] = "SELECT coalesce(max(no), 0) + 1 FROM project WHERE body = :body";

	return stmt_ask_int(session->db, sql, ":body", body, ret_no, err);
}
