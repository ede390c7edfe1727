/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BNK, BNL and BAT: a statement of the bank line by line, and payments of one paper. */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "screen/near_money.h"

static int
set_up(void **state)
{
	near_money_setup(state);
	near_money_take_statement(*state);
	return 0;
}

static void
lists_are_whole(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "bnk", " BNK ", "bank-en", 0, 0 }, { "ko", "bnk", " BNK ", "bank-ko", 0, 0 },
		{ "en", "bnl 2026-04", " BNL ", "bank-lines-en", 0, 0 }, { "ru", "bnl 2026-04", " BNL ", "bank-lines-ru", 0, 0 },
		{ "ja", "bnl 2026-04", " BNL ", "bank-lines-small-ja", 12, 40 },
		{ "en", "bkf", " BKF ", "bank-formats-en", 0, 0 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

static void
format_of_a_bank_is_entered_once(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bkf", " BKF ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new format");
	terminal_type(t, "KB<Tab>101<Tab>cp949<Tab>2<Tab>거래일시<Tab>ymd<Tab><Tab>입금액<Tab>출금액<Tab>의뢰인<Tab>적요<Tab>.<Tab>");
	terminal_wait(t, "field 13 of 13");
	terminal_wait_screen(t, "bank-format-form-en");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new format");
	terminal_type(t, "Shinhan<Tab>102<Tab><Tab><Tab>Date<Tab>dmy<Tab>Amount<Tab><Tab><Tab>Name<Tab><Tab>,<F10>");
	terminal_wait(t, "> Shinhan");
	terminal_wait_gone(t, "A new format");
	near_end(t);
	t = near_go((struct near_options){ .folder = *state }, "bkf", "Shinhan");
	terminal_wait_screen(t, "bank-formats-two-en");
	near_end(t);
	t = near_go((struct near_options){ .folder = *state, .language = "ko" }, "bkf", "Shinhan");
	terminal_wait_screen(t, "bank-formats-two-ko");
	near_end(t);
}

static void
statement_is_closed_when_nothing_is_left(void **state)
{
	struct terminal *t = near_start(&(struct near_options){ .folder = *state });

	terminal_wait(t, "Bank lines without an answer");
	terminal_type(t, "bnl 2026-04<Enter>");
	terminal_wait(t, "5 lines left of 5");
	terminal_type(t, "<Tab>1<Enter>");
	terminal_wait(t, "4 lines left of 5");
	terminal_type(t, "<F10>");
	terminal_wait(t, "4 lines are not answered yet");
	terminal_type(t, "<Down>1<Enter>");
	terminal_wait(t, "3 lines left of 5");
	terminal_type(t, "<Down>2<Enter>");
	terminal_wait(t, "Who paid?");
	terminal_type(t, "jp-16<Enter>");
	terminal_wait(t, "2 lines left of 5");
	terminal_type(t, "<Down>4<Enter>");
	terminal_wait(t, "Which line does it repeat, and why?");
	terminal_type(t, "Line 3<Enter>");
	terminal_wait(t, "1 line left of 5");
	terminal_type(t, "<Down>3<Enter>");
	terminal_wait(t, "On which account?");
	terminal_type(t, "510<Enter>");
	terminal_wait(t, "What was it?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "0 lines left of 5");
	terminal_wait_screen(t, "bank-answered-en");
	terminal_type(t, "<F10>");
	terminal_wait(t, "change set");
	terminal_type(t, "<F9>hom<Enter>");
	terminal_wait(t, " HOM ");
	terminal_wait_gone(t, "Bank lines without an answer");
	near_end(t);
	free(near_ask(*state, "verify"));
}

static void
batch_says_what_is_left(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bat", " BAT ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new batch");
	terminal_type(t, "Bank of 10 April<Tab>101<Tab>2240000<Tab>2<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "KRW 2,240,000");
	terminal_type(t, "<Tab>5<Enter>");
	terminal_wait(t, " PAY ");
	terminal_wait(t, "0 / 2,240,000  left KRW 2,240,000");
	terminal_type(t, "17<Enter><Enter>7733<Enter>");
	terminal_wait(t, "Posted: receipt");
	terminal_wait(t, "1,120,000 / 2,240,000  left KRW 1,120,000");
	terminal_wait_screen(t, "payment-batch-en");
	terminal_type(t, "<F3>");
	terminal_wait(t, " BAT ");
	terminal_wait(t, "KRW 1,120,000");
	terminal_wait_screen(t, "batches-en");
	terminal_type(t, "9<Enter>");
	terminal_wait(t, "Why is it posted anyway?");
	terminal_type(t, "One is late<Enter>");
	terminal_wait(t, "Posted: change set");
	near_end(t);
}

static void
long_sums_of_batches_are_whole(void **state)
{
	static const struct { const char *language, *golden; int rows, columns; } cases[] = {
		{ "en", "batches-long-en", 0, 0 }, { "ru", "batches-long-ru", 0, 0 },
		{ "en", "batches-long-small-en", 12, 40 }, { "ru", "batches-long-small-ru", 12, 40 },
	};

	assert_int_equal(near_run(*state, "clerk1", "batch add May account=101 target=123456789012"), 0);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state, .language = cases[i].language,
			.rows = cases[i].rows, .columns = cases[i].columns }, "bat", " BAT ");

		terminal_wait_screen(t, cases[i].golden);
		near_end(t);
	}
}

/* Two Enters in a row must not credit who stands first in the list. */
static void
money_of_nobody_known_stands_in_suspense(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bnl 2026-04", "5 lines left of 5");

	terminal_type(t, "<Tab><Down><Down><Enter>");
	terminal_wait(t, "Who paid?");
	terminal_wait(t, ">  1  -       nobody knows: it stands in suspense");
	terminal_wait(t, "2  CN-HL");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "4 lines left of 5");
	terminal_wait(t, "R-2026-0002");
	char *receipt = near_ask(*state, "bank show 2026-04 --columns no,state,government --where no=3");
	assert_string_equal(receipt, "3\treceipt\t\n");
	free(receipt);
	near_end(t);
}

/* Nothing is asked whose answer would be in vain, and a code is found from how it begins. */
static void
answered_line_is_not_asked_about_and_a_charge_goes_to_an_account(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bnl 2026-04", "5 lines left of 5");

	terminal_type(t, "<Tab>1<Enter>");
	terminal_wait(t, "4 lines left of 5");
	terminal_type(t, "2<Enter>");
	terminal_wait(t, "This line is answered already, by R-2026-0002.");
	terminal_type(t, "<Down><Down><Down><Down>2<Enter>");
	terminal_wait(t, "Nothing came in with this line");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "On which account?");
	terminal_type(t, "51");
	terminal_wait(t, ">  1  510");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "What was it?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "Posted as E-2026-");
	near_end(t);
	char *lines = near_ask(*state, "ledger trial --where account=510 --columns amount");
	assert_string_equal(lines, "5000\n");
	free(lines);
}

/* A message that is longer than its row takes the one above, a question those above the keys. */
static void
small_window_shows_who_paid_and_the_whole_refusal(void **state)
{
	static const struct { const char *language, *golden, *asked; } cases[] = {
		{ "en", "bank-refused-small-en", "bank-asked-small-en" }, { "ko", "bank-refused-small-ko", "bank-asked-small-ko" },
		{ "ru", "bank-refused-small-ru", "bank-asked-small-ru" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state, .language = cases[i].language,
			.rows = 12, .columns = 40 }, "bnl 2026-04", "SHANDONG PROVINCE");

		terminal_type(t, "<F10>");
		terminal_wait_gone(t, "SHANDONG PROVINCE");
		terminal_wait_screen(t, cases[i].golden);
		terminal_type(t, "<Tab><Down><Down><Down>4<Enter>");
		terminal_wait_screen(t, cases[i].asked);
		terminal_type(t, "<F12>");
		near_end(t);
	}
}

static const char bank_csv[] =
    "History of the account\n"
    "Day,Words,From,Out,In,Note\n"
    "2026.04.11,transfer,FUKUI,0,\"1,120,000\",2026-0012\n"
    "2026.04.12,fee,BANK,\"2,000\",0,\n";

static void
write_file(const char *folder, const char *name, const char *text, struct buf *path)
{
	buf_clear(path);
	buf_addf(path, "%s/%s", folder, name);
	FILE *file = fopen(buf_text(path), "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* The keys of F6 in BNK, the path and Enter. */
static void
type_path(struct terminal *t, const char *question, const char *path)
{
	terminal_type(t, "<F6>");
	terminal_wait(t, question);
	terminal_paste(t, path);
	terminal_type(t, "<Enter>");
}

static void
type_import(struct terminal *t, const char *path)
{
	terminal_type(t, "<F9>bnk<Enter>");
	terminal_wait(t, " BNK ");
	type_path(t, "Which file?", path);
}

static void
file_of_the_bank_is_taken_and_what_it_does_not_say_is_asked(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bnk", " BNK ");
	struct buf path = { 0 };

	write_file(*state, "history.csv", bank_csv, &path);
	type_import(t, buf_text(&path));
	terminal_wait(t, "say in BKF how the bank writes its CSV");
	terminal_type(t, "<F9>bkf<Enter>");
	terminal_wait(t, " BKF ");
	terminal_type(t, "<F6>");
	terminal_wait(t, "A new format");
	terminal_type(t, "Kookmin<Tab>101<Tab><Tab>1<Tab>Day<Tab>ymd<Tab><Tab>In<Tab>Out<Tab>From<Tab>Note<F10>");
	terminal_wait(t, "Saved as change set");
	type_import(t, buf_text(&path));
	terminal_wait(t, "By which bank format?");
	terminal_type(t, "<F12>");
	terminal_wait_gone(t, "By which bank format?");
	type_import(t, buf_text(&path));
	terminal_wait(t, "By which bank format?");
	terminal_type(t, "Koo<Enter>");
	terminal_wait(t, "2 lines left of 2");
	terminal_wait(t, "JP-18   2026-0012");
	terminal_wait(t, "history.csv: 2 lines.");

	write_file(*state, "history.csv", "Day,In\n2026-04-12\n", &path);
	type_import(t, buf_text(&path));
	terminal_wait(t, "By which bank format?");
	terminal_type(t, "Koo<Enter>");
	terminal_wait(t, "\"Day\"");
	type_import(t, "/nowhere.xml");
	terminal_wait(t, "There is no file /nowhere.xml.");
	near_end(t);
	buf_done(&path);
}

/* 경상북도 in CP949, under heads that prove nothing. */
static const char korean_csv[] = "Day,Sum,Who\n2026-04-11,1120000,\xB0\xE6\xBB\xF3\xBA\xCF\xB5\xB5\n";
/* 날짜 is the head of a column: where that stands, it is proof. */
static const char heads_csv[] = "\xB3\xAF\xC2\xA5,Sum,Who\n2026-04-12,1120000,A\n";

static void
encoding_of_a_bank_is_chosen_by_how_its_file_reads_and_kept(void **state)
{
	struct buf path = { 0 };

	write_file(*state, "kr.csv", korean_csv, &path);
	free(near_ask(*state, "bank format kebhana account=101 day=Day day_order=ymd amount=Sum payer=Who"));
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bnk", " BNK ");
	type_import(t, buf_text(&path));
	terminal_wait(t, "By which bank format?");
	terminal_type(t, "keb<Enter>");
	terminal_wait_screen(t, "bank-encoding-en");
	terminal_type(t, "<F12>");
	terminal_wait(t, "Line 2 is not UTF-8 text.");
	type_import(t, buf_text(&path));
	terminal_wait(t, "By which bank format?");
	terminal_type(t, "keb<Enter>");
	terminal_wait(t, "Which encoding reads right?");
	terminal_type(t, "cp9<Enter>");
	terminal_wait(t, "1 line left of 1");
	terminal_wait(t, "경상북도");
	near_end(t);
	char *kept = near_ask(*state, "bank formats --columns name,encoding");
	assert_string_equal(kept, "kebhana\tCP949\n");
	free(kept);
	buf_done(&path);
}

static void
small_window_shows_how_a_file_reads(void **state)
{
	static const struct { const char *language, *question, *picked, *refused; } cases[] = {
		{ "ko", "어느 파일", "bank-encoding-small-ko", "bank-encoding-refused-small-ko" },
		{ "ru", "Какой файл", "bank-encoding-small-ru", "bank-encoding-refused-small-ru" },
	};
	struct buf path = { 0 };

	write_file(*state, "kr.csv", korean_csv, &path);
	free(near_ask(*state, "bank format kebhana account=101 day=Day day_order=ymd amount=Sum payer=Who"));
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state, .language = cases[i].language,
			.rows = 12, .columns = 40 }, "bnk", " BNK ");

		type_path(t, cases[i].question, buf_text(&path));
		terminal_wait(t, "kebhana");
		terminal_type(t, "keb<Enter>");
		terminal_wait_screen(t, cases[i].picked);
		terminal_type(t, "<F12>");
		terminal_wait_screen(t, cases[i].refused);
		near_end(t);
	}
	buf_done(&path);
}

static void
heads_prove_the_encoding_of_a_file(void **state)
{
	struct buf path = { 0 };

	write_file(*state, "kr.csv", heads_csv, &path);
	free(near_ask(*state, "bank format kebhana account=101 encoding=CP1251 day=날짜 day_order=ymd amount=Sum payer=Who"));
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bnk", " BNK ");
	type_import(t, buf_text(&path));
	terminal_wait(t, "By which bank format?");
	terminal_type(t, "keb<Enter>");
	terminal_wait(t, "CP949  날짜");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "1 line left of 1");
	near_end(t);
	buf_done(&path);
}

static void
camt_asks_for_its_account(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bnk", " BNK ");
	struct buf path = { 0 };

	buf_add(&path, "'~/statement.xml' ");
	type_import(t, buf_text(&path));
	terminal_wait(t, "Of which account is it?");
	terminal_wait(t, "102  Bank, dollar account");
	terminal_type(t, "101<Enter>");
	terminal_wait(t, "is there already");
	near_end(t);
	buf_done(&path);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_are_whole, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(format_of_a_bank_is_entered_once, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(statement_is_closed_when_nothing_is_left, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(batch_says_what_is_left, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(long_sums_of_batches_are_whole, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(money_of_nobody_known_stands_in_suspense, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(answered_line_is_not_asked_about_and_a_charge_goes_to_an_account, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(small_window_shows_who_paid_and_the_whole_refusal, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(file_of_the_bank_is_taken_and_what_it_does_not_say_is_asked, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(encoding_of_a_bank_is_chosen_by_how_its_file_reads_and_kept, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(small_window_shows_how_a_file_reads, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(heads_prove_the_encoding_of_a_file, set_up, near_teardown),
		cmocka_unit_test_setup_teardown(camt_asks_for_its_account, set_up, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
