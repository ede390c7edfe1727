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

const struct pane names_pane = ROWS_PANE("NAM", N_("Names of governments"), names_open,
    N_("One row holds the names of one period in six languages. A paper shows the name that "
	    "held on its date, so the past is kept, not typed over: end a period and begin a new one."));

static bool
statuses_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &statuses_use, argument, void_options, err);
}

const struct pane statuses_pane = ROWS_PANE_WITH("STA", N_("Statuses"), statuses_open,
    rows_act, void_options, rows_uses,
    N_("What a government was to the association, and by which decision. Periods do not "
	    "overlap. One entered in error is voided with a reason and stays visible."));

static bool
aliases_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &aliases_use, argument, rows_options, err);
}

const struct pane aliases_pane = ROWS_PANE("ALI", N_("Other names"), aliases_open,
    N_("Other spellings: for finding, and for reading old papers. They are never printed."));

static bool
channels_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &channels_use, argument, rows_options, err);
}

const struct pane channels_pane = ROWS_PANE("CHN", N_("Contact channels"), channels_open,
    N_("What goes beyond the first telephone, fax, e-mail and web site of a government or a post."));

static bool
addresses_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &addresses_use, argument, rows_options, err);
}

const struct pane addresses_pane = ROWS_PANE("ADR", N_("Addresses"), addresses_open,
    N_("Where letters and visitors go, by period and language."));

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

const struct pane holdings_pane = ROWS_PANE_WITH("HOL", N_("Holdings of posts"), holdings_open,
    holdings_act, rows_options, rows_uses,
    N_("Who held which post, and when. To appoint somebody new, use PST: it ends the holding "
	    "before and begins the next one in one change set."));

static bool
rules_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &rules_use, argument, rows_options, err);
}

const struct pane rules_pane = ROWS_PANE("RUL", N_("Rules"), rules_open,
    N_("The association's rules as dated rows: what was in force on a day is asked of them. "
	    "A rule whose true clause is not known says \"assumed\" in its note."));
