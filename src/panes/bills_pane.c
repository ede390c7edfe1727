/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/bills_pane.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/bill.h"
#include "domain/fiscal_year.h"
#include "domain/session.h"
#include "panes/bill_form.h"
#include "panes/credit_notes_pane.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/history_pane.h"
#include "panes/invoice_deeds.h"
#include "panes/pane.h"
#include "panes/payment_form.h"
#include "panes/reference.h"
#include "panes/statement_page.h"
#include "panes/view_pane.h"

enum { PAY = 1, ISSUE = 2, DISCARD = 3, WAIVE = 4, STATEMENT = 5, INVOICE = 6, NOTES = 7, HISTORY = 8,
	DETAIL_ROWS = 5, YEAR = 4 };

static const struct option options[] = {
	{ PAY, NC_("option", "Pay"), N_("money came in from this government"), false, true },
	{ ISSUE, NC_("option", "Issue"), N_("give the draft a number and post it"), false, true },
	{ DISCARD, NC_("option", "Discard"), N_("throw the draft away"), false, true },
	{ WAIVE, NC_("option", "Waive"), N_("take an amount off the invoice: waiver, write-off or credit note"), false, true },
	{ STATEMENT, NC_("option", "Statement"), N_("what was invoiced and paid, with the balance"), false, false },
	{ INVOICE, NC_("option", "Invoice"), N_("the invoice as it was issued"), false, false },
	{ NOTES, NC_("option", "Notes"), N_("credit notes and waivers of the year; a wrong one is taken back there"), false, false },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("a bill that is no dues") },
	{ ACTION_PREVIOUS, NULL, N_("the year before") },
	{ ACTION_NEXT, NULL, N_("the next year") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static char
mark(struct session *session, const void *row)
{
	const struct bill_line *line = row;
	char day[DAY_SIZE];

	session_day(session, day);
	return line->open > 0 && strcmp(line->state, "issued") == 0 && strcmp(line->due, day) < 0 ? '!' : ' ';
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct bill_line *line = row;
	struct buf text = { 0 };

	detail_add(lines, C_("detail", "For what"), line->words);
	money_show(&text, messages_catalogue(), line->amount, line->currency);
	buf_addf(&text, "   %s", line->number[0] != '\0' ? line->number : C_("dues", "draft"));
	detail_add(lines, C_("detail", "Invoice"), buf_text(&text));
	buf_clear(&text);
	money_show(&text, messages_catalogue(), line->open, line->currency);
	buf_addf(&text, "   %s %s", C_("dues", "due"), line->due);
	detail_add(lines, C_("detail", "Open"), buf_text(&text));
	buf_clear(&text);
	buf_addf(&text, "%s ", line->account);
	reference_name(session, "account", line->account, &text);
	detail_add(lines, C_("detail", "Posted to"), buf_text(&text));
	buf_done(&text);
}

static const struct view_use use = {
	.type = &bill_line_type,
	.list = bill_list,
	.key = "invoice",
	.columns = {
		{ .key = "number", .head = NC_("column", "Invoice"), .width = 9, .drop = 2 },
		{ .key = "government", .head = NC_("column", "Code"), .width = 7 },
		{ .key = "words", .width = 14, .most = 40 },
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4, .drop = 1 },
		{ .key = "amount", .width = 11, .drop = 4 },
		{ .key = "open", .width = 11, .drop = 5 },
		{ .key = "state", .width = 9, .drop = 3 },
	},
	.mark = mark,
	.detail_rows = DETAIL_ROWS,
	.detail = detail,
	.empty = N_("No bill of this year: F6 makes one."),
};

/* The row of that number. */
static bool
want_number(struct view_pane *pane, const char *number, struct err *err)
{
	struct row_list rows = { 0 };
	bool found = false;

	if (!bill_list(desk_session(pane->desk), pane->argument, &rows, err))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct bill_line *line = row_at(&rows, i);

		if (strcmp(line->number, number) == 0 || strcmp(line->invoice, number) == 0) {
			view_want(pane, line->invoice);
			found = true;
		}
	}
	row_list_done(&rows);
	return found || err_set(err, ERR_MISSING, _("There is no bill %s."), number);
}

/* "2017", "2017-0071". */
static bool
bills_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return view_open_year(desk, state, &use, argument, options, err) &&
	    (strlen(argument) <= YEAR || want_number(state, argument, err));
}

/* On the bill that BIL2 made. */
static bool
bills_load(struct desk *desk, void *state, struct err *err)
{
	char *entered = desk_take_entered(desk);

	if (entered != NULL)
		view_want(state, entered);
	free(entered);
	return view_load(desk, state, err);
}

/* Deeds */

static bool
issue(struct desk *desk, const struct bill_line *line, struct err *err)
{
	struct buf question = { 0 }, sum = { 0 };
	char *number = NULL;
	int64_t set = 0;

	money_show(&sum, messages_catalogue(), line->amount, line->currency);
	buf_addf(&question, _("Issue the bill over %s to %s? It gets a number and is posted."), buf_text(&sum),
	    line->government);
	bool yes = desk_ask_yes(desk, buf_text(&question));
	buf_done(&question);
	buf_done(&sum);
	if (!yes)
		return true;
	if (!bill_issue(desk_session(desk), line->invoice, NULL, &number, &set, err))
		return false;
	desk_say(desk, _("Invoice %s: change set %lld."), number, (long long)set);
	free(number);
	desk_reload(desk);
	return true;
}

static bool
discard(struct desk *desk, const struct bill_line *line, struct err *err)
{
	int64_t set = 0;

	if (!desk_ask_yes(desk, _("Throw this draft away?")))
		return true;
	if (!bill_discard(desk_session(desk), line->invoice, &set, err))
		return false;
	desk_say(desk, _("Thrown away: change set %lld."), (long long)set);
	desk_reload(desk);
	return true;
}

static bool
run_option(struct view_pane *pane, const struct bill_line *line, int option, struct err *err)
{
	struct desk *desk = pane->desk;

	if ((option == WAIVE || option == PAY) && line->number[0] == '\0')
		return err_set(err, ERR_RULE, _("This bill is a draft: 2=Issue gives it a number."));
	switch (option) {
	case PAY:
		return desk_open(desk, &payment_form, line->government, err);
	case ISSUE:
		return issue(desk, line, err);
	case DISCARD:
		return discard(desk, line, err);
	case WAIVE:
		return invoice_deeds_waive(desk, line->number, line->open, line->currency, err);
	case INVOICE:
		return invoice_deeds_show(desk, line->invoice, err);
	case NOTES:
		return desk_open(desk, &credit_notes_pane, pane->argument, err);
	case HISTORY:
		return history_pane_open(desk, "invoice", line->invoice, err);
	default:
		return statement_page_show(desk, line->government, line->name, err);
	}
}

static bool
bills_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct view_pane *pane = state;
	const struct bill_line *line = view_row(pane, input->row);

	switch (input->action) {
	case ACTION_OPEN:
		return line == NULL || invoice_deeds_show(desk, line->invoice, err);
	case ACTION_OPTION:
		return line == NULL || run_option(pane, line, input->option, err);
	case ACTION_NEW:
		return desk_open(desk, &bill_form, "", err);
	default:
		view_turn_year(pane, input->action);
		return true;
	}
}

const struct pane bills_pane = {
	.code = "BIL",
	.title = N_("Bills"),
	.size = sizeof(struct view_pane),
	.open = bills_open,
	.load = bills_load,
	.list = view_list,
	.scope = view_scope,
	.act = bills_act,
	.options = options,
	.actions = uses,
	.help = N_("The bills of a year that are no dues: drafts first, then the newest. F6 makes a draft, 2=Issue "
	    "gives it the next number of the year and posts it to its income account. It is paid, credited and "
	    "reminded of like dues, but never suspends a vote."),
	.done = view_done,
};
