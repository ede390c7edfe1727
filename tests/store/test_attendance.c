/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/attendance.h"
#include "domain/delegate.h"
#include "domain/delegation.h"
#include "domain/government_status.h"
#include "domain/invitation.h"
#include "domain/meeting.h"
#include "domain/presence.h"
#include "domain/proxy.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "store/expect.h"
#include "store/hall.h"

static char *
state_of(struct hall *hall)
{
	struct meeting meeting = { 0 };
	struct err err = { 0 };

	must(row_get(hall->session, &meeting_type, HALL, &meeting, &err), &err);
	char *state = mem_strdup(meeting.state);
	record_done(&meeting_type, &meeting);
	return state;
}

static void
assert_state(struct hall *hall, const char *wanted)
{
	char *state = state_of(hall);

	assert_string_equal(state, wanted);
	free(state);
}

/* A field of a delegation as CSV shows it. */
static void
assert_delegation(struct hall *hall, const char *government, const char *field, const char *wanted)
{
	struct delegation delegation = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(delegation_get(hall->session, HALL, government, &delegation, &err), &err);
	record_format(record_find_field(&delegation_type, field), &delegation, &text);
	assert_string_equal(buf_text(&text), wanted);
	buf_done(&text);
	record_done(&delegation_type, &delegation);
}

static void
all_of_the_day_are_invited_by_their_status(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };
	size_t count = 0;

	must(invitation_send_all(hall->session, HALL, &count, NULL, &err), &err);
	assert_int_equal(count, 10);
	assert_delegation(hall, "KR-01", "capacity", "member");
	assert_delegation(hall, "KR-11", "capacity", "observer");
	assert_delegation(hall, "KR-12", "capacity", "member");
	assert_delegation(hall, "KR-01", "invited", "2012-07-24");
	assert_state(hall, "convened");
	must(invitation_send_all(hall->session, HALL, &count, NULL, &err), &err);
	assert_int_equal(count, 0);
	must(undo_set(hall->session, NULL, NULL, NULL, &err), &err);
	assert_state(hall, "planned");
	assert_verified(hall->session);
}

static void
who_is_nothing_comes_as_a_guest(void **state)
{
	struct hall *hall = *state;
	const char *guest = "KR-13", *nobody = "KR-99";
	struct err err = { 0 };

	must(invitation_send(hall->session, HALL, &guest, 1, NULL, &err), &err);
	assert_delegation(hall, "KR-13", "capacity", "guest");
	assert_false(invitation_send(hall->session, HALL, &guest, 1, NULL, &err));
	assert_string_equal(err.text, "KR-13 is invited to GA-9 already.");
	assert_false(invitation_send(hall->session, HALL, &nobody, 1, NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
}

static void
nobody_is_invited_to_what_is_over(void **state)
{
	static const char *const states[] = { "cancelled", "closed", "reported" };
	struct hall *hall = *state;
	size_t count;

	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
		struct err err = { 0 };

		hall_state(hall, states[i]);
		assert_false(invitation_send_all(hall->session, HALL, &count, NULL, &err));
		assert_int_equal(err.code, ERR_RULE);
	}
}

static void
late_withdrawal_is_taken_and_told(void **state)
{
	struct hall *hall = *state;
	struct buf said = { 0 };
	struct err err = { 0 };

	must(invitation_answer(hall->session, HALL, "KR-01", "coming", &said, NULL, &err), &err);
	assert_string_equal(buf_text(&said), "");
	must(invitation_answer(hall->session, HALL, "KR-01", "withdrawn", &said, NULL, &err), &err);
	assert_string_equal(buf_text(&said), "This withdrawal is late: the last day was 2012-07-23.");
	assert_delegation(hall, "KR-01", "answered", "2012-07-24");
	buf_done(&said);
	assert_false(invitation_answer(hall->session, HALL, "KR-01", "perhaps", NULL, NULL, &err));
	assert_int_equal(err.code, ERR_INPUT);
	assert_false(invitation_answer(hall->session, HALL, "KR-13", "coming", NULL, NULL, &err));
	assert_string_equal(err.text, "KR-13 is not invited to GA-9: invite it first.");
}

static void
withdrawal_in_time_is_not_late(void **state)
{
	struct hall *hall = *state;
	struct buf said = { 0 };
	struct err err = { 0 };

	hall_clock("2012-07-01T01:30:00");
	must(invitation_answer(hall->session, HALL, "KR-01", "withdrawn", &said, NULL, &err), &err);
	assert_string_equal(buf_text(&said), "");
	buf_done(&said);
}

static void
who_withdraws_leaves_the_hall_and_its_givers(void **state)
{
	struct hall *hall = *state;
	struct buf said = { 0 };
	struct err err = { 0 };
	bool in;

	hall_enter(hall, "KR-01", "in");
	must(proxy_give(hall->session, HALL, "KR-02", "KR-01", NULL, &err), &err);
	must(invitation_answer(hall->session, HALL, "KR-01", "withdrawn", &said, NULL, &err), &err);
	assert_non_null(strstr(buf_text(&said), "It was to vote for KR-02"));
	must(attendance_is_in(hall->session, HALL, "KR-01", &in, &err), &err);
	assert_false(in);
	buf_done(&said);
	assert_verified(hall->session);
}

static void
who_comes_in_is_coming(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };

	must(invitation_answer(hall->session, HALL, "KR-01", "withdrawn", NULL, NULL, &err), &err);
	hall_enter(hall, "KR-01", "in");
	assert_delegation(hall, "KR-01", "answer", "coming");
}

static void
presence_takes_turns(void **state)
{
	struct hall *hall = *state;
	const char *one[] = { "KR-02", "KR-01" };
	struct err err = { 0 };
	bool in;

	hall_enter(hall, "KR-01", "in");
	int64_t lines = hall_lines(hall);
	assert_false(attendance_enter(hall->session, HALL, one, 2, "in", NULL, &err));
	assert_string_equal(err.text, "KR-01 is in the hall already.");
	assert_int_equal(hall_lines(hall), lines);
	assert_false(attendance_enter(hall->session, HALL, one, 1, "out", NULL, &err));
	assert_string_equal(err.text, "KR-02 is not in the hall, so it cannot go out.");
	must(attendance_toggle(hall->session, HALL, "KR-01", &in, NULL, &err), &err);
	assert_false(in);
	must(attendance_toggle(hall->session, HALL, "KR-01", &in, NULL, &err), &err);
	assert_true(in);
	assert_verified(hall->session);
}

static void
clock_put_back_does_not_turn_the_log(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };
	bool in;

	hall_enter(hall, "KR-01", "in");
	hall_clock("2012-07-24T00:00:00");
	hall_enter(hall, "KR-01", "out");
	must(attendance_is_in(hall->session, HALL, "KR-01", &in, &err), &err);
	assert_false(in);
	assert_verified(hall->session);
}

/* Its clock, and so its ids, were before ours. */
static void
line_written_later_is_the_later_one(void **state)
{
	struct hall *hall = *state;
	struct presence line = { .id = mem_strdup("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"),
		.meeting = mem_strdup(HALL), .government = mem_strdup("KR-01"),
		.direction = mem_strdup("in") };
	char now[CLOCK_STAMP_SIZE];
	struct err err = { 0 };
	bool in;

	line.id[25] = 'Y';
	clock_stamp(now);
	line.at = mem_strdup(now);
	must(row_save(hall->session, &presence_type, &line, "presence", &err), &err);
	hall_enter(hall, "KR-01", "out");
	must(attendance_is_in(hall->session, HALL, "KR-01", &in, &err), &err);
	assert_false(in);
	record_done(&presence_type, &line);
	assert_verified(hall->session);
}

static void
presence_is_entered_for_a_time_that_is_past(void **state)
{
	struct hall *hall = *state;
	const char *one = "KR-01";
	char at[CLOCK_STAMP_SIZE];
	struct err err = { 0 };

	hall_clock("2012-07-25T02:00:00");	/* ten o'clock there */
	must(attendance_read_time(hall->session, HALL, "930", at, &err), &err);
	assert_string_equal(at, "2012-07-25T01:30:00Z");
	must(attendance_enter_at(hall->session, HALL, &one, 1, "in", at, NULL, &err), &err);
	must(attendance_read_time(hall->session, HALL, "2012-07-25 9:29", at, &err), &err);
	assert_false(attendance_enter_at(hall->session, HALL, &one, 1, "out", at, NULL, &err));
	assert_string_equal(err.text, "KR-01 is in the hall since 2012-07-25 09:30: say a later time.");
	must(attendance_read_time(hall->session, HALL, "10.01", at, &err), &err);
	assert_false(attendance_enter_at(hall->session, HALL, &one, 1, "out", at, NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_false(attendance_read_time(hall->session, HALL, "25", at, &err));
	assert_int_equal(err.code, ERR_INPUT);
	assert_verified(hall->session);
}

static void
doors_are_shut_unless_convened_or_open(void **state)
{
	static const char *const states[] = { "planned", "postponed", "cancelled", "closed", "reported" };
	struct hall *hall = *state;
	const char *one = "KR-01";

	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
		struct err err = { 0 };

		hall_state(hall, states[i]);
		assert_false(attendance_enter(hall->session, HALL, &one, 1, "in", NULL, &err));
		assert_int_equal(err.code, ERR_RULE);
	}
}

static void
hall_is_as_it_was_at_an_instant(void **state)
{
	struct hall *hall = *state;
	struct row_list list = { 0 };
	struct err err = { 0 };

	hall_enter(hall, "KR-01 KR-02", "in");
	hall_clock("2012-07-24T02:00:00");
	hall_enter(hall, "KR-01", "out");
	must(attendance_list(hall->session, HALL, "2012-07-24T01:59:59Z", &list, &err), &err);
	assert_int_equal(attendance_find(&list, "KR-01")->present, 1);
	row_list_done(&list);
	must(attendance_list(hall->session, HALL, "2012-07-24T02:00:00Z", &list, &err), &err);
	assert_int_equal(attendance_find(&list, "KR-01")->present, 0);
	assert_int_equal(attendance_find(&list, "KR-02")->present, 1);
	assert_string_equal(attendance_find(&list, "KR-01")->at, "2012-07-24T02:00:00Z");
	row_list_done(&list);
	must(session_set_as_of(hall->session, "2012-07-23", &err), &err);
	must(attendance_list(hall->session, HALL, NULL, &list, &err), &err);
	assert_int_equal(attendance_find(&list, "KR-02")->present, 0);
	row_list_done(&list);
}

static void
quorum_counts_members_in_the_hall(void **state)
{
	struct hall *hall = *state;

	assert_int_equal(hall_quorum(hall).counted, 8);
	assert_int_equal(hall_quorum(hall).needed, 5);
	assert_true(hall_quorum(hall).assumed);
	hall_enter(hall, "KR-01 KR-02 KR-03 KR-04 KR-11 KR-12", "in");
	assert_int_equal(hall_quorum(hall).present, 4);
	assert_false(quorum_holds(&(struct quorum){ .present = 4, .needed = 5 }));
	hall_enter(hall, "KR-05", "in");
	assert_int_equal(hall_quorum(hall).present, 5);
}

/* Ends the only status of a government on that day. */
static void
end_status(struct hall *hall, const char *government, const char *until)
{
	struct row_list list = { 0 };
	struct err err = { 0 };

	must(row_list(hall->session, &government_status_type, "government", government, NULL, &list,
	    &err), &err);
	struct government_status *status = row_at(&list, 0);
	mem_replace(&status->until, until);
	must(row_save(hall->session, &government_status_type, status, "status", &err), &err);
	row_list_done(&list);
}

static void
rules_and_members_are_those_of_the_meeting(void **state)
{
	struct hall *hall = *state;

	end_status(hall, "KR-01", "2012-07-24");
	end_status(hall, "KR-02", "2012-07-26");
	end_status(hall, "KR-03", "2015");
	hall_clock("2011-01-01T00:00:00");
	assert_int_equal(hall_quorum(hall).counted, 7);
	hall_clock("2012-07-25T15:59:59");	/* the 25th there */
	assert_int_equal(hall_quorum(hall).counted, 7);
	hall_clock("2012-07-25T16:00:00");	/* the 26th */
	assert_int_equal(hall_quorum(hall).counted, 6);
	hall_clock("2026-01-01T00:00:00");
	assert_int_equal(hall_quorum(hall).counted, 6);
}

static void
each_has_its_reason(void **state)
{
	struct hall *hall = *state;

	hall_enter(hall, "KR-01 KR-02 KR-11 KR-12", "in");
	hall_accept(hall, "KR-01 KR-03 KR-11 KR-12");
	assert_reason(hall, "KR-01", "");
	assert_reason(hall, "KR-02", "credentials");
	assert_reason(hall, "KR-03", "absent");
	assert_reason(hall, "KR-11", "not-member");
	assert_reason(hall, "KR-12", "suspended");
}

static void
proxy_counts_while_its_holder_is_in_and_may_vote(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };

	hall_accept(hall, "KR-01 KR-02 KR-03");
	must(proxy_give(hall->session, HALL, "KR-02", "KR-01", NULL, &err), &err);
	assert_reason(hall, "KR-02", "absent");
	hall_enter(hall, "KR-01", "in");
	assert_reason(hall, "KR-02", "");
	assert_int_equal(hall_quorum(hall).present, 2);
	assert_int_equal(hall_quorum(hall).by_proxy, 1);
	hall_enter(hall, "KR-02", "in");
	assert_int_equal(hall_quorum(hall).by_proxy, 0);
	hall_enter(hall, "KR-02", "out");
	hall_enter(hall, "KR-01", "out");
	assert_reason(hall, "KR-02", "absent");
	must(proxy_take_back(hall->session, HALL, "KR-02", NULL, &err), &err);
	must(proxy_give(hall->session, HALL, "KR-02", "KR-04", NULL, &err), &err);
	hall_enter(hall, "KR-04", "in");
	assert_reason(hall, "KR-02", "absent");	/* the credentials of KR-04 are not accepted */
	assert_verified(hall->session);
}

static void
proxy_is_never_passed_on(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };

	must(proxy_give(hall->session, HALL, "KR-02", "KR-01", NULL, &err), &err);
	int64_t lines = hall_lines(hall);
	assert_false(proxy_give(hall->session, HALL, "KR-03", "KR-02", NULL, &err));
	assert_string_equal(err.text, "KR-02 gave its own proxy to KR-01: a proxy is never passed on.");
	assert_false(proxy_give(hall->session, HALL, "KR-01", "KR-03", NULL, &err));
	assert_string_equal(err.text, "KR-01 holds the proxy of KR-02: a proxy is never passed on.");
	assert_false(proxy_give(hall->session, HALL, "KR-03", "KR-03", NULL, &err));
	assert_false(proxy_give(hall->session, HALL, "KR-03", "KR-11", NULL, &err));
	assert_false(proxy_give(hall->session, HALL, "KR-11", "KR-03", NULL, &err));
	assert_false(proxy_give(hall->session, HALL, "KR-03", "KR-13", NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
	assert_false(proxy_take_back(hall->session, HALL, "KR-03", NULL, &err));
	assert_int_equal(hall_lines(hall), lines);
}

/* What a form would do that knows nothing of proxies. */
static bool
write_proxy(struct hall *hall, const char *giver, const char *holder)
{
	struct delegation delegation = { 0 };
	struct err err = { 0 };

	must(delegation_get(hall->session, HALL, giver, &delegation, &err), &err);
	mem_replace(&delegation.proxy, holder);
	bool ok = row_save(hall->session, &delegation_type, &delegation, "edit delegation", &err);
	record_done(&delegation_type, &delegation);
	return ok;
}

static void
file_itself_refuses_a_chain(void **state)
{
	struct hall *hall = *state;

	assert_true(write_proxy(hall, "KR-02", "KR-01"));
	assert_false(write_proxy(hall, "KR-03", "KR-02"));
	assert_false(write_proxy(hall, "KR-01", "KR-03"));
	assert_false(write_proxy(hall, "KR-04", "KR-04"));
	assert_false(write_proxy(hall, "KR-04", "KR-13"));
}

static bool
add_delegate(struct hall *hall, const char *role, const char *name)
{
	struct delegate delegate = { .meeting = mem_strdup(HALL), .government = mem_strdup("KR-01"),
		.role = mem_strdup(role), .name = mem_strdup(name) };
	struct err err = { 0 };
	bool ok = delegation_add_delegate(hall->session, &delegate, NULL, &err);

	record_done(&delegate_type, &delegate);
	return ok;
}

static void
delegation_has_one_head(void **state)
{
	struct hall *hall = *state;
	struct row_list list = { 0 };
	struct err err = { 0 };

	assert_true(add_delegate(hall, "head", "Head of Delegation"));
	assert_true(add_delegate(hall, "interpreter", "Interpreter"));
	assert_false(add_delegate(hall, "head", "Another"));
	must(attendance_list(hall->session, HALL, NULL, &list, &err), &err);
	assert_string_equal(attendance_find(&list, "KR-01")->head, "Head of Delegation");
	assert_int_equal(attendance_find(&list, "KR-01")->delegates, 2);
	row_list_done(&list);
}

static void
presence_is_not_undone(void **state)
{
	struct hall *hall = *state;
	struct err err = { 0 };

	hall_enter(hall, "KR-01", "in");
	assert_false(undo_set(hall->session, NULL, NULL, NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_string_equal(err.text,
	    "That somebody came in or went out is never taken back: enter the opposite instead.");
}

#define INVITED(test) cmocka_unit_test_setup_teardown(test, hall_set_up_open, hall_tear_down)
#define PLANNED(test) cmocka_unit_test_setup_teardown(test, hall_set_up, hall_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PLANNED(all_of_the_day_are_invited_by_their_status),
		PLANNED(who_is_nothing_comes_as_a_guest),
		PLANNED(nobody_is_invited_to_what_is_over),
		INVITED(late_withdrawal_is_taken_and_told),
		INVITED(withdrawal_in_time_is_not_late),
		INVITED(who_withdraws_leaves_the_hall_and_its_givers),
		INVITED(who_comes_in_is_coming),
		INVITED(presence_takes_turns),
		INVITED(clock_put_back_does_not_turn_the_log),
		INVITED(line_written_later_is_the_later_one),
		INVITED(presence_is_entered_for_a_time_that_is_past),
		INVITED(doors_are_shut_unless_convened_or_open),
		INVITED(hall_is_as_it_was_at_an_instant),
		INVITED(quorum_counts_members_in_the_hall),
		INVITED(rules_and_members_are_those_of_the_meeting),
		INVITED(each_has_its_reason),
		INVITED(proxy_counts_while_its_holder_is_in_and_may_vote),
		INVITED(proxy_is_never_passed_on),
		INVITED(file_itself_refuses_a_chain),
		INVITED(delegation_has_one_head),
		INVITED(presence_is_not_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
