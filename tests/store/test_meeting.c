/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/agenda.h"
#include "domain/application.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/clash.h"
#include "domain/country.h"
#include "domain/decision.h"
#include "domain/delegation.h"
#include "domain/dossier_item.h"
#include "domain/follow_up.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/holiday.h"
#include "domain/meeting.h"
#include "domain/meeting_staff.h"
#include "domain/notice.h"
#include "domain/paper.h"
#include "domain/person.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/staff.h"
#include "domain/term.h"
#include "domain/undo.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/put.h"
#include "store/scratch.h"

/* An Assembly that met once, a committee that never did, two governments. */
struct office {
	void *scratch;
	struct session *session;
};

static void
put_government(struct session *session, const char *code, const char *name)
{
	char words[3][64];

	snprintf(words[0], sizeof words[0], "code=%s", code);
	snprintf(words[1], sizeof words[1], "government=%s", code);
	snprintf(words[2], sizeof words[2], "name_en=%s", name);
	PUT_ROW(session, government_type, words[0], "country=KR");
	PUT_ROW(session, government_name_type, words[1], words[2], "name_kind=official", "kind=province");
	PUT_ROW(session, government_status_type, words[1], "status=member", "since=1996",
	    "note=not known");
}

static int
set_up(void **state)
{
	struct office *office = mem_alloc(sizeof *office);
	struct err err = { 0 };

	assert_int_equal(scratch_setup(&office->scratch), 0);
	struct db *db = db_open(((struct scratch *)office->scratch)->path, DB_CREATE, &err);
	must(db != NULL, &err);
	struct session *session = office->session = session_open(db, "clerk1", "cli");
	must(session_begin(session, "init", NULL, &err), &err);
	PUT_ROW(session, country_type, "code=KR", "language=ko", "name_en=Republic of Korea");
	put_government(session, "KR-41", "Gyeonggi-do");
	put_government(session, "KR-47", "Gyeongsangbuk-do");
	PUT_ROW(session, body_type, "key=GA", "kind=assembly", "since=1996-09");
	PUT_ROW(session, body_name_type, "body=GA", "name_en=General Assembly");
	PUT_ROW(session, body_type, "key=WC", "kind=committee", "since=1997");
	PUT_ROW(session, body_name_type, "body=WC", "name_en=Working Committee");
	PUT_ROW(session, rule_type, "name=assembly.years", "since=1996", "value=2");
	PUT_ROW(session, rule_type, "name=notice.invitations", "since=1996", "value=60", "note=Assumed.");
	PUT_ROW(session, rule_type, "name=notice.papers", "since=1996", "value=30");
	PUT_ROW(session, rule_type, "name=notice.dossiers", "since=1996", "value=60");
	PUT_ROW(session, meeting_type, "key=GA-8", "body=GA", "ordinal=8", "state=closed", "host=KR-41",
	    "zone=Asia/Seoul", "begins=2010-10-28");
	must(session_commit(session, NULL, &err), &err);
	*state = office;
	return 0;
}

static int
tear_down(void **state)
{
	struct office *office = *state;

	assert_verified(office->session);
	session_close(office->session);
	assert_int_equal(scratch_teardown(&office->scratch), 0);
	free(office);
	return 0;
}

#define PUT(session, type, ...) do { \
	struct err put_err = { 0 }; \
	must(session_begin(session, "import", NULL, &put_err), &put_err); \
	PUT_ROW(session, type, __VA_ARGS__); \
	must(session_commit(session, NULL, &put_err), &put_err); \
} while (0)

/* The key that was given; the caller frees it. */
static char *
add(struct session *session, const char *body, const char *begins, const char *ends)
{
	struct meeting meeting = { .body = mem_strdup(body), .host = mem_strdup("KR-47"),
		.begins = mem_strdup(begins), .ends = mem_strdup(ends) };
	struct err err = { 0 };

	must(meeting_add(session, &meeting, NULL, &err), &err);
	char *key = mem_strdup(meeting.key);
	record_done(&meeting_type, &meeting);
	return key;
}

static void
assert_added(struct session *session, const char *body, const char *begins, const char *expected)
{
	char *key = add(session, body, begins, NULL);

	assert_string_equal(key, expected);
	free(key);
}

static void
assert_meeting(struct session *session, const char *key, const char *field, const char *expected)
{
	struct meeting meeting = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(row_get(session, &meeting_type, key, &meeting, &err), &err);
	record_format(record_find_field(&meeting_type, field), &meeting, &text);
	assert_string_equal(buf_text(&text), expected);
	buf_done(&text);
	record_done(&meeting_type, &meeting);
}

/* Adding */

static void
key_and_ordinal_follow_from_the_body(void **state)
{
	struct session *session = ((struct office *)*state)->session;

	assert_added(session, "GA", "2012-07-24", "GA-9");
	assert_added(session, "WC", "2011-10", "WC-1");
	assert_added(session, "WC", "", "WC-2");
	assert_meeting(session, "GA-9", "ordinal", "9");
	assert_meeting(session, "GA-9", "state", "planned");
}

static void
body_and_ordinal_follow_from_the_key(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct meeting meeting = { .key = mem_strdup("GA-10"), .begins = mem_strdup("2014") };
	struct meeting odd = { .key = mem_strdup("NONE-1") };
	struct err err = { 0 };

	must(meeting_add(session, &meeting, NULL, &err), &err);
	assert_string_equal(meeting.body, "GA");
	assert_int_equal(meeting.ordinal, 10);
	assert_false(meeting_add(session, &odd, NULL, &err));
	assert_string_equal(err.field, "key");
	record_done(&meeting_type, &meeting);
	record_done(&meeting_type, &odd);
}

static void
assert_refused(struct session *session, const char *body, int ordinal, const char *begins,
    const char *part)
{
	struct meeting meeting = { .body = mem_strdup(body), .ordinal = ordinal,
		.begins = mem_strdup(begins) };
	struct err err = { 0 };

	assert_false(meeting_add(session, &meeting, NULL, &err));
	if (strstr(err.text, part) == NULL)
		fail_msg("%s: without \"%s\"", err.text, part);
	record_done(&meeting_type, &meeting);
}

static void
ordinals_are_given_once_and_rise(void **state)
{
	struct session *session = ((struct office *)*state)->session;

	assert_refused(session, "GA", 8, "2012-07-24", "the next is 9");
	assert_refused(session, "GA", 9, "2010-09", "rise");
	assert_refused(session, "GA", 7, "2010-11", "rise");
	/* What is known only in part may be later. */
	assert_added(session, "GA", "2010-10", "GA-9");
}

static void
dissolved_body_holds_no_meeting(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct err err = { 0 };

	assert_added(session, "WC", "2010-05-01", "WC-1");
	PUT(session, body_type, "key=WC", "kind=committee", "since=1997", "until=2011-01-01");
	assert_refused(session, "WC", 0, "2011-02-01", "dissolved");
	assert_false(meeting_postpone(session, "WC-1", "2011-03-01", NULL, NULL, NULL, &err));
	assert_non_null(strstr(err.text, "dissolved"));
	assert_meeting(session, "WC-1", "begins", "2010-05-01");
}

static void
rhythm_of_the_assembly_is_warned_of(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct meeting late = { .body = mem_strdup("GA"), .begins = mem_strdup("2013-07") };
	struct buf said = { 0 };
	struct err err = { 0 };

	must(meeting_add(session, &late, &said, &err), &err);
	assert_non_null(strstr(buf_text(&said), "3 years after GA-8"));
	buf_done(&said);
	record_done(&meeting_type, &late);
}

/* States */

static void
states_follow_one_another(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct err err = { 0 };
	int64_t number = 0;

	assert_added(session, "GA", "2012-07-24", "GA-9");
	assert_false(meeting_open(session, "GA-9", &number, &err));
	assert_non_null(strstr(err.text, "convened"));
	assert_false(meeting_close(session, "GA-9", &number, NULL, &err));
	must(meeting_convene(session, "GA-9", "2012-05-01", &number, &err), &err);
	must(meeting_convene(session, "GA-9", "2012-05-20", &number, &err), &err);
	assert_meeting(session, "GA-9", "convened", "2012-05-01");
	must(meeting_open(session, "GA-9", &number, &err), &err);
	assert_false(meeting_postpone(session, "GA-9", "2012-08-01", NULL, NULL, &number, &err));
	assert_false(meeting_cancel(session, "GA-9", NULL, &number, &err));
	assert_false(meeting_report(session, "GA-9", &number, &err));
	must(meeting_close(session, "GA-9", &number, NULL, &err), &err);
	must(meeting_report(session, "GA-9", &number, &err), &err);
	assert_meeting(session, "GA-9", "state", "reported");
	assert_false(meeting_open(session, "GA-99", &number, &err));
	assert_int_equal(err.code, ERR_MISSING);
}

static void
cancelled_one_gives_its_ordinal_up_and_keeps_its_key(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct err err = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	must(meeting_cancel(session, "GA-9", "no host", NULL, &err), &err);
	assert_meeting(session, "GA-9", "ordinal", "0");
	assert_added(session, "GA", "2013-07-24", "GA-9-2");
	assert_meeting(session, "GA-9-2", "ordinal", "9");
	assert_added(session, "GA", "2015-07", "GA-10");
}

static void
postponed_one_moves_with_its_sittings(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct sitting sitting = { 0 };
	struct err err = { 0 };
	char *key = add(session, "GA", "2012-07-24", "2012-07-27");

	PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-07-25", "starts=9", "ends=+90");
	must(meeting_postpone(session, key, "2012-09-30", NULL, "typhoon", NULL, &err), &err);
	must(meeting_postpone(session, key, "2012-10-02", NULL, NULL, NULL, &err), &err);
	assert_meeting(session, key, "state", "postponed");
	assert_meeting(session, key, "ordinal", "9");
	assert_meeting(session, key, "ends", "2012-10-05");
	assert_meeting(session, key, "moved_from", "2012-07-24");
	must(row_get(session, &sitting_type, "GA-9/1", &sitting, &err), &err);
	assert_string_equal(sitting.day, "2012-10-03");
	assert_string_equal(sitting.ends, "10:30");
	record_done(&sitting_type, &sitting);
	must(meeting_convene(session, key, "2012-08-01", NULL, &err), &err);
	free(key);
}

static void
closing_ends_the_terms_that_waited_for_it(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct row_list terms = { 0 };
	struct err err = { 0 };
	char *key = add(session, "GA", "2012-07-24", "2012-07-27");

	PUT(session, seat_type, "body=GA", "role=chair", "no=1", "since=1996-09");
	PUT(session, term_type, "body=GA", "role=chair", "no=1", "government=KR-41", "since=2010-10-28",
	    "until_meeting=GA-9");
	must(meeting_convene(session, key, "2012-05-01", NULL, &err), &err);
	must(meeting_open(session, key, NULL, &err), &err);
	must(meeting_close(session, key, NULL, NULL, &err), &err);
	must(row_list(session, &term_type, "body", "GA", NULL, &terms, &err), &err);
	assert_string_equal(((struct term *)row_at(&terms, 0))->until, "2012-07-27");
	row_list_done(&terms);
	free(key);
}

/* Times */

static void
sitting_in_a_gap_is_refused_and_nothing_changed(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct meeting meeting = { .body = mem_strdup("WC"), .begins = mem_strdup("2016-03-26"),
		.zone = mem_strdup("Asia/Ulaanbaatar") };
	struct sitting sitting = { 0 };
	struct row_list left = { 0 };
	struct err err = { 0 };

	must(meeting_add(session, &meeting, NULL, &err), &err);
	must(sitting_next(session, "WC-1", &sitting, &err), &err);
	assert_int_equal(sitting.no, 1);
	must(record_read(record_find_field(&sitting_type, "day"), &sitting, "2016-03-26", &err), &err);
	must(record_read(record_find_field(&sitting_type, "starts"), &sitting, "230", &err), &err);
	must(record_read(record_find_field(&sitting_type, "ends"), &sitting, "5", &err), &err);
	assert_false(row_save(session, &sitting_type, &sitting, "new sitting", &err));
	assert_non_null(strstr(err.text, "03:30"));
	assert_string_equal(err.field, "starts");
	must(row_list(session, &sitting_type, NULL, NULL, NULL, &left, &err), &err);
	assert_int_equal(left.count, 0);
	/* In Seoul that time is one. */
	mem_replace(&meeting.zone, "Asia/Seoul");
	must(row_save(session, &meeting_type, &meeting, "edit meeting", &err), &err);
	must(row_save(session, &sitting_type, &sitting, "new sitting", &err), &err);
	/* And it cannot be taken to where it is none. */
	mem_replace(&meeting.zone, "Asia/Ulaanbaatar");
	assert_false(row_save(session, &meeting_type, &meeting, "edit meeting", &err));
	record_done(&meeting_type, &meeting);
	record_done(&sitting_type, &sitting);
}

static void
odd_sittings_are_refused(void **state)
{
	static const struct { const char *starts, *ends, *field; } table[] = {
		{ "10:00", "", "ends" }, { "", "10:00", "starts" }, { "10:00", "10:00", "ends" },
		{ "10:00", "09:00", "ends" },
	};
	struct session *session = ((struct office *)*state)->session;

	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct sitting sitting = { .meeting = mem_strdup("GA-8"), .no = 1,
			.day = mem_strdup("2010-10-28"), .starts = mem_strdup(table[i].starts),
			.ends = mem_strdup(table[i].ends) };
		struct err err = { 0 };

		assert_false(row_save(session, &sitting_type, &sitting, "new sitting", &err));
		assert_string_equal(err.field, table[i].field);
		record_done(&sitting_type, &sitting);
	}
}

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
	struct session *session = ((struct office *)*state)->session;

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
	struct session *session = ((struct office *)*state)->session;
	struct err err = { 0 };

	put_two(session);
	PUT(session, body_type, "key=SEC", "kind=secretariat", "since=2005");
	PUT(session, body_name_type, "body=SEC", "name_en=Secretariat");
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
	    "host WC-1 2012-07-25 09:00 KR-47\nroom WC-1 2012-07-25 09:00 hall a\n"
	    "staff WC-1 2012-07-25 09:00 Clerk One\n");
	assert_int_equal(session_set_as_of(session, "2012-07-01", &err), true);
	assert_clashes(session, NULL,
	    "host WC-1 2012-07-25 09:00 KR-47\nroom WC-1 2012-07-25 09:00 hall a\n"
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

static void
holidays_and_days_outside_are_warned_of(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	char *key = add(session, "GA", "2012-12-24", "2013-01-02");

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

/* Notices */

/* "what last state left" of each, a line each. */
static void
assert_notices(struct session *session, const char *expected)
{
	struct row_list notices = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(notice_list(session, "GA-9", &notices, &err), &err);
	for (size_t i = 0; i < notices.count; i++) {
		const struct notice *notice = row_at(&notices, i);

		buf_addf(&text, "%s %s %s %lld\n", notice->what, notice->last, notice->state,
		    (long long)notice->left);
	}
	assert_string_equal(buf_text(&text), expected);
	buf_done(&text);
	row_list_done(&notices);
}

static void
last_days_count_back_from_the_opening(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct row_list due = { 0 };
	struct err err = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	session_set_as_of(session, "2012-05-25", NULL);
	assert_notices(session, "invitations 2012-05-25 waiting 0\ndossiers 2012-05-25 none 0\n"
	    "papers 2012-06-24 waiting 30\n");
	session_set_as_of(session, "2012-05-26", NULL);
	must(notice_list_due(session, 29, &due, &err), &err);
	assert_int_equal(due.count, 2);
	assert_int_equal(((struct notice *)row_at(&due, 0))->left, -1);
	assert_int_equal(((struct notice *)row_at(&due, 0))->assumed, 1);
	row_list_done(&due);
	session_set_as_of(session, "", NULL);
	must(meeting_convene(session, "GA-9", "2012-05-20", NULL, &err), &err);
	PUT(session, paper_type, "meeting=GA-9", "title=Report", "received=2012-06-01", "state_en=ready",
	    "state_ko=awaited");
	session_set_as_of(session, "2012-06-25", NULL);
	assert_notices(session, "invitations 2012-05-25 done 0\ndossiers 2012-05-25 none 0\n"
	    "papers 2012-06-24 late -1\n");
	session_set_as_of(session, "", NULL);
}

/* Agendas */

/* "number title starts outcome from" of each, a line each. */
static void
assert_agenda(struct session *session, const char *meeting, const char *expected)
{
	struct row_list entries = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(agenda_list(session, meeting, &entries, NULL, &err), &err);
	for (size_t i = 0; i < entries.count; i++) {
		const struct agenda_entry *entry = row_at(&entries, i);

		buf_addf(&text, "%s %s %s %s %s\n", entry->number, entry->title, entry->starts,
		    entry->outcome, entry->from);
	}
	assert_string_equal(buf_text(&text), expected);
	buf_done(&text);
	row_list_done(&entries);
}

/* Add an item; its id, owned. */
static char *
item(struct session *session, const char *meeting, const char *title, const char *parent,
    int64_t position)
{
	struct agenda_item row = { .meeting = mem_strdup(meeting), .title_en = mem_strdup(title),
		.parent = mem_strdup(parent), .position = position, .minutes = 30 };
	struct err err = { 0 };

	must(agenda_add(session, &row, NULL, &err), &err);
	char *id = mem_strdup(row.id);
	record_done(&agenda_item_type, &row);
	return id;
}

static void
agenda_is_a_tree_with_a_clock(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct err err = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-07-24", "starts=9", "ends=10");
	PUT(session, sitting_type, "meeting=GA-9", "no=2", "day=2012-07-24", "starts=13", "ends=14");
	char *one = item(session, "GA-9", "Opening", NULL, 0);
	char *two = item(session, "GA-9", "Accounts", NULL, 0);
	char *below = item(session, "GA-9", "Audit", two, 0);
	char *first = item(session, "GA-9", "Welcome", NULL, 1);

	assert_agenda(session, "GA-9", "1 Welcome 09:00 open \n2 Opening 09:30 open \n"
	    "3 Accounts 13:00 open \n3.1 Audit 13:30 open \n");
	must(agenda_move(session, two, NULL, 1, NULL, &err), &err);
	must(agenda_move(session, first, one, 0, NULL, &err), &err);
	assert_agenda(session, "GA-9", "1 Accounts 09:00 open \n1.1 Audit 09:30 open \n"
	    "2 Opening 13:00 open \n2.1 Welcome 13:30 open \n");
	assert_false(agenda_move(session, two, below, 0, NULL, &err));
	assert_non_null(strstr(err.text, "below itself"));
	must(agenda_remove(session, two, NULL, &err), &err);
	assert_agenda(session, "GA-9", "1 Opening 09:00 open \n1.1 Welcome 09:30 open \n");
	must(undo_set(session, NULL, NULL, NULL, &err), &err);
	assert_agenda(session, "GA-9", "1 Accounts 09:00 open \n1.1 Audit 09:30 open \n"
	    "2 Opening 13:00 open \n2.1 Welcome 13:30 open \n");
	free(one);
	free(two);
	free(below);
	free(first);
}

static void
item_stays_in_its_own_agenda(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct agenda_item row = { .meeting = mem_strdup("GA-9"), .title_en = mem_strdup("Astray") };
	struct err err = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	assert_added(session, "WC", "2012-07-20", "WC-1");
	row.parent = item(session, "WC-1", "Elsewhere", NULL, 0);
	assert_false(agenda_add(session, &row, NULL, &err));
	assert_non_null(strstr(err.text, "same agenda"));
	record_done(&agenda_item_type, &row);
}

static void
what_is_left_open_comes_on_the_next_agenda(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct err err = { 0 };
	struct buf said = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	assert_added(session, "GA", "2014-09", "GA-10");
	char *done = item(session, "GA-9", "Opening", NULL, 0);
	char *above = item(session, "GA-9", "Accounts", NULL, 0);
	char *below = item(session, "GA-9", "Audit", above, 0);
	char *dropped = item(session, "GA-9", "Emblem", NULL, 0);

	must(agenda_set_outcome(session, done, "done", NULL, &err), &err);
	must(agenda_set_outcome(session, dropped, "dropped", NULL, &err), &err);
	must(meeting_convene(session, "GA-9", "2012-05-01", NULL, &err), &err);
	must(meeting_open(session, "GA-9", NULL, &err), &err);
	must(meeting_close(session, "GA-9", NULL, &said, &err), &err);
	assert_non_null(strstr(buf_text(&said), "GA-10"));
	assert_agenda(session, "GA-9", "1 Opening  done \n2 Accounts  carried \n2.1 Audit  carried \n"
	    "3 Emblem  dropped \n");
	assert_agenda(session, "GA-10", "1 Accounts  open GA-9\n1.1 Audit  open GA-9\n");
	/* Cancelled, it hands on what it took; nothing comes twice. */
	must(meeting_cancel(session, "GA-10", NULL, NULL, &err), &err);
	assert_added(session, "GA", "2015-09", "GA-10-2");
	assert_agenda(session, "GA-10-2", "1 Accounts  open GA-10\n1.1 Audit  open GA-10\n");
	assert_added(session, "GA", "2017-09", "GA-11");
	assert_agenda(session, "GA-11", "");
	buf_done(&said);
	free(done);
	free(above);
	free(below);
	free(dropped);
}

static void
follow_up_comes_back_until_it_is_closed(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct err err = { 0 };

	PUT(session, decision_type, "meeting=GA-8", "no=1", "taken=2010-10-28", "kind=other",
	    "text_en=Something");
	assert_added(session, "GA", "2012-07-24", "GA-9");
	must(session_begin(session, "import", NULL, &err), &err);
	PUT_ROW(session, follow_up_type, "id=01CCCCCCCCCCCCCCCCCCCCCCCC", "meeting=GA-8", "decision=1",
	    "no=1", "what=Report on it", "body=GA");
	must(agenda_take_follow_up_in_set(session, "01CCCCCCCCCCCCCCCCCCCCCCCC", &err), &err);
	must(session_commit(session, NULL, &err), &err);
	assert_agenda(session, "GA-9", "1 GA-8/1: Report on it  open \n");
	must(meeting_convene(session, "GA-9", "2012-05-01", NULL, &err), &err);
	must(meeting_open(session, "GA-9", NULL, &err), &err);
	must(meeting_close(session, "GA-9", NULL, NULL, &err), &err);
	assert_added(session, "GA", "2014-09", "GA-10");
	assert_agenda(session, "GA-10", "1 GA-8/1: Report on it  open GA-9\n");
	/* Done on the agenda, and still open itself: it comes again. */
	must(meeting_convene(session, "GA-10", "2014-05-01", NULL, &err), &err);
	must(meeting_open(session, "GA-10", NULL, &err), &err);
	struct row_list items = { 0 };
	must(row_list(session, &agenda_item_type, "meeting", "GA-10", NULL, &items, &err), &err);
	must(agenda_set_outcome(session, ((struct agenda_item *)row_at(&items, 0))->id, "done", NULL,
	    &err), &err);
	row_list_done(&items);
	must(meeting_close(session, "GA-10", NULL, NULL, &err), &err);
	assert_added(session, "GA", "2016-09", "GA-11");
	assert_agenda(session, "GA-11", "1 GA-8/1: Report on it  open \n");
	PUT(session, follow_up_type, "id=01CCCCCCCCCCCCCCCCCCCCCCCC", "meeting=GA-8", "decision=1",
	    "no=1", "what=Report on it", "body=GA", "closed=2016-09-01", "closing=reported");
	assert_added(session, "GA", "2018-09", "GA-12");
	assert_agenda(session, "GA-12", "");
}

/* Copies */

static void
copies_have_the_shape_and_not_the_history(void **state)
{
	struct session *session = ((struct office *)*state)->session;
	struct buf keys = { 0 };
	struct err err = { 0 };
	char *key = add(session, "WC", "2011-01-31", "2011-02-01"), *made = NULL;

	PUT(session, sitting_type, "meeting=WC-1", "no=1", "day=2011-02-01", "starts=9", "ends=12");
	char *standing = item(session, key, "Opening", NULL, 0);
	must(agenda_set_outcome(session, standing, "done", NULL, &err), &err);
	must(meeting_copy_next(session, key, "2011-06-10", &made, NULL, &err), &err);
	assert_string_equal(made, "WC-2");
	assert_meeting(session, "WC-2", "ends", "2011-06-11");
	assert_meeting(session, "WC-2", "host", "KR-47");
	assert_agenda(session, "WC-2", "1 Opening 09:00 open \n");
	assert_false(meeting_repeat(session, "WC-2", 0, 6, &keys, NULL, &err));
	must(meeting_repeat(session, "WC-2", 2, 6, &keys, NULL, &err), &err);
	assert_string_equal(buf_text(&keys), "WC-3\nWC-4\n");
	assert_meeting(session, "WC-3", "begins", "2011-12-10");
	assert_meeting(session, "WC-4", "begins", "2012-06-10");
	buf_done(&keys);
	free(standing);
	free(made);
	free(key);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(key_and_ordinal_follow_from_the_body),
		TEST(body_and_ordinal_follow_from_the_key),
		TEST(ordinals_are_given_once_and_rise),
		TEST(dissolved_body_holds_no_meeting),
		TEST(rhythm_of_the_assembly_is_warned_of),
		TEST(states_follow_one_another),
		TEST(cancelled_one_gives_its_ordinal_up_and_keeps_its_key),
		TEST(postponed_one_moves_with_its_sittings),
		TEST(closing_ends_the_terms_that_waited_for_it),
		TEST(sitting_in_a_gap_is_refused_and_nothing_changed),
		TEST(odd_sittings_are_refused),
		TEST(whole_days_clash_until_there_are_sittings),
		TEST(room_host_and_clerks_clash),
		TEST(holidays_and_days_outside_are_warned_of),
		TEST(last_days_count_back_from_the_opening),
		TEST(agenda_is_a_tree_with_a_clock),
		TEST(item_stays_in_its_own_agenda),
		TEST(what_is_left_open_comes_on_the_next_agenda),
		TEST(follow_up_comes_back_until_it_is_closed),
		TEST(copies_have_the_shape_and_not_the_history),
	};

	return cmocka_run_group_tests_name("meeting", tests, NULL, NULL);
}
