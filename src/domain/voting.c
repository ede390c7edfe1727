/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/voting.h"

#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/agenda_item.h"
#include "domain/attendance.h"
#include "domain/ballot.h"
#include "domain/meeting.h"
#include "domain/roll.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/vote.h"
#include "domain/voting_private.h"
#include "store/stmt.h"

bool
voting_find_open(struct session *session, const char *meeting, int64_t *ret_no, struct err *err)
{
	static const char sql[] = "SELECT no FROM vote WHERE meeting = :meeting AND closed IS NULL";

	*ret_no = 0;
	return stmt_ask_int(session->db, sql, ":meeting", meeting, ret_no, err);
}

bool
voting_find_latest(struct session *session, const char *meeting, int64_t *ret_no,
    struct err *err)
{
	static const char sql[] = "SELECT max(no) FROM vote WHERE meeting = :meeting";

	*ret_no = 0;
	return stmt_ask_int(session->db, sql, ":meeting", meeting, ret_no, err);
}

static bool
get_vote(struct session *session, const char *meeting, int64_t no, struct vote *ret_vote,
    struct err *err)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%lld", meeting, (long long)no);
	bool ok = row_get(session, &vote_type, buf_text(&key), ret_vote, err);
	buf_done(&key);
	return ok;
}

bool
voting_get_open(struct session *session, const char *meeting, struct vote *ret_vote,
    struct err *err)
{
	int64_t no = 0, latest = 0;

	if (!voting_find_open(session, meeting, &no, err) ||
	    !voting_find_latest(session, meeting, &latest, err))
		return false;
	if (no > 0)
		return get_vote(session, meeting, no, ret_vote, err);
	if (latest > 0)
		return err_set(err, ERR_RULE,
		    _("Vote %s/%lld is closed: nothing of it changes any more. Open another one."),
		    meeting, (long long)latest);
	return err_set(err, ERR_RULE, _("No vote is open in %s: open one first."), meeting);
}

bool
voting_rows(struct session *session, const struct record_type *type, const char *meeting,
    int64_t no, struct row_list *ret_rows, struct err *err)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%lld", meeting, (long long)no);
	bool ok = row_list_under(session, type, buf_text(&key), ret_rows, err);
	buf_done(&key);
	return ok;
}

/* Opening. */

/* A vote while it is being opened. */
struct opening {
	struct session *session;
	struct meeting meeting;
	struct vote vote;
	struct row_list hall;	/* struct attendance, of this moment */
};

static bool
check_meeting(struct opening *opening, struct err *err)
{
	const struct meeting *meeting = &opening->meeting;
	int64_t no = 0;

	if (strcmp(meeting->state, "open") != 0)
		return err_set(err, ERR_RULE, _("%s is not open: votes are taken in an open meeting only."),
		    meeting->key);
	if (!voting_find_open(opening->session, meeting->key, &no, err))
		return false;
	return no == 0 || err_set(err, ERR_RULE,
	    _("Vote %s/%lld is open: close it before you open another one."), meeting->key,
	    (long long)no);
}

static bool
check_item(struct opening *opening, struct err *err)
{
	const char *item = opening->vote.item;
	struct agenda_item row = { 0 };

	if (item == NULL)
		return true;
	bool ok = row_get(opening->session, &agenda_item_type, item, &row, err);
	if (ok && strcmp(row.meeting, opening->meeting.key) != 0)
		ok = err_set(err, ERR_RULE, _("That item stands on the agenda of %s, not of %s."),
		    row.meeting, opening->meeting.key);
	record_done(&agenda_item_type, &row);
	return ok;
}

/* The value of a rule that is a part, as it is on the day. */
static bool
freeze_rule(struct session *session, const char *name, const char *day, char **ret_value,
    struct err *err)
{
	struct rule rule = { 0 };
	struct part part;
	bool ok = rule_get(session, name, day, &rule, err) &&
	    part_read(rule.value, name, &part, err);

	if (ok)
		mem_replace(ret_value, rule.value);
	record_done(&rule_type, &rule);
	return ok;
}

static bool
freeze_rules(struct opening *opening, struct err *err)
{
	struct vote *vote = &opening->vote;
	char day[DAY_SIZE], now[CLOCK_STAMP_SIZE];
	int64_t latest = 0;

	clock_stamp(now);
	attendance_day(opening->session, &opening->meeting, NULL, day);
	if (!voting_find_latest(opening->session, opening->meeting.key, &latest, err) ||
	    !freeze_rule(opening->session, "quorum.part", day, &vote->quorum, err) ||
	    !freeze_rule(opening->session, "majority.part", day, &vote->majority, err))
		return false;
	vote->no = latest + 1;
	mem_replace(&vote->opened, now);
	return true;
}

static bool
freeze_row(struct opening *opening, const struct attendance *there, struct err *err)
{
	struct roll roll = {
		.meeting = mem_strdup(opening->vote.meeting),
		.vote = opening->vote.no,
		.government = mem_strdup(there->government),
		.present = there->present,
		.entitled = there->may_vote,
		.reason = mem_strdup(there->reason),
		.proxy = mem_strdup(there->by_proxy ? there->proxy : NULL),
	};
	bool ok = row_insert_in_set(opening->session, &roll_type, &roll, err);

	record_done(&roll_type, &roll);
	return ok;
}

static bool
freeze_roll(struct opening *opening, struct err *err)
{
	size_t entitled = 0;

	if (!attendance_list(opening->session, opening->meeting.key, NULL, &opening->hall, err) ||
	    !row_insert_in_set(opening->session, &vote_type, &opening->vote, err))
		return false;
	for (size_t i = 0; i < opening->hall.count; i++) {
		const struct attendance *there = row_at(&opening->hall, i);

		entitled += there->may_vote != 0;
		if (!freeze_row(opening, there, err))
			return false;
	}
	return entitled > 0 || err_set(err, ERR_RULE,
	    _("Nobody in the hall may vote: enter who is there, and accept their credentials."));
}

static bool
open_in_set(struct opening *opening, const char *meeting, struct err *err)
{
	return row_get(opening->session, &meeting_type, meeting, &opening->meeting, err) &&
	    check_meeting(opening, err) && check_item(opening, err) &&
	    freeze_rules(opening, err) && freeze_roll(opening, err);
}

bool
voting_open(struct session *session, const char *meeting, const char *motion,
    const char *method, const char *item, int64_t *ret_no, struct err *err)
{
	struct opening opening = { .session = session, .vote = {
		.meeting = mem_strdup(meeting), .item = mem_strdup(item) } };
	bool ok = record_read(record_find_field(&vote_type, "motion"), &opening.vote, motion, err) &&
	    record_read(record_find_field(&vote_type, "method"), &opening.vote, method, err) &&
	    session_begin(session, "open vote", NULL, err);

	ok = ok && session_finish(session, open_in_set(&opening, meeting, err), NULL, err);
	*ret_no = opening.vote.no;
	row_list_done(&opening.hall);
	record_done(&vote_type, &opening.vote);
	record_done(&meeting_type, &opening.meeting);
	return ok;
}

/* Closing. */

static bool
has_ballot(const struct row_list *ballots, const char *government)
{
	for (size_t i = 0; i < ballots->count; i++)
		if (strcmp(((const struct ballot *)row_at(ballots, i))->government, government) == 0)
			return true;
	return false;
}

/* Whoever was never called did not vote: the ballots add up to the roll. */
static bool
fill_ballots(struct session *session, const struct vote *vote, const struct row_list *rolls,
    struct row_list *ballots, struct err *err)
{
	for (size_t i = 0; i < rolls->count; i++) {
		const struct roll *roll = row_at(rolls, i);

		if (roll->entitled && !has_ballot(ballots, roll->government) &&
		    !voting_insert_ballot(session, vote, roll->government, "not-voting", NULL,
			roll->proxy, err))
			return false;
	}
	row_list_done(ballots);
	return voting_rows(session, &ballot_type, vote->meeting, vote->no, ballots, err);
}

/* Not before its last ballot, even where the clock was put back. */
static void
set_closed(struct vote *vote, const struct row_list *ballots)
{
	char now[CLOCK_STAMP_SIZE];
	const char *latest = now;

	clock_stamp(now);
	for (size_t i = 0; i < ballots->count; i++) {
		const struct ballot *ballot = row_at(ballots, i);

		if (strcmp(ballot->at, latest) > 0)
			latest = ballot->at;
	}
	mem_replace(&vote->closed, latest);
}

static bool
close_in_set(struct session *session, struct vote *vote, struct tally *tally, struct err *err)
{
	struct row_list rolls = { 0 }, ballots = { 0 };
	bool ok = voting_rows(session, &roll_type, vote->meeting, vote->no, &rolls, err) &&
	    voting_rows(session, &ballot_type, vote->meeting, vote->no, &ballots, err) &&
	    fill_ballots(session, vote, &rolls, &ballots, err) &&
	    tally_count(vote, &rolls, &ballots, tally, err);

	if (ok) {
		set_closed(vote, &ballots);
		mem_replace(&vote->result, tally->result);
		ok = row_update_in_set(session, &vote_type, vote, err);
	}
	row_list_done(&rolls);
	row_list_done(&ballots);
	return ok;
}

bool
voting_close(struct session *session, const char *meeting, int64_t *ret_no,
    struct tally *ret_tally, struct err *err)
{
	struct vote vote = { 0 };
	struct tally tally = { 0 };

	if (!session_begin(session, "close vote", NULL, err))
		return false;
	bool ok = voting_get_open(session, meeting, &vote, err) &&
	    close_in_set(session, &vote, &tally, err);
	*ret_no = vote.no;
	record_done(&vote_type, &vote);
	if (ret_tally != NULL)
		*ret_tally = tally;
	return session_finish(session, ok, NULL, err);
}

bool
voting_may_undo(struct session *session, const char *key, struct err *err)
{
	const char *slash = strchr(key, '/');
	size_t length = slash != NULL ? strcspn(slash + 1, "/") + (size_t)(slash + 1 - key) : 0;

	(void)session;
	return err_set(err, ERR_RULE,
	    _("The roll of %.*s is used: a vote is never taken back. Take another one instead."),
	    (int)length, key);
}
