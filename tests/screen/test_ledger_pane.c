/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LED, ENT, TRI, REP and the lists of accounts, rates and budgets. */
#include "config.h"

#include "test.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "screen/near_money.h"

static void
lists_are_whole(void **state)
{
	static const struct near_screen cases[] = {
		{ "en", "led E-2026-0071", " LED ", "ledger-en", 0, 0 }, { "ru", "led", " LED ", "ledger-ru", 0, 0 },
		{ "mn", "led", " LED ", "ledger-small-mn", 12, 40 },
		{ "en", "ent", " ENT ", "transfer-en", 0, 0 }, { "ja", "ent", " ENT ", "transfer-ja", 0, 0 },
		{ "en", "tri", " TRI ", "trial-en", 0, 0 }, { "ko", "tri", " TRI ", "trial-ko", 0, 0 },
		{ "en", "rep", " REP ", "report-en", 0, 0 }, { "mn", "rep", " REP ", "report-mn", 0, 0 },
		{ "en", "acc", " ACC ", "accounts-en", 0, 0 }, { "zh_CN", "acc", " ACC ", "accounts-zh", 0, 0 },
		{ "en", "rat", " RAT ", "rates-en", 0, 0 }, { "ru", "rat", " RAT ", "rates-ru", 0, 0 },
	};

	near_screens_are_whole(*state, cases, sizeof cases / sizeof cases[0]);
}

static void
entry_by_hand_survives_the_line_and_is_posted(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "ent", " ENT ");

	terminal_type(t, "Room<Enter>520<Enter>101<Enter>3000");
	terminal_wait(t, "[3000 ");
	terminal_signal(t, SIGHUP);
	assert_in_range(terminal_finish(t), 0, 127);
	t = near_go((struct near_options){ .folder = *state }, "ent", "1=Take it up");
	terminal_type(t, "1");
	terminal_wait(t, "[Room ");
	terminal_wait(t, "3,000");
	terminal_wait(t, "520 Meetings");
	terminal_type(t, "<F10>");
	terminal_wait(t, "Posted as E-2026-0072");
	terminal_type(t, "<F3>");
	terminal_wait(t, " HOM ");
	terminal_wait_gone(t, "Draft:");
	terminal_type(t, "<F9>led<Enter>");
	terminal_wait(t, "> E-2026-0072");
	terminal_wait(t, "520 Meetings  KRW 3,000");
	near_end(t);
}

static void
budget_has_versions_and_lines(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "bud", " BUD ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new budget");
	terminal_type(t, "2026<Tab>1<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<F9>bul<Enter>");
	terminal_wait(t, " BUL ");
	terminal_wait_screen(t, "budget-lines-en");
	near_end(t);
}

static void
budgets_and_their_lines_are_whole(void **state)
{
	static const char *const commands[] = {
		"ledger budget 2026 401=75600000 410=12000000 501=42000000 510=6500000 520=18000000 530=21000000 decision=WC-14",
		"ledger budget 2026 520=19500000 note=Rooms",	/* of an approved one: a new version */
	};
	static const struct { const char *language, *command, *shown, *golden; } cases[] = {
		{ "en", "bud", " BUD ", "budgets-en" }, { "ru", "bud", " BUD ", "budgets-ru" },
		{ "en", "bul", " BUL ", "budget-lines-versions-en" }, { "ko", "bul", " BUL ", "budget-lines-versions-ko" },
	};

	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		near_must(*state, commands[i]);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state,
			.language = cases[i].language }, cases[i].command, cases[i].shown);

		terminal_wait_screen(t, cases[i].golden);
		near_end(t);
	}
}

/* A decimal is both halves of the fraction that is kept. */
static void
rate_is_typed_as_the_bank_writes_it(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "rat", " RAT ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new rate");
	terminal_type(t, "cny<Enter>20260301<Enter>187.25<Enter>");
	terminal_wait(t, "[18725 ");
	terminal_wait(t, "[100 ");
	terminal_type(t, "Bank of Korea<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, " RAT ");
	terminal_wait(t, "> CNY  2026-03-01         187.25 ");
	near_end(t);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_are_whole, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(entry_by_hand_survives_the_line_and_is_posted, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(rate_is_typed_as_the_bank_writes_it, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(budgets_and_their_lines_are_whole, near_money_setup, near_teardown),
		cmocka_unit_test_setup_teardown(budget_has_versions_and_lines, near_money_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
