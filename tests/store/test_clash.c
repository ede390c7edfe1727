/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/clash.h"
#include "domain/delegation.h"
#include "domain/holiday.h"
#include "domain/meeting.h"
#include "domain/meeting_staff.h"
#include "domain/person.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/staff.h"
#include "domain/undo.h"
#include "store/assembly.h"
#include "store/expect.h"
#include "store/put.h"

/* Clashes */

/* "kind other names" of each, a line each. */
static void
assert_clashes(struct session *session, const char *meeting, const char *expected)
{
	struct row_list clashes = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	if (meeting != NULL)
		must(clash_list(session, meeting, &clashes, &err), &err);
	else
		must(clash_list_all(session, &clashes, &err), &err);
	for (size_t i = 0; i < clashes.count; i++) {
		const struct clash *clash = row_at(&clashes, i);

		buf_addf(&text, "%s %s %s %s %s\n", clash->kind, clash->other, clash->day, clash->starts,
		    clash->names);
	}
	assert_string_equal(buf_text(&text), expected);
	buf_done(&text);
	row_list_done(&clashes);
}

static void
put_two(struct session *session)
{
	PUT(session, meeting_type, "key=GA-9", "body=GA", "ordinal=9", "state=convened", "host=KR-47",
	    "place=Pohang", "zone=Asia/Seoul", "begins=2012-07-24", "ends=2012-07-25");
	PUT(session, meeting_type, "key=WC-1", "body=WC", "ordinal=1", "state=planned", "host=KR-41",
	    "place=pohang", "zone=Asia/Shanghai", "begins=2012-07-25");
}

static void
whole_days_clash_until_there_are_sittings(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;

	put_two(session);
	PUT(session, delegation_type, "meeting=GA-9", "government=KR-41", "capacity=member",
	    "answer=coming", "credentials=none");
	PUT(session, delegation_type, "meeting=GA-9", "government=KR-47", "capacity=member",
	    "answer=coming", "credentials=none");
	PUT(session, delegation_type, "meeting=WC-1", "government=KR-41", "capacity=member",
	    "answer=coming", "credentials=none");
	PUT(session, delegation_type, "meeting=WC-1", "government=KR-47", "capacity=member",
	    "answer=declined", "credentials=none");
	assert_clashes(session, "GA-9", "delegation WC-1 2012-07-25  KR-41\n");
	assert_clashes(session, "WC-1", "delegation GA-9 2012-07-25  KR-41\n");
	/* 9 to 12 in Seoul is over when it is 11 in Shanghai. */
	PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-07-25", "starts=9", "ends=12");
	PUT(session, sitting_type, "meeting=WC-1", "no=1", "day=2012-07-25", "starts=11", "ends=17");
	assert_clashes(session, "GA-9", "");
	PUT(session, sitting_type, "meeting=WC-1", "no=1", "day=2012-07-25", "starts=1030", "ends=17");
	assert_clashes(session, "GA-9", "delegation WC-1 2012-07-25 11:30 KR-41\n");
	assert_clashes(session, "WC-1", "delegation GA-9 2012-07-25 10:30 KR-41\n");
}

static void
room_host_and_clerks_clash(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	struct err err = { 0 };

	put_two(session);
	/* A body and its name come in one change set. */
	must(session_begin(session, "set up body", NULL, &err), &err);
	PUT_ROW(session, body_type, "key=SEC", "kind=secretariat", "since=2005");
	PUT_ROW(session, body_name_type, "body=SEC", "name_en=Secretariat");
	must(session_commit(session, NULL, &err), &err);
	PUT(session, person_type, "id=01AAAAAAAAAAAAAAAAAAAAAAAA", "language=en", "given_en=Clerk",
	    "family_en=One");
	PUT(session, staff_type, "id=01BBBBBBBBBBBBBBBBBBBBBBBB", "person=01AAAAAAAAAAAAAAAAAAAAAAAA",
	    "body=SEC", "kind=hired", "since=2010");
	PUT(session, meeting_staff_type, "meeting=GA-9", "staff=01BBBBBBBBBBBBBBBBBBBBBBBB");
	PUT(session, meeting_staff_type, "meeting=WC-1", "staff=01BBBBBBBBBBBBBBBBBBBBBBBB");
	PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-07-25", "starts=9", "ends=12",
	    "room=Hall A");
	PUT(session, meeting_type, "key=WC-1", "body=WC", "ordinal=1", "state=planned", "host=KR-47",
	    "place=pohang", "room=hall a", "zone=Asia/Seoul", "begins=2012-07-25");
	assert_clashes(session, "GA-9",
	    "host WC-1 2012-07-25 09:00 KR-47\nroom WC-1 2012-07-25 09:00 Hall A\n"
	    "staff WC-1 2012-07-25 09:00 Clerk One\n");
	assert_int_equal(session_set_as_of(session, "2012-07-01", &err), true);
	assert_clashes(session, NULL,
	    "host WC-1 2012-07-25 09:00 KR-47\nroom WC-1 2012-07-25 09:00 Hall A\n"
	    "staff WC-1 2012-07-25 09:00 Clerk One\n");
	session_set_as_of(session, "", NULL);
	/* One that is cancelled is in nobody's way. */
	must(meeting_cancel(session, "WC-1", NULL, NULL, &err), &err);
	assert_clashes(session, "GA-9", "");
	/* Nor is one in a hall of that name elsewhere; undo brings the other back. */
	must(undo_set(session, NULL, NULL, NULL, &err), &err);
	PUT(session, meeting_type, "key=WC-1", "body=WC", "ordinal=1", "state=planned", "host=KR-41",
	    "place=Seoul", "room=hall a", "zone=Asia/Seoul", "begins=2012-07-25");
	assert_clashes(session, "GA-9", "staff WC-1 2012-07-25 09:00 Clerk One\n");
}

/* As the program compares texts everywhere, in any script and width. */
static void
room_is_one_whatever_its_letters(void **state)
{
	static const struct { const char *mine, *theirs, *clashes; } cases[] = {
		{ "room=Зал 1", "room=зал 1", "room WC-1 2012-07-25 09:00 Зал 1\n" },
		{ "room=Ａ会議室", "room=a会議室", "room WC-1 2012-07-25 09:00 Ａ会議室\n" },
		{ "room=Зал 1", "room=зал 2", "" },
	};
	struct session *session = ((struct assembly *)*state)->session;

	put_two(session);
	PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-07-25", "starts=9", "ends=12",
	    cases[0].mine);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-07-25", "starts=9", "ends=12",
		    cases[i].mine);
		PUT(session, meeting_type, "key=WC-1", "body=WC", "ordinal=1", "state=planned",
		    "host=KR-41", "place=pohang", cases[i].theirs, "zone=Asia/Seoul", "begins=2012-07-25");
		assert_clashes(session, "GA-9", cases[i].clashes);
	}
}

static void
holidays_and_days_outside_are_warned_of(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	char *key = assembly_add(session, "GA", "2012-12-24", "2013-01-02");

	PUT(session, holiday_type, "country=KR", "day=12-25", "name_en=Christmas Day");
	PUT(session, holiday_type, "country=KR", "day=01-01", "name_en=New Year", "until=2012");
	PUT(session, holiday_type, "country=KR", "day=2013-01-02", "name_en=A day off");
	PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-12-23");
	PUT(session, sitting_type, "meeting=GA-9", "no=2", "day=2013-01-02");
	assert_clashes(session, key,
	    "outside  2012-12-23  1\nholiday  2012-12-25  Christmas Day\n"
	    "holiday  2013-01-02  A day off\n");
	free(key);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ASSEMBLY_TEST(whole_days_clash_until_there_are_sittings),
		ASSEMBLY_TEST(room_host_and_clerks_clash),
		ASSEMBLY_TEST(room_is_one_whatever_its_letters),
		ASSEMBLY_TEST(holidays_and_days_outside_are_warned_of),
	};

	return cmocka_run_group_tests_name("clash", tests, NULL, NULL);
}
