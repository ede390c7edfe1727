/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/due_pane.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/dues.h"
#include "domain/fiscal_year.h"
#include "domain/invoice.h"
#include "domain/rate.h"
#include "domain/session.h"
#include "panes/arrears_panes.h"
#include "panes/bill_form.h"
#include "panes/credit_notes_pane.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/history_pane.h"
#include "panes/invoice_deeds.h"
#include "panes/pane.h"
#include "panes/payment_form.h"
#include "panes/receipts_pane.h"
#include "panes/statement_page.h"
#include "panes/view_pane.h"
#include "ui/pager.h"

enum { PAY = 1, BILL = 2, RECEIPTS = 3, WAIVE = 4, STATEMENT = 5, INVOICE = 6, NOTES = 7, HISTORY = 8, DETAIL_ROWS = 6,
	YEAR = 4 };

static const struct option options[] = {
	{ PAY, NC_("option", "Pay"), N_("money came in from this government"), false, true },
	{ BILL, NC_("option", "Bill"), N_("a bill to this government that is no dues"), false, true },
	{ RECEIPTS, NC_("option", "Receipts"), N_("what it paid in the year, and what is left of that"), false, false },
	{ WAIVE, NC_("option", "Waive"), N_("take an amount off the invoice: waiver, write-off or credit note"), false, true },
	{ STATEMENT, NC_("option", "Statement"), N_("what was invoiced and paid, with the balance"), false, false },
	{ INVOICE, NC_("option", "Invoice"), N_("the invoice as it was issued"), false, false },
	{ NOTES, NC_("option", "Notes"), N_("credit notes and waivers of the year; a wrong one is taken back there"), false, false },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "Payment"), N_("money came in") },
	{ ACTION_PREVIOUS, NULL, N_("the year before") },
	{ ACTION_NEXT, NULL, N_("the next year") },
	{ ACTION_SAVE, NC_("key", "Assess, issue"), N_("make the drafts of the year; when they are there, issue them") },
	{ ACTION_VIEW, NC_("key", "Arrears"), N_("who owes what, of all years") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static char
mark(struct session *session, const void *row)
{
	const struct dues_line *line = row;
	char day[DAY_SIZE];

	session_day(session, day);
	return line->open > 0 && strcmp(line->state, "issued") == 0 && strcmp(line->due, day) < 0 ? '!' : ' ';
}

/* The day of a rule, "(2016-09-28)"; where it has none, its end. */
static const char *
day_of_rule(const char *rule, size_t length)
{
	const char *day = memrchr(rule, '(', length);

	return day != NULL ? day : rule + length;
}

/*
 * "dues.amount=1000.00 (2016-09-28); dues.due=04-30 (2016-09-28)" in fewer words:
 * all of them are of dues, and a day that the next one shares is said there.
 */
static void
shorten_terms(const char *terms, struct buf *text)
{
	static const char prefix[] = "dues.", between[] = "; ";

	for (const char *rule = terms, *next; *rule != '\0'; rule = next) {
		const char *end = strstr(rule, between);
		size_t length = end != NULL ? (size_t)(end - rule) : strlen(rule);
		const char *day = day_of_rule(rule, length);
		size_t day_length = (size_t)(rule + length - day);

		next = end != NULL ? end + strlen(between) : rule + length;
		if (day_length > 0 && strncmp(day, day_of_rule(next, strcspn(next, ";")), day_length) == 0)
			length -= day_length + 1;
		size_t skip = strncmp(rule, prefix, strlen(prefix)) == 0 ? strlen(prefix) : 0;
		buf_add_bytes(text, rule + skip, length - skip);
		buf_add(text, end != NULL ? between : "");
	}
}

static void
add_terms(struct detail_lines *lines, const char *terms)
{
	struct buf text = { 0 }, wrapped = { 0 };
	const char *label = C_("detail", "Rule");

	shorten_terms(terms, &text);
	pager_wrap(buf_text(&text), lines->columns, &wrapped);
	for (char *rest = wrapped.bytes, *line; (line = strsep(&rest, "\n")) != NULL; label = "")
		if (line[0] != '\0')
			detail_add(lines, label, line);
	buf_done(&text);
	buf_done(&wrapped);
}

static void
add_invoice(const struct dues_line *line, const struct invoice *invoice, struct detail_lines *lines)
{
	struct buf text = { 0 };

	money_show(&text, messages_catalogue(), line->amount, line->currency);
	if (line->number[0] != '\0')
		buf_addf(&text, "   %s   %s %s", line->number, C_("dues", "issued"), invoice->issued);
	detail_add(lines, C_("detail", "Invoice"), buf_text(&text));
	buf_clear(&text);
	money_show(&text, messages_catalogue(), line->open, line->currency);
	buf_addf(&text, "   %s %s", C_("dues", "due"), line->due);
	detail_add(lines, C_("detail", "Open"), buf_text(&text));
	if (invoice->payable != NULL) {
		buf_clear(&text);
		buf_addf(&text, "%s   ", invoice->payable);
		rate_show(&text, invoice->rate_num, invoice->rate_den);
		buf_addf(&text, "   %s   %s", invoice->rate_day, invoice->rate_source);
		detail_add(lines, C_("detail", "Payable"), buf_text(&text));
	}
	if (invoice->terms != NULL && invoice->terms[0] != '\0')
		add_terms(lines, invoice->terms);
	buf_done(&text);
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct dues_line *line = row;
	struct invoice invoice = { 0 };
	bool found = false;

	if (line->invoice[0] == '\0') {
		detail_add(lines, C_("detail", "Invoice"), _("There is no draft yet: F10 makes those of the year."));
		return;
	}
	if (row_find(session, &invoice_type, line->invoice, &invoice, &found, NULL) && found)
		add_invoice(line, &invoice, lines);
	record_done(&invoice_type, &invoice);
}

static const struct view_use use = {
	.type = &dues_line_type,
	.list = dues_list,
	.key = "government",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code"), .width = 7 },
		{ .key = "name", .head = NC_("column", "Name"), .width = 16, .most = 36 },
		{ .key = "own_name", .width = 12, .most = 24, .drop = 1 },
		{ .key = "number", .head = NC_("column", "Invoice"), .width = 9, .drop = 3 },
		{ .key = "amount", .width = 9, .drop = 2 },
		{ .key = "open", .width = 9 },
		{ .key = "state", .width = 9, .drop = 4 },
	},
	.mark = mark,
	.detail_rows = DETAIL_ROWS,
	.detail = detail,
	.empty = N_("Nobody owes dues of this year."),
};

/* Whose invoice it is. */
static bool
want_invoice(struct view_pane *pane, const char *number, struct err *err)
{
	struct row_list rows = { 0 };

	if (!row_list(desk_session(pane->desk), &invoice_type, "number", number, "id", &rows, err))
		return false;
	const struct invoice *invoice = rows.count > 0 ? row_at(&rows, 0) : NULL;
	if (invoice != NULL && strcmp(invoice->kind, "dues") == 0)
		view_want(pane, invoice->government);
	else if (invoice != NULL)
		err_set(err, ERR_MISSING, _("%s is a bill that is no dues: BIL %s shows it."), number, number);
	else
		err_set(err, ERR_MISSING, _("There is no invoice %s."), number);
	row_list_done(&rows);
	return err->code == ERR_NONE;
}

/* "2017", "2017-0010" for the row of that invoice, "JP-16" for that of the year of the day. */
static bool
due_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct view_pane *pane = state;
	bool is_year = argument[0] >= '0' && argument[0] <= '9';

	if (!view_open_year(desk, state, &use, is_year ? argument : "", options, err))
		return false;
	if (is_year)
		return argument[YEAR] == '\0' || want_invoice(pane, argument, err);
	view_want(pane, argument);
	return true;
}

/* No rule is in force in some years: then there is nothing to list, and the sentence says so. */
static bool
due_load(struct desk *desk, void *state, struct err *err)
{
	struct view_pane *pane = state;

	if (view_load(desk, state, err))
		return true;
	if (err->code != ERR_MISSING)
		return false;
	view_clear(pane);
	desk_warn(desk, "%s", err->text);
	*err = (struct err){ 0 };
	return true;
}

/* Deeds */

static size_t
count_state(const struct view_pane *pane, const char *state)
{
	size_t count = 0;

	for (size_t i = 0; i < pane->rows.count; i++)
		count += strcmp(((const struct dues_line *)row_at(&pane->rows, i))->state, state) == 0;
	return count;
}

static bool
assess(struct view_pane *pane, size_t count, struct err *err)
{
	struct buf question = { 0 };
	int64_t made = 0, set = 0;

	buf_addf(&question, nq_("Make %d draft of the dues of %s?", "Make %d drafts of the dues of %s?", count),
	    (int)count, pane->argument);
	bool yes = desk_ask_yes(pane->desk, buf_text(&question));
	buf_done(&question);
	if (!yes)
		return true;
	if (!dues_assess(desk_session(pane->desk), pane->argument, &made, &set, err))
		return false;
	desk_say(pane->desk, nq_("%d draft made: change set %lld. F10 issues it.",
	    "%d drafts made: change set %lld. F10 issues them.", made), (int)made, (long long)set);
	return true;
}

static bool
issue(struct view_pane *pane, size_t count, struct err *err)
{
	struct buf question = { 0 };
	int64_t issued = 0, set = 0;

	buf_addf(&question, nq_("Issue %d invoice of %s? It gets a number and is posted.",
	    "Issue %d invoices of %s? They get numbers and are posted.", count), (int)count, pane->argument);
	bool yes = desk_ask_yes(pane->desk, buf_text(&question));
	buf_done(&question);
	if (!yes)
		return true;
	if (!dues_issue(desk_session(pane->desk), pane->argument, NULL, &issued, &set, err))
		return false;
	desk_say(pane->desk, nq_("%d invoice issued: change set %lld.", "%d invoices issued: change set %lld.",
	    issued), (int)issued, (long long)set);
	return true;
}

/* What comes next in the year. */
static bool
run(struct view_pane *pane, struct err *err)
{
	size_t fresh = count_state(pane, "new"), drafts = count_state(pane, "draft");
	bool ok;

	if (fresh > 0)
		ok = assess(pane, fresh, err);
	else if (drafts > 0)
		ok = issue(pane, drafts, err);
	else
		return err_set(err, ERR_RULE, _("Every invoice of %s is issued."), pane->argument);
	desk_reload(pane->desk);
	return ok;
}

static bool
run_option(struct view_pane *pane, const struct dues_line *line, int option, struct err *err)
{
	bool needs_invoice = option == WAIVE || option == INVOICE || option == HISTORY;

	if (needs_invoice && line->invoice[0] == '\0')
		return err_set(err, ERR_RULE, _("%s has no invoice of %s yet."), line->government, line->year);
	switch (option) {
	case PAY:
		return desk_open(pane->desk, &payment_form, line->government, err);
	case BILL:
		return desk_open(pane->desk, &bill_form, line->government, err);
	case RECEIPTS:
		return receipts_pane_open(pane->desk, line->year, line->government, err);
	case NOTES:
		return desk_open(pane->desk, &credit_notes_pane, line->year, err);
	case WAIVE:
		return invoice_deeds_waive(pane->desk, line->number, line->open, line->currency, err);
	case INVOICE:
		return invoice_deeds_show(pane->desk, line->invoice, err);
	case HISTORY:
		return history_pane_open(pane->desk, "invoice", line->invoice, err);
	default:
		return statement_page_show(pane->desk, line->government, line->name, err);
	}
}

static bool
due_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct view_pane *pane = state;
	const struct dues_line *line = view_row(pane, input->row);

	switch (input->action) {
	case ACTION_OPEN:
		return line == NULL || statement_page_show(desk, line->government, line->name, err);
	case ACTION_OPTION:
		return line == NULL || run_option(pane, line, input->option, err);
	case ACTION_NEW:
		return desk_open(desk, &payment_form, "", err);
	case ACTION_SAVE:
		return run(pane, err);
	case ACTION_VIEW:
		return desk_open(desk, &arrears_pane, "", err);
	default:
		view_turn_year(pane, input->action);
		return true;
	}
}

const struct pane due_pane = {
	.code = "DUE",
	.title = N_("Dues"),
	.size = sizeof(struct view_pane),
	.open = due_open,
	.load = due_load,
	.list = view_list,
	.scope = view_scope,
	.act = due_act,
	.options = options,
	.actions = uses,
	.help = N_("The dues of a year. F10 makes drafts for all who owe and have none; pressed again it issues "
	    "them: they get numbers without a hole and are posted. An issued invoice never changes. "
	    "1=Pay enters money that came in; what it posts is shown before the key that posts. "
	    "2=Bill asks for money that is no dues: a share of a project, a publication, a room."),
	.done = view_done,
};
