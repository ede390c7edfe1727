/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "screen/near.h"

#define TO_PHONE	"<Tab*11>"
#define TO_FAX		"<Tab*12>"
#define CLOCK		"2026-04-13 10:00"	/* the pinned clock, in Seoul */

static void
open_kamchatka(struct terminal *t)
{
	terminal_type(t, "mem RU-KAM<Enter>");
	terminal_wait(t, " MEM ");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "MEM2");
}

static struct terminal *
start_form(const char *folder, const char *user, const char *more)
{
	struct terminal *t = near_start(&(struct near_options){
		.folder = folder, .user = user, .more = more });

	open_kamchatka(t);
	return t;
}

static void
end(struct terminal *t)
{
	terminal_type(t, "<F3><F3><F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
expect_phone(const char *folder, const char *phone)
{
	char *shown = near_ask(folder, "member show RU-KAM");

	if (strstr(shown, phone) == NULL)
		fail_msg("no %s in:\n%s", phone, shown);
	free(shown);
}

static void
signal_keeps_the_last_letter_for_the_next_start(void **state)
{
	static const int signals[] = { SIGHUP, SIGTERM };

	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
		struct terminal *t = start_form(*state, "clerk1", NULL);

		terminal_type(t, TO_PHONE "+7 4152 1");
		terminal_wait(t, "[+7 4152 1 ");
		terminal_signal(t, signals[i]);
		assert_in_range(terminal_finish(t), 0, 127);

		t = near_start(&(struct near_options){ .folder = *state });
		terminal_wait(t, "Draft: RU-KAM");
		open_kamchatka(t);
		terminal_wait(t, "1=Take it up  2=Throw it away");
		terminal_wait(t, "Draft of " CLOCK "?");
		terminal_type(t, "1");
		terminal_wait(t, "[+7 4152 1 ");
		terminal_wait(t, "changed 1, draft kept");
		terminal_type(t, "<F3>");
		terminal_wait(t, "kept as a draft");
		terminal_type(t, "<Enter>");
		terminal_wait(t, "2=Throw it away");
		terminal_type(t, "2");
		terminal_wait_gone(t, "changed 1");
		end(t);
	}
}

static void
pause_in_the_middle_of_a_field_keeps_it_too(void **state)
{
	struct terminal *t = start_form(*state, "clerk1", NULL);

	terminal_type(t, TO_PHONE "+7 4152 9");
	terminal_wait(t, "changed 1, draft kept");
	terminal_signal(t, SIGKILL);
	terminal_finish(t);
	t = start_form(*state, "clerk1", NULL);
	terminal_wait(t, "1=Take it up");
	terminal_type(t, "1");
	terminal_wait(t, "[+7 4152 9 ");
	terminal_type(t, "<F3>");
	end(t);
}

static void
kill_keeps_the_fields_that_were_left(void **state)
{
	struct terminal *t = start_form(*state, "clerk1", NULL);

	terminal_type(t, TO_PHONE "+7 4152 22<Tab>+7 4152 33");
	terminal_wait(t, "[+7 4152 33 ");
	terminal_settle(t);
	terminal_signal(t, SIGKILL);
	terminal_finish(t);
	t = start_form(*state, "clerk1", NULL);
	terminal_wait(t, "2=Throw it away");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "[+7 4152 22 ");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "[+7 4152 22 ");
	terminal_settle(t);
	assert_null(strstr(terminal_row(t, 23), "draft"));
	end(t);
	expect_phone(*state, "+7 4152 22");
}

static void
escape_twice_leaves_one_level_and_keeps_the_draft(void **state)
{
	struct terminal *t = start_form(*state, "clerk1", NULL);

	terminal_type(t, TO_FAX "+7 4152 44");
	terminal_type(t, "<Esc>");
	terminal_wait(t, "Esc: 1-9");
	terminal_type(t, "<Esc>");
	terminal_wait(t, "kept as a draft");
	terminal_wait(t, " MEM ");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "2=Throw it away");
	terminal_type(t, "2");
	terminal_wait_gone(t, "Throw");
	end(t);
}

static void
two_clerks_keep_different_fields(void **state)
{
	struct terminal *t = start_form(*state, "clerk1", NULL);

	terminal_type(t, TO_PHONE "<C-u>+7 1<Tab>");
	terminal_wait(t, "draft kept");
	assert_int_equal(near_run(*state, "clerk2", "member edit RU-KAM fax=+72"), 0);
	terminal_type(t, "<F10>");
	terminal_wait(t, "Saved as change set");
	end(t);
	expect_phone(*state, "+7 1");
	expect_phone(*state, "+72");
}

static void
two_clerks_in_one_field_are_asked_who_is_right(void **state)
{
	static const struct { const char *typed, *theirs, *pick, *kept, *said; } cases[] = {
		{ "+7 55", "phone=+766", "3", "+7 55", "Saved as change set" },
		{ "+7 77", "phone=+788", "2", "+788", "Nothing had changed." },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = start_form(*state, "clerk1", NULL);
		struct buf edit = { 0 };

		terminal_type(t, TO_PHONE "<C-u>");
		terminal_type(t, cases[i].typed);
		terminal_type(t, "<Tab>");
		terminal_wait(t, "draft kept");
		buf_addf(&edit, "member edit RU-KAM %s", cases[i].theirs);
		assert_int_equal(near_run(*state, "clerk2", buf_text(&edit)), 0);
		buf_done(&edit);
		terminal_type(t, "<F10>");
		terminal_wait(t, "Somebody saved this meanwhile");
		if (i == 0)
			terminal_wait_screen(t, "clash-dialog");
		terminal_type(t, "<F12>");
		terminal_wait_gone(t, "+---");
		terminal_wait(t, cases[i].typed);
		terminal_type(t, "<F10>");
		terminal_wait(t, "+---");
		terminal_type(t, cases[i].pick);
		terminal_wait(t, "Enter save");
		terminal_type(t, "<Enter>");
		terminal_wait(t, cases[i].said);
		end(t);
		expect_phone(*state, cases[i].kept);
	}
}

static void
small_window_asks_who_is_right(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state,
		.language = "ko", .rows = 12, .columns = 40 });

	open_kamchatka(t);
	terminal_type(t, TO_PHONE "<C-u>+7 90<Tab>");
	terminal_wait(t, "*1");
	assert_int_equal(near_run(*state, "clerk2", "member edit RU-KAM phone=+791"), 0);
	terminal_type(t, "<F10>");
	terminal_wait(t, "+---");
	terminal_wait_screen(t, "clash-dialog-small");
	terminal_type(t, "3<Enter>");
	terminal_wait_gone(t, "+---");
	end(t);
	expect_phone(*state, "+7 90");
}

static void
read_only_shows_and_says_why_it_does_not_save(void **state)
{
	struct terminal *t = start_form(*state, "clerk1", "--read-only");

	terminal_wait(t, "READ ONLY");
	terminal_type(t, TO_PHONE "x");
	terminal_wait(t, "can only be read");
	terminal_type(t, "<F10>");
	terminal_wait(t, "nothing can be saved");
	end(t);
}

/* No file may grow beyond 36 KiB: the -shm of SQLite may, what is saved behind another's save may not. */
static void
full_disk_keeps_the_form_as_a_draft(void **state)
{
	struct buf command = { 0 };
	buf_addf(&command, "ulimit -f 72; exec '%s' --db='%s/near.db' --user=clerk1 --lang=en",
	    terminal_program(), (const char *)*state);
	const char *argv[] = { "/bin/sh", "-c", buf_text(&command), NULL };
	struct terminal *t = terminal_start(&(struct terminal_options){ .argv = argv, .home = *state });

	terminal_wait(t, " HOM ");
	open_kamchatka(t);
	assert_int_equal(near_run(*state, "clerk2", "member edit KR-47 email=office@example.org"), 0);
	terminal_type(t, TO_FAX "<C-u>+7 4152 99<F10>");
	terminal_wait(t, "changed 1, draft kept");
	terminal_settle(t);
	terminal_wait(t, "[+7 4152 99 ");
	assert_true(terminal_is_bold(t, 23, 1));
	terminal_type(t, "<F3><F3><F3>");
	terminal_finish(t);
	buf_done(&command);
	t = start_form(*state, "clerk1", NULL);
	terminal_wait(t, "1=Take it up");
	terminal_type(t, "1<F10>");
	terminal_wait(t, "Saved as change set");
	end(t);
	expect_phone(*state, "+7 4152 99");
}

/* The lock SQLite takes for writing in WAL mode: byte 120 of the -shm. */
static int
hold_file(const char *folder)
{
	struct buf path = { 0 };
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 120, .l_len = 1 };

	buf_addf(&path, "%s/near.db-shm", folder);
	int fd = open(buf_text(&path), O_RDWR);
	assert_true(fd >= 0);
	assert_int_equal(fcntl(fd, F_SETLK, &lock), 0);
	buf_done(&path);
	return fd;
}

static void
busy_file_is_waited_for_and_then_saved(void **state)
{
	struct terminal *t = start_form(*state, "clerk1", NULL);

	terminal_type(t, TO_PHONE "<C-u>+7 12<Tab>");
	terminal_wait(t, "draft kept");
	int fd = hold_file(*state);
	terminal_type(t, "<F10>");
	terminal_wait(t, "busy");
	close(fd);
	terminal_wait(t, "Saved as change set");
	end(t);
	expect_phone(*state, "+7 12");
}

static void
busy_file_is_left_by_control_c_with_the_form_unchanged(void **state)
{
	struct terminal *t = start_form(*state, "clerk1", NULL);

	terminal_type(t, TO_PHONE "<C-u>+7 13<Tab>");
	terminal_wait(t, "draft kept");
	int fd = hold_file(*state);
	terminal_type(t, "<F10>");
	terminal_wait(t, "busy");
	terminal_type(t, "<C-c>");
	terminal_wait_gone(t, "busy");
	terminal_wait(t, "changed 1, draft kept");
	terminal_wait(t, "[+7 13 ");
	close(fd);
	terminal_type(t, "<F10>");
	terminal_wait(t, "Saved as change set");
	end(t);
	expect_phone(*state, "+7 13");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(signal_keeps_the_last_letter_for_the_next_start, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(pause_in_the_middle_of_a_field_keeps_it_too, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(kill_keeps_the_fields_that_were_left, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(escape_twice_leaves_one_level_and_keeps_the_draft, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(two_clerks_keep_different_fields, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(two_clerks_in_one_field_are_asked_who_is_right, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(small_window_asks_who_is_right, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(read_only_shows_and_says_why_it_does_not_save, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(full_disk_keeps_the_form_as_a_draft, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(busy_file_is_waited_for_and_then_saved, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(busy_file_is_left_by_control_c_with_the_form_unchanged, near_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
