/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bills that are no dues, credit notes taken back, and the day something is due. */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/allocation.h"
#include "domain/arrears.h"
#include "domain/bill.h"
#include "domain/credit_note.h"
#include "domain/dues.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/reminder.h"
#include "domain/session.h"
#include "domain/statement.h"
#include "domain/trial.h"
#include "domain/undo.h"
#include "store/expect.h"
#include "store/money_desk.h"
#include "store/scratch.h"

static void
set_day(const char *day)
{
	struct buf now = { 0 };

	buf_addf(&now, "%sT00:00:00", day);
	setenv("NEARSEC_NOW", buf_text(&now), 1);
	buf_done(&now);
}

/* A draft in dollars; the caller frees its id. */
static char *
draft_of(struct session *session, const char *government, int64_t cents, const char *account, const char *due)
{
	struct bill bill = { .government = mem_strdup(government), .words = mem_strdup("Share of a project"),
		.currency = mem_strdup("USD"), .amount = cents, .account = mem_strdup(account),
		.due = mem_strdup(due) };
	char *id = NULL;
	struct err err = { 0 };

	must(bill_save(session, &bill, &id, NULL, &err), &err);
	bill_done(&bill);
	return id;
}

/* Issued today; the caller frees its number. */
static char *
bill_of(struct session *session, const char *government, int64_t cents, const char *account)
{
	char *id = draft_of(session, government, cents, account, ""), *number = NULL;
	struct err err = { 0 };

	must(bill_issue(session, id, NULL, &number, NULL, &err), &err);
	free(id);
	return number;
}

static void
pay(struct session *session, const char *government, int64_t won)
{
	struct payment payment = { .government = mem_strdup(government), .amount = won };
	char *receipt = NULL;
	struct err err = { 0 };

	must(payment_propose(session, &payment, &err), &err);
	must(payment_save(session, &payment, &receipt, NULL, &err), &err);
	free(receipt);
	payment_done(&payment);
}

/* The caller frees the number. */
static char *
credit(struct session *session, const char *invoice, const char *amount, const char *kind)
{
	char *number = NULL;
	struct err err = { 0 };

	must(credit_note_write(session, &(struct credit_note_order){ .invoice = invoice, .amount = amount,
	    .kind = kind, .reason = "too much", .approved = "GA-12/4" }, &number, NULL, &err), &err);
	return number;
}

static int64_t
base_of(struct session *session, const char *account)
{
	struct row_list trial = { 0 };
	struct err err = { 0 };
	int64_t sum = 0;

	must(trial_list(session, &trial, &err), &err);
	for (size_t i = 0; i < trial.count; i++)
		if (strcmp(((const struct trial_line *)row_at(&trial, i))->account, account) == 0)
			sum = ((const struct trial_line *)row_at(&trial, i))->base;
	row_list_done(&trial);
	return sum;
}

static struct arrears_line
arrears_of(struct session *session, const char *government, const char *day)
{
	struct row_list list = { 0 };
	struct arrears_line found = { 0 };
	struct err err = { 0 };

	must(arrears_list_on(session, day, &list, &err), &err);
	for (size_t i = 0; i < list.count; i++) {
		const struct arrears_line *line = row_at(&list, i);

		if (strcmp(line->government, government) == 0)
			found = (struct arrears_line){ .open = line->open, .overdue = line->overdue,
				.years = line->years, .may_vote = line->may_vote, .restores = line->restores };
	}
	row_list_done(&list);
	return found;
}

/* Bills */

static void
a_bill_is_numbered_and_posted_like_dues_but_to_its_own_account(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	char *first = bill_of(session, "KR-47", 50000, ""), *second = bill_of(session, "CN-SX", 10000, "420");

	assert_string_equal(first, "2017-0071");
	assert_string_equal(second, "2017-0072");
	assert_int_equal(base_of(session, "415"), -560000);
	assert_int_equal(base_of(session, "420"), -112000);
	assert_int_equal(base_of(session, "401"), -75600000);
	assert_verified(session);
	free(first);
	free(second);
}

static void
a_bill_needs_an_income_account_that_is_not_that_of_dues(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	static const char *const wrong[] = { "401", "510", "101", "999" };

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct bill bill = { .government = mem_strdup("KR-47"), .words = mem_strdup("x"),
			.currency = mem_strdup("USD"), .amount = 1, .account = mem_strdup(wrong[i]) };
		struct err err = { 0 };
		char *id = NULL;

		assert_false(bill_save(session, &bill, &id, NULL, &err));
		assert_string_equal(err.field, "account");
		bill_done(&bill);
	}
}

static void
a_draft_is_discarded_or_undone_and_an_issued_bill_is_neither(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	char *id = draft_of(session, "KR-47", 50000, "", ""), *number = NULL;
	struct row_list bills = { 0 };
	struct err err = { 0 };

	must(bill_discard(session, id, NULL, &err), &err);
	free(id);
	id = draft_of(session, "KR-47", 50000, "", "");
	must(undo_set(session, NULL, NULL, NULL, &err), &err);
	free(id);
	must(bill_list(session, "2017", &bills, &err), &err);
	assert_int_equal(bills.count, 0);
	row_list_done(&bills);
	id = draft_of(session, "KR-47", 50000, "", "");
	must(bill_issue(session, id, NULL, &number, NULL, &err), &err);
	assert_false(bill_discard(session, id, NULL, &err));
	err = (struct err){ 0 };
	assert_false(bill_issue(session, id, NULL, &number, NULL, &err));
	assert_verified(session);
	free(id);
	free(number);
}

static void
a_draft_of_last_year_gets_a_number_of_the_year_it_is_issued_in(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	char *id = draft_of(session, "KR-47", 50000, "", "2017-06-20"), *number = NULL;
	struct row_list bills = { 0 };
	struct err err = { 0 };
	int64_t set = 0;

	must(dues_assess(session, "2018", &set, NULL, &err), &err);
	set_day("2018-02-01");
	must(bill_issue(session, id, NULL, &number, NULL, &err), &err);
	assert_string_equal(number, "2018-0001");
	must(bill_list(session, "2018", &bills, &err), &err);
	assert_int_equal(bills.count, 1);
	assert_string_equal(((const struct bill_line *)row_at(&bills, 0))->due, "2018-03-03");
	assert_verified(session);
	row_list_done(&bills);
	free(id);
	free(number);
}

static void
a_bill_never_suspends_the_vote(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	bool suspended = true;
	int64_t restores = 0;
	char currency[4];
	struct err err = { 0 };

	pay(session, "JP-16", 1120000);
	free(bill_of(session, "JP-16", 50000, ""));
	set_day("2017-09-01");
	struct arrears_line owed = arrears_of(session, "JP-16", "2017-09-01");
	assert_int_equal(owed.open, 50000);
	assert_int_equal(owed.overdue, 50000);
	assert_int_equal(owed.years, 0);
	assert_int_equal(owed.may_vote, 1);
	assert_int_equal(owed.restores, 0);
	must(arrears_suspend(session, "JP-16", "2017-09-01", &suspended, &restores, currency, &err), &err);
	assert_false(suspended);

	/* Beside dues that do suspend it only the dues give it back; on a past day too. */
	free(bill_of(session, "KR-47", 50000, ""));
	set_day("2017-12-01");
	pay(session, "CN-SD", 1000);
	must(arrears_suspend(session, "KR-47", "2017-12-01", &suspended, &restores, currency, &err), &err);
	assert_true(suspended);
	assert_int_equal(restores, 100000);
	owed = arrears_of(session, "KR-47", "2017-11-30");
	assert_int_equal(owed.open, 150000);
	assert_int_equal(owed.overdue, 150000);
	assert_int_equal(owed.restores, 100000);
	owed = arrears_of(session, "JP-16", "2017-11-30");
	assert_int_equal(owed.may_vote, 1);
	assert_int_equal(owed.overdue, 50000);
}

static void
one_that_owes_in_two_currencies_is_reminded_once_of_both(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	struct bill bill = { .government = mem_strdup("KR-47"), .words = mem_strdup("A room"),
		.currency = mem_strdup("KRW"), .amount = 5600000 };
	char *id = NULL, *number = NULL;
	struct row_list reminders = { 0 };
	struct err err = { 0 };
	int64_t made = 0;
	size_t found = 0;

	must(bill_save(session, &bill, &id, NULL, &err), &err);
	must(bill_issue(session, id, NULL, &number, NULL, &err), &err);
	set_day("2017-09-01");
	must(reminder_run(session, "2017", 1, "2017-10-01", &made, NULL, &err), &err);
	assert_int_equal(made, 70);
	must(reminder_list(session, "2017", &reminders, &err), &err);
	for (size_t i = 0; i < reminders.count; i++) {
		const struct reminder_line *line = row_at(&reminders, i);

		if (strcmp(line->government, "KR-47") != 0) {
			assert_string_equal(line->note, "");
			continue;
		}
		assert_string_equal(line->currency, "USD");
		assert_int_equal(line->amount, 100000);
		assert_string_equal(line->note, "KRW 5600000");
		found++;
	}
	assert_int_equal(found, 1);
	row_list_done(&reminders);
	bill_done(&bill);
	free(id);
	free(number);
}

static void
a_bill_is_paid_after_what_is_due_before_it(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	struct arrears_line owed;

	free(bill_of(session, "JP-16", 50000, ""));
	pay(session, "JP-16", 1120000 + 280000);
	owed = arrears_of(session, "JP-16", "2017-06-01");
	assert_int_equal(owed.open, 25000);
	assert_int_equal(owed.overdue, 0);
	pay(session, "JP-16", 280000);
	assert_int_equal(arrears_of(session, "JP-16", "2017-06-01").open, 0);
	assert_verified(session);
}

static void
a_credit_takes_back_the_income_that_the_bill_was(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	char *bill = bill_of(session, "KR-47", 50000, "420"), *note = credit(session, bill, "200", "credit");
	int64_t dues = base_of(session, "401");

	assert_int_equal(base_of(session, "420"), -336000);
	assert_int_equal(dues, -75600000);
	assert_verified(session);
	free(bill);
	free(note);
}

/* Credit notes taken back */

static void
a_credit_note_is_taken_back_once_and_the_invoice_is_open_again(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	static const char *const kinds[] = { "credit", "waiver", "write-off" };
	struct row_list notes = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		char *note = credit(session, "2017-0029", i == 1 ? "all" : "123.45", kinds[i]), *back = NULL;

		must(credit_note_retract(session, note, "a mistake", &back, NULL, &err), &err);
		assert_int_equal(arrears_of(session, "KR-47", "2017-06-01").open, 100000);
		assert_false(credit_note_retract(session, note, "again", &back, NULL, &err));
		err = (struct err){ 0 };
		assert_false(credit_note_retract(session, back, "again", &back, NULL, &err));
		err = (struct err){ 0 };
		free(note);
		free(back);
	}
	assert_int_equal(base_of(session, "401"), -75600000);
	assert_int_equal(base_of(session, "590"), 0);
	must(credit_note_list(session, "2017", &notes, &err), &err);
	assert_int_equal(notes.count, 6);
	assert_string_equal(((const struct credit_note_line *)row_at(&notes, 0))->number, "C-2017-0006");
	assert_string_equal(((const struct credit_note_line *)row_at(&notes, 0))->state, "opposite");
	assert_string_equal(((const struct credit_note_line *)row_at(&notes, 1))->state, "back");
	assert_string_equal(((const struct credit_note_line *)row_at(&notes, 1))->other, "C-2017-0006");
	assert_verified(session);
	row_list_done(&notes);
}

static void
reversing_the_entry_of_a_credit_note_takes_it_back(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	char *note = credit(session, "2017-0029", "100", "credit"), *entry = NULL, *back = NULL;
	struct err err = { 0 };

	must(ledger_reverse(session, "E-2017-0071", "a mistake", &entry, NULL, &err), &err);
	assert_int_equal(arrears_of(session, "KR-47", "2017-06-01").open, 100000);
	assert_false(credit_note_retract(session, note, "again", &back, NULL, &err));
	assert_verified(session);
	free(note);
	free(entry);
}

static void
a_paid_rest_stays_paid_when_the_credit_note_goes(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	char *note = credit(session, "2017-0029", "400", "waiver"), *back = NULL;
	struct row_list lines = { 0 };
	struct err err = { 0 };

	pay(session, "KR-47", 672000);
	assert_int_equal(arrears_of(session, "KR-47", "2017-06-01").open, 0);
	set_day("2017-07-01");
	must(credit_note_retract(session, note, "the decision fell", &back, NULL, &err), &err);
	assert_int_equal(arrears_of(session, "KR-47", "2017-07-01").open, 40000);
	assert_int_equal(arrears_of(session, "KR-47", "2017-06-30").open, 0);
	must(statement_list(session, "KR-47", &lines, &err), &err);
	assert_int_equal(((const struct statement_line *)row_at(&lines, lines.count - 1))->balance, 40000);
	assert_verified(session);
	row_list_done(&lines);
	free(note);
	free(back);
}

/* The day something is due */

static const struct dues_line *
line_of(const struct row_list *list, const char *government)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(((const struct dues_line *)row_at(list, i))->government, government) == 0)
			return row_at(list, i);
	fail_msg("%s owes no dues", government);
	return NULL;
}

static void
dues_issued_late_are_due_so_much_later_and_the_preview_says_so(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	static const struct { const char *issued, *due; } cases[] = {
		{ "2018-01-02", "2018-04-30" }, { "2018-03-31", "2018-04-30" }, { "2018-04-01", "2018-05-01" },
		{ "2018-09-15", "2018-10-15" }, { "2018-12-31", "2019-01-30" },
	};
	struct row_list list = { 0 };
	struct err err = { 0 };
	int64_t count = 0;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		set_day(cases[i].issued);
		must(dues_list(session, "2018", &list, &err), &err);
		assert_string_equal(line_of(&list, "KR-47")->due, cases[i].due);
		row_list_done(&list);
	}
	must(dues_assess(session, "2018", &count, NULL, &err), &err);
	must(dues_issue(session, "2018", "2018-09-15", &count, NULL, &err), &err);
	must(dues_list(session, "2018", &list, &err), &err);
	assert_string_equal(line_of(&list, "KR-47")->due, "2018-10-15");
	row_list_done(&list);
	must(dues_list(session, "2017", &list, &err), &err);
	assert_string_equal(line_of(&list, "KR-47")->due, "2017-04-30");
	row_list_done(&list);
}

static void
without_a_rule_of_grace_dues_are_due_on_their_day_or_at_once(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	struct row_list list = { 0 };
	struct err err = { 0 };
	int64_t count = 0;

	scratch_save(session->db, "DELETE FROM rule WHERE name = 'dues.grace-days'");
	set_day("2018-09-15");
	must(dues_assess(session, "2018", &count, NULL, &err), &err);
	must(dues_issue(session, "2018", NULL, &count, NULL, &err), &err);
	must(dues_list(session, "2018", &list, &err), &err);
	assert_string_equal(line_of(&list, "KR-47")->due, "2018-09-15");
	row_list_done(&list);
}

static void
a_rule_of_grace_that_is_no_number_is_named(void **state)
{
	struct session *session = ((struct money_desk *)*state)->session;
	struct row_list list = { 0 };
	struct err err = { 0 };

	scratch_save(session->db, "UPDATE rule SET value = 'a month' WHERE name = 'dues.grace-days'");
	assert_false(dues_list(session, "2018", &list, &err));
	assert_non_null(strstr(err.text, "dues.grace-days"));
	assert_non_null(strstr(err.text, "a month"));
}

/* Verify */

/* Past every guard, as another program would write it, and back again. */
static const struct { const char *spoil, *mend, *wanted; } tricks[] = {
	{ "UPDATE receipt SET amount = 540001", "UPDATE receipt SET amount = 540000",
	  "what was received is not what was posted: R-2017-0001, 540001" },
	{ "UPDATE receipt SET value = '2017-06-02'", "UPDATE receipt SET value = booked",
	  "what was received is not what was posted: R-2017-0001, 540000" },
	{ "UPDATE entry SET kind = 'receipt' WHERE number = 'E-2017-0072'",
	  "UPDATE entry SET kind = 'manual' WHERE number = 'E-2017-0072'",
	  "money was posted as received without a receipt of its own: E-2017-0072" },
	{ "UPDATE posting SET government = 'KR-41' WHERE entry = 'E-2017-0029' AND no = 1",
	  "UPDATE posting SET government = 'KR-47' WHERE entry = 'E-2017-0029' AND no = 1",
	  "an entry posts on what is owed what no invoice, payment or credit note says: E-2017-0029, KR-41" },
	{ "UPDATE allocation SET amount = amount + 1 WHERE undoes IS NULL",
	  "UPDATE allocation SET amount = amount - 1 WHERE undoes IS NULL",
	  "an entry posts on what is owed what no invoice, payment or credit note says: E-2017-0071, JP-16" },
	{ "UPDATE entry SET reverses = 'E-2017-0001' WHERE kind = 'reversal' AND number = 'E-2017-0075'",
	  "UPDATE entry SET reverses = 'E-2017-0074' WHERE number = 'E-2017-0075'",
	  "an entry is reversed twice, or is none that can be: E-2017-0075, E-2017-0001" },
	{ "UPDATE posting SET base = base + 1 WHERE entry = 'E-2017-0075' AND no = 1",
	  "UPDATE posting SET base = base - 1 WHERE entry = 'E-2017-0075' AND no = 1",
	  "a reversal is not the opposite of its entry: E-2017-0075" },
	{ "UPDATE credit_note SET base = base - 1 WHERE undoes IS NOT NULL",
	  "UPDATE credit_note SET base = base + 1 WHERE undoes IS NOT NULL",
	  "a credit note is taken back twice, or not by its opposite: C-2017-0002, C-2017-0001" },
	{ "UPDATE open_invoice SET kind = 'other' WHERE kind = 'dues' AND government = 'KR-47'",
	  "UPDATE open_invoice SET kind = 'dues' WHERE government = 'KR-47'",
	  "what is kept as open on an invoice is not what is open: 2017-0029, 100000" },
	{ "UPDATE open_invoice SET open = open + 1 WHERE government = 'KR-47'",
	  "UPDATE open_invoice SET open = open - 1 WHERE government = 'KR-47'",
	  "what is posted as owed is not the open invoices less the credits: KR-47, USD, 100000" },
	{ "UPDATE open_invoice SET base = base + 1 WHERE government = 'KR-47'",
	  "UPDATE open_invoice SET base = base - 1 WHERE government = 'KR-47'",
	  "what is kept as open on an invoice is not what is open: 2017-0029, 100000" },
	{ "UPDATE open_invoice SET year = '2016' WHERE government = 'KR-47'",
	  "UPDATE open_invoice SET year = '2017' WHERE government = 'KR-47'",
	  "what is kept as open on an invoice is not what is open: 2017-0029, 0" },
	{ "UPDATE open_invoice SET invoice = 'X' WHERE government = 'KR-47'",
	  "UPDATE open_invoice SET invoice = (SELECT id FROM invoice WHERE number = '2017-0029') WHERE government = 'KR-47'",
	  "what is kept as open on an invoice is not what is open: X, 100000" },
	{ "UPDATE invoice SET account = '420' WHERE number = '2017-0071'",
	  "UPDATE invoice SET account = '415' WHERE number = '2017-0071'",
	  "dues that were not posted as dues, or a bill that was: 2017-0071, other" },
};

static void
drop_guards(sqlite3 *raw)
{
	static const char list[] = "SELECT group_concat('DROP TRIGGER \"' || name || '\";', '')"
	    " FROM sqlite_schema WHERE type = 'trigger'";
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_prepare_v2(raw, list, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	char *sql = mem_strdup((const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	raw_exec(raw, sql);
	free(sql);
}

/* E-2017-0071 receipt, 0072 by hand, 0073 bill, 0074 credit note, 0075 its reversal. */
static void
do_one_of_each(struct session *session)
{
	struct ledger_draft draft = { .kind = "manual", .words = mem_strdup("paper") };
	char *number = NULL, *note, *back = NULL;
	struct err err = { 0 };

	pay(session, "JP-16", 540000);
	ledger_add(&draft, "510", NULL, 1000, 1000);
	ledger_add(&draft, "101", NULL, -1000, -1000);
	must(ledger_post(session, &draft, &number, NULL, &err), &err);
	ledger_draft_done(&draft);
	free(bill_of(session, "CN-SX", 10000, ""));
	note = credit(session, "2017-0029", "100", "credit");
	must(credit_note_retract(session, note, "a mistake", &back, NULL, &err), &err);
	free(number);
	free(note);
	free(back);
}

static void
verify_finds_what_went_round_the_guards(void **state)
{
	struct money_desk *desk = *state;

	do_one_of_each(desk->session);
	assert_verified(desk->session);
	sqlite3 *raw = scratch_raw(desk->scratch);
	drop_guards(raw);
	for (size_t i = 0; i < sizeof tricks / sizeof tricks[0]; i++) {
		raw_exec(raw, tricks[i].spoil);
		assert_fault(desk->session, tricks[i].wanted);
		raw_exec(raw, tricks[i].mend);
	}
	sqlite3_close(raw);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, money_desk_set_up, money_desk_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_bill_is_numbered_and_posted_like_dues_but_to_its_own_account),
		CASE(a_bill_needs_an_income_account_that_is_not_that_of_dues),
		CASE(a_draft_is_discarded_or_undone_and_an_issued_bill_is_neither),
		CASE(a_draft_of_last_year_gets_a_number_of_the_year_it_is_issued_in),
		CASE(a_bill_never_suspends_the_vote),
		CASE(one_that_owes_in_two_currencies_is_reminded_once_of_both),
		CASE(a_bill_is_paid_after_what_is_due_before_it),
		CASE(a_credit_takes_back_the_income_that_the_bill_was),
		CASE(a_credit_note_is_taken_back_once_and_the_invoice_is_open_again),
		CASE(reversing_the_entry_of_a_credit_note_takes_it_back),
		CASE(a_paid_rest_stays_paid_when_the_credit_note_goes),
		CASE(dues_issued_late_are_due_so_much_later_and_the_preview_says_so),
		CASE(without_a_rule_of_grace_dues_are_due_on_their_day_or_at_once),
		CASE(a_rule_of_grace_that_is_no_number_is_named),
		CASE(verify_finds_what_went_round_the_guards),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
