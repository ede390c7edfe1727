/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

static const char *const languages[] = { "en", "zh_CN", "ja", "ko", "ru", "mn" };
static const char *const columns[] = { "en", "zh", "ja", "ko", "ru", "mn" };

/* A sub-committee with members, two of whom have left, and two vacant seats. Fixtures. */
static const char *const seats[] = {
	"body add-seat ENV role=co-coordinator from=2010-10 by=GA-8",
	"body seat ENV CN-HL role=member from=2004-09 until=GA-9 by=GA-5",
	"body seat ENV JP-15 role=member from=1998-10 until=GA-9 by=GA-2",
	"body seat ENV KR-42 role=member from=1998-10 until=GA-9 by=GA-2",
	"body seat ENV RU-KHA role=member from=2002-09 until=2011-04-30 by=GA-4",
	"body seat ENV JP-17 role=member from=1998-10 until=2004-08 by=GA-2 why=withdrew",
	"body add-seat ENV role=member from=2010-10 by=GA-8",
};

static int
set_up(void **state)
{
	if (near_setup(state) != 0)
		return 1;
	for (size_t i = 0; i < sizeof seats / sizeof seats[0]; i++)
		near_must(*state, seats[i]);
	return 0;
}

static void
bodies_are_whole_in_every_language(void **state)
{
	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		char golden[32] = "bodies-";
		struct terminal *t = near_go((struct near_options){ .folder = *state,
			.language = languages[i] }, "com", " ENV ");

		terminal_type(t, "<Down*5>");
		terminal_wait_screen(t, strcat(golden, columns[i]));
		near_end(t);
	}
}

static void
roster_is_whole_in_every_language(void **state)
{
	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		char golden[32] = "roster-";
		struct terminal *t = near_go((struct near_options){ .folder = *state,
			.language = languages[i] }, "com env 2011-03-14", "JP-16");

		terminal_type(t, "<F11>");
		terminal_wait(t, "JP-17");
		terminal_type(t, "<Down*5>");
		terminal_wait_screen(t, strcat(golden, columns[i]));
		near_end(t);
	}
}

static void
both_fit_a_small_window(void **state)
{
	struct near_options options = { .folder = *state, .language = "ko", .rows = 12, .columns = 40 };
	struct terminal *t = near_go(options, "com", " ENV ");

	terminal_wait_screen(t, "bodies-small-ko");
	near_end(t);
	options.language = "ru";
	t = near_go(options, "com env 2011-03-14", "JP-16");
	terminal_wait_screen(t, "roster-small-ru");
	near_end(t);
}

/* "com env", typed while the keyboard writes Russian or Korean. */
static void
key_behind_a_code_is_read_on_its_layout(void **state)
{
	static const struct { const char *typed, *shown; } cases[] = {
		{ "сщь утм", " ENV " }, { "채ㅡ 둪", " ENV " }, { "채ㅡ 둪 2011-03-14", "JP-15" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state }, cases[i].typed,
		    "Subcommittee on Environment");

		terminal_wait(t, cases[i].shown);
		terminal_wait(t, "JP-16");
		near_end(t);
	}
}

/* The day is that of the screen only: HOM and MEM stay where they were. */
static void
day_goes_with_the_screen(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "com tour 2007-01-01",
	    "2007-01-01");

	terminal_wait(t, "On this day the body has no seats.");
	terminal_type(t, "<F4>");
	terminal_wait(t, "As of which day?");
	terminal_type(t, "<C-u>2011-01-01<Enter>");
	terminal_wait(t, "CN-HA");
	terminal_type(t, "<F3>");
	terminal_wait(t, " HOM ");
	terminal_wait_gone(t, "2011-01-01");
	terminal_type(t, "<F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
government_takes_the_vacant_seat(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "com env", "JP-16");

	terminal_type(t, "<Down><F6>");
	terminal_wait(t, " SEA ");
	terminal_wait_screen(t, "seat-form");
	terminal_type(t, "KR-47<Enter><Enter>WC-15<Enter>GA-15/2<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "until WC-15");
	terminal_type(t, "<F8>");
	terminal_wait(t, "EDU");
	terminal_type(t, "<F7>");
	terminal_wait(t, "until WC-15");
	near_end(t);
	char *listed = near_ask(*state, "body roster ENV --where role=co-coordinator --columns government,until_meeting,decision");
	assert_string_equal(listed, "KR-47\tWC-15\tGA-15/2\n");
	free(listed);
}

static void
term_is_renewed_and_ended(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "com sci", "KR-41");

	terminal_type(t, "<Tab>7<Enter>");
	terminal_wait(t, " SEA ");
	terminal_type(t, "<C-u>2026-05-01<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "2006-09    2026-05-01");
	terminal_type(t, "<Down>");
	terminal_wait(t, "This term begins only on 2026-05-01.");
	terminal_type(t, "<Up>4<Enter>");
	terminal_wait(t, "On which day does the term end?");
	terminal_type(t, "20260430<Enter>");	/* takes the place of the day proposed */
	terminal_wait(t, "Why, or by which decision?");
	terminal_type(t, "withdrew<Enter>");
	terminal_wait(t, "2006-09    2026-04-30");
	near_end(t);
}

static void
seat_is_added_and_given_up(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "com mine", "RU-MAG");

	terminal_type(t, "<Tab>1<Enter>");
	terminal_wait(t, "Which seat?");
	terminal_type(t, "audi<Enter>");
	terminal_wait(t, "From which day on");
	terminal_type(t, "<C-u>2026-01-01<Enter>");
	terminal_wait(t, "By which decision?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "vacant");
	terminal_type(t, "<Down>4<Enter>");
	terminal_wait(t, "On which day is the seat given up?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "Why, or by which decision?");
	terminal_type(t, "GA-15<Enter>");
	terminal_wait_gone(t, "vacant");
	near_end(t);
}

static void
person_exercises_the_office(void **state)
{
	near_must(*state, "person add language=ja family_ja=書記 given_ja=一");
	struct terminal *t = near_go((struct near_options){ .folder = *state, .language = "ja" }, "com env",
	    "JP-16");

	terminal_type(t, "<Tab>3<Enter>");
	terminal_wait(t, " OFC ");
	terminal_type(t, "<F6>");
	terminal_wait(t, " OFC2 ");
	terminal_type(t, "書記<Enter>");
	terminal_wait_screen(t, "officer-form-ja");
	terminal_type(t, "2010-04-01<F10>");
	terminal_wait(t, "2010-04-01");
	terminal_type(t, "<F3>");
	terminal_wait(t, "書記 一");
	near_end(t);
}

static void
body_is_set_up_and_dissolved(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "com", " ENV ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "COM2");
	terminal_type(t, "AIR<Enter>SC<Enter>GA-15/3<Enter>Subcommittee on Air<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "AIR");
	terminal_wait(t, "Subcommittee on Air");
	terminal_type(t, "<Tab>4<Enter>");
	terminal_wait(t, "On which day does the body end?");
	terminal_type(t, "<C-u>2026-12-31<Enter>");
	terminal_wait(t, "By which decision?");
	terminal_type(t, "GA-16/1<Enter>");
	terminal_wait(t, "Which body takes over?");
	terminal_type(t, "ENV<Enter>");
	terminal_wait(t, "dissolved 2026-12-31 -> ENV");
	near_end(t);
	char *listed = near_ask(*state, "body list --where key=AIR --columns number,until,successor,ended");
	assert_string_equal(listed, "12\t2026-12-31\tENV\tGA-16/1\n");
	free(listed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(bodies_are_whole_in_every_language, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(roster_is_whole_in_every_language, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(both_fit_a_small_window, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(key_behind_a_code_is_read_on_its_layout, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(day_goes_with_the_screen, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(government_takes_the_vacant_seat, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(term_is_renewed_and_ended, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(seat_is_added_and_given_up, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(person_exercises_the_office, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(body_is_set_up_and_dissolved, set_up, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
