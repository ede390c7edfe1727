/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/agenda.h"
#include "domain/agenda_item.h"
#include "domain/decision.h"
#include "domain/follow_up.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/undo.h"
#include "store/assembly.h"
#include "store/expect.h"

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

static void
agenda_is_a_tree_with_a_clock(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	struct err err = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	PUT(session, sitting_type, "meeting=GA-9", "no=1", "day=2012-07-24", "starts=9", "ends=10");
	PUT(session, sitting_type, "meeting=GA-9", "no=2", "day=2012-07-24", "starts=13", "ends=14");
	char *one = assembly_item(session, "GA-9", "Opening", NULL, 0);
	char *two = assembly_item(session, "GA-9", "Accounts", NULL, 0);
	char *below = assembly_item(session, "GA-9", "Audit", two, 0);
	char *first = assembly_item(session, "GA-9", "Welcome", NULL, 1);

	assert_agenda(session, "GA-9", "1 Welcome 09:00 open \n2 Opening 09:30 open \n"
	    "3 Accounts 13:00 open \n3.1 Audit 13:30 open \n");
	must(agenda_move(session, one, NULL, 3, NULL, &err), &err);
	must(agenda_move(session, one, NULL, 1, NULL, &err), &err);
	must(agenda_move(session, first, NULL, 1, NULL, &err), &err);
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
	struct session *session = ((struct assembly *)*state)->session;
	struct agenda_item row = { .meeting = mem_strdup("GA-9"), .title_en = mem_strdup("Astray") };
	struct err err = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	assert_added(session, "WC", "2012-07-20", "WC-1");
	row.parent = assembly_item(session, "WC-1", "Elsewhere", NULL, 0);
	assert_false(agenda_add(session, &row, NULL, &err));
	assert_non_null(strstr(err.text, "same agenda"));
	record_done(&agenda_item_type, &row);
}

static void
what_is_left_open_comes_on_the_next_agenda(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	struct err err = { 0 };
	struct buf said = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	assert_added(session, "GA", "2014-09", "GA-10");
	char *done = assembly_item(session, "GA-9", "Opening", NULL, 0);
	char *above = assembly_item(session, "GA-9", "Accounts", NULL, 0);
	char *below = assembly_item(session, "GA-9", "Audit", above, 0);
	char *dropped = assembly_item(session, "GA-9", "Emblem", NULL, 0);

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
	struct session *session = ((struct assembly *)*state)->session;
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ASSEMBLY_TEST(agenda_is_a_tree_with_a_clock),
		ASSEMBLY_TEST(item_stays_in_its_own_agenda),
		ASSEMBLY_TEST(what_is_left_open_comes_on_the_next_agenda),
		ASSEMBLY_TEST(follow_up_comes_back_until_it_is_closed),
	};

	return cmocka_run_group_tests_name("agenda", tests, NULL, NULL);
}
