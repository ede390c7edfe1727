/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the bench measures on is a ledger that verify believes. */
#include "config.h"

#include "test.h"

#include "bench/money_file.h"
#include "store/expect.h"
#include "store/money_desk.h"

#include "base/err.h"
#include "domain/session.h"
#include "store/stmt.h"

static void
assert_count(struct session *session, int64_t count, const char *sql)
{
	struct err err = { 0 };
	struct stmt st = { 0 };

	must(stmt_open(&st, session->db, sql, &err), &err);
	assert_true(stmt_next(&st));
	assert_int_equal(stmt_int(&st, 0), count);
	must(stmt_close(&st), &err);
}

static void
an_invented_ledger_is_whole(void **state)
{
	struct money_desk *desk = *state;
	const struct money_size size = { .years = 3, .invoices = 60, .unpaid = 10 };

	money_file_fill(desk->session, &size);
	assert_count(desk->session, 180, "SELECT count(*) FROM invoice WHERE kind = 'other' AND number <> ''");
	assert_count(desk->session, 36, "SELECT count(*) FROM open_invoice WHERE currency = 'KRW' AND open > 0");
	assert_verified(desk->session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_invented_ledger_is_whole, money_desk_set_up,
		    money_desk_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
