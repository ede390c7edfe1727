/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

/* A September with a Working Committee of two days, two sub-committees, and an agenda. */
static const char *const commands[] = {
	"meeting add WC-15 host=MN-1 place=Улаанбаатар room='Hall A' zone=Asia/Ulaanbaatar"
	    " begins=2026-09-08 ends=2026-09-09",
	"meeting sittings WC-15 add day=2026-09-08 starts=930 ends=1200",
	"meeting sittings WC-15 add day=2026-09-09 starts=930 ends=1200",
	"meeting add ENV ordinal=9 host=JP-16 place=Улаанбаатар room='Hall A' zone=Asia/Ulaanbaatar begins=2026-09-08",
	"meeting sittings ENV-9 add day=2026-09-08 starts=1000 ends=1200",
	"meeting add TOUR ordinal=4 host=CN-HA place=郑州市 zone=Asia/Shanghai begins=2026-09-29",
	"meeting agenda WC-15 add title_en=Opening minutes=15",
	"meeting agenda WC-15 add title_en='Accounts of 2025' title_ko='2025년 결산' minutes=30",
	"meeting agenda WC-15 add title_en='Dues, two-year rule' minutes=60",
	"meeting agenda WC-15 add title_en='Sub-committees' minutes=180",
	"meeting agenda WC-15 add title_en='Venue of GA-16' minutes=30",
};

static int
set_up(void **state)
{
	int failed = near_setup(state);

	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		near_must(*state, commands[i]);
	return failed;
}

/* The days of the week stand two columns apart, the columns of the list behind the month. */
static void
headings_beside_each_other_are_bold_as_one(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg wc-15", "[ 8]!");
	int last = (int)strlen(terminal_row(t, 2)) - 1, changes = 0;

	for (int column = 1; column <= last + 1; column++)
		changes += terminal_is_bold(t, 2, column) != terminal_is_bold(t, 2, column - 1);
	assert_int_equal(changes, 4);
	assert_false(terminal_is_bold(t, 2, 0));
	assert_false(terminal_is_bold(t, 2, last + 1));
	near_end(t);
}

static void
screens_are_whole_in_every_language(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "mtg wc-15", "[ 8]!", "meetings-month-en", 0, 0 },
		{ "zh_CN", "mtg wc-15", "[ 8]!", "meetings-month-zh", 0, 0 },
		{ "ja", "mtg wc-15", "[ 8]!", "meetings-month-ja", 0, 0 },
		{ "ko", "mtg wc-15", "[ 8]!", "meetings-month-ko", 0, 0 },
		{ "ru", "mtg wc-15", "[ 8]!", "meetings-month-ru", 0, 0 },
		{ "mn", "mtg wc-15", "[ 8]!", "meetings-month-mn", 0, 0 },
		{ "ko", "mtg", " MTG ", "meetings-list-small", 12, 40 },
		{ "ru", "agd wc-15", "> 1 ", "agenda-ru", 0, 0 },
		{ "ko", "agd wc-15", "> 1 ", "agenda-small", 12, 40 },
		{ "mn", "sit wc-15", "> WC-15", "sittings-mn", 0, 0 },
		{ "ja", "mtg+ tour", "TOUR-5", "meeting-form-ja", 0, 0 },
		{ "zh_CN", "hdy", " HDY ", "holidays-small", 12, 40 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

/* No '~' in the heads of lists, in every view and language. */
static void
no_head_is_cut_in_any_language(void **state)
{
	static const char *const languages[] = { "en", "zh_CN", "ja", "ko", "ru", "mn" };
	static const char *const lists[][2] = {
		{ "mtg wc-15", " MTG " }, { "agd wc-15", " AGD " }, { "sit wc-15", " SIT " },
		{ "ppr wc-15", " PPR " }, { "mst wc-15", " MST " }, { "hdy", " HDY " },
	};
	enum { HEADS = 2, VIEWS = 4 };

	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		struct terminal *t = near_start(&(struct near_options){ .folder = *state,
			.language = languages[i] });

		for (size_t list = 0; list < sizeof lists / sizeof lists[0]; list++) {
			terminal_type(t, "<F9>");
			terminal_wait(t, "+---");
			terminal_type(t, lists[list][0]);
			terminal_type(t, "<Enter>");
			terminal_wait(t, lists[list][1]);
			terminal_wait_gone(t, "+---");
			for (int view = 0; view < (list == 0 ? VIEWS : 1); view++) {
				if (strchr(terminal_row(t, HEADS), '~') != NULL)
					fail_msg("cut: %s", terminal_row(t, HEADS));
				terminal_type(t, list == 0 ? "<F11>" : "");
				terminal_settle(t);
			}
		}
		near_end(t);
	}
}

static void
arrows_go_from_day_to_day_and_pages_from_month_to_month(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg", "[13]");

	terminal_wait(t, "April 2026");
	terminal_type(t, "<Right>");
	terminal_wait(t, "[14]");
	terminal_type(t, "<Down>");
	terminal_wait(t, "[21]");
	terminal_type(t, "<PgDn>");
	terminal_wait(t, "May 2026");
	terminal_wait(t, "[21]");
	terminal_type(t, "<F8><F8><F8><F8>");
	terminal_wait(t, "September 2026");
	terminal_wait(t, ">   29       TOUR-4");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "No meeting stands on this day.");
	terminal_type(t, "<Up><Up><Right><Enter>");
	terminal_wait(t, "+- WC-15");
	terminal_type(t, "<F12>0");
	terminal_wait(t, "April 2026");
	terminal_wait(t, "[13]");
	near_end(t);
}

/* Month, week, what comes, all; Tab goes from the month to Find and to the rows. */
static void
list_of_all_is_found_by_room_and_state_and_marks_what_comes(void **state)
{
	static const struct { const char *typed, *shown; } finds[] = {
		{ "hall a", "of 2 --" }, { "planned", "of 3 --" }, { "郑州", "TOUR-4 " }, { "환경", "ENV-9 " },
		{ "closed", "of 15 --" },
	};
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg wc-15", "[ 8]!");

	terminal_type(t, "<F11><F11><F11><Tab>");
	terminal_wait(t, "All ");
	for (size_t i = 0; i < sizeof finds / sizeof finds[0]; i++) {
		terminal_type(t, "<C-u>");
		terminal_wait(t, "of 18 --");
		terminal_type(t, finds[i].typed);
		terminal_wait_gone(t, "of 18 --");
		terminal_wait(t, finds[i].shown);
	}
	terminal_type(t, "<C-u>hall a");
	terminal_wait_screen(t, "meetings-all-found");
	near_end(t);
}

static void
views_follow_each_other_and_find_narrows_them(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg wc-15", "[ 8]!");

	terminal_type(t, "<F11>");
	terminal_wait(t, "week 37");
	terminal_wait_screen(t, "meetings-week");
	terminal_type(t, "<F11>");
	terminal_wait(t, "What comes");
	terminal_type(t, "<F7><F7>");
	terminal_wait(t, "Fri 10 Jul");
	terminal_wait_screen(t, "meetings-ahead");
	terminal_type(t, "<F11>");
	terminal_wait(t, "GA-8");
	terminal_type(t, "Toyama");
	terminal_wait_gone(t, "GA-8");
	terminal_wait(t, "ENV-9");
	terminal_type(t, "<F12><F4>");
	terminal_wait(t, "Meetings of which body?");
	terminal_type(t, "tour<Enter>");
	terminal_wait(t, "All of TOUR");
	terminal_wait_gone(t, "GA-8");
	near_end(t);
}

static void
meeting_of_another_clerk_appears(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg wc-15", "[ 8]!");

	assert_int_equal(near_run(*state, "clerk2", "meeting add OCEAN ordinal=3 begins=2026-09-15"), 0);
	terminal_wait(t, "15*");
	terminal_wait(t, "OCEAN-3");
	near_end(t);
}

/* The month of that day, and nothing is written there. */
static void
calendar_begins_with_the_day_it_is_asked_for(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state, .more = "--as-of=2010-10-20" },
	    "mtg", "October 2010");

	terminal_wait(t, "As of 2010-10-20");
	terminal_wait(t, ">   28       GA-8");
	terminal_type(t, "2<Enter>");
	terminal_wait(t, "go back to today before you change anything.");
	near_end(t);
}

/* The body proposes its next ordinal; what is typed survives leaving. */
static void
new_meeting_gets_the_next_ordinal_of_its_body(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg 2026-10-20", "[20]");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new meeting");
	terminal_type(t, "tour<Enter>");
	terminal_wait(t, "TOUR-5");
	terminal_type(t, "<Tab>Zhengzhou<Tab><F3>");
	terminal_wait(t, "kept as a draft");
	terminal_type(t, "<F6>");
	terminal_wait(t, "1=Take it up");
	terminal_type(t, "1");
	terminal_wait(t, "Zhengzhou");
	terminal_type(t, "<F10>");
	terminal_wait(t, "TOUR-5 is entered.");
	terminal_wait(t, "[20]*");
	near_end(t);
	char *shown = near_ask(*state, "meeting show TOUR-5 --json");
	assert_non_null(strstr(shown, "Zhengzhou"));
	free(shown);
}

/* Two clerks change the place: the second is asked. */
static void
meeting_that_two_clerks_change_is_asked_about(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg tour-4", "[29]*");

	terminal_type(t, "2<Enter>");
	terminal_wait(t, "MTG2");
	terminal_type(t, "<Tab><Tab><C-u>Luoyang<Tab>");
	assert_int_equal(near_run(*state, "clerk2", "meeting edit TOUR-4 place=Zhengzhou"), 0);
	terminal_type(t, "<F10>");
	terminal_wait(t, "Zhengzhou");
	terminal_wait(t, "Luoyang");
	terminal_type(t, "<F12>");
	terminal_wait(t, "choose which values to keep.");
	terminal_type(t, "<F3>");
	terminal_wait(t, " MTG ");
	near_end(t);
}

static void
steps_postpone_cancel_and_copy(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg tour-4", "[29]*");

	terminal_type(t, "4<Enter>");
	terminal_wait(t, "+- TOUR-4, planned");
	terminal_type(t, "post<Enter>");
	terminal_wait(t, "To which first day?");
	terminal_type(t, "<C-u>2026-09-30<Enter>");
	terminal_wait(t, "Why is it postponed?");
	terminal_type(t, "the room is taken<Enter>");
	terminal_wait(t, "[30]*");
	terminal_wait(t, "moved from 2026-09-29");
	terminal_type(t, "4<Enter>");
	terminal_wait(t, "+- TOUR-4, postponed");
	terminal_type(t, "next<Enter>");
	terminal_wait(t, "next session begin?");
	terminal_type(t, "2026-10-06<Enter>");
	terminal_wait(t, "TOUR-5 is entered, as TOUR-4 was.");
	terminal_type(t, "4<Enter>");
	terminal_wait(t, "+- TOUR-4, postponed");
	terminal_type(t, "canc<Enter>");
	terminal_wait(t, "Why is it cancelled?");
	terminal_type(t, "no quorum<Enter>");
	terminal_wait_gone(t, "30*");
	terminal_type(t, "<C-_>");
	terminal_wait(t, "[30]*");
	near_end(t);
}

static void
late_invitations_are_urged_and_sent_with_one_option(void **state)
{
	struct terminal *t;

	near_must(*state, "meeting add MINE ordinal=2 begins=2026-05-20");
	t = near_go((struct near_options){ .folder = *state }, "mtg mine-2", "[20]*");
	terminal_wait(t, "Invitations of MINE-2 are 23 days late. 8=Invite sends them now.");
	terminal_type(t, "8<Enter>");
	terminal_wait(t, "Invite every member, associate and observer to MINE-2?");
	terminal_type(t, "1");
	terminal_wait(t, "75 governments are invited to MINE-2.");
	terminal_wait(t, "convened");
	terminal_wait(t, "no answer 75");
	near_end(t);
}

static void
item_moves_in_the_tree_and_its_clock_with_it(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "agd wc-15", "> 1 ");

	terminal_wait(t, "1     09:30   15 Opening");
	terminal_type(t, "<Down><F8>");
	terminal_wait(t, "> 3     10:45   30 Accounts of 2025");
	terminal_type(t, "<Right>");
	terminal_wait(t, "> 2.1   10:45   30   Accounts of 2025");
	terminal_wait(t, "2     09:45   90 Dues, two-year rule");
	terminal_type(t, "<Left>");
	terminal_wait(t, "> 3     10:45   30 Accounts of 2025");
	terminal_type(t, "<F7>");
	terminal_wait(t, "> 2     09:45   30 Accounts of 2025");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "What became of item 2?");
	terminal_type(t, "1");
	terminal_wait(t, "done");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new item");
	terminal_type(t, "Any other business<Tab*6>45<F10>");
	terminal_wait(t, "6 ");
	terminal_wait(t, "Any other business");
	near_end(t);
}

static void
sitting_proposes_its_number_and_day(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "sit wc-15", "> WC-15");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new sitting");
	terminal_wait(t, "[3  ]");
	terminal_wait(t, "[2026-09-09]");
	terminal_type(t, "<Tab><Tab>1330<Tab>+90<Tab><F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "13:30   15:00");
	near_end(t);
}

static void
calendar_turns_to_the_meeting_just_entered(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "mtg wc-15", "[ 8]!");

	terminal_type(t, "4<Enter>");
	terminal_wait(t, "+- WC-15, planned");
	terminal_type(t, "post<Enter>");
	terminal_wait(t, "To which first day?");
	terminal_type(t, "20261006<Enter>");
	terminal_wait(t, "Why is it postponed?");
	terminal_type(t, "typhoon<Enter>");
	terminal_wait(t, "[ 6]*");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new meeting");
	terminal_type(t, "sci<Enter><F10>");
	terminal_wait(t, "SCI-1 is entered.");
	terminal_wait(t, ">    6       SCI-1");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new meeting");
	terminal_type(t, "edu<Tab*6>20270914<F10>");
	terminal_wait(t, "EDU-1 is entered.");
	terminal_wait(t, "[14]*");
	near_end(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(screens_are_whole_in_every_language, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(headings_beside_each_other_are_bold_as_one, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(list_of_all_is_found_by_room_and_state_and_marks_what_comes, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(no_head_is_cut_in_any_language, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(arrows_go_from_day_to_day_and_pages_from_month_to_month, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(views_follow_each_other_and_find_narrows_them, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(meeting_of_another_clerk_appears, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(calendar_begins_with_the_day_it_is_asked_for, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(new_meeting_gets_the_next_ordinal_of_its_body, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(meeting_that_two_clerks_change_is_asked_about, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(steps_postpone_cancel_and_copy, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(late_invitations_are_urged_and_sent_with_one_option, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(item_moves_in_the_tree_and_its_clock_with_it, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(sitting_proposes_its_number_and_day, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(calendar_turns_to_the_meeting_just_entered, set_up, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
