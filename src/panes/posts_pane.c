/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/posts_pane.h"

#include "base/buf.h"
#include "base/messages.h"
#include "domain/appointment.h"
#include "panes/appoint_form.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

enum { NEW_POST = 1, END_HOLDING = 3, APPOINT = 5, HOLDERS = 6, CONTACTS = 7, ADDRESSES = 9 };

static const struct option options[] = {
	{ NEW_POST, NC_("option", "New"), N_("a further post of the same government"), false, true },
	{ 2, NC_("option", "Edit"), N_("change names and contacts of the post"), false, false },
	{ END_HOLDING, NC_("option", "End"), N_("whoever holds the post leaves it on a day"), false, true },
	{ 4, NC_("option", "Delete"), N_("delete a post entered in error; undo brings it back"), false, true },
	{ APPOINT, NC_("option", "Appoint"), N_("somebody holds the post from a day on"), false, true },
	{ HOLDERS, NC_("option", "Holders"), N_("who held the post, and when"), false, false },
	{ CONTACTS, NC_("option", "Contacts"), N_("further telephone numbers, e-mails, web sites"), false, false },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ ADDRESSES, NC_("option", "Addresses"), N_("where letters to the post go"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "Appoint"), N_("appoint somebody to the post; where there is no post, enter one") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
posts_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &posts_use, argument, options, err);
}

static bool
open_new(struct desk *desk, const struct rows_pane *rows, const char *post, struct err *err)
{
	struct buf government = { 0 };
	bool ok = rows->owner < ROWS_OWNERS || appointment_government(desk_session(desk), post, &government, err);

	if (ok)
		ok = desk_open(desk, &post_form, rows->owner < ROWS_OWNERS ? rows->owner_key :
		    buf_text(&government), err);
	buf_done(&government);
	return ok;
}

static bool
run_option(struct desk *desk, const struct rows_pane *rows, int option, const char *post,
    struct err *err)
{
	switch (option) {
	case NEW_POST:
		return open_new(desk, rows, post, err);
	case END_HOLDING:
		return rows_do_on_day(desk, _("From which day is the post vacant?"), post, appointment_end, err);
	case APPOINT:
		return desk_open(desk, &appoint_form, post, err);
	case HOLDERS:
		return desk_open(desk, &holdings_pane, post, err);
	case CONTACTS:
		return desk_open(desk, &channels_pane, post, err);
	default:
		return desk_open(desk, &addresses_pane, post, err);
	}
}

static bool
is_own(int option)
{
	return option != 2 && option != 4 && option != 8;
}

static bool
posts_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct rows_pane *rows = state;
	const char *post;

	if (input->action == ACTION_NEW && (post = rows_key(rows, rows->list.row)) != NULL)
		return desk_open(desk, &appoint_form, post, err);
	post = rows_key(rows, input->row);
	if (input->action == ACTION_OPTION && is_own(input->option) && post != NULL)
		return run_option(desk, rows, input->option, post, err);
	return rows_act(desk, rows, input, err);
}

const struct pane posts_pane = {
	.code = "PST",
	.title = N_("Posts"),
	.size = sizeof(struct rows_pane),
	.open = posts_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = posts_act,
	.options = options,
	.actions = uses,
	.help = N_("Letters go to posts, and a post stays while nobody holds it: that is marked with \"!\". "
	    "F6 appoints somebody to the post under the marker; whoever held it leaves it on the same day."),
	.done = rows_done,
};
