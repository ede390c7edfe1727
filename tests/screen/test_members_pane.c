/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

enum { FIND = 1, FIND_COLUMN = 7 };

static struct terminal *
open_members(struct near_options options, const char *shown)
{
	struct terminal *t = near_start(&options);

	terminal_type(t, "mem<Enter>");
	terminal_wait(t, shown);
	return t;
}

static void
list_is_whole_in_every_language(void **state)
{
	static const struct { const char *language, *find, *count, *golden; } cases[] = {
		{ "en", "qsbd", "1 of 75", "members-en" },
		{ "zh_CN", "qingshang", "2/75", "members-zh" },
		{ "ja", "とやま", "1/75", "members-ja" },
		{ "ko", "ㄱㅅㅂㄷ", "1/75", "members-ko" },
		{ "ru", "край", "6 из 75", "members-ru" },
		{ "mn", "хязгаар", "6/75", "members-mn" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = open_members((struct near_options){ .folder = *state,
			.language = cases[i].language }, "75");

		terminal_type(t, cases[i].find);
		terminal_wait(t, cases[i].count);
		terminal_wait_screen(t, cases[i].golden);
		near_end(t);
	}
}

static void
small_window_keeps_code_name_and_find(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state,
		.language = "ko", .rows = 12, .columns = 40 }, "75/75");

	terminal_type(t, "산시");
	terminal_wait(t, "2/75");
	terminal_wait_screen(t, "members-small");
	near_end(t);
}

static void
vt100_gets_the_same_screen_without_a_colour(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state,
		.term = "vt100" }, "75 of 75");

	terminal_type(t, "qsbd");
	terminal_wait(t, "1 of 75");
	terminal_wait_screen(t, "members-en");
	assert_false(terminal_wrote_colour(t));
	near_end(t);
}

static void
same_province_is_found_in_four_scripts(void **state)
{
	static const char *const typed[] = { "gyeongbuk", "qsbd", "경북", "ㄱㅅㅂㄷ", "경상부", "kr47" };
	struct terminal *t = open_members((struct near_options){ .folder = *state }, "75 of 75");

	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
		terminal_type(t, typed[i]);
		terminal_wait(t, "> KR-47");
		terminal_type(t, "<C-u>");
		terminal_wait(t, "75 of 75");
	}
	near_end(t);
}

static void
two_provinces_with_one_korean_name_are_both_shown(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state }, "75 of 75");

	terminal_type(t, "산시");
	terminal_wait(t, "> CN-SX");
	terminal_wait(t, "  CN-SN");
	near_end(t);
}

static void
cursor_stands_at_the_insertion_point_of_wide_text(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state }, "75 of 75");

	terminal_type(t, "富山県");
	terminal_wait_cursor(t, FIND, FIND_COLUMN + 6);
	terminal_type(t, "<Left>");
	terminal_wait_cursor(t, FIND, FIND_COLUMN + 4);
	terminal_type(t, "<BS>");
	terminal_wait(t, "[富県 ");
	terminal_wait_cursor(t, FIND, FIND_COLUMN + 2);
	near_end(t);
}

static void
burst_of_an_input_method_arrives_whole_and_in_order(void **state)
{
	static const char burst[] = "경상북도경상남도전라북도강원도충청북도";
	struct terminal *t = open_members((struct near_options){ .folder = *state,
		.columns = 120 }, "75 of 75");

	terminal_type(t, burst);
	terminal_wait(t, "강원도충청북도");
	terminal_type(t, "<C-u>");
	terminal_wait(t, "75 of 75");
	for (size_t i = 0; i < strlen(burst); i++)
		terminal_send(t, burst + i, 1);
	terminal_wait(t, "강원도충청북도");
	near_end(t);
}

static void
queued_downs_end_on_the_right_row_in_two_frames(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state }, "75 of 75");

	terminal_settle(t);
	terminal_step(t);
	terminal_type(t, "<Down*40>");
	terminal_wait(t, "41 of 75");
	terminal_settle(t);
	struct terminal_step step = terminal_step(t);
	if (step.writes >= 0)
		assert_in_range(step.writes, 1, 2);
	near_end(t);
}

static void
words_of_find_filter(void **state)
{
	static const struct { const char *typed, *count; } cases[] = {
		{ "country:mn", "22 of 75" },
		{ "status:observer", "5 of 75" },
		{ "since:2010", "1 of 75" },
		{ "since:>2006", "6 of 75" },
		{ "kind:krai", "6 of 75" },
		{ "country:MN баян", "2 of 75" },
		{ "coordinator:yes", "0 of 75" },
	};
	struct terminal *t = open_members((struct near_options){ .folder = *state }, "75 of 75");

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		terminal_type(t, cases[i].typed);
		terminal_wait(t, cases[i].count);
		terminal_type(t, "<C-u>");
		terminal_wait(t, "75 of 75");
	}
	near_end(t);
}

static void
past_day_shows_who_belonged_then(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state,
		.more = "--as-of=2010-09-30" }, "74 of 74");

	terminal_wait(t, "As of 2010-09-30");
	terminal_type(t, "status:member");
	terminal_wait(t, "69 of 74");
	terminal_type(t, "<C-u>RU-KEM");
	terminal_wait(t, "0 of 74");
	near_end(t);
	t = open_members((struct near_options){ .folder = *state,
		.more = "--as-of=2010-11-01" }, "75 of 75");
	terminal_type(t, "status:member");
	terminal_wait(t, "70 of 75");
	near_end(t);
}

static void
name_of_the_day_is_shown(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state,
		.language = "zh_CN", .more = "--as-of=2007-06-30" }, "MEM");

	terminal_type(t, "RU-KAM");
	terminal_wait(t, "堪察加州");
	near_end(t);
}

static void
change_of_another_clerk_is_shown_without_a_key(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state }, "75 of 75");

	terminal_type(t, "KR-47");
	terminal_wait(t, "> KR-47");
	assert_int_equal(near_run(*state, "clerk2", "member edit KR-47 email=office@example.org"), 0);
	terminal_wait(t, "office@example.org");
	near_end(t);
}

static void
rows_that_another_clerk_moves_are_moved_without_a_key(void **state)
{
	struct terminal *t = open_members((struct near_options){ .folder = *state }, "75 of 75");

	terminal_wait(t, " 1 of 75 --");
	assert_int_equal(near_run(*state, "clerk2", "member edit RU-KAM rank=0"), 0);
	terminal_wait(t, " 2 of 75 --");
	terminal_type(t, "<Up>");
	terminal_wait(t, "> RU-KAM");
	assert_int_equal(near_run(*state, "clerk2", "member edit RU-KAM name_en=Kamchatka"), 0);
	terminal_wait(t, "RU-KAM Kamchatka ");
	near_end(t);
}

static void
letters_are_commands_among_the_rows_on_every_layout(void **state)
{
	static const char *const quit[] = { "q", "й", "ｑ", "ㅂ" };

	for (size_t i = 0; i < sizeof quit / sizeof quit[0]; i++) {
		struct terminal *t = open_members((struct near_options){ .folder = *state,
			.language = i == 1 ? "ru" : "en" }, "75");

		terminal_type(t, "<Tab>");
		terminal_type(t, quit[i]);
		terminal_wait(t, " HOM ");
		terminal_type(t, "<F3>");
		assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, near_setup, near_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(list_is_whole_in_every_language),
		CASE(small_window_keeps_code_name_and_find),
		CASE(vt100_gets_the_same_screen_without_a_colour),
		CASE(same_province_is_found_in_four_scripts),
		CASE(two_provinces_with_one_korean_name_are_both_shown),
		CASE(cursor_stands_at_the_insertion_point_of_wide_text),
		CASE(burst_of_an_input_method_arrives_whole_and_in_order),
		CASE(queued_downs_end_on_the_right_row_in_two_frames),
		CASE(words_of_find_filter),
		CASE(past_day_shows_who_belonged_then),
		CASE(name_of_the_day_is_shown),
		CASE(change_of_another_clerk_is_shown_without_a_key),
		CASE(rows_that_another_clerk_moves_are_moved_without_a_key),
		CASE(letters_are_commands_among_the_rows_on_every_layout),
	};

	return cmocka_run_group_tests_name("members pane", tests, NULL, NULL);
}
