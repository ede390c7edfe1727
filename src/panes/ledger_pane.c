/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/ledger_pane.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/entry.h"
#include "domain/entry_view.h"
#include "domain/fiscal_year.h"
#include "domain/ledger.h"
#include "domain/year_close.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "panes/statement_page.h"
#include "panes/transfer_form.h"
#include "panes/trial_panes.h"
#include "panes/view_pane.h"

enum { LINES = 5, REVERSE = 6, HISTORY = 8, STATEMENT = 9, DETAIL_ROWS = 7 };

static const struct option options[] = {
	{ LINES, NC_("option", "View"), N_("the lines of the entry"), false, false },
	{ REVERSE, NC_("option", "Reverse"), N_("post the opposite of the entry, once"), false, true },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ STATEMENT, NC_("option", "Statement"), N_("the account of the government it is about"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("an entry made by hand: from one account to another") },
	{ ACTION_PREVIOUS, NULL, N_("the year before") },
	{ ACTION_NEXT, NULL, N_("the next year") },
	{ ACTION_SAVE, NC_("key", "Close year"), N_("open the fiscal year, or close it when everything is in order") },
	{ ACTION_VIEW, NC_("key", "Trial"), N_("the trial balance") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static bool
list_entries(struct session *session, const char *year, struct row_list *ret_list, struct err *err)
{
	return row_list(session, &entry_type, "year", year, "no DESC", ret_list, err);
}

static void
detail_title(struct session *session, const void *row, struct buf *text)
{
	const struct entry *entry = row;

	(void)session;
	buf_addf(text, "%s  %s", entry->number, entry->words);
}

static void
add_line(const struct entry_line *line, struct detail_lines *lines)
{
	struct buf text = { 0 };

	buf_addf(&text, "%s %s%s%s  ", line->account, line->name, line->government[0] != '\0' ? ", " : "", line->government);
	money_show(&text, messages_catalogue(), line->amount, line->currency);
	if (strcmp(line->currency, line->base_currency) != 0) {
		buf_add(&text, "  = ");
		money_show(&text, messages_catalogue(), line->base, line->base_currency);
	}
	detail_add(lines, "", buf_text(&text));
	buf_done(&text);
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct entry *entry = row;
	struct row_list postings = { 0 };

	if (entry->reverses != NULL)
		detail_add(lines, C_("detail", "Reverses"), entry->reverses);
	if (!entry_view_lines(session, entry->number, &postings, NULL))
		return;
	for (size_t i = 0; i < postings.count; i++)
		add_line(row_at(&postings, i), lines);
	row_list_done(&postings);
}

static char
mark(struct session *session, const void *row)
{
	(void)session;
	return strcmp(((const struct entry *)row)->kind, "reversal") == 0 ? '!' : ' ';
}

static const struct view_use use = {
	.type = &entry_type,
	.list = list_entries,
	.key = "number",
	.columns = {
		{ .key = "number", .width = 11 },
		{ .key = "booked", .width = 10, .drop = 3 },
		{ .key = "kind", .width = 12, .most = 16, .drop = 2 },
		{ .key = "government", .head = NC_("column", "Code"), .width = 7, .drop = 1 },
		{ .key = "words", .width = 14, .most = 40 },
	},
	.mark = mark,
	.detail_rows = DETAIL_ROWS,
	.detail_title = detail_title,
	.detail = detail,
	.empty = N_("Nothing is posted in this year."),
};

/* "E-2017-0091" and "2017-0091" are an entry, "2017" is a year. */
static bool
ledger_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	const char *number = argument + (argument[0] == 'E' && argument[1] == '-' ? 2 : 0);
	struct buf wanted = { 0 };
	bool is_one = view_open_year(desk, state, &use, number, options, err);

	buf_addf(&wanted, "E-%s", number);
	view_want(state, buf_text(&wanted));
	buf_done(&wanted);
	return is_one;
}

/* Deeds */

static bool
show_lines(struct view_pane *pane, const struct entry *entry, struct err *err)
{
	struct row_list lines = { 0 };
	struct buf page = { 0 };
	bool ok = entry_view_lines(desk_session(pane->desk), entry->number, &lines, err);

	buf_addf(&page, "%s   %s %s   %s\n\n", entry->number, C_("entry", "booked"), entry->booked, entry->words);
	for (size_t i = 0; i < lines.count; i++) {
		const struct entry_line *line = row_at(&lines, i);

		buf_addf(&page, "%s %s%s%s\n    ", line->account, line->name,
		    line->government[0] != '\0' ? ", " : "", line->government);
		money_show(&page, messages_catalogue(), line->amount, line->currency);
		buf_add(&page, "   ");
		money_show(&page, messages_catalogue(), line->base, line->base_currency);
		buf_add_char(&page, '\n');
	}
	if (ok)
		desk_read(pane->desk, _("Entry"), buf_text(&page));
	row_list_done(&lines);
	buf_done(&page);
	return ok;
}

static bool
reverse(struct view_pane *pane, const struct entry *entry, struct err *err)
{
	struct buf reason = { 0 };
	char *number = NULL;
	int64_t set = 0;
	bool ok = true;

	if (desk_ask_text(pane->desk, _("Why is it reversed?"), true, &reason)) {
		ok = ledger_reverse(desk_session(pane->desk), entry->number, buf_text(&reason), &number, &set, err);
		if (ok)
			desk_say(pane->desk, _("Reversed by %s: change set %lld."), number, (long long)set);
		desk_reload(pane->desk);
	}
	free(number);
	buf_done(&reason);
	return ok;
}

static bool
open_year(struct view_pane *pane, struct err *err)
{
	struct buf question = { 0 };
	int64_t set = 0;

	buf_addf(&question, _("Open the fiscal year %s?"), pane->argument);
	bool yes = desk_ask_yes(pane->desk, buf_text(&question));
	buf_done(&question);
	if (!yes)
		return true;
	if (!fiscal_year_open(desk_session(pane->desk), pane->argument, &set, err))
		return false;
	desk_say(pane->desk, _("Opened: change set %lld."), (long long)set);
	desk_reload(pane->desk);
	return true;
}

/* What must be in order, each with a mark. False: something is not. */
static bool
show_checks(struct view_pane *pane, bool *ret_in_order, struct err *err)
{
	struct row_list checks = { 0 };
	struct buf page = { 0 };

	if (!year_close_checks(desk_session(pane->desk), pane->argument, &checks, err))
		return false;
	*ret_in_order = true;
	for (size_t i = 0; i < checks.count; i++) {
		const struct close_check *check = row_at(&checks, i);

		*ret_in_order = *ret_in_order && check->in_order != 0;
		buf_addf(&page, "%s %s\n", check->in_order != 0 ? "[x]" : "[ ] !", check->what);
		if (check->which[0] != '\0')
			buf_addf(&page, "      %s\n", check->which);
	}
	desk_read(pane->desk, _("Before the year is closed"), buf_text(&page));
	row_list_done(&checks);
	buf_done(&page);
	return true;
}

static bool
close_year(struct view_pane *pane, struct err *err)
{
	struct buf question = { 0 };
	bool in_order = false;
	char *entry = NULL;
	int64_t set = 0;

	if (!show_checks(pane, &in_order, err))
		return false;
	if (!in_order)
		return err_set(err, ERR_RULE, _("The year cannot be closed yet: see what has no mark."));
	buf_addf(&question, _("Close the fiscal year %s for good?"), pane->argument);
	bool yes = desk_ask_yes(pane->desk, buf_text(&question));
	buf_done(&question);
	if (!yes)
		return true;
	if (!year_close(desk_session(pane->desk), pane->argument, &entry, &set, err))
		return false;
	desk_say(pane->desk, _("Closed: change set %lld."), (long long)set);
	free(entry);
	desk_reload(pane->desk);
	return true;
}

static bool
open_or_close(struct view_pane *pane, struct err *err)
{
	bool found = false;

	if (!row_exists(desk_session(pane->desk), &fiscal_year_type, pane->argument, &found, err))
		return false;
	return found ? close_year(pane, err) : open_year(pane, err);
}

static bool
run_option(struct view_pane *pane, const struct entry *entry, int option, struct err *err)
{
	switch (option) {
	case REVERSE:
		return reverse(pane, entry, err);
	case HISTORY:
		return history_pane_open(pane->desk, "entry", entry->number, err);
	case STATEMENT:
		return entry->government != NULL ?
		    statement_page_show(pane->desk, entry->government, "", err) :
		    err_set(err, ERR_MISSING, _("This entry is about no government."));
	default:
		return show_lines(pane, entry, err);
	}
}

static bool
ledger_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct view_pane *pane = state;
	const struct entry *entry = view_row(pane, input->row);

	switch (input->action) {
	case ACTION_OPEN:
		return entry == NULL || show_lines(pane, entry, err);
	case ACTION_OPTION:
		return entry == NULL || run_option(pane, entry, input->option, err);
	case ACTION_NEW:
		return desk_open(desk, &transfer_form, "", err);
	case ACTION_SAVE:
		return open_or_close(pane, err);
	case ACTION_VIEW:
		return desk_open(desk, &trial_pane, "", err);
	default:
		view_turn_year(pane, input->action);
		return true;
	}
}

const struct pane ledger_pane = {
	.code = "LED",
	.title = N_("Ledger"),
	.size = sizeof(struct view_pane),
	.open = ledger_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = ledger_act,
	.options = options,
	.actions = uses,
	.help = N_("The entries of a fiscal year, newest first. What is posted never changes: 6=Reverse posts the "
	    "opposite, once. F10 opens a year that is not there yet, and closes one when everything is in order."),
	.done = view_done,
};
