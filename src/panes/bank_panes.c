/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/bank_panes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/bank.h"
#include "domain/bank_statement.h"
#include "domain/session.h"
#include "panes/bank_import.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/ledger_pane.h"
#include "panes/pane.h"
#include "panes/receipts_pane.h"
#include "panes/reference.h"
#include "panes/view_pane.h"
#include "ui/choices.h"
#include "ui/frame.h"
#include "ui/layout.h"
#include "ui/pager.h"

enum { TAKE = 1, RECEIVE = 2, FEE = 3, SAME = 4, DETAIL_ROWS = 5 };

/* Statements */

static bool
list_statements(struct session *session, const char *argument, struct row_list *ret_list,
    struct err *err)
{
	(void)argument;
	return row_list(session, &bank_statement_type, NULL, NULL, "until DESC, id DESC", ret_list, err);
}

static char
statement_mark(struct session *session, const void *row)
{
	const struct bank_statement *statement = row;
	int64_t left = 0, lines = 0;

	return statement->reconciled == NULL || (bank_left(session, statement->id, &left, &lines, NULL) && lines > 0) ?
	    '!' : ' ';
}

static const struct view_use statements_use = {
	.type = &bank_statement_type,
	.list = list_statements,
	.key = "id",
	.columns = {
		{ .key = "name", .width = 16, .most = 30 },
		{ .key = "account", .width = 7, .drop = 1 },
		{ .key = "since", .width = 10, .drop = 2 }, { .key = "until", .width = 10 },
		{ .key = "reconciled", .width = 10 },
	},
	.mark = statement_mark,
	.empty = N_("No statement is here yet: F6 takes one."),
};

static const struct option statement_options[] = {
	{ 5, NC_("option", "Lines"), N_("what each line of the statement was"), false, false },
	{ 0 }
};

static const struct action_use statement_uses[] = {
	{ ACTION_NEW, NC_("key", "Import"), N_("take a statement from a file: camt.053, or CSV by a bank format") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static bool
bank_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	(void)argument;
	(void)err;
	view_open(desk, state, &statements_use, "", statement_options);
	return true;
}

static bool
bank_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const struct bank_statement *statement = view_row(state, input->row);

	if (input->action == ACTION_NEW)
		return bank_import(desk, err);
	bool opens = input->action == ACTION_OPEN || input->action == ACTION_OPTION;

	return !opens || statement == NULL || desk_open(desk, &bank_lines_pane, statement->id, err);
}

const struct pane bank_pane = {
	.code = "BNK",
	.title = N_("Bank statements"),
	.size = sizeof(struct view_pane),
	.open = bank_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = bank_act,
	.options = statement_options,
	.actions = statement_uses,
	.help = N_("Statements of the bank; those with a mark have lines that nothing answers yet. F6 takes one "
	    "from a file: camt.053, or CSV by one of the formats in BKF."),
	.done = view_done,
};

/* Lines */

static char
line_mark(struct session *session, const void *row)
{
	const struct bank_match *match = row;

	(void)session;
	return strcmp(match->state, "open") == 0 || (strcmp(match->state, "proposed") == 0 && match->alike > 0) ?
	    '!' : ' ';
}

static void
detail_title(struct session *session, const void *row, struct buf *text)
{
	const struct bank_match *match = row;

	(void)session;
	buf_addf(text, "%lld  %s  ", (long long)match->no, match->day);
	money_show(text, messages_catalogue(), match->amount, match->currency);
}

/* Who paid and what for, as the bank writes it: two lines where one is too short. */
static void
add_words(const struct bank_match *match, struct detail_lines *lines)
{
	const char *label = C_("detail", "Bank");
	struct buf text = { 0 }, wrapped = { 0 };

	if (match->payer[0] != '\0')
		buf_addf(&text, "%s   ", match->payer);
	buf_add(&text, match->reference);
	pager_wrap(buf_text(&text), lines->columns, &wrapped);
	for (char *rest = wrapped.bytes, *line; (line = strsep(&rest, "\n")) != NULL; label = "")
		if (line[0] != '\0' || label[0] != '\0')
			detail_add(lines, label, line);
	buf_done(&text);
	buf_done(&wrapped);
}

static bool
is_answered(const struct bank_match *match)
{
	return strcmp(match->state, "open") != 0 && strcmp(match->state, "proposed") != 0;
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct bank_match *match = row;
	struct buf text = { 0 };

	add_words(match, lines);
	if (match->government[0] != '\0') {
		buf_addf(&text, "%s  ", match->government);
		reference_name(session, "government", match->government, &text);
		buf_add(&text, "  ");
	}
	buf_add(&text, match->answer);
	detail_add(lines, C_("bank line", "Answer"), buf_text(&text));
	if (match->alike > 0 && !is_answered(match)) {
		buf_clear(&text);
		buf_addf(&text, nq_("%d other line looks the same: each is a payment until you say otherwise.",
		    "%d other lines look the same: each is a payment until you say otherwise.", match->alike),
		    (int)match->alike);
		detail_add(lines, "", buf_text(&text))->problem = true;
	}
	buf_done(&text);
}

static const struct view_use lines_use = {
	.type = &bank_match_type,
	.list = bank_match_list,
	.key = "no",
	.columns = {
		{ .key = "no", .width = 4 }, { .key = "day", .width = 10, .drop = 3 },
		{ .key = "amount", .width = 12 },
		{ .key = "words", .head = NC_("field", "Payer"), .width = 12, .most = 26, .drop = 2 },
		{ .key = "state", .width = 10 }, { .key = "government", .head = NC_("column", "Code"), .width = 7 },
		{ .key = "answer", .head = NC_("bank line", "Answer"), .width = 11, .most = 18, .drop = 1 },
	},
	.mark = line_mark,
	.detail_rows = DETAIL_ROWS,
	.detail_title = detail_title,
	.detail = detail,
	.empty = N_("There is no line in this statement."),
};

static const struct option line_options[] = {
	{ TAKE, NC_("bank line", "Accept"), N_("post the money as proposed"), false, true },
	{ RECEIVE, NC_("option", "From"), N_("choose who paid, and post it; nobody: it stands in suspense"), false, true },
	{ FEE, NC_("option", "Fee"), N_("post it on an account: a fee, interest"), false, true },
	{ SAME, NC_("option", "Same"), N_("it repeats another line, and why; again takes that back"), false, true },
	{ 0 }
};

static const struct action_use line_uses[] = {
	{ ACTION_SAVE, NC_("key", "Reconcile"), N_("close the statement: nothing may be left") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static bool
lines_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	char *id = NULL;

	if (!bank_find(desk_session(desk), argument, &id, err)) {
		view_open(desk, state, &lines_use, "", line_options);
		return false;
	}
	view_open(desk, state, &lines_use, id, line_options);
	free(id);
	return true;
}

static void
lines_scope(void *state, int columns, struct buf *text)
{
	const struct view_pane *pane = state;
	int64_t left = 0, lines = 0;

	if (!bank_left(desk_session(pane->desk), pane->argument, &left, &lines, NULL))
		return;
	if (columns < LAYOUT_NARROW)
		buf_addf(text, "%d/%zu", (int)lines, pane->rows.count);
	else
		buf_addf(text, nq_("%d line left of %zu", "%d lines left of %zu", lines), (int)lines,
		    pane->rows.count);
}

/* Where there is no room for the detail: who paid and what for, before anybody is chosen. */
static void
lines_talk(void *state, struct buf *text)
{
	enum { DETAIL_FROM_ROWS = 15 };
	const struct view_pane *pane = state;
	const struct bank_match *match = view_row(pane, pane->list.row);

	if (match != NULL && frame_rows() < DETAIL_FROM_ROWS)
		buf_addf(text, "%s%s%s", match->payer, match->payer[0] != '\0' ? "   " : "", match->reference);
}

/* First, so that Enter alone says nothing of anybody. */
static const char nobody[] = "-";

static void
fill_payers(void *context, const char *typed, struct choices *ret_choices)
{
	struct choices governments = { 0 };

	if (typed[0] == '\0' || strcmp(typed, nobody) == 0)
		choices_add(ret_choices, nobody, _("nobody knows: it stands in suspense"), "");
	reference_values(context, "government", typed, &governments);
	for (size_t i = 0; i < governments.count; i++)
		choices_add(ret_choices, governments.item[i].value, governments.item[i].text, governments.item[i].note);
	ret_choices->more = governments.more;
	choices_done(&governments);
}

/* Its answer no longer stands. */
static bool
is_reversed(const struct bank_match *match)
{
	return strcmp(match->state, "reversed") == 0;
}

/* Before anything is asked: answers to questions must not be in vain. */
static bool
may_answer(const struct bank_match *match, struct err *err)
{
	if (strcmp(match->state, "same") == 0)
		return err_set(err, ERR_RULE, _("This line repeats another one: \"%s\"."), match->answer);
	return !is_answered(match) || is_reversed(match) || err_set(err, ERR_RULE, _("This line is answered already, by %s."), match->answer);
}

static bool
may_receive(const struct bank_match *match, struct err *err)
{
	return may_answer(match, err) && (match->amount > 0 ||
	    err_set(err, ERR_RULE, _("Nothing came in with this line: post it as what it was.")));
}

static bool
may_change(struct view_pane *pane, const struct bank_match *match, struct err *err)
{
	return may_answer(match, err) &&
	    (!is_reversed(match) || bank_may_post(desk_session(pane->desk), pane->argument, err));
}

static bool
receive(struct view_pane *pane, const struct bank_match *match, const char *government,
    struct err *err)
{
	char *receipt = NULL;

	if (!bank_receive(desk_session(pane->desk), pane->argument, match->no, government, &receipt, NULL, err))
		return false;
	desk_say(pane->desk, _("Posted: receipt %s."), receipt);
	free(receipt);
	return true;
}

static bool
choose_and_receive(struct view_pane *pane, const struct bank_match *match, struct err *err)
{
	struct references references = { .session = desk_session(pane->desk) };
	struct buf code = { 0 };
	bool ok = may_receive(match, err);

	buf_add(&code, match->government);
	if (ok && desk_pick(pane->desk, _("Who paid?"), fill_payers, &references, &code))
		ok = receive(pane, match, strcmp(buf_text(&code), nobody) == 0 ? "" : buf_text(&code), err);
	buf_done(&code);
	references_done(&references);
	return ok;
}

static void
fill_accounts(void *context, const char *typed, struct choices *ret_choices)
{
	reference_values(context, "account", typed, ret_choices);
}

static bool
post_fee(struct view_pane *pane, const struct bank_match *match, struct err *err)
{
	struct references references = { .session = desk_session(pane->desk) };
	struct buf account = { 0 }, words = { 0 };
	char *entry = NULL;
	bool ok = may_change(pane, match, err);

	buf_add(&words, match->reference[0] != '\0' ? match->reference : match->payer);
	if (ok && desk_pick(pane->desk, _("On which account?"), fill_accounts, &references, &account) &&
	    desk_ask_text(pane->desk, _("What was it?"), true, &words)) {
		ok = bank_post(desk_session(pane->desk), pane->argument, match->no, buf_text(&account),
		    buf_text(&words), &entry, NULL, err);
		if (ok)
			desk_say(pane->desk, _("Posted as %s."), entry);
	}
	free(entry);
	buf_done(&account);
	buf_done(&words);
	references_done(&references);
	return ok;
}

static bool
mark_same(struct view_pane *pane, const struct bank_match *match, struct err *err)
{
	struct buf why = { 0 };
	bool back = strcmp(match->state, "same") == 0, ok = back || may_change(pane, match, err);

	if (ok && (back || desk_ask_text(pane->desk, _("Which line does it repeat, and why?"), true, &why)))
		ok = bank_same_as(desk_session(pane->desk), pane->argument, match->no, buf_text(&why), NULL, err);
	buf_done(&why);
	return ok;
}

static bool
run_option(struct view_pane *pane, const struct bank_match *match, int option, struct err *err)
{
	switch (option) {
	case TAKE:
		if (!may_answer(match, err))
			return false;
		return strcmp(match->state, "proposed") == 0 ? receive(pane, match, match->government, err) :
		    err_set(err, ERR_RULE, _("Nothing is proposed for this line: choose with 2, 3 or 4."));
	case RECEIVE:
		return choose_and_receive(pane, match, err);
	case FEE:
		return post_fee(pane, match, err);
	default:
		return mark_same(pane, match, err);
	}
}

static bool
reconcile(struct view_pane *pane, struct err *err)
{
	int64_t set = 0;

	if (!bank_reconcile(desk_session(pane->desk), pane->argument, &set, err))
		return false;
	desk_say(pane->desk, _("Reconciled: change set %lld."), (long long)set);
	return true;
}

/* Enter: what answers the line; where nothing does yet, the question it needs. */
static bool
open_line(struct view_pane *pane, const struct bank_match *match, struct err *err)
{
	if (strcmp(match->state, "receipt") == 0)
		return desk_open(pane->desk, &receipts_pane, match->answer, err);
	if (strcmp(match->state, "entry") == 0 || is_reversed(match))
		return desk_open(pane->desk, &ledger_pane, match->answer, err);
	return match->amount > 0 || is_answered(match) ? choose_and_receive(pane, match, err) :
	    post_fee(pane, match, err);
}

static bool
lines_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct view_pane *pane = state;
	const struct bank_match *match = view_row(pane, input->row);
	bool ok = true;

	if (input->action == ACTION_OPTION && match != NULL)
		ok = run_option(pane, match, input->option, err);
	else if (input->action == ACTION_OPEN && match != NULL)
		ok = open_line(pane, match, err);
	else if (input->action == ACTION_SAVE)
		ok = reconcile(pane, err);
	desk_reload(desk);
	return ok;
}

const struct pane bank_lines_pane = {
	.code = "BNL",
	.title = N_("Lines of a bank statement"),
	.size = sizeof(struct view_pane),
	.open = lines_open,
	.load = view_load,
	.list = view_list,
	.scope = lines_scope,
	.talk = lines_talk,
	.act = lines_act,
	.options = line_options,
	.actions = line_uses,
	.help = N_("Every line must be answered: by who paid, by an account, or by a person who says that it repeats "
	    "another line. What is proposed comes from numbers of invoices, from the last payment of the same "
	    "payer, and from names. F10 closes the statement when nothing is left."),
	.done = view_done,
};
