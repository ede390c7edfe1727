/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/credit_notes_pane.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/credit_note.h"
#include "domain/fiscal_year.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "panes/statement_page.h"
#include "panes/view_pane.h"

enum { STATEMENT = 5, RETRACT = 6, HISTORY = 8, DETAIL_ROWS = 5 };

static const struct option options[] = {
	{ STATEMENT, NC_("option", "Statement"), N_("what was invoiced and paid, with the balance"), false, false },
	{ RETRACT, NC_("option", "Take back"), N_("the opposite is posted, once, and the invoice is open again"), false, true },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_PREVIOUS, NULL, N_("the year before") },
	{ ACTION_NEXT, NULL, N_("the next year") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static char
mark(struct session *session, const void *row)
{
	(void)session;
	return strcmp(((const struct credit_note_line *)row)->state, "stands") != 0 ? '!' : ' ';
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct credit_note_line *line = row;
	struct buf text = { 0 };

	(void)session;
	money_show(&text, messages_catalogue(), line->amount, line->currency);
	buf_addf(&text, "   %s   %s   ", line->invoice, line->booked);
	record_show(record_find_field(&credit_note_line_type, "kind"), line, &text);
	detail_add(lines, C_("detail", "Invoice"), buf_text(&text));
	detail_add(lines, C_("detail", "Why"), line->reason);
	if (line->approved[0] != '\0')
		detail_add(lines, C_("detail", "Agreed"), line->approved);
	if (line->other[0] != '\0') {
		buf_clear(&text);
		record_show(record_find_field(&credit_note_line_type, "state"), line, &text);
		buf_addf(&text, "   %s", line->other);
		detail_add(lines, C_("detail", "State"), buf_text(&text));
	}
	buf_done(&text);
}

static const struct view_use use = {
	.type = &credit_note_line_type,
	.list = credit_note_list,
	.key = "number",
	.columns = {
		{ .key = "number", .width = 11 },
		{ .key = "booked", .width = 10, .drop = 3 },
		{ .key = "government", .head = NC_("column", "Code"), .width = 7, .drop = 4 },
		{ .key = "invoice", .head = NC_("column", "Invoice"), .width = 9, .drop = 2 },
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4, .drop = 1 },
		{ .key = "amount", .width = 11 },
		{ .key = "state", .width = 10, .most = 16, .drop = 5 },
	},
	.mark = mark,
	.detail_rows = DETAIL_ROWS,
	.detail = detail,
	.empty = N_("No credit note of this year."),
};

/* "2017", "C-2017-0001". */
static bool
notes_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	const char *number = argument + (argument[0] == 'C' && argument[1] == '-' ? 2 : 0);
	bool is_one = view_open_year(desk, state, &use, number, options, err);

	if (number != argument)
		view_want(state, argument);
	return is_one;
}

static bool
retract(struct desk *desk, const struct credit_note_line *line, struct err *err)
{
	struct buf reason = { 0 };
	char *number = NULL;
	int64_t set = 0;
	bool ok = true;

	if (desk_ask_text(desk, _("Why is it taken back?"), true, &reason)) {
		ok = credit_note_retract(desk_session(desk), line->number, buf_text(&reason), &number, &set, err);
		if (ok)
			desk_say(desk, _("Taken back by %s: change set %lld."), number, (long long)set);
		desk_reload(desk);
	}
	free(number);
	buf_done(&reason);
	return ok;
}

static bool
run_option(struct desk *desk, const struct credit_note_line *line, int option, struct err *err)
{
	if (option == RETRACT)
		return retract(desk, line, err);
	if (option == HISTORY)
		return history_pane_open(desk, "credit_note", line->number, err);
	return statement_page_show(desk, line->government, line->name, err);
}

static bool
notes_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct view_pane *pane = state;
	const struct credit_note_line *line = view_row(pane, input->row);

	switch (input->action) {
	case ACTION_OPEN:
		return line == NULL || statement_page_show(desk, line->government, line->name, err);
	case ACTION_OPTION:
		return line == NULL || run_option(desk, line, input->option, err);
	default:
		view_turn_year(pane, input->action);
		return true;
	}
}

const struct pane credit_notes_pane = {
	.code = "CRN",
	.title = N_("Credit notes"),
	.size = sizeof(struct view_pane),
	.open = notes_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = notes_act,
	.options = options,
	.actions = uses,
	.help = N_("Credit notes, waivers and write-offs of a year, newest first. A wrong one is taken back by "
	    "6=Take back: its opposite gets the next number, and the invoice is open again. 4=Waive in DUE "
	    "writes one."),
	.done = view_done,
};
