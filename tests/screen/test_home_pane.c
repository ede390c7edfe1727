/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/near.h"

static const char *const languages[] = { "en", "zh_CN", "ja", "ko", "ru", "mn" };
enum { LANGUAGES = sizeof languages / sizeof languages[0], GO_ROW = 1 };

static void
end(struct terminal *t)
{
	terminal_type(t, "<F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
look(void **state, struct near_options options, const char *golden)
{
	options.folder = *state;
	struct terminal *t = near_start(&options);

	terminal_wait_screen(t, golden);
	end(t);
}

static void
home_is_whole_in_every_language(void **state)
{
	char golden[32];

	for (size_t i = 0; i < LANGUAGES; i++) {
		snprintf(golden, sizeof golden, "home-%.2s", languages[i]);
		look(state, (struct near_options){ .language = languages[i] }, golden);
	}
}

static void
home_fits_a_small_window_in_every_language(void **state)
{
	char golden[32];

	for (size_t i = 0; i < LANGUAGES; i++) {
		snprintf(golden, sizeof golden, "home-small-%.2s", languages[i]);
		look(state, (struct near_options){ .language = languages[i], .rows = 12, .columns = 40 },
		    golden);
	}
}

static void
home_is_right_on_a_vt100(void **state)
{
	look(state, (struct near_options){ .term = "vt100" }, "home-en");
}

static void
first_screen_is_2400_bytes_in_3_writes(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_wait(t, "Last saved: clerk1");
	terminal_settle(t);
	struct terminal_step step = terminal_step(t);
	assert_in_range(step.bytes, 1, 2400);
	assert_in_range(step.reads, 1, 4);	/* the question to the terminal is one of them */
	end(t);
}

static void
number_opens_a_screen(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_type(t, "4<Enter>");
	terminal_wait(t, " HIS  History");
	terminal_type(t, "<F3>");
	terminal_wait(t, " HOM  Home");
	terminal_type(t, "77<Enter>");
	terminal_wait(t, "There is no 77 here");
	end(t);
}

/* The row that shows the words: screens come to HOM, and numbers move. */
static int
row_of(struct terminal *t, const char *words)
{
	terminal_wait(t, words);
	for (int row = 0; row < 24; row++)
		if (strstr(terminal_row(t, row), words) != NULL)
			return row;
	fail_msg("no row shows %s", words);
	return -1;
}

/* Type the number of the line that shows the words; counts are that many numbers between. */
static void
take_line(struct terminal *t, const char *words, int counts)
{
	static const char digits[] = "0123456789";
	char *shown = mem_strdup(terminal_row(t, row_of(t, words)));
	char *end = strstr(shown, words), *start = NULL;

	for (int i = 0; i <= counts; i++) {
		while (end > shown && strchr(digits, end[-1]) == NULL)
			end--;
		for (start = end; start > shown && strchr(digits, start[-1]) != NULL;)
			start--;
		if (i < counts)
			end = start;
	}
	*end = '\0';
	terminal_type(t, start);
	terminal_type(t, "<Enter>");
	free(shown);
}

static void
down_marks_a_line_and_enter_opens_it(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	enum { FIRST = 3 };
	int row = row_of(t, " SET  Settings");
	for (int i = FIRST; i <= row; i++)
		terminal_type(t, "<Down>");
	terminal_settle(t);
	assert_int_equal(strncmp(terminal_row(t, row), " > ", 3), 0);
	terminal_type(t, "<Enter>");
	terminal_wait(t, " SET  Settings");
	terminal_type(t, "<F3>");
	end(t);
}

static void
code_is_known_in_any_case_width_layout_and_language(void **state)
{
	static const struct { const char *language, *typed, *shown; } cases[] = {
		{ "en", "mem", "> CN-HL" },
		{ "en", "ＭＥＭ", "> CN-HL" },
		{ "en", "ЬУЬ", "> CN-HL" },	/* Russian layout */
		{ "en", "ьуь лк-47", "> KR-47" },
		{ "en", "ㅡ드", "> CN-HL" },	/* Korean layout, through an input method */
		{ "en", "ㅗㅑㄴ", " HIS  History" },
		{ "en", "=his kr-47", " HIS  History   KR-47" },
		{ "en", "mem kr47", "> KR-47" },
		{ "ru", "члн", "> CN-HL" },
		{ "ko", "회원", "> CN-HL" },
		{ "ja", "会員", "> CN-HL" },
		{ "zh_CN", "会员", "> CN-HL" },
		{ "mn", "гиш", "> CN-HL" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_start(&(struct near_options){ .folder = *state,
			.language = cases[i].language });

		terminal_type(t, cases[i].typed);
		terminal_type(t, "<Enter>");
		terminal_wait(t, cases[i].shown);
		terminal_type(t, "<F3>");
		end(t);
	}
}

static void
what_is_typed_is_looked_for_at_once(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_wait(t, "Last saved");
	terminal_type(t, "산시");
	terminal_wait_screen(t, "home-found");
	terminal_type(t, "<C-u>");
	terminal_wait_gone(t, "GOVERNMENTS");
	terminal_type(t, "toyama<Enter>");
	terminal_wait(t, "> JP-16");
	terminal_type(t, "<F3>");
	end(t);
}

static void
unknown_words_are_refused_and_stay(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_type(t, "xyzzy<Enter>");
	terminal_wait(t, "Nothing is called \"xyzzy\"");
	terminal_wait(t, "[xyzzy ");
	assert_int_equal(terminal_bells(t), 1);
	end(t);
}

static void
gap_lists_whom_it_is_about(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	take_line(t, "Years of joining not known", 1);
	terminal_wait_screen(t, "home-gap");
	terminal_type(t, "<Down><Enter>");
	terminal_wait(t, "> CN-HN");
	terminal_type(t, "<F3>");
	end(t);
}

/* Meetings and last days, what the clerk answers for, what is late: each opens something. */
static void
clerk_sees_what_comes_and_what_is_hers(void **state)
{
	static const char *const now[] = { "NEARSEC_NOW=2010-10-20T01:00:00", NULL };
	char command[128];
	char *id = near_ask(*state, "person add language=en given_en=Clerk family_en=One");

	snprintf(command, sizeof command, "staff add %.26s SEC-COOP kind=hired login=clerk5 since=2005", id);
	free(id);
	near_must(*state, command);
	near_must(*state, "staff give clerk5 JP from=2010-01-01");
	near_must(*state, "staff give clerk5 WC from=2010-01-01");
	near_must(*state, "meeting add ENV begins=2010-11-05 host=JP-16 place=Toyama");
	struct terminal *t = near_start(&(struct near_options){ .folder = *state, .user = "clerk5",
		.environment = now });
	terminal_wait_screen(t, "home-hers");
	take_line(t, "Japan", 0);
	terminal_wait(t, "country:JP");
	terminal_type(t, "<F3>");
	terminal_wait(t, " HOM ");
	end(t);
	t = near_start(&(struct near_options){ .folder = *state, .user = "clerk5", .language = "ru",
		.environment = now });
	terminal_wait_screen(t, "home-hers-ru");
	end(t);
	t = near_start(&(struct near_options){ .folder = *state, .user = "clerk5", .language = "ko",
		.environment = now, .rows = 12, .columns = 40 });
	terminal_wait(t, "마지막 저장");
	terminal_type(t, "<Down*14>");
	terminal_wait_screen(t, "home-hers-small-ko");
	terminal_type(t, "<Up*14>");
	end(t);
}

static void
draft_of_a_form_that_was_killed_is_offered(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state, .user = "clerk7" });

	terminal_type(t, "mem kr-47<Enter>");
	terminal_wait(t, "> KR-47");
	terminal_type(t, "<Enter>");
	terminal_wait(t, " MEM2 ");
	terminal_type(t, "<Tab>Half typed");
	terminal_wait(t, "Half typed");
	terminal_signal(t, SIGTERM);
	terminal_finish(t);
	t = near_start(&(struct near_options){ .folder = *state, .user = "clerk7" });
	take_line(t, "Draft: ", 0);
	terminal_wait(t, "1=Take it up");
	terminal_type(t, "1");
	terminal_wait(t, "Half typed");
	terminal_type(t, "<F3>");
	terminal_wait(t, " HOM ");
	end(t);
}

static void
sizes_change_and_come_back(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_wait(t, "Last saved");
	terminal_type(t, "to");
	terminal_wait(t, "[to ");
	terminal_resize(t, 10, 40);
	terminal_wait_screen(t, "home-found-least");
	terminal_resize(t, 9, 38);
	terminal_wait_row(t, 0, "Window too small (38x9), needs 40x10.");
	terminal_resize(t, 24, 80);
	terminal_wait(t, "[to ");
	terminal_wait_cursor(t, GO_ROW, 7);
	end(t);
}

static void
palette_lies_over_any_screen(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_type(t, "mem<Enter>");
	terminal_wait(t, "75 of 75");
	terminal_type(t, "<F9>shan");
	terminal_wait_screen(t, "go-en");
	terminal_type(t, "<Esc>");
	terminal_wait(t, "75 of 75");
	terminal_type(t, "<F9>korean<Enter>");
	terminal_wait(t, " MEM  자치단체   75/75");
	terminal_type(t, "<F9>언어");
	terminal_wait_screen(t, "go-ko");
	terminal_type(t, "<Esc><F9>hom<Enter>");
	terminal_wait(t, " HOM ");
	end(t);
}

static void
signs_of_a_code_count_in_the_palette(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_wait(t, "Last saved");
	terminal_type(t, "<F9>mem+<Enter>");
	terminal_wait(t, "A new government");
	terminal_type(t, "<F9>=his<Enter>");
	terminal_wait(t, "change set");
	terminal_type(t, "<F3>");
	terminal_wait(t, "A new government");
	terminal_type(t, "<F9>hom<Enter>");
	terminal_wait(t, " HOM ");
	end(t);
}

static void
help_tells_of_the_screen_and_its_keys(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_wait(t, "Last saved");
	terminal_type(t, "<F1>");
	terminal_wait_screen(t, "help-home");
	terminal_type(t, "<Esc>hlp<Enter>");
	terminal_wait_screen(t, "help-topics");
	terminal_type(t, "undo<Enter>");
	terminal_wait_screen(t, "help-undo");
	terminal_type(t, "<Esc><F3>hlp keys<Enter>");
	terminal_wait_screen(t, "help-keys");
	terminal_type(t, "<Esc>");
	terminal_wait_gone(t, "In the rows of a list");
	terminal_type(t, "<C-u>hlp log<Enter>");
	terminal_wait(t, "Messages, the latest first");
	terminal_type(t, "<Esc>");
	end(t);
}

static void
help_fits_a_small_window_in_every_language(void **state)
{
	char golden[32];

	for (size_t i = 0; i < LANGUAGES; i++) {
		struct terminal *t = near_start(&(struct near_options){ .folder = *state,
			.language = languages[i], .rows = 12, .columns = 40 });

		snprintf(golden, sizeof golden, "help-small-%.2s", languages[i]);
		terminal_type(t, "hlp<Enter>");
		terminal_wait_screen(t, golden);
		terminal_type(t, "<F3>");
		end(t);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(home_is_whole_in_every_language),
		cmocka_unit_test(home_fits_a_small_window_in_every_language),
		cmocka_unit_test(home_is_right_on_a_vt100),
		cmocka_unit_test(first_screen_is_2400_bytes_in_3_writes),
		cmocka_unit_test(number_opens_a_screen),
		cmocka_unit_test(down_marks_a_line_and_enter_opens_it),
		cmocka_unit_test(code_is_known_in_any_case_width_layout_and_language),
		cmocka_unit_test(what_is_typed_is_looked_for_at_once),
		cmocka_unit_test(unknown_words_are_refused_and_stay),
		cmocka_unit_test(gap_lists_whom_it_is_about),
		cmocka_unit_test_setup_teardown(clerk_sees_what_comes_and_what_is_hers, near_setup, near_teardown),
		cmocka_unit_test(draft_of_a_form_that_was_killed_is_offered),
		cmocka_unit_test(sizes_change_and_come_back),
		cmocka_unit_test(palette_lies_over_any_screen),
		cmocka_unit_test(signs_of_a_code_count_in_the_palette),
		cmocka_unit_test(help_tells_of_the_screen_and_its_keys),
		cmocka_unit_test(help_fits_a_small_window_in_every_language),
	};

	return cmocka_run_group_tests(tests, near_setup, near_teardown);
}
