/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DUE, PAY, OWE and AGE: from the drafts of a year to a payment, and who owes what. */
#include "config.h"

#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "screen/near_money.h"

/* How often a text stands in another. */
static size_t
count_of(const char *text, const char *word)
{
	size_t count = 0;

	for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
		count++;
	return count;
}

static size_t
entries_about(const char *folder, const char *government)
{
	char *list = near_ask(folder, "ledger entries 2026 --csv");
	size_t count = 0;

	for (char *line = strtok(list, "\n"); line != NULL; line = strtok(NULL, "\n"))
		count += strstr(line, "receipt") != NULL && strstr(line, government) != NULL;
	free(list);
	return count;
}

static void
list_is_whole_in_every_language(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "due 2026-0010", " DUE ", "dues-en", 0, 0 }, { "zh_CN", "due jp-16", " DUE ", "dues-zh", 0, 0 },
		{ "ja", "due jp-16", " DUE ", "dues-ja", 0, 0 }, { "ko", "due jp-16", " DUE ", "dues-ko", 0, 0 },
		{ "ru", "due jp-16", " DUE ", "dues-ru", 0, 0 }, { "mn", "due jp-16", " DUE ", "dues-mn", 0, 0 },
		{ "ru", "due", " DUE ", "dues-small-ru", 12, 40 },
		{ "en", "pay", " PAY ", "payment-en", 0, 0 }, { "ko", "pay", " PAY ", "payment-small-ko", 12, 40 },
		{ "en", "owe", " OWE ", "arrears-en", 0, 0 }, { "ko", "owe", " OWE ", "arrears-ko", 0, 0 },
		{ "en", "age", " AGE ", "ageing-en", 0, 0 }, { "ru", "age", " AGE ", "ageing-ru", 0, 0 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

/* Dues of 2024 to 2026: KR-47 has paid nothing, RU-KAM one year, everybody else what is overdue and more. */
static int
arrears_setup(void **state)
{
	static const char *const years[][2] = { { "2024", "1300" }, { "2025", "1470" }, { "2026", "1080" } };
	char *folder = near_folder_new(), *list, path[256];
	struct buf command = { 0 };

	for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
		buf_clear(&command);
		buf_addf(&command, "rate set USD %s-01-01 %s source=BOK", years[i][0], years[i][1]);
		near_must(folder, buf_text(&command));
		buf_clear(&command);
		buf_addf(&command, "dues assess %s", years[i][0]);
		near_must(folder, buf_text(&command));
		buf_clear(&command);
		buf_addf(&command, "dues issue %s date=%s-03-02", years[i][0], years[i][0]);
		near_must(folder, buf_text(&command));
	}
	snprintf(path, sizeof path, "%s/payments.csv", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs("government,amount,booked,method,reference\nRU-KAM,1080000,2026-03-20,transfer,dues\n", file);
	list = near_ask(folder, "dues list 2024 --csv");
	for (char *rest = list, *line = strsep(&rest, "\n"); (line = strsep(&rest, "\n")) != NULL;) {
		line[strcspn(line, ",")] = '\0';
		if (line[0] != '\0' && strcmp(line, "KR-47") != 0 && strcmp(line, "RU-KAM") != 0)
			fprintf(file, "%s,3240000,2026-03-20,transfer,dues\n", line);
	}
	fclose(file);
	buf_clear(&command);
	buf_addf(&command, "import payments %s", path);
	near_must(folder, buf_text(&command));
	buf_done(&command);
	free(list);
	*state = folder;
	return 0;
}

static void
vote_suspended_by_arrears_is_seen_where_it_matters(void **state)
{
	static const struct { const char *language, *command, *opened, *typed, *golden; } cases[] = {
		{ "en", "owe", " OWE ", "", "arrears-suspended-en" }, { "ru", "owe", " OWE ", "", "arrears-suspended-ru" },
		{ "en", "day wc-15", " DAY ", "kr-47", "plenary-suspended-en" },
		{ "ko", "day wc-15", " DAY ", "kr-47", "plenary-suspended-ko" },
	};
	static const char *const commands[] = {
		"meeting add WC-15 host=MN-1 zone=Asia/Ulaanbaatar begins=2026-04-13", "meeting invite WC-15",
		"meeting credentials WC-15 KR-47 RU-KAM JP-16 accepted", "meeting attend WC-15 KR-47 RU-KAM JP-16 in",
	};

	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		near_must(*state, commands[i]);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state,
			.language = cases[i].language }, cases[i].command, cases[i].opened);

		terminal_type(t, cases[i].typed);
		terminal_wait(t, "> KR-47");
		terminal_wait_screen(t, cases[i].golden);
		near_end(t);
	}
}

/* Enter opens what has no room in the row, above the lines that it comes from. */
static void
small_window_has_the_parts_of_arrears_behind_enter(void **state)
{
	static const struct { const char *language, *command, *shown, *list, *page; } cases[] = {
		{ "en", "age", " AGE ", "ageing-small-en", "ageing-page-small-en" },
		{ "ko", "age", " AGE ", "ageing-small-ko", "ageing-page-small-ko" },
		{ "ru", "age", " AGE ", "ageing-small-ru", "ageing-page-small-ru" },
		{ "ru", "owe", " OWE ", "arrears-small-ru", "arrears-page-small-ru" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state,
			.language = cases[i].language, .rows = 12, .columns = 40 }, cases[i].command, cases[i].shown);

		terminal_type(t, "<Tab>");
		terminal_wait_screen(t, cases[i].list);
		terminal_type(t, "<Enter>");
		terminal_wait_screen(t, cases[i].page);
		terminal_type(t, "<F12>");
		near_end(t);
	}
}

/* Twelve digits are whole in every window: what is left out of the row stands below it. */
static void
long_sums_are_never_cut(void **state)
{
	char *id = near_ask(*state, "dues bill KR-47 9999999999.99 USD words=loan due=2026-05-30"), command[80];
	struct terminal *t;

	snprintf(command, sizeof command, "dues issue %.26s", id);
	assert_int_equal(near_run(*state, "clerk1", command), 0);
	free(id);
	t = near_go((struct near_options){ .folder = *state }, "age", " AGE ");
	terminal_wait_screen(t, "ageing-long-en");
	terminal_type(t, "<F9>owe<Enter>");
	terminal_wait(t, " OWE ");
	terminal_wait_screen(t, "arrears-long-en");
	near_end(t);
	t = near_go((struct near_options){ .folder = *state, .rows = 12, .columns = 40 }, "age", " AGE ");
	terminal_wait_screen(t, "ageing-long-small-en");
	near_end(t);
}

static void
old_terminal_shows_all_without_colour(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state, .term = "vt100" }, "due jp-16", " DUE ");

	terminal_wait_screen(t, "vt100-due");
	assert_false(terminal_wrote_colour(t));
	near_end(t);
}

static void
year_is_assessed_then_issued(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "rat", " RAT ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new rate");
	terminal_type(t, "USD<Tab>2026-01-01<Tab>1080<Tab>1<Tab>BOK<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<F9>due<Enter>");
	terminal_wait(t, "to assess");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Make 70 drafts of the dues of 2026?");
	terminal_type(t, "1");
	terminal_wait(t, "70 drafts made");
	terminal_wait(t, "draft");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Issue 70 invoices of 2026?");
	terminal_type(t, "1");
	terminal_wait(t, "70 invoices issued");
	terminal_wait(t, "2026-0001 1,000.00 1,000.00 issued");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Every invoice of 2026 is issued.");
	terminal_type(t, "<F9>hom<Enter>");
	terminal_wait(t, "70 open");
	terminal_wait(t, "70 entries");
	near_end(t);
}

/* 함경북도 has it inside too; the bank writes it for one of them. */
static void
short_name_that_one_government_has_is_that_government(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "pay", " PAY ");

	terminal_type(t, "경북<Enter>");
	terminal_wait(t, "[KR-47  ]");
	terminal_wait(t, "Amount  . . . . . . * . [1,1");
	near_end(t);
}

/* Nine keys, and the lines that are shown are the entry. */
static void
payment_posts_once_what_is_on_the_screen(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "pay", " PAY ");
	char lines[3][81];

	terminal_type(t, "17<Enter><Enter>7733");
	terminal_wait(t, "[7733 ");
	terminal_wait(t, "490 Exchange differences");
	terminal_wait_screen(t, "payment-lines-en");
	for (int i = 0; i < 3; i++) {
		strncpy(lines[i], terminal_row(t, 14 + i), sizeof lines[i] - 1);
		lines[i][80] = '\0';
	}
	assert_non_null(strstr(lines[0], "101 Bank, won account"));
	assert_non_null(strstr(lines[0], "1,120,000      1,120,000"));
	assert_non_null(strstr(lines[1], "-1,000.00     -1,080,000"));
	assert_non_null(strstr(lines[2], "-40,000        -40,000"));
	terminal_type(t, "<Enter><F10><F10>");
	terminal_wait(t, "may not be empty");
	terminal_settle(t);
	assert_int_equal(entries_about(*state, "JP-17"), 1);
	terminal_type(t, "<F3>");
	terminal_wait(t, " HOM ");
	terminal_type(t, "<F9>led E-2026-0072<Enter>");
	terminal_wait(t, "> E-2026-0072");
	terminal_wait(t, "101 Bank, won account  KRW 1,120,000");
	terminal_wait(t, "120 Dues receivable, JP-17  USD -1,000.00  = KRW -1,080,000");
	terminal_wait(t, "490 Exchange differences  KRW -40,000");
	terminal_type(t, "<Tab>6<Enter>");
	terminal_wait(t, "Why is it reversed?");
	terminal_type(t, "Paid by another<Enter>");
	terminal_wait(t, "Reversed by E-2026-0073");
	terminal_type(t, "<F9>led E-2026-0072<Enter>");
	terminal_wait(t, "> E-2026-0072");
	terminal_type(t, "<Tab>6<Enter>");
	terminal_wait(t, "Why is it reversed?");
	terminal_type(t, "Again<Enter>");
	terminal_wait(t, "E-2026-0073");
	terminal_settle(t);
	assert_null(strstr(terminal_row(t, 23), "Reversed by E-2026-0074"));
	near_end(t);
	char *verified = near_ask(*state, "verify");
	free(verified);
}

/* Part of what is owed came in: the sum on the paper is typed over the one proposed. */
static void
amount_is_asked_for_before_what_is_owed_is_posted(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "pay", " PAY ");

	terminal_type(t, "17<Enter>");
	terminal_wait(t, "[1,120,000 ");
	terminal_type(t, "560000<Enter>");
	terminal_wait(t, "owes KRW 1,120,000");
	terminal_type(t, "7733<Enter>");
	terminal_wait(t, "Posted: receipt R-2026-0002.");
	near_end(t);
	char *amount = near_ask(*state, "dues list 2026 --where government=JP-17 --columns open");
	assert_string_equal(amount, "500.00\n");
	free(amount);
}

static void
key_that_posts_pressed_twice_posts_once(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "pay", " PAY ");

	terminal_type(t, "18<Enter><Enter>7734<F10><F10>");
	terminal_wait(t, "may not be empty");
	terminal_settle(t);
	assert_int_equal(entries_about(*state, "JP-18"), 1);
	terminal_type(t, "<S-Tab>jp-28<Enter><Enter>7735");
	terminal_wait(t, "[7735 ");
	terminal_type(t, "<Enter><Enter>");
	terminal_wait_gone(t, "[7735 ");
	terminal_settle(t);
	assert_int_equal(entries_about(*state, "JP-28"), 1);
	near_end(t);
}

static void
payment_half_typed_survives_the_line(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "pay", " PAY ");

	terminal_type(t, "17<Enter><Enter>77");
	terminal_wait(t, "[77 ");
	terminal_signal(t, SIGHUP);
	assert_in_range(terminal_finish(t), 0, 127);
	t = near_start(&(struct near_options){ .folder = *state });
	terminal_wait(t, "Draft: Payment JP-17");
	terminal_type(t, "pay<Enter>");
	terminal_wait(t, "1=Take it up");
	terminal_type(t, "1");
	terminal_wait(t, "[JP-17 ");
	terminal_wait(t, "[77 ");
	terminal_wait(t, "[1,120,000 ");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Posted: receipt");
	terminal_type(t, "<F3>");
	terminal_wait(t, " HOM ");
	terminal_wait_gone(t, "Draft:");
	assert_int_equal(entries_about(*state, "JP-17"), 1);
	near_end(t);
}

/* The pane of a past day says what the command says, and later payments do not change it. */
static void
past_day_is_what_the_command_says(void **state)
{
	char *before = near_ask(*state, "dues arrears --csv --as-of 2026-04-01");
	near_must(*state, "dues pay CN-HL 1120000 KRW date=2026-04-13");
	char *after = near_ask(*state, "dues arrears --csv --as-of 2026-04-01");

	assert_string_equal(before, after);
	assert_int_equal(count_of(after, "JP-16"), 1);
	struct terminal *t = near_go((struct near_options){ .folder = *state, .more = "--as-of=2026-04-01" },
	    "owe", " OWE  Arrears   70 ");
	terminal_type(t, "jp-16");
	terminal_wait(t, "1,000.00    0.00 2026-04-30");
	terminal_type(t, "<F11>");
	terminal_wait(t, " AGE  Ageing   70 ");
	near_end(t);
	t = near_go((struct near_options){ .folder = *state }, "owe", " OWE  Arrears   69 ");
	terminal_type(t, "jp-16");
	terminal_wait(t, "  500.00    0.00 2026-04-30");
	near_end(t);
	free(before);
	free(after);
}

static char *
without_commas(const char *text)
{
	char *copy = mem_strdup(text), *to = copy;

	for (const char *from = copy; *from != '\0'; from++)
		if (*from != ',')
			*to++ = *from;
	*to = '\0';
	return copy;
}

/* The cells of a line of CSV stand in the row, one after another with blanks alone between. */
static void
assert_row_has(const char *row, char *line)
{
	enum { CELLS_AT = 5 };
	char *plain = without_commas(row), *at = plain + CELLS_AT, *rest = NULL;

	for (const char *cell = strtok_r(line, ",", &rest); cell != NULL; cell = strtok_r(NULL, ",", &rest)) {
		at += strspn(at, " ");
		if (strncmp(at, cell, strlen(cell)) != 0 || (at[strlen(cell)] != ' ' && at[strlen(cell)] != '\0'))
			fail_msg("not %s at the place of it: %s", cell, row);
		at += strlen(cell);
	}
	free(plain);
}

static size_t
assert_rows_are(struct terminal *t, char *csv)
{
	enum { FIRST_ROW = 3 };
	char *rest = NULL;
	size_t rows = 0;

	strtok_r(csv, "\r\n", &rest);
	for (char *line = strtok_r(NULL, "\r\n", &rest); line != NULL; line = strtok_r(NULL, "\r\n", &rest))
		assert_row_has(terminal_row(t, FIRST_ROW + (int)rows++), line);
	return rows;
}

static void
rows_of_a_pane_are_those_of_the_command(void **state)
{
	enum { WHOLE_ROWS = 90, WHOLE_COLUMNS = 115 };
	static const struct {
		const char *day, *code, *command;
	} cases[] = {
		{ "2026-04-13", "age", "dues ageing --csv" },
		{ "2026-04-13", "owe", "dues arrears --csv --columns government,name,own_name,currency,open,overdue,due" },
		{ "2026-04-05", "age", "dues ageing --csv" },
		{ "2026-04-05", "owe", "dues arrears --csv --columns government,name,own_name,currency,open,overdue,due" },
	};
	static const char *const more[] = {
		"rate set USD 2025-01-01 1080 source=BOK", "dues assess 2025", "dues issue 2025 date=2025-03-03",
		"dues pay KR-47 500000 KRW date=2026-04-04", "dues waive 2025-0007 all reason=flood approved=GA-12/4",
	};

	for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
		near_must(*state, more[i]);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char day[32], ask[200], shown[16];

		snprintf(day, sizeof day, "--as-of=%s", cases[i].day);
		snprintf(ask, sizeof ask, "%s %s", cases[i].command, day);
		snprintf(shown, sizeof shown, " %c%c%c ", cases[i].code[0] - 32, cases[i].code[1] - 32, cases[i].code[2] - 32);
		struct terminal *t = near_go((struct near_options){ .folder = *state, .more = day,
			.rows = WHOLE_ROWS, .columns = WHOLE_COLUMNS }, cases[i].code, shown);
		char *csv = near_ask(*state, ask);

		terminal_settle(t);
		assert_int_equal(assert_rows_are(t, csv), 70);
		free(csv);
		near_end(t);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(list_is_whole_in_every_language, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(small_window_has_the_parts_of_arrears_behind_enter, arrears_setup, near_teardown),
		cmocka_unit_test_setup_teardown(long_sums_are_never_cut, arrears_setup, near_teardown),
		cmocka_unit_test_setup_teardown(vote_suspended_by_arrears_is_seen_where_it_matters, arrears_setup, near_teardown),
		cmocka_unit_test_setup_teardown(old_terminal_shows_all_without_colour, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(year_is_assessed_then_issued, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(short_name_that_one_government_has_is_that_government, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(payment_posts_once_what_is_on_the_screen, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(amount_is_asked_for_before_what_is_owed_is_posted, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(key_that_posts_pressed_twice_posts_once, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(payment_half_typed_survives_the_line, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(past_day_is_what_the_command_says, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(rows_of_a_pane_are_those_of_the_command, near_money_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
