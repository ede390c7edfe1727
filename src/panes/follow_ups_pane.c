/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/follow_ups_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/decision.h"
#include "domain/follow_up.h"
#include "domain/follow_up_list.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

static void
add_number(const struct follow_up *row, struct buf *text)
{
	buf_addf(text, "%s/%lld/%lld", row->meeting, (long long)row->decision, (long long)row->no);
}

/* "closed", "open", or by how many days it is late. */
static void
add_state(struct session *session, const struct follow_up *row, struct buf *text, bool *ret_problem)
{
	char day[DAY_SIZE], last[DAY_SIZE];

	session_day(session, day);
	if (row->closed != NULL && strcmp(row->closed, day) <= 0) {
		buf_add(text, C_("follow-up", "closed"));
		return;
	}
	last[0] = '\0';
	if (row->due != NULL)
		day_last(row->due, last);
	*ret_problem = last[0] != '\0' && strcmp(last, day) < 0;
	buf_add(text, *ret_problem ? C_("follow-up", "late") : C_("follow-up", "open"));
}

static void
made_of_follow_up(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct follow_up *follow_up = row;

	if (strcmp(column, "=number") == 0)
		add_number(follow_up, text);
	else if (strcmp(column, "=owner") == 0)
		buf_add(text, follow_up->government != NULL ? follow_up->government : follow_up->body);
	else
		add_state(session, follow_up, text, ret_problem);
}

static bool
add_follow_up(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err)
{
	return follow_up_add(session, sheet->part[0].after, ret_number, err);
}

/* How it ends is asked for where it ends. */
static const char *const fields[] = {
	"meeting", "decision", "what", "government", "body", "due", "note", NULL
};

static const struct rows_use follow_ups_use = {
	.list_code = "FUP", .form_code = "FUP2", .form = &follow_up_form, .type = &follow_up_type,
	.owners = { { "decision", &decision_type, "meeting" } },
	.order = "closed IS NOT NULL, due IS NULL, due, meeting, decision, no",
	.columns = {
		{ .key = "=number", .head = NC_("column", "No."), .width = 8, .most = 11 },
		{ .key = "what", .head = NC_("column", "To do"), .width = 16, .most = 40 },
		{ .key = "=owner", .head = NC_("column", "Owner"), .width = 7 },
		{ .key = "=state", .head = NC_("column", "State"), .width = 7 },
		{ .key = "due", .width = 10 }, { .key = "closed", .width = 10 },
	},
	.what_new = "new follow-up", .what_edit = "edit follow-up", .what_gone = "delete follow-up",
	.removal = ROWS_DELETE,
	.new_title = N_("A new follow-up"),
	.fields = fields,
	.add = add_follow_up,
	.made = made_of_follow_up,
};

enum { CLOSE = 7 };

static const struct option options[] = {
	{ 2, NC_("option", "Edit"), N_("change the row"), false, false },
	{ 4, NC_("option", "Delete"), N_("delete a row entered in error; undo brings it back"), false, true },
	{ CLOSE, NC_("option", "Close with note"), N_("a follow-up is done: say what became of it"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static bool
close_on_day(struct desk *desk, const char *number, const char *closing, struct err *err)
{
	int64_t set = 0;
	char *id = NULL;
	bool ok = follow_up_find(desk_session(desk), number, &id, err) &&
	    follow_up_close(desk_session(desk), id, NULL, closing, &set, err);

	if (ok)
		desk_say(desk, _("Closed, as change set %lld. ^_ opens it again."), (long long)set);
	free(id);
	return ok;
}

bool
follow_ups_close(struct desk *desk, const char *number, struct err *err)
{
	struct buf closing = { 0 };
	bool ok = true;

	if (desk_ask_text(desk, _("What became of it?"), true, &closing)) {
		ok = close_on_day(desk, number, buf_text(&closing), err);
		desk_reload(desk);
	}
	buf_done(&closing);
	return ok;
}

static bool
follow_ups_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &follow_ups_use, argument, options, err);
}

static bool
follow_ups_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);

	if (input->action == ACTION_OPTION && input->option == CLOSE && key != NULL)
		return follow_ups_close(desk, key, err);
	return rows_act(desk, state, input, err);
}

const struct pane follow_ups_pane = {
	.code = "FUP",
	.title = N_("Follow-ups"),
	.size = sizeof(struct rows_pane),
	.open = follow_ups_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = follow_ups_act,
	.options = options,
	.actions = rows_uses,
	.help = N_("What is to be done after decisions, the most urgent first. A follow-up has one owner, a "
	    "government or a body; until it is closed with a note it returns to every next agenda."),
	.done = rows_done,
};

static bool
follow_up_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &follow_ups_use, argument, err);
}

const struct pane follow_up_form = ROW_FORM("FUP2", N_("Follow-up"), follow_up_form_open);
