/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/echo.h"

static void
first_screen_is_small_and_leaves_in_few_writes(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_settle(t);
	struct terminal_step step = terminal_step(t);
	print_message("first screen: %ld bytes in %ld writes, %ld KiB\n", step.bytes, step.writes, step.peak_kib);
	assert_in_range(step.bytes, 1000, 2400);
	if (step.writes >= 0)
		assert_in_range(step.writes, 1, 3);
	terminal_wait_screen(t, "echo-list");
	echo_end(t);
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
	struct terminal *t = echo_started((struct terminal_options){ 0 });

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
	echo_end(t);
}

static int
count(const char *text, const char *piece)
{
	int found = 0;

	for (text = strstr(text, piece); text != NULL; text = strstr(text + 1, piece))
		found++;
	return found;
}

/* Of what terminfo has for xterm: line drawing is left, and everything turned off, with each change. */
static void
nothing_is_turned_off_that_was_not_on(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });
	size_t length;

	terminal_type(t, "<F5><Tab>");
	terminal_wait(t, "key Tab");
	terminal_settle(t);
	const char *output = terminal_output(t, &length);
	assert_in_range(count(output, "\033[1m"), 2, 100);	/* there are headings */
	assert_int_equal(count(output, "\033[0;"), 0);
	assert_int_equal(count(output, "\033(B"), count(output, "\033(B\033[H\033[2J"));
	assert_int_equal(count(output, "\033(B"), 2);		/* at the start, and where all is painted again */
	echo_end(t);
}

static void
next_row_costs_a_byte_or_two(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });
	size_t length;

	terminal_settle(t);
	assert_in_range(count(terminal_output(t, &length), "\r\v"), 3, 30);
	echo_end(t);
}

static void
two_hundred_downs_in_one_write_are_at_most_two_frames(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

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
	echo_end(t);
}

static void
cursor_stands_at_the_insertion_point(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_wait_cursor(t, 1, 7);
	terminal_type(t, "富山県");
	terminal_wait_cursor(t, 1, 13);
	terminal_type(t, "<BS>");
	terminal_wait_cursor(t, 1, 11);
	terminal_type(t, "<Tab>");
	terminal_wait_cursor(t, 3, 2);
	terminal_type(t, "<Down*2>");
	terminal_wait_cursor(t, 5, 2);
	echo_end(t);
}

static void
half_a_wide_character_never_stands_at_an_edge(void **state)
{
	(void)state;
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	terminal_type(t, "<F7>");
	terminal_wait_screen(t, "echo-boxes");
	terminal_type(t, "<F7><Tab>");
	terminal_wait(t, "key Tab");
	echo_end(t);
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
		struct terminal *t = echo_started(sessions[i]);

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
	struct terminal *t = echo_started((struct terminal_options){ 0 });

	assert_true(terminal_wrote_colour(t));
	assert_true(terminal_is_reverse(t, 1, 1));
	assert_true(terminal_is_bold(t, 0, 1));
	assert_false(terminal_is_bold(t, 3, 5));
	echo_end(t);
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
	struct terminal *t = echo_started((struct terminal_options){ 0 });

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
	echo_end(t);
}

static void
every_terminal_shows_the_same(void **state)
{
	static const char *const kinds[] = {
		"xterm", "vt100", "vt220", "linux", "screen", "screen-256color", "tmux-256color", "rxvt",
	};
	(void)state;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct terminal *t = echo_started((struct terminal_options){ .term = kinds[i] });

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
		echo_end(t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_screen_is_small_and_leaves_in_few_writes),
		cmocka_unit_test(a_frame_is_one_write_and_few_bytes),
		cmocka_unit_test(nothing_is_turned_off_that_was_not_on),
		cmocka_unit_test(next_row_costs_a_byte_or_two),
		cmocka_unit_test(two_hundred_downs_in_one_write_are_at_most_two_frames),
		cmocka_unit_test(cursor_stands_at_the_insertion_point),
		cmocka_unit_test(half_a_wide_character_never_stands_at_an_edge),
		cmocka_unit_test(session_without_colour_writes_no_colour_byte),
		cmocka_unit_test(colour_repeats_what_is_there),
		cmocka_unit_test(every_size_is_painted_whole),
		cmocka_unit_test(every_terminal_shows_the_same),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
