/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "screen/terminal.h"

enum { TALK = 23 };

/* The house of desk_demo.c, with so many rooms; drafts go to a file in its home. */
static struct terminal *
start(const char *rooms, int rows, int columns)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/tests/screen/desk_demo", getenv("BUILT"));
	const char *argv[] = { "/bin/sh", "-c", "exec \"$0\" \"$1\" \"$HOME/draft\" \"$HOME/near.db\"", buf_text(&path),
		rooms, NULL };
	struct terminal *t = terminal_start(&(struct terminal_options){
		.argv = argv, .rows = rows, .columns = columns });
	buf_done(&path);
	terminal_wait(t, "R-1 ");
	return t;
}

static struct terminal *
start_usual(void)
{
	return start("75", 24, 80);
}

static void
end(struct terminal *t)
{
	terminal_type(t, "<F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
screens_are_those_of_the_grammar(void **state)
{
	static const struct {
		const char *keys, *shown, *golden;
	} steps[] = {
		{ "", "1 of 75", "desk-list" },
		{ "<Tab>2<Down><Down>5<Down> ", "2 options typed", "desk-options" },
		{ "<F2>", "THE ROW", "desk-menu" },
		{ "<F12><F1>", "HERE", "desk-help" },
		{ "<F12><F9>kr", "3 found", "desk-palette" },
		{ "<F12><F12><Home><Enter>", "field 2 of 7", "desk-form" },
		{ "o", "| outside", "desk-narrowed" },
		{ "<C-u><F4>", "3 found", "desk-picker" },
		{ "<F12>h<Tab><Tab><F4>", "[10]", "desk-calendar" },
	};
	struct terminal *t = start_usual();

	(void)state;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		terminal_type(t, steps[i].keys);
		terminal_wait(t, steps[i].shown);
		terminal_wait_screen(t, steps[i].golden);
	}
	terminal_type(t, "<F12><F3>");
	terminal_wait(t, "Find");
	end(t);
}

static void
small_window_gives_up_what_can_be_found_elsewhere(void **state)
{
	struct terminal *t = start("75", 12, 40);

	(void)state;
	terminal_wait_screen(t, "desk-list-small");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "2/7");
	terminal_wait_screen(t, "desk-form-small");
	terminal_type(t, "<F3>");
	terminal_wait(t, "Find");
	end(t);
}

static void
wide_window_has_the_detail_beside_the_list(void **state)
{
	struct terminal *t = start("75", 30, 130);

	(void)state;
	terminal_wait_screen(t, "desk-list-wide");
	end(t);
}

/* Down to a size at which nothing is shown, and back: all is where it was. */
static void
check_sizes(struct terminal *t, const char *golden, int cursor_row, int cursor_column)
{
	terminal_wait_cursor(t, cursor_row, cursor_column);
	terminal_resize(t, 10, 40);
	terminal_wait(t, "F1Help");
	terminal_resize(t, 9, 38);
	terminal_wait_row(t, 0, "Window too small (38x9), needs 40x10.");
	terminal_wait_row(t, 1, "Nothing is lost.");
	for (int row = 2; row < 9; row++)
		terminal_wait_row(t, row, "");
	terminal_type(t, "xyz<Down>");		/* means nothing there; a frame comes after all keys */
	terminal_resize(t, 9, 37);
	terminal_wait_row(t, 0, "Window too small (37x9), needs 40x10.");
	terminal_resize(t, 24, 80);
	terminal_wait_screen(t, golden);
	terminal_wait_cursor(t, cursor_row, cursor_column);
}

static void
list_form_and_picker_survive_any_size(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Tab><Down><Down>2");
	terminal_wait(t, "1 option typed");
	check_sizes(t, "desk-sizes-list", 5, 3);
	terminal_type(t, "<BS><Enter><Tab>新潟<Left>");
	terminal_wait(t, "富山県新潟");
	check_sizes(t, "desk-sizes-form", 5, 36);
	terminal_type(t, "<S-Tab><F4>o");
	terminal_wait(t, "2 found");
	terminal_resize(t, 10, 40);
	terminal_wait(t, ">  1  office");
	terminal_resize(t, 9, 38);
	terminal_wait(t, "Nothing is lost.");
	terminal_resize(t, 24, 80);
	terminal_wait_screen(t, "desk-sizes-picker");
	terminal_type(t, "<F12><F3>");
	terminal_wait(t, "Not saved.");
	end(t);
}

static char *
read_draft(struct terminal *t)
{
	struct buf path = { 0 }, text = { 0 };
	int c;

	buf_addf(&path, "%s/draft", terminal_home(t));
	FILE *file = fopen(buf_text(&path), "r");
	assert_non_null(file);
	while ((c = fgetc(file)) != EOF)
		buf_add_char(&text, (char)c);
	fclose(file);
	buf_done(&path);
	return buf_take(&text);
}

static void
assert_draft(struct terminal *t, const char *wanted)
{
	char *draft = read_draft(t);

	assert_string_equal(draft, wanted);
	free(draft);
}

static void
field_that_was_left_is_in_the_draft_at_once(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Enter><Tab>新潟<Tab>");
	terminal_wait(t, "field 4 of 7");
	assert_draft(t, "name=富山県新潟\n");
	terminal_type(t, "1<F3>");
	terminal_wait_row(t, TALK, " Not saved. What was typed is kept as a draft.");
	assert_draft(t, "name=富山県新潟\nsince=1\n");
	end(t);
}

/* The shell that started it waits; the file is looked at before it ends. */
static void
hang_up_and_termination_keep_the_last_letter(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		char *home = terminal_folder_new();
		struct buf path = { 0 };

		buf_addf(&path, "%s/tests/screen/desk_demo", getenv("BUILT"));
		const char *argv[] = { "/bin/sh", "-c", "exec \"$0\" 75 \"$HOME/draft\"", buf_text(&path), NULL };
		struct terminal *t = terminal_start(&(struct terminal_options){ .argv = argv, .home = home });
		terminal_wait(t, "1 of 75");
		terminal_type(t, "<Enter><Tab> half");
		terminal_wait(t, "富山県 half");
		if (i == 0)
			terminal_signal(t, SIGTERM);
		else
			terminal_hang_up(t);
		assert_int_equal(terminal_finish(t), EXIT_FAILURE);
		buf_clear(&path);
		buf_addf(&path, "grep -qx 'name=富山県 half' '%s/draft'", home);
		assert_int_equal(system(buf_text(&path)), 0);
		buf_done(&path);
		terminal_folder_free(home);
	}
}

static void
paste_of_three_lines_is_one_line_and_a_notice(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Enter><Tab><C-u>");
	terminal_wait(t, "field 3 of 7");
	terminal_paste(t, "one\ntwo\nq3");
	terminal_wait(t, "[one two q3 ");
	terminal_wait_row(t, TALK, " The lines of what was pasted are joined by blanks.");
	terminal_type(t, "<F3>");
	terminal_wait(t, "Find");
	end(t);
}

static void
escape_is_quick_and_leaves_one_level(void **state)
{
	static const char *const steps[][2] = {
		{ "<Esc>", "Esc: 1-9 0" },	/* list */
		{ "1", "HERE" },		/* Esc 1 is F1 */
		{ "<Esc>", "Opt 2=Edit" },	/* overlay: at once */
		{ "<Enter>", "field 2 of 7" },
		{ "<Esc>", "Esc: 1-9 0" },	/* form */
		{ "<Esc>", "Opt 2=Edit" },	/* left */
		{ "<Esc>", "Esc: 1-9 0" },
		{ "<Esc>", "1 of 75" },		/* the first pane stays */
	};
	struct terminal *t = start_usual();

	(void)state;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		terminal_settle(t);
		terminal_step(t);
		terminal_type(t, steps[i][0]);
		terminal_wait(t, steps[i][1]);
		terminal_settle(t);
		struct terminal_step step = terminal_step(t);
		print_message("%s: %ld us\n", steps[i][0], (long)step.first_us);
	}
	terminal_type(t, "<Esc>x");		/* any other key acts as itself */
	terminal_wait(t, "[x ");
	terminal_wait_gone(t, "Esc: 1-9 0");
	terminal_type(t, "<F12>");
	terminal_wait_gone(t, "[x ");
	end(t);
}

static void
unknown_sequence_is_swallowed_and_named(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Enter><Tab>");
	terminal_wait(t, "field 3 of 7");
	terminal_send(t, "\033[99~", 5);
	terminal_wait(t, "The terminal sent ESC [99~");
	assert_non_null(strstr(terminal_row(t, 5), "[富山県  "));
	terminal_type(t, "<F3>");
	terminal_wait(t, "Find");
	end(t);
}

static void
wrong_day_rings_once_and_drops_what_was_typed_ahead(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Enter><Tab><Tab>");
	terminal_wait(t, "field 4 of 7");
	int bells = terminal_bells(t);
	terminal_type(t, "4913<Tab>0123456789");
	terminal_wait(t, "[4913      ]");
	terminal_wait(t, "!");
	terminal_settle(t);
	assert_int_equal(terminal_bells(t), bells + 1);
	assert_non_null(strstr(terminal_row(t, 6), "! In use since  . . . . + [4913      ]"));
	terminal_type(t, "<BS>");
	terminal_wait(t, "[491       ]");
	terminal_type(t, "<F3>");
	terminal_wait(t, "Find");
	end(t);
}

static void
queued_keys_are_one_frame_and_one_reading(void **state)
{
	struct terminal *t = start("5000", 24, 80);

	(void)state;
	terminal_settle(t);
	terminal_step(t);
	terminal_type(t, "<Down*200>");
	terminal_wait(t, "201 of 5000");
	terminal_settle(t);
	struct terminal_step step = terminal_step(t);
	print_message("200 Downs: %ld bytes in %ld writes\n", step.bytes, step.writes);
	if (step.writes >= 0)
		assert_in_range(step.writes, 1, 2);
	terminal_wait(t, "load 1");
	terminal_type(t, "R-4242<Enter>");	/* Enter means what was found by then */
	terminal_wait(t, "RM2  Room");
	terminal_wait(t, "R-4242");
	terminal_type(t, "<F3>");
	terminal_wait(t, "1 of 5000");
	end(t);
}

static void
a_step_costs_one_write_and_few_bytes(void **state)
{
	static const struct {
		const char *keys, *shown;
		long most_bytes;
	} steps[] = {
		{ "<Tab>", "1 of 75", 40 },
		{ "<Down>", "2 of 75", 150 },
		{ "<Down>", "3 of 75", 150 },
		{ "<Enter>", "field 2 of 7", 1100 },
		{ "<Tab>", "field 3 of 7", 60 },
		{ "a", "県a", 8 },
		{ "富", "県a富", 8 },
	};
	struct terminal *t = start_usual();

	(void)state;
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
	terminal_type(t, "<F3>");
	terminal_wait(t, "Find");
	end(t);
}

static void
options_run_in_order_and_stop_at_what_fails(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Tab>5<Down><Down>4<Down>5<Enter>");
	terminal_wait_row(t, TALK, " R-3 must stay: it holds up the roof.");
	terminal_wait(t, "Did 4 R-3");
	terminal_type(t, "<Up>");
	terminal_wait_row(t, TALK, " 1 option typed (5=View). Enter runs it.");
	terminal_type(t, "<Enter>");
	terminal_wait_row(t, TALK, " Done: 5 R-4.");
	terminal_type(t, "7");
	terminal_wait(t, "no option here");
	end(t);
}

static void
several_records_are_asked_about_and_no_is_the_default(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Tab> <Down> <Home>4<Enter>");
	terminal_wait(t, "Void for 2 marked rows?  1=Yes  2=No");
	terminal_type(t, "y<Enter>");
	terminal_wait_gone(t, "1=Yes");
	terminal_wait(t, "Did ");
	assert_null(strstr(terminal_row(t, 1), "Did 4"));
	terminal_type(t, "4<Enter>1");
	terminal_wait(t, "Did 4 R-1");
	end(t);
}

static void
codes_open_in_place_of_the_panes_above_the_first(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Enter><F9>R<Enter>");
	terminal_wait(t, "R-1");
	terminal_type(t, "<F9>nonsense");
	terminal_wait(t, "3 found");
	terminal_type(t, "<F12><F9><Up>");
	terminal_wait(t, "[rm R-1 ");
	terminal_type(t, "<F12><F3>");
	terminal_wait(t, "RMS  Rooms");
	terminal_type(t, "<F9>log<Home><Down><F12>");
	terminal_wait(t, "RMS  Rooms");
	end(t);
}

static void
letters_of_another_layout_are_commands_in_the_rows(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<Tab><Enter>");
	terminal_wait(t, "RM2  Room");
	terminal_type(t, "<F3>");
	terminal_wait(t, "RMS  Rooms");
	terminal_type(t, "ｊ");
	terminal_wait(t, "2 of 75");
	terminal_type(t, "ㅂ");		/* q: back, which ends it here */
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
long_count_is_stopped_by_control_c_or_escape_and_nothing_is_opened(void **state)
{
	static const char *const keys[] = { "<C-c>", "kr<Esc>" };
	struct terminal *t = start_usual();

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		terminal_type(t, "R-7<F9>cnt now<Enter>");
		terminal_wait(t, "busy");
		terminal_type(t, keys[i]);
		terminal_wait(t, "Stopped.");
		terminal_wait_gone(t, "busy");
		terminal_wait(t, "RMS  Rooms");
		terminal_wait(t, "[R-7 ");
		terminal_type(t, "<C-u>");
		terminal_wait(t, "75 of 75");
	}
	end(t);
}

static void
rows_that_were_not_read_again_are_not_shown(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<F9>cnt again<Enter>");
	terminal_wait(t, "reading ");
	terminal_type(t, "<F5>");
	terminal_wait(t, "busy");
	terminal_type(t, "<C-c>");
	terminal_wait(t, "Stopped.");
	terminal_wait_gone(t, "busy");
	terminal_wait_gone(t, "reading ");
	terminal_wait(t, "This was not read.");
	terminal_type(t, "<F3>");
	terminal_wait(t, "RMS  Rooms");
	end(t);
}

static void
pane_in_place_of_another_is_read_once_and_on_failure_not_there(void **state)
{
	struct terminal *t = start_usual();

	(void)state;
	terminal_type(t, "<F9>cnt quick<Enter>");
	terminal_wait(t, "reading         1");
	terminal_type(t, "<F6>");
	terminal_wait(t, "reading         2");
	terminal_settle(t);
	terminal_wait(t, "reading         2");
	terminal_type(t, "<F11>");
	terminal_wait(t, "busy");
	terminal_type(t, "<C-c>");
	terminal_wait(t, "Stopped.");
	terminal_wait(t, "reading         2");
	terminal_type(t, "<F3>");
	terminal_wait(t, "RMS  Rooms");
	end(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(screens_are_those_of_the_grammar),
		cmocka_unit_test(small_window_gives_up_what_can_be_found_elsewhere),
		cmocka_unit_test(wide_window_has_the_detail_beside_the_list),
		cmocka_unit_test(list_form_and_picker_survive_any_size),
		cmocka_unit_test(field_that_was_left_is_in_the_draft_at_once),
		cmocka_unit_test(hang_up_and_termination_keep_the_last_letter),
		cmocka_unit_test(paste_of_three_lines_is_one_line_and_a_notice),
		cmocka_unit_test(escape_is_quick_and_leaves_one_level),
		cmocka_unit_test(unknown_sequence_is_swallowed_and_named),
		cmocka_unit_test(wrong_day_rings_once_and_drops_what_was_typed_ahead),
		cmocka_unit_test(queued_keys_are_one_frame_and_one_reading),
		cmocka_unit_test(a_step_costs_one_write_and_few_bytes),
		cmocka_unit_test(options_run_in_order_and_stop_at_what_fails),
		cmocka_unit_test(long_count_is_stopped_by_control_c_or_escape_and_nothing_is_opened),
		cmocka_unit_test(rows_that_were_not_read_again_are_not_shown),
		cmocka_unit_test(pane_in_place_of_another_is_read_once_and_on_failure_not_there),
		cmocka_unit_test(several_records_are_asked_about_and_no_is_the_default),
		cmocka_unit_test(codes_open_in_place_of_the_panes_above_the_first),
		cmocka_unit_test(letters_of_another_layout_are_commands_in_the_rows),
	};

	return cmocka_run_group_tests_name("desk", tests, NULL, NULL);
}
