/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

/* A session to come, an application on its agenda, one that asks, two follow-ups. */
static int
set_up(void **state)
{
	static const char *const commands[] = {
		"meeting add GA-9 host=CN-NX begins=2026-04-10 ends=2026-04-14 zone=Asia/Shanghai",
		"member apply CN-LN day=2025-03-15",
		"member dossier CN-LN form received=2025-05-01",
		"member dossier CN-LN consent received=2025-05-01",
		"member dossier CN-LN profile received=2025-05-01",
		"member dossier CN-LN post received=2025-05-01",
		"member stage CN-LN dossier day=2025-05-20",
		"member stage CN-LN agenda day=2025-06-01 meeting=GA-9",
		"member apply CN-TJ stage=enquiry day=2025-03-15",
		"decision followup GA-8/2 what=Rules government=MN-061 due=2026-03-31",
		"decision followup GA-8/2 what=Meeting government=RU-MAG due=2027-02-28",
	};

	if (near_setup(state) != 0)
		return 1;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (near_run(*state, "clerk1", commands[i]) != 0)
			return 1;
	return 0;
}

static void
register_and_pipeline_are_whole_in_every_language(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "dec ga-8/2", " DEC ", "decisions-en", 0, 0 },
		{ "zh_CN", "dec ga-8/2", " DEC ", "decisions-zh", 0, 0 },
		{ "ja", "dec ga-8/2", " DEC ", "decisions-ja", 0, 0 },
		{ "ko", "dec ga-8/2", " DEC ", "decisions-ko", 0, 0 },
		{ "ru", "dec ga-8/2", " DEC ", "decisions-ru", 0, 0 },
		{ "mn", "dec ga-8/2", " DEC ", "decisions-mn", 0, 0 },
		{ "ko", "dec ga-8/2", " DEC ", "decisions-small", 12, 40 },
		{ "en", "adm", " ADM ", "admissions-en", 0, 0 },
		{ "zh_CN", "adm", " ADM ", "admissions-zh", 0, 0 },
		{ "ja", "adm", " ADM ", "admissions-ja", 0, 0 },
		{ "ko", "adm", " ADM ", "admissions-ko", 0, 0 },
		{ "ru", "adm", " ADM ", "admissions-ru", 0, 0 },
		{ "mn", "adm", " ADM ", "admissions-mn", 0, 0 },
		{ "ru", "adm", " ADM ", "admissions-small", 12, 40 },
		{ "ko", "fup", " FUP ", "follow-ups", 0, 0 },
		{ "ru", "dec+", " DEC2 ", "decision-new", 0, 0 },
		{ "ko", "adm+", " ADM2 ", "application-new", 0, 0 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

static void
words_of_find_filter_by_body_and_kind(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "dec", "27 of 27");

	terminal_type(t, "body:ga kind:set-up-body");
	terminal_wait(t, "6 of 6");
	terminal_type(t, " tourism");
	terminal_wait(t, "1 of 1");
	near_end(t);
}

static void
past_day_knows_no_later_decision(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state,
		.more = "--as-of=2000-01-01" }, "dec", "As of 2000-01-01");

	terminal_wait(t, "7 of 7");
	near_end(t);
}

static void
follow_up_is_closed_with_a_note(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "dec ga-8/2", "2 to follow, 1 late");

	terminal_type(t, "<Tab>7<Enter>");
	terminal_wait(t, "Which of them is done?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "What became of it?");
	terminal_type(t, "Adopted.<Enter>");
	terminal_wait(t, "1 to follow, 0 late");
	terminal_wait(t, "closed on 2026-04-13: Adopted.");
	terminal_type(t, "<C-_>");
	terminal_wait(t, "2 to follow, 1 late");
	near_end(t);
}

static void
follow_up_is_added_to_a_decision(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "dec ga-8/1", "> GA-8/1");

	terminal_type(t, "<Tab>6<Enter>");
	terminal_wait(t, "A new follow-up");
	terminal_type(t, "Letter of welcome<Enter>kr-47<Enter><F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "3 to follow");
	near_end(t);
}

static void
dossier_is_completed_and_the_next_stage_taken(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "adm cn-tj", "> CN-TJ");

	terminal_type(t, "<Tab>3<Enter>");
	terminal_wait(t, "Since which day: applied?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "[applied]");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "Since which day: dossier complete?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "The dossier of CN-TJ lacks");
	terminal_type(t, "5<Enter>");
	terminal_wait(t, " DOS ");
	terminal_type(t, "<Tab>1<Enter>");
	terminal_wait(t, "On which day did it come?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "2026-04-13");
	terminal_type(t, "<F3>");
	terminal_wait(t, "[x] form 2026-04-13");
	near_end(t);
}

/* The body of Find, else any: its meeting that is open, else the last one. */
static void
new_decision_is_of_the_meeting_that_is_open(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "dec", "> ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "[GA-8    ]");
	terminal_type(t, "<F3>");
	terminal_wait(t, " DEC ");
	terminal_type(t, "body:wc<F6>");
	terminal_wait(t, "[WC-7    ]");
	terminal_type(t, "<F3>");
	terminal_wait(t, " DEC ");
	near_end(t);
	assert_int_equal(near_run(*state, "clerk2", "meeting convene GA-9 day=2026-01-20"), 0);
	assert_int_equal(near_run(*state, "clerk2", "meeting open GA-9"), 0);
	t = near_go((struct near_options){ .folder = *state }, "dec+", "[GA-9    ]");
	near_end(t);
}

static void
admitted_when_the_meeting_is_open(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "adm", "> CN-LN");

	terminal_type(t, "<Tab>9<Enter>");
	terminal_wait(t, "GA-9 is not open: it opens on 2026-04-10.");
	assert_int_equal(near_run(*state, "clerk2", "meeting convene GA-9 day=2026-01-20"), 0);
	assert_int_equal(near_run(*state, "clerk2", "meeting open GA-9"), 0);
	terminal_type(t, "9<Enter>");
	terminal_wait(t, "Admission: Liaoning Province");
	terminal_type(t, "<F10>");
	terminal_wait(t, "GA-9/1  CN-LN: member from 2026-04-13 on. The application of CN-LN: admitted.");
	terminal_wait(t, "1 open, 4 observers");
	near_end(t);
	char *status = near_ask(*state, "member list --where code=CN-LN --columns status,decision");
	assert_string_equal(status, "member\tGA-9/1\n");
	free(status);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, near_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(register_and_pipeline_are_whole_in_every_language),
		CASE(words_of_find_filter_by_body_and_kind),
		CASE(past_day_knows_no_later_decision),
		CASE(follow_up_is_closed_with_a_note),
		CASE(follow_up_is_added_to_a_decision),
		CASE(dossier_is_completed_and_the_next_stage_taken),
		CASE(new_decision_is_of_the_meeting_that_is_open),
		CASE(admitted_when_the_meeting_is_open),
	};

	return cmocka_run_group_tests_name("decisions pane", tests, NULL, NULL);
}
