/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "domain/ballot.h"
#include "domain/delegation.h"
#include "domain/meeting.h"
#include "domain/proxy.h"
#include "domain/roll.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "domain/vote.h"
#include "domain/voting.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/hall.h"
#include "store/put.h"
#include "store/stmt.h"

#define SIX "KR-01 KR-02 KR-03 KR-04 KR-05 KR-06"

/* Six of eight in the hall with their papers, an observer too, and a vote open. */
static struct hall *
vote_of_six(void **state)
{
	struct hall *hall = *state;

	hall_enter(hall, SIX " KR-11", "in");
	hall_accept(hall, SIX " KR-07 KR-08 KR-11");
	assert_int_equal(hall_open_vote(hall), 1);
	return hall;
}

static void
assert_refused(struct hall *hall, const char *government, const char *choice, const char *words)
{
	int64_t lines = hall_lines(hall);
	char said[640];

	assert_false(hall_vote(hall, government, choice, said));
	assert_string_equal(said, words);
	assert_int_equal(hall_lines(hall), lines);
}

static struct tally
close_vote(struct hall *hall)
{
	struct tally tally;
	struct err err = { 0 };
	int64_t no;

	must(voting_close(hall->session, HALL, &no, &tally, &err), &err);
	return tally;
}

static void
vote_is_carried_by_more_yes_than_no(void **state)
{
	struct hall *hall = vote_of_six(state);

	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	assert_true(hall_vote(hall, "KR-02", "yes", NULL));
	assert_true(hall_vote(hall, "KR-03", "no", NULL));
	assert_true(hall_vote(hall, "KR-04", "abstain", NULL));
	assert_int_equal(hall_tally(hall, 1).to_call, 2);
	struct tally tally = close_vote(hall);
	assert_string_equal(tally.result, "carried");
	assert_int_equal(tally.entitled, 6);
	assert_int_equal(tally.sum[TALLY_YES], 2);
	assert_int_equal(tally.sum[TALLY_NO], 1);
	assert_int_equal(tally.sum[TALLY_ABSTAIN], 1);
	assert_int_equal(tally.sum[TALLY_NOT_VOTING], 2);
	assert_int_equal(tally.to_call, 0);
	assert_verified(hall->session);
}

static void
equal_votes_lose(void **state)
{
	struct hall *hall = vote_of_six(state);

	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	assert_true(hall_vote(hall, "KR-02", "no", NULL));
	assert_string_equal(close_vote(hall).result, "lost");
}

static void
nothing_is_carried_without_a_quorum(void **state)
{
	struct hall *hall = *state;

	hall_enter(hall, "KR-01 KR-02 KR-03 KR-04", "in");
	hall_accept(hall, "KR-01 KR-02 KR-03 KR-04");
	hall_open_vote(hall);
	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	assert_string_equal(close_vote(hall).result, "no-quorum");
	assert_verified(hall->session);
}

static void
each_wrong_ballot_is_refused_with_its_reason(void **state)
{
	struct hall *hall = vote_of_six(state);

	assert_refused(hall, "KR-11", "yes",
	    "KR-11 is no member on that day: it may speak, but it does not vote.");
	assert_refused(hall, "KR-12", "yes",
	    "KR-12 is suspended: it votes again once a decision readmits it.");
	assert_refused(hall, "KR-07", "yes",
	    "KR-07 was not in the hall when the roll of GA-9/1 was frozen: it votes in the next one.");
	assert_refused(hall, "KR-13", "yes", "KR-13 is not on the roll of GA-9/1.");
	assert_refused(hall, "KR-99", "yes", "KR-99 is not on the roll of GA-9/1.");
	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	assert_refused(hall, "KR-01", "no",
	    "KR-01 has voted in GA-9/1 already: a slip is corrected, never cast a second time.");
	hall_enter(hall, "KR-02", "out");
	assert_refused(hall, "KR-02", "yes", "KR-02 is not in the hall: it cannot vote on the floor.");
	assert_true(hall_vote(hall, "KR-02", "not-voting", NULL));
	close_vote(hall);
	assert_refused(hall, "KR-03", "yes",
	    "Vote GA-9/1 is closed: nothing of it changes any more. Open another one.");
}

static void
who_comes_later_is_not_on_the_frozen_roll(void **state)
{
	struct hall *hall = vote_of_six(state);

	hall_enter(hall, "KR-07", "in");
	assert_refused(hall, "KR-07", "yes",
	    "KR-07 was not in the hall when the roll of GA-9/1 was frozen: it votes in the next one.");
	close_vote(hall);
	assert_int_equal(hall_open_vote(hall), 2);
	assert_true(hall_vote(hall, "KR-07", "yes", NULL));
}

static void
without_credentials_nobody_votes(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };
	int64_t no;

	hall_enter(hall, "KR-01 KR-02", "in");
	assert_false(voting_open(hall->session, HALL, "Motion", "roll-call", NULL, &no, &err));
	assert_string_equal(err.text,
	    "Nobody in the hall may vote: enter who is there, and accept their credentials.");
	hall_accept(hall, "KR-01");
	hall_open_vote(hall);
	assert_refused(hall, "KR-02", "yes",
	    "The credentials of KR-02 are not accepted: it may vote once they are.");
}

static void
vote_needs_an_open_meeting_and_no_other_vote(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };
	int64_t no;

	assert_refused(hall, "KR-01", "yes", "No vote is open in GA-9: open one first.");
	hall_state(hall, "convened");
	assert_false(voting_open(hall->session, HALL, "Motion", "roll-call", NULL, &no, &err));
	assert_string_equal(err.text, "GA-9 is not open: votes are taken in an open meeting only.");
	hall_state(hall, "open");
	vote_of_six(state);
	assert_false(voting_open(hall->session, HALL, "Motion", "roll-call", NULL, &no, &err));
	assert_string_equal(err.text, "Vote GA-9/1 is open: close it before you open another one.");
	assert_false(voting_open(hall->session, HALL, "", "roll-call", NULL, &no, &err));
	assert_false(voting_open(hall->session, HALL, "Motion", "shouting", NULL, &no, &err));
	assert_int_equal(err.code, ERR_INPUT);
}

static void
meeting_does_not_close_over_an_open_vote(void **state)
{
	struct hall *hall = vote_of_six(state);
	struct meeting meeting = { 0 };
	struct err err = { 0 };

	must(row_get(hall->session, &meeting_type, HALL, &meeting, &err), &err);
	mem_replace(&meeting.state, "closed");
	assert_false(row_save(hall->session, &meeting_type, &meeting, "edit meeting", &err));
	assert_string_equal(err.text, "A vote is open in this meeting: close it first.");
	record_done(&meeting_type, &meeting);
}

static void
proxy_votes_while_its_holder_is_there(void **state)
{
	struct hall *hall = *state;
	struct voting_ballot ballot = { .government = "KR-08", .choice = "yes", .cast_by = "KR-02" };
	struct err err = { 0 };

	must(proxy_give(hall->session, HALL, "KR-08", "KR-01", NULL, &err), &err);
	must(proxy_give(hall->session, HALL, "KR-07", "KR-01", NULL, &err), &err);
	vote_of_six(state);
	assert_int_equal(hall_tally(hall, 1).entitled, 8);
	assert_int_equal(hall_tally(hall, 1).quorum.by_proxy, 2);
	assert_false(voting_cast(hall->session, HALL, &ballot, 1, NULL, &err));
	assert_string_equal(err.text, "KR-02 holds no proxy of KR-08 in this vote: KR-01 votes for it.");
	ballot.cast_by = "KR-01";
	must(voting_cast(hall->session, HALL, &ballot, 1, NULL, &err), &err);
	hall_enter(hall, "KR-01", "out");
	assert_refused(hall, "KR-07", "yes", "KR-01, which holds the proxy of KR-07, is not in the hall.");
	close_vote(hall);
	assert_verified(hall->session);
}

static void
proxy_of_an_absent_holder_does_not_vote(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };

	must(proxy_give(hall->session, HALL, "KR-08", "KR-07", NULL, &err), &err);
	vote_of_six(state);
	assert_refused(hall, "KR-08", "yes",
	    "KR-07, which holds the proxy of KR-08, was not in the hall when the roll of GA-9/1 was frozen.");
}

static void
slip_is_mended_while_the_vote_is_open(void **state)
{
	struct hall *hall = vote_of_six(state);
	struct voting_ballot slip = { .government = "KR-01", .choice = "no" };
	struct err err = { 0 };

	assert_false(voting_mend(hall->session, HALL, &slip, NULL, &err));
	assert_string_equal(err.text, "KR-01 has not voted in GA-9/1: there is no slip to correct.");
	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	must(voting_mend(hall->session, HALL, &slip, NULL, &err), &err);
	assert_int_equal(hall_tally(hall, 1).sum[TALLY_YES], 0);
	assert_int_equal(hall_tally(hall, 1).sum[TALLY_NO], 1);
	assert_verified(hall->session);
	close_vote(hall);
	assert_false(voting_mend(hall->session, HALL, &slip, NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_verified(hall->session);
}

static void
written_ballots_are_counted_apart_and_together(void **state)
{
	struct hall *hall = vote_of_six(state);
	struct voting_ballot ballots[] = {
		{ .government = "KR-01", .choice = "yes", .manner = "written" },
		{ .government = "KR-02", .choice = "no", .manner = "written" },
		{ .government = "KR-03", .choice = "yes" },
	};
	struct err err = { 0 };

	hall_enter(hall, "KR-01", "out");	/* paper needs nobody in the hall */
	must(voting_cast(hall->session, HALL, ballots, 3, NULL, &err), &err);
	struct tally tally = hall_tally(hall, 1);
	assert_int_equal(tally.by[TALLY_WRITTEN][TALLY_YES], 1);
	assert_int_equal(tally.by[TALLY_WRITTEN][TALLY_NO], 1);
	assert_int_equal(tally.by[TALLY_FLOOR][TALLY_YES], 1);
	assert_int_equal(tally.sum[TALLY_YES], 2);
}

static void
one_wrong_ballot_of_many_keeps_all_out(void **state)
{
	struct hall *hall = vote_of_six(state);
	struct voting_ballot ballots[] = {
		{ .government = "KR-01", .choice = "yes" }, { .government = "KR-11", .choice = "yes" },
	};
	struct err err = { 0 };

	assert_false(voting_cast(hall->session, HALL, ballots, 2, NULL, &err));
	assert_int_equal(hall_tally(hall, 1).to_call, 6);
}

static void
bloc_takes_all_but_those_named(void **state)
{
	struct hall *hall = vote_of_six(state);
	struct voting_ballot except[] = {
		{ .government = "KR-02", .choice = "no" }, { .government = "KR-03" },
	};
	struct voting_ballot observer = { .government = "KR-11" };
	struct err err = { 0 };

	assert_true(hall_vote(hall, "KR-01", "abstain", NULL));
	hall_enter(hall, "KR-06", "out");
	assert_false(voting_bloc(hall->session, HALL, "yes", &observer, 1, NULL, &err));
	must(voting_bloc(hall->session, HALL, "yes", except, 2, NULL, &err), &err);
	struct tally tally = hall_tally(hall, 1);
	assert_int_equal(tally.sum[TALLY_YES], 2);	/* KR-04, KR-05 */
	assert_int_equal(tally.sum[TALLY_NO], 1);
	assert_int_equal(tally.sum[TALLY_ABSTAIN], 1);
	assert_int_equal(tally.to_call, 2);	/* KR-03 is to be called, KR-06 went out */
}

static void
rules_are_those_of_the_opening(void **state)
{
	struct hall *hall = vote_of_six(state);
	struct row_list rules = { 0 };
	struct err err = { 0 };

	must(row_list(hall->session, &rule_type, "name", "majority.part", NULL, &rules, &err), &err);
	struct rule *rule = row_at(&rules, 0);
	mem_replace(&rule->value, "3/4");
	must(row_save(hall->session, &rule_type, rule, "edit rule", &err), &err);
	row_list_done(&rules);
	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	assert_true(hall_vote(hall, "KR-02", "yes", NULL));
	assert_true(hall_vote(hall, "KR-03", "no", NULL));
	assert_string_equal(close_vote(hall).result, "carried");
}

/* SQL against the frozen rows, through the program's own connection. */
static bool
write_raw(struct hall *hall, const char *sql, struct err *err)
{
	must(session_begin(hall->session, "edit meeting", NULL, err), err);
	bool ok = stmt_exec(hall->session->db, sql, err);

	session_abort(hall->session);
	return ok;
}

static void
nothing_frozen_is_rewritten(void **state)
{
	static const char *const open[] = {
		"UPDATE roll SET entitled = 0, reason = 'absent' WHERE government = 'KR-01'",
		"DELETE FROM roll",
		"UPDATE vote SET majority = '2/3'",
		"UPDATE vote SET motion = 'Another one'",
		"DELETE FROM vote",
		"DELETE FROM ballot",
		"DELETE FROM presence",
		"UPDATE presence SET direction = 'out'",
		"INSERT INTO roll (meeting, vote, government) VALUES ('GA-9', 1, 'KR-13')",
		"INSERT INTO ballot VALUES ('GA-9', 1, 'KR-11', 'yes', 'floor', NULL, '2012-07-24T01:30:00Z')",
		"INSERT INTO ballot VALUES ('GA-9', 1, 'KR-02', 'yes', 'floor', 'KR-03', '2012-07-24T01:30:00Z')",
		"INSERT INTO vote VALUES ('GA-9', 2, NULL, 'm', 'roll-call', '2012-07-24T01:30:00Z', NULL, '1/2', '1/2', NULL)",
		NULL
	};
	static const char *const closed[] = {
		"UPDATE ballot SET choice = 'no'",
		"UPDATE vote SET result = 'lost'",
		"UPDATE vote SET closed = NULL, result = NULL",
		"INSERT INTO ballot VALUES ('GA-9', 1, 'KR-02', 'yes', 'floor', NULL, '2012-07-24T01:30:00Z')",
		"INSERT INTO roll (meeting, vote, government, reason) VALUES ('GA-9', 1, 'KR-13', 'absent')",
		NULL
	};
	struct hall *hall = vote_of_six(state);

	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	for (const char *const *sql = open; *sql != NULL; sql++) {
		struct err err = { 0 };

		if (write_raw(hall, *sql, &err))
			fail_msg("%s", *sql);
	}
	close_vote(hall);
	for (const char *const *sql = closed; *sql != NULL; sql++) {
		struct err err = { 0 };

		if (write_raw(hall, *sql, &err))
			fail_msg("%s", *sql);
		assert_int_equal(err.code, ERR_RULE);
	}
	assert_verified(hall->session);
}

static void
used_roll_is_not_undone(void **state)
{
	struct hall *hall = vote_of_six(state);
	struct err err = { 0 };

	assert_false(undo_set(hall->session, NULL, NULL, NULL, &err));
	assert_string_equal(err.text,
	    "The roll of GA-9/1 is used: a vote is never taken back. Take another one instead.");
	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	assert_false(undo_set(hall->session, NULL, NULL, NULL, &err));
	assert_non_null(strstr(err.text, "GA-9/1 is used"));
}

/* A row past every check of the domain, as another program would write it. */
static void
assert_caught(struct hall *hall, const char *sql, const char *wanted)
{
	struct err err = { 0 };

	must(session_begin(hall->session, "edit meeting", NULL, &err), &err);
	must(stmt_exec(hall->session->db, sql, &err), &err);
	must(session_commit(hall->session, NULL, &err), &err);
	assert_fault(hall->session, wanted);
}

static void
verify_finds_what_went_round_the_program(void **state)
{
	struct hall *hall = vote_of_six(state);

	close_vote(hall);
	assert_verified(hall->session);
	assert_caught(hall, "UPDATE delegation SET proxy = 'KR-11' WHERE government = 'KR-08'",
	    "a proxy between others than members: GA-9, KR-08, KR-11");
	assert_caught(hall, "INSERT INTO presence VALUES ('01J00000000000000000000000', 'GA-9',"
	    " 'KR-01', 'in', '2012-07-24T01:30:01Z')",
	    "twice in, or twice out: GA-9, KR-01, in, 2012-07-24T01:30:01Z");
	assert_caught(hall, "INSERT INTO vote VALUES ('GA-9', 3, NULL, 'm', 'roll-call',"
	    " '2012-07-24T01:30:00Z', '2012-07-24T01:30:00Z', '1/2', '1/2', 'carried')",
	    "a vote that comes out differently: GA-9/3, yes 0, no 0, abstain 0, not voting 0,"
	    " to call 0: 0 of 0, carried, no-quorum");
	assert_fault(hall->session, "a vote without a roll: GA-9, 3");
	assert_fault(hall->session, "votes are not numbered without a hole: GA-9, 3, 2");
}

static void
credentials_taken_back_leave_the_roll(void **state)
{
	struct hall *hall = vote_of_six(state);
	const char *one = "KR-01";
	struct err err = { 0 };

	must(delegation_set_credentials(hall->session, HALL, &one, 1, "rejected", NULL, &err), &err);
	assert_reason(hall, "KR-01", "credentials");
	assert_true(hall_vote(hall, "KR-01", "yes", NULL));
	close_vote(hall);
	assert_verified(hall->session);
}

#define OPEN(test) cmocka_unit_test_setup_teardown(test, hall_set_up_open, hall_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		OPEN(vote_is_carried_by_more_yes_than_no),
		OPEN(equal_votes_lose),
		OPEN(nothing_is_carried_without_a_quorum),
		OPEN(each_wrong_ballot_is_refused_with_its_reason),
		OPEN(who_comes_later_is_not_on_the_frozen_roll),
		OPEN(without_credentials_nobody_votes),
		OPEN(vote_needs_an_open_meeting_and_no_other_vote),
		OPEN(meeting_does_not_close_over_an_open_vote),
		OPEN(proxy_votes_while_its_holder_is_there),
		OPEN(proxy_of_an_absent_holder_does_not_vote),
		OPEN(slip_is_mended_while_the_vote_is_open),
		OPEN(written_ballots_are_counted_apart_and_together),
		OPEN(one_wrong_ballot_of_many_keeps_all_out),
		OPEN(bloc_takes_all_but_those_named),
		OPEN(rules_are_those_of_the_opening),
		OPEN(nothing_frozen_is_rewritten),
		OPEN(used_roll_is_not_undone),
		OPEN(verify_finds_what_went_round_the_program),
		OPEN(credentials_taken_back_leave_the_roll),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
