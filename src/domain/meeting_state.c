/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a meeting is: each step is one row of a table, and a change set. */
#include "config.h"

#include "domain/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/agenda.h"
#include "domain/term.h"
#include "domain/roster.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "store/stmt.h"

/* A step from one state to another. */
struct step {
	const char *to;
	const char *from;	/* states it is taken from, with a blank around each */
	const char *what;	/* in the history */
	const char *refusal;	/* N_(): the second half of a sentence */
};

static const struct step steps[] = {
	{ "convened", " planned convened postponed ", "convene meeting",
	  N_("only a meeting that is still to come is convened.") },
	{ "open", " convened ", "open meeting",
	  N_("a meeting is opened when it has been convened.") },
	{ "closed", " open ", "close meeting",
	  N_("a meeting is closed while it is open.") },
	{ "reported", " closed ", "report meeting",
	  N_("a meeting is reported on when it is closed.") },
	{ "postponed", " planned convened postponed ", "postpone meeting",
	  N_("only a meeting that is still to come is postponed.") },
	{ "cancelled", " planned convened postponed ", "cancel meeting",
	  N_("only a meeting that is still to come is cancelled.") },
};

static const struct step *
find_step(const char *to)
{
	size_t i = 0;

	while (strcmp(steps[i].to, to) != 0)
		i++;
	return &steps[i];
}

static bool
is_from(const struct step *step, const char *state)
{
	struct buf word = { 0 };

	buf_addf(&word, " %s ", state);
	bool is = strstr(step->from, buf_text(&word)) != NULL;
	buf_done(&word);
	return is;
}

static bool
refuse_step(const struct step *step, const struct meeting *meeting, struct err *err)
{
	struct buf state = { 0 };

	record_show(record_find_field(&meeting_type, "state"), meeting, &state);
	err_set(err, ERR_RULE, _("%s is %s: %s"), meeting->key, buf_text(&state), _(step->refusal));
	buf_done(&state);
	return err_at(err, "state");
}

/* Read the meeting and set its state; refused where the step is not open to it. */
static bool
take_step(struct session *session, const struct step *step, const char *key,
    struct meeting *ret_meeting, struct err *err)
{
	if (!row_get(session, &meeting_type, key, ret_meeting, err))
		return false;
	if (!is_from(step, ret_meeting->state))
		return refuse_step(step, ret_meeting, err);
	mem_replace(&ret_meeting->state, step->to);
	return true;
}

/* What belongs to a step besides the state; context is the step's own. */
typedef bool step_more(struct session *session, struct meeting *meeting, void *context,
    struct err *err);

static bool
step_in_set(struct session *session, const char *to, const char *key, step_more *more,
    void *context, struct err *err)
{
	struct meeting meeting = { 0 };
	bool ok = take_step(session, find_step(to), key, &meeting, err) &&
	    (more == NULL || more(session, &meeting, context, err)) &&
	    row_update_in_set(session, &meeting_type, &meeting, err);

	record_done(&meeting_type, &meeting);
	return ok;
}

static bool
step(struct session *session, const char *to, const char *key, const char *why, step_more *more,
    void *context, int64_t *ret_number, struct err *err)
{
	return session_begin(session, find_step(to)->what, why, err) &&
	    session_finish(session, step_in_set(session, to, key, more, context, err), ret_number, err);
}

static bool
set_convened(struct session *session, struct meeting *meeting, void *context, struct err *err)
{
	(void)session;
	(void)err;
	if (meeting->convened == NULL)
		meeting->convened = mem_strdup(context);
	return true;
}

bool
meeting_convene_in_set(struct session *session, const char *key, const char *day, struct err *err)
{
	return step_in_set(session, "convened", key, set_convened, (char *)day, err);
}

bool
meeting_convene(struct session *session, const char *key, const char *day, int64_t *ret_number,
    struct err *err)
{
	return step(session, "convened", key, NULL, set_convened, (char *)day, ret_number, err);
}

bool
meeting_open(struct session *session, const char *key, int64_t *ret_number, struct err *err)
{
	return step(session, "open", key, NULL, NULL, NULL, ret_number, err);
}

bool
meeting_report(struct session *session, const char *key, int64_t *ret_number, struct err *err)
{
	return step(session, "reported", key, NULL, NULL, NULL, ret_number, err);
}

/* Closing */

/* Items nobody closed are carried; *ret_count is how many. */
static bool
carry_open(struct session *session, const char *key, int *ret_count, struct err *err)
{
	struct row_list items = { 0 };
	bool ok = row_list(session, &agenda_item_type, "meeting", key, "id", &items, err);

	for (size_t i = 0; i < items.count && ok; i++) {
		struct agenda_item *item = row_at(&items, i);

		if (strcmp(item->outcome, "open") != 0)
			continue;
		mem_replace(&item->outcome, "carried");
		ok = row_update_in_set(session, &agenda_item_type, item, err);
		++*ret_count;
	}
	row_list_done(&items);
	return ok;
}

/* The next session of the body takes them, when it is planned already. */
static bool
hand_on(struct session *session, const struct meeting *meeting, struct buf *ret_said,
    struct err *err)
{
	int64_t came = 0;
	char *next = NULL;
	bool ok = meeting_next(session, meeting->body, &next, err) &&
	    (next == NULL || agenda_gather_in_set(session, next, &came, err));

	if (ok && came > 0 && ret_said != NULL)
		buf_addf(ret_said, nq_("%d item goes on the agenda of %s.\n",
		    "%d items go on the agenda of %s.\n", (unsigned long)came), (int)came, next);
	free(next);
	return ok;
}

static bool
close_besides(struct session *session, struct meeting *meeting, void *context, struct err *err)
{
	char day[DAY_SIZE];
	int carried = 0;

	meeting_last_day(meeting, day);
	if (day[0] == '\0')
		session_today(session, day);
	/* The state first: what is handed on is asked of meetings that are closed. */
	return row_update_in_set(session, &meeting_type, meeting, err) &&
	    term_end_with_meeting_in_set(session, meeting->key, day, err) &&
	    roster_pass_chair_in_set(session, meeting->key, context, err) &&
	    carry_open(session, meeting->key, &carried, err) &&
	    hand_on(session, meeting, context, err);
}

bool
meeting_close(struct session *session, const char *key, int64_t *ret_number,
    struct buf *ret_said, struct err *err)
{
	return step(session, "closed", key, NULL, close_besides, ret_said, ret_number, err);
}

/* Other days */

struct postponing {
	const char *begins, *ends;
	char base[DAY_SIZE];	/* the day its sittings count from; "" not known */
	int days;		/* how far its days move; 0 when that cannot be said */
};

static bool
is_given(const char *day)
{
	return day != NULL && day[0] != '\0';
}

/* Its first day; while that is not known, the day of the first sitting. */
static bool
find_base(struct session *session, const struct meeting *meeting, char ret_base[DAY_SIZE],
    struct err *err)
{
	static const char sql[] = "SELECT coalesce(min(day), '') FROM sitting WHERE meeting = :meeting";
	struct stmt st = { 0 };

	ret_base[0] = '\0';
	if (day_is_whole(meeting->begins)) {
		memcpy(ret_base, meeting->begins, DAY_SIZE);
		return true;
	}
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting->key);
		if (stmt_next(&st) && day_is_whole(stmt_text(&st, 0)))
			memcpy(ret_base, stmt_text(&st, 0), DAY_SIZE);
	}
	return stmt_close(&st);
}

static void
set_days(struct meeting *meeting, struct postponing *postponing)
{
	char last[DAY_SIZE], moved[DAY_SIZE];
	bool whole = postponing->base[0] != '\0' && day_is_whole(postponing->begins);

	meeting_last_day(meeting, last);
	if (whole)
		postponing->days = day_to_number(postponing->begins) - day_to_number(postponing->base);
	if (meeting->moved_from == NULL && meeting->begins[0] != '\0')
		meeting->moved_from = mem_strdup(meeting->begins);
	if (is_given(postponing->ends)) {
		mem_replace(&meeting->ends, postponing->ends);
	} else if (is_given(meeting->ends) && whole && last[0] != '\0') {
		day_add_days(last, postponing->days, moved);
		mem_replace(&meeting->ends, moved);
	} else {
		mem_replace(&meeting->ends, NULL);
	}
	mem_replace(&meeting->begins, postponing->begins);
}

static bool
move_sittings(struct session *session, const char *key, int days, struct err *err)
{
	struct row_list sittings = { 0 };
	bool ok = row_list(session, &sitting_type, "meeting", key, "no", &sittings, err);

	for (size_t i = 0; i < sittings.count && ok; i++) {
		struct sitting *sitting = row_at(&sittings, i);
		char moved[DAY_SIZE];

		day_add_days(sitting->day, days, moved);
		mem_replace(&sitting->day, moved);
		ok = row_update_in_set(session, &sitting_type, sitting, err);
	}
	row_list_done(&sittings);
	return ok;
}

static bool
postpone_besides(struct session *session, struct meeting *meeting, void *context, struct err *err)
{
	struct postponing *postponing = context;

	if (!find_base(session, meeting, postponing->base, err))
		return false;
	set_days(meeting, postponing);
	return postponing->days == 0 || move_sittings(session, meeting->key, postponing->days, err);
}

bool
meeting_postpone(struct session *session, const char *key, const char *begins, const char *ends,
    const char *why, int64_t *ret_number, struct err *err)
{
	struct postponing postponing = { .begins = begins != NULL ? begins : "", .ends = ends };

	if (!day_check(postponing.begins, err) || (is_given(ends) && !day_check(ends, err)))
		return err_at(err, "begins");
	return step(session, "postponed", key, why, postpone_besides, &postponing, ret_number, err);
}

static bool
cancel_besides(struct session *session, struct meeting *meeting, void *context, struct err *err)
{
	int carried = 0;

	(void)context;
	meeting->ordinal = 0;
	return row_update_in_set(session, &meeting_type, meeting, err) &&
	    carry_open(session, meeting->key, &carried, err) &&
	    hand_on(session, meeting, NULL, err);
}

bool
meeting_cancel(struct session *session, const char *key, const char *why, int64_t *ret_number,
    struct err *err)
{
	return step(session, "cancelled", key, why, cancel_besides, NULL, ret_number, err);
}
