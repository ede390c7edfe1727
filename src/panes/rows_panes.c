/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/rows_pane.h"

#include <string.h>

#include "base/messages.h"
#include "panes/appoint_form.h"
#include "panes/desk.h"
#include "panes/pane.h"

const struct option rows_options[] = {
	{ 2, NC_("option", "Edit"), N_("change the row"), false, false },
	{ 4, NC_("option", "Delete"), N_("delete a row entered in error; undo brings it back"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct option void_options[] = {
	{ 2, NC_("option", "Edit"), N_("change the row"), false, false },
	{ 4, NC_("option", "Void"), N_("a period entered in error: it stays visible, with the reason"), false, true },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

const struct action_use rows_uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("enter a new row") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
names_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &names_use, argument, rows_options, err);
}

const struct pane names_pane = {
	.code = "NAM",
	.title = N_("Names of governments"),
	.size = sizeof(struct rows_pane),
	.open = names_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = rows_act,
	.options = rows_options,
	.actions = rows_uses,
	.help = N_("One row holds the names of one period in six languages. A paper shows the name that "
	    "held on its date, so the past is kept, not typed over: end a period and begin a new one."),
	.done = rows_done,
};

static bool
statuses_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &statuses_use, argument, void_options, err);
}

const struct pane statuses_pane = {
	.code = "STA",
	.title = N_("Statuses"),
	.size = sizeof(struct rows_pane),
	.open = statuses_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = rows_act,
	.options = void_options,
	.actions = rows_uses,
	.help = N_("What a government was to the association, and by which decision. Periods do not "
	    "overlap. One entered in error is voided with a reason and stays visible."),
	.done = rows_done,
};

static bool
aliases_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &aliases_use, argument, rows_options, err);
}

const struct pane aliases_pane = {
	.code = "ALI",
	.title = N_("Other names"),
	.size = sizeof(struct rows_pane),
	.open = aliases_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = rows_act,
	.options = rows_options,
	.actions = rows_uses,
	.help = N_("Other spellings: for finding, and for reading old papers. They are never printed."),
	.done = rows_done,
};

static bool
channels_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &channels_use, argument, rows_options, err);
}

const struct pane channels_pane = {
	.code = "CHN",
	.title = N_("Contact channels"),
	.size = sizeof(struct rows_pane),
	.open = channels_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = rows_act,
	.options = rows_options,
	.actions = rows_uses,
	.help = N_("What goes beyond the first telephone, fax, e-mail and web site of a government or a post."),
	.done = rows_done,
};

static bool
addresses_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &addresses_use, argument, rows_options, err);
}

const struct pane addresses_pane = {
	.code = "ADR",
	.title = N_("Addresses"),
	.size = sizeof(struct rows_pane),
	.open = addresses_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = rows_act,
	.options = rows_options,
	.actions = rows_uses,
	.help = N_("Where letters and visitors go, by period and language."),
	.done = rows_done,
};

static bool
holdings_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &holdings_use, argument, rows_options, err);
}

/* To a post somebody is appointed: that ends the holding before. */
static bool
holdings_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const struct rows_pane *rows = state;

	if (input->action == ACTION_NEW && rows->owner < ROWS_OWNERS &&
	    strcmp(holdings_use.owners[rows->owner].field, "post") == 0)
		return desk_open(desk, &appoint_form, rows->owner_key, err);
	return rows_act(desk, state, input, err);
}

const struct pane holdings_pane = {
	.code = "HOL",
	.title = N_("Holdings of posts"),
	.size = sizeof(struct rows_pane),
	.open = holdings_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = holdings_act,
	.options = rows_options,
	.actions = rows_uses,
	.help = N_("Who held which post, and when. To appoint somebody new, use PST: it ends the holding "
	    "before and begins the next one in one change set."),
	.done = rows_done,
};

static bool
rules_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &rules_use, argument, rows_options, err);
}

const struct pane rules_pane = {
	.code = "RUL",
	.title = N_("Rules"),
	.size = sizeof(struct rows_pane),
	.open = rules_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = rows_act,
	.options = rows_options,
	.actions = rows_uses,
	.help = N_("The association's rules as dated rows: what was in force on a day is asked of them. "
	    "A rule whose true clause is not known says \"assumed\" in its note."),
	.done = rows_done,
};
