/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements of banks, from the bytes of a file to a closed statement. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "camt_text.h"
#include "domain/bank.h"
#include "domain/bank_format.h"
#include "domain/ledger.h"
#include "domain/receipt.h"
#include "domain/session.h"
#include "exchange/bank_csv.h"
#include "exchange/camt.h"
#include "store/expect.h"
#include "store/money_desk.h"

static const char may[] = CAMT_STATEMENT("2017-05",
    CAMT_BALANCE("OPBD", "0") CAMT_BALANCE("CLBD", "3355000")
    CAMT_ENTRY("1120000", "CRDT", "2017-05-02", "TOYAMA PREFECTURE", "dues")
    CAMT_ENTRY("1120000", "CRDT", "2017-05-03", "A BANK", "invoice 2017-0029")
    CAMT_ENTRY("560000", "CRDT", "2017-05-04", "NOBODY", "")
    CAMT_ENTRY("560000", "CRDT", "2017-05-04", "NOBODY", "")
    CAMT_ENTRY("5000", "DBIT", "2017-05-31", "", "fee"));

static void
read_camt(const char *text, struct bank_paper *ret_paper)
{
	struct err err = { 0 };

	assert_true(camt_is_one(text, strlen(text)));
	must(camt_read(text, strlen(text), ret_paper, &err), &err);
	ret_paper->account = mem_strdup("101");
}

static char *
take(struct session *session, const char *text)
{
	struct bank_paper paper = { 0 };
	struct err err = { 0 };
	char *id = NULL;

	read_camt(text, &paper);
	must(bank_take(session, &paper, &id, NULL, &err), &err);
	bank_paper_done(&paper);
	return id;
}

static void
a_camt_statement_is_read_line_by_line(void **state)
{
	struct bank_paper paper = { 0 };

	(void)state;
	read_camt(may, &paper);
	assert_int_equal(paper.count, 5);
	assert_true(paper.has_balances);
	assert_int_equal(paper.closing, 3355000);
	assert_string_equal(paper.currency, "KRW");
	assert_string_equal(paper.name, "2017-05");
	assert_string_equal(paper.line[1].reference, "invoice 2017-0029");
	assert_int_equal(paper.line[4].amount, -5000);
	bank_paper_done(&paper);
}

/* UTF-16, as some banks send it, written out by hand: every other byte is a NUL. */
static void
a_statement_in_utf_16_is_read(void **state)
{
	struct buf wide = { 0 };
	struct bank_paper paper = { 0 };
	struct err err = { 0 };

	(void)state;
	buf_add(&wide, "\xFF\xFE");
	for (const char *p = may; *p != '\0'; p++) {
		buf_add_char(&wide, *p);
		buf_add_bytes(&wide, "", 1);
	}
	assert_true(camt_is_one(wide.bytes, wide.length));
	must(camt_read(wide.bytes, wide.length, &paper, &err), &err);
	assert_int_equal(paper.count, 5);
	bank_paper_done(&paper);
	buf_done(&wide);
}

static void
an_encoding_that_is_not_read_is_told(void **state)
{
	static const char text[] = "<?xml version=\"1.0\" encoding=\"EUC-KR\"?><Document><BkToCstmrStmt/></Document>";
	struct bank_paper paper = { 0 };
	struct err err = { 0 };

	(void)state;
	assert_true(camt_is_one(text, strlen(text)));
	assert_false(camt_read(text, strlen(text), &paper, &err));
	assert_non_null(strstr(err.text, "save the file as UTF-8"));
	bank_paper_done(&paper);
}

static void
what_is_no_statement_is_refused_with_its_line(void **state)
{
	static const char *const bad[] = {
		"<Document><BkToCstmrStmt><Stmt><Ntry></Stmt></BkToCstmrStmt></Document>",
		"<Document><BkToCstmrStmt></BkToCstmrStmt></Document>",
		CAMT_STATEMENT("2017-05", "<Ntry><Amt Ccy=\"KRW\">1.5</Amt><BookgDt><Dt>2017-05-02</Dt></BookgDt></Ntry>"),
		CAMT_STATEMENT("2017-05", "<Ntry><Amt Ccy=\"KRW\">1</Amt></Ntry>"),
		"<!DOCTYPE a [<!ENTITY b \"c\">]>" "<Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct bank_paper paper = { 0 };
		struct err err = { 0 };

		assert_false(camt_read(bad[i], strlen(bad[i]), &paper, &err));
		assert_int_equal(err.code, ERR_INPUT);
		bank_paper_done(&paper);
	}
}

static void
csv_is_read_by_the_mapping_of_its_bank(void **state)
{
	const struct bank_format format = { .skip = 1, .day = (char []){ "Datum" },
		.day_order = (char []){ "dmy" }, .amount = (char []){ "Betrag" }, .payer = (char []){ "Name" },
		.decimal = (char []){ "," } };
	static const char text[] = "Konto 7;;\nDatum;Betrag;Name\n2.5.2017;1.120,50;A\n03.05.17;-7,00;B\n;;\n";
	struct bank_paper paper = { 0 };
	struct err err = { 0 };

	(void)state;
	must(bank_csv_read(&format, "USD", text, sizeof text - 1, &paper, &err), &err);
	assert_int_equal(paper.count, 2);
	assert_int_equal(paper.line[0].amount, 112050);
	assert_string_equal(paper.line[0].day, "2017-05-02");
	assert_int_equal(paper.line[1].amount, -700);
	assert_string_equal(paper.line[1].day, "2017-05-03");
	bank_paper_done(&paper);
}

static void
csv_needs_a_whole_day_in_every_line(void **state)
{
	static const char *const wrong[] = { "00.05.2017", "02.00.2017", "0/0/17", "00000000", "00052017", "31.02.2017", "May",
		"02.05.20170" };
	struct bank_format format = { .day = (char []){ "Day" }, .day_order = (char []){ "dmy" },
		.amount = (char []){ "Sum" }, .money_in = (char []){ "" }, .money_out = (char []){ "" },
		.payer = (char []){ "" }, .reference = (char []){ "" }, .decimal = (char []){ "." } };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct bank_paper paper = { 0 };
		struct buf text = { 0 };
		struct err err = { 0 };

		buf_addf(&text, "Day,Sum\n%s,5\n", wrong[i]);
		if (bank_csv_read(&format, "KRW", buf_text(&text), text.length, &paper, &err))
			fail_msg("\"%s\" was taken for %s", wrong[i], paper.line[0].day);
		assert_int_equal(err.code, ERR_INPUT);
		assert_non_null(strstr(err.text, wrong[i]));
		bank_paper_done(&paper);
		buf_done(&text);
	}
}

static void
a_statement_is_taken_once_and_its_balances_must_agree(void **state)
{
	struct money_desk *desk = *state;
	struct bank_paper paper = { 0 };
	struct err err = { 0 };
	char *id = take(desk->session, may);

	read_camt(may, &paper);
	assert_false(bank_take(desk->session, &paper, &id, NULL, &err));
	paper.closing++;
	err = (struct err){ 0 };
	assert_false(bank_take(desk->session, &paper, &id, NULL, &err));
	assert_non_null(strstr(err.text, "closing balance"));
	bank_paper_done(&paper);
	free(id);
}

static const struct bank_match *
match_at(struct session *session, const char *id, struct row_list *list, size_t line)
{
	struct err err = { 0 };

	row_list_done(list);
	must(bank_match_list(session, id, list, &err), &err);
	return row_at(list, line - 1);
}

static void
proposals_come_from_invoice_numbers_and_names(void **state)
{
	struct money_desk *desk = *state;
	struct row_list list = { 0 };
	char *id = take(desk->session, may);

	assert_string_equal(match_at(desk->session, id, &list, 1)->government, "JP-16");
	assert_string_equal(match_at(desk->session, id, &list, 2)->government, "KR-47");
	assert_string_equal(match_at(desk->session, id, &list, 2)->answer, "2017-0029");
	assert_string_equal(match_at(desk->session, id, &list, 3)->state, "open");
	row_list_done(&list);
	free(id);
}

/* Answers for all five lines of a statement; the caller frees *ret_third, the receipt of the third. */
static void
answer_all(struct session *session, const char *id, char **ret_third)
{
	static const char *const payers[] = { "JP-16", "KR-47", "KR-41", "KR-42" };
	struct err err = { 0 };
	char *entry = NULL;

	for (size_t i = 0; i < sizeof payers / sizeof payers[0]; i++) {
		char *receipt = NULL;

		must(bank_receive(session, id, (int64_t)i + 1, payers[i], &receipt, NULL, &err), &err);
		if (i == 2)
			*ret_third = receipt;
		else
			free(receipt);
	}
	must(bank_post(session, id, 5, "510", "fee", &entry, NULL, &err), &err);
	free(entry);
}

static void
a_receipt_that_is_reversed_leaves_a_line_of_a_closed_statement(void **state)
{
	struct money_desk *desk = *state;
	struct row_list list = { 0 };
	struct receipt third = { 0 };
	struct err err = { 0 };
	char *id = take(desk->session, may), *number = NULL, *reversal = NULL;
	int64_t left = -1;

	answer_all(desk->session, id, &number);
	must(bank_reconcile(desk->session, id, NULL, &err), &err);
	must(bank_count_left(desk->session, &left, &err), &err);
	assert_int_equal(left, 0);
	must(row_get(desk->session, &receipt_type, number, &third, &err), &err);
	must(ledger_reverse(desk->session, third.entry, "wrong", &reversal, NULL, &err), &err);
	must(bank_count_left(desk->session, &left, &err), &err);
	assert_int_equal(left, 1);
	assert_string_equal(match_at(desk->session, id, &list, 3)->state, "proposed");
	free(number);
	must(bank_receive(desk->session, id, 3, "KR-43", &number, NULL, &err), &err);
	must(bank_count_left(desk->session, &left, &err), &err);
	assert_int_equal(left, 0);
	record_done(&receipt_type, &third);
	row_list_done(&list);
	free(reversal);
	free(number);
	free(id);
}

static void
equal_lines_are_two_payments_until_a_person_says_otherwise(void **state)
{
	struct money_desk *desk = *state;
	struct row_list list = { 0 };
	struct err err = { 0 };
	char *id = take(desk->session, may), *receipt = NULL;

	assert_int_equal(match_at(desk->session, id, &list, 3)->alike, 1);
	must(bank_receive(desk->session, id, 3, "KR-41", &receipt, NULL, &err), &err);
	free(receipt);
	must(bank_receive(desk->session, id, 4, "KR-41", &receipt, NULL, &err), &err);
	free(receipt);
	assert_string_equal(match_at(desk->session, id, &list, 4)->state, "receipt");
	assert_false(bank_receive(desk->session, id, 4, "KR-41", &receipt, NULL, &err));
	row_list_done(&list);
	assert_verified(desk->session);
	free(id);
}

static void
a_statement_closes_when_nothing_is_left_of_it(void **state)
{
	struct money_desk *desk = *state;
	struct err err = { 0 };
	char *id = take(desk->session, may), *number = NULL;
	int64_t left = 0, lines = 0;
	static const char *const payers[] = { "JP-16", "KR-47", "KR-41" };

	for (size_t i = 0; i < sizeof payers / sizeof payers[0]; i++) {
		assert_false(bank_reconcile(desk->session, id, NULL, &err));
		err = (struct err){ 0 };
		must(bank_receive(desk->session, id, (int64_t)i + 1, payers[i], &number, NULL, &err), &err);
		free(number);
	}
	must(bank_left(desk->session, id, &left, &lines, &err), &err);
	assert_int_equal(left, 555000);
	assert_int_equal(lines, 2);
	must(bank_same_as(desk->session, id, 4, "sent twice by the bank", NULL, &err), &err);
	must(bank_post(desk->session, id, 5, "510", "fee", &number, NULL, &err), &err);
	free(number);
	must(bank_reconcile(desk->session, id, NULL, &err), &err);
	assert_false(bank_same_as(desk->session, id, 1, "late", NULL, &err));
	assert_verified(desk->session);
	free(id);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, money_desk_set_up, money_desk_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_camt_statement_is_read_line_by_line),
		cmocka_unit_test(what_is_no_statement_is_refused_with_its_line),
		cmocka_unit_test(a_statement_in_utf_16_is_read),
		cmocka_unit_test(an_encoding_that_is_not_read_is_told),
		cmocka_unit_test(csv_is_read_by_the_mapping_of_its_bank),
		cmocka_unit_test(csv_needs_a_whole_day_in_every_line),
		CASE(a_statement_is_taken_once_and_its_balances_must_agree),
		CASE(proposals_come_from_invoice_numbers_and_names),
		CASE(a_receipt_that_is_reversed_leaves_a_line_of_a_closed_statement),
		CASE(equal_lines_are_two_payments_until_a_person_says_otherwise),
		CASE(a_statement_closes_when_nothing_is_left_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
