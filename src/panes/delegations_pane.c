/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/delegations_pane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/delegation.h"
#include "domain/meeting_now.h"
#include "domain/session.h"
#include "panes/delegation_deeds.h"
#include "panes/desk.h"
#include "panes/hall_state.h"
#include "panes/hall_list.h"
#include "panes/pane.h"
#include "panes/reference.h"
#include "panes/row_form.h"
#include "ui/choices.h"
#include "ui/list.h"
#include "ui/prompt.h"

struct delegations_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	struct hall_state hall;
	char *meeting;
};

/* The list */

/* How many gave each answer; who is not invited gave none. */
static void
add_counts(const struct hall_state *hall, struct buf *text)
{
	size_t uninvited = 0;

	for (const struct choice *answer = delegation_answers; answer->word != NULL; answer++) {
		size_t count = 0;

		for (size_t i = 0; i < hall->rows.count; i++)
			count += strcmp(((const struct attendance *)row_at(&hall->rows, i))->answer,
			    answer->word) == 0;
		if (count > 0)
			buf_addf(text, "%s%s %zu", text->length > 0 ? "   " : "",
			    message_show(answer->label), count);
	}
	for (size_t i = 0; i < hall->rows.count; i++)
		uninvited += ((const struct attendance *)row_at(&hall->rows, i))->capacity[0] == '\0';
	if (uninvited > 0)
		buf_addf(text, "%s%s %zu", text->length > 0 ? "   " : "", C_("delegation", "not invited"),
		    uninvited);
}

static void
add_banner(void *context, int columns, struct buf *text)
{
	(void)columns;
	add_counts(context, text);
}

static const struct list_source source = {
	.cell = hall_list_cell,
	.key = hall_list_key,
	.mark = hall_list_mark,
	.banner = add_banner,
};

enum { COMES = 1, EDIT, CREDENTIALS, WITHDRAWS, DECLINES, DELEGATES, PROXY, HISTORY };

static const struct option options[] = {
	{ COMES, NC_("option", "Comes"), N_("it answered that it comes"), true, true },
	{ EDIT, NC_("option", "Edit"), N_("change the delegation: capacity, answer, note"), false, false },
	{ CREDENTIALS, NC_("option", "Credentials"), N_("none, provisional, accepted, rejected"), true, true },
	{ WITHDRAWS, NC_("option", "Withdrew"), N_("it does not come after all; again: it comes"), true, true },
	{ DECLINES, NC_("option", "Declined"), N_("it answered that it does not come"), true, true },
	{ DELEGATES, NC_("option", "Delegates"), N_("the persons of the delegation"), false, false },
	{ PROXY, NC_("option", "Proxy"), N_("another government votes for it while it is out"), false, true },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "Invite"), N_("invite all who are not invited yet, or the one under the marker") },
	{ ACTION_VIEW, NC_("key", "Columns"), N_("answers, or head and credentials in the columns") },
	{ ACTION_MARK, NULL, NULL },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

/* Reading */

static bool
delegations_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct delegations_pane *pane = state;

	pane->desk = desk;
	pane->hall.view = HALL_ANSWERS;
	list_init(&pane->list, &source, &pane->hall, hall_list_columns(pane->hall.view));
	pane->list.options = options;
	pane->list.detail_rows = HALL_LIST_DETAIL;
	pane->list.empty = N_("Nobody is invited yet: F6 invites.");
	if (argument[0] == '\0')
		return meeting_now(desk_session(desk), &pane->meeting, err);
	pane->meeting = delegation_deeds_spell(argument);
	return true;
}

static bool
delegations_load(struct desk *desk, void *state, struct err *err)
{
	struct delegations_pane *pane = state;
	size_t exact;

	hall_state_forget_names(&pane->hall);
	if (!hall_state_read(&pane->hall, desk_session(desk), pane->meeting, 0, err) ||
	    !hall_state_find(&pane->hall, desk_session(desk), line_text(&pane->list.find), false,
	    &exact, err))
		return false;
	list_set_count(&pane->list, pane->hall.found_count, NULL);
	return true;
}

static struct list *
delegations_list(void *state)
{
	return &((struct delegations_pane *)state)->list;
}

static void
delegations_draw(void *state, const struct layout *layout)
{
	const struct delegations_pane *pane = state;

	if (layout->detail.rows > 0)
		hall_list_draw_detail(&pane->hall, pane->list.row, layout->detail);
}

static void
delegations_scope(void *state, int columns, struct buf *text)
{
	const struct delegations_pane *pane = state;
	size_t marked = list_marked(&pane->list);

	buf_add(text, pane->meeting);
	buf_addf(text, "%s%zu", columns < LAYOUT_NARROW ? " " : "   ", pane->hall.found_count);
	if (marked > 0 && columns < LAYOUT_NARROW)
		buf_addf(text, " *%zu", marked);
	else if (marked > 0)
		buf_addf(text, _("   %d marked"), (int)marked);
}

/* Deeds */

static bool
do_deed(struct delegations_pane *pane, enum delegation_deed deed, size_t row, struct err *err)
{
	const char **governments = mem_grow(NULL, pane->hall.found_count + 1, sizeof *governments);
	size_t count = hall_list_picked(&pane->hall, &pane->list, row, governments);
	bool ok = delegation_deeds_do(pane->desk, pane->meeting, deed, governments, count, err);

	free(governments);
	if (!ok)
		return false;
	list_unmark_all(&pane->list);
	pane->list.find.fresh = true;	/* back in Find, the next letter begins the next name */
	return true;
}

static bool
run_option(struct delegations_pane *pane, int option, size_t row, struct err *err)
{
	static const enum delegation_deed deeds[] = {
		[COMES] = DELEGATION_COMES, [EDIT] = DELEGATION_EDIT,
		[CREDENTIALS] = DELEGATION_CREDENTIALS, [WITHDRAWS] = DELEGATION_WITHDRAWS,
		[DECLINES] = DELEGATION_DECLINES, [DELEGATES] = DELEGATION_DELEGATES,
		[PROXY] = DELEGATION_PROXY, [HISTORY] = DELEGATION_HISTORY,
	};

	return hall_state_row(&pane->hall, row) == NULL || do_deed(pane, deeds[option], row, err);
}

/* Any government of the directory may be asked to come as a guest. */
static void
fill_governments(void *context, const char *typed, struct choices *ret_choices)
{
	reference_values(context, "government", typed, ret_choices);
}

static bool
invite_another(struct delegations_pane *pane, struct err *err)
{
	struct references references = { .session = desk_session(pane->desk) };
	struct buf government = { 0 };
	bool ok = true;

	if (desk_pick(pane->desk, _("Invite whom?"), fill_governments, &references, &government))
		ok = delegation_deeds_do(pane->desk, pane->meeting, DELEGATION_INVITE,
		    (const char *const []){ buf_text(&government) }, 1, err);
	buf_done(&government);
	references_done(&references);
	return ok;
}

/* Those marked, else it is asked. */
static bool
invite(struct delegations_pane *pane, struct err *err)
{
	enum { ALL = 1, THIS, ANOTHER };
	static const struct prompt_answer whom[] = {
		{ ALL, NC_("answer", "All who are not yet") },
		{ THIS, NC_("answer", "This row") },
		{ ANOTHER, NC_("answer", "Another") },
		{ 0 }
	};
	int answer;

	if (!session_may_write(desk_session(pane->desk), err))
		return false;
	answer = list_marked(&pane->list) > 0 ? THIS : desk_ask(pane->desk, _("Invite whom?"), whom, 0);
	if (answer == ALL)
		return delegation_deeds_invite_all(pane->desk, pane->meeting, err);
	if (answer == ANOTHER)
		return invite_another(pane, err);
	return answer != THIS || pane->hall.found_count == 0 ||
	    do_deed(pane, DELEGATION_INVITE, pane->list.row, err);
}

static bool
delegations_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct delegations_pane *pane = state;

	switch (input->action) {
	case ACTION_OPEN:
		return run_option(pane, EDIT, input->row, err);
	case ACTION_OPTION:
		return run_option(pane, input->option, input->row, err);
	case ACTION_NEW:
		return invite(pane, err);
	case ACTION_VIEW:
		pane->hall.view = pane->hall.view == HALL_ANSWERS ? HALL_DESK : HALL_ANSWERS;
		pane->list.columns = hall_list_columns(pane->hall.view);
		desk_reload(desk);
		return true;
	default:
		return true;
	}
}

static void
delegations_done(void *state)
{
	struct delegations_pane *pane = state;

	list_done(&pane->list);
	hall_state_done(&pane->hall);
	free(pane->meeting);
}

const struct pane delegations_pane = {
	.code = "DLG",
	.title = N_("Delegations"),
	.size = sizeof(struct delegations_pane),
	.open = delegations_open,
	.load = delegations_load,
	.list = delegations_list,
	.draw = delegations_draw,
	.scope = delegations_scope,
	.act = delegations_act,
	.options = options,
	.actions = uses,
	.help = N_("Who is invited to a meeting, as what, and what it answers; heads, persons, credentials, "
	    "proxies. F6 invites. A government votes for another only while that one is out of the hall, "
	    "and who holds a proxy gives none."),
	.done = delegations_done,
};

/* The form of one */

static const struct rows_use delegations_use = {
	.list_code = "DLG", .form_code = "DLG2", .form = &delegation_form, .type = &delegation_type,
	.owners = { { .field = "meeting", .type = &meeting_type } },
	.order = "government",
	.columns = { { .key = "government" }, { .key = "answer" } },
	.what_new = "invite", .what_edit = "edit delegation",
	.removal = ROWS_KEEP,
	.new_title = N_("A new delegation"),
};

static bool
delegation_form_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	return row_form_open(desk, state, &delegations_use, argument, err);
}

const struct pane delegation_form = ROW_FORM("DLG2", N_("Delegation"), delegation_form_open);
