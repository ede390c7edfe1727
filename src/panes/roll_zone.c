/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/roll_zone.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/session.h"
#include "domain/vote.h"
#include "panes/desk.h"
#include "panes/plenary_private.h"
#include "panes/roll_grid.h"
#include "ui/frame.h"

enum { THE_REST = 5, ON_PAPER = 6 };

static const char *const answers[] = { NULL, "yes", "no", "abstain", "not-voting" };

const struct option roll_zone_options[] = {
	{ 1, NC_("option", "Yes"), N_("the government called votes yes"), false, true },
	{ 2, NC_("option", "No"), N_("the government called votes no"), false, true },
	{ 3, NC_("option", "Abstain"), N_("the government called abstains"), false, true },
	{ 4, NC_("option", "Not voting"), N_("the government called does not vote"), false, true },
	{ THE_REST, NC_("option", "Rest yes"), N_("en bloc: all who are not called yet vote yes"), false, true },
	{ ON_PAPER, NC_("option", "Paper"),
	  N_("the ballots that follow were handed in written; again: on the floor"), false, false },
	{ 0 }
};

/* Names */

static bool
is_called(const struct hall_state *hall, size_t name)
{
	return hall_state_name(hall, name)->choice[0] != '\0';
}

static size_t
next_to_call(const struct hall_state *hall, size_t from)
{
	bool *called = mem_alloc(hall->name_count + 1);

	for (size_t i = 0; i < hall->name_count; i++)
		called[i] = is_called(hall, i);
	size_t next = roll_grid_next(called, hall->name_count, from);
	free(called);
	return next;
}

void
roll_zone_begin(struct plenary_pane *pane)
{
	size_t next = next_to_call(&pane->hall, SIZE_MAX);

	pane->roll = (struct roll_view){ .at = next < pane->hall.name_count ? next : 0 };
	pane->on_paper = pane->hall.vote != 0 && strcmp(pane->hall.sheet.vote->method, "written") == 0;
}

/* Drawing */

void
roll_zone_draw(struct plenary_pane *pane, const struct layout *plain)
{
	int wanted = roll_view_height(&pane->hall, frame_columns());
	struct layout layout = layout_make(LAYOUT_LIST, frame_rows(), frame_columns(), wanted);
	struct area whole = plain->body;
	struct buf quorum = { 0 };

	layout_take_banner(&layout);
	if (layout.detail.rows >= wanted || layout.columns >= LAYOUT_WIDE) {
		list_need(&pane->list, &layout, NULL);
		list_draw(&pane->list, &layout, false);
		roll_view_draw(&pane->hall, &pane->roll, layout.detail, true);
		return;
	}
	hall_list_quorum(&pane->hall, plain->columns - 2, &quorum);
	frame_text(whole.row++, 1, -1, buf_text(&quorum), ROLE_HEADING);
	whole.rows--;
	roll_view_draw(&pane->hall, &pane->roll, whole, true);
	buf_done(&quorum);
}

void
roll_zone_hint(int columns, struct buf *text)
{
	struct buf digits = { 0 };
	const char *tail = _("Back=one back Tab=desk");

	action_option_row(roll_zone_options, columns, &digits);
	buf_add(text, buf_text(&digits));
	if (text_width(buf_text(&digits)) + 2 + text_width(tail) <= columns)
		buf_addf(text, "  %s", tail);
	buf_done(&digits);
}

void
roll_zone_talk(const struct plenary_pane *pane, struct buf *text)
{
	const struct voter *voter = hall_state_name(&pane->hall, pane->roll.at);

	if (voter == NULL)
		return;
	buf_addf(text, "%s %s", voter->government, voter->name);
	if (strcmp(voter->name, voter->own_name) != 0)
		buf_addf(text, "  %s", voter->own_name);
	if (voter->proxy[0] != '\0')
		buf_addf(text, _("   %s votes for it"), voter->proxy);
	if (pane->on_paper)
		buf_addf(text, "   %s", _("written ballots"));
}

/* Deeds */

static void
go_on(struct plenary_pane *pane)
{
	size_t next = next_to_call(&pane->hall, pane->roll.at);

	if (next < pane->hall.name_count)
		pane->roll.at = next;
	else
		desk_say(pane->desk, _("All are called. F10 closes the vote."));
}

static bool
vote(struct plenary_pane *pane, const char *choice, struct err *err)
{
	const struct voter *voter = hall_state_name(&pane->hall, pane->roll.at);
	struct session *session = desk_session(pane->desk);

	if (voter == NULL)
		return true;
	if (!pane->hall.vote_open)
		return err_set(err, ERR_RULE, _("This vote is closed: nothing of it changes any more."));
	struct voting_ballot ballot = {
		.government = voter->government, .choice = choice,
		.manner = pane->on_paper ? "written" : "floor",
	};
	bool ok = is_called(&pane->hall, pane->roll.at) ?
	    voting_mend(session, pane->meeting, &ballot, NULL, err) :
	    voting_cast(session, pane->meeting, &ballot, 1, NULL, err);
	if (!ok || !plenary_load_now(pane, err)) {
		desk_reload(pane->desk);
		return false;
	}
	go_on(pane);
	return true;
}

static bool
vote_the_rest(struct plenary_pane *pane, struct err *err)
{
	size_t to_call = (size_t)pane->hall.sheet.tally.to_call;
	struct buf question = { 0 };

	if (!pane->hall.vote_open || to_call == 0)
		return err_set(err, ERR_RULE, _("Nobody is left to be called."));
	buf_addf(&question, nq_("%zu is not called yet. Does it vote yes?",
	    "%zu are not called yet. Do all of them vote yes?", to_call), to_call);
	bool agrees = desk_ask_yes(pane->desk, buf_text(&question));
	buf_done(&question);
	if (!agrees)
		return true;
	if (!voting_bloc(desk_session(pane->desk), pane->meeting, "yes", NULL, 0, NULL, err) ||
	    !plenary_load_now(pane, err))
		return false;
	go_on(pane);
	return true;
}

static bool
do_digit(struct plenary_pane *pane, int digit, struct err *err)
{
	if (digit == ON_PAPER) {
		pane->on_paper = !pane->on_paper;
		return true;
	}
	if (action_find_option(roll_zone_options, digit) == NULL)
		return err_set(err, ERR_INPUT, _("This digit is no option here: row 22 shows them."));
	if (!session_may_write(desk_session(pane->desk), err))
		return false;
	return digit == THE_REST ? vote_the_rest(pane, err) : vote(pane, answers[digit], err);
}

/* An earlier or a later vote; the latest is shown as 0, so that a new one comes by itself. */
static bool
turn_to_vote(struct plenary_pane *pane, int step, struct err *err)
{
	int64_t latest = 0, wanted = pane->hall.vote + step;

	if (!voting_find_latest(desk_session(pane->desk), pane->meeting, &latest, err))
		return false;
	if (wanted < 1 || wanted > latest)
		return err_set(err, ERR_MISSING, step > 0 ? _("This is the last one.") : _("This is the first one."));
	pane->vote = wanted == latest ? 0 : wanted;
	plenary_forget(pane);
	return plenary_load_now(pane, err);
}

bool
roll_zone_act(struct plenary_pane *pane, const struct input *input, struct err *err)
{
	const struct roll_grid grid = { .count = pane->hall.name_count,
		.across = pane->roll.across > 0 ? pane->roll.across : 1 };

	switch (input->action) {
	case ACTION_DIGIT:
	case ACTION_OPTION:
		return do_digit(pane, input->option, err);
	case ACTION_ERASE_BACK:
		pane->roll.at = roll_grid_move(&grid, pane->roll.at, ACTION_LEFT);
		return true;
	case ACTION_PAGE_UP:
		return turn_to_vote(pane, -1, err);
	case ACTION_PAGE_DOWN:
		return turn_to_vote(pane, 1, err);
	case ACTION_ACCEPT:
		return err_set(err, ERR_INPUT, _("A digit votes: row 22 shows them."));
	case ACTION_FIND:
		pane->in_roll = false;
		return true;
	default:
		pane->roll.at = roll_grid_move(&grid, pane->roll.at, input->action);
		return true;
	}
}
