/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work of the command line in a terminal: how far it is, and ^C. */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "screen/near_money.h"

enum { PAYMENTS = 40000 };	/* far more than are posted before the bar is seen */

static void
write_payments(const char *path)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs("government,amount,booked\n", file);
	for (int i = 0; i < PAYMENTS; i++)
		fprintf(file, "KR-47,%d,2026-04-13\n", 1000 + i);
	assert_int_equal(fclose(file), 0);
}

static struct terminal *
import(const char *folder, const char *path, const char *language)
{
	struct buf db = { 0 }, lang = { 0 };

	buf_addf(&db, "--db=%s/near.db", folder);
	buf_addf(&lang, "--lang=%s", language);
	const char *argv[] = { terminal_program(), buf_text(&db), buf_text(&lang), "import", "payments", path, NULL };
	struct terminal *terminal = terminal_start(&(struct terminal_options){ .argv = argv, .home = folder,
		.rows = 12, .columns = 40 });
	buf_done(&db);
	buf_done(&lang);
	return terminal;
}

static void
stopped_import_leaves_the_file_as_it_was(void **state)
{
	struct buf path = { 0 };
	char *before = near_ask(*state, "ledger entries 2026 --columns number");

	buf_addf(&path, "%s/payments.csv", (const char *)*state);
	write_payments(buf_text(&path));
	struct terminal *terminal = import(*state, buf_text(&path), "ko");
	terminal_wait(terminal, " %");
	assert_string_equal(terminal_row(terminal, 1), "");	/* one line, over and over */
	terminal_type(terminal, "<C-c>");
	terminal_wait(terminal, "중지했습니다");
	terminal_wait_gone(terminal, " %");
	assert_int_equal(terminal_finish(terminal), 1);
	char *after = near_ask(*state, "ledger entries 2026 --columns number");
	assert_string_equal(after, before);
	near_must(*state, "verify");
	free(before);
	free(after);
	buf_done(&path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stopped_import_leaves_the_file_as_it_was),
	};

	return cmocka_run_group_tests(tests, near_money_setup, near_teardown);
}
