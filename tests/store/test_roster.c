/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/body.h"
#include "domain/body_entry.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/officer.h"
#include "domain/person.h"
#include "domain/roster.h"
#include "domain/row.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/term.h"
#include "domain/undo.h"
#include "domain/verify.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/put.h"
#include "store/scratch.h"

/* A Working Committee with one sub-committee; three members and an observer. */
struct office {
	void *scratch;
	struct session *session;
};

static void
add_government(struct session *session, const char *code, const char *status, const char *since)
{
	struct buf word[4] = { 0 };

	buf_addf(&word[0], "code=%s", code);
	buf_addf(&word[1], "government=%s", code);
	buf_addf(&word[2], "status=%s", status);
	buf_addf(&word[3], "since=%s", since);
	PUT_ROW(session, government_type, buf_text(&word[0]), "country=KR");
	PUT_ROW(session, government_name_type, buf_text(&word[1]), "name_kind=official",
	    "kind=province", "name_en=A province");
	PUT_ROW(session, government_status_type, buf_text(&word[1]), buf_text(&word[2]),
	    buf_text(&word[3]), "decision=GA-1");
	for (size_t i = 0; i < 4; i++)
		buf_done(&word[i]);
}

static struct term
term_of(const char *body, const char *role, const char *government, const char *since)
{
	return (struct term){ .body = mem_strdup(body), .role = mem_strdup(role),
		.government = mem_strdup(government), .since = mem_strdup(since),
		.decision = mem_strdup("GA-8/2") };
}

static bool
set_up_body(struct session *session, const char *key, const char *kind, const char *parent,
    const char *since, struct err *err)
{
	struct body body = { .key = mem_strdup(key), .kind = mem_strdup(kind),
		.parent = mem_strdup(parent), .since = mem_strdup(since), .decision = mem_strdup("") };
	struct body_name name = { .name_en = mem_strdup(key) };
	bool ok = body_set_up(session, &body, &name, NULL, NULL, err);

	record_done(&body_type, &body);
	record_done(&body_name_type, &name);
	return ok;
}

static int
set_up(void **state)
{
	struct office *office = mem_alloc(sizeof *office);
	struct err err = { 0 };

	office->session = fresh_session(&office->scratch);
	must(session_begin(office->session, "init", NULL, &err), &err);
	PUT_ROW(office->session, country_type, "code=KR", "language=ko", "name_en=Korea");
	add_government(office->session, "KR-26", "member", "2000-09");
	add_government(office->session, "KR-41", "member", "1996-09");
	add_government(office->session, "KR-47", "member", "1996-09");
	add_government(office->session, "KR-50", "observer", "1996-09");
	must(session_commit(office->session, NULL, &err), &err);
	must(set_up_body(office->session, "WC", "committee", NULL, "1997-08", &err), &err);
	must(set_up_body(office->session, "ENV", "subcommittee", "WC", "1998-10", &err), &err);
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

static bool
seat(struct office *office, const char *role, const char *government, const char *since,
    struct err *err)
{
	struct term term = term_of("ENV", role, government, since);
	bool ok = roster_seat(office->session, &term, NULL, err);

	record_done(&term_type, &term);
	return ok;
}

/* "coordinator/1 KR-47 1998-10" and so on, a line each, as of a day. */
static void
assert_roster(struct office *office, const char *day, unsigned parts, const char *expected)
{
	struct row_list list = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(session_set_as_of(office->session, day, &err), &err);
	must(roster_list(office->session, "ENV", parts, &list, &err), &err);
	for (size_t i = 0; i < list.count; i++) {
		const struct roster_line *line = row_at(&list, i);

		buf_addf(&text, "%s/%d %s %s %s\n", line->role, (int)line->no,
		    line->government[0] != '\0' ? line->government : "-", line->since,
		    line->until != NULL ? line->until : line->until_meeting != NULL ?
		    line->until_meeting : "");
	}
	assert_string_equal(buf_text(&text), expected);
	must(session_set_as_of(office->session, "", &err), &err);
	row_list_done(&list);
	buf_done(&text);
}

static void
a_new_sub_committee_has_a_number_and_a_vacant_coordinator(void **state)
{
	struct office *office = *state;
	struct body_entry entry = { 0 };
	struct err err = { 0 };

	must(set_up_body(office->session, "TOUR", "subcommittee", "WC", "2008-09", &err), &err);
	must(body_entry_get(office->session, "TOUR", &entry, &err), &err);
	assert_int_equal(entry.number, 2);
	assert_string_equal(entry.holder, "");
	record_done(&body_entry_type, &entry);
	assert_roster(office, "", ROSTER_NOW, "coordinator/1 - 1998-10 \n");
	assert_roster(office, "1998-09-30", ROSTER_NOW, "");
	assert_false(set_up_body(office->session, "TOUR", "subcommittee", "WC", "2012", &err));
	assert_int_equal(err.code, ERR_RULE);
	must(session_set_as_of(office->session, "2007-01-01", &err), &err);
	assert_false(body_entry_get(office->session, "TOUR", &entry, &err));
	assert_int_equal(err.code, ERR_MISSING);
	must(session_set_as_of(office->session, "", &err), &err);
}

static void
coordinating_passes_from_one_to_the_next(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(seat(office, "coordinator", "KR-47", "1998-10", &err), &err);
	must(seat(office, "coordinator", "KR-41", "2010-10-28", &err), &err);
	assert_roster(office, "2010-10-27", ROSTER_NOW, "coordinator/1 KR-47 1998-10 2010-10-28\n");
	assert_roster(office, "2010-10-28", ROSTER_NOW | ROSTER_PAST,
	    "coordinator/1 KR-41 2010-10-28 \ncoordinator/1 KR-47 1998-10 2010-10-28\n");
	assert_false(seat(office, "coordinator", "KR-26", "2005-01-01", &err));
	must(undo_set(office->session, NULL, NULL, NULL, &err), &err);
	assert_roster(office, "", ROSTER_NOW, "coordinator/1 KR-47 1998-10 \n");
}

static void
members_take_the_vacant_seat_and_then_a_new_one(void **state)
{
	struct office *office = *state;
	struct seat vacant = { .body = mem_strdup("ENV"), .role = mem_strdup("member"),
		.since = mem_strdup("2000") };
	struct err err = { 0 };

	must(roster_add_seat(office->session, &vacant, NULL, &err), &err);
	must(seat(office, "member", "KR-47", "2004-09", &err), &err);
	must(seat(office, "member", "KR-41", "2006-09", &err), &err);
	assert_roster(office, "", ROSTER_NOW,
	    "coordinator/1 - 1998-10 \nmember/1 KR-47 2004-09 \nmember/2 KR-41 2006-09 \n");
	assert_roster(office, "2003-01-01", ROSTER_NOW,
	    "coordinator/1 - 1998-10 \nmember/1 - 2000 2004-09\n");
	assert_false(seat(office, "member", "KR-47", "2008-09", &err));
	assert_int_equal(err.code, ERR_RULE);
	must(roster_remove_seat(office->session, &vacant, "2009-01-01", "withdrew", NULL, &err), &err);
	assert_roster(office, "", ROSTER_NOW,
	    "coordinator/1 - 1998-10 \nmember/2 KR-41 2006-09 \n");
	struct term late = term_of("ENV", "member", "KR-26", "2010-01-01");
	late.no = 1;
	assert_false(roster_seat(office->session, &late, NULL, &err));
	record_done(&term_type, &late);
	record_done(&seat_type, &vacant);
}

static void
only_a_member_of_that_day_holds_an_office(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	assert_false(seat(office, "member", "KR-50", "2010-10", &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_non_null(strstr(err.text, "KR-50"));
	assert_false(seat(office, "member", "KR-26", "2000-08", &err));
	must(seat(office, "member", "KR-26", "2000-09", &err), &err);
}

static void
a_term_ends_with_its_meeting(void **state)
{
	struct office *office = *state;
	struct term term = term_of("ENV", "member", "KR-47", "2010-10");
	struct err err = { 0 };

	term.until_meeting = mem_strdup("WC-8");
	must(roster_seat(office->session, &term, NULL, &err), &err);
	assert_roster(office, "", ROSTER_NOW, "coordinator/1 - 1998-10 \nmember/1 KR-47 2010-10 WC-8\n");
	must(session_begin(office->session, "edit term", NULL, &err), &err);
	must(term_end_with_meeting_in_set(office->session, "WC-8", "2011-09-01", &err), &err);
	must(session_commit(office->session, NULL, &err), &err);
	assert_roster(office, "", ROSTER_NOW | ROSTER_PAST,
	    "coordinator/1 - 1998-10 \nmember/1 - 2011-09-01 \nmember/1 KR-47 2010-10 2011-09-01\n");
	record_done(&term_type, &term);

	/* One that was closed before it was named ends the term at once. */
	must(session_begin(office->session, "init", NULL, &err), &err);
	PUT_ROW(office->session, meeting_type, "key=WC-9", "body=WC", "ordinal=9", "state=closed",
	    "begins=2013-09-01", "ends=2013-09-03");
	must(session_commit(office->session, NULL, &err), &err);
	term = term_of("ENV", "member", "KR-47", "2011-10");
	term.until_meeting = mem_strdup("WC-9");
	must(roster_seat(office->session, &term, NULL, &err), &err);
	assert_string_equal(term.until, "2013-09-03");
	record_done(&term_type, &term);
}

static void
host_of_a_session_chairs_until_the_next_one(void **state)
{
	struct office *office = *state;
	struct term term = term_of("WC", "chair", "KR-41", "2009-10");
	struct buf said = { 0 };
	struct row_list held = { 0 };
	struct err err = { 0 };

	term.until_meeting = mem_strdup("WC-8");
	must(roster_seat(office->session, &term, NULL, &err), &err);
	must(session_begin(office->session, "import", NULL, &err), &err);
	PUT_ROW(office->session, meeting_type, "key=WC-8", "body=WC", "ordinal=8", "state=closed",
	    "begins=2011-09-01", "host=KR-47");
	must(term_end_with_meeting_in_set(office->session, "WC-8", "2011-09-02", &err), &err);
	must(roster_pass_chair_in_set(office->session, "WC-8", &said, &err), &err);
	must(roster_pass_chair_in_set(office->session, "WC-8", &said, &err), &err);
	must(session_commit(office->session, NULL, &err), &err);
	assert_string_equal(buf_text(&said),
	    "KR-47 chairs WC from 2011-09-02 on, until WC-9 closes.\n");
	must(roster_held(office->session, "KR-47", ROSTER_NOW, &held, &err), &err);
	assert_int_equal(held.count, 1);
	const struct roster_line *line = row_at(&held, 0);
	assert_string_equal(line->role, "chair");
	assert_string_equal(line->until_meeting, "WC-9");
	assert_string_equal(line->decision, "WC-8");
	row_list_done(&held);
	record_done(&term_type, &term);
	buf_done(&said);
}

static void
renewing_begins_where_the_term_ended(void **state)
{
	struct office *office = *state;
	struct term next = { .body = mem_strdup("ENV"), .role = mem_strdup("coordinator") };
	struct err err = { 0 };
	char *id = NULL;

	assert_false(roster_renew(office->session, &next, NULL, &err));
	must(seat(office, "coordinator", "KR-47", "1998-10", &err), &err);
	assert_false(roster_renew(office->session, &next, NULL, &err));
	must(roster_find_term(office->session, "ENV", "coordinator", 1, &id, &err), &err);
	must(roster_end(office->session, id, "2004-09", "GA-5", NULL, &err), &err);
	must(roster_renew(office->session, &next, NULL, &err), &err);
	assert_roster(office, "", ROSTER_NOW | ROSTER_PAST,
	    "coordinator/1 KR-47 2004-09 \ncoordinator/1 KR-47 1998-10 2004-09\n");
	record_done(&term_type, &next);
	free(id);
}

static void
a_dissolved_body_gains_nothing(void **state)
{
	struct office *office = *state;
	struct row_list held = { 0 };
	struct err err = { 0 };

	must(seat(office, "coordinator", "KR-47", "1998-10", &err), &err);
	assert_false(body_dissolve(office->session, "WC", "2012-07-27", NULL, "GA-9/3", NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	must(set_up_body(office->session, "TOUR", "subcommittee", "WC", "2008-09", &err), &err);
	must(body_dissolve(office->session, "ENV", "2012-07-27", "TOUR", "GA-9/3", NULL, &err), &err);
	assert_roster(office, "", ROSTER_NOW, "");
	assert_roster(office, "2012-07-26", ROSTER_NOW, "coordinator/1 KR-47 1998-10 2012-07-27\n");
	assert_false(seat(office, "member", "KR-41", "2013-01-01", &err));
	assert_false(body_dissolve(office->session, "ENV", "2014-01-01", NULL, NULL, NULL, &err));
	assert_false(set_up_body(office->session, "AIR", "subcommittee", "ENV", "2013", &err));
	must(set_up_body(office->session, "AIR", "subcommittee", "WC", "2013", &err), &err);

	struct body_entry entry = { 0 };
	must(body_entry_get(office->session, "AIR", &entry, &err), &err);
	assert_int_equal(entry.number, 3);
	record_done(&body_entry_type, &entry);
	must(roster_held(office->session, "KR-47", ROSTER_NOW | ROSTER_PAST, &held, &err), &err);
	assert_int_equal(held.count, 1);
	assert_string_equal(((struct roster_line *)row_at(&held, 0))->ended, "GA-9/3");
	row_list_done(&held);
}

static void
a_body_with_a_meeting_ahead_is_not_dissolved(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(session_begin(office->session, "init", NULL, &err), &err);
	PUT_ROW(office->session, meeting_type, "key=ENV-9", "body=ENV", "ordinal=9", "state=planned",
	    "begins=2013-09-01");
	must(session_commit(office->session, NULL, &err), &err);
	assert_false(body_dissolve(office->session, "ENV", "2012-07-27", NULL, NULL, NULL, &err));
	assert_non_null(strstr(err.text, "ENV-9"));
	assert_false(body_dissolve(office->session, "ENV", "", NULL, NULL, NULL, &err));
	must(body_dissolve(office->session, "ENV", "2014", NULL, NULL, NULL, &err), &err);
}

static void
a_name_is_that_of_its_day(void **state)
{
	struct office *office = *state;
	struct buf name = { 0 };
	struct err err = { 0 };
	static const struct { const char *day, *name; } days[] = {
		{ "1990-01-01", "Nature" }, { "2004-12-31", "Nature" }, { "2005-01-01", "Environment" },
	};

	must(session_begin(office->session, "edit body name", NULL, &err), &err);
	struct row_list names = { 0 };
	must(row_list(office->session, &body_name_type, "body", "ENV", NULL, &names, &err), &err);
	struct body_name *first = row_at(&names, 0);
	mem_replace(&first->name_en, "Nature");
	mem_replace(&first->until, "2005-01-01");
	must(row_update_in_set(office->session, &body_name_type, first, &err), &err);
	PUT_ROW(office->session, body_name_type, "body=ENV", "since=2005-01-01", "name_en=Environment");
	must(session_commit(office->session, NULL, &err), &err);
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		must(body_name_on(office->session, "ENV", days[i].day, &name, &err), &err);
		assert_string_equal(buf_text(&name), days[i].name);
		buf_clear(&name);
	}
	buf_done(&name);
	row_list_done(&names);
}

static void
a_body_does_not_belong_to_itself(void **state)
{
	struct office *office = *state;
	struct body body = { 0 };
	struct err err = { 0 };

	must(row_get(office->session, &body_type, "WC", &body, &err), &err);
	mem_replace(&body.parent, "ENV");
	assert_false(row_save(office->session, &body_type, &body, "edit body", &err));
	assert_int_equal(err.code, ERR_RULE);
	mem_replace(&body.parent, "WC");
	assert_false(row_save(office->session, &body_type, &body, "edit body", &err));
	record_done(&body_type, &body);
}

static void
a_body_keeps_one_name_at_least(void **state)
{
	struct office *office = *state;
	struct row_list names = { 0 };
	struct err err = { 0 };

	must(row_list(office->session, &body_name_type, "body", "ENV", NULL, &names, &err), &err);
	assert_int_equal(names.count, 1);
	assert_false(row_delete(office->session, &body_name_type,
	    ((struct body_name *)row_at(&names, 0))->id, "delete body name", &err));
	assert_int_equal(err.code, ERR_RULE);
	row_list_done(&names);
}

static void
an_acting_person_stands_beside_the_other(void **state)
{
	struct office *office = *state;
	static const struct { const char *day, *person; int64_t acting; } days[] = {
		{ "2010-10-31", "", 0 }, { "2010-11-01", "One", 0 }, { "2010-12-15", "Two", 1 },
		{ "2011-01-15", "One", 0 }, { "2011-02-01", "Two", 0 },
	};
	struct err err = { 0 };
	char *id[2];

	must(seat(office, "coordinator", "KR-47", "1998-10", &err), &err);
	must(session_begin(office->session, "new person", NULL, &err), &err);
	for (size_t i = 0; i < 2; i++) {
		struct person person = { .language = mem_strdup("en"),
			.given_en = mem_strdup(i == 0 ? "One" : "Two") };

		must(row_insert_in_set(office->session, &person_type, &person, &err), &err);
		id[i] = mem_strdup(person.id);
		record_done(&person_type, &person);
	}
	must(session_commit(office->session, NULL, &err), &err);
	const struct { int person; int64_t acting; const char *since, *until; } periods[] = {
		{ 0, 0, "2010-11-01", NULL }, { 1, 1, "2010-12-01", "2011-01-01" },
		{ 1, 0, "2011-02-01", NULL },
	};
	for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
		struct officer officer = { .person = mem_strdup(id[periods[i].person]),
			.acting = periods[i].acting, .since = mem_strdup(periods[i].since),
			.until = mem_strdup(periods[i].until) };

		must(roster_find_term(office->session, "ENV", "coordinator", 1, &officer.term, &err), &err);
		must(officer_begin(office->session, &officer, NULL, &err), &err);
		record_done(&officer_type, &officer);
	}
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		struct row_list lines = { 0 };

		must(session_set_as_of(office->session, days[i].day, &err), &err);
		must(roster_list(office->session, "ENV", ROSTER_NOW, &lines, &err), &err);
		const struct roster_line *line = row_at(&lines, 0);
		assert_string_equal(line->officer, days[i].person);
		assert_int_equal(line->acting, days[i].acting);
		row_list_done(&lines);
	}
	must(session_set_as_of(office->session, "", &err), &err);
	free(id[0]);
	free(id[1]);
}

/* Faults of verify, one after another on a line; rules that a whole file breaks. */
static void
say_nothing(void *context, const struct verify_line *line)
{
	(void)context, (void)line;
}

static void
say_fault(void *context, const char *text)
{
	buf_addf(context, "%s\n", text);
}

/* Written past the functions of the domain, as a file from elsewhere may be. */
static void
verify_finds_what_a_file_should_not_hold(void **state)
{
	struct office *office = *state;
	struct buf said = { 0 };
	struct err err = { 0 };
	size_t faults = 0;

	must(session_begin(office->session, "import", NULL, &err), &err);
	PUT_ROW(office->session, seat_type, "body=ENV", "role=member", "no=1");
	PUT_ROW(office->session, seat_type, "body=ENV", "role=member", "no=2");
	PUT_ROW(office->session, term_type, "body=ENV", "role=coordinator", "no=1", "government=KR-50",
	    "since=2001");
	PUT_ROW(office->session, term_type, "body=ENV", "role=member", "no=1", "government=KR-47",
	    "since=2001");
	PUT_ROW(office->session, term_type, "body=ENV", "role=member", "no=2", "government=KR-47",
	    "since=2002");
	PUT_ROW(office->session, body_type, "key=OLD", "kind=other", "until=2001");
	PUT_ROW(office->session, body_name_type, "body=OLD", "name_en=Old");
	PUT_ROW(office->session, body_type, "key=BELOW", "kind=other", "parent=OLD");
	PUT_ROW(office->session, body_name_type, "body=BELOW", "name_en=Below");
	PUT_ROW(office->session, body_type, "key=GONE", "kind=other", "until=2005", "successor=OLD");
	PUT_ROW(office->session, body_name_type, "body=GONE", "name_en=Gone");
	must(session_commit(office->session, NULL, &err), &err);
	must(verify_run(office->session, say_nothing, say_fault, &said, &faults, &err), &err);
	assert_string_equal(buf_text(&said),
	    "one government holds two seats of a kind: ENV, member, KR-47\n"
	    "no member when the term began: ENV, KR-50, 2001\n"
	    "a body goes on after the one it belongs to: OLD, BELOW\n"
	    "a successor that was dissolved before: GONE, OLD\n");
	buf_done(&said);
	must(undo_set(office->session, NULL, NULL, NULL, &err), &err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(a_new_sub_committee_has_a_number_and_a_vacant_coordinator),
		TEST(coordinating_passes_from_one_to_the_next),
		TEST(members_take_the_vacant_seat_and_then_a_new_one),
		TEST(only_a_member_of_that_day_holds_an_office),
		TEST(a_term_ends_with_its_meeting),
		TEST(host_of_a_session_chairs_until_the_next_one),
		TEST(renewing_begins_where_the_term_ended),
		TEST(a_dissolved_body_gains_nothing),
		TEST(a_body_with_a_meeting_ahead_is_not_dissolved),
		TEST(a_name_is_that_of_its_day),
		TEST(a_body_does_not_belong_to_itself),
		TEST(a_body_keeps_one_name_at_least),
		TEST(an_acting_person_stands_beside_the_other),
		TEST(verify_finds_what_a_file_should_not_hold),
#undef TEST
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
