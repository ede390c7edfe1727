/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/delegates_pane.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/delegate.h"
#include "domain/delegation.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/reference.h"
#include "panes/row_form.h"
#include "panes/rows_pane.h"

/* Of the register the name in the language of the screen, else the one that was typed. */
static void
add_made(struct session *session, const char *column, const void *row, struct buf *text,
    bool *ret_problem)
{
	const struct delegate *delegate = row;

	(void)column;
	(void)ret_problem;
	if (delegate->person != NULL)
		reference_name(session, "person", delegate->person, text);
	else
		buf_add(text, delegate->name);
}

/* The first person of a delegation is its head. */
static bool
begin_role(struct session *session, void *row, struct err *err)
{
	struct delegate *delegate = row;
	struct row_list others = { 0 };
	bool has_head = false;

	if (!row_list(session, &delegate_type, "meeting", delegate->meeting, "id", &others, err))
		return false;
	for (size_t i = 0; i < others.count; i++) {
		const struct delegate *other = row_at(&others, i);

		has_head = has_head || (delegate->government != NULL && strcmp(other->role, "head") == 0 &&
		    strcmp(other->government, delegate->government) == 0);
	}
	row_list_done(&others);
	mem_replace(&delegate->role, has_head ? "delegate" : "head");
	return true;
}

static const struct rows_use delegates_use = {
	.list_code = "DGT", .form_code = "DGT2", .form = &delegate_form, .type = &delegate_type,
	.owners = {
		{ .field = "government", .type = &delegation_type, .above = "meeting" },
		{ .field = "meeting", .type = &meeting_type },
	},
	.order = "government, role <> 'head', role, id",
	.columns = {
		{ .key = "government", .head = NC_("column", "Code") },
		{ .key = "=who", .head = NC_("column", "Name"), .width = 16, .most = 40 },
		{ .key = "role", .width = 11 },
		{ .key = "note", .width = 12, .most = 30 },
	},
	.what_new = "new delegate", .what_edit = "edit delegate", .what_gone = "delete delegate",
	.removal = ROWS_DELETE,
	.new_title = N_("A person of the delegation"),
	.fresh = begin_role,
	.made = add_made,
};

static bool
delegates_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return rows_open(desk, state, &delegates_use, argument, rows_options, err);
}

const struct pane delegates_pane = ROWS_PANE("DGT", N_("Delegates"), delegates_open,
    N_("Who comes for a government: the head of the delegation, delegates, advisers, "
	    "interpreters. Somebody who is in PER is chosen there; of others the name is enough."));

static bool
delegate_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &delegates_use, argument, err);
}

const struct pane delegate_form = ROW_FORM("DGT2", N_("Delegate"), delegate_form_open);
