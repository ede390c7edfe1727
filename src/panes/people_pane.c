/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/people_pane.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/ulid.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/rows_pane.h"

enum { POSTS_HELD = 6 };

static const struct option options[] = {
	{ 2, NC_("option", "Edit"), N_("change names and contacts of the person"), false, false },
	{ 4, NC_("option", "Delete"), N_("delete somebody entered in error; undo brings the row back"), false, true },
	{ 6, NC_("option", "Posts held"), N_("posts this person held and holds"), false, false },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("enter a new person") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

/* The argument is the id of a person to stand on, or a name to find: nobody owns people. */
static bool
people_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct buf to = { 0 };
	bool is_id = strlen(argument) == ULID_SIZE - 1;

	buf_addf(&to, " %s", is_id ? argument : "");
	bool ok = rows_open(desk, state, &people_use, buf_text(&to), options, err);
	if (ok && !is_id)
		list_find(rows_list(state), argument);
	buf_done(&to);
	return ok;
}

static bool
people_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const char *key = rows_key(state, input->row);

	if (input->action == ACTION_OPTION && input->option == POSTS_HELD && key != NULL)
		return desk_open(desk, &holdings_pane, key, err);
	return rows_act(desk, state, input, err);
}

const struct pane people_pane = {
	.code = "PER",
	.title = N_("People"),
	.size = sizeof(struct rows_pane),
	.open = people_open,
	.load = rows_load,
	.list = rows_list,
	.scope = rows_scope,
	.act = people_act,
	.options = options,
	.actions = uses,
	.help = N_("Type a name in any script, a reading or an e-mail address. People come and go; letters go "
	    "to posts, so a person who leaves is not deleted: the holding of the post ends (PST)."),
	.done = rows_done,
};
