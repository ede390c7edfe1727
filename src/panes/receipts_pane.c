/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/receipts_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/allocation.h"
#include "domain/ledger.h"
#include "domain/payer.h"
#include "domain/receipt_list.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "panes/payment_form.h"
#include "panes/reference.h"
#include "panes/statement_page.h"
#include "panes/view_pane.h"

enum { PAYER = 2, USE = 3, RELEASE = 4, STATEMENT = 5, REVERSE = 6, REFUND = 7, HISTORY = 8, DETAIL_ROWS = 5 };

static const struct option options[] = {
	{ PAYER, NC_("option", "Payer"), N_("who paid it is found out: the money leaves suspense"), false, true },
	{ USE, NC_("option", "Use"), N_("pay an invoice with what is left, or what is oldest"), false, true },
	{ RELEASE, NC_("option", "Release"), N_("take back what it pays, by opposite rows: the money becomes a credit"), false, true },
	{ STATEMENT, NC_("option", "Statement"), N_("what was invoiced and paid, with the balance"), false, false },
	{ REVERSE, NC_("option", "Reverse"), N_("post the opposite of the whole receipt, once, with all that it pays"), false, true },
	{ REFUND, NC_("option", "Refund"), N_("pay back what is left, or part of it"), false, true },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "Payment"), N_("money came in") },
	{ ACTION_PREVIOUS, NULL, N_("the year before") },
	{ ACTION_NEXT, NULL, N_("the next year") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static char
mark(struct session *session, const void *row)
{
	(void)session;
	return strcmp(((const struct receipt_line *)row)->state, "suspense") == 0 ? '!' : ' ';
}

static void
detail_title(struct session *session, const void *row, struct buf *text)
{
	const struct receipt_line *line = row;

	(void)session;
	buf_addf(text, "%s  ", line->number);
	if (line->government[0] != '\0')
		buf_addf(text, "%s %s", line->government, line->name);
	else
		buf_add(text, _("nobody knows who paid"));
}

static void
add_money(struct detail_lines *lines, const char *label, const char *words, int64_t sum, const char *currency)
{
	struct buf text = { 0 };

	if (words[0] != '\0')
		buf_addf(&text, "%s ", words);
	money_show(&text, messages_catalogue(), sum, currency);
	detail_add_piece(lines, label, buf_text(&text));
	buf_done(&text);
}

static void
add_uses(struct session *session, const char *receipt, struct detail_lines *lines)
{
	const char *label = C_("detail", "Pays");
	struct row_list list = { 0 };

	if (!receipt_uses(session, receipt, &list, NULL))
		return;
	for (size_t i = 0; i < list.count; i++, label = "") {
		const struct receipt_use *use = row_at(&list, i);

		add_money(lines, label, use->invoice[0] != '\0' ? use->invoice : C_("receipt", "paid back"), use->amount,
		    use->currency);
	}
	row_list_done(&list);
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct receipt_line *line = row;
	const char *const words[] = { line->value, line->payer, line->reference };

	add_money(lines, C_("detail", "Amount"), "", line->amount, line->currency);
	if (line->left > 0)
		add_money(lines, "", C_("payment", "left"), line->left, line->currency);
	add_uses(session, line->number, lines);
	detail_add_pieces(lines, C_("detail", "Bank"), words, sizeof words / sizeof words[0]);
}

static const struct view_use use = {
	.type = &receipt_line_type,
	.list = receipt_lines,
	.key = "number",
	.columns = {
		{ .key = "number", .width = 11 },
		{ .key = "value", .width = 10, .drop = 4 },
		{ .key = "government", .head = NC_("column", "Code"), .width = 7 },
		{ .key = "name", .width = 8, .most = 24, .drop = 3 },
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4, .drop = 2 },
		{ .key = "amount", .width = 9, .drop = 5 },
		{ .key = "left", .width = 9 },
		{ .key = "state", .width = 10, .drop = 6 },
		/* Beside a name only in a wide window, but searched in every one. */
		{ .key = "payer", .width = 8, .most = 24, .drop = 1 },
	},
	.mark = mark,
	.detail_rows = DETAIL_ROWS,
	.detail_title = detail_title,
	.detail = detail,
	.empty = N_("No money came in in this year."),
};

/* "2026", "R-2026-0001" for that row, "2026 KR-47" or "KR-47" for those of a government. */
static bool
receipts_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct view_pane *pane = state;
	bool is_number = strncmp(argument, "R-", 2) == 0;
	const char *given = argument + (is_number ? 2 : 0);
	bool has_year = given[0] >= '0' && given[0] <= '9';
	size_t length = has_year ? strcspn(given, " ") : 0;
	char *year = mem_strndup(given, length);
	bool is_one = view_open_year(desk, state, &use, year, options, err);

	free(year);
	if (is_number)
		view_want(pane, argument);
	else if (given[length] != '\0')
		list_find(&pane->list, given + length + (has_year ? 1 : 0));
	return is_one;
}

/* Deeds */

static bool
said(struct view_pane *pane, bool ok, const int64_t *set)
{
	if (ok)
		desk_say(pane->desk, _("Posted: change set %lld."), (long long)*set);
	desk_reload(pane->desk);
	return ok;
}

static void
fill_governments(void *context, const char *typed, struct choices *ret_choices)
{
	reference_values(context, "government", typed, ret_choices);
}

static bool
name_payer(struct view_pane *pane, const struct receipt_line *line, struct err *err)
{
	struct references references = { .session = desk_session(pane->desk) };
	struct buf code = { 0 };
	int64_t set = 0;
	bool ok = true;

	if (strcmp(line->state, "suspense") != 0)
		return err_set(err, ERR_RULE, _("The payer of this receipt is known already."));
	if (desk_pick(pane->desk, _("Who paid?"), fill_governments, &references, &code)) {
		ok = payer_set(desk_session(pane->desk), line->number, buf_text(&code), &set, err);
		if (ok)
			desk_say(pane->desk, _("It is a credit of %s now: 3=Use pays with it."), buf_text(&code));
		desk_reload(pane->desk);
	}
	buf_done(&code);
	references_done(&references);
	return ok;
}

/* What an empty answer means the question says. */
static const char *
named(const struct buf *typed)
{
	return typed->length > 0 ? typed->bytes : NULL;
}

/* Before anything is asked. */
static bool
may_use(const struct receipt_line *line, struct err *err)
{
	if (strcmp(line->state, "suspense") == 0)
		return err_set(err, ERR_RULE, _("Nobody knows yet who paid %s: name the payer first."), line->number);
	return line->left > 0 || err_set(err, ERR_RULE, _("Nothing is left of %s: all of it is used."), line->number);
}

static bool
use_rest(struct view_pane *pane, const struct receipt_line *line, struct err *err)
{
	struct buf invoice = { 0 };
	int64_t count = 0, set = 0;
	bool ok = true;

	if (!may_use(line, err))
		return false;
	if (desk_ask_text(pane->desk, _("Which invoice? Empty: what is oldest."), false, &invoice))
		ok = said(pane, allocation_make(desk_session(pane->desk), line->number, named(&invoice), &count, &set, err),
		    &set);
	buf_done(&invoice);
	return ok;
}

static bool
release(struct view_pane *pane, const struct receipt_line *line, struct err *err)
{
	struct buf invoice = { 0 };
	int64_t count = 0, set = 0;
	bool ok = true;

	if (desk_ask_text(pane->desk, _("What it pays of which invoice? Empty: of all."), false, &invoice))
		ok = said(pane, allocation_undo(desk_session(pane->desk), line->number, named(&invoice), &count, &set, err),
		    &set);
	buf_done(&invoice);
	return ok;
}

static bool
reverse(struct view_pane *pane, const struct receipt_line *line, struct err *err)
{
	struct buf reason = { 0 };
	char *number = NULL;
	int64_t set = 0;
	bool ok = true;

	if (desk_ask_text(pane->desk, _("Why is it reversed?"), true, &reason)) {
		ok = ledger_reverse(desk_session(pane->desk), line->entry, buf_text(&reason), &number, &set, err);
		if (ok)
			desk_say(pane->desk, _("Reversed by %s: change set %lld."), number, (long long)set);
		desk_reload(pane->desk);
	}
	free(number);
	buf_done(&reason);
	return ok;
}

static bool
refund(struct view_pane *pane, const struct receipt_line *line, struct err *err)
{
	struct buf amount = { 0 }, approved = { 0 };
	int64_t set = 0;
	bool ok = true;

	if (!may_use(line, err))
		return false;
	money_format(&amount, line->left, line->currency);
	if (desk_ask_text(pane->desk, _("How much is paid back?"), true, &amount) &&
	    desk_ask_text(pane->desk, _("By which decision, or who agreed?"), true, &approved))
		ok = said(pane, allocation_refund(desk_session(pane->desk), line->number, buf_text(&amount),
		    buf_text(&approved), &set, err), &set);
	buf_done(&amount);
	buf_done(&approved);
	return ok;
}

static bool
show_statement(struct view_pane *pane, size_t row, const char *head, struct err *err)
{
	const struct receipt_line *line = view_row(pane, row);

	if (line->government[0] != '\0')
		return statement_page_below(pane->desk, head, line->government, line->name, err);
	if (head[0] == '\0')
		return err_set(err, ERR_RULE, _("Nobody knows yet who paid %s: name the payer first."), line->number);
	desk_read(pane->desk, line->number, head);
	return true;
}

/* What a small window has no room for. */
static bool
show_whole(struct view_pane *pane, size_t row, struct err *err)
{
	struct buf head = { 0 };

	view_write_detail(pane, row, &head);
	bool ok = show_statement(pane, row, buf_text(&head), err);
	buf_done(&head);
	return ok;
}

static bool
run_option(struct view_pane *pane, size_t row, int option, struct err *err)
{
	const struct receipt_line *line = view_row(pane, row);

	switch (option) {
	case PAYER:
		return name_payer(pane, line, err);
	case USE:
		return use_rest(pane, line, err);
	case RELEASE:
		return release(pane, line, err);
	case REVERSE:
		return reverse(pane, line, err);
	case REFUND:
		return refund(pane, line, err);
	case HISTORY:
		return history_pane_open(pane->desk, "receipt", line->number, err);
	default:
		return show_statement(pane, row, "", err);
	}
}

static bool
receipts_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct view_pane *pane = state;
	bool is_row = view_row(pane, input->row) != NULL;

	switch (input->action) {
	case ACTION_OPEN:
		return !is_row || show_whole(pane, input->row, err);
	case ACTION_OPTION:
		return !is_row || run_option(pane, input->row, input->option, err);
	case ACTION_NEW:
		return desk_open(desk, &payment_form, "", err);
	default:
		view_turn_year(pane, input->action);
		return true;
	}
}

const struct pane receipts_pane = {
	.code = "RCP",
	.title = N_("Receipts"),
	.size = sizeof(struct view_pane),
	.open = receipts_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = receipts_act,
	.options = options,
	.actions = uses,
	.help = N_("Money that came in in a year, newest first: what it pays, and what is left as a credit. Money of "
	    "nobody known stands in suspense until 2=Payer names who paid. Nothing is undone but by opposite rows: "
	    "4=Release takes back what a receipt pays, 6=Reverse the receipt itself."),
	.done = view_done,
};

bool
receipts_pane_open(struct desk *desk, const char *year, const char *government, struct err *err)
{
	struct buf argument = { 0 };

	buf_addf(&argument, "%s %s", year, government);
	bool ok = desk_open(desk, &receipts_pane, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}
