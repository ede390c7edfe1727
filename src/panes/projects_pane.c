/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/projects_pane.h"

#include "base/messages.h"
#include "domain/body.h"
#include "domain/project.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

static void
made_of_project(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	(void)session, (void)column, (void)ret_problem;
	project_title(row, text);
}

/* The next number of the body, where that is known already. */
static bool
begin_project(struct session *session, void *row, struct err *err)
{
	struct project *project = row;

	return project->body == NULL || project->body[0] == '\0' ||
	    project_next(session, project->body, &project->no, err);
}

static const struct rows_use projects_use = {
	.list_code = "PRJ", .form_code = "PRJ2", .form = &project_form, .type = &project_type,
	.owners = { { "body", &body_type } },
	.order = "body, no",
	.columns = {
		{ .key = "body", .head = NC_("column", "Of"), .width = 8 }, { .key = "no", .width = 4 },
		{ .key = "=title", .head = NC_("column", "Title"), .width = 18, .most = 40 },
		{ .key = "state", .width = 10 }, { .key = "year", .width = 7 },
		{ .key = "lead", .width = 8 }, { .key = "proposer", .head = NC_("column", "From"), .width = 7 },
		{ .key = "decision", .width = 8 },
	},
	.begin = { "state", "proposed" },
	.what_new = "new project", .what_edit = "edit project", .what_gone = "delete project",
	.removal = ROWS_DELETE,
	.new_title = N_("A new project"),
	.fresh = begin_project, .made = made_of_project,
};

static const struct option options[] = {
	{ 2, NC_("option", "Edit"), N_("change the project, or say how far it is"), false, false },
	{ 4, NC_("option", "Delete"), N_("delete a row entered in error; undo brings it back"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("enter a new project") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
projects_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &projects_use, argument, options, err);
}

const struct pane projects_pane = {
	.code = "PRJ",
	.title = N_("Projects"),
	.size = sizeof(struct rows_pane),
	.open = projects_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = rows_act,
	.options = options,
	.actions = uses,
	.help = N_("What the sub-committees undertake: who proposed it, who leads it, for which year. Type a state "
	    "or a year into Find to see those alone. A project is approved by a decision, and when it "
	    "is finished it says what came of it."),
	.done = rows_done,
};

static bool
project_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &projects_use, argument, err);
}

const struct pane project_form = ROW_FORM("PRJ2", N_("Project"), project_form_open);
