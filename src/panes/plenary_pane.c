/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/plenary_pane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/meeting_now.h"
#include "domain/session.h"
#include "panes/delegation_deeds.h"
#include "panes/desk.h"
#include "panes/hall_state.h"
#include "panes/hall_list.h"
#include "panes/pane.h"
#include "panes/plenary_private.h"
#include "panes/roll_view.h"
#include "panes/roll_zone.h"
#include "panes/vote_dialog.h"
#include "ui/frame.h"
#include "ui/list.h"

/* The desk */

static void
add_quorum(void *context, int columns, struct buf *text)
{
	hall_list_quorum(context, columns, text);
}

static void
add_usage(void *context, struct buf *text)
{
	const struct hall_state *hall = context;

	buf_add(text, hall->view == HALL_MISSING ? _("only whom the hall waits for; F11 = all") :
	    _("code or name; Enter = in, again = out"));
}

static const struct list_source source = {
	.cell = hall_list_cell,
	.key = hall_list_key,
	.mark = hall_list_mark,
	.status = add_usage,
	.banner = add_quorum,
};

enum { IN_OR_OUT = 1, EDIT, CREDENTIALS, WITHDRAW, LIST, DELEGATES, PROXY, HISTORY };

static const struct option options[] = {
	{ IN_OR_OUT, NC_("option", "In/out"), N_("the delegation comes into the hall, or leaves it"), true, true },
	{ EDIT, NC_("option", "Edit"), N_("change the delegation: capacity, answer, note"), false, false },
	{ CREDENTIALS, NC_("option", "Accept"), N_("the credentials are accepted"), true, true },
	{ WITHDRAW, NC_("option", "Withdrew"), N_("it does not come after all; again: it comes"), true, true },
	{ LIST, NC_("option", "All"), N_("all delegations of the meeting, with their answers"), false, false },
	{ DELEGATES, NC_("option", "Delegates"), N_("the persons of the delegation"), false, false },
	{ PROXY, NC_("option", "Proxy"), N_("another government votes for it while it is out"), false, true },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "Open vote"), N_("open a vote: item, motion, method; the roll is frozen") },
	{ ACTION_PREVIOUS, NC_("key", "Withdrew/Accept"),
	  N_("the government under the marker withdraws; again: it comes") },
	{ ACTION_NEXT, NULL, N_("accept the credentials of the government under the marker") },
	{ ACTION_SAVE, NC_("key", "Close vote"),
	  N_("close the vote: the result is said, nothing of it changes any more") },
	{ ACTION_VIEW, NC_("key", "Columns"),
	  N_("answers in the columns, the whole list, whom the hall waits for") },
	{ ACTION_FIELD_NEXT, NULL, N_("from the desk to the roll call, and back") },
	{ ACTION_FIELD_PREVIOUS, NULL, N_("from Desk to the rows and back") },
	{ ACTION_MARK, NULL, NULL },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

/* Opening and reading */

static bool
plenary_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct plenary_pane *pane = state;
	char *meeting = NULL;

	pane->desk = desk;
	list_init(&pane->list, &source, &pane->hall, hall_list_columns(pane->hall.view));
	pane->list.options = options;
	pane->list.find_label = NC_("list", "Desk");
	pane->list.empty = N_("Nobody is invited yet: 8=Invite in MTG, or F6 in DLG.");
	if (argument[0] != '\0')
		meeting = delegation_deeds_spell(argument);
	else if (!meeting_now(desk_session(desk), &meeting, err))
		return false;
	pane->meeting = meeting;
	return true;
}

/* True: something may be another than what is on the screen. */
static bool
has_changed(struct plenary_pane *pane)
{
	const struct session *session = desk_session(pane->desk);
	int64_t change = session_last_change(session);
	bool same = pane->as_of != NULL && pane->change == change &&
	    pane->language == messages_language() && strcmp(pane->as_of, session->as_of) == 0;

	pane->change = change;
	pane->language = messages_language();
	mem_replace(&pane->as_of, session->as_of);
	return !same;
}

void
plenary_forget(struct plenary_pane *pane)
{
	free(pane->as_of);
	pane->as_of = NULL;
}

static bool
read_hall(struct plenary_pane *pane, struct err *err)
{
	int64_t before = pane->hall.vote;

	if (!has_changed(pane))
		return true;
	hall_state_forget_names(&pane->hall);
	if (!hall_state_read(&pane->hall, desk_session(pane->desk), pane->meeting, pane->vote, err)) {
		plenary_forget(pane);
		return false;
	}
	pane->list.tab_leads_on = pane->hall.vote != 0;
	pane->in_roll = pane->in_roll && pane->hall.vote != 0;
	if (pane->hall.vote != before)
		roll_zone_begin(pane);
	return true;
}

static bool
plenary_load(struct desk *desk, void *state, struct err *err)
{
	struct plenary_pane *pane = state;
	size_t exact;
	bool is_new = pane->list.row_key == NULL;

	if (!read_hall(pane, err) || !hall_state_find(&pane->hall, desk_session(desk),
	    line_text(&pane->list.find), pane->hall.view == HALL_MISSING, &exact, err))
		return false;
	list_set_count(&pane->list, pane->hall.found_count, NULL);
	pane->exact = exact != SIZE_MAX;
	if (pane->exact && is_new)
		list_go(&pane->list, exact);
	return true;
}

bool
plenary_load_now(struct plenary_pane *pane, struct err *err)
{
	return plenary_load(pane->desk, pane, err);
}

/* Layout */

static int
detail_rows(const struct plenary_pane *pane)
{
	if (pane->hall.view == HALL_WHOLE || pane->hall.view == HALL_MISSING)
		return 0;
	return pane->hall.vote != 0 ? roll_view_height(&pane->hall, frame_columns()) : HALL_LIST_DETAIL;
}

static struct list *
plenary_list(void *state)
{
	struct plenary_pane *pane = state;

	pane->list.detail_rows = detail_rows(pane);
	return pane->in_roll ? NULL : &pane->list;
}

static void
draw_beside_desk(struct plenary_pane *pane, const struct layout *layout)
{
	if (layout->detail.rows == 0)
		return;
	if (pane->hall.vote != 0)
		roll_view_draw(&pane->hall, &pane->roll, layout->detail, false);
	else
		hall_list_draw_detail(&pane->hall, pane->list.row, layout->detail);
}

static void
plenary_draw(void *state, const struct layout *layout)
{
	struct plenary_pane *pane = state;

	if (pane->in_roll)
		roll_zone_draw(pane, layout);
	else
		draw_beside_desk(pane, layout);
}

/* Rows around */

/* What is left of row 1 when code, title and clerk have theirs. */
static void
add_item(const struct hall_state *hall, int columns, struct buf *text)
{
	enum { AROUND = 8, CLERK = 24, ITEM_LEAST = 10 };
	int room = columns - AROUND - CLERK - text_width(message_show(plenary_pane.title)) -
	    text_width(buf_text(text));
	struct buf item = { 0 };

	buf_addf(&item, _("   item %s"), hall->item);
	int width = text_width(buf_text(&item));
	if (hall->item[0] != '\0' && (width <= room || room >= ITEM_LEAST))
		text_fit(text, buf_text(&item), width < room ? width : room);
	buf_done(&item);
}

static void
plenary_scope(void *state, int columns, struct buf *text)
{
	const struct plenary_pane *pane = state;
	const struct hall_state *hall = &pane->hall;

	buf_add(text, pane->meeting);
	if (columns >= LAYOUT_NARROW && hall->sitting > 0)
		buf_addf(text, _("  sitting %lld"), (long long)hall->sitting);
	if (hall->vote_open && columns >= LAYOUT_NARROW)
		buf_addf(text, _("   vote %lld open"), (long long)hall->vote);
	else if (hall->vote_open)
		buf_addf(text, "  %s/%lld", pane->meeting, (long long)hall->vote);
	if (columns >= LAYOUT_NARROW)
		add_item(hall, columns, text);
}

static void
plenary_hint(void *state, struct buf *text)
{
	const struct plenary_pane *pane = state;

	if (pane->in_roll)
		roll_zone_hint(frame_columns() - 2, text);
}

static void
plenary_talk(void *state, struct buf *text)
{
	const struct plenary_pane *pane = state;

	if (pane->in_roll)
		roll_zone_talk(pane, text);
	else
		hall_list_reason(&pane->hall, pane->list.row, text);
}

static enum action_zone
plenary_zone(void *state)
{
	(void)state;
	return ZONE_ROWS;
}

/* Deeds at the desk */

/* What was typed stays, for Enter again; the next letter begins a new name. */
static void
ready_for_next(struct plenary_pane *pane)
{
	pane->list.find.fresh = true;
}

static void
say_presence(struct plenary_pane *pane, const char *government, bool is_in)
{
	const struct attendance *row = attendance_find(&pane->hall.rows, government);
	struct buf reason = { 0 };

	if (row == NULL)
		return;
	if (is_in)
		attendance_say_reason(&pane->hall.rows, row, &reason);
	if (reason.length > 0)
		desk_warn(pane->desk, "%s", buf_text(&reason));
	else if (is_in)
		desk_say(pane->desk, _("%s %s is in."), government, row->name);
	else
		desk_say(pane->desk, _("%s %s is out."), government, row->name);
	buf_done(&reason);
}

/*
 * The log of presence only grows, so a name that is typed half lets nobody in by
 * chance: of several that are found the first is meant only when Enter comes
 * again. A marker that was moved means what it stands on.
 */
static bool
is_meant(struct plenary_pane *pane, size_t row, struct err *err)
{
	const char *typed = line_text(&pane->list.find);
	const struct attendance *found = hall_state_row(&pane->hall, row);

	if (pane->list.in_rows || row != 0)
		return true;
	if (typed[0] == '\0')
		return err_set(err, ERR_INPUT, _("Type a code or part of a name, or go down to a row."));
	if (pane->hall.found_count == 1 || pane->exact ||
	    (pane->asked != NULL && strcmp(pane->asked, typed) == 0))
		return true;
	mem_replace(&pane->asked, typed);
	return err_set(err, ERR_INPUT, nq_("%zu is found: Enter again means %s, Down chooses.",
	    "%zu are found: Enter again means %s, Down chooses.", pane->hall.found_count),
	    pane->hall.found_count, found->government);
}

static bool
let_in_or_out(struct plenary_pane *pane, size_t row, struct err *err)
{
	const struct attendance *found = hall_state_row(&pane->hall, row);

	if (found == NULL || !session_may_write(desk_session(pane->desk), err) ||
	    !is_meant(pane, row, err))
		return found == NULL;
	char *government = mem_strdup(found->government);
	bool comes = !found->present;	/* as it is shown: another desk may have been faster */
	mem_replace(&pane->asked, line_text(&pane->list.find));
	bool ok = attendance_enter(desk_session(pane->desk), pane->meeting,
	    (const char *const []){ government }, 1, comes ? "in" : "out", NULL, err) &&
	    plenary_load_now(pane, err);
	if (ok)
		say_presence(pane, government, comes);
	free(government);
	ready_for_next(pane);
	return ok;
}

/* Deeds that DLG has as well. */
static bool
do_deed(struct plenary_pane *pane, enum delegation_deed deed, size_t row, struct err *err)
{
	const char **keys = mem_grow(NULL, pane->hall.found_count + 1, sizeof *keys);
	size_t count = hall_list_picked(&pane->hall, &pane->list, row, keys);
	bool ok = delegation_deeds_do(pane->desk, pane->meeting, deed, keys, count, err);

	free(keys);
	if (!ok)
		return false;
	list_unmark_all(&pane->list);
	ready_for_next(pane);
	return true;
}

static bool
run_option(struct plenary_pane *pane, int option, size_t row, struct err *err)
{
	static const struct { int option; enum delegation_deed deed; } deeds[] = {
		{ IN_OR_OUT, DELEGATION_IN_OR_OUT }, { EDIT, DELEGATION_EDIT },
		{ CREDENTIALS, DELEGATION_ACCEPT }, { WITHDRAW, DELEGATION_WITHDRAWS },
		{ LIST, DELEGATION_LIST }, { DELEGATES, DELEGATION_DELEGATES },
		{ PROXY, DELEGATION_PROXY }, { HISTORY, DELEGATION_HISTORY },
	};

	if (hall_state_row(&pane->hall, row) == NULL)
		return true;
	for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++)
		if (deeds[i].option == option)
			return do_deed(pane, deeds[i].deed, row, err);
	return true;
}

static bool
do_at_marker(struct plenary_pane *pane, enum delegation_deed deed, struct err *err)
{
	if (pane->in_roll)
		return err_set(err, ERR_RULE, _("The roll of a vote is frozen: Tab goes to the desk."));
	if (hall_state_row(&pane->hall, pane->list.row) == NULL)
		return true;
	return session_may_write(desk_session(pane->desk), err) && do_deed(pane, deed, pane->list.row, err);
}

/* Deeds of both */

static bool
open_vote(struct plenary_pane *pane, struct err *err)
{
	int64_t no = 0;

	desk_reload(pane->desk);	/* the meeting may be open now, whatever becomes of the vote */
	if (!vote_dialog_open(pane->desk, &pane->hall, &no, err))
		return false;
	if (no == 0)
		return true;
	pane->vote = 0;
	pane->in_roll = true;
	pane->hall.view = HALL_DESK;
	pane->list.columns = hall_list_columns(pane->hall.view);
	return plenary_load_now(pane, err);
}

static bool
close_vote(struct plenary_pane *pane, struct err *err)
{
	bool closed = false;

	if (!vote_dialog_close(pane->desk, &pane->hall, &closed, err))
		return false;
	pane->in_roll = pane->in_roll && !closed;
	desk_reload(pane->desk);
	return true;
}

static void
show_other_columns(struct plenary_pane *pane)
{
	pane->in_roll = false;
	pane->hall.view = (pane->hall.view + 1) % HALL_VIEWS;
	pane->list.columns = hall_list_columns(pane->hall.view);
	desk_reload(pane->desk);
}

static bool
plenary_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct plenary_pane *pane = state;

	(void)desk;
	switch (input->action) {
	case ACTION_NEW:
		return open_vote(pane, err);
	case ACTION_SAVE:
		return close_vote(pane, err);
	case ACTION_PREVIOUS:
		return do_at_marker(pane, DELEGATION_WITHDRAWS, err);
	case ACTION_NEXT:
		return do_at_marker(pane, DELEGATION_ACCEPT, err);
	case ACTION_VIEW:
		show_other_columns(pane);
		return true;
	case ACTION_FIELD_NEXT:
	case ACTION_FIELD_PREVIOUS:
		pane->in_roll = !pane->in_roll && pane->hall.vote != 0;
		return true;
	default:
		break;
	}
	if (pane->in_roll)
		return roll_zone_act(pane, input, err);
	if (input->action == ACTION_OPEN)
		return let_in_or_out(pane, input->row, err);
	if (input->action == ACTION_OPTION)
		return run_option(pane, input->option, input->row, err);
	return true;
}

static void
plenary_done(void *state)
{
	struct plenary_pane *pane = state;

	list_done(&pane->list);
	hall_state_done(&pane->hall);
	free(pane->meeting);
	free(pane->asked);
	free(pane->as_of);
}

const struct pane plenary_pane = {
	.code = "DAY",
	.title = N_("Plenary day"),
	.size = sizeof(struct plenary_pane),
	.open = plenary_open,
	.load = plenary_load,
	.list = plenary_list,
	.draw = plenary_draw,
	.scope = plenary_scope,
	.hint = plenary_hint,
	.talk = plenary_talk,
	.zone = plenary_zone,
	.act = plenary_act,
	.options = roll_zone_options,
	.actions = uses,
	.help = N_("Type a code or part of a name in any script: Enter lets the government in, Enter again "
	    "out; the next letter begins the next name. F7: it withdraws. F8: its credentials are "
	    "accepted. F6 freezes the roll and opens a vote; there one digit votes and goes to the next "
	    "name, Backspace goes one back, PgUp shows the vote before. Tab goes from desk to roll."),
	.done = plenary_done,
};
