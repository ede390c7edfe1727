/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/reminders_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/reminder.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "panes/payment_form.h"
#include "panes/statement_page.h"
#include "panes/view_pane.h"

enum { PAY = 1, DROP = 4, STATEMENT = 5, HISTORY = 8, DETAIL_ROWS = 4 };

static const struct option options[] = {
	{ PAY, NC_("option", "Pay"), N_("money came in from this government"), false, true },
	{ DROP, NC_("option", "Drop"), N_("it does not go out: the reminder is deleted; undo brings it back"), false, true },
	{ STATEMENT, NC_("option", "Statement"), N_("what was invoiced and paid, with the balance"), false, false },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "Remind"), N_("a reminder for everybody who is overdue and has none of that level") },
	{ ACTION_PREVIOUS, NULL, N_("the year before") },
	{ ACTION_NEXT, NULL, N_("the next year") },
	{ ACTION_SAVE, NC_("key", "Sent"), N_("those that are to be sent went out; who has paid meanwhile gets none") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

/* What is still to be done: sent, or not sent any more. */
static char
mark(struct session *session, const void *row)
{
	(void)session;
	return ((const struct reminder_line *)row)->sent[0] == '\0' ? '!' : ' ';
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct reminder_line *line = row;
	struct buf text = { 0 };

	(void)session;
	money_show(&text, messages_catalogue(), line->amount, line->currency);
	detail_add(lines, C_("detail", "Reminded"), buf_text(&text));
	buf_clear(&text);
	buf_addf(&text, "%s %s", C_("dues", "due"), line->due);
	detail_add_piece(lines, "", buf_text(&text));
	if (line->note[0] != '\0')
		detail_add_piece(lines, "", line->note);
	buf_clear(&text);
	record_show(record_find_field(&reminder_line_type, "state"), line, &text);
	if (line->sent[0] != '\0')
		buf_addf(&text, "   %s %s", C_("reminder", "went out"), line->sent);
	detail_add(lines, C_("detail", "State"), buf_text(&text));
	buf_clear(&text);
	money_show(&text, messages_catalogue(), line->now, line->currency);
	detail_add(lines, C_("detail", "Overdue"), buf_text(&text));
	buf_done(&text);
}

static const struct view_use use = {
	.type = &reminder_line_type,
	.list = reminder_list,
	.key = "key",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code"), .width = 6 },
		{ .key = "name", .width = 12, .most = 36 },
		{ .key = "level", .head = NC_("column", "Level"), .width = 7, .drop = 4 },
		{ .key = "due", .head = NC_("column", "Pay by"), .width = 10, .drop = 2 },
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4, .drop = 1 },
		{ .key = "amount", .width = 9, .drop = 3 },
		{ .key = "now", .head = NC_("column", "Now"), .width = 9, .drop = 5 },
		{ .key = "state", .width = 10 },
	},
	.mark = mark,
	.detail_rows = DETAIL_ROWS,
	.detail = detail,
	.empty = N_("Nobody was reminded in this year: F6 does it."),
};

static bool
reminders_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return view_open_year(desk, state, &use, argument, options, err);
}

/* Deeds */

static const struct reminder_line *
first_ready(const struct view_pane *pane)
{
	for (size_t i = 0; i < pane->rows.count; i++) {
		const struct reminder_line *line = row_at(&pane->rows, i);

		if (strcmp(line->state, "ready") == 0)
			return line;
	}
	return NULL;
}

/* One above the highest, which stands first; while some are to go out, theirs. */
static int64_t
next_level(const struct view_pane *pane)
{
	const struct reminder_line *ready = first_ready(pane);

	if (ready != NULL)
		return ready->level;
	return pane->rows.count > 0 ? ((const struct reminder_line *)row_at(&pane->rows, 0))->level + 1 : 1;
}

static bool
ask_level(struct view_pane *pane, int64_t *ret_level)
{
	struct buf level = { 0 };

	buf_addf(&level, "%lld", (long long)next_level(pane));
	bool answered = desk_ask_text(pane->desk, _("Reminders of which level?"), true, &level);
	*ret_level = answered ? strtoll(buf_text(&level), NULL, 10) : 0;
	buf_done(&level);
	return answered;
}

static bool
remind(struct view_pane *pane, struct err *err)
{
	char due[DAY_SIZE] = "";
	int64_t level = 0, made = 0, set = 0;

	if (!ask_level(pane, &level) || !desk_ask_day(pane->desk, _("Pay by which day?"), due, err))
		return err->code == ERR_NONE;
	if (!reminder_run(desk_session(pane->desk), pane->argument, level, due, &made, &set, err))
		return false;
	desk_say(pane->desk, nq_("%d reminder made.", "%d reminders made.", made), (int)made);
	desk_reload(pane->desk);
	return true;
}

static bool
send(struct view_pane *pane, struct err *err)
{
	const struct reminder_line *line = first_ready(pane);
	struct buf question = { 0 };
	char day[DAY_SIZE] = "";
	int64_t sent = 0, set = 0, level;

	if (line == NULL)
		return err_set(err, ERR_RULE, _("No reminder is to be sent: F6 makes those of the next level."));
	level = line->level;
	buf_addf(&question, _("When did the reminders of level %d go out?"), (int)level);
	bool answered = desk_ask_day(pane->desk, buf_text(&question), day, err);
	buf_done(&question);
	if (!answered)
		return err->code == ERR_NONE;
	if (!reminder_sent(desk_session(pane->desk), pane->argument, level, day, &sent, &set, err))
		return false;
	desk_say(pane->desk, nq_("%d reminder sent.", "%d reminders sent.", sent), (int)sent);
	desk_reload(pane->desk);
	return true;
}

static bool
drop(struct view_pane *pane, const struct reminder_line *line, struct err *err)
{
	if (line->sent[0] != '\0')
		return err_set(err, ERR_RULE, _("This reminder went out on %s: it stays."), line->sent);
	if (!row_delete(desk_session(pane->desk), &reminder_type, line->key, "drop reminder", err))
		return false;
	desk_reload(pane->desk);
	return true;
}

static bool
show_statement(struct view_pane *pane, size_t row, bool whole, struct err *err)
{
	const struct reminder_line *line = view_row(pane, row);
	struct buf head = { 0 };

	if (whole)
		view_write_detail(pane, row, &head);
	bool ok = statement_page_below(pane->desk, buf_text(&head), line->government, line->name, err);
	buf_done(&head);
	return ok;
}

static bool
run_option(struct view_pane *pane, size_t row, int option, struct err *err)
{
	const struct reminder_line *line = view_row(pane, row);

	switch (option) {
	case PAY:
		return desk_open(pane->desk, &payment_form, line->government, err);
	case DROP:
		return drop(pane, line, err);
	case HISTORY:
		return history_pane_open(pane->desk, "reminder", line->key, err);
	default:
		return show_statement(pane, row, false, err);
	}
}

static bool
reminders_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct view_pane *pane = state;
	const struct reminder_line *line = view_row(pane, input->row);

	(void)desk;
	switch (input->action) {
	case ACTION_OPEN:
		return line == NULL || show_statement(pane, input->row, true, err);
	case ACTION_OPTION:
		return line == NULL || run_option(pane, input->row, input->option, err);
	case ACTION_NEW:
		return remind(pane, err);
	case ACTION_SAVE:
		return send(pane, err);
	default:
		view_turn_year(pane, input->action);
		return true;
	}
}

const struct pane reminders_pane = {
	.code = "REM",
	.title = N_("Reminders"),
	.size = sizeof(struct view_pane),
	.open = reminders_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = reminders_act,
	.options = options,
	.actions = uses,
	.help = N_("Who was reminded in a year of what it owes. F6 makes a reminder of a level for everybody who is "
	    "overdue and has none of it; nobody is reminded twice. F10 notes that those of a level went out: who has "
	    "paid meanwhile gets none, and 4=Drop takes its reminder away."),
	.done = view_done,
};
