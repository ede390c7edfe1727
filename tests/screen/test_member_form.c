/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

enum { TALK = 23, SINCE_ROW = 5, ENGLISH_ROW = 6, BOX = 28 };

/* From the first field, Kind, on. */
#define TO_SINCE	"<Tab>"
#define TO_ENGLISH	"<Tab*2>"
#define TO_KOREAN	"<Tab*5>"
#define TO_PHONE	"<Tab*11>"
#define TO_EMAIL	"<Tab*13>"

static struct terminal *
open_form(struct near_options options, const char *code)
{
	struct terminal *t = near_start(&options);

	terminal_type(t, "mem ");
	terminal_type(t, code);
	terminal_type(t, "<Enter>");
	terminal_wait(t, " MEM ");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "MEM2");
	return t;
}

static struct terminal *
open_kamchatka(void *folder)
{
	return open_form((struct near_options){ .folder = folder }, "RU-KAM");
}

/* What is typed stays a draft, which the next test does not want. */
static void
leave_without_draft(struct terminal *t)
{
	terminal_type(t, "<F3><F3><F3>");
	assert_int_equal(terminal_finish(t), EXIT_SUCCESS);
}

static void
form_is_whole_in_every_language(void **state)
{
	static const struct { const char *language, *golden; } cases[] = {
		{ "en", "member-form-en" }, { "zh_CN", "member-form-zh" }, { "ja", "member-form-ja" },
		{ "ko", "member-form-ko" }, { "ru", "member-form-ru" }, { "mn", "member-form-mn" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = open_form((struct near_options){ .folder = *state,
			.language = cases[i].language }, "RU-KAM");

		terminal_wait_screen(t, cases[i].golden);
		leave_without_draft(t);
	}
}

static void
small_window_shows_field_and_its_label(void **state)
{
	static const struct { const char *language, *golden; } cases[] = {
		{ "en", "member-form-small-en" }, { "ko", "member-form-small-ko" },
		{ "ru", "member-form-small-ru" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = open_form((struct near_options){ .folder = *state,
			.language = cases[i].language, .rows = 12, .columns = 40 }, "RU-KAM");

		terminal_type(t, TO_EMAIL);
		terminal_wait_screen(t, cases[i].golden);
		leave_without_draft(t);
	}
}

static void
no_colour_is_written_where_none_is_wanted(void **state)
{
	static const char *const plain[] = { "NO_COLOR=1", NULL };
	const struct near_options cases[] = {
		{ .folder = *state, .term = "vt100" },
		{ .folder = *state, .environment = plain },
		{ .folder = *state, .more = "--mono" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = open_form(cases[i], "RU-KAM");

		terminal_wait_screen(t, "member-form-en");
		assert_false(terminal_wrote_colour(t));
		leave_without_draft(t);
	}
}

static void
wrong_address_is_marked_and_stays_as_typed(void **state)
{
	struct terminal *t = open_kamchatka(*state);

	terminal_type(t, TO_EMAIL "office@kamchatka<Enter>");
	terminal_wait(t, " ! E-mail");
	terminal_wait_screen(t, "member-form-wrong");
	assert_int_equal(terminal_bells(t), 1);
	terminal_type(t, ".example<Enter>");
	terminal_wait_gone(t, " ! E-mail");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Saved as change set");
	leave_without_draft(t);
	char *shown = near_ask(*state, "member show RU-KAM");
	assert_non_null(strstr(shown, "office@kamchatka.example"));
	free(shown);
}

static void
wrong_date_drops_the_ten_keys_typed_ahead(void **state)
{
	struct terminal *t = open_kamchatka(*state);

	terminal_type(t, TO_SINCE "<C-u>31.2.2007<Enter>0123456789");
	terminal_wait(t, " ! Since");
	terminal_settle(t);
	assert_int_equal(terminal_bells(t), 1);
	terminal_wait(t, "[31.2.2007");
	terminal_wait(t, "[Kamchatka Territory ");
	terminal_type(t, "<C-u>20070701");
	terminal_wait(t, "[20070701");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "[2007-07-01");
	leave_without_draft(t);
}

static void
pasted_lines_become_one_line(void **state)
{
	struct terminal *t = open_kamchatka(*state);

	terminal_type(t, TO_ENGLISH "<C-u>");
	terminal_paste(t, "Kamchatka\nq\r\n4 Krai");
	terminal_wait(t, "[Kamchatka q 4 Krai ");
	terminal_wait(t, "joined by blanks");
	terminal_type(t, "<C-u>Kamchatka Territory<Tab>");
	leave_without_draft(t);
}

static void
burst_of_an_input_method_arrives_whole(void **state)
{
	static const char burst[] = "캄차카변경주경상북도산시성충청남도강원";
	struct terminal *t = open_kamchatka(*state);

	terminal_type(t, TO_KOREAN "<C-u>");
	terminal_wait(t, "> Name ko . . . . . . . . [     ");
	terminal_settle(t);
	terminal_step(t);
	terminal_type(t, burst);
	terminal_wait(t, "충청남도강원");
	terminal_settle(t);
	assert_in_range(terminal_step(t).reads, 1, 2);
	terminal_type(t, "<C-u>");
	terminal_wait_gone(t, "충청남도강원");
	for (const char *p = burst; *p != '\0'; p++)
		terminal_send(t, p, 1);
	terminal_wait(t, "충청남도강원");
	terminal_type(t, "<C-u>캄차카변경주<Tab>");
	leave_without_draft(t);
}

static void
past_day_shows_its_name_and_takes_no_typing(void **state)
{
	struct terminal *t = open_form((struct near_options){ .folder = *state,
		.more = "--as-of=2006-01-01" }, "RU-KAM");

	terminal_wait(t, "[Kamchatka Region ");
	terminal_wait(t, "period 1 of 2");
	terminal_type(t, TO_ENGLISH "x");
	terminal_wait(t, "can only be read");
	terminal_type(t, "<F6>");
	terminal_wait(t, "2006-01-01");
	terminal_wait_gone(t, "can only be read");
	leave_without_draft(t);
}

static void
name_of_the_past_stays_when_a_new_one_begins(void **state)
{
	struct terminal *t = open_form((struct near_options){ .folder = *state }, "KR-47");

	terminal_type(t, "<F6>");
	terminal_wait(t, "From which day");
	terminal_type(t, "2026-07-01<Enter>");
	terminal_wait(t, "a new period");
	terminal_type(t, TO_ENGLISH "<C-u>North Gyeongsang Province<Tab>");
	terminal_wait_screen(t, "member-form-period");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Saved as change set");
	leave_without_draft(t);
	char *before = near_ask(*state, "--as-of=2026-06-30 member show KR-47");
	char *after = near_ask(*state, "--as-of=2026-07-01 member show KR-47");
	assert_non_null(strstr(before, "Gyeongsangbuk-do Province"));
	assert_non_null(strstr(after, "North Gyeongsang Province"));
	free(before);
	free(after);
}

static void
new_government_takes_country_and_letters_from_its_code(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_type(t, "mem<Enter>");
	terminal_wait(t, " MEM ");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new government");
	terminal_type(t, "kr50<Enter>");
	terminal_wait(t, "no code of a government");
	terminal_type(t, "<C-u>kr-50<Enter>");
	terminal_wait(t, "Republic of Korea");
	terminal_type(t, "provi");
	terminal_wait(t, "province");
	terminal_type(t, "<Enter><Tab>Sejong<Tab>");
	terminal_wait_screen(t, "member-form-new");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Saved as change set");
	leave_without_draft(t);
	char *shown = near_ask(*state, "member show KR-50");
	assert_non_null(strstr(shown, "Sejong"));
	free(shown);
}

static void
next_record_is_the_next_one_found(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_type(t, "mem<Enter>");
	terminal_wait(t, "75 of 75");
	terminal_type(t, "산시");
	terminal_wait(t, "> CN-SX");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "MEM2  Edit government   CN-SX");
	terminal_type(t, "<F8>");
	terminal_wait(t, "MEM2  Edit government   CN-SN");
	terminal_type(t, "<F8>");
	terminal_wait(t, "This is the last one.");
	terminal_type(t, "<F7>");
	terminal_wait(t, "MEM2  Edit government   CN-SX");
	leave_without_draft(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(form_is_whole_in_every_language, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(small_window_shows_field_and_its_label, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(no_colour_is_written_where_none_is_wanted, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(wrong_date_drops_the_ten_keys_typed_ahead, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(pasted_lines_become_one_line, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(burst_of_an_input_method_arrives_whole, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(next_record_is_the_next_one_found, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(wrong_address_is_marked_and_stays_as_typed, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(past_day_shows_its_name_and_takes_no_typing, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(name_of_the_past_stays_when_a_new_one_begins, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(new_government_takes_country_and_letters_from_its_code, near_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
