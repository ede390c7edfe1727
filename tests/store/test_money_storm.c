/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money at random: whatever is done or refused, every rule holds afterwards. */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/allocation.h"
#include "domain/arrears.h"
#include "domain/bill.h"
#include "domain/credit_note.h"
#include "domain/dues.h"
#include "domain/ledger.h"
#include "domain/payer.h"
#include "domain/payment.h"
#include "domain/session.h"
#include "rounds.h"
#include "store/expect.h"
#include "store/journal_sums.h"
#include "store/money_desk.h"
#include "store/owed.h"
#include "store/stmt.h"

enum { ROUNDS = 400, VERIFICATIONS = 5, DAYS = 180 };	/* verify reads all: not more often in a longer run */

struct random_desk {
	struct session *session;
	unsigned state;
	int day;		/* days since 2017-06-01 */
	size_t done, refused;
};

static unsigned
roll(struct random_desk *desk, unsigned sides)
{
	desk->state = desk->state * 1103515245u + 12345u;
	return (desk->state >> 16) % sides;
}

/* One text of a random row of a question; NULL: there is none. The caller frees it. */
static char *
any(struct random_desk *desk, const char *sql)
{
	struct err err = { 0 };
	struct stmt st = { 0 };
	char *found = NULL;
	unsigned skip = roll(desk, 40), seen = 0;

	if (stmt_open(&st, desk->session->db, sql, &err))
		while (seen++ <= skip && stmt_next(&st))
			mem_replace(&found, stmt_text(&st, 0));
	must(stmt_close(&st), &err);
	return found;
}

/* Refused by a rule is as good as done; anything else is a fault. */
static void
count(struct random_desk *desk, bool ok, const struct err *err)
{
	if (!ok && err->code != ERR_RULE && err->code != ERR_MISSING && err->code != ERR_INPUT)
		fail_msg("%s", err->text);
	desk->done += ok;
	desk->refused += !ok;
}

static void
pay(struct random_desk *desk)
{
	bool dollars = roll(desk, 3) == 0;
	struct payment payment = { .account = mem_strdup(dollars ? "102" : "101"),
		.amount = 1 + roll(desk, dollars ? 250000 : 2500000) };
	struct err err = { 0 };
	char *receipt = NULL;

	if (roll(desk, 6) > 0)
		payment.government = any(desk, "SELECT code FROM government WHERE country IN ('JP', 'KR')");
	bool ok = payment_propose(desk->session, &payment, &err) &&
	    payment_save(desk->session, &payment, &receipt, NULL, &err);
	count(desk, ok, &err);
	free(receipt);
	payment_done(&payment);
}

static void
use_credit(struct random_desk *desk)
{
	char *receipt = any(desk, "SELECT number FROM receipt ORDER BY no DESC");
	struct err err = { 0 };
	int64_t made = 0;

	if (receipt != NULL)
		count(desk, allocation_make(desk->session, receipt, NULL, &made, NULL, &err), &err);
	free(receipt);
}

static void
take_back(struct random_desk *desk)
{
	char *receipt = any(desk, "SELECT receipt FROM allocation WHERE invoice IS NOT NULL");
	struct err err = { 0 };
	int64_t made = 0;

	if (receipt != NULL)
		count(desk, allocation_undo(desk->session, receipt, NULL, &made, NULL, &err), &err);
	free(receipt);
}

static void
refund(struct random_desk *desk)
{
	char *receipt = any(desk, "SELECT number FROM receipt");
	struct err err = { 0 };

	if (receipt != NULL)
		count(desk, allocation_refund(desk->session, receipt, roll(desk, 2) ? "all" : "17",
		    "GA-12/4", NULL, &err), &err);
	free(receipt);
}

static void
name_payer(struct random_desk *desk)
{
	char *receipt = any(desk, "SELECT number FROM receipt WHERE government IS NULL");
	char *code = any(desk, "SELECT code FROM government WHERE country = 'KR'");
	struct err err = { 0 };

	if (receipt != NULL)
		count(desk, payer_set(desk->session, receipt, code, NULL, &err), &err);
	free(receipt);
	free(code);
}

static void
reverse(struct random_desk *desk)
{
	char *entry = any(desk, "SELECT number FROM entry WHERE kind <> 'invoice' ORDER BY no DESC");
	struct err err = { 0 };
	char *number = NULL;

	if (entry != NULL)
		count(desk, ledger_reverse(desk->session, entry, "at random", &number, NULL, &err), &err);
	free(entry);
	free(number);
}

static void
waive(struct random_desk *desk)
{
	char *invoice = any(desk, "SELECT number FROM invoice ORDER BY no DESC");
	struct err err = { 0 };
	char *number = NULL;

	count(desk, credit_note_write(desk->session, &(struct credit_note_order){ .invoice = invoice,
	    .amount = roll(desk, 3) ? "12.34" : "all", .kind = roll(desk, 2) ? "waiver" : "credit",
	    .reason = "at random", .approved = "GA-12/4" }, &number, NULL, &err), &err);
	free(invoice);
	free(number);
}

static void
retract(struct random_desk *desk)
{
	char *note = any(desk, "SELECT number FROM credit_note ORDER BY no DESC");
	struct err err = { 0 };
	char *number = NULL;

	if (note != NULL)
		count(desk, credit_note_retract(desk->session, note, "at random", &number, NULL, &err), &err);
	free(note);
	free(number);
}

/* Some are issued at once, some later, some never. */
static void
bill(struct random_desk *desk)
{
	bool dollars = roll(desk, 2) == 0;
	struct bill bill = { .government = any(desk, "SELECT code FROM government WHERE country IN ('JP', 'KR')"),
		.words = mem_strdup("at random"), .currency = mem_strdup(dollars ? "USD" : "KRW"),
		.amount = 1 + roll(desk, dollars ? 100000 : 1000000),
		.account = mem_strdup(roll(desk, 2) ? "" : roll(desk, 4) ? "420" : "510") };
	struct err err = { 0 };
	char *id = NULL;

	count(desk, bill_save(desk->session, &bill, &id, NULL, &err), &err);
	free(id);
	bill_done(&bill);
}

static void
issue_or_discard(struct random_desk *desk)
{
	char *id = any(desk, "SELECT id FROM invoice WHERE kind = 'other' ORDER BY number, id");
	struct err err = { 0 };
	char *number = NULL;

	if (id != NULL && roll(desk, 5) == 0)
		count(desk, bill_discard(desk->session, id, NULL, &err), &err);
	else if (id != NULL)
		count(desk, bill_issue(desk->session, id, NULL, &number, NULL, &err), &err);
	free(id);
	free(number);
}

/* An issued bill must never take part in what suspends a vote. */
static void
bills_suspend_nobody(struct random_desk *desk)
{
	struct row_list owing = { 0 };
	struct err err = { 0 };

	must(arrears_list(desk->session, &owing, &err), &err);
	for (size_t i = 0; i < owing.count; i++) {
		const struct arrears_line *line = row_at(&owing, i);

		assert_true(line->restores <= 100000);	/* the dues of the one year there is */
		assert_true(line->years <= 1);
	}
	row_list_done(&owing);
}

static void
next_day(struct random_desk *desk)
{
	struct buf now = { 0 };
	char day[DAY_SIZE];

	if (desk->day < 200)
		desk->day += 1 + (int)roll(desk, 5);
	day_add_days("2017-06-01", desk->day, day);
	buf_addf(&now, "%sT00:00:00", day);
	setenv("NEARSEC_NOW", buf_text(&now), 1);
	money_desk_rate(desk->session, day, 1000 + (int)roll(desk, 250));
	buf_done(&now);
}

static void (*const acts[])(struct random_desk *) = {
	pay, pay, pay, pay, use_credit, take_back, refund, name_payer, reverse, waive, retract, bill, issue_or_discard,
	issue_or_discard, next_day,
};

static void
every_rule_holds_after_anything(void **state)
{
	struct money_desk *money = *state;
	struct random_desk desk = { .session = money->session, .state = rounds_seed() };
	unsigned rounds = rounds_count(ROUNDS);

	for (unsigned i = 1; i <= rounds; i++) {
		acts[roll(&desk, sizeof acts / sizeof acts[0])](&desk);
		if (i % (rounds / VERIFICATIONS) == 0) {
			assert_verified(desk.session);
			bills_suspend_nobody(&desk);
		}
	}
	printf("# %zu done, %zu refused\n", desk.done, desk.refused);
	assert_true(desk.done > rounds / 3);
	assert_true(desk.refused > rounds / 50);
	assert_verified(desk.session);
	assert_journals_agree(desk.session);
}

static void
issue_dues(struct random_desk *desk, const char *year, const char *now)
{
	struct err err = { 0 };
	int64_t count = 0;

	setenv("NEARSEC_NOW", now, 1);
	must(dues_assess(desk->session, year, &count, NULL, &err) &&
	    dues_issue(desk->session, year, NULL, &count, NULL, &err), &err);
	assert_true(count > 0);
}

/* First when all invoices are of that year, then when it is less than a third of them. */
static void
any_past_day_owes_what_was_booked_until_then(void **state)
{
	struct money_desk *money = *state;
	struct random_desk desk = { .session = money->session, .state = rounds_seed() };

	for (unsigned i = rounds_count(ROUNDS / 2); i > 0; i--)
		acts[roll(&desk, sizeof acts / sizeof acts[0])](&desk);
	assert_owed_on_days(desk.session, "2017-02-27", DAYS);
	issue_dues(&desk, "2018", "2018-03-01T00:00:00");
	issue_dues(&desk, "2019", "2019-09-01T00:00:00");
	issue_dues(&desk, "2020", "2020-03-01T00:00:00");
	desk.day = 1100;
	for (unsigned i = 20; i > 0; i--)
		acts[roll(&desk, sizeof acts / sizeof acts[0])](&desk);
	assert_owed_on_days(desk.session, "2017-05-27", DAYS / 2);
	assert_owed_on_days(desk.session, "2019-08-28", 10);
	assert_owed_on_days(desk.session, "2020-05-25", DAYS / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_rule_holds_after_anything, money_desk_set_up,
		    money_desk_tear_down),
		cmocka_unit_test_setup_teardown(any_past_day_owes_what_was_booked_until_then,
		    money_desk_set_up, money_desk_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
