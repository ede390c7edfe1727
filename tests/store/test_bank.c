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
#include "domain/year_close.h"
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

#define DECLARED(encoding, payer) "<?xml version=\"1.0\" encoding=\"" encoding "\"?><Document><BkToCstmrStmt><Stmt><Id>7</Id>" \
    CAMT_ENTRY("1120000", "CRDT", "2017-05-02", payer, "dues") "</Stmt></BkToCstmrStmt></Document>"

static void
a_statement_is_read_in_the_encoding_it_declares(void **state)
{
	static const struct { const char *text, *payer; } cases[] = {
		{ DECLARED("EUC-KR", "\xB0\xE6\xBB\xF3\xBA\xCF\xB5\xB5"), "경상북도" },
		{ DECLARED("Shift_JIS", "\x95\x78\x8E\x52\x8C\xA7\x95\x5C"), "富山県表" },
		{ DECLARED("GB18030", "\xC9\xBD\xB6\xAB\xCA\xA1\x95\x32\x82\x36"), "山东省𠀀" },
		{ DECLARED("windows-1251", "\xCA\xF0\xE0\xE9"), "Край" },
		{ DECLARED("ISO-8859-1", "K\xF6ln"), "Köln" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct bank_paper paper = { 0 };

		read_camt(cases[i].text, &paper);
		assert_int_equal(paper.count, 1);
		assert_string_equal(paper.line[0].payer, cases[i].payer);
		bank_paper_done(&paper);
	}
}

static void
an_encoding_that_is_not_read_is_told(void **state)
{
	static const struct { const char *text, *told; } cases[] = {
		{ DECLARED("KOREAN", "A"), "save the file as UTF-8" },
		{ DECLARED("EUC-KR//IGNORE", "A"), "well-formed" },
		{ DECLARED("EUC-KR", "\xB0"), "says that it is EUC-KR text" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct bank_paper paper = { 0 };
		struct err err = { 0 };

		assert_true(camt_is_one(cases[i].text, strlen(cases[i].text)));
		assert_false(camt_read(cases[i].text, strlen(cases[i].text), &paper, &err));
		if (strstr(err.text, cases[i].told) == NULL)
			fail_msg("%s: %s", cases[i].told, err.text);
		bank_paper_done(&paper);
	}
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
encoding_of_a_format_is_one_that_can_be_read(void **state)
{
	struct money_desk *desk = *state;
	struct bank_format format = { .name = mem_strdup("kb"), .account = mem_strdup("101"), .day = mem_strdup("Day"),
		.day_order = mem_strdup("ymd"), .amount = mem_strdup("Sum"), .decimal = mem_strdup(".") };
	struct err err = { 0 };

	must(row_save(desk->session, &bank_format_type, &format, "new bank format", &err), &err);
	assert_string_equal(format.encoding, "UTF-8");
	assert_false(bank_format_set_encoding(desk->session, "kb", "KOREAN", &err));
	assert_non_null(strstr(err.text, "CP949"));
	err = (struct err){ 0 };
	assert_false(bank_format_set_encoding(desk->session, "hana", "CP949", &err));
	assert_int_equal(err.code, ERR_MISSING);
	err = (struct err){ 0 };
	must(bank_format_set_encoding(desk->session, "kb", "cp949", &err), &err);
	record_done(&bank_format_type, &format);
	must(row_get(desk->session, &bank_format_type, "kb", &format, &err), &err);
	assert_string_equal(format.encoding, "CP949");
	record_done(&bank_format_type, &format);
	assert_verified(desk->session);
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

/* What the check of lines says before the year is closed: "" where it finds none. The caller frees it. */
static char *
lost_lines(struct session *session)
{
	struct row_list list = { 0 };
	struct err err = { 0 };
	char *which = NULL;

	must(year_close_checks(session, "2017", &list, &err), &err);
	for (size_t i = 0; i < list.count; i++) {
		const struct close_check *check = row_at(&list, i);

		assert_int_equal(check->in_order, check->found == 0);
		assert_int_equal(check->found == 0, check->which[0] == '\0');
		if (strcmp(check->what, "No bank line has lost its answer by a reversal") == 0)
			which = mem_strdup(check->which);
	}
	row_list_done(&list);
	assert_non_null(which);
	return which;
}

static void
assert_lost(struct session *session, const char *which)
{
	char *lost = lost_lines(session);

	assert_string_equal(lost, which);
	free(lost);
}

static void
reverse_answer(struct session *session, const char *entry)
{
	struct err err = { 0 };
	char *number = NULL;

	must(ledger_reverse(session, entry, "wrong", &number, NULL, &err), &err);
	free(number);
}

/* By hand, on the account of the bank; the caller frees the number. */
static char *
post_by_hand(struct session *session, int64_t amount)
{
	struct ledger_draft draft = { .kind = "manual", .words = mem_strdup("fee") };
	struct err err = { 0 };
	char *number = NULL;

	ledger_add(&draft, "101", NULL, amount, amount);
	ledger_add(&draft, "510", NULL, -amount, -amount);
	must(ledger_post(session, &draft, &number, NULL, &err), &err);
	ledger_draft_done(&draft);
	return number;
}

static void
a_charge_of_a_closed_statement_that_is_reversed_is_asked_for_when_the_year_closes(void **state)
{
	struct money_desk *desk = *state;
	struct row_list list = { 0 };
	struct buf lost = { 0 };
	struct err err = { 0 };
	char *early = post_by_hand(desk->session, -5000), *id = take(desk->session, may), *third = NULL, *number = NULL;

	answer_all(desk->session, id, &third);
	assert_lost(desk->session, "");
	must(bank_reconcile(desk->session, id, NULL, &err), &err);
	assert_lost(desk->session, "");
	buf_addf(&lost, "2017-05/5 %s", match_at(desk->session, id, &list, 5)->answer);
	assert_string_equal(match_at(desk->session, id, &list, 5)->state, "entry");
	reverse_answer(desk->session, match_at(desk->session, id, &list, 5)->answer);
	assert_string_equal(match_at(desk->session, id, &list, 5)->state, "reversed");
	/* The one that was there before answers nothing: it was posted for something else. */
	assert_lost(desk->session, buf_text(&lost));
	assert_false(bank_post(desk->session, id, 5, "510", "fee", &number, NULL, &err));
	assert_non_null(strstr(err.text, "post the same sum on account 101 anew by hand (ENT)"));
	err = (struct err){ 0 };

	free(post_by_hand(desk->session, -4999));
	assert_lost(desk->session, buf_text(&lost));
	number = post_by_hand(desk->session, -5000);
	assert_lost(desk->session, "");
	reverse_answer(desk->session, number);
	free(number);
	assert_lost(desk->session, buf_text(&lost));
	free(post_by_hand(desk->session, -5000));
	assert_lost(desk->session, "");
	assert_verified(desk->session);
	row_list_done(&list);
	buf_done(&lost);
	free(early);
	free(third);
	free(id);
}

/* Two lines that are alike want two entries, and a receipt another one for its line. */
static void
every_line_that_lost_its_answer_wants_one_of_its_own(void **state)
{
	static const char charges[] = CAMT_STATEMENT("2017-06",
	    CAMT_ENTRY("700", "DBIT", "2017-06-01", "", "fee") CAMT_ENTRY("700", "DBIT", "2017-06-01", "", "fee")
	    CAMT_ENTRY("1120000", "CRDT", "2017-06-01", "TOYAMA PREFECTURE", "dues"));
	struct money_desk *desk = *state;
	struct receipt receipt = { 0 };
	struct row_list list = { 0 };
	struct buf lost = { 0 };
	struct err err = { 0 };
	char *id = take(desk->session, charges), *entry[2] = { NULL }, *number = NULL;

	for (int i = 0; i < 2; i++)
		must(bank_post(desk->session, id, i + 1, "510", "fee", &entry[i], NULL, &err), &err);
	must(bank_receive(desk->session, id, 3, "JP-16", &number, NULL, &err), &err);
	must(bank_reconcile(desk->session, id, NULL, &err), &err);
	must(row_get(desk->session, &receipt_type, number, &receipt, &err), &err);
	for (int i = 0; i < 2; i++)
		reverse_answer(desk->session, entry[i]);
	reverse_answer(desk->session, receipt.entry);
	buf_addf(&lost, "2017-06/1 %s, 2017-06/2 %s, 2017-06/3 %s", entry[0], entry[1], number);
	assert_lost(desk->session, buf_text(&lost));
	free(number);
	number = NULL;

	free(post_by_hand(desk->session, -700));
	char *one = lost_lines(desk->session);
	if (strstr(one, "2017-06/1") != NULL && strstr(one, "2017-06/2") != NULL)
		fail_msg("one entry for two lines, and still lost: %s", one);
	assert_true(strstr(one, "2017-06/1") != NULL || strstr(one, "2017-06/2") != NULL);
	free(one);
	free(post_by_hand(desk->session, -700));
	must(bank_receive(desk->session, id, 3, "JP-18", &number, NULL, &err), &err);
	assert_lost(desk->session, "");
	assert_verified(desk->session);
	record_done(&receipt_type, &receipt);
	row_list_done(&list);
	buf_done(&lost);
	for (int i = 0; i < 2; i++)
		free(entry[i]);
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
		cmocka_unit_test(a_statement_is_read_in_the_encoding_it_declares),
		cmocka_unit_test(an_encoding_that_is_not_read_is_told),
		cmocka_unit_test(csv_is_read_by_the_mapping_of_its_bank),
		cmocka_unit_test(csv_needs_a_whole_day_in_every_line),
		CASE(encoding_of_a_format_is_one_that_can_be_read),
		CASE(a_statement_is_taken_once_and_its_balances_must_agree),
		CASE(proposals_come_from_invoice_numbers_and_names),
		CASE(a_receipt_that_is_reversed_leaves_a_line_of_a_closed_statement),
		CASE(a_charge_of_a_closed_statement_that_is_reversed_is_asked_for_when_the_year_closes),
		CASE(every_line_that_lost_its_answer_wants_one_of_its_own),
		CASE(equal_lines_are_two_payments_until_a_person_says_otherwise),
		CASE(a_statement_closes_when_nothing_is_left_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
