/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/agenda.h"
#include "domain/body.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/term.h"
#include "store/assembly.h"
#include "store/expect.h"
#include "store/stmt.h"

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
	struct session *session = ((struct assembly *)*state)->session;

	assert_added(session, "GA", "2012-07-24", "GA-9");
	assert_added(session, "WC", "2011-10", "WC-1");
	assert_added(session, "WC", "", "WC-2");
	assert_meeting(session, "GA-9", "ordinal", "9");
	assert_meeting(session, "GA-9", "state", "planned");
}

static void
body_and_ordinal_follow_from_the_key(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
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
	struct session *session = ((struct assembly *)*state)->session;

	assert_refused(session, "GA", 8, "2012-07-24", "the next is 9");
	assert_refused(session, "GA", 9, "2010-09", "rise");
	assert_refused(session, "GA", 7, "2010-11", "rise");
	/* What is known only in part may be later. */
	assert_added(session, "GA", "2010-10", "GA-9");
}

static void
dissolved_body_holds_no_meeting(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
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
	struct session *session = ((struct assembly *)*state)->session;
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
	struct session *session = ((struct assembly *)*state)->session;
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
	struct session *session = ((struct assembly *)*state)->session;
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
	struct session *session = ((struct assembly *)*state)->session;
	struct sitting sitting = { 0 };
	struct err err = { 0 };
	char *key = assembly_add(session, "GA", "2012-07-24", "2012-07-27");

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
	must(meeting_postpone(session, key, "", NULL, NULL, NULL, &err), &err);
	assert_meeting(session, key, "ends", "");
	must(meeting_postpone(session, key, "2013-07-01", "2013-07-02", NULL, NULL, &err), &err);
	must(row_get(session, &sitting_type, "GA-9/1", &sitting, &err), &err);
	assert_string_equal(sitting.day, "2013-07-01");
	record_done(&sitting_type, &sitting);
	/* Back on its first day it was not moved. */
	must(meeting_postpone(session, key, "2012-07-24", "2012-07-27", NULL, NULL, &err), &err);
	assert_meeting(session, key, "moved_from", "");
	must(meeting_convene(session, key, "2012-08-01", NULL, &err), &err);
	free(key);
}

static void
closing_ends_the_terms_that_waited_for_it(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	struct row_list terms = { 0 };
	struct err err = { 0 };
	char *key = assembly_add(session, "GA", "2012-07-24", "2012-07-27");

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
	struct session *session = ((struct assembly *)*state)->session;
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
	struct session *session = ((struct assembly *)*state)->session;

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

/* Copies */

/* One item, open, at the start of the first sitting. */
static void
assert_standing(struct session *session, const char *meeting)
{
	struct row_list entries = { 0 };
	struct err err = { 0 };

	must(agenda_list(session, meeting, &entries, NULL, &err), &err);
	assert_int_equal(entries.count, 1);
	const struct agenda_entry *entry = row_at(&entries, 0);
	assert_string_equal(entry->outcome, "open");
	assert_string_equal(entry->starts, "09:00");
	row_list_done(&entries);
}

static void
copies_have_the_shape_and_not_the_history(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	struct buf keys = { 0 };
	struct err err = { 0 };
	char *key = assembly_add(session, "WC", "2011-01-31", "2011-02-01"), *made = NULL;

	PUT(session, sitting_type, "meeting=WC-1", "no=1", "day=2011-02-01", "starts=9", "ends=12");
	char *standing = assembly_item(session, key, "Opening", NULL, 0);
	must(agenda_set_outcome(session, standing, "done", NULL, &err), &err);
	must(meeting_copy_next(session, key, "2011-06-10", &made, NULL, &err), &err);
	assert_string_equal(made, "WC-2");
	assert_meeting(session, "WC-2", "ends", "2011-06-11");
	assert_meeting(session, "WC-2", "host", "KR-47");
	assert_standing(session, "WC-2");
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

/* Verify */

/* A row past every check of the domain, as another program would write it. */
static void
assert_caught(struct session *session, const char *sql, const char *wanted)
{
	struct err err = { 0 };

	must(session_begin(session, "edit meeting", NULL, &err), &err);
	must(stmt_exec(session->db, sql, &err), &err);
	must(session_commit(session, NULL, &err), &err);
	assert_fault(session, wanted);
}

static void
verify_finds_what_went_round_the_program(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;

	free(assembly_add(session, "GA", "2012-07-24", "2012-07-27"));
	free(assembly_add(session, "WC", "2011-10-01", NULL));
	assert_verified(session);
	assert_caught(session, "UPDATE meeting SET begins = '2009-01-01', ends = NULL WHERE key = 'GA-9'",
	    "an ordinal that falls with the days: GA-9, 2009-01-01, 2010-10-28");
	assert_fault(session, "derived rows meeting GA-9");
	assert_caught(session, "UPDATE meeting SET state = 'cancelled' WHERE key = 'GA-9'",
	    "cancelled, with an ordinal: GA-9");
	assert_caught(session, "UPDATE body SET until = '2011-01-01' WHERE key = 'WC'",
	    "a meeting of a dissolved body: WC-1, 2011-10-01, 2011-01-01");
	assert_caught(session, "INSERT INTO agenda_item (id, meeting, position, title_en, outcome)"
	    " VALUES ('01DDDDDDDDDDDDDDDDDDDDDDDD', 'GA-8', 1, 'Forgotten', 'open')",
	    "an open item of a closed meeting: GA-8, 01DDDDDDDDDDDDDDDDDDDDDDDD");
	assert_caught(session, "INSERT INTO agenda_item (id, meeting, parent, position, title_en,"
	    " outcome) VALUES ('01EEEEEEEEEEEEEEEEEEEEEEEE', 'WC-1', '01DDDDDDDDDDDDDDDDDDDDDDDD', 1,"
	    " 'Astray', 'open')",
	    "an item below one of another agenda: WC-1, 01EEEEEEEEEEEEEEEEEEEEEEEE");
	assert_caught(session, "UPDATE agenda_item SET parent = id WHERE meeting = 'WC-1'",
	    "an item below itself: WC-1, 01EEEEEEEEEEEEEEEEEEEEEEEE");
	assert_caught(session, "UPDATE meeting SET zone = 'Asia/Ulaanbaatar' WHERE key = 'WC-1';"
	    " INSERT INTO sitting (meeting, no, day, starts, ends)"
	    " VALUES ('WC-1', 1, '2016-03-26', '02:30', '05:00')",
	    "No clock in Asia/Ulaanbaatar shows 02:30 on 2016-03-26, it is put on then:"
	    " write 03:30 for the same moment.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ASSEMBLY_TEST(key_and_ordinal_follow_from_the_body),
		ASSEMBLY_TEST(body_and_ordinal_follow_from_the_key),
		ASSEMBLY_TEST(ordinals_are_given_once_and_rise),
		ASSEMBLY_TEST(dissolved_body_holds_no_meeting),
		ASSEMBLY_TEST(rhythm_of_the_assembly_is_warned_of),
		ASSEMBLY_TEST(states_follow_one_another),
		ASSEMBLY_TEST(cancelled_one_gives_its_ordinal_up_and_keeps_its_key),
		ASSEMBLY_TEST(postponed_one_moves_with_its_sittings),
		ASSEMBLY_TEST(closing_ends_the_terms_that_waited_for_it),
		ASSEMBLY_TEST(sitting_in_a_gap_is_refused_and_nothing_changed),
		ASSEMBLY_TEST(odd_sittings_are_refused),
		ASSEMBLY_TEST(copies_have_the_shape_and_not_the_history),
		cmocka_unit_test_setup_teardown(verify_finds_what_went_round_the_program,
		    assembly_set_up, assembly_leave),
	};

	return cmocka_run_group_tests_name("meeting", tests, NULL, NULL);
}
