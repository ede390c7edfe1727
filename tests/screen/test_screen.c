/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "screen/terminal.h"

/* screen/echo_keys, in the terminal that options describe but for argv. */
static struct terminal *
start_echo(struct terminal_options options)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/tests/screen/echo_keys", getenv("BUILT"));
	const char *argv[] = { buf_text(&path), NULL };
	options.argv = argv;
	struct terminal *t = terminal_start(&options);
	buf_done(&path);
	return t;
}

static struct terminal *
started_echo(struct terminal_options options)
{
	struct terminal *t = start_echo(options);

	terminal_wait(t, "1 of 60");
	return t;
}

static void
end_echo(struct terminal *t)
{
	terminal_type(t, "<F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
first_screen_is_small_and_leaves_in_few_writes(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_settle(t);
	struct terminal_step step = terminal_step(t);
	print_message("first screen: %ld bytes in %ld writes, %ld KiB\n", step.bytes, step.writes, step.peak_kib);
	assert_in_range(step.bytes, 1000, 2400);
	if (step.writes >= 0)
		assert_in_range(step.writes, 1, 3);
	terminal_wait_screen(t, "echo-list");
	end_echo(t);
}

/* The steps of a table: keys typed, bytes allowed. */
static void
a_frame_is_one_write_and_few_bytes(void **state)
{
	static const struct {
		const char *keys;
		const char *shown;
		long most_bytes;
	} steps[] = {
		{ "<Tab>", "key Tab", 120 },
		{ "<Down>", "2 of 60", 80 },
		{ "<Down*16>", "18 of 60", 120 },
		{ "<Down>", "19 of 60", 200 },	/* the list moves by one row */
		{ "<Up>", "18 of 60", 80 },
		{ "<PgDn>", "36 of 60", 1700 },
		{ "<Tab>", "key Tab", 120 },
		{ "a", "[a", 8 },
		{ "富", "[a富", 8 },
	};
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		terminal_settle(t);
		terminal_step(t);
		terminal_type(t, steps[i].keys);
		terminal_wait(t, steps[i].shown);
		terminal_settle(t);
		struct terminal_step step = terminal_step(t);
		print_message("%s: %ld bytes in %ld writes\n", steps[i].keys, step.bytes, step.writes);
		assert_in_range(step.bytes, 1, steps[i].most_bytes);
		if (step.writes >= 0)
			assert_int_equal(step.writes, 1);
	}
	end_echo(t);
}

static void
two_hundred_downs_in_one_write_are_at_most_two_frames(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_type(t, "<F9>");
	terminal_wait(t, "2 frames, 1 keys");
	terminal_type(t, "<Down*30><Up*10>");
	terminal_wait(t, "41 keys");
	terminal_wait(t, "21 of 60");
	assert_true(strstr(terminal_row(t, 22), "3 frames") != NULL || strstr(terminal_row(t, 22), "4 frames") != NULL);
	terminal_type(t, "<Down*200>");
	terminal_wait(t, "241 keys");
	terminal_wait(t, "60 of 60");
	assert_true(atoi(terminal_row(t, 22)) <= 6);
	end_echo(t);
}

static void
cursor_stands_at_the_insertion_point(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_wait_cursor(t, 1, 7);
	terminal_type(t, "富山県");
	terminal_wait_cursor(t, 1, 13);
	terminal_type(t, "<BS>");
	terminal_wait_cursor(t, 1, 11);
	terminal_type(t, "<Tab>");
	terminal_wait_cursor(t, 3, 2);
	terminal_type(t, "<Down*2>");
	terminal_wait_cursor(t, 5, 2);
	end_echo(t);
}

static void
half_a_wide_character_never_stands_at_an_edge(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_type(t, "<F7>");
	terminal_wait_screen(t, "echo-boxes");
	terminal_type(t, "<F7><Tab>");
	terminal_wait(t, "key Tab");
	end_echo(t);
}

static void
session_without_colour_writes_no_colour_byte(void **state)
{
	static const char *const no_colour[] = { "NO_COLOR=1", NULL };
	static const struct terminal_options sessions[] = {
		{ .environment = no_colour },
		{ .term = "vt100" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++) {
		struct terminal *t = started_echo(sessions[i]);

		terminal_type(t, "<Tab><Down*20><F7><F5>");
		terminal_wait(t, "21 of 60");
		terminal_type(t, "<F3>");
		terminal_wait(t, "row 20");
		assert_false(terminal_wrote_colour(t));
		assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
	}
}

static void
colour_repeats_what_is_there(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	assert_true(terminal_wrote_colour(t));
	assert_true(terminal_is_reverse(t, 1, 1));
	assert_true(terminal_is_bold(t, 0, 1));
	assert_false(terminal_is_bold(t, 3, 5));
	end_echo(t);
}

static void
terminal_is_given_back_at_the_end(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	assert_true(terminal_shows_alternate(t));
	assert_true(terminal_in_paste_mode(t));
	assert_false(terminal_echoes(t));
	terminal_type(t, "<F3>");
	terminal_wait(t, "field , row 0");
	assert_false(terminal_shows_alternate(t));
	assert_false(terminal_in_paste_mode(t));
	assert_true(terminal_echoes(t));
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
broken_assertion_gives_the_terminal_back(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_type(t, "<F12>");
	terminal_wait_output(t, "\033[?2004l\033[?1049l");
	assert_true(terminal_echoes(t));
	assert_int_equal(terminal_finish(t), 128 + SIGABRT);
}

static void
no_terminal_to_draw_on_is_one_sentence_without_escape_bytes(void **state)
{
	static const char *const kinds[] = { "dumb", "no-such-terminal", "" };
	(void)state;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct terminal *t = start_echo((struct terminal_options){ .term = kinds[i] });

		terminal_wait(t, "cannot show the screens");
		assert_null(strchr(terminal_output(t, NULL), '\033'));
		assert_int_equal(terminal_finish(t), 2);
	}
}

static void
output_that_is_no_terminal_is_one_sentence(void **state)
{
	(void)state;
	struct buf command = { 0 };

	buf_addf(&command, "'%s/tests/screen/echo_keys' | cat", getenv("BUILT"));
	const char *argv[] = { "/bin/sh", "-c", buf_text(&command), NULL };
	struct terminal *t = terminal_start(&(struct terminal_options){ .argv = argv });
	terminal_wait(t, "The screens need a terminal");
	assert_null(strchr(terminal_output(t, NULL), '\033'));
	terminal_finish(t);
	buf_done(&command);
}

static void
terminal_without_utf8_by_its_own_answer_is_refused(void **state)
{
	(void)state;
	struct terminal *t = start_echo((struct terminal_options){ .latin1 = true });

	terminal_wait(t, "This terminal does not show UTF-8");
	assert_false(terminal_shows_alternate(t));
	assert_int_equal(terminal_finish(t), 2);
}

static void
terminal_that_does_not_answer_is_trusted(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ .answers = "" });

	/* It comes late: no key, and no words about it. */
	terminal_type(t, "\033[1;2R\033[1;3Ra");
	terminal_wait(t, "Find [a ");
	end_echo(t);
}

static void
width_of_ambiguous_characters_is_asked(void **state)
{
	static const struct {
		const char *answers, *shown;
	} lines[] = {
		{ "\033[1;2R\033[1;2R", "ambiguous 1" },
		{ "\033[1;2R\033[1;3R", "ambiguous 2" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct terminal *t = started_echo((struct terminal_options){ .answers = lines[i].answers });

		terminal_type(t, "<F9>");
		terminal_wait(t, lines[i].shown);
		end_echo(t);
	}
}

static void
keys_typed_while_it_is_asked_are_kept(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ .answers = "ab\033[7;2Rc\033[7;3Rd\r" });

	terminal_wait(t, "Find [abcd");
	end_echo(t);
}

static void
every_size_is_painted_whole(void **state)
{
	static const struct {
		int rows, columns;
		const char *shown;
	} sizes[] = {
		{ 12, 40, "40x12" }, { 10, 38, "38x10" }, { 50, 132, "132x50" }, { 24, 80, "80x24" },
	};
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_type(t, "富山<Down*3>");
	terminal_wait(t, "4 of 60");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		terminal_resize(t, sizes[i].rows, sizes[i].columns);
		terminal_wait(t, sizes[i].shown);
		terminal_wait(t, "Find [富山");
		terminal_wait(t, "key resize");
		terminal_wait_cursor(t, 1, 11);
	}
	terminal_wait_screen(t, "echo-resized");
	end_echo(t);
}

static void
size_at_the_start_is_the_terminals(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){
		.rows = 12, .columns = 40,
		.environment = (const char *const[]){ "LINES=50", "COLUMNS=132", NULL },
	});

	terminal_wait(t, "40x12");
	end_echo(t);
}

static void
every_terminal_shows_the_same(void **state)
{
	static const char *const kinds[] = {
		"xterm", "vt100", "vt220", "linux", "screen", "screen-256color", "tmux-256color", "rxvt",
	};
	(void)state;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct terminal *t = started_echo((struct terminal_options){ .term = kinds[i] });

		terminal_wait_screen(t, "echo-list");
		terminal_type(t, "<Tab>");
		terminal_wait(t, "key Tab");
		for (int n = 2; n <= 25; n++) {
			char shown[32];

			snprintf(shown, sizeof shown, "%d of 60", n);
			terminal_type(t, "<Down>");
			terminal_wait(t, shown);
		}
		terminal_wait_screen(t, "echo-scrolled");
		end_echo(t);
	}
}

static void
continued_after_a_stop_is_painted_again(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_signal(t, SIGSTOP);
	terminal_resize(t, 20, 60);
	terminal_signal(t, SIGCONT);
	terminal_wait(t, "key continue");
	terminal_wait(t, "60x20");
	assert_true(terminal_in_paste_mode(t));
	end_echo(t);
}

static void
hangup_and_terminate_end_it(void **state)
{
	static const int signals[] = { SIGHUP, SIGTERM };
	(void)state;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct terminal *t = started_echo((struct terminal_options){ 0 });

		terminal_type(t, "abc");
		terminal_signal(t, signals[i]);
		assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
	}
}

static void
vanished_terminal_ends_it(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_hang_up(t);
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
keys_typed_before_the_end_are_taken_first(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	/* One write, so that the last letter is there before the signal. */
	terminal_type(t, "abc");
	terminal_wait(t, "Find [abc");
	terminal_signal(t, SIGTERM);
	terminal_wait(t, "field abc, row 0");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

/* A shell with job control, in which the program has been started. */
static struct terminal *
start_in_shell(void)
{
	struct terminal *t = terminal_start(&(struct terminal_options){
		.argv = (const char *const[]){ "/bin/sh", "-i", NULL },
		.environment = (const char *const[]){ "PS1=shell: ", NULL },
	});
	struct buf command = { 0 };

	terminal_wait(t, "shell:");
	buf_addf(&command, "'%s/tests/screen/echo_keys'\n", getenv("BUILT"));
	terminal_send(t, buf_text(&command), command.length);
	buf_done(&command);
	terminal_wait(t, "1 of 60");
	return t;
}

static void
end_shell(struct terminal *t)
{
	terminal_type(t, "<F3>");
	terminal_wait(t, "row 0");
	terminal_type(t, "exit<Enter>");
	terminal_finish(t);
}

static void
suspend_gives_the_shell_its_terminal(void **state)
{
	(void)state;
	struct terminal *t = start_in_shell();

	terminal_type(t, "富山<C-z>");
	terminal_wait(t, "Stopped");
	terminal_wait(t, "shell:");
	assert_true(terminal_echoes(t));
	assert_false(terminal_shows_alternate(t));
	assert_false(terminal_in_paste_mode(t));
	terminal_resize(t, 20, 60);
	terminal_type(t, "fg<Enter>");
	terminal_wait(t, "60x20");
	terminal_wait(t, "Find [富山");
	assert_true(terminal_shows_alternate(t));
	assert_true(terminal_in_paste_mode(t));
	assert_false(terminal_echoes(t));
	terminal_type(t, "県");
	terminal_wait(t, "Find [富山県");
	end_shell(t);
}

static void
editor_gets_the_terminal_and_gives_it_back(void **state)
{
	(void)state;
	char *folder = terminal_folder_new();
	struct buf editor = { 0 }, setting = { 0 };

	buf_addf(&editor, "%s/editor", folder);
	FILE *script = fopen(buf_text(&editor), "w");
	assert_non_null(script);
	fputs("#!/bin/sh\necho editing; read line; exit 7\n", script);
	fclose(script);
	assert_int_equal(chmod(buf_text(&editor), 0700), 0);
	buf_addf(&setting, "EDITOR=%s", buf_text(&editor));

	struct terminal *t = started_echo((struct terminal_options){
		.environment = (const char *const[]){ buf_text(&setting), NULL },
	});
	terminal_type(t, "<F4>");
	terminal_wait(t, "editing");
	assert_true(terminal_echoes(t));
	assert_false(terminal_in_paste_mode(t));
	terminal_type(t, "<C-c><Enter>");
	terminal_wait(t, "editor gave");
	assert_false(terminal_echoes(t));
	assert_true(terminal_in_paste_mode(t));
	end_echo(t);
	buf_done(&editor);
	buf_done(&setting);
	terminal_folder_free(folder);
}

static void
editor_that_is_not_there_is_told(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){
		.environment = (const char *const[]){ "EDITOR=/nowhere/editor", NULL },
	});

	terminal_type(t, "<F4>");
	terminal_wait(t, "editor gave -1");
	end_echo(t);
}

static void
sequence_in_three_writes_is_one_key(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_send(t, "\033[", 2);
	terminal_settle(t);
	terminal_send(t, "1", 1);
	terminal_settle(t);
	terminal_send(t, "5~", 2);
	terminal_wait(t, "key F5");
	end_echo(t);
}

static void
lone_escape_answers_at_once(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_settle(t);
	terminal_step(t);
	terminal_type(t, "<Esc>");
	terminal_wait(t, "key Esc");
	struct terminal_step step = terminal_step(t);
	print_message("Esc answered after %ld us\n", (long)step.first_us);
	assert_true(step.first_us >= 49000);
	end_echo(t);
}

static void
bell_rings_once_and_forgets_what_was_typed_ahead(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_type(t, "<F6>abcdefghij");
	terminal_wait(t, "key F6");
	assert_int_equal(terminal_bells(t), 1);
	terminal_type(t, "k");
	terminal_wait(t, "Find [k ");
	end_echo(t);
}

static void
control_c_stops_long_work_and_nothing_else(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_type(t, "<F8>");
	terminal_wait(t, "working");
	terminal_type(t, "<C-c>");
	terminal_wait(t, "stopped");
	terminal_type(t, "<C-c>");
	terminal_wait(t, "key control c");
	end_echo(t);
}

static void
paste_of_several_lines_is_one_key(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_paste(t, "one\rtwo\r\nthree\033[3~");
	terminal_wait(t, "Find [one two three[3~");
	terminal_wait(t, "key paste");
	end_echo(t);
}

static void
unknown_sequence_is_swallowed_and_named(void **state)
{
	(void)state;
	struct terminal *t = started_echo((struct terminal_options){ 0 });

	terminal_type(t, "\033[99~");
	terminal_wait(t, "key unknown ESC [99~");
	terminal_type(t, "\033]11;rgb:0000/0000/0000\033\\");
	terminal_wait(t, "key unknown ESC ]11;rgb");
	terminal_wait_row(t, 1, " Find [                              ]");
	end_echo(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_screen_is_small_and_leaves_in_few_writes),
		cmocka_unit_test(a_frame_is_one_write_and_few_bytes),
		cmocka_unit_test(two_hundred_downs_in_one_write_are_at_most_two_frames),
		cmocka_unit_test(cursor_stands_at_the_insertion_point),
		cmocka_unit_test(half_a_wide_character_never_stands_at_an_edge),
		cmocka_unit_test(session_without_colour_writes_no_colour_byte),
		cmocka_unit_test(colour_repeats_what_is_there),
		cmocka_unit_test(terminal_is_given_back_at_the_end),
		cmocka_unit_test(broken_assertion_gives_the_terminal_back),
		cmocka_unit_test(no_terminal_to_draw_on_is_one_sentence_without_escape_bytes),
		cmocka_unit_test(output_that_is_no_terminal_is_one_sentence),
		cmocka_unit_test(terminal_without_utf8_by_its_own_answer_is_refused),
		cmocka_unit_test(terminal_that_does_not_answer_is_trusted),
		cmocka_unit_test(width_of_ambiguous_characters_is_asked),
		cmocka_unit_test(keys_typed_while_it_is_asked_are_kept),
		cmocka_unit_test(every_size_is_painted_whole),
		cmocka_unit_test(size_at_the_start_is_the_terminals),
		cmocka_unit_test(every_terminal_shows_the_same),
		cmocka_unit_test(continued_after_a_stop_is_painted_again),
		cmocka_unit_test(hangup_and_terminate_end_it),
		cmocka_unit_test(vanished_terminal_ends_it),
		cmocka_unit_test(keys_typed_before_the_end_are_taken_first),
		cmocka_unit_test(suspend_gives_the_shell_its_terminal),
		cmocka_unit_test(editor_gets_the_terminal_and_gives_it_back),
		cmocka_unit_test(editor_that_is_not_there_is_told),
		cmocka_unit_test(sequence_in_three_writes_is_one_key),
		cmocka_unit_test(lone_escape_answers_at_once),
		cmocka_unit_test(bell_rings_once_and_forgets_what_was_typed_ahead),
		cmocka_unit_test(control_c_stops_long_work_and_nothing_else),
		cmocka_unit_test(paste_of_several_lines_is_one_key),
		cmocka_unit_test(unknown_sequence_is_swallowed_and_named),
	};

	return cmocka_run_group_tests_name("screen", tests, NULL, NULL);
}
