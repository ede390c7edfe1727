/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"
#include "ui/action.h"
#include "ui/keys.h"
#include "unit/utf8.h"

static const struct action_use list_uses[] = {
	{ .id = ACTION_VALUES }, { .id = ACTION_NEW }, { .id = ACTION_PREVIOUS }, { .id = ACTION_NEXT },
	{ .id = ACTION_VIEW }, { 0 }
};

static const struct action_use form_uses[] = {
	{ .id = ACTION_VALUES }, { .id = ACTION_PREVIOUS }, { .id = ACTION_NEXT }, { .id = ACTION_SAVE },
	{ .id = ACTION_CANCEL }, { 0 }
};

static const struct action_use home_uses[] = {
	{ .id = ACTION_BACK, .label = "Quit" }, { .id = ACTION_VALUES }, { 0 }
};

static const struct option row_options[] = {
	{ .digit = 2, .label = "Edit" }, { .digit = 5, .label = "View" }, { .digit = 9, .label = "Dues" }, { 0 }
};

static void
assert_key_row(const struct action_use *uses, int columns, const char *wanted)
{
	struct buf row = { 0 };

	action_key_row(uses, columns, &row);
	assert_string_equal(buf_text(&row), wanted);
	buf_done(&row);
}

static void
key_row_is_that_of_the_mock_ups(void **state)
{
	(void)state;
	assert_key_row(list_uses, 78, "F1 Help F2 Actions F3 Back F4 List F6 New F7/F8 Prev/Next F9 Go F11 Columns");
	assert_key_row(form_uses, 78, "F1 Help F3 Back F4 List F7/F8 Prev/Next F10 Save (^S) F12 Cancel F9 Go");
	assert_key_row(home_uses, 78, "F1 Help F2 Actions F3 Quit F4 List F5 Refresh F9 Go");
	assert_key_row(form_uses, 38, "F1Help F3Back F4List F10Save(^S)");
}

/* Every piece of a row, whatever the width, is a whole piece of the widest row. */
static void
assert_whole_labels(const char *row, const char *widest)
{
	struct buf padded_row = { 0 }, padded_widest = { 0 };

	buf_addf(&padded_row, " %s ", row);
	buf_addf(&padded_widest, " %s ", widest);
	for (const char *key = buf_text(&padded_row); (key = strstr(key, " F")) != NULL; key++) {
		const char *end = strstr(key + 1, " F");
		struct buf piece = { 0 };

		buf_add_bytes(&piece, key, end != NULL ? (size_t)(end + 1 - key) : strlen(key));
		assert_non_null(strstr(buf_text(&padded_widest), buf_text(&piece)));
		buf_done(&piece);
	}
	buf_done(&padded_row);
	buf_done(&padded_widest);
}

static void
check_key_rows(const struct action_use *uses)
{
	for (int columns = 24; columns <= 160; columns++) {
		struct buf row = { 0 }, widest = { 0 };

		action_key_row(uses, columns, &row);
		action_key_row(uses, columns < 59 ? 58 : 1000, &widest);
		assert_true(text_width(buf_text(&row)) <= columns);
		if (columns >= 59)
			assert_whole_labels(buf_text(&row), buf_text(&widest));
		assert_non_null(strstr(buf_text(&row), "F1"));
		assert_non_null(strstr(buf_text(&row), "F3"));
		buf_done(&row);
		buf_done(&widest);
	}
}

/* Run a check once in every language of the screen. */
static void
in_every_language(void (*check)(void))
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct catalogue *catalogue = catalogue_open(NULL, &languages[i]);

		assert_true(catalogue != NULL || strcmp(languages[i].code, "en") == 0);
		messages_use(catalogue, &languages[i]);
		check();
		messages_use(NULL, &languages[0]);
		catalogue_close(catalogue);
	}
}

static void
check_all_key_rows(void)
{
	check_key_rows(list_uses);
	check_key_rows(form_uses);
	check_key_rows(home_uses);
}

static void
labels_are_never_cut_in_any_language(void **state)
{
	(void)state;
	in_every_language(check_all_key_rows);
}

static void
check_help_widths(void)
{
	for (enum action_id id = ACTION_HELP; id < ACTION_TABLE_END; id++) {
		struct buf keys = { 0 };

		action_keys_text(id, &keys);
		if (text_width(action_help(NULL, id)) > 54)
			fail_msg("too wide for F1: %s", action_help(NULL, id));
		assert_true(text_width(buf_text(&keys)) <= 18);
		buf_done(&keys);
	}
}

static void
help_fits_beside_its_keys_in_any_language(void **state)
{
	(void)state;
	in_every_language(check_help_widths);
}

static void
options_are_shown_whole_or_not_at_all(void **state)
{
	static const struct {
		int columns;
		const char *wanted;
	} cases[] = {
		{ 80, "2=Edit 5=View 9=Dues" },
		{ 20, "2=Edit 5=View 9=Dues" },
		{ 19, "2=Edit 5=View" },
		{ 12, "2=Edit" },
		{ 5, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buf row = { 0 };

		action_option_row(row_options, cases[i].columns, &row);
		assert_string_equal(buf_text(&row), cases[i].wanted);
		buf_done(&row);
	}
}

static bool
share_a_key(const struct action *a, const struct action *b)
{
	for (int i = 0; i < ACTION_KEYS && a->keys[i] != NULL; i++)
		for (int j = 0; j < ACTION_KEYS && b->keys[j] != NULL; j++)
			if (strcmp(a->keys[i], b->keys[j]) == 0)
				return true;
	return false;
}

static void
no_key_means_two_things_in_one_zone(void **state)
{
	(void)state;
	for (enum action_id a = ACTION_HELP; a < ACTION_TABLE_END; a++)
		for (enum action_id b = a + 1; b < ACTION_TABLE_END; b++) {
			if ((actions[a].zones & actions[b].zones) != 0)
				assert_false(share_a_key(&actions[a], &actions[b]));
			assert_true(actions[a].letter == 0 || actions[a].letter != actions[b].letter);
			assert_string_not_equal(actions[a].name, actions[b].name);
		}
}

static void
every_action_can_be_reached_without_a_letter(void **state)
{
	(void)state;
	for (enum action_id id = ACTION_HELP; id < ACTION_TABLE_END; id++) {
		assert_non_null(actions[id].help);
		assert_int_equal(action_find(actions[id].name), id);
		if (actions[id].keys[0] != NULL || id == ACTION_SORT)	/* sort: F2 */
			continue;
		/* Tab goes to Find, Up and Down to rows, 4 is typed. */
		assert_true(id == ACTION_FIND || id == ACTION_FIND_NEXT || id == ACTION_FIND_PREVIOUS ||
		    id == ACTION_VOID);
	}
}

static struct key
text_key(const char *text)
{
	struct key key = { .code = KEYS_TEXT };

	strcpy(key.text, text);
	text_decode(text, &key.rune);
	return key;
}

static void
letter_is_a_command_only_in_the_rows(void **state)
{
	static const struct {
		const char *text, *layout;
		enum action_zone zone;
		enum action_id wanted;
	} cases[] = {
		{ "q", NULL, ZONE_ROWS, ACTION_BACK },
		{ "q", NULL, ZONE_FIND, ACTION_TEXT },
		{ "q", NULL, ZONE_FORM, ACTION_TEXT },
		{ "q", NULL, ZONE_NOTE, ACTION_TEXT },
		{ "й", "ru", ZONE_ROWS, ACTION_BACK },
		{ "й", "ru", ZONE_FIND, ACTION_TEXT },
		{ "ф", "mn", ZONE_ROWS, ACTION_BACK },
		{ "ｑ", NULL, ZONE_ROWS, ACTION_BACK },
		{ "ㅂ", NULL, ZONE_ROWS, ACTION_BACK },
		{ "7", NULL, ZONE_ROWS, ACTION_DIGIT },
		{ "７", NULL, ZONE_ROWS, ACTION_DIGIT },
		{ "7", NULL, ZONE_FIND, ACTION_TEXT },
		{ " ", NULL, ZONE_ROWS, ACTION_MARK },
		{ "?", NULL, ZONE_ROWS, ACTION_HELP },
		{ ":", NULL, ZONE_ROWS, ACTION_GO },
		{ "/", NULL, ZONE_ROWS, ACTION_FIND },
		{ "富", NULL, ZONE_ROWS, ACTION_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct key key = text_key(cases[i].text);
		struct input input;
		bool known = action_of_key(&key, cases[i].zone, cases[i].layout, &input);

		assert_int_equal(input.action, cases[i].wanted);
		assert_int_equal(known, cases[i].wanted != ACTION_NONE);
		if (input.action == ACTION_DIGIT)
			assert_int_equal(input.option, 7);
	}
}

static void
key_means_what_its_zone_says(void **state)
{
	static const struct {
		enum key_code code;
		char control;
		enum action_zone zone;
		enum action_id wanted;
	} cases[] = {
		{ KEYS_HOME, 0, ZONE_ROWS, ACTION_FIRST },
		{ KEYS_HOME, 0, ZONE_FIND, ACTION_LINE_START },
		{ KEYS_CONTROL, 's', ZONE_FORM, ACTION_SAVE },
		{ KEYS_CONTROL, 's', ZONE_OVERLAY, ACTION_NONE },
		{ KEYS_CONTROL, 'd', ZONE_FORM, ACTION_SAME },
		{ KEYS_CONTROL, 'd', ZONE_ROWS, ACTION_NONE },
		{ KEYS_CONTROL, '_', ZONE_NOTE, ACTION_UNDO },
		{ KEYS_CONTROL, 'g', ZONE_OVERLAY, ACTION_CANCEL },
		{ KEYS_F10, 0, ZONE_NOTE, ACTION_SAVE },
		{ KEYS_F12, 0, ZONE_OVERLAY, ACTION_CANCEL },
		{ KEYS_ESCAPE, 0, ZONE_FORM, ACTION_ESCAPE },
		{ KEYS_INSERT, 0, ZONE_FIND, ACTION_MARK },
		{ KEYS_INSERT, 0, ZONE_FORM, ACTION_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct key key = { .code = cases[i].code, .rune = (uint32_t)cases[i].control };
		struct input input;

		action_of_key(&key, cases[i].zone, NULL, &input);
		assert_int_equal(input.action, cases[i].wanted);
	}
}

static void
escape_and_a_digit_are_the_f_keys(void **state)
{
	(void)state;
	assert_int_equal(action_of_escape_digit('1'), ACTION_HELP);
	assert_int_equal(action_of_escape_digit('0'), ACTION_SAVE);
	assert_int_equal(action_of_escape_digit('x'), ACTION_NONE);
	for (char digit = '1'; digit <= '9'; digit++) {
		struct key key = { .code = KEYS_F1 + (enum key_code)(digit - '1') };
		struct input input;

		action_of_key(&key, ZONE_FORM, NULL, &input);
		assert_int_equal(action_of_escape_digit(digit), input.action);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(key_row_is_that_of_the_mock_ups),
		cmocka_unit_test(labels_are_never_cut_in_any_language),
		cmocka_unit_test(help_fits_beside_its_keys_in_any_language),
		cmocka_unit_test(options_are_shown_whole_or_not_at_all),
		cmocka_unit_test(no_key_means_two_things_in_one_zone),
		cmocka_unit_test(every_action_can_be_reached_without_a_letter),
		cmocka_unit_test(letter_is_a_command_only_in_the_rows),
		cmocka_unit_test(key_means_what_its_zone_says),
		cmocka_unit_test(escape_and_a_digit_are_the_f_keys),
	};

	return cmocka_run_group_tests_name("action", tests, utf8_set_up, NULL);
}
