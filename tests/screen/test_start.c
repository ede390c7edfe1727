/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

static void
end(struct terminal *t)
{
	terminal_type(t, "<F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

/* First run */

static struct terminal *
first_run(const char *folder)
{
	const char *argv[] = { terminal_program(), "--user=clerk1", NULL };

	return terminal_start(&(struct terminal_options){ .argv = argv, .home = folder });
}

static void
first_run_asks_the_language_then_makes_the_file(void **state)
{
	char *folder = terminal_folder_new();
	struct terminal *t = first_run(folder);

	(void)state;
	terminal_wait_screen(t, "first-language");
	terminal_type(t, "4");
	terminal_wait(t, "NEAR 자료로 만들기");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "70 + 5");
	end(t);
	t = first_run(folder);	/* the language was kept, the file is there */
	terminal_wait(t, "처음 화면");
	end(t);
	terminal_folder_free(folder);
}

static void
leaving_the_first_run_leaves_nothing_behind(void **state)
{
	char *folder = terminal_folder_new();
	struct terminal *t = first_run(folder);

	(void)state;
	terminal_wait(t, "English");
	end(t);
	t = first_run(folder);
	terminal_wait_screen(t, "first-language");
	end(t);
	terminal_folder_free(folder);
}

static void
read_only_without_a_file_is_one_sentence(void **state)
{
	const char *argv[] = { terminal_program(), "--user=clerk1", "--read-only", NULL };
	struct terminal *t = terminal_start(&(struct terminal_options){ .argv = argv });

	(void)state;
	terminal_wait(t, "near.db");
	assert_null(strchr(terminal_output(t, NULL), '\033'));
	assert_int_equal(terminal_finish(t), 4);
}

/* Terminals */

static void
dumb_terminal_is_misuse(void **state)
{
	const char *argv[] = { terminal_program(), "--user=clerk1", "--lang=en", NULL };
	struct terminal *t = terminal_start(&(struct terminal_options){ .argv = argv,
		.home = *state, .term = "dumb" });

	terminal_wait(t, "cannot show the screens");
	assert_null(strchr(terminal_output(t, NULL), '\033'));
	assert_int_equal(terminal_finish(t), 2);
}

static void
no_colour_byte_where_none_is_wanted(void **state)
{
	const char *const environment[] = { "NO_COLOR=1", NULL };
	const struct near_options cases[] = {
		{ .folder = *state, .environment = environment },
		{ .folder = *state, .more = "--mono" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_start(&cases[i]);

		terminal_type(t, "mem<Enter>");
		terminal_wait(t, "75 of 75");
		terminal_type(t, "<F1><Esc><F2><Esc><F9>zz<Esc><F3>");
		terminal_type(t, "set<Enter>");
		terminal_wait(t, " SET ");
		terminal_type(t, "<Down><Down><Enter>");	/* nor by another theme */
		terminal_wait(t, "dark");
		terminal_type(t, "<Down><Enter>");
		terminal_wait_gone(t, "+--");
		assert_false(terminal_wrote_colour(t));
		terminal_type(t, "<F3>");
		end(t);
		near_must(*state, "config theme=default");
	}
}

static void
every_screen_is_right_on_a_vt100(void **state)
{
	static const struct { const char *typed, *golden; } cases[] = {
		{ "his<Enter>", "vt100-his" }, { "hlp<Enter>", "help-topics" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_start(&(struct near_options){ .folder = *state, .term = "vt100" });

		terminal_type(t, cases[i].typed);
		terminal_wait_screen(t, cases[i].golden);
		terminal_type(t, "<F3>");
		end(t);
	}
}

static void
suspended_program_gives_the_terminal_back_and_paints_anew(void **state)
{
	/* A shell with jobs, as a clerk's is; the program runs in its foreground. */
	const char *argv[] = { "/bin/bash", "--norc", "--noediting", "-i", NULL };
	struct terminal *t = terminal_start(&(struct terminal_options){ .argv = argv,
		.home = *state });
	char command[512];

	snprintf(command, sizeof command, "PS1='rc-$?-'; '%s' --db '%s/near.db' --lang en --user clerk1<Enter>",
	    terminal_program(), (const char *)*state);
	terminal_type(t, command);
	terminal_wait(t, "Last saved");
	terminal_type(t, "kr-4");
	terminal_wait(t, "[kr-4 ");
	terminal_type(t, "<C-z>");
	terminal_wait(t, "Stopped");
	assert_false(terminal_shows_alternate(t));
	assert_false(terminal_in_paste_mode(t));
	terminal_resize(t, 12, 40);
	terminal_type(t, "fg<Enter>");
	terminal_wait(t, "[kr-4 ");
	assert_true(terminal_shows_alternate(t));
	terminal_wait_cursor(t, 1, 9);
	terminal_type(t, "<F3>");
	/* Its prompt says that the shell reads again: what is typed before is lost. */
	terminal_wait(t, "rc-0-");
	terminal_type(t, "exit<Enter>");
	terminal_finish(t);
}

/* Keys */

static void
letters_of_other_layouts_are_commands_in_rows_and_text_in_find(void **state)
{
	static const struct { const char *language, *key; } cases[] = {
		{ "ru", "й" }, { "mn", "ф" }, { "en", "ｑ" }, { "ko", "ㅂ" }, { "en", "q" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_start(&(struct near_options){ .folder = *state,
			.language = cases[i].language });
		char shown[16];

		terminal_type(t, "mem<Enter>");
		terminal_wait(t, " MEM ");
		terminal_type(t, cases[i].key);
		snprintf(shown, sizeof shown, "[%s ", cases[i].key);
		terminal_wait(t, shown);
		terminal_type(t, "<C-u><Tab>");
		terminal_type(t, cases[i].key);
		terminal_wait(t, " HOM ");
		end(t);
	}
}

static void
layout_chosen_on_set_counts_at_once(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state, .user = "clerk9" });

	terminal_type(t, "set<Enter>");
	terminal_wait(t, " SET ");
	terminal_type(t, "<Down*3><Enter>");
	terminal_wait(t, "Russian");
	terminal_type(t, "<Down><Enter>");
	terminal_wait(t, "Keyboard layout            Russian");
	terminal_type(t, "й");
	terminal_wait(t, " HOM ");
	end(t);
}

static void
many_queued_downs_are_two_frames(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_type(t, "mem<Enter>");
	terminal_wait(t, "75 of 75");
	terminal_settle(t);
	terminal_step(t);
	terminal_type(t, "<Down*200>");
	terminal_wait(t, "75 of 75 --");
	terminal_settle(t);
	struct terminal_step step = terminal_step(t);
	assert_in_range(step.reads, 1, 2);
	terminal_type(t, "<F3>");
	end(t);
}

/* Days and languages */

static void
past_day_is_the_same_by_option_and_by_code(void **state)
{
	static const struct { const char *day, *count, *more; bool kemerovo; } cases[] = {
		{ "2010-09-30", "69 + 5", "--as-of=2010-09-30", false },
		{ "2010-11-01", "70 + 5", "--as-of=2010-11-01", true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_start(&(struct near_options){ .folder = *state,
			.more = cases[i].more });

		terminal_wait(t, cases[i].count);
		terminal_wait(t, cases[i].day);
		terminal_type(t, "set now<Enter>");
		terminal_wait(t, "Everything is shown as of now.");
		terminal_type(t, "set ");
		terminal_type(t, cases[i].day);
		terminal_type(t, "<Enter>");
		terminal_wait(t, "Everything is shown as of");
		terminal_wait(t, cases[i].count);
		terminal_type(t, "mem<Enter>");
		terminal_wait(t, " MEM ");
		terminal_type(t, "ru-kem status:member");
		terminal_wait(t, cases[i].kemerovo ? "1 of " : "0 of ");
		terminal_type(t, "<F3>");
		end(t);
	}
}

static void
language_is_switched_where_one_stands(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state, .user = "clerk8" });

	terminal_type(t, "set<Enter>");
	terminal_wait(t, "1=English 2=中文 3=日本語 4=한국어 5=Русский 6=Монгол");
	terminal_type(t, "5<Enter>");
	terminal_wait(t, " SET  Настройки");
	terminal_type(t, "6<Enter>");
	terminal_wait(t, " SET  Тохиргоо");
	terminal_type(t, "1<Enter>");
	terminal_wait(t, " SET  Settings");
	terminal_type(t, "<F3>");
	end(t);
}

static void
read_only_session_says_so(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state,
		.more = "--read-only" });

	terminal_wait(t, "READ ONLY");
	terminal_type(t, "<C-_>");
	terminal_wait(t, "read");
	end(t);
}

static void
program_ends_when_the_terminal_goes(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_wait(t, "Last saved");
	terminal_hang_up(t);
	assert_int_not_equal(terminal_finish(t), 128 + SIGABRT);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_run_asks_the_language_then_makes_the_file),
		cmocka_unit_test(leaving_the_first_run_leaves_nothing_behind),
		cmocka_unit_test(read_only_without_a_file_is_one_sentence),
		cmocka_unit_test(dumb_terminal_is_misuse),
		cmocka_unit_test(no_colour_byte_where_none_is_wanted),
		cmocka_unit_test(every_screen_is_right_on_a_vt100),
		cmocka_unit_test(suspended_program_gives_the_terminal_back_and_paints_anew),
		cmocka_unit_test(letters_of_other_layouts_are_commands_in_rows_and_text_in_find),
		cmocka_unit_test(layout_chosen_on_set_counts_at_once),
		cmocka_unit_test(many_queued_downs_are_two_frames),
		cmocka_unit_test(past_day_is_the_same_by_option_and_by_code),
		cmocka_unit_test(language_is_switched_where_one_stands),
		cmocka_unit_test(read_only_session_says_so),
		cmocka_unit_test(program_ends_when_the_terminal_goes),
	};

	return cmocka_run_group_tests(tests, near_setup, near_teardown);
}
