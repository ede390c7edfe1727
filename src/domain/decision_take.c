/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/decision_take.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/zone.h"
#include "domain/agenda_item.h"
#include "domain/competence.h"
#include "domain/decision.h"
#include "domain/decision_effect.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/vote.h"
#include "store/stmt.h"

#define NAME_FIELD(column, words) \
	{ RECORD_FIELD(decision_order, name_##column), .label = words, .kind = FIELD_TEXT, \
	  .width = 40, .language = #column }

static const struct field decision_order_fields[] = {
	{ RECORD_FIELD(decision_order, body), .label = NC_("field", "Body"), .kind = FIELD_CODE,
	  .flags = FIELD_UPPER, .width = 8, .refers = "body",
	  .hint = N_("Appoint: the body whose seat the government takes.") },
	{ RECORD_FIELD(decision_order, role), .label = NC_("field", "Role"), .kind = FIELD_CODE,
	  .width = 14, .choices = seat_roles },
	{ RECORD_FIELD(decision_order, until), .label = NC_("field", "Until"), .kind = FIELD_DAY,
	  .flags = FIELD_NULLABLE, .width = 10,
	  .hint = N_("Appoint: the day the term ends. Empty: it goes on, or ends with a meeting.") },
	{ RECORD_FIELD(decision_order, until_meeting), .label = NC_("field", "Until meeting"),
	  .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER, .width = 8,
	  .hint = N_("Appoint: the meeting whose closing ends the term: GA-9.") },
	{ RECORD_FIELD(decision_order, coordinator), .label = NC_("field", "Coordinator"),
	  .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER, .width = 7,
	  .refers = "government", .hint = N_("Set up body: the government that takes its first seat.") },
	NAME_FIELD(en, NC_("field", "Name en")), NAME_FIELD(zh, NC_("field", "Name zh")),
	NAME_FIELD(ja, NC_("field", "Name ja")), NAME_FIELD(ko, NC_("field", "Name ko")),
	NAME_FIELD(ru, NC_("field", "Name ru")), NAME_FIELD(mn, NC_("field", "Name mn")),
	{ RECORD_FIELD(decision_order, successor), .label = NC_("field", "Successor"),
	  .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER, .width = 8, .refers = "body",
	  .hint = N_("Dissolve body: the body that takes over.") },
	{ RECORD_FIELD(decision_order, rule), .label = NC_("field", "Rule"), .kind = FIELD_CODE,
	  .width = 24, .hint = N_("The rule that has the value from then on: dues.amount.") },
	{ RECORD_FIELD(decision_order, value), .label = NC_("field", "Value"), .kind = FIELD_TEXT,
	  .width = 20 },
	{ RECORD_FIELD(decision_order, from), .label = NC_("field", "From"), .kind = FIELD_DAY,
	  .width = 10, .hint = N_("The first day of the value. Empty: the day of the decision.") },
	{ 0 }
};

const struct record_type decision_order_type = {
	.key = "decision_order",
	.label = N_("Decision"),
	.plural = N_("Decisions"),
	.size = sizeof(struct decision_order),
	.fields = decision_order_fields,
};

/* The meeting */

static bool
check_state(const struct meeting *meeting, struct err *err)
{
	const char *state = meeting->state;

	if (strcmp(state, "open") == 0 || strcmp(state, "closed") == 0)
		return true;
	if (strcmp(state, "reported") == 0)
		return err_set(err, ERR_RULE,
		    _("%s is reported: its register of decisions is complete."), meeting->key);
	if (strcmp(state, "cancelled") == 0)
		return err_set(err, ERR_RULE, _("%s was cancelled: it decides nothing."), meeting->key);
	if (strcmp(state, "postponed") == 0 || meeting->begins[0] == '\0')
		return err_set(err, ERR_RULE, _("%s is not open: open it on its first day."), meeting->key);
	return err_set(err, ERR_RULE, _("%s is not open: it opens on %s."), meeting->key, meeting->begins);
}

/* The days it may lie on; false: nothing is known of them. */
static bool
days_of(const struct meeting *meeting, char ret_first[DAY_SIZE], char ret_last[DAY_SIZE])
{
	if (meeting->begins[0] == '\0')
		return false;
	day_first(meeting->begins, ret_first);
	day_last(meeting->ends != NULL ? meeting->ends : meeting->begins, ret_last);
	return true;
}

static bool
check_day(const struct meeting *meeting, const char *taken, struct err *err)
{
	char first[DAY_SIZE], last[DAY_SIZE], from[DAY_SIZE], to[DAY_SIZE];

	if (!day_check(taken, err))
		return false;
	if (taken[0] == '\0')
		return err_set(err, ERR_INPUT, _("Say on which day it was decided."));
	if (!days_of(meeting, first, last))
		return true;
	day_first(taken, from);
	day_last(taken, to);
	if (strcmp(from, first) >= 0 && strcmp(to, last) <= 0)
		return true;
	err_set(err, ERR_RULE, _("%s met from %s to %s: a decision is taken on one of those days."),
	    meeting->key, first, last);
	return err_at(err, "taken");
}

/* The day of an instant where the meeting is. */
static void
day_of_instant(const struct session *session, const struct meeting *meeting, const char *instant,
    char ret_day[DAY_SIZE])
{
	struct zone *zone = zone_open(meeting_zone(session, meeting), NULL);
	int hour = 0, minute = 0;

	snprintf(ret_day, DAY_SIZE, "%.10s", instant);
	if (zone != NULL && day_is_whole(ret_day) && sscanf(instant + 10, "T%d:%d", &hour, &minute) == 2) {
		int64_t seconds = (int64_t)day_to_number(ret_day) * 86400 + hour * 3600 + minute * 60;
		int64_t wall = zone_wall(zone, seconds);

		day_from_number((int32_t)(wall / 86400), ret_day);
	}
	zone_close(zone);
}

/* Where nobody said: when it was voted on, else today, else when the meeting ended. */
static void
settle_day(const struct session *session, const struct meeting *meeting, const struct vote *vote,
    struct decision *decision)
{
	char first[DAY_SIZE], last[DAY_SIZE], day[DAY_SIZE];

	if (decision->taken != NULL && decision->taken[0] != '\0')
		return;
	session_today(session, day);
	if (vote->opened != NULL && vote->opened[0] != '\0')
		day_of_instant(session, meeting, vote->opened, day);
	else if (days_of(meeting, first, last) && (strcmp(day, first) < 0 || strcmp(day, last) > 0))
		snprintf(day, sizeof day, "%s",
		    meeting->ends != NULL ? meeting->ends : meeting->begins);
	mem_replace(&decision->taken, day);
}

/* The vote */

static bool
check_vote(const struct decision *decision, const struct vote *vote, struct err *err)
{
	bool lost = vote->result != NULL && strcmp(vote->result, "lost") == 0;

	if (vote->closed == NULL || vote->closed[0] == '\0')
		return err_set(err, ERR_RULE, _("Vote %lld of %s is open: close it first."),
		    (long long)vote->no, vote->meeting);
	if (strcmp(vote->result != NULL ? vote->result : "", "carried") == 0 ||
	    (lost && strcmp(decision->kind, "refuse") == 0))
		return true;
	return err_set(err, ERR_RULE, lost ? _("Vote %lld of %s was lost: nothing was decided by it.") :
	    _("Vote %lld of %s was without a quorum: nothing was decided by it."),
	    (long long)vote->no, vote->meeting);
}

static bool
find_vote(struct session *session, const struct decision *decision, struct vote *ret_vote,
    struct err *err)
{
	struct buf key = { 0 };

	if (decision->vote == 0)
		return true;
	buf_addf(&key, "%s/%lld", decision->meeting, (long long)decision->vote);
	bool ok = row_get(session, &vote_type, buf_text(&key), ret_vote, err) &&
	    check_vote(decision, ret_vote, err);
	buf_done(&key);
	return ok;
}

/* The item */

/* What was decided is dealt with; what was put off comes back. */
static bool
settle_item_in_set(struct session *session, const struct decision *decision, struct err *err)
{
	struct agenda_item item = { 0 };
	bool ok;

	if (decision->item == NULL || decision->item[0] == '\0')
		return true;
	ok = row_get(session, &agenda_item_type, decision->item, &item, err);
	if (ok && strcmp(item.meeting, decision->meeting) != 0)
		ok = err_set(err, ERR_RULE, _("This item is on the agenda of %s, not of %s."),
		    item.meeting, decision->meeting);
	if (ok && strcmp(item.outcome, "open") == 0 && strcmp(decision->kind, "defer") != 0) {
		mem_replace(&item.outcome, "done");
		ok = row_update_in_set(session, &agenda_item_type, &item, err);
	}
	record_done(&agenda_item_type, &item);
	return ok;
}

/* The number */

static bool
next_number(struct session *session, struct decision *decision, struct err *err)
{
	static const char sql[] =
	    "SELECT 1 + coalesce(max(no), 0) FROM decision WHERE meeting = :meeting";

	return stmt_ask_int(session->db, sql, ":meeting", decision->meeting, &decision->no, err);
}

/* Taking it */

static bool
carry_out_in_set(struct session *session, const struct meeting *meeting,
    const struct decision *decision, const struct decision_order *order, struct buf *told,
    struct err *err)
{
	struct buf number = { 0 };

	record_key(&decision_type, decision, &number);
	struct deciding deciding = { session, meeting, decision, order, buf_text(&number), told, err };
	bool ok = decision_effect_in_set(&deciding);
	buf_done(&number);
	return ok;
}

static bool
take_in_set(struct session *session, struct decision *decision, const struct decision_order *order,
    struct buf *told, struct err *err)
{
	struct meeting meeting = { 0 };
	struct vote vote = { 0 };
	bool ok = row_get(session, &meeting_type, decision->meeting != NULL ? decision->meeting : "",
	    &meeting, err) && check_state(&meeting, err) && find_vote(session, decision, &vote, err);

	if (ok) {
		settle_day(session, &meeting, &vote, decision);
		ok = check_day(&meeting, decision->taken, err) &&
		    competence_check(session, decision->kind, meeting.body, decision->taken, err) &&
		    next_number(session, decision, err) &&
		    row_insert_in_set(session, &decision_type, decision, err) &&
		    settle_item_in_set(session, decision, err) &&
		    carry_out_in_set(session, &meeting, decision, order, told, err);
	}
	record_done(&vote_type, &vote);
	record_done(&meeting_type, &meeting);
	return ok;
}

static bool
take(struct session *session, struct decision *decision, const struct decision_order *order,
    bool keep, struct buf *told, int64_t *ret_number, struct err *err)
{
	if (decision->kind == NULL || decision->kind[0] == '\0') {
		err_set(err, ERR_INPUT, _("Say what kind of decision it is."));
		return err_at(err, "kind");
	}
	if (!session_begin(session, "decision", NULL, err))
		return false;
	if (!take_in_set(session, decision, order, told, err) || !keep) {
		session_abort(session);
		return !keep && err->code == ERR_NONE;
	}
	return session_commit(session, ret_number, err);
}

bool
decision_take(struct session *session, struct decision *decision,
    const struct decision_order *order, struct buf *ret_told, int64_t *ret_number, struct err *err)
{
	return take(session, decision, order, true, ret_told, ret_number, err);
}

bool
decision_foresee(struct session *session, struct decision *decision,
    const struct decision_order *order, struct buf *ret_told, struct err *err)
{
	struct err own = { 0 };
	bool ok = take(session, decision, order, false, ret_told, NULL, &own);

	if (!ok && err != NULL)
		*err = own;
	return ok;
}

bool
decision_may_undo(struct session *session, const char *key, struct err *err)
{
	struct decision decision = { 0 };
	bool ok = row_get(session, &decision_type, key, &decision, err);

	if (ok && decision.vote != 0)
		ok = err_set(err, ERR_RULE,
		    _("Decision %s rests on vote %lld of %s, whose roll is used: it is not undone. Let a meeting take a further decision that reverses it."),
		    key, (long long)decision.vote, decision.meeting);
	record_done(&decision_type, &decision);
	return ok;
}
