/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "screen/echo.h"

static void
terminal_is_given_back_at_the_end(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

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
	struct terminal *t = echo_started((struct terminal_options){ 0 });

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
		struct terminal *t = echo_start((struct terminal_options){ .term = kinds[i] });

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
	struct terminal *t = echo_start((struct terminal_options){ .latin1 = true });

	terminal_wait(t, "This terminal does not show UTF-8");
	assert_false(terminal_shows_alternate(t));
	assert_int_equal(terminal_finish(t), 2);
}

static void
terminal_that_does_not_answer_is_trusted(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ .answers = "" });

	/* It comes late: no key, and no words about it. */
	terminal_type(t, "\033[1;2R\033[1;3Ra");
	terminal_wait(t, "Find [a ");
	echo_end(t);
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
		struct terminal *t = echo_started((struct terminal_options){ .answers = lines[i].answers });

		terminal_type(t, "<F9>");
		terminal_wait(t, lines[i].shown);
		echo_end(t);
	}
}

static void
keys_typed_while_it_is_asked_are_kept(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ .answers = "ab\033[7;2Rc\033[7;3Rd\r" });

	terminal_wait(t, "Find [abcd");
	echo_end(t);
}

static void
size_at_the_start_is_the_terminals(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){
		.rows = 12, .columns = 40,
		.environment = (const char *const[]){ "LINES=50", "COLUMNS=132", NULL },
	});

	terminal_wait(t, "40x12");
	echo_end(t);
}

static void
continued_after_a_stop_is_painted_again(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_signal(t, SIGSTOP);
	terminal_resize(t, 20, 60);
	terminal_signal(t, SIGCONT);
	terminal_wait(t, "key continue");
	terminal_wait(t, "60x20");
	assert_true(terminal_in_paste_mode(t));
	echo_end(t);
}

static void
hangup_and_terminate_end_it(void **state)
{
	static const int signals[] = { SIGHUP, SIGTERM };
	(void)state;

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct terminal *t = echo_started((struct terminal_options){ 0 });

		terminal_type(t, "abc");
		terminal_signal(t, signals[i]);
		assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
	}
}

static void
vanished_terminal_ends_it(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_hang_up(t);
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
keys_typed_before_the_end_are_taken_first(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

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
	fputs("#!/bin/sh\necho \"editing [$TERMINFO]\"; read line; exit 7\n", script);
	fclose(script);
	assert_int_equal(chmod(buf_text(&editor), 0700), 0);
	buf_addf(&setting, "EDITOR=%s", buf_text(&editor));

	struct terminal *t = echo_started((struct terminal_options){
		.environment = (const char *const[]){ buf_text(&setting), NULL },
	});
	terminal_type(t, "<F4>");
	terminal_wait(t, "editing []");	/* what curses was told is not told on */
	assert_true(terminal_echoes(t));
	assert_false(terminal_in_paste_mode(t));
	terminal_type(t, "<Enter>");
	terminal_wait(t, "editor gave 7");
	assert_false(terminal_echoes(t));
	assert_true(terminal_in_paste_mode(t));
	echo_end(t);
	buf_done(&editor);
	buf_done(&setting);
	terminal_folder_free(folder);
}

static void
editor_that_is_not_there_is_told(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){
		.environment = (const char *const[]){ "EDITOR=/nowhere/editor", NULL },
	});

	terminal_type(t, "<F4>");
	terminal_wait(t, "editor gave -1");
	echo_end(t);
}

static void
sequence_in_three_writes_is_one_key(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_send(t, "\033[", 2);
	terminal_settle(t);
	terminal_send(t, "1", 1);
	terminal_settle(t);
	terminal_send(t, "5~", 2);
	terminal_wait(t, "key F5");
	echo_end(t);
}

static void
lone_escape_answers_at_once(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_settle(t);
	terminal_step(t);
	terminal_type(t, "<Esc>");
	terminal_wait(t, "key Esc");
	struct terminal_step step = terminal_step(t);
	print_message("Esc answered after %ld us\n", (long)step.first_us);
	assert_true(step.first_us >= 49000);
	echo_end(t);
}

static void
bell_rings_once_and_forgets_what_was_typed_ahead(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_type(t, "<F6>abcdefghij");
	terminal_wait(t, "key F6");
	assert_int_equal(terminal_bells(t), 1);
	terminal_type(t, "k");
	terminal_wait(t, "Find [k ");
	echo_end(t);
}

static void
control_c_stops_long_work_and_nothing_else(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_type(t, "<F8>");
	terminal_wait(t, "working");
	terminal_type(t, "<C-c>");
	terminal_wait(t, "stopped");
	terminal_type(t, "<C-c>");
	terminal_wait(t, "key control c");
	echo_end(t);
}

static void
paste_of_several_lines_is_one_key(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_paste(t, "one\rtwo\r\nthree\033[3~");
	terminal_wait(t, "Find [one two three[3~");
	terminal_wait(t, "key paste");
	echo_end(t);
}

static void
unknown_sequence_is_swallowed_and_named(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_type(t, "\033[99~");
	terminal_wait(t, "key unknown ESC [99~");
	terminal_type(t, "\033]11;rgb:0000/0000/0000\033\\");
	terminal_wait(t, "key unknown ESC ]11;rgb");
	terminal_wait_row(t, 1, " Find [                              ]");
	echo_end(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terminal_is_given_back_at_the_end),
		cmocka_unit_test(broken_assertion_gives_the_terminal_back),
		cmocka_unit_test(no_terminal_to_draw_on_is_one_sentence_without_escape_bytes),
		cmocka_unit_test(output_that_is_no_terminal_is_one_sentence),
		cmocka_unit_test(terminal_without_utf8_by_its_own_answer_is_refused),
		cmocka_unit_test(terminal_that_does_not_answer_is_trusted),
		cmocka_unit_test(width_of_ambiguous_characters_is_asked),
		cmocka_unit_test(keys_typed_while_it_is_asked_are_kept),
		cmocka_unit_test(size_at_the_start_is_the_terminals),
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
