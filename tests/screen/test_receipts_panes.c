/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RCP and REM: money that came in, and reminders of what did not. */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "screen/near_money.h"

static void
run_all(const char *folder, const char *const *commands, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_int_equal(near_run(folder, "clerk1", commands[i]), 0);
}

struct look {
	const char *language, *command, *shown, *golden;
	int rows, columns;
};

static void
look_at(const char *folder, const struct look *looks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = folder, .language = looks[i].language,
			.rows = looks[i].rows, .columns = looks[i].columns }, looks[i].command, looks[i].shown);

		terminal_wait_screen(t, looks[i].golden);
		near_end(t);
	}
}

/* R-2026-0002 is of nobody known, R-2026-0003 is more than its payer owes. */
static int
receipts_setup(void **state)
{
	static const char *const commands[] = {
		"dues pay - 700000 KRW date=2026-04-09 payer=NOBODY reference=7733",
		"dues pay CN-HL 1500000 KRW date=2026-04-10 payer=HEILONGJIANG",
	};

	near_money_setup(state);
	run_all(*state, commands, sizeof commands / sizeof commands[0]);
	return 0;
}

static void
receipts_are_whole_in_every_language(void **state)
{
	static const struct look looks[] = {
		{ "en", "rcp", " RCP ", "receipts-en", 0, 0 }, { "zh_CN", "rcp", " RCP ", "receipts-zh", 0, 0 },
		{ "ja", "rcp", " RCP ", "receipts-ja", 0, 0 }, { "ko", "rcp", " RCP ", "receipts-ko", 0, 0 },
		{ "ru", "rcp", " RCP ", "receipts-ru", 0, 0 }, { "mn", "rcp", " RCP ", "receipts-mn", 0, 0 },
		{ "ru", "rcp R-2026-0001", " RCP ", "receipts-small-ru", 12, 40 },
		{ "ko", "rcp", " RCP ", "receipts-small-ko", 12, 40 },
	};

	look_at(*state, looks, sizeof looks / sizeof looks[0]);
}

static void
receipt_is_found_by_a_name_and_by_what_the_bank_wrote(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "rcp", " RCP ");

	terminal_type(t, "toyama");
	terminal_wait(t, "1 of 3");
	terminal_wait(t, "> R-2026-0001");
	terminal_type(t, "<C-u>heilongjiang pro");
	terminal_wait(t, "> R-2026-0003");
	terminal_type(t, "<C-u>nobody");
	terminal_wait(t, "> R-2026-0002");
	near_end(t);
}

static void
payer_found_out_later_pays_and_is_paid_back(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "rcp R-2026-0002", "> R-2026-0002");

	terminal_type(t, "<Tab>3<Enter>");
	terminal_wait(t, "Nobody knows yet who paid R-2026-0002");
	terminal_type(t, "2<Enter>");
	terminal_wait(t, "Who paid?");
	terminal_type(t, "kr-47<Enter>");
	terminal_wait(t, "It is a credit of KR-47 now");
	terminal_type(t, "2<Enter>");
	terminal_wait(t, "known already");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "Which invoice?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "2026-0029 USD 625.00");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "Nothing is left of R-2026-0002");
	terminal_type(t, "4<Enter>");
	terminal_wait(t, "Empty: of all.");
	terminal_type(t, "<Enter>");
	terminal_wait_gone(t, "2026-0029 USD 625.00");
	terminal_type(t, "7<Enter>");
	terminal_wait(t, "How much is paid back? [700000");
	terminal_type(t, "\025200000<Enter>");
	terminal_wait(t, "who agreed?");
	terminal_type(t, "clerk2<Enter>");
	terminal_wait(t, "paid back KRW 200,000");
	terminal_wait(t, "left KRW 500,000");
	terminal_wait_screen(t, "receipts-refunded-en");
	terminal_type(t, "6<Enter>");
	terminal_wait(t, "Why is it reversed?");
	terminal_type(t, "wrong<Enter>");
	terminal_wait(t, "pay back what is left of it");
	terminal_type(t, "<Down>6<Enter>");
	terminal_wait(t, "Why is it reversed?");
	terminal_type(t, "wrong<Enter>");
	terminal_wait(t, "Reversed by E-2026-");
	terminal_wait(t, "reversed");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "Statement  JP-16");
	terminal_type(t, "<F12>");
	near_end(t);
	char *left = near_ask(*state, "dues list 2026 --where government=JP-16 --columns open");
	assert_string_equal(left, "1000.00\n");
	free(left);
	free(near_ask(*state, "verify"));
}

static void
line_of_the_bank_leads_to_its_receipt(void **state)
{
	near_money_take_statement(*state);
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bnl 2026-04", "5 lines left of 5");

	terminal_type(t, "<Tab>1<Enter>");
	terminal_wait(t, "4 lines left of 5");
	terminal_type(t, "<Enter>");
	terminal_wait(t, " RCP ");
	terminal_wait(t, "> R-2026-0004");
	near_end(t);
}

static int
reminders_setup(void **state)
{
	static const char *const commands[] = {
		"rate set USD 2025-01-01 1080 source=BOK", "dues assess 2025", "dues issue 2025 date=2025-03-03",
	};

	near_money_setup(state);
	run_all(*state, commands, sizeof commands / sizeof commands[0]);
	return 0;
}

static void
who_has_paid_meanwhile_gets_no_reminder(void **state)
{
	static const char *const payment[] = { "dues pay KR-47 1200000 KRW date=2026-04-13" };
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "rem", "Nobody was reminded");

	terminal_type(t, "<F10>");
	terminal_wait(t, "No reminder is to be sent");
	terminal_type(t, "<F6>");
	terminal_wait(t, "Reminders of which level? [1");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "Pay by which day?");
	terminal_type(t, "\025+30<Enter>");
	terminal_wait(t, "70 reminders made.");
	terminal_wait_screen(t, "reminders-en");
	run_all(*state, payment, 1);
	terminal_type(t, "<F10>");
	terminal_wait(t, "When did the reminders of level 1 go out?");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "69 reminders sent.");
	terminal_type(t, "kr-47<Tab>");
	terminal_wait(t, "1 of 70");
	terminal_wait_screen(t, "reminders-paid-en");
	terminal_type(t, "4<Enter>");
	terminal_wait(t, "0 of 69");
	terminal_type(t, "<F6>");
	terminal_wait(t, "Reminders of which level? [2");
	terminal_type(t, "<F12>");
	near_end(t);
}

static void
reminders_are_whole_in_every_language(void **state)
{
	static const char *const commands[] = { "dues remind 2026 1 due=2026-05-13", "dues sent 2026 1", "dues remind 2026 2 due=2026-06-13" };
	static const struct look looks[] = {
		{ "zh_CN", "rem", " REM ", "reminders-zh", 0, 0 }, { "ja", "rem", " REM ", "reminders-ja", 0, 0 },
		{ "ko", "rem", " REM ", "reminders-ko", 0, 0 }, { "ru", "rem", " REM ", "reminders-ru", 0, 0 },
		{ "mn", "rem", " REM ", "reminders-mn", 0, 0 }, { "ru", "rem", " REM ", "reminders-small-ru", 12, 40 },
		{ "ko", "rem", " REM ", "reminders-small-ko", 12, 40 },
	};

	run_all(*state, commands, sizeof commands / sizeof commands[0]);
	look_at(*state, looks, sizeof looks / sizeof looks[0]);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(receipts_are_whole_in_every_language, receipts_setup, near_teardown),
		cmocka_unit_test_setup_teardown(receipt_is_found_by_a_name_and_by_what_the_bank_wrote, receipts_setup, near_teardown),
		cmocka_unit_test_setup_teardown(payer_found_out_later_pays_and_is_paid_back, receipts_setup, near_teardown),
		cmocka_unit_test_setup_teardown(line_of_the_bank_leads_to_its_receipt, receipts_setup, near_teardown),
		cmocka_unit_test_setup_teardown(who_has_paid_meanwhile_gets_no_reminder, reminders_setup, near_teardown),
		cmocka_unit_test_setup_teardown(reminders_are_whole_in_every_language, reminders_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
