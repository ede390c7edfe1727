/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/near.h"

static void
lists_of_rows_are_whole(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "nam ru-kam", " NAM ", "rows-names-en", 0, 0 },
		{ "ru", "sta kr-47", " STA ", "rows-statuses-ru", 0, 0 },
		{ "ko", "rul", " RUL ", "rows-rules-ko", 0, 0 },
		{ "ja", "ali ru-kam", " ALI ", "rows-aliases-ja", 0, 0 },
		{ "mn", "sta kr-47", " STA ", "rows-statuses-small", 12, 40 },
		{ "zh_CN", "nam ru-kam", " NAM ", "rows-names-small", 12, 40 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

/* What ends in '~' before the values begin. */
static void
expect_whole(struct terminal *t, int row, int columns)
{
	const char *text = terminal_row(t, row);
	char *shown = mem_strdup(text);
	int column = 0;

	for (char *p = shown; *p != '\0' && column < columns; p++) {
		column += (*p & 0xc0) != 0x80;
		if (*p == '~')
			fail_msg("cut: %s", shown);
	}
	free(shown);
}

/* Lists by their codes, then the form of a new row, in a window of that size. */
static void
visit_all(const char *folder, const char *language, int rows, int columns)
{
	static const struct { const char *code, *argument; } codes[] = {
		{ "nam", "kr-47" }, { "sta", "kr-47" }, { "ali", "kr-47" }, { "chn", "kr-47" },
		{ "adr", "kr-47" }, { "pst", "kr-47" }, { "stf", "SEC" }, { "pfo", "KR" },
		{ "prj", "ENV" }, { "txt", "" },
	};
	struct terminal *t = near_start(&(struct near_options){ .folder = folder,
		.language = language, .rows = rows, .columns = columns });
	int heads = rows < 24 ? 1 : 2, first = rows < 24 ? 1 : 3;

	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
		const char *code = codes[i].code;
		char title[8];

		terminal_type(t, "<F9>");
		terminal_wait(t, "+---");
		terminal_type(t, code);
		terminal_type(t, " ");
		terminal_type(t, codes[i].argument);
		terminal_type(t, "<Enter>");
		snprintf(title, sizeof title, " %c%c%c ", code[0] - 32, code[1] - 32, code[2] - 32);
		terminal_wait(t, title);
		terminal_wait_gone(t, "+---");
		expect_whole(t, heads, columns);
		terminal_type(t, "<F6>");
		snprintf(title, sizeof title, "%c%c%c2", code[0] - 32, code[1] - 32, code[2] - 32);
		terminal_wait(t, title);
		for (int row = first; row < rows - 3; row++)
			expect_whole(t, row, columns < 60 ? 12 : 25);
		terminal_type(t, "<F3>");
		terminal_wait_gone(t, title);
	}
	terminal_type(t, "<F3><F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
no_head_and_no_label_is_cut_in_any_language(void **state)
{
	static const char *const languages[] = { "en", "zh_CN", "ja", "ko", "ru", "mn" };

	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		visit_all(*state, languages[i], 24, 80);
		visit_all(*state, languages[i], 12, 40);
	}
}

static void
find_looks_into_every_column(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "rul", " RUL ");

	terminal_type(t, "quorum");
	terminal_wait(t, "quorum.");
	terminal_wait_gone(t, "admission");
	near_end(t);
}

static void
deleted_row_comes_back_by_undo(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "ali ru-kam", " ALI ");

	terminal_wait(t, "> RU-KAM");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new spelling");
	terminal_type(t, "en<Enter>Kamchatka Krai<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<F5>Krai");
	terminal_wait(t, "> RU-KAM  Kamchatka Krai");
	terminal_type(t, "<Tab>4<Enter>");
	terminal_wait(t, "Deleted.");
	terminal_wait_gone(t, "Kamchatka Krai");
	terminal_type(t, "<C-_>");
	terminal_wait(t, "Kamchatka Krai");
	near_end(t);
	char *sets = near_ask(*state, "history");
	assert_non_null(strstr(sets, "delete alias"));
	assert_non_null(strstr(sets, "undo"));
	free(sets);
}

static void
voided_status_stays_with_its_reason(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "sta kr-47", " STA ");

	terminal_type(t, "<Tab>4<Enter>");
	terminal_wait(t, "entered in error?");
	terminal_type(t, "typed twice<Enter>");
	terminal_wait(t, "Voided.");
	terminal_wait(t, "!> KR-47   member");
	terminal_wait(t, "typed twice");
	terminal_type(t, "<C-_>");
	terminal_wait_gone(t, "typed twice");
	near_end(t);
}

/* A vacant post, a new person appointed to it, then one who is in the file. */
static void
post_passes_from_one_person_to_the_next(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "pst kr-47", " PST ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new post");
	terminal_type(t, "wc-contact<F10>");
	terminal_wait(t, "!> KR-47   WC-CONTACT");
	terminal_wait_screen(t, "posts-vacant");
	terminal_type(t, "<F6>");
	terminal_wait(t, "Somebody in the file");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new person");
	terminal_type(t, "<C-u>2025-09-01<Tab*3>One<Tab>Clerk<Tab*5>일<Tab>직원<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "> KR-47   WC-CONTACT       Clerk One");
	terminal_type(t, "<F9>per<Enter>");
	terminal_wait(t, " PER ");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new person");
	terminal_type(t, "en<Enter><Tab>Two<Tab>Clerk<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait_screen(t, "people");
	terminal_type(t, "<F9>pst kr-47<Enter>");
	terminal_wait(t, "> KR-47   WC-CONTACT");
	terminal_type(t, "<F6>two");
	terminal_wait(t, "Clerk Two");
	terminal_wait_screen(t, "appoint-narrowed");
	terminal_type(t, "<Enter><F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "> KR-47   WC-CONTACT       Clerk Two");
	terminal_type(t, "<Tab>6<Enter>");
	terminal_wait(t, " HOL ");
	terminal_wait(t, "2025-09-01 2026-04-13");
	terminal_wait_screen(t, "rows-holdings");
	terminal_type(t, "<F3>");
	terminal_wait(t, " PST ");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "From which day is the post vacant?");
	terminal_type(t, "<C-u>+7<Enter>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<F9>pst<Enter>");
	terminal_wait(t, "PST  Posts   1");
	terminal_type(t, "kr-47 wc");
	terminal_wait(t, "> KR-47   WC-CONTACT       Clerk Two");
	near_end(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_of_rows_are_whole, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(no_head_and_no_label_is_cut_in_any_language, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(find_looks_into_every_column, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(deleted_row_comes_back_by_undo, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(voided_status_stays_with_its_reason, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(post_passes_from_one_person_to_the_next, near_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
