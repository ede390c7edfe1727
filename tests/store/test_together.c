/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked in several statements is answered as of one moment. */
#include "config.h"

#include "test.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/account_report.h"
#include "domain/payment.h"
#include "domain/session.h"
#include "domain/trial.h"
#include "exchange/journal.h"
#include "exchange/table_export.h"
#include "store/db_private.h"
#include "store/expect.h"
#include "store/money_desk.h"
#include "store/scratch.h"

enum { MOST = 12 };	/* statements looked at: a journal has one for every entry, more each time */

/* Another clerk, who posts a payment when the statement of that number is about to run. */
struct other {
	struct session *session;
	int at, statements;
	bool posted;
};

static void
pay(struct session *session)
{
	struct payment payment = { .government = mem_strdup("JP-16"), .amount = 11200 };
	char *receipt = NULL;
	struct err err = { 0 };

	must(payment_propose(session, &payment, &err), &err);
	must(payment_save(session, &payment, &receipt, NULL, &err), &err);
	payment_done(&payment);
	free(receipt);
}

static int
post_between(unsigned what, void *context, void *statement, void *sql)
{
	struct other *other = context;

	(void)what, (void)statement;
	if (strcmp(sql, "BEGIN") == 0 || strcmp(sql, "ROLLBACK") == 0)
		return 0;
	if (++other->statements != other->at)
		return 0;
	pay(other->session);
	other->posted = true;
	return 0;
}

/* The answer as text. */
typedef void question(struct session *session, struct buf *text);

static char *
answer(struct session *session, question *ask)
{
	struct buf text = { 0 };

	ask(session, &text);
	return buf_take(&text);
}

static char *
answer_disturbed(struct session *session, question *ask, struct other *other)
{
	other->statements = 0;
	other->posted = false;
	assert_int_equal(sqlite3_trace_v2(session->db->raw, SQLITE_TRACE_STMT, post_between, other), SQLITE_OK);
	char *text = answer(session, ask);
	assert_int_equal(sqlite3_trace_v2(session->db->raw, 0, NULL, NULL), SQLITE_OK);
	return text;
}

/* Whatever the statement from the second on, the answer is that of before; the next one is not. */
static void
assert_of_one_moment(struct money_desk *desk, question *ask)
{
	const char *path = ((struct scratch *)desk->scratch)->path;
	struct err err = { 0 };
	struct db *db = db_open(path, DB_READ_WRITE, &err);
	struct other other = { .at = 1, .posted = true };

	must(db != NULL, &err);
	other.session = session_open(db, "clerk2", "cli");
	while (other.posted && other.at < MOST) {
		char *before = answer(desk->session, ask);

		other.at++;
		char *meanwhile = answer_disturbed(desk->session, ask, &other);
		char *after = answer(desk->session, ask);
		if (strcmp(before, meanwhile) != 0)
			fail_msg("a payment before statement %d is seen by half", other.at);
		assert_int_equal(strcmp(before, after) != 0, other.posted);
		free(before);
		free(meanwhile);
		free(after);
	}
	assert_true(other.at > 3);
	session_close(other.session);
}

static void
propose(struct session *session, struct buf *text)
{
	struct payment payment = { .government = mem_strdup("JP-16"), .amount = 5600 };
	struct err err = { 0 };

	must(payment_propose(session, &payment, &err), &err);
	for (size_t i = 0; i < payment.count; i++)
		buf_addf(text, "%s %lld\n", payment.part[i].number, (long long)payment.part[i].open);
	payment_done(&payment);
}

static void
list_trial(struct session *session, struct buf *text)
{
	struct row_list rows = { 0 };
	struct err err = { 0 };

	must(trial_list(session, &rows, &err), &err);
	table_export_csv(&rows, text);
	row_list_done(&rows);
}

static void
list_report(struct session *session, struct buf *text)
{
	struct row_list rows = { 0 };
	struct err err = { 0 };

	must(account_report_list(session, "2017", &rows, &err), &err);
	table_export_csv(&rows, text);
	row_list_done(&rows);
}

static void
write_journal(struct session *session, struct buf *text)
{
	struct err err = { 0 };
	size_t count = 0;

	must(journal_write(session, JOURNAL_HLEDGER, text, &count, &err), &err);
}

static void
proposal_of_a_payment_is_of_one_moment(void **state)
{
	assert_of_one_moment(*state, propose);
}

static void
trial_balance_is_of_one_moment(void **state)
{
	assert_of_one_moment(*state, list_trial);
}

static void
report_of_a_year_is_of_one_moment(void **state)
{
	assert_of_one_moment(*state, list_report);
}

static void
journal_is_of_one_moment(void **state)
{
	assert_of_one_moment(*state, write_journal);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, money_desk_set_up, money_desk_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(proposal_of_a_payment_is_of_one_moment),
		CASE(trial_balance_is_of_one_moment),
		CASE(report_of_a_year_is_of_one_moment),
		CASE(journal_is_of_one_moment),
	};

	return cmocka_run_group_tests_name("together", tests, NULL, NULL);
}
