/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/arrears_panes.h"

#include "base/buf.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/arrears.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/pane.h"
#include "panes/payment_form.h"
#include "panes/reminders_pane.h"
#include "panes/statement_page.h"
#include "panes/view_pane.h"

enum { PAY = 1, STATEMENT = 5, REMINDERS = 6, DETAIL_ROWS = 4, AGEING_ROWS = 4 };

static const struct option options[] = {
	{ PAY, NC_("option", "Pay"), N_("money came in from this government"), false, true },
	{ STATEMENT, NC_("option", "Statement"), N_("what was invoiced and paid, with the balance"), false, false },
	{ REMINDERS, NC_("option", "Reminders"), N_("who was reminded in the year, and who is to be"), false, false },
	{ 0 }
};

static const struct action_use arrears_uses[] = {
	{ ACTION_NEW, NC_("key", "Payment"), N_("money came in") },
	{ ACTION_VIEW, NC_("key", "Ageing"), N_("what is open by how long it is overdue") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static const struct action_use ageing_uses[] = {
	{ ACTION_NEW, NC_("key", "Payment"), N_("money came in") },
	{ ACTION_VIEW, NC_("key", "Arrears"), N_("who owes what, of all years") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static bool
list_arrears(struct session *session, const char *argument, struct row_list *ret_list,
    struct err *err)
{
	(void)argument;
	return arrears_list(session, ret_list, err);
}

static bool
list_ageing(struct session *session, const char *argument, struct row_list *ret_list,
    struct err *err)
{
	(void)argument;
	return ageing_list(session, ret_list, err);
}

static char
mark(struct session *session, const void *row)
{
	(void)session;
	return ((const struct arrears_line *)row)->may_vote == 0 ? '!' : ' ';
}

static void
detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct arrears_line *line = row;
	const char *label = C_("detail", "Overdue");
	struct buf text = { 0 };

	(void)session;
	money_show(&text, messages_catalogue(), line->open, line->currency);
	detail_add(lines, C_("detail", "Open"), buf_text(&text));
	buf_clear(&text);
	if (line->overdue == 0) {
		buf_addf(&text, _("nothing; due %s"), line->due);
	} else {
		money_show(&text, messages_catalogue(), line->overdue, line->currency);
		detail_add(lines, label, buf_text(&text));
		label = "";
		buf_clear(&text);
		buf_addf(&text, nq_("%d fiscal year overdue, since %s", "%d fiscal years overdue, since %s", line->years),
		    (int)line->years, line->due);
	}
	detail_add_piece(lines, label, buf_text(&text));
	buf_clear(&text);
	if (line->may_vote != 0) {
		buf_add(&text, _("It may vote."));
	} else {
		money_show(&text, messages_catalogue(), line->restores, line->currency);
		buf_addf(&text, " %s", _("received gives the vote back."));
	}
	detail_add(lines, C_("detail", "Vote"), buf_text(&text))->problem = line->may_vote == 0;
	buf_done(&text);
}

static const struct view_use arrears_use = {
	.type = &arrears_line_type,
	.list = list_arrears,
	.key = "government",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code"), .width = 6 },
		{ .key = "name", .head = NC_("column", "Name"), .width = 20, .most = 40 },
		{ .key = "own_name", .width = 12, .most = 24, .drop = 1 },
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4, .drop = 2 },
		{ .key = "open", .width = 11 },
		{ .key = "overdue", .width = 11, .drop = 3 },
		{ .key = "due", .width = 10, .drop = 4 },
		{ .key = "may_vote", .head = NC_("column", "Vote"), .width = 6, .drop = 5 },
	},
	.mark = mark,
	.detail_rows = DETAIL_ROWS,
	.detail = detail,
	.empty = N_("Nobody owes anything."),
};

static void
add_part(struct detail_lines *lines, const char *label, const char *head, const struct ageing_line *line,
    int64_t sum)
{
	struct buf text = { 0 };

	buf_addf(&text, "%s ", head);
	money_show(&text, messages_catalogue(), sum, line->currency);
	detail_add_piece(lines, label, buf_text(&text));
	buf_done(&text);
}

/* All of them: a narrow screen, or long sums, leave some out of the row. */
static void
ageing_detail(struct session *session, const void *row, struct detail_lines *lines)
{
	const struct ageing_line *line = row;
	struct buf text = { 0 };

	(void)session;
	money_show(&text, messages_catalogue(), line->total, line->currency);
	detail_add(lines, C_("detail", "Total"), buf_text(&text));
	add_part(lines, "", C_("column", "Not due"), line, line->due_later);
	add_part(lines, C_("detail", "Overdue"), C_("column", "90 days"), line, line->days_90);
	add_part(lines, "", C_("column", "1 year"), line, line->days_365);
	add_part(lines, "", C_("column", "2 years"), line, line->years_2);
	add_part(lines, "", C_("column", "Older"), line, line->older);
	buf_done(&text);
}

static const struct view_use ageing_use = {
	.type = &ageing_line_type,
	.list = list_ageing,
	.key = "government",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code"), .width = 6 },
		{ .key = "name", .head = NC_("column", "Name"), .width = 17, .most = 40 },
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4, .drop = 1 },
		{ .key = "due_later", .head = NC_("column", "Not due"), .width = 9, .drop = 2 },
		{ .key = "days_90", .head = NC_("column", "90 days"), .width = 9, .drop = 5 },
		{ .key = "days_365", .head = NC_("column", "1 year"), .width = 9, .drop = 4 },
		{ .key = "years_2", .head = NC_("column", "2 years"), .width = 9, .drop = 3 },
		{ .key = "older", .head = NC_("column", "Older"), .width = 9, .drop = 6 },
		{ .key = "total", .width = 9 },
	},
	.detail_rows = AGEING_ROWS,
	.detail = ageing_detail,
	.empty = N_("Nobody owes anything."),
};

static bool
arrears_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	(void)argument;
	(void)err;
	view_open(desk, state, &arrears_use, "", options);
	return true;
}

static bool
ageing_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	(void)argument;
	(void)err;
	view_open(desk, state, &ageing_use, "", options);
	return true;
}

/* Both kinds of rows begin with code and name. */
static void
whose(const struct view_pane *pane, size_t row, const char **ret_government, const char **ret_name)
{
	const void *line = view_row(pane, row);
	const struct record_type *type = pane->use->type;

	*ret_government = line != NULL ? record_text(record_find_field(type, "government"), line) : NULL;
	*ret_name = line != NULL ? record_text(record_find_field(type, "name"), line) : NULL;
}

/* The row, with what its screen had no room for, and what it comes from. */
static bool
show_whole(const struct view_pane *pane, struct desk *desk, size_t row, struct err *err)
{
	const char *government, *name;
	struct buf head = { 0 };

	whose(pane, row, &government, &name);
	view_write_detail(pane, row, &head);
	bool ok = statement_page_below(desk, buf_text(&head), government, name, err);
	buf_done(&head);
	return ok;
}

static bool
act(struct desk *desk, void *state, const struct input *input, const struct pane *other,
    struct err *err)
{
	const char *government, *name;

	whose(state, input->row, &government, &name);
	switch (input->action) {
	case ACTION_OPTION:
		if (government != NULL && input->option == PAY)
			return desk_open(desk, &payment_form, government, err);
		if (input->option == REMINDERS)
			return desk_open(desk, &reminders_pane, "", err);
		return government == NULL || statement_page_show(desk, government, name, err);
	case ACTION_OPEN:
		return government == NULL || show_whole(state, desk, input->row, err);
	case ACTION_NEW:
		return desk_open(desk, &payment_form, "", err);
	case ACTION_VIEW:
		return desk_replace(desk, other, "", err);
	default:
		return true;
	}
}

static bool
arrears_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	return act(desk, state, input, &ageing_pane, err);
}

static bool
ageing_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	return act(desk, state, input, &arrears_pane, err);
}

const struct pane arrears_pane = {
	.code = "OWE",
	.title = N_("Arrears"),
	.size = sizeof(struct view_pane),
	.open = arrears_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = arrears_act,
	.options = options,
	.actions = arrears_uses,
	.help = N_("Who owes what on the day, largest first. A mark tells whose vote the arrears suspend; below "
	    "stands the sum that gives it back. On a past day only what was booked until then counts."),
	.done = view_done,
};

const struct pane ageing_pane = {
	.code = "AGE",
	.title = N_("Ageing"),
	.size = sizeof(struct view_pane),
	.open = ageing_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = ageing_act,
	.options = options,
	.actions = ageing_uses,
	.help = N_("What is open on the day by how long it is overdue; the parts add up to the total."),
	.done = view_done,
};
