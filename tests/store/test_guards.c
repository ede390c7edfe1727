/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the schema itself refuses, whoever writes: each with a sentence of its own. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "domain/credit_note.h"
#include "domain/payment.h"
#include "domain/session.h"
#include "store/change.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/money_desk.h"
#include "store/scratch.h"
#include "store/stmt.h"

static void
pay(struct session *session, const char *government, int64_t amount)
{
	struct payment payment = { .government = government != NULL ? mem_strdup(government) : NULL,
		.booked = mem_strdup("2017-05-02"), .amount = amount };
	char *receipt = NULL;
	struct err err = { 0 };

	must(payment_propose(session, &payment, &err), &err);
	must(payment_save(session, &payment, &receipt, NULL, &err), &err);
	free(receipt);
	payment_done(&payment);
}

/*
 * On top of the dues of 2017: R-2017-0001 of JP-16 with a rest, R-2017-0002 of
 * nobody known, C-2017-0001 on 2017-0001, a batch that is posted, a statement
 * that is reconciled, a reminder that is sent, an approved budget, 2016 closed.
 */
static const char *const more[] = {
	"INSERT INTO fiscal_year VALUES ('2016', '2016-01-01', '2017-01-01', 'open', NULL, '')",
	"UPDATE fiscal_year SET state = 'closed', closed = '2017-02-01' WHERE year = '2016'",
	"INSERT INTO batch VALUES ('01ARZ3NDEKTSV4RRFFQ69G5FAV', 'bank of May', '101', 0, 0, '', '2017-05-03', '')",
	"INSERT INTO bank_statement VALUES ('01ARZ3NDEKTSV4RRFFQ69G5FAW', '101', 'May', '2017-05-01', '2017-05-31', 0, 0, NULL, '')",
	"INSERT INTO bank_line VALUES ('01ARZ3NDEKTSV4RRFFQ69G5FAW', 1, '2017-05-02', 5, '', '', '', NULL, '')",
	"UPDATE bank_statement SET reconciled = '2017-05-31'",
	"INSERT INTO reminder VALUES ('KR-47', '2017', 1, '2017-05-31', '2017-05-05', 'USD', 100000, '')",
	"INSERT INTO budget VALUES ('2017', 1, '', '')",
	"INSERT INTO budget_line VALUES ('2017', 1, '501', 1000000, '')",
	"UPDATE budget SET decision = 'GA-12/5'",
	"INSERT INTO account (code, kind, purpose, currency, closed) VALUES ('599', 'expense', '', 'KRW', 1)",
};

static int
set_up(void **state)
{
	char *number = NULL;
	struct err err = { 0 };

	money_desk_set_up(state);
	struct money_desk *desk = *state;
	pay(desk->session, "JP-16", 2000000);
	pay(desk->session, NULL, 700000);
	must(credit_note_write(desk->session, &(struct credit_note_order){ .invoice = "2017-0001",
	    .amount = "100", .kind = "credit", .reason = "too much", .booked = "2017-05-02" }, &number,
	    NULL, &err), &err);
	free(number);
	for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
		scratch_save(desk->session->db, more[i]);
	return 0;
}

/* The lines of an entry come before it. */
#define ENTRY(kind) \
	"INSERT INTO entry (number, year, no, booked, value, kind, words) VALUES" \
	" ('E-2017-0074', '2017', 74, '2017-06-01', '2017-06-01', '" kind "', 'x')"
#define LINE(no, account, government, amount, base) \
	"INSERT INTO posting (entry, no, account, government, booked, amount, base) VALUES" \
	" ('E-2017-0074', " no ", '" account "', " government ", '2017-06-01', " amount ", " base ")"
#define BILL(account) \
	"INSERT INTO invoice (id, year, kind, government, currency, total, due, account) VALUES" \
	" (" ID ", '2017', 'other', 'KR-47', 'USD', 100, '2017-07-01', " account ")"
#define BILL_LINE "INSERT INTO invoice_line VALUES (" ID ", 1, 'x', 100)"
#define ISSUE_BILL \
	"UPDATE invoice SET number = '2017-0071', no = 71, issued = '2017-06-01', entry = 'E-2017-0074' WHERE id = " ID
/* The reversal of E-2017-0073, which posts C-2017-0001: its lines, then the opposite, then the entry. */
#define REVERSAL_OF(entry) \
	"INSERT INTO entry (number, year, no, booked, value, kind, words, reverses) VALUES" \
	" ('E-2017-0074', '2017', 74, '2017-06-01', '2017-06-01', 'reversal', 'x', '" entry "')"
#define REVERSAL REVERSAL_OF("E-2017-0073")
#define LINES_BACK(entry) \
	"INSERT INTO posting SELECT 'E-2017-0074', no, account, government, '2017-06-01', -amount, -base" \
	" FROM posting WHERE entry = '" entry "'"
#define REVERSED_LINES LINES_BACK("E-2017-0073")
/* What E-2017-0071, the entry of R-2017-0001, paid is open again. */
#define UNPAID(day) \
	"INSERT INTO allocation SELECT substr(id, 2) || 'X', receipt, invoice, -used, -used_base, -amount, -base, '" day "'," \
	" 'E-2017-0074', id FROM allocation WHERE entry = 'E-2017-0071' AND undoes IS NULL"
#define OPPOSITE(number, no, day, amount, entry) \
	"INSERT INTO credit_note SELECT '" number "', substr('" number "', 3, 4), '', " no ", '" day "', kind, invoice, " \
	amount ", -base, 'x', '', '" entry "', 'C-2017-0001' FROM credit_note WHERE number = 'C-2017-0001'"
#define TAKE_BACK OPPOSITE("C-2017-0002", "2", "2017-06-01", "-amount", "E-2017-0074")
#define INVOICE "(SELECT id FROM invoice WHERE number = '2017-0002')"
#define PAID "(SELECT id FROM invoice WHERE government = 'JP-16')"
#define ID "'01ARZ3NDEKTSV4RRFFQ69G5FAX'"

struct attack {
	const char *first[8];	/* let through; closed by NULL */
	const char *last;	/* refused; NULL: COMMIT is */
	const char *words;	/* how the sentence begins */
};

static const struct attack attacks[] = {
	/* Posted entries and their lines */
	{ { NULL }, "UPDATE entry SET words = 'y' WHERE number = 'E-2017-0001'", "A posted entry never changes" },
	{ { NULL }, "UPDATE entry SET booked = '2017-03-02' WHERE number = 'E-2017-0001'", "A posted entry never changes" },
	{ { NULL }, "DELETE FROM entry WHERE number = 'E-2017-0001'", "A posted entry is never deleted" },
	{ { NULL }, "UPDATE posting SET amount = 1 WHERE entry = 'E-2017-0001'", "A line that was posted never changes" },
	{ { NULL }, "DELETE FROM posting WHERE entry = 'E-2017-0001'", "A line that was posted is never deleted" },
	{ { NULL }, "INSERT INTO posting (entry, no, account, booked, amount, base) VALUES ('E-2017-0001', 9, '101', '2017-03-01', 1, 1)",
	  "A posted entry takes no more lines" },
	{ { NULL }, ENTRY("manual"), "An entry has two lines at least" },
	{ { NULL }, "INSERT INTO entry (number, year, no, booked, value, kind, words) VALUES"
	  " ('E-2017-0080', '2017', 80, '2017-06-01', '2017-06-01', 'manual', 'x')", "Numbers of entries go up one by one" },
	{ { NULL }, "INSERT INTO entry (number, year, no, booked, value, kind, words) VALUES"
	  " ('E-2017-0074', '2017', 74, '2017-03-01', '2017-06-01', 'manual', 'x')", "The days of entries never go backwards" },
	{ { NULL }, "INSERT INTO entry (number, year, no, booked, value, kind, words) VALUES"
	  " ('E-2016-0001', '2016', 1, '2016-06-01', '2016-06-01', 'manual', 'x')", "This fiscal year is not open" },
	{ { NULL }, "INSERT INTO entry (number, year, no, booked, value, kind, words) VALUES"
	  " ('E-2017-0074', '2017', 74, '2018-01-01', '2017-06-01', 'manual', 'x')", "This fiscal year is not open" },
	{ { NULL }, "INSERT INTO entry (number, year, no, booked, value, kind, words, reverses) VALUES"
	  " ('E-2017-0074', '2017', 74, '2017-06-01', '2017-06-01', 'reversal', 'x', 'E-2017-0001')",
	  "An issued invoice is taken back by a credit note" },
	{ { NULL }, "INSERT INTO entry (number, year, no, booked, value, kind, words) VALUES"
	  " ('E-2017-0074', '2017', 74, '2017-06-01', '2017-06-01', 'reversal', 'x')", "Only an entry that is no reversal" },
	{ { LINE("1", "101", "NULL", "100", "100"), NULL }, ENTRY("manual"), "An entry has two lines at least" },
	{ { LINE("1", "101", "NULL", "100", "100"), LINE("2", "501", "NULL", "-90", "-90"), NULL },
	  ENTRY("manual"), "The lines of an entry do not sum to nothing" },
	{ { LINE("1", "101", "NULL", "100", "100"), LINE("2", "501", "NULL", "-100", "-100"), NULL },
	  NULL, "" },
	{ { LINE("1", "101", "NULL", "100", "100"), LINE("2", "501", "NULL", "-100", "-100"), ENTRY("manual"), NULL },
	  "UPDATE entry SET words = 'y' WHERE number = 'E-2017-0074'", "A posted entry never changes" },
	{ { LINE("1", "101", "NULL", "100", "100"), LINE("2", "501", "NULL", "-100", "-100"), ENTRY("manual"), NULL },
	  LINE("3", "101", "NULL", "1", "1"), "A posted entry takes no more lines" },
	{ { LINE("1", "120", "'KR-47'", "100", "1080"), LINE("2", "501", "NULL", "-1080", "-1080"), NULL },
	  ENTRY("manual"), "What is owed changes by invoices" },
	{ { NULL }, LINE("1", "120", "NULL", "100", "1080"), "A line on what is owed names the government" },
	{ { NULL }, LINE("1", "101", "'KR-47'", "100", "100"), "A line on what is owed names the government" },
	{ { NULL }, LINE("1", "101", "NULL", "100", "99"), "On an account in the base currency both sums" },
	{ { NULL }, LINE("1", "102", "NULL", "100", "-1080"), "The amount of a line and its base value" },
	{ { NULL }, LINE("1", "101", "NULL", "0", "0"), "A line says something" },
	{ { NULL }, LINE("1", "599", "NULL", "1", "1"), "This account is closed" },
	{ { LINE("1", "101", "NULL", "1", "1"), "INSERT INTO posting (entry, no, account, booked, amount, base) VALUES"
	  " ('E-2017-0074', 2, '101', '2017-05-31', -1, -1)", NULL }, ENTRY("manual"), "A line has the day of its entry" },

	/* Years and accounts */
	{ { NULL }, "UPDATE fiscal_year SET state = 'open', closed = NULL WHERE year = '2016'", "A closed fiscal year stays closed" },
	{ { NULL }, "DELETE FROM fiscal_year WHERE year = '2016'", "A fiscal year is never deleted" },
	{ { NULL }, "INSERT INTO fiscal_year VALUES ('2015', '2016-06-01', '2016-12-31', 'open', NULL, '')", "Two fiscal years overlap" },
	{ { NULL }, "INSERT INTO fiscal_year VALUES ('2019', '2019-01-01', '2020-01-01', 'closed', '2019-01-02', '')",
	  "A fiscal year begins open" },
	{ { NULL }, "UPDATE fiscal_year SET until = '2018-02-01' WHERE year = '2017'", "The days of a fiscal year with entries" },
	{ { NULL }, "UPDATE account SET currency = 'USD' WHERE code = '101'", "An account with postings keeps" },
	{ { NULL }, "INSERT OR REPLACE INTO fiscal_year VALUES ('2016', '2016-01-01', '2017-01-01', 'open', NULL, '')",
	  "" },

	/* Invoices and credit notes */
	{ { NULL }, "UPDATE invoice SET total = 1 WHERE number = '2017-0002'", "An issued invoice never changes" },
	{ { NULL }, "DELETE FROM invoice WHERE number = '2017-0002'", "An issued invoice is never deleted" },
	{ { NULL }, "UPDATE invoice_line SET amount = 1 WHERE invoice = " INVOICE, "The lines of an issued invoice stay" },
	{ { NULL }, "DELETE FROM invoice_line WHERE invoice = " INVOICE, "The lines of an issued invoice stay" },
	{ { NULL }, "INSERT INTO invoice_line VALUES (" INVOICE ", 2, 'x', 1)", "The lines of an issued invoice stay" },
	{ { NULL }, "INSERT INTO invoice (id, number, year, no, kind, government, currency, issued, due, entry) VALUES (" ID
	  ", '2017-0071', '2017', 71, 'other', 'KR-47', 'USD', '2017-06-01', '2017-07-01', 'E-2017-0001')", "An invoice begins as a draft" },
	{ { NULL }, "INSERT INTO invoice (id, year, kind, government, currency, due) VALUES (" ID
	  ", '2016', 'other', 'KR-47', 'USD', '2016-07-01')", "This fiscal year is not open" },
	{ { BILL("'415'"), NULL },
	  "UPDATE invoice SET number = '2017-0071', no = 71, issued = '2017-06-01', entry = 'E-2017-0001' WHERE id = " ID,
	  "The total of an invoice is the sum of its lines" },
	{ { BILL("'415'"),
	    "INSERT INTO invoice_line VALUES (" ID ", 1, 'x', 100)", NULL },
	  "UPDATE invoice SET number = '2017-0071', no = 71, issued = '2017-06-01', entry = 'E-2017-0001' WHERE id = " ID,
	  "An invoice is issued with the entry that posts" },
	{ { BILL("'415'"), NULL },
	  "UPDATE invoice SET number = '2017-0090', no = 90, issued = '2017-06-01', entry = 'E-2017-0001' WHERE id = " ID,
	  "Numbers of invoices go up one by one" },
	{ { NULL }, "UPDATE credit_note SET amount = 1", "A credit note never changes" },
	{ { NULL }, "DELETE FROM credit_note", "A credit note is never deleted" },
	{ { NULL }, "INSERT INTO credit_note VALUES ('C-2017-0002', '2017', '', 2, '2017-06-01', 'credit', " INVOICE
	  ", 200000, 0, 'x', '', 'E-2017-0001', NULL)", "This is more than is open on the invoice" },
	{ { NULL }, "INSERT INTO credit_note VALUES ('C-2017-0002', '2017', '', 2, '2017-06-01', 'credit', " PAID
	  ", 1, 0, 'x', '', 'E-2017-0001', NULL)", "This is more than is open on the invoice" },

	/* Bills that are no dues */
	{ { NULL }, BILL("NULL"), "Dues rest on a rule" },
	{ { NULL }, "INSERT INTO invoice (id, year, kind, government, currency, total, due) VALUES (" ID
	  ", '2017', 'dues', 'KR-47', 'USD', 100, '2017-07-01')", "Dues rest on a rule" },
	{ { BILL("'415'"), NULL }, "UPDATE invoice SET account = NULL WHERE id = " ID, "Dues rest on a rule" },
	{ { BILL("'415'"), NULL }, "UPDATE invoice SET kind = 'dues' WHERE id = " ID, "Dues rest on a rule" },
	{ { BILL("'415'"), BILL_LINE, LINE("1", "120", "'KR-47'", "100", "1120"),
	    LINE("2", "401", "NULL", "-1120", "-1120"), ENTRY("invoice"), NULL }, ISSUE_BILL, "Dues are posted as dues" },
	{ { BILL("'401'"), BILL_LINE, LINE("1", "120", "'KR-47'", "100", "1120"),
	    LINE("2", "401", "NULL", "-1120", "-1120"), ENTRY("invoice"), NULL }, ISSUE_BILL, "Dues are posted as dues" },
	{ { BILL("'510'"), BILL_LINE, LINE("1", "120", "'KR-47'", "100", "1120"),
	    LINE("2", "510", "NULL", "-1120", "-1120"), ENTRY("invoice"), NULL }, ISSUE_BILL, "Dues are posted as dues" },
	{ { BILL("'415'"), BILL_LINE, LINE("1", "120", "'KR-47'", "90", "1120"),
	    LINE("2", "415", "NULL", "-1120", "-1120"), ENTRY("invoice"), NULL }, ISSUE_BILL, "An invoice is issued with the entry" },
	{ { BILL("'415'"), BILL_LINE, LINE("1", "120", "'KR-47'", "100", "1120"),
	    LINE("2", "415", "NULL", "-1120", "-1120"), ENTRY("invoice"), ISSUE_BILL, NULL },
	  "UPDATE invoice SET total = 1 WHERE id = " ID, "An issued invoice never changes" },

	/* A credit note taken back */
	{ { REVERSED_LINES, NULL }, REVERSAL, "The entry of a credit note is reversed with the credit note" },
	{ { NULL }, TAKE_BACK, "A credit note is taken back with the entry" },
	{ { NULL }, OPPOSITE("C-2017-0002", "2", "2017-05-02", "-amount", "E-2017-0073"),
	  "A credit note is taken back with the entry" },
	{ { REVERSED_LINES, NULL }, OPPOSITE("C-2017-0002", "2", "2017-05-31", "-amount", "E-2017-0074"),
	  "A credit note is taken back with the entry" },
	{ { REVERSED_LINES, NULL }, OPPOSITE("C-2017-0002", "2", "2017-06-01", "-amount + 1", "E-2017-0074"),
	  "A credit note is taken back by its opposite, once" },
	{ { REVERSED_LINES, NULL }, OPPOSITE("C-2017-0003", "3", "2017-06-01", "-amount", "E-2017-0074"),
	  "Numbers of credit notes go up one by one" },
	{ { REVERSED_LINES, NULL }, OPPOSITE("C-2016-0001", "1", "2016-06-01", "-amount", "E-2017-0074"),
	  "This fiscal year is not open" },
	{ { REVERSED_LINES, TAKE_BACK, NULL },
	  OPPOSITE("C-2017-0003", "3", "2017-06-01", "-amount", "E-2017-0074"), "A credit note is taken back by its opposite, once" },
	{ { REVERSED_LINES, TAKE_BACK, REVERSAL, NULL },
	  "INSERT INTO entry (number, year, no, booked, value, kind, words, reverses) VALUES"
	  " ('E-2017-0075', '2017', 75, '2017-06-01', '2017-06-01', 'reversal', 'x', 'E-2017-0073')", "" },
	{ { REVERSED_LINES, TAKE_BACK, REVERSAL, NULL },
	  "INSERT INTO entry (number, year, no, booked, value, kind, words, reverses) VALUES"
	  " ('E-2017-0075', '2017', 75, '2017-06-01', '2017-06-01', 'reversal', 'x', 'E-2017-0074')", "Only an entry that is no reversal" },
	{ { REVERSED_LINES, TAKE_BACK, REVERSAL, NULL },
	  "INSERT INTO credit_note SELECT 'C-2017-0003', year, '', 3, booked, kind, invoice, -amount, -base, 'x', '', entry,"
	  " 'C-2017-0002' FROM credit_note WHERE number = 'C-2017-0002'", "A credit note is taken back by its opposite, once" },
	/* An opposite that came before the entry belongs to its reversal, and to no other entry. */
	{ { REVERSED_LINES, TAKE_BACK, NULL }, ENTRY("receipt"), "A credit note is taken back with the entry" },
	{ { LINES_BACK("E-2017-0072"), TAKE_BACK, NULL }, REVERSAL_OF("E-2017-0072"), "A credit note is taken back with the entry" },
	{ { REVERSED_LINES, TAKE_BACK, NULL }, NULL, "" },
	{ { LINES_BACK("E-2017-0071"), UNPAID("2017-06-01"), NULL }, ENTRY("receipt"), "An allocation is written with the entry" },
	{ { LINES_BACK("E-2017-0072"), UNPAID("2017-06-01"), NULL }, REVERSAL_OF("E-2017-0072"), "An allocation is written with the entry" },
	{ { LINES_BACK("E-2017-0071"), UNPAID("2017-06-01"), NULL }, NULL, "" },
	{ { LINES_BACK("E-2017-0071"), NULL }, UNPAID("2017-06-02"), "An allocation is written with the entry" },
	{ { LINES_BACK("E-2017-0071"), NULL }, REVERSAL_OF("E-2017-0071"), "A receipt is reversed with all that it pays" },
	{ { LINES_BACK("E-2017-0071"), UNPAID("2017-06-01"), REVERSAL_OF("E-2017-0071"), NULL }, UNPAID("2017-06-01"), "" },
	{ { REVERSED_LINES, TAKE_BACK, NULL }, "UPDATE credit_note SET undoes = NULL", "A credit note never changes" },

	/* Money that came in, and what it pays */
	{ { NULL }, "UPDATE receipt SET amount = 1 WHERE number = 'R-2017-0001'", "A receipt never changes" },
	{ { NULL }, "DELETE FROM receipt WHERE number = 'R-2017-0001'", "A receipt is never deleted" },
	{ { NULL }, "INSERT INTO receipt (number, year, no, booked, value, account, amount, entry) VALUES"
	  " ('R-2017-0003', '2017', 3, '2017-05-02', '2017-05-02', '101', 999, 'E-2017-0071')", "A receipt is written with the entry" },
	{ { NULL }, "INSERT INTO receipt (number, year, no, booked, value, account, amount, entry) VALUES"
	  " ('R-2017-0009', '2017', 9, '2017-05-02', '2017-05-02', '101', 2000000, 'E-2017-0071')", "Numbers of receipts go up one by one" },
	{ { NULL }, "INSERT INTO receipt (number, year, no, booked, value, government, account, amount, entry) VALUES"
	  " ('R-2017-0003', '2017', 3, '2017-05-02', '2017-05-02', 'KR-47', '101', 2000000, 'E-2017-0071')",
	  "A receipt is written with the entry" },
	{ { NULL }, "UPDATE allocation SET amount = 1", "An allocation never changes" },
	{ { NULL }, "DELETE FROM allocation", "An allocation is never deleted" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', " INVOICE ", 900000, 900000, 1, 1, '2017-05-02', 'E-2017-0071', NULL)",
	  "This is more than is left of the money" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', " INVOICE ", 1000, 1000, 900000, 1, '2017-05-02', 'E-2017-0071', NULL)",
	  "This is more than is open on the invoice" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', " INVOICE ", 1000, 1000, 90, 1, '2017-05-02', 'E-2017-0071', NULL)",
	  "The receipt and the invoice are of two governments" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', " INVOICE ", -5, -5, -5, -5, '2017-05-02', 'E-2017-0071', NULL)",
	  "An allocation is undone by its opposite" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', NULL, 5, 5, 0, 0, '2016-05-02', 'E-2017-0071', NULL)",
	  "This fiscal year is not open" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', " PAID ", 5, 5, 1, 1, '2017-05-02', 'E-2017-0071', NULL)",
	  "This is more than is open on the invoice" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', NULL, 5, 5, 0, 0, '2017-05-02', 'E-2017-0074', NULL)",
	  "An allocation is written with the entry" },
	{ { NULL }, "INSERT INTO allocation VALUES (" ID ", 'R-2017-0001', NULL, 5, 5, 0, 0, '2017-05-02', 'E-2017-0072', NULL)",
	  "An allocation is written with the entry" },
	{ { NULL }, "INSERT INTO payer VALUES ('R-2017-0001', 'KR-47', '2017-05-02', 'E-2017-0071')", "The payer of this receipt is known" },

	/* What is posted, sent, reconciled or approved around it */
	{ { NULL }, "UPDATE batch SET target = 1", "This batch is posted" },
	{ { NULL }, "UPDATE bank_statement SET closing = 1", "This statement is reconciled" },
	{ { NULL }, "DELETE FROM bank_line", "This statement is reconciled" },
	{ { NULL }, "UPDATE reminder SET sent = NULL", "This reminder is sent" },
	{ { NULL }, "UPDATE budget_line SET amount = 1", "This budget is approved" },
};

/* Runs the statements; whether the last, or the commit, was refused. */
static bool
is_refused(struct db *db, const struct attack *attack, struct err *err)
{
	const struct change change = { .who = "clerk1", .what = "import", .place = "cli" };
	bool ok = true;

	must(change_begin(db, &change, err), err);
	for (size_t i = 0; attack->first[i] != NULL; i++)
		must(stmt_exec(db, attack->first[i], err), err);
	if (attack->last == NULL)
		return !change_commit(db, NULL, NULL, err);
	ok = stmt_exec(db, attack->last, err);
	change_abort(db);
	return !ok;
}

static void
every_attack_is_refused_with_its_own_sentence(void **state)
{
	struct money_desk *desk = *state;

	assert_true(sizeof attacks / sizeof attacks[0] >= 40);
	for (size_t i = 0; i < sizeof attacks / sizeof attacks[0]; i++) {
		struct err err = { 0 };

		if (!is_refused(desk->session->db, &attacks[i], &err))
			fail_msg("let through: %s", attacks[i].last);
		if (strncmp(err.text, attacks[i].words, strlen(attacks[i].words)) != 0)
			fail_msg("%s: refused with \"%s\"", attacks[i].last, err.text);
	}
	assert_verified(desk->session);
}

static void
a_plain_shell_writes_nothing(void **state)
{
	struct money_desk *desk = *state;
	sqlite3 *raw = scratch_raw(desk->scratch);
	static const char *const writes[] = {
		"INSERT INTO currency (code, digits) VALUES ('EUR', 2)",
		"UPDATE account SET note = 'x'",
		"DELETE FROM rate",
		"UPDATE invoice SET note = 'x'",
	};

	for (size_t i = 0; i < sizeof writes / sizeof writes[0]; i++)
		assert_int_not_equal(raw_try(raw, writes[i]), SQLITE_OK);
	sqlite3_close(raw);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_attack_is_refused_with_its_own_sentence),
		cmocka_unit_test(a_plain_shell_writes_nothing),
	};

	return cmocka_run_group_tests(tests, set_up, money_desk_tear_down);
}
