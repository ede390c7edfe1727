/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/vote_dialog.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/agenda.h"
#include "domain/fold.h"
#include "domain/session.h"
#include "domain/vote.h"
#include "panes/desk.h"
#include "panes/hall_state.h"
#include "ui/choices.h"
#include "ui/prompt.h"

/* The methods in the order of their digits; 0 leaves. */
static const struct { int digit; const char *word; } methods[] = {
	{ 1, "roll-call" }, { 2, "en-bloc" }, { 3, "written" },
};

static const struct prompt_answer method_answers[] = {
	{ 1, NC_("answer", "Roll call") },
	{ 2, NC_("answer", "En bloc") },
	{ 3, NC_("answer", "Written ballots") },
	{ 0 }
};

/* The number of an item stands for it: an id says nothing to anybody. */
static void
fill_items(void *context, const char *typed, struct choices *ret_choices)
{
	const struct row_list *items = context;

	for (size_t i = 0; i < items->count; i++) {
		const struct agenda_entry *item = row_at(items, i);

		if (strcmp(item->outcome, "dropped") != 0 && fold_holds(item->title, typed))
			choices_add(ret_choices, item->number, item->title, "");
	}
	choices_add(ret_choices, "-", _("no item of the agenda"), "");
}

static const struct agenda_entry *
find_item(const struct row_list *items, const char *number)
{
	for (size_t i = 0; i < items->count; i++) {
		const struct agenda_entry *item = row_at(items, i);

		if (strcmp(item->number, number) == 0)
			return item;
	}
	return NULL;
}

/* The item that is being dealt with is the one proposed. */
static bool
ask_item(struct desk *desk, const struct hall_state *hall, struct row_list *items,
    const struct agenda_entry **ret_item)
{
	struct buf number = { 0 };
	bool taken = true;

	*ret_item = NULL;
	if (items->count == 0)
		return true;
	buf_add_bytes(&number, hall->item, strcspn(hall->item, " "));
	taken = desk_pick(desk, _("Vote on which item?"), fill_items, items, &number);
	if (taken)
		*ret_item = find_item(items, buf_text(&number));
	buf_done(&number);
	return taken;
}

static bool
ask_motion(struct desk *desk, const struct agenda_entry *item, struct buf *motion)
{
	if (item != NULL)
		buf_add(motion, item->title);
	return desk_ask_text(desk, _("The motion:"), true, motion);
}

static const char *
ask_method(struct desk *desk)
{
	int answer = desk_ask(desk, _("Freeze the roll now and vote how?"), method_answers, 0);

	for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
		if (methods[i].digit == answer)
			return methods[i].word;
	return NULL;
}

/* A vote without quorum can only fail: nobody finds that out afterwards. */
static bool
ask_quorum(struct desk *desk, const struct hall_state *hall)
{
	struct buf question = { 0 };

	if (quorum_holds(&hall->quorum))
		return true;
	buf_addf(&question, _("No quorum, %lld of %lld needed: vote all the same?"),
	    (long long)hall->quorum.present, (long long)hall->quorum.needed);
	bool agrees = desk_ask_yes(desk, buf_text(&question));
	buf_done(&question);
	return agrees;
}

/* A meeting that is convened is opened here: the clerk sits where it happens. */
static bool
ask_meeting(struct desk *desk, const struct hall_state *hall, bool *ret_open, struct err *err)
{
	const struct meeting *meeting = &hall->meeting;
	struct buf question = { 0 };

	*ret_open = strcmp(meeting->state, "open") == 0;
	if (*ret_open)
		return true;
	if (strcmp(meeting->state, "convened") != 0)
		return err_set(err, ERR_RULE, _("%s is not open: votes are taken in an open meeting only."),
		    meeting->key);
	buf_addf(&question, _("%s is not open yet. Open it now?"), meeting->key);
	*ret_open = desk_ask_yes(desk, buf_text(&question));
	buf_done(&question);
	return !*ret_open || meeting_open(desk_session(desk), meeting->key, NULL, err);
}

static bool
ask_and_open(struct desk *desk, const struct hall_state *hall, struct row_list *items, int64_t *ret_no,
    struct err *err)
{
	const struct agenda_entry *item;
	struct buf motion = { 0 };
	const char *method = NULL;
	bool ok = true;

	if (ask_quorum(desk, hall) && ask_item(desk, hall, items, &item) &&
	    ask_motion(desk, item, &motion) && (method = ask_method(desk)) != NULL)
		ok = voting_open(desk_session(desk), hall->meeting.key, buf_text(&motion), method,
		    item != NULL ? item->id : NULL, ret_no, err);
	buf_done(&motion);
	return ok;
}

bool
vote_dialog_open(struct desk *desk, const struct hall_state *hall, int64_t *ret_no, struct err *err)
{
	struct row_list items = { 0 };
	bool open = false;

	*ret_no = 0;
	if (hall->vote_open)
		return err_set(err, ERR_RULE, _("A vote is open already: F10 closes it."));
	if (!session_may_write(desk_session(desk), err) || !ask_meeting(desk, hall, &open, err))
		return false;
	if (!open)
		return true;
	if (!agenda_list(desk_session(desk), hall->meeting.key, &items, NULL, err))
		return false;
	bool ok = ask_and_open(desk, hall, &items, ret_no, err);
	row_list_done(&items);
	if (ok && *ret_no == 0)
		desk_say(desk, _("No vote was opened."));
	return ok;
}

/* Closing */

static bool
agrees(struct desk *desk, const struct hall_state *hall)
{
	size_t to_call = (size_t)hall->sheet.tally.to_call;
	struct buf question = { 0 };

	if (to_call == 0)
		return true;
	buf_addf(&question, nq_("%zu is not called yet and will count as not voting. Close the vote?",
	    "%zu are not called yet and will count as not voting. Close the vote?", to_call), to_call);
	bool yes = desk_ask_yes(desk, buf_text(&question));
	buf_done(&question);
	return yes;
}

static void
say_result(struct desk *desk, const struct tally *tally)
{
	const struct choice *result = record_find_field(&vote_type, "result")->choices;
	struct buf sum = { 0 };

	while (result->word != NULL && strcmp(result->word, tally->result) != 0)
		result++;
	tally_say(tally, &sum);
	desk_say(desk, "%s: %s", result->word != NULL ? message_show(result->label) : tally->result,
	    buf_text(&sum));
	buf_done(&sum);
}

bool
vote_dialog_close(struct desk *desk, const struct hall_state *hall, bool *ret_closed, struct err *err)
{
	struct tally tally = { 0 };
	int64_t no = 0;

	*ret_closed = false;
	if (!hall->vote_open)
		return err_set(err, ERR_RULE, _("No vote is open: F6 opens one."));
	if (!session_may_write(desk_session(desk), err))
		return false;
	if (!agrees(desk, hall))
		return true;
	if (!voting_close(desk_session(desk), hall->meeting.key, &no, &tally, err))
		return false;
	say_result(desk, &tally);
	*ret_closed = true;
	return true;
}
