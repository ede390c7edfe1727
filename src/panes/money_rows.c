/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/money_rows.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/account.h"
#include "domain/bank_format.h"
#include "domain/batch.h"
#include "domain/budget.h"
#include "domain/budget_line.h"
#include "domain/chart.h"
#include "domain/member.h"
#include "domain/rate.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/payment_form.h"
#include "panes/reference.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

/* Columns that are made from a row */

static void
made_of_account(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	(void)column;
	(void)ret_problem;
	reference_name(session, "account", ((const struct account *)row)->code, text);
}

/* A sum in the currency of an account, or nothing when it cannot be told. */
static void
add_sum(struct session *session, const char *code, int64_t sum, struct buf *text)
{
	struct account account = { 0 };
	bool found = false;

	if (row_find(session, &account_type, code, &account, &found, NULL) && found)
		money_show(text, messages_catalogue(), sum, account.currency);
	record_done(&account_type, &account);
}

static void
made_of_batch(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct batch *batch = row;
	int64_t sum = 0, count = 0;

	if (strcmp(column, "=target") == 0) {
		add_sum(session, batch->account, batch->target, text);
	} else if (batch_sum(session, batch->id, &sum, &count, NULL)) {
		*ret_problem = batch->posted == NULL;
		add_sum(session, batch->account, batch->target - sum, text);
	}
}

static void
made_of_budget_line(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct budget_line *line = row;
	char base[CHART_CURRENCY];

	(void)ret_problem;
	if (strcmp(column, "=account") == 0)
		reference_name(session, "account", line->account, text);
	else if (chart_base(session, base, NULL))
		money_show(text, messages_catalogue(), line->amount, base);
}

static void
made_of_rate(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct rate *rate = row;

	(void)session, (void)column, (void)ret_problem;
	rate_show(text, rate->num, rate->den);
}

/* "1127.5" is both halves of the fraction; a whole number leaves what it is for. */
static bool
read_rate(const struct field *field, void *row, const char *text, struct err *err)
{
	struct rate *rate = row;

	if (strcmp(field->key, "num") != 0 || strpbrk(text, "./") == NULL)
		return record_read(field, row, text, err);
	return rate_read(text, &rate->num, &rate->den, err) || err_at(err, "num");
}

static const struct rows_use rates_use = {
	.list_code = "RAT", .form_code = "RAT2", .form = &rate_form, .type = &rate_type,
	.order = "currency, day DESC",
	.columns = {
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4 }, { .key = "day", .width = 10 },
		{ .key = "=rate", .head = NC_("column", "Rate"), .width = 14, .right = true }, { .key = "source", .width = 16, .most = 40 },
	},
	.what_new = "rate", .what_edit = "rate", .what_gone = "delete rate",
	.removal = ROWS_DELETE,
	.new_title = N_("A new rate"),
	.begin = { "den", "1" },
	.read = read_rate,
	.made = made_of_rate,
};

static const struct rows_use accounts_use = {
	.list_code = "ACC", .form_code = "ACC2", .form = &account_form, .type = &account_type,
	.order = "code",
	.columns = {
		{ .key = "code" }, { .key = "=name", .head = NC_("column", "Name"), .width = 20, .most = 40 },
		{ .key = "kind", .width = 9 }, { .key = "currency", .head = NC_("column", "Cur"), .width = 4 }, { .key = "purpose", .width = 12, .most = 24 },
	},
	.what_new = "new account", .what_edit = "edit account", .what_gone = "delete account",
	.removal = ROWS_DELETE,
	.new_title = N_("A new account"),
	.made = made_of_account,
};

static const struct rows_use batches_use = {
	.list_code = "BAT", .form_code = "BAT2", .form = &batch_form, .type = &batch_type,
	.order = "posted IS NOT NULL, id DESC",
	.columns = {
		{ .key = "title", .width = 20, .most = 36 },
		{ .key = "=left", .head = NC_("column", "Left"), .width = 13, .right = true },
		{ .key = "=target", .head = NC_("column", "Target"), .width = 13, .right = true },
		{ .key = "count", .width = 6, .right = true }, { .key = "posted", .width = 10 },
		{ .key = "account", .width = 7 },
	},
	.what_new = "new batch", .what_edit = "edit batch", .what_gone = "delete batch",
	.removal = ROWS_DELETE,
	.new_title = N_("A new batch"),
	.made = made_of_batch,
};

static const struct rows_use budgets_use = {
	.list_code = "BUD", .form_code = "BUD2", .form = &budget_form, .type = &budget_type,
	.order = "year DESC, version DESC",
	.columns = {
		{ .key = "year" }, { .key = "version", .width = 7 }, { .key = "decision", .width = 10 }, { .key = "note", .width = 20, .most = 40 },
	},
	.what_new = "new budget", .what_edit = "edit budget", .what_gone = "delete budget",
	.removal = ROWS_DELETE,
	.new_title = N_("A new budget"),
};

static const struct rows_use budget_lines_use = {
	.list_code = "BUL", .form_code = "BUL2", .form = &budget_line_form, .type = &budget_line_type,
	.order = "year DESC, version DESC, account",
	.columns = {
		{ .key = "account", .width = 7 }, { .key = "=account", .head = NC_("column", "Name"), .width = 20, .most = 40 },
		{ .key = "=amount", .head = NC_("column", "Amount"), .width = 14, .right = true }, { .key = "year", .width = 4 }, { .key = "version", .width = 7 },
	},
	.what_new = "edit budget", .what_edit = "edit budget", .what_gone = "edit budget",
	.removal = ROWS_DELETE,
	.new_title = N_("A new line"),
	.made = made_of_budget_line,
};

static const struct rows_use bank_formats_use = {
	.list_code = "BKF", .form_code = "BKF2", .form = &bank_format_form, .type = &bank_format_type,
	.order = "name",
	.columns = {
		{ .key = "name" }, { .key = "account", .width = 7 }, { .key = "encoding", .width = 12 },
		{ .key = "day", .width = 14 }, { .key = "amount", .width = 14 },
	},
	.what_new = "new bank format", .what_edit = "edit bank format", .what_gone = "delete bank format",
	.removal = ROWS_DELETE,
	.new_title = N_("A new format"),
	.begin = { "decimal", "." },
};

/* Batches and budgets lead on to what is in them. */

enum { INTO = 5, POST = 9 };

static const struct option batch_options[] = {
	{ 2, NC_("option", "Edit"), N_("change the row"), false, false },
	{ 4, NC_("option", "Delete"), N_("delete a row entered in error; undo brings it back"), false, true },
	{ INTO, NC_("option", "Enter"), N_("enter payments of the batch"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ POST, NC_("option", "Post"), N_("close the batch: the sums must be those of the paper, or there is a reason"), false, true },
	{ 0 }
};

static const struct option budget_options[] = {
	{ 2, NC_("option", "Edit"), N_("change the row"), false, false },
	{ 4, NC_("option", "Delete"), N_("delete a row entered in error; undo brings it back"), false, true },
	{ INTO, NC_("option", "Lines"), N_("what the budget gives to each account"), false, false },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static bool
enter_payments(struct desk *desk, const char *batch, struct err *err)
{
	struct buf argument = { 0 };

	buf_addf(&argument, "BATCH %s", batch);
	bool ok = desk_open(desk, &payment_form, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}

/* Where the sums differ the reason is asked for, and the batch posted anyway. */
static bool
post_batch(struct desk *desk, const char *id, struct err *err)
{
	struct buf reason = { 0 };
	int64_t set = 0;
	bool ok = batch_post(desk_session(desk), id, NULL, &set, err);

	if (!ok && err->code == ERR_CONFLICT &&
	    desk_ask_text(desk, _("The sums differ from the paper. Why is it posted anyway?"), true, &reason)) {
		*err = (struct err){ 0 };
		ok = batch_post(desk_session(desk), id, buf_text(&reason), &set, err);
	}
	if (ok)
		desk_say(desk, _("Posted: change set %lld."), (long long)set);
	desk_reload(desk);
	buf_done(&reason);
	return ok;
}

static bool
batches_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);
	bool into = input->action == ACTION_OPEN ||
	    (input->action == ACTION_OPTION && input->option == INTO);

	if (into && key != NULL)
		return enter_payments(desk, key, err);
	if (input->action == ACTION_OPTION && input->option == POST && key != NULL)
		return post_batch(desk, key, err);
	return rows_act(desk, state, input, err);
}

static bool
budgets_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	if (input->action == ACTION_OPTION && input->option == INTO)
		return desk_open(desk, &budget_lines_pane, "", err);
	return rows_act(desk, state, input, err);
}

static bool
rates_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &rates_use, argument, rows_options, err);
}

const struct pane rates_pane = ROWS_PANE("RAT", N_("Rates"), rates_open,
    N_("What a unit of a currency is worth in the base currency, from a day on, and who says "
	    "so. Papers that were issued keep the rate of their day."));

static bool
rate_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &rates_use, argument, err);
}

const struct pane rate_form = ROW_FORM("RAT2", N_("Rate"), rate_form_open);

static bool
accounts_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &accounts_use, argument, rows_options, err);
}

const struct pane accounts_pane = ROWS_PANE("ACC", N_("Accounts"), accounts_open,
    N_("The chart of accounts. The purpose says what the program posts to an account; one "
	    "with postings keeps its kind, purpose and currency."));

static bool
account_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &accounts_use, argument, err);
}

const struct pane account_form = ROW_FORM("ACC2", N_("Account"), account_form_open);

static bool
batches_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &batches_use, argument, batch_options, err);
}

const struct pane batches_pane = ROWS_PANE_WITH("BAT", N_("Batches of payments"), batches_open,
    batches_act, batch_options, rows_uses,
    N_("Payments that are entered together: the sum of the paper is the target. 5=Enter goes "
	    "on with the payments; 9=Post closes the batch, with a reason where the sums differ."));

static bool
batch_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &batches_use, argument, err);
}

const struct pane batch_form = ROW_FORM("BAT2", N_("Batch"), batch_form_open);

static bool
budgets_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &budgets_use, argument, budget_options, err);
}

const struct pane budgets_pane = ROWS_PANE_WITH("BUD", N_("Budgets"), budgets_open,
    budgets_act, budget_options, rows_uses,
    N_("Versions of the budget of a year: the latest that a decision approved counts. "
	    "5=Lines shows its lines; an approved one stays as it is."));

static bool
budget_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &budgets_use, argument, err);
}

const struct pane budget_form = ROW_FORM("BUD2", N_("Budget"), budget_form_open);

static bool
budget_lines_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &budget_lines_use, argument, rows_options, err);
}

const struct pane budget_lines_pane = ROWS_PANE("BUL", N_("Lines of a budget"), budget_lines_open,
    N_("What the budget gives to each account, in the base currency."));

static bool
budget_line_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &budget_lines_use, argument, err);
}

const struct pane budget_line_form = ROW_FORM("BUL2", N_("Budget line"), budget_line_form_open);

static bool
bank_formats_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &bank_formats_use, argument, rows_options, err);
}

const struct pane bank_formats_pane = ROWS_PANE("BKF", N_("Bank formats"), bank_formats_open,
    N_("How a bank writes its statements as CSV: the encoding of its text, and the heads of the columns that "
	    "count. BNK, or \"nearsec bank import FILE format=NAME\", reads by it."));

static bool
bank_format_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &bank_formats_use, argument, err);
}

const struct pane bank_format_form = ROW_FORM("BKF2", N_("Bank format"), bank_format_form_open);
