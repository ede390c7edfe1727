/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/trial_panes.h"

#include "base/messages.h"
#include "domain/account_report.h"
#include "domain/fiscal_year.h"
#include "domain/trial.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/view_pane.h"

static const struct action_use trial_uses[] = {
	{ ACTION_VIEW, NC_("key", "Report"), N_("the accounting report of the year") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static const struct action_use report_uses[] = {
	{ ACTION_PREVIOUS, NULL, N_("the year before") },
	{ ACTION_NEXT, NULL, N_("the next year") },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

static bool
list_trial(struct session *session, const char *argument, struct row_list *ret_list,
    struct err *err)
{
	(void)argument;
	return trial_list(session, ret_list, err);
}

static const struct view_use trial_use = {
	.type = &trial_line_type,
	.list = list_trial,
	.key = "account",
	.columns = {
		{ .key = "account", .width = 7 },
		{ .key = "name", .head = NC_("column", "Name"), .width = 14, .most = 36 },
		{ .key = "kind", .width = 9, .drop = 1 },
		{ .key = "currency", .head = NC_("column", "Cur"), .width = 4, .drop = 2 },
		{ .key = "amount", .width = 14, .drop = 3 },
		{ .key = "base", .width = 13 },
	},
	.empty = N_("Nothing is posted until this day."),
};

static const struct view_use report_use = {
	.type = &account_report_line_type,
	.list = account_report_list,
	.key = "account",
	.columns = {
		{ .key = "section", .width = 10, .drop = 1 },
		{ .key = "account", .width = 7, .drop = 3 },
		{ .key = "name", .head = NC_("column", "Name"), .width = 13, .most = 36 },
		{ .key = "budget", .width = 10, .drop = 2 },
		{ .key = "actual", .width = 11 },
		{ .key = "difference", .width = 11, .drop = 4 },
	},
	.empty = N_("Nothing is posted in this year."),
};

static bool
trial_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	(void)argument;
	(void)err;
	view_open(desk, state, &trial_use, "", NULL);
	return true;
}

static bool
trial_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	(void)state;
	return input->action != ACTION_VIEW || desk_open(desk, &report_pane, "", err);
}

static bool
report_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return view_open_year(desk, state, &report_use, argument, NULL, err);
}

static bool
report_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	(void)desk;
	(void)err;
	view_turn_year(state, input->action);
	return true;
}

const struct pane trial_pane = {
	.code = "TRI",
	.title = N_("Trial balance"),
	.size = sizeof(struct view_pane),
	.open = trial_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = trial_act,
	.actions = trial_uses,
	.help = N_("What stands on every account on the day; the base values sum to nothing."),
	.done = view_done,
};

const struct pane report_pane = {
	.code = "REP",
	.title = N_("Accounting report"),
	.size = sizeof(struct view_pane),
	.open = report_open,
	.load = view_load,
	.list = view_list,
	.scope = view_scope,
	.act = report_act,
	.actions = report_uses,
	.help = N_("Income and expenditure of a year beside the budget, the result, and what stood on the other "
	    "accounts on the last day. \"nearsec ledger report\" prints the same."),
	.done = view_done,
};
