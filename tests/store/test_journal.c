/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger as plain text: what other programs read is what the books say. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/payment.h"
#include "domain/session.h"
#include "domain/transfer.h"
#include "exchange/journal.h"
#include "store/expect.h"
#include "store/journal_sums.h"
#include "store/money_desk.h"

static void
pay(struct session *session, const char *account, const char *government, int64_t amount)
{
	struct payment payment = { .government = mem_strdup(government), .account = mem_strdup(account),
		.booked = mem_strdup("2017-05-02"), .amount = amount };
	struct err err = { 0 };
	char *receipt = NULL;

	must(payment_propose(session, &payment, &err), &err);
	must(payment_save(session, &payment, &receipt, NULL, &err), &err);
	free(receipt);
	payment_done(&payment);
}

static void
post(struct session *session, const char *words)
{
	struct transfer transfer = { .to = mem_strdup("510"), .from = mem_strdup("101"),
		.amount = 25000, .words = mem_strdup(words) };
	struct ledger_draft draft = { 0 };
	struct err err = { 0 };
	char *number = NULL;

	must(transfer_draft(session, &transfer, &draft, &err), &err);
	must(ledger_post(session, &draft, &number, NULL, &err), &err);
	free(number);
	ledger_draft_done(&draft);
	transfer_done(&transfer);
}

/* The caller frees it. */
static char *
journal(struct session *session, enum journal_dialect dialect, size_t *ret_entries)
{
	struct buf text = { 0 };
	struct err err = { 0 };

	must(journal_write(session, dialect, &text, ret_entries, &err), &err);
	return buf_take(&text);
}

static void
assert_says(struct session *session, enum journal_dialect dialect, const char *wanted)
{
	size_t entries = 0;
	char *text = journal(session, dialect, &entries);

	if (strstr(text, wanted) == NULL)
		fail_msg("not in the journal: %s", wanted);
	free(text);
}

static void
foreign_money_has_its_base_value_as_a_total_price(void **state)
{
	struct money_desk *desk = *state;

	pay(desk->session, "101", "JP-16", 560000);
	assert_says(desk->session, JOURNAL_HLEDGER,
	    "\n2017-05-02=2017-05-02 * (E-2017-0071) 2017-0010\n"
	    "    Assets:101 Bank, won account  KRW 560000\n"
	    "    Assets:120 Dues receivable:JP-16  USD -500.00 @@ KRW 540000\n"
	    "    Income:490 Exchange differences  KRW -20000\n");
	assert_says(desk->session, JOURNAL_BEANCOUNT,
	    "\n2017-05-02 * \"2017-0010\"\n  number: \"E-2017-0071\"\n"
	    "    Assets:A101  560000 KRW\n"
	    "    Assets:A120:JP-16  -500.00 USD @@ 540000 KRW\n"
	    "    Income:A490  -20000 KRW\n");
	assert_journals_agree(desk->session);
}

static void
whatever_is_used_is_declared_first(void **state)
{
	struct money_desk *desk = *state;

	assert_says(desk->session, JOURNAL_HLEDGER, "commodity USD 1000.00\n");
	assert_says(desk->session, JOURNAL_HLEDGER, "\naccount Assets:120 Dues receivable:JP-16\n");
	assert_says(desk->session, JOURNAL_BEANCOUNT, "option \"operating_currency\" \"KRW\"\n");
	assert_says(desk->session, JOURNAL_BEANCOUNT, "\n2017-03-01 open Assets:A120:JP-16 USD\n");
}

static void
words_of_a_clerk_break_nothing(void **state)
{
	struct money_desk *desk = *state;

	post(desk->session, "paper \"A4\" \\ ink; for (all)");
	assert_says(desk->session, JOURNAL_BEANCOUNT, "* \"paper \\\"A4\\\" \\\\ ink; for (all)\"\n");
	assert_says(desk->session, JOURNAL_HLEDGER, " paper \"A4\" \\ ink; for (all)\n");
	assert_journals_agree(desk->session);
}

static void
credits_and_dollars_add_up(void **state)
{
	struct money_desk *desk = *state;

	pay(desk->session, "101", "JP-31", 2000000);
	pay(desk->session, "102", "KR-47", 33333);
	pay(desk->session, "102", "KR-47", 1);
	pay(desk->session, "101", "", 777);
	assert_journals_agree(desk->session);
}

static void
a_past_day_has_what_was_booked_by_then(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	size_t entries = 0;

	pay(desk->session, "101", "JP-16", 560000);
	must(session_set_as_of(desk->session, "2017-05-01", &err), &err);
	free(journal(desk->session, JOURNAL_HLEDGER, &entries));
	assert_int_equal(entries, 70);
	assert_journals_agree(desk->session);
	must(session_set_as_of(desk->session, "2017-02-28", &err), &err);
	struct buf text = { 0 };
	assert_false(journal_write(desk->session, JOURNAL_HLEDGER, &text, &entries, &err));
	assert_int_equal(err.code, ERR_MISSING);
	buf_done(&text);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, money_desk_set_up, money_desk_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(foreign_money_has_its_base_value_as_a_total_price),
		CASE(whatever_is_used_is_declared_first),
		CASE(words_of_a_clerk_break_nothing),
		CASE(credits_and_dollars_add_up),
		CASE(a_past_day_has_what_was_booked_by_then),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
