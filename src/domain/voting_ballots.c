/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/voting.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/attendance.h"
#include "domain/ballot.h"
#include "domain/delegation.h"
#include "domain/roll.h"
#include "domain/session.h"
#include "domain/standing.h"
#include "domain/vote.h"
#include "domain/voting_private.h"

static void
add_key(const struct vote *vote, const char *government, struct buf *key)
{
	buf_addf(key, "%s/%lld/%s", vote->meeting, (long long)vote->no, government);
}

bool
voting_insert_ballot(struct session *session, const struct vote *vote, const char *government,
    const char *choice, const char *manner, const char *cast_by, struct err *err)
{
	const char *usual = strcmp(vote->method, "written") == 0 ? "written" : "floor";
	struct ballot ballot = { .meeting = mem_strdup(vote->meeting), .vote = vote->no,
		.government = mem_strdup(government), .cast_by = mem_strdup(cast_by) };
	char now[CLOCK_STAMP_SIZE];

	/* A clock that was put back must not put a ballot before its vote. */
	clock_stamp(now);
	ballot.at = mem_strdup(strcmp(now, vote->opened) < 0 ? vote->opened : now);
	bool ok = record_read(record_find_field(&ballot_type, "choice"), &ballot, choice, err) &&
	    record_read(record_find_field(&ballot_type, "manner"), &ballot,
		manner != NULL ? manner : usual, err) &&
	    row_insert_in_set(session, &ballot_type, &ballot, err);
	record_done(&ballot_type, &ballot);
	return ok;
}

/* Why a government that was not there when the roll was frozen has no vote in it. */
static bool
refuse_absent(struct session *session, const struct vote *vote, const char *government,
    struct err *err)
{
	struct delegation delegation = { 0 };
	struct err ignored = { 0 };

	delegation_get(session, vote->meeting, government, &delegation, &ignored);
	if (delegation.proxy != NULL)
		err_set(err, ERR_RULE,
		    _("%s, which holds the proxy of %s, was not in the hall when the roll of %s/%lld was frozen."),
		    delegation.proxy, government, vote->meeting, (long long)vote->no);
	else
		err_set(err, ERR_RULE,
		    _("%s was not in the hall when the roll of %s/%lld was frozen: it votes in the next one."),
		    government, vote->meeting, (long long)vote->no);
	record_done(&delegation_type, &delegation);
	return false;
}

static bool
refuse_reason(struct session *session, const struct vote *vote, const struct roll *roll,
    struct err *err)
{
	struct buf sentence = { 0 };

	if (strcmp(roll->reason, "absent") == 0)
		return refuse_absent(session, vote, roll->government, err);
	standing_say(roll->reason, roll->government, &sentence);
	err_set(err, ERR_RULE, "%s", buf_text(&sentence));
	buf_done(&sentence);
	return false;
}

/* Its line of the frozen roll; refused when it may not vote. */
static bool
get_entitled(struct session *session, const struct vote *vote, const char *government,
    struct roll *ret_roll, struct err *err)
{
	struct buf key = { 0 };
	bool found = false;

	add_key(vote, government, &key);
	bool ok = row_find(session, &roll_type, buf_text(&key), ret_roll, &found, err);
	buf_done(&key);
	if (ok && !found)
		ok = err_set(err, ERR_RULE, _("%s is not on the roll of %s/%lld."), government,
		    vote->meeting, (long long)vote->no);
	if (ok && !ret_roll->entitled)
		ok = refuse_reason(session, vote, ret_roll, err);
	return ok;
}

static bool
check_caster(const struct roll *roll, const struct voting_ballot *ballot, struct err *err)
{
	const char *proxy = roll->proxy != NULL ? roll->proxy : roll->government;

	if (ballot->cast_by == NULL || strcmp(ballot->cast_by, proxy) == 0)
		return true;
	return err_set(err, ERR_RULE, _("%s holds no proxy of %s in this vote: %s votes for it."),
	    ballot->cast_by, roll->government, proxy);
}

static bool
is_on_floor(const struct vote *vote, const struct voting_ballot *ballot)
{
	return strcmp(ballot->manner != NULL ? ballot->manner : vote->method, "written") != 0;
}

/* Whoever votes on the floor is there; not voting needs nobody. */
static bool
check_hall(struct session *session, const struct vote *vote, const struct roll *roll,
    const struct voting_ballot *ballot, struct err *err)
{
	const char *voter = roll->proxy != NULL ? roll->proxy : roll->government;
	bool in = false;

	if (!is_on_floor(vote, ballot) || strcmp(ballot->choice, "not-voting") == 0)
		return true;
	if (!attendance_is_in(session, vote->meeting, voter, &in, err))
		return false;
	if (in)
		return true;
	if (roll->proxy != NULL)
		return err_set(err, ERR_RULE, _("%s, which holds the proxy of %s, is not in the hall."),
		    voter, roll->government);
	return err_set(err, ERR_RULE, _("%s is not in the hall: it cannot vote on the floor."), voter);
}

static bool
find_ballot(struct session *session, const struct vote *vote, const char *government,
    struct ballot *ret_ballot, bool *ret_found, struct err *err)
{
	struct buf key = { 0 };

	add_key(vote, government, &key);
	bool ok = row_find(session, &ballot_type, buf_text(&key), ret_ballot, ret_found, err);
	buf_done(&key);
	return ok;
}

static bool
check_first(struct session *session, const struct vote *vote, const char *government,
    struct err *err)
{
	struct ballot ballot = { 0 };
	bool found = false;

	if (!find_ballot(session, vote, government, &ballot, &found, err))
		return false;
	record_done(&ballot_type, &ballot);
	return !found || err_set(err, ERR_RULE,
	    _("%s has voted in %s/%lld already: a slip is corrected, never cast a second time."),
	    government, vote->meeting, (long long)vote->no);
}

static bool
cast_one(struct session *session, const struct vote *vote, const struct voting_ballot *ballot,
    struct err *err)
{
	struct roll roll = { 0 };
	bool ok = get_entitled(session, vote, ballot->government, &roll, err) &&
	    check_first(session, vote, ballot->government, err) &&
	    check_caster(&roll, ballot, err) &&
	    check_hall(session, vote, &roll, ballot, err) &&
	    voting_insert_ballot(session, vote, ballot->government, ballot->choice,
		ballot->manner, roll.proxy, err);

	record_done(&roll_type, &roll);
	return ok;
}

bool
voting_cast(struct session *session, const char *meeting, const struct voting_ballot *ballots,
    size_t count, int64_t *ret_number, struct err *err)
{
	struct vote vote = { 0 };

	if (!session_begin(session, "ballot", NULL, err))
		return false;
	bool ok = voting_get_open(session, meeting, &vote, err);
	for (size_t i = 0; i < count && ok; i++)
		ok = cast_one(session, &vote, &ballots[i], err);
	record_done(&vote_type, &vote);
	return session_finish(session, ok, ret_number, err);
}

/* Corrections. */

static bool
mend_in_set(struct session *session, const struct vote *vote,
    const struct voting_ballot *ballot, struct err *err)
{
	struct ballot row = { 0 };
	struct roll roll = { 0 };
	bool found = false;
	bool ok = get_entitled(session, vote, ballot->government, &roll, err) &&
	    check_caster(&roll, ballot, err) &&
	    find_ballot(session, vote, ballot->government, &row, &found, err);

	if (ok && !found)
		ok = err_set(err, ERR_MISSING, _("%s has not voted in %s/%lld: there is no slip to correct."),
		    ballot->government, vote->meeting, (long long)vote->no);
	ok = ok && record_read(record_find_field(&ballot_type, "choice"), &row, ballot->choice, err) &&
	    (ballot->manner == NULL ||
	     record_read(record_find_field(&ballot_type, "manner"), &row, ballot->manner, err)) &&
	    row_update_in_set(session, &ballot_type, &row, err);
	record_done(&ballot_type, &row);
	record_done(&roll_type, &roll);
	return ok;
}

bool
voting_mend(struct session *session, const char *meeting, const struct voting_ballot *ballot,
    int64_t *ret_number, struct err *err)
{
	struct vote vote = { 0 };

	if (!session_begin(session, "correct ballot", NULL, err))
		return false;
	bool ok = voting_get_open(session, meeting, &vote, err) &&
	    mend_in_set(session, &vote, ballot, err);
	record_done(&vote_type, &vote);
	return session_finish(session, ok, ret_number, err);
}

/* En bloc. */

static const struct voting_ballot *
find_exception(const struct voting_ballot *except, size_t count, const char *government)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(except[i].government, government) == 0)
			return &except[i];
	return NULL;
}

/* Exceptions are ballots like others; who is left to be called may vote, too. */
static bool
cast_exceptions(struct session *session, const struct vote *vote,
    const struct voting_ballot *except, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		struct roll roll = { 0 };
		bool ok = except[i].choice != NULL ? cast_one(session, vote, &except[i], err) :
		    get_entitled(session, vote, except[i].government, &roll, err);

		record_done(&roll_type, &roll);
		if (!ok)
			return false;
	}
	return true;
}

/* Those who have voted, and those who went out meanwhile, are passed over. */
static bool
cast_with_all(struct session *session, const struct vote *vote, const struct roll *roll,
    const char *choice, struct err *err)
{
	struct voting_ballot ballot = { .government = roll->government, .choice = choice };
	struct ballot row = { 0 };
	struct err own = { 0 };
	bool found = false;

	if (!find_ballot(session, vote, roll->government, &row, &found, err))
		return false;
	record_done(&ballot_type, &row);
	if (found)
		return true;
	if (!check_hall(session, vote, roll, &ballot, &own))
		return own.code == ERR_RULE || err_set(err, own.code, "%s", own.text);
	return voting_insert_ballot(session, vote, roll->government, choice, NULL, roll->proxy, err);
}

static bool
bloc_in_set(struct session *session, const struct vote *vote, const char *choice,
    const struct voting_ballot *except, size_t count, struct err *err)
{
	struct row_list rolls = { 0 };
	bool ok = cast_exceptions(session, vote, except, count, err) &&
	    voting_rows(session, &roll_type, vote->meeting, vote->no, &rolls, err);

	for (size_t i = 0; i < rolls.count && ok; i++) {
		const struct roll *roll = row_at(&rolls, i);

		if (roll->entitled && find_exception(except, count, roll->government) == NULL)
			ok = cast_with_all(session, vote, roll, choice, err);
	}
	row_list_done(&rolls);
	return ok;
}

bool
voting_bloc(struct session *session, const char *meeting, const char *choice,
    const struct voting_ballot *except, size_t count, int64_t *ret_number, struct err *err)
{
	struct vote vote = { 0 };

	if (!session_begin(session, "vote en bloc", NULL, err))
		return false;
	bool ok = voting_get_open(session, meeting, &vote, err) &&
	    bloc_in_set(session, &vote, choice, except, count, err);
	record_done(&vote_type, &vote);
	return session_finish(session, ok, ret_number, err);
}
