/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/buf.h"
#include "screen/near.h"

/* A file of its own for each test: they change it. */
static int
set_up(void **state)
{
	*state = near_folder_new();
	near_must(*state, "member edit RU-KAM phone='+7 4152 00 00 01'");
	assert_int_equal(near_run(*state, "clerk2", "member edit KR-47 email=office@example.org"), 0);
	near_must(*state, "member edit RU-KAM phone='+7 4152 00 00 02' web=https://example.org/");
	return 0;
}

static struct terminal *
open_history(struct near_options options, const char *line, const char *shown)
{
	struct terminal *t = near_start(&options);

	terminal_type(t, line);
	terminal_wait(t, shown);
	return t;
}

static void
end(struct terminal *t)
{
	terminal_type(t, "<F3><F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
all_changes_are_listed_in_every_language(void **state)
{
	static const struct { const char *language, *golden; } cases[] = {
		{ "en", "history-en" }, { "zh_CN", "history-zh" }, { "ja", "history-ja" },
		{ "ko", "history-ko" }, { "ru", "history-ru" }, { "mn", "history-mn" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = open_history((struct near_options){ .folder = *state,
			.language = cases[i].language }, "his<Enter>", " HIS ");

		terminal_wait_screen(t, cases[i].golden);
		end(t);
	}
}

static void
small_window_keeps_number_day_and_what(void **state)
{
	static const struct { const char *language, *golden; } cases[] = {
		{ "en", "history-small-en" }, { "zh_CN", "history-small-zh" },
		{ "ja", "history-small-ja" }, { "ko", "history-small-ko" },
		{ "ru", "history-small-ru" }, { "mn", "history-small-mn" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = open_history((struct near_options){ .folder = *state,
			.language = cases[i].language, .rows = 12, .columns = 40 }, "his<Enter>",
			" HIS ");

		terminal_wait_screen(t, cases[i].golden);
		end(t);
	}
}

static void
history_of_one_record_leaves_others_out(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "his ru-kam<Enter>", "HIS  History   RU-KAM");

	terminal_wait_screen(t, "history-record");
	end(t);
}

static void
find_looks_for_clerk_record_and_day(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "his<Enter>", "4 change sets");

	terminal_type(t, "clerk2");
	terminal_wait_gone(t, "RU-KAM");
	terminal_wait(t, "KR-47");
	terminal_type(t, "<C-u>ru-kam 2026");
	terminal_wait_gone(t, "clerk2");
	terminal_wait(t, "RU-KAM");
	end(t);
}

static void
undo_tells_first_and_then_does_it(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "his ru-kam<Enter>", "HIS  History   RU-KAM");

	terminal_type(t, "<Tab>6");
	terminal_wait_screen(t, "history-undo-asked");
	terminal_type(t, "<Enter>");
	terminal_wait_screen(t, "history-undone");
	char *list = near_ask(*state, "member show RU-KAM --json");
	assert_non_null(strstr(list, "+7 4152 00 00 01"));
	free(list);
	terminal_type(t, "<C-r>");
	terminal_wait(t, "Redone: ");
	list = near_ask(*state, "member show RU-KAM --json");
	assert_non_null(strstr(list, "+7 4152 00 00 02"));
	free(list);
	end(t);
}

static void
undo_below_a_later_change_is_refused_with_the_field_named(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "his ru-kam<Enter>", "HIS  History   RU-KAM");

	terminal_type(t, "<Tab><Down>6");
	terminal_wait_screen(t, "history-refused");
	terminal_type(t, "<Enter>");
	terminal_wait_row(t, 23,
	    " Change set 4 changed \"Telephone\" of RU-KAM afterwards: undo that one first.");
	assert_int_equal(terminal_bells(t), 1);
	terminal_wait(t, "HIS  History   RU-KAM");
	end(t);
}

static void
whole_set_is_read_on_one_page(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "his 4<Enter>", "HIS  History");

	terminal_type(t, "<Tab>5<Enter>");
	terminal_wait_screen(t, "history-whole");
	terminal_type(t, "<Esc>");
	end(t);
}

static void
newest_change_is_undone_from_anywhere(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "mem<Enter>", "75 of 75");

	terminal_type(t, "<Tab>u");
	terminal_wait(t, "Undone: change set 4, 2 fields of RU-KAM. ^R takes that back.");
	end(t);
}

/* Another program in the middle of a save. */
static sqlite3 *
hold_file(const char *folder)
{
	struct buf path = { 0 };
	sqlite3 *db = NULL;

	buf_addf(&path, "%s/near.db", folder);
	assert_int_equal(sqlite3_open(buf_text(&path), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	buf_done(&path);
	return db;
}

static void
let_go(sqlite3 *db)
{
	assert_int_equal(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void
save_waits_for_another_program_and_says_so(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "mem<Enter>", "75 of 75");
	sqlite3 *other = hold_file(*state);

	terminal_type(t, "<Tab>u");
	terminal_wait(t, "busy");
	let_go(other);
	terminal_wait(t, "Undone: change set 4");
	end(t);
}

static void
waiting_for_another_program_can_be_stopped(void **state)
{
	struct terminal *t = open_history((struct near_options){ .folder = *state },
	    "mem<Enter>", "75 of 75");
	sqlite3 *other = hold_file(*state);

	terminal_type(t, "<Tab>u");
	terminal_wait(t, "busy");
	terminal_type(t, "<C-c>");
	terminal_wait_gone(t, "busy");
	let_go(other);
	terminal_type(t, "u");
	terminal_wait(t, "Undone: change set 4");
	end(t);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_changes_are_listed_in_every_language, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(small_window_keeps_number_day_and_what, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(history_of_one_record_leaves_others_out, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(find_looks_for_clerk_record_and_day, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(undo_tells_first_and_then_does_it, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(undo_below_a_later_change_is_refused_with_the_field_named, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(whole_set_is_read_on_one_page, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(newest_change_is_undone_from_anywhere, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(save_waits_for_another_program_and_says_so, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(waiting_for_another_program_can_be_stopped, set_up, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
