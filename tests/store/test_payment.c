/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money that comes in, what it pays, and how it is taken back. */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/allocation.h"
#include "domain/arrears.h"
#include "domain/credit_note.h"
#include "domain/dues.h"
#include "domain/fiscal_year.h"
#include "domain/ledger.h"
#include "domain/payer.h"
#include "domain/payment.h"
#include "domain/rate.h"
#include "domain/receipt.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/settlement.h"
#include "domain/trial.h"
#include "domain/undo.h"
#include "store/expect.h"
#include "store/money_desk.h"
#include "store/scratch.h"

/* Pay in won; the caller frees the number of the receipt. */
static char *
pay(struct session *session, const char *government, const char *booked, int64_t won)
{
	struct payment payment = { .government = government != NULL ? mem_strdup(government) : NULL,
		.booked = mem_strdup(booked), .amount = won };
	char *receipt = NULL;
	struct err err = { 0 };

	must(payment_propose(session, &payment, &err), &err);
	must(payment_save(session, &payment, &receipt, NULL, &err), &err);
	payment_done(&payment);
	return receipt;
}

static int64_t
balance(struct money_desk *desk, const char *account, const char *column)
{
	struct row_list trial = { 0 };
	struct err err = { 0 };
	int64_t sum = 0;

	must(trial_list(desk->session, &trial, &err), &err);
	for (size_t i = 0; i < trial.count; i++) {
		const struct trial_line *line = row_at(&trial, i);

		if (strcmp(line->account, account) == 0)
			sum = strcmp(column, "base") == 0 ? line->base : line->amount;
	}
	row_list_done(&trial);
	return sum;
}

/* The other 69 owe USD 69,000.00, booked at 1,080. */
enum { OTHERS = 6900000, OTHERS_BASE = 74520000 };

static void
two_parts_at_two_rates_leave_nothing_and_an_exchange_gain(void **state)
{
	struct money_desk *desk = *state;

	free(pay(desk->session, "JP-16", "2017-04-10", 540000));
	assert_int_equal(balance(desk, "120", "amount"), OTHERS + 50000);
	assert_int_equal(balance(desk, "120", "base"), OTHERS_BASE + 540000);
	free(pay(desk->session, "JP-16", "2017-05-02", 560000));
	assert_int_equal(balance(desk, "120", "amount"), OTHERS);
	assert_int_equal(balance(desk, "120", "base"), OTHERS_BASE);
	assert_int_equal(balance(desk, "490", "base"), -20000);
	assert_int_equal(balance(desk, "101", "base"), 1100000);
	assert_verified(desk->session);
}

static void
what_is_over_stays_as_a_credit_and_pays_the_next_invoice(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	int64_t count = 0;
	char *receipt = pay(desk->session, "JP-16", "2017-04-10", 2000000);

	assert_int_equal(balance(desk, "121", "amount"), -920000);
	setenv("NEARSEC_NOW", "2018-02-01T00:00:00", 1);
	must(dues_assess(desk->session, "2018", &count, NULL, &err), &err);
	must(dues_issue(desk->session, "2018", NULL, &count, NULL, &err), &err);
	must(allocation_make(desk->session, receipt, NULL, &count, NULL, &err), &err);
	assert_int_equal(count, 1);
	assert_int_equal(balance(desk, "121", "amount"), 0);
	assert_verified(desk->session);
	free(receipt);
}

static void
unknown_money_stands_in_suspense_until_its_payer_is_named_once(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	int64_t count = 0;
	char *receipt = pay(desk->session, NULL, "2017-05-02", 1120000);

	assert_int_equal(balance(desk, "190", "amount"), -1120000);
	assert_false(allocation_make(desk->session, receipt, NULL, &count, NULL, &err));
	err = (struct err){ 0 };
	must(payer_set(desk->session, receipt, "KR-47", NULL, &err), &err);
	assert_int_equal(balance(desk, "190", "amount"), 0);
	assert_int_equal(balance(desk, "121", "amount"), -1120000);
	assert_false(payer_set(desk->session, receipt, "KR-41", NULL, &err));
	err = (struct err){ 0 };
	must(allocation_make(desk->session, receipt, NULL, &count, NULL, &err), &err);
	assert_int_equal(balance(desk, "121", "amount"), 0);
	assert_verified(desk->session);
	free(receipt);
}

static void
a_payment_is_taken_back_by_opposite_rows(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	int64_t count = 0;
	char *receipt = pay(desk->session, "JP-16", "2017-05-02", 1120000), *number = NULL;

	must(allocation_undo(desk->session, receipt, NULL, &count, NULL, &err), &err);
	assert_int_equal(count, 1);
	assert_int_equal(balance(desk, "120", "amount"), OTHERS + 100000);
	assert_int_equal(balance(desk, "120", "base"), OTHERS_BASE + 1080000);
	assert_int_equal(balance(desk, "490", "base"), 0);
	assert_false(ledger_reverse(desk->session, "E-2017-0071", "wrong payer", &number, NULL, &err));
	err = (struct err){ 0 };
	assert_false(allocation_refund(desk->session, receipt, "all", "", NULL, &err));
	err = (struct err){ 0 };
	must(allocation_refund(desk->session, receipt, "all", "GA-12/4", NULL, &err), &err);
	assert_int_equal(balance(desk, "101", "amount"), 0);
	assert_verified(desk->session);
	free(receipt);
}

static void
a_reversed_receipt_opens_its_invoice_again_once(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	char *number = NULL;

	free(pay(desk->session, "JP-16", "2017-05-02", 1120000));
	must(ledger_reverse(desk->session, "E-2017-0071", "wrong payer", &number, NULL, &err), &err);
	assert_string_equal(number, "E-2017-0072");
	assert_int_equal(balance(desk, "120", "amount"), OTHERS + 100000);
	assert_int_equal(balance(desk, "101", "amount"), 0);
	assert_false(ledger_reverse(desk->session, "E-2017-0071", "again", &number, NULL, &err));
	assert_non_null(strstr(err.text, "E-2017-0072"));
	assert_verified(desk->session);
	free(number);
}

static void
a_run_that_is_repeated_doubles_nobody(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	int64_t count = -1, set = -1;

	must(dues_assess(desk->session, "2017", &count, &set, &err), &err);
	assert_int_equal(count, 0);
	assert_int_equal(set, 0);
	must(dues_issue(desk->session, "2017", NULL, &count, &set, &err), &err);
	assert_int_equal(count, 0);
}

static void
posted_money_is_reversed_never_undone(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };

	free(pay(desk->session, "JP-16", "2017-05-02", 1120000));
	assert_false(undo_set(desk->session, NULL, NULL, NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
}

/* Every line of it, as text, to be compared. */
static char *
ageing_on(struct session *session, const char *day)
{
	struct row_list list = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(session_set_as_of(session, day, &err), &err);
	must(ageing_list(session, &list, &err), &err);
	must(session_set_as_of(session, "", &err), &err);
	for (size_t i = 0; i < list.count; i++) {
		const struct ageing_line *line = row_at(&list, i);

		assert_int_equal(line->total, line->due_later + line->days_90 + line->days_365 +
		    line->years_2 + line->older);
		buf_addf(&text, "%s %lld %lld %lld\n", line->government, (long long)line->due_later,
		    (long long)line->days_90, (long long)line->total);
	}
	row_list_done(&list);
	return buf_take(&text);
}

static void
a_past_day_says_the_same_before_and_after_later_payments(void **state)
{
	struct money_desk *desk = *state;
	char *before = ageing_on(desk->session, "2017-05-15");
	char *number = NULL;
	struct err err = { 0 };

	free(pay(desk->session, "JP-16", "2017-05-20", 560000));
	must(credit_note_write(desk->session, &(struct credit_note_order){ .invoice = "2017-0001",
	    .amount = "all", .kind = "waiver", .reason = "flood", .approved = "GA-12/4" }, &number,
	    NULL, &err), &err);
	char *after = ageing_on(desk->session, "2017-05-15");
	assert_string_equal(before, after);
	char *later = ageing_on(desk->session, "2017-06-01");
	assert_string_not_equal(before, later);
	free(before);
	free(after);
	free(later);
	free(number);
}

static void
two_unpaid_years_suspend_the_vote_and_one_restores_it(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	int64_t count = 0, restores = 0;
	bool suspended = false;
	char currency[4];

	/* In 2017 one unpaid year suspended it. */
	must(arrears_suspend(desk->session, "KR-47", "2017-06-01", &suspended, &restores, currency, &err), &err);
	assert_true(suspended);
	assert_int_equal(restores, 100000);
	assert_string_equal(currency, "USD");
	must(arrears_suspend(desk->session, "KR-47", "2017-04-30", &suspended, &restores, currency, &err), &err);
	assert_false(suspended);

	setenv("NEARSEC_NOW", "2019-09-01T00:00:00", 1);
	must(arrears_suspend(desk->session, "KR-47", "2019-09-01", &suspended, &restores, currency, &err), &err);
	assert_false(suspended);
	must(dues_assess(desk->session, "2019", &count, NULL, &err), &err);
	must(dues_issue(desk->session, "2019", NULL, &count, NULL, &err), &err);
	must(arrears_suspend(desk->session, "KR-47", "2019-10-01", &suspended, &restores, currency, &err), &err);
	assert_false(suspended);	/* due 30 days after the issue */
	must(arrears_suspend(desk->session, "KR-47", "2019-10-02", &suspended, &restores, currency, &err), &err);
	assert_true(suspended);
	assert_int_equal(restores, 100000);
}

static bool
owes_dues_of(struct session *session, const char *government, const char *year)
{
	struct row_list list = { 0 };
	struct err err = { 0 };
	bool found = false;

	must(dues_list(session, year, &list, &err), &err);
	for (size_t i = 0; i < list.count; i++)
		found = found || strcmp(((struct dues_line *)row_at(&list, i))->government, government) == 0;
	row_list_done(&list);
	return found;
}

static void
a_suspended_member_pays_and_a_new_one_from_the_year_after(void **state)
{
	struct money_desk *desk = *state;

	scratch_save(desk->session->db,
	    "UPDATE government_status SET until = '2017-09-01' WHERE government = 'KR-47'");
	scratch_save(desk->session->db,
	    "INSERT INTO government_status (id, government, status, since, decision) VALUES"
	    " ('01ARZ3NDEKTSV4RRFFQ69G5FAV', 'KR-47', 'suspended', '2017-09-01', 'GA-12')");
	scratch_save(desk->session->db,
	    "UPDATE government_status SET until = '2018-03-01' WHERE government = 'JP-35'");
	scratch_save(desk->session->db,
	    "INSERT INTO government_status (id, government, status, since, decision) VALUES"
	    " ('01ARZ3NDEKTSV4RRFFQ69G5FAW', 'JP-35', 'member', '2018-03-01', 'GA-12')");
	assert_true(owes_dues_of(desk->session, "KR-47", "2018"));
	assert_false(owes_dues_of(desk->session, "JP-35", "2018"));
	assert_true(owes_dues_of(desk->session, "JP-35", "2019"));
}

/* The arithmetic by itself. */
static void
what_is_settled_last_takes_the_remainder(void **state)
{
	static const struct {
		struct settlement_money money;
		struct settlement_debt debt;
		struct settlement paid;
	} cases[] = {
		/* won for dollars, a part and the rest */
		{ { "KRW", 540000, 540000 }, { "USD", 100000, 1080000, 1080, 1 }, { 540000, 540000, 50000, 540000 } },
		{ { "KRW", 560000, 560000 }, { "USD", 50000, 540000, 1120, 1 }, { 560000, 560000, 50000, 540000 } },
		/* more than is open: only what that costs is used */
		{ { "KRW", 2000000, 2000000 }, { "USD", 100000, 1080000, 1080, 1 }, { 1080000, 1080000, 100000, 1080000 } },
		/* the same currency, in thirds: 33.33 + 33.33 + 33.34 */
		{ { "USD", 3333, 35996 }, { "USD", 10000, 108000, 1080, 1 }, { 3333, 35996, 3333, 35996 } },
		{ { "USD", 3334, 36007 }, { "USD", 3334, 36008, 1080, 1 }, { 3334, 36007, 3334, 36008 } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct settlement paid = { 0 };

		assert_true(settlement_take(&cases[i].money, &cases[i].debt, "KRW", &paid));
		assert_memory_equal(&paid, &cases[i].paid, sizeof paid);
	}
}

static void
money_too_small_for_a_cent_settles_nothing(void **state)
{
	const struct settlement_money money = { "KRW", 5, 5 };
	const struct settlement_debt debt = { "USD", 100000, 1080000, 1080, 1 };
	struct settlement paid = { 0 };

	(void)state;
	assert_false(settlement_take(&money, &debt, "KRW", &paid));
}

static void
a_rate_is_read_as_a_fraction(void **state)
{
	static const struct { const char *typed; int64_t num, den; } rates[] = {
		{ "1080", 1080, 1 }, { "1080.5", 10805, 10 }, { "10801/10", 10801, 10 },
		{ "0.000734", 734, 1000000 },
		{ "", 0, 0 }, { "0", 0, 0 }, { "-5", 0, 0 }, { " 5", 0, 0 }, { "1,080", 0, 0 }, { "5/", 0, 0 },
		{ "5/0", 0, 0 }, { "5/-1", 0, 0 }, { "1.1234567", 0, 0 }, { "99999999999999999999", 0, 0 },
		{ "9223372036854775807.5", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++) {
		int64_t num = 0, den = 0;

		assert_int_equal(rate_read(rates[i].typed, &num, &den, NULL), rates[i].num > 0);
		assert_int_equal(num, rates[i].num);
		assert_int_equal(den, rates[i].den);
	}
}

static void
a_rate_is_shown_as_it_is_typed(void **state)
{
	static const struct { int64_t num, den; const char *shown; } rates[] = {
		{ 1080, 1, "1080" }, { 10805, 10, "1080.5" }, { 145250, 100, "1452.5" }, { 734, 1000000, "0.000734" },
		{ 1, 4, "0.25" }, { 1000, 1000, "1" }, { 100, 3, "100/3" }, { INT64_MAX, 2, "9223372036854775807/2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++) {
		struct buf text = { 0 };

		rate_show(&text, rates[i].num, rates[i].den);
		assert_string_equal(buf_text(&text), rates[i].shown);
		buf_done(&text);
	}
}

/* 2011 is a hole; 2013 is called so and has but some days of 2012. */
static void
put_years(struct session *session)
{
	static const char *const years[][4] = {
		{ "2010", "2010-01-01", "2011-01-01", "open" }, { "2009", "2009-01-01", "2010-01-01", "closed" },
		{ "2013", "2012-02-01", "2012-03-01", "open" },
	};
	struct err err = { 0 };

	must(session_begin(session, "open year", NULL, &err), &err);
	for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
		struct fiscal_year row = { .year = mem_strdup(years[i][0]), .since = mem_strdup(years[i][1]),
			.until = mem_strdup(years[i][2]), .state = mem_strdup("open") };

		must(row_save_in_set(session, &fiscal_year_type, &row, &err), &err);
		if (strcmp(years[i][3], "closed") == 0) {
			mem_replace(&row.state, "closed");
			mem_replace(&row.closed, "2010-02-01");
			must(row_update_in_set(session, &fiscal_year_type, &row, &err), &err);
		}
		record_done(&fiscal_year_type, &row);
	}
	must(session_commit(session, NULL, &err), &err);
}

static void
a_day_is_of_one_year_or_of_none(void **state)
{
	static const struct { const char *day, *year; } days[] = {
		{ "2017-06-01", "2017" }, { "2017-01-01", "2017" }, { "2017-12-31", "2017" }, { "2018-01-01", NULL },
		{ "2016-12-31", NULL }, { "2012-02-29", "2013" }, { "2012-03-01", NULL }, { "2012-01-31", NULL },
		{ "2011-06-01", NULL }, { "2010-12-31", "2010" }, { "2010-01-01", "2010" }, { "2008-12-31", NULL },
	};
	struct money_desk *desk = *state;

	put_years(desk->session);
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		char year[FISCAL_YEAR] = "";
		struct err err = { 0 };

		assert_int_equal(fiscal_year_of(desk->session, days[i].day, year, &err), days[i].year != NULL);
		if (days[i].year != NULL)
			assert_string_equal(year, days[i].year);
		else
			assert_non_null(strstr(err.text, "No fiscal year is open"));
	}
	char year[FISCAL_YEAR] = "";
	struct err err = { 0 };
	assert_false(fiscal_year_of(desk->session, "2009-12-31", year, &err));
	assert_non_null(strstr(err.text, "2009, which is closed"));
}

static void
a_receipt_has_the_days_and_the_year_of_its_entry(void **state)
{
	static const struct { const char *booked, *value, *receipt_booked, *receipt_value; } days[] = {
		{ "2017-04-10", "2017-04-07", "2017-04-10", "2017-04-07" },
		{ "2017-04-11", NULL, "2017-04-11", "2017-04-11" },
		{ NULL, "2017-05-31", "2017-06-01", "2017-05-31" },
		{ NULL, NULL, "2017-06-01", "2017-06-01" },
	};
	struct money_desk *desk = *state;

	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		struct payment payment = { .amount = 1000, .booked = mem_strdup_typed(days[i].booked),
			.value = mem_strdup_typed(days[i].value) };
		struct receipt receipt = { 0 };
		char *number = NULL;
		struct err err = { 0 };

		must(payment_propose(desk->session, &payment, &err), &err);
		must(payment_save(desk->session, &payment, &number, NULL, &err), &err);
		must(row_get(desk->session, &receipt_type, number, &receipt, &err), &err);
		assert_string_equal(receipt.booked, days[i].receipt_booked);
		assert_string_equal(receipt.value, days[i].receipt_value);
		assert_string_equal(receipt.year, "2017");
		record_done(&receipt_type, &receipt);
		payment_done(&payment);
		free(number);
	}
	assert_verified(desk->session);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, money_desk_set_up, money_desk_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(two_parts_at_two_rates_leave_nothing_and_an_exchange_gain),
		CASE(what_is_over_stays_as_a_credit_and_pays_the_next_invoice),
		CASE(unknown_money_stands_in_suspense_until_its_payer_is_named_once),
		CASE(a_payment_is_taken_back_by_opposite_rows),
		CASE(a_reversed_receipt_opens_its_invoice_again_once),
		CASE(a_run_that_is_repeated_doubles_nobody),
		CASE(posted_money_is_reversed_never_undone),
		CASE(a_past_day_says_the_same_before_and_after_later_payments),
		CASE(two_unpaid_years_suspend_the_vote_and_one_restores_it),
		cmocka_unit_test(a_rate_is_read_as_a_fraction),
		cmocka_unit_test(a_rate_is_shown_as_it_is_typed),
		CASE(a_day_is_of_one_year_or_of_none),
		CASE(a_receipt_has_the_days_and_the_year_of_its_entry),
		CASE(a_suspended_member_pays_and_a_new_one_from_the_year_after),
		cmocka_unit_test(what_is_settled_last_takes_the_remainder),
		cmocka_unit_test(money_too_small_for_a_cent_settles_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
