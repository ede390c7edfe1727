/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "ui/bar.h"
#include "ui/calendar.h"
#include "ui/menu.h"
#include "ui/note.h"
#include "ui/pager.h"
#include "ui/palette.h"
#include "ui/picker.h"
#include "ui/prompt.h"
#include "unit/utf8.h"

static enum overlay_answer
act(struct overlay overlay, enum action_id id)
{
	return overlay.kind->act(overlay.state, &(struct input){ .action = id });
}

static enum overlay_answer
type(struct overlay overlay, const char *text)
{
	enum overlay_answer answer = OVERLAY_STAY;

	for (const char *next; *text != '\0'; text = next) {
		char typed[8] = "";
		uint32_t rune;

		next = text_decode(text, &rune);
		memcpy(typed, text, (size_t)(next - text));
		answer = overlay.kind->act(overlay.state, &(struct input){ .action = ACTION_TEXT, .text = typed });
	}
	return answer;
}

static enum overlay_answer
digit(struct overlay overlay, int option)
{
	return overlay.kind->act(overlay.state, &(struct input){ .action = ACTION_DIGIT, .option = option });
}

/* Sixteen words that begin with what is typed, once it is not a number. */
static void
fill(void *context, const char *typed, struct choices *ret_choices)
{
	char word[64];
	int *fills = context;

	++*fills;
	for (int i = 1; i <= 16; i++) {
		snprintf(word, sizeof word, "%.40s%d", typed, i);
		choices_add(ret_choices, word, "", "");
	}
}

static void
picker_takes_a_number_without_looking_for_it(void **state)
{
	int fills = 0;
	struct picker picker = { .title = "Pick", .fill = fill, .context = &fills };
	struct overlay overlay = picker_open(&picker, "3");

	(void)state;
	assert_string_equal(picker_item(&picker)->value, "3");
	type(overlay, "12");
	assert_int_equal(fills, 1);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_string_equal(picker_item(&picker)->value, "12");
	type(overlay, "x");
	assert_int_equal(fills, 2);
	act(overlay, ACTION_DOWN);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_string_equal(picker_item(&picker)->value, "12x2");
	picker_done(&picker);
}

/* 51 of sixteen is no number: it may begin the code of an account. */
static void
picker_looks_for_a_number_that_is_not_in_the_list(void **state)
{
	int fills = 0;
	struct picker picker = { .title = "Pick", .fill = fill, .context = &fills };
	struct overlay overlay = picker_open(&picker, "");

	(void)state;
	type(overlay, "5");
	assert_string_equal(picker_item(&picker)->value, "5");
	type(overlay, "1");
	assert_int_equal(fills, 2);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_string_equal(picker_item(&picker)->value, "511");
	picker_done(&picker);
}

static void
picker_shows_which_row_a_number_means_and_the_marker_goes_on_from_there(void **state)
{
	int fills = 0;
	struct picker picker = { .title = "Pick", .fill = fill, .context = &fills };
	struct overlay overlay = picker_open(&picker, "");

	(void)state;
	type(overlay, "7");
	assert_string_equal(picker_item(&picker)->value, "7");
	act(overlay, ACTION_DOWN);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_string_equal(picker_item(&picker)->value, "8");
	picker_done(&picker);
}

static void
number_chooses_only_what_is_there(void **state)
{
	static const struct {
		const char *typed;
		size_t wanted;
	} cases[] = {
		{ "1", 0 }, { "16", 15 }, { "17", SIZE_MAX }, { "0", SIZE_MAX }, { "", SIZE_MAX },
		{ "1a", SIZE_MAX }, { "001", SIZE_MAX }, { "2026", SIZE_MAX },
	};
	struct choices choices = { 0 };
	int fills = 0;

	(void)state;
	fill(&fills, "", &choices);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(chooser_number(&choices, cases[i].typed), cases[i].wanted);
	choices_done(&choices);
}

static void
palette_recalls_commands_the_latest_first_and_each_once(void **state)
{
	struct palette palette = { 0 };

	(void)state;
	palette_remember(&palette, "mem kr-47");
	palette_remember(&palette, "due 2026");
	palette_remember(&palette, "mem kr-47");
	assert_int_equal(palette.earlier_count, 2);
	struct overlay overlay = palette_open(&palette);
	act(overlay, ACTION_UP);
	assert_string_equal(line_text(&palette.line), "mem kr-47");
	act(overlay, ACTION_UP);
	act(overlay, ACTION_UP);
	assert_string_equal(line_text(&palette.line), "due 2026");
	act(overlay, ACTION_DOWN);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_string_equal(buf_text(&palette.command), "mem kr-47");
	for (int i = 0; i < 3 * PALETTE_EARLIER; i++) {
		char command[16];

		snprintf(command, sizeof command, "mtg %d", i);
		palette_remember(&palette, command);
	}
	assert_int_equal(palette.earlier_count, PALETTE_EARLIER);
	palette_done(&palette);
}

static void
palette_hands_back_what_was_typed_when_nothing_matches(void **state)
{
	struct palette palette = { 0 };
	struct overlay overlay = palette_open(&palette);

	(void)state;
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_REFUSED);
	type(overlay, "=his");
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_string_equal(buf_text(&palette.command), "=his");
	palette_done(&palette);
}

static void
question_is_answered_by_digit_and_enter_changes_nothing(void **state)
{
	struct prompt prompt = { .question = "Void 3 records?", .answers = prompt_yes_no, .safe = PROMPT_NO };
	struct overlay overlay = prompt_open(&prompt);

	(void)state;
	assert_int_equal(act(overlay, ACTION_DOWN), OVERLAY_REFUSED);
	assert_int_equal(digit(overlay, 7), OVERLAY_REFUSED);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_int_equal(prompt.answer, PROMPT_NO);
	assert_int_equal(digit(overlay, 1), OVERLAY_TAKE);
	assert_int_equal(prompt.answer, PROMPT_YES);
	prompt_done(&prompt);
}

static void
reason_that_is_required_is_not_taken_empty(void **state)
{
	struct prompt prompt = { .question = "Reason", .required = true };
	struct overlay overlay = prompt_open(&prompt);

	(void)state;
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_REFUSED);
	type(overlay, "x");
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	prompt_done(&prompt);
}

static void
menu_offers_options_then_actions_by_number(void **state)
{
	static const struct option options[] = { { .digit = 2, .label = "Edit", .help = "e" },
	    { .digit = 9, .label = "Dues", .help = "d" }, { 0 } };
	static const struct action_use uses[] = { { .id = ACTION_NEW }, { 0 } };
	struct menu menu = { .uses = uses, .options = options, .zone = ZONE_ROWS };
	struct overlay overlay = menu_open(&menu);

	(void)state;
	digit(overlay, 2);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_int_equal(menu.input.action, ACTION_OPTION);
	assert_int_equal(menu.input.option, 9);
	act(overlay, ACTION_DOWN);
	assert_int_equal(act(overlay, ACTION_ACCEPT), OVERLAY_TAKE);
	assert_int_equal(menu.input.action, ACTION_NEW);
	digit(overlay, 1);
	digit(overlay, 0);
	assert_int_equal(menu.chooser.row, 9);
	assert_int_equal(digit(overlay, 0), OVERLAY_REFUSED);
	menu_done(&menu);
}

static void
calendar_goes_by_arrows_pages_and_numbers(void **state)
{
	static const struct {
		enum action_id id;
		int digit;
		const char *day;
	} steps[] = {
		{ ACTION_RIGHT, 0, "2026-01-31" },
		{ ACTION_PAGE_DOWN, 0, "2026-02-28" },
		{ ACTION_DOWN, 0, "2026-03-07" },
		{ ACTION_LEFT, 0, "2026-03-06" },
		{ ACTION_UP, 0, "2026-02-27" },
		{ ACTION_PAGE_UP, 0, "2026-01-27" },
		{ ACTION_DIGIT, 1, "2026-01-01" },
		{ ACTION_DIGIT, 3, "2026-01-13" },
		{ ACTION_DIGIT, 4, "2026-01-04" },
		{ ACTION_UP, 0, "2025-12-28" },
		{ ACTION_DIGIT, 0, "2026-04-13" },
	};
	struct calendar calendar = { 0 };
	struct overlay overlay = calendar_open(&calendar, "2026-01-30", "2026-04-13");

	(void)state;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		overlay.kind->act(&calendar, &(struct input){ .action = steps[i].id, .option = steps[i].digit });
		assert_string_equal(calendar.day, steps[i].day);
	}
	calendar_open(&calendar, "2010-10", "2026-04-13");
	assert_string_equal(calendar.day, "2010-10-01");
	calendar_open(&calendar, "nonsense", "2026-04-13");
	assert_string_equal(calendar.day, "2026-04-13");
}

static void
text_is_wrapped_at_blanks_and_between_han(void **state)
{
	static const struct {
		const char *text;
		int width;
		const char *wrapped;
	} cases[] = {
		{ "one two three", 20, "one two three\n" },
		{ "one two three", 8, "one two\nthree\n" },
		{ "one two three", 7, "one two\nthree\n" },
		{ "one two three", 6, "one\ntwo\nthree\n" },
		{ "abcdefghij", 4, "abcd\nefgh\nij\n" },
		{ "富山県と新潟県", 6, "富山県\nと新潟\n県\n" },
		{ "富山県と新潟県", 7, "富山県\nと新潟\n県\n" },
		{ "a\n\nb\n", 5, "a\n\nb\n" },
		{ "", 5, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf wrapped = { 0 };

		pager_wrap(cases[i].text, cases[i].width, &wrapped);
		assert_string_equal(buf_text(&wrapped), cases[i].wrapped);
		buf_done(&wrapped);
	}
}

static void
note_moves_by_the_rows_that_are_seen(void **state)
{
	static const struct {
		enum action_id id;
		size_t cursor;
	} steps[] = {
		{ ACTION_UP, 9 },	/* the broken second line: cdef */
		{ ACTION_UP, 5 },
		{ ACTION_UP, 2 },	/* the end of "ab" */
		{ ACTION_UP, 2 },
		{ ACTION_DOWN, 5 },
		{ ACTION_DOWN, 9 },
		{ ACTION_DOWN, 12 },
		{ ACTION_DOWN, 12 },
		{ ACTION_LINE_START, 10 },
	};
	struct note note = { .title = "Note" };
	struct overlay overlay = note_open(&note, "ab\ncdefgh\nxy");

	(void)state;
	note.width = 4;
	note.page = 3;
	assert_int_equal(note.line.cursor, 12);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		act(overlay, steps[i].id);
		assert_int_equal(note.line.cursor, steps[i].cursor);
	}
	act(overlay, ACTION_ACCEPT);
	assert_string_equal(line_text(&note.line), "ab\ncdefgh\n\nxy");
	assert_int_equal(act(overlay, ACTION_SAVE), OVERLAY_TAKE);
	note_done(&note);
}

static void
messages_are_kept_the_latest_first(void **state)
{
	struct bar bar = { 0 };
	struct buf log = { 0 };

	(void)state;
	for (int i = 0; i < BAR_KEPT + 5; i++) {
		char text[32];

		snprintf(text, sizeof text, "message %d", i);
		bar_say(&bar, false, text);
	}
	bar_log(&bar, &log);
	assert_memory_equal(buf_text(&log), "message 204\nmessage 203\n", 24);
	assert_null(strstr(buf_text(&log), "message 4\n"));
	assert_non_null(strstr(buf_text(&log), "message 5\n"));
	buf_done(&log);
	bar_done(&bar);
}

static void
footer_leaves_out_what_has_no_room(void **state)
{
	static const char *const parts[] = { "Enter take", "F12 close", "Tab complete", NULL };
	static const struct {
		int columns;
		const char *wanted;
	} cases[] = {
		{ 80, "Enter take   F12 close   Tab complete" },
		{ 36, "Enter take   F12 close" },
		{ 21, "Enter take" },
		{ 5, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf text = { 0 };

		overlay_footer(parts, cases[i].columns, &text);
		assert_string_equal(buf_text(&text), cases[i].wanted);
		buf_done(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(picker_takes_a_number_without_looking_for_it),
		cmocka_unit_test(picker_looks_for_a_number_that_is_not_in_the_list),
		cmocka_unit_test(picker_shows_which_row_a_number_means_and_the_marker_goes_on_from_there),
		cmocka_unit_test(number_chooses_only_what_is_there),
		cmocka_unit_test(palette_recalls_commands_the_latest_first_and_each_once),
		cmocka_unit_test(palette_hands_back_what_was_typed_when_nothing_matches),
		cmocka_unit_test(question_is_answered_by_digit_and_enter_changes_nothing),
		cmocka_unit_test(reason_that_is_required_is_not_taken_empty),
		cmocka_unit_test(menu_offers_options_then_actions_by_number),
		cmocka_unit_test(calendar_goes_by_arrows_pages_and_numbers),
		cmocka_unit_test(text_is_wrapped_at_blanks_and_between_han),
		cmocka_unit_test(note_moves_by_the_rows_that_are_seen),
		cmocka_unit_test(messages_are_kept_the_latest_first),
		cmocka_unit_test(footer_leaves_out_what_has_no_room),
	};

	return cmocka_run_group_tests_name("widgets", tests, utf8_set_up, NULL);
}
