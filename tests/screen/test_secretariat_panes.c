/* SPDX-License-Identifier: GPL-3.0-or-later */
/* STF PFO PRJ MIN: staff, portfolios, projects, minutes. */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

/* Somebody of the staff; the id of the person goes into the middle of the command. */
static void
hire(const char *folder, const char *person, const char *rest)
{
	char command[256];
	char *id = near_ask(folder, person);

	id[strcspn(id, "\n")] = '\0';
	snprintf(command, sizeof command, "staff add %s %s", id, rest);
	near_must(folder, command);
	free(id);
}

/* Two clerks and their portfolios, two projects, the minutes of two meetings. */
static int
set_up(void **state)
{
	if (near_setup(state) != 0)
		return -1;
	hire(*state, "person add language=en given_en=Clerk family_en=One given_ko=일 family_ko=직원",
	    "SEC-PLAN kind=hired login=clerk1 since=2025-01-01");
	hire(*state, "person add language=ja given_en=Clerk family_en=Two given_ja=二 family_ja=職員",
	    "SEC-COOP kind=dispatched government=JP-16 login=clerk2 since=2025-04-01");
	near_must(*state, "staff give clerk1 KR from=2025-01-01");
	near_must(*state, "staff give clerk1 ENV from=2025-01-01");
	near_must(*state, "staff give clerk2 JP from=2025-04-01");
	near_must(*state, "project add ENV title_en=Rivers year=2010 proposer=JP-16 lead=JP-16");
	near_must(*state, "project add DIS title_en=Drill title_ko=훈련 year=2011 state=approved decision=WC-7/1");
	near_must(*state, "meeting minutes GA-8 en");
	near_must(*state, "meeting minutes GA-8 ko");
	near_must(*state, "meeting adopt GA-8 ko day=2010-11-30");
	return 0;
}

static void
lists_are_whole(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "stf", " STF ", "staff-en", 0, 0 }, { "zh_CN", "stf", " STF ", "staff-zh", 0, 0 },
		{ "ja", "stf", " STF ", "staff-ja", 0, 0 }, { "ko", "stf", " STF ", "staff-ko", 0, 0 },
		{ "ru", "stf", " STF ", "staff-ru", 0, 0 }, { "mn", "stf", " STF ", "staff-mn", 0, 0 },
		{ "ko", "stf", " STF ", "staff-small-ko", 12, 40 },
		{ "en", "pfo", " PFO ", "portfolios-en", 0, 0 },
		{ "ru", "pfo", " PFO ", "portfolios-small-ru", 12, 40 },
		{ "en", "prj", " PRJ ", "projects-en", 0, 0 }, { "ko", "prj", " PRJ ", "projects-ko", 0, 0 },
		{ "mn", "prj", " PRJ ", "projects-small-mn", 12, 40 },
		{ "en", "min", " MIN ", "minutes-en", 0, 0 }, { "ru", "min", " MIN ", "minutes-ru", 0, 0 },
		{ "ja", "min ga-8", " MIN ", "minutes-small-ja", 12, 40 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

static void
portfolio_is_given_and_ended(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "stf", " STF ");

	terminal_type(t, "clerk2");
	terminal_wait(t, "> Clerk Two");
	terminal_type(t, "<Tab>6<Enter>");
	terminal_wait(t, " PFO  Portfolios   Clerk Two   1");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new portfolio");
	terminal_type(t, "mn<Tab*2>2026-01-01<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, " PFO  Portfolios   Clerk Two   2");
	terminal_wait(t, "MN       Clerk Two             Mongolia              2026-01-01");
	terminal_type(t, "<F9>mem mn-1<Enter>");
	terminal_wait(t, "> MN-1");
	terminal_type(t, "<Enter>");
	terminal_wait(t, " MEM2 ");
	terminal_type(t, "<Tab*20>");
	terminal_wait(t, "Clerk in charge . . . .  Clerk Two");
	terminal_type(t, "<F3><F9>pfo mn<Enter>");
	terminal_wait(t, "> MN       Clerk Two");
	terminal_type(t, "<Tab>3<Enter>");
	terminal_wait(t, "From which day does nobody answer for it?");
	terminal_type(t, "<C-u>2026-04-01<Enter>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "2026-01-01 2026-04-01");
	near_end(t);
}

static void
minutes_are_drafted_edited_and_adopted(void **state)
{
	char editor[300], path[256];

	snprintf(path, sizeof path, "%s/words", (const char *)*state);
	snprintf(editor, sizeof editor, "VISUAL=cp %s", path);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("What was said\n", file);
	fclose(file);
	struct terminal *t = near_go((struct near_options){ .folder = *state,
		.environment = (const char *const[]){ editor, NULL } }, "min ga-7", " MIN ");
	terminal_type(t, "<F6>");
	terminal_wait(t, "In which language?");
	terminal_type(t, "ru<Enter>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "drafted");
	terminal_type(t, "<Tab>2<Enter>");
	terminal_wait(t, "edited");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "Somebody edited these minutes");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "were edited since they were drafted");
	terminal_type(t, "5<Enter>");
	terminal_wait(t, "What was said");
	terminal_type(t, "<Esc>");
	terminal_wait_gone(t, "What was said");
	terminal_type(t, "6<Enter>");
	terminal_wait(t, "On which day were these minutes adopted?");
	terminal_type(t, "<C-u>2008-10-01<Enter>");
	terminal_wait(t, "adopted 2008-10-01");
	terminal_type(t, "2<Enter>");
	terminal_wait(t, "they are frozen");
	near_end(t);
}

static void
project_is_entered_under_the_next_number(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "prj ENV", " PRJ ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new project");
	terminal_wait_screen(t, "project-form-en");
	terminal_type(t, "<Tab>Yellow dust<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<F5>yellow");
	terminal_wait(t, "> ENV      2    Yellow dust");
	near_end(t);
}

static void
minutes_are_offered_in_the_clerks_own_language_first(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state, .language = "ko" }, "min ga-7", " MIN ");

	terminal_type(t, "<F6>");
	terminal_wait_screen(t, "minutes-language-ko");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "> GA-7       한국어");
	near_end(t);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_are_whole, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(portfolio_is_given_and_ended, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(minutes_are_drafted_edited_and_adopted, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(minutes_are_offered_in_the_clerks_own_language_first, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(project_is_entered_under_the_next_number, set_up, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
