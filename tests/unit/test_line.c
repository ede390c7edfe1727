/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rounds.h"
#include "ui/action.h"
#include "ui/line.h"
#include "unit/utf8.h"

/*
 * A script of editing: text stands for itself; '<' left, '>' right, '^' start,
 * '$' end, 'B' Backspace, 'D' Del, 'U' ^U, 'K' ^K, 'W' ^W, '-' undo, '+' redo.
 */
static enum action_id
action_of(char c)
{
	static const struct {
		char c;
		enum action_id id;
	} table[] = {
		{ '<', ACTION_LEFT }, { '>', ACTION_RIGHT }, { '^', ACTION_LINE_START }, { '$', ACTION_LINE_END },
		{ 'B', ACTION_ERASE_BACK }, { 'D', ACTION_ERASE }, { 'U', ACTION_KILL_START },
		{ 'K', ACTION_KILL_END }, { 'W', ACTION_WORD_BACK }, { '-', ACTION_UNDO }, { '+', ACTION_REDO },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (table[i].c == c)
			return table[i].id;
	return ACTION_TEXT;
}

static void
type(struct line *line, const char *script)
{
	char typed[8];

	while (*script != '\0') {
		uint32_t rune;
		const char *next = text_decode(script, &rune);

		memcpy(typed, script, (size_t)(next - script));
		typed[next - script] = '\0';
		line_act(line, &(struct input){ .action = action_of(*script), .text = typed }, NULL);
		script = next;
	}
}

static void
editing_goes_by_what_is_seen(void **state)
{
	static const struct {
		const char *before, *script, *after;
		size_t cursor;
	} cases[] = {
		{ "", "abc", "abc", 3 },
		{ "abc", "<x", "abxc", 3 },
		{ "富山県", "B", "富山", 6 },
		{ "富山県", "<B", "富県", 3 },
		{ "富山県", "^D", "山県", 0 },
		{ "경상북도", "<<x", "경상x북도", 7 },
		{ "abc", "^B", "abc", 0 },
		{ "abc", "D", "abc", 3 },
		{ "one two", "W", "one ", 4 },
		{ "one two ", "W", "one ", 4 },
		{ "one two", "<<U", "wo", 0 },
		{ "one two", "^>>>K", "one", 3 },
		{ "abc", ">", "abc", 3 },
		{ "e", "\xcc\x81", "\xc3\xa9", 2 },		/* composed: NFC */
		{ "x", "e\xcc\x81" "B", "x", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct line line = { 0 };

		line_set(&line, cases[i].before);
		type(&line, cases[i].script);
		assert_string_equal(line_text(&line), cases[i].after);
		assert_int_equal(line.cursor, cases[i].cursor);
		line_done(&line);
	}
}

static void
undo_takes_back_words_typed_and_each_erasure(void **state)
{
	static const struct {
		const char *script, *after;
	} cases[] = {
		{ "abc-", "" },
		{ "abc-+", "abc" },
		{ "abcB-", "abc" },
		{ "abcB--", "" },
		{ "abcBB--+", "ab" },
		{ "abc-x+", "x" },		/* what was undone is gone once something is typed */
		{ "-", "" },
		{ "+", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct line line = { 0 };

		type(&line, cases[i].script);
		assert_string_equal(line_text(&line), cases[i].after);
		line_done(&line);
	}
}

static void
paste(struct line *line, const char *text)
{
	line_act(line, &(struct input){ .action = ACTION_PASTE, .text = text }, NULL);
}

static void
lines_of_a_paste_become_one_and_that_is_told(void **state)
{
	struct line line = { 0 };

	(void)state;
	paste(&line, "one\ntwo\nthree\n");
	assert_string_equal(line_text(&line), "one two three");
	assert_true(line.joined);
	paste(&line, "!\n");
	assert_string_equal(line_text(&line), "one two three!");
	assert_false(line.joined);
	line_done(&line);
}

static void
line_takes_nothing_that_cannot_be_stored(void **state)
{
	struct line line = { 0 };

	(void)state;
	paste(&line, "a\xe2\x80\xae" "b\x1b" "c\td");
	assert_string_equal(line_text(&line), "abc d");
	line_done(&line);
}

static void
full_line_takes_whole_characters_only(void **state)
{
	struct line line = { .most = 7 };

	(void)state;
	paste(&line, "富山県");
	assert_string_equal(line_text(&line), "富山");
	assert_true(line.full);
	type(&line, "x");
	assert_string_equal(line_text(&line), "富山x");
	assert_false(line.full);
	line_done(&line);
}

static void
note_moves_and_erases_within_its_lines(void **state)
{
	struct line line = { .many = true };

	(void)state;
	paste(&line, "one\ntwo");
	assert_string_equal(line_text(&line), "one\ntwo");
	assert_false(line.joined);
	type(&line, "^x$y");
	assert_string_equal(line_text(&line), "one\nxtwoy");
	type(&line, "U");
	assert_string_equal(line_text(&line), "one\n");
	type(&line, "B");
	assert_string_equal(line_text(&line), "one");
	line_done(&line);
}

static void
fresh_code_is_replaced_by_typing_and_kept_by_correcting(void **state)
{
	struct line line = { 0 };

	(void)state;
	line_set(&line, "KR-4");
	line.fresh = true;
	type(&line, "J");
	assert_string_equal(line_text(&line), "J");
	type(&line, "-");
	assert_string_equal(line_text(&line), "");
	type(&line, "-");
	assert_string_equal(line_text(&line), "KR-4");
	line_set(&line, "KR-4");
	line.fresh = true;
	type(&line, "B7");
	assert_string_equal(line_text(&line), "KR-7");
	line_done(&line);
}

/* Pieces that compose, join, are wide, or may not be stored at all. */
static const char *const pieces[] = {
	"a", " ", "富", "한", "ㅎ", "\xcc\x81", "e", "й", "\xd0\xb8\xcc\x86", "\xe2\x80\x8d", "\x1b", "\n", "か\xe3\x82\x99",
	"one two\nthree", "\xe2\x80\xae",
};

static void
act_at_random(struct line *line)
{
	static const enum action_id ids[] = {
		ACTION_TEXT, ACTION_TEXT, ACTION_TEXT, ACTION_TEXT, ACTION_PASTE, ACTION_LEFT, ACTION_LEFT, ACTION_RIGHT,
		ACTION_LINE_START, ACTION_LINE_END, ACTION_ERASE_BACK, ACTION_ERASE, ACTION_KILL_START,
		ACTION_KILL_END, ACTION_WORD_BACK, ACTION_UNDO, ACTION_UNDO, ACTION_REDO, ACTION_STOP,
	};
	struct input input = {
		.action = ids[(size_t)rand() % (sizeof ids / sizeof *ids)],
		.text = pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)],
	};

	line_act(line, &input, NULL);
}

/* Is place between two characters as they are seen? */
static bool
is_boundary(const char *text, size_t place)
{
	const char *at = text;

	while (at < text + place)
		at = text_next(at);
	return at == text + place;
}

static void
text_can_be_stored_and_the_cursor_stands_between_characters(void **state)
{
	(void)state;
	srand(rounds_seed());
	for (unsigned round = 0; round < rounds_count(300); round++) {
		struct line line = { .many = round % 2 == 1, .most = 40 };
		const char *why;

		for (int i = 0; i < 60; i++) {
			act_at_random(&line);
			const char *text = line_text(&line);
			if (!text_is_storable(text, strlen(text), line.many, &why))
				fail_msg("%s", why);
			assert_true(line.cursor <= line.text.length);
			if (!is_boundary(text, line.cursor))
				fail_msg("inside a character: %zu of \"%s\"", line.cursor, text);
		}
		line_done(&line);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(editing_goes_by_what_is_seen),
		cmocka_unit_test(undo_takes_back_words_typed_and_each_erasure),
		cmocka_unit_test(lines_of_a_paste_become_one_and_that_is_told),
		cmocka_unit_test(line_takes_nothing_that_cannot_be_stored),
		cmocka_unit_test(full_line_takes_whole_characters_only),
		cmocka_unit_test(note_moves_and_erases_within_its_lines),
		cmocka_unit_test(fresh_code_is_replaced_by_typing_and_kept_by_correcting),
		cmocka_unit_test(text_can_be_stored_and_the_cursor_stands_between_characters),
	};

	return cmocka_run_group_tests_name("line", tests, utf8_set_up, NULL);
}
