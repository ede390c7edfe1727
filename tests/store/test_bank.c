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
#include "exchange/bank_encoding.h"
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

/* A bank of a country: its format, and what its file says. */
struct abroad {
	const char *encoding, *currency, *day, *amount, *payer;
	const char *bytes;	/* two lines of the day 2026-04-11: +1000 of paid_by, then a charge of 5 */
	const char *paid_by;
};

static const struct abroad banks_abroad[] = {
	{ "CP949", "KRW", "거래일", "금액", "의뢰인",
	  "\xB0\xC5\xB7\xA1\xC0\xCF,\xB1\xDD\xBE\xD7,\xC0\xC7\xB7\xDA\xC0\xCE\r\n"
	  "2026-04-11,1000,\xB0\xE6\xBB\xF3\xBA\xCF\xB5\xB5 \x8C\x63\r\n2026-04-11,-5,\r\n", "경상북도 똠" },
	{ "CP1251", "RUB", "Дата", "Сумма", "Плательщик",
	  "\xC4\xE0\xF2\xE0;\xD1\xF3\xEC\xEC\xE0;\xCF\xEB\xE0\xF2\xE5\xEB\xFC\xF9\xE8\xEA\r\n"
	  "2026-04-11;1000;\xCF\xF0\xE8\xEC\xEE\xF0\xF1\xEA\xE8\xE9 \xEA\xF0\xE0\xE9\r\n2026-04-11;-5;\r\n", "Приморский край" },
	/* The second byte of 表 is a backslash, that of 十 the same; a reader of bytes would stumble over them. */
	{ "CP932", "JPY", "日付", "金額", "依頼人",
	  "\x93\xFA\x95\x74,\x8B\xE0\x8A\x7A,\x88\xCB\x97\x8A\x90\x6C\r\n"
	  "2026-04-11,1000,\"\x95\x78\x8E\x52\x8C\xA7 \x95\x5C\x8F\x5C\"\r\n2026-04-11,-5,\r\n", "富山県 表十" },
	{ "GB18030", "CNY", "日期", "金额", "付款人",
	  "\xC8\xD5\xC6\xDA,\xBD\xF0\xB6\xEE,\xB8\xB6\xBF\xEE\xC8\xCB\r\n"
	  "2026-04-11,1000,\xC9\xBD\xB6\xAB\xCA\xA1 \x95\x32\x82\x36\r\n2026-04-11,-5,\r\n", "山东省 𠀀" },
};

enum { BANKS_ABROAD = sizeof banks_abroad / sizeof banks_abroad[0] };

static struct bank_format
format_of(const struct abroad *bank, const char *encoding)
{
	return (struct bank_format){ .name = (char *)"bank", .encoding = (char *)encoding,
		.day = (char *)bank->day, .day_order = (char *)"ymd", .amount = (char *)bank->amount,
		.payer = (char *)bank->payer, .decimal = (char *)"." };
}

static bool
read_abroad(const struct abroad *bank, const char *encoding, const char *bytes, struct bank_paper *paper,
    struct err *err)
{
	const struct bank_format format = format_of(bank, encoding);
	struct buf text = { 0 };
	bool ok = bank_encoding_read(&format, bank->currency, bytes, strlen(bytes), &text, err) &&
	    bank_csv_read(&format, bank->currency, buf_text(&text), text.length, paper, err);

	buf_done(&text);
	return ok;
}

static void
csv_is_read_in_the_encoding_of_its_bank(void **state)
{
	(void)state;
	for (size_t i = 0; i < BANKS_ABROAD; i++) {
		const struct abroad *bank = &banks_abroad[i];
		struct bank_paper paper = { 0 };
		struct err err = { 0 };

		must(read_abroad(bank, bank->encoding, bank->bytes, &paper, &err), &err);
		assert_int_equal(paper.count, 2);
		assert_string_equal(paper.line[0].payer, bank->paid_by);
		assert_true(paper.line[0].amount > 0 && paper.line[1].amount < 0);
		bank_paper_done(&paper);
	}
}

/* Heads are proof: the refusal names that encoding alone, with the words that set it. */
static void
file_in_another_encoding_is_refused_with_the_one_that_fits(void **state)
{
	static const char *const others[] = { "UTF-8", "CP949", "CP932", "GB18030", "CP1251", "EUC-KR" };

	(void)state;
	for (size_t i = 0; i < BANKS_ABROAD; i++)
		for (size_t k = 0; k < sizeof others / sizeof others[0]; k++) {
			const struct abroad *bank = &banks_abroad[i];
			struct bank_paper paper = { 0 };
			struct buf command = { 0 };
			struct err err = { 0 };

			if (strcmp(others[k], bank->encoding) == 0)
				continue;
			buf_addf(&command, "nearsec bank format bank encoding=%s", bank->encoding);
			if (read_abroad(bank, others[k], bank->bytes, &paper, &err) ||
			    strstr(err.text, buf_text(&command)) == NULL || strcmp(err.field, "encoding") != 0)
				fail_msg("%s as %s: %s", bank->encoding, others[k], err.text);
			assert_int_equal(paper.count, 0);
			buf_done(&command);
		}
}

static void
half_a_character_at_the_end_is_half_a_file(void **state)
{
	static const char *const ends[BANKS_ABROAD] = { "2026-04-12,7,\xB0", NULL, "2026-04-12,7,\x95", "2026-04-12,7,\x95\x32" };

	(void)state;
	for (size_t i = 0; i < BANKS_ABROAD; i++) {
		struct bank_paper paper = { 0 };
		struct buf bytes = { 0 };
		struct err err = { 0 };

		if (ends[i] == NULL)	/* characters of one byte have no half */
			continue;
		buf_addf(&bytes, "%s%s", banks_abroad[i].bytes, ends[i]);
		assert_false(read_abroad(&banks_abroad[i], banks_abroad[i].encoding, buf_text(&bytes), &paper, &err));
		if (strstr(err.text, "Line 4 ends in the middle of a character") == NULL)
			fail_msg("%s: %s", banks_abroad[i].encoding, err.text);
		bank_paper_done(&paper);
		buf_done(&bytes);
	}
}

/* English heads prove nothing: what can be read in several is named with how it reads, the country's first. */
static void
what_heads_do_not_prove_a_person_says(void **state)
{
	static const struct abroad bank = { "CP949", "KRW", "Day", "Sum", "Who",
		"Day,Sum,Who\n2026-04-11,1000,\xB0\xE6\xBB\xF3\xBA\xCF\xB5\xB5\n", "경상북도" };
	static const struct bank_format none = { 0 };
	const struct bank_format format = format_of(&bank, "UTF-8");
	struct bank_encodings list = { 0 };
	struct bank_paper paper = { 0 };
	struct err err = { 0 };

	(void)state;
	assert_false(read_abroad(&bank, "UTF-8", bank.bytes, &paper, &err));
	assert_non_null(strstr(err.text, "Line 2 is not UTF-8 text"));
	assert_non_null(strstr(err.text, "CP949 (경상북도), "));
	assert_non_null(strstr(err.text, "CP1251 (°ж»уєПµµ)"));
	bank_encodings_find(&format, "KRW", bank.bytes, strlen(bank.bytes), &list);
	assert_string_equal(list.item[0].name, "CP949");
	for (size_t i = 0; i < list.count; i++)		/* CP932 makes private characters of it */
		assert_true(strcmp(list.item[i].name, "UTF-8") != 0 && strcmp(list.item[i].name, "CP932") != 0);
	bank_encodings_done(&list);
	bank_encodings_find(&format, "RUB", bank.bytes, strlen(bank.bytes), &list);
	assert_string_equal(list.item[0].name, "CP1251");
	bank_encodings_done(&list);
	bank_encodings_find(&none, "KRW", "\xFF\x98", 2, &list);
	assert_int_equal(list.count, 0);
	bank_encodings_done(&list);
	bank_paper_done(&paper);
}

/* A mark says more than a format; without one the format holds, whatever else the bytes may be. */
static void
byte_order_mark_is_stronger_than_the_format(void **state)
{
	struct abroad bank = banks_abroad[0];
	struct buf bytes = { 0 };
	struct bank_paper paper = { 0 };
	struct err err = { 0 };

	(void)state;
	buf_addf(&bytes, "\xEF\xBB\xBF" "거래일,금액,의뢰인\n2026-04-11,7,경상북도\n");
	must(read_abroad(&bank, "CP949", buf_text(&bytes), &paper, &err), &err);
	assert_string_equal(paper.line[0].payer, "경상북도");
	bank_paper_done(&paper);
	assert_false(read_abroad(&bank, "CP949", buf_text(&bytes) + 3, &paper, &err));
	assert_non_null(strstr(err.text, "encoding=UTF-8"));
	buf_done(&bytes);
	bank_paper_done(&paper);
}

/* Blanks around a head, and 金 as Korean standards have it twice. */
static void
heads_are_compared_as_they_are_stored(void **state)
{
	static const struct abroad bank = { "CP949", "KRW", "Day", "\xE9\x87\x91", "Who",
		" Day , \xD0\xDD,Who\n2026-04-11,1000,A\n", "A" };
	struct bank_paper paper = { 0 };
	struct err err = { 0 };

	(void)state;
	must(read_abroad(&bank, "CP949", bank.bytes, &paper, &err), &err);
	assert_int_equal(paper.count, 1);
	bank_paper_done(&paper);
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
		cmocka_unit_test(csv_is_read_in_the_encoding_of_its_bank),
		cmocka_unit_test(file_in_another_encoding_is_refused_with_the_one_that_fits),
		cmocka_unit_test(half_a_character_at_the_end_is_half_a_file),
		cmocka_unit_test(what_heads_do_not_prove_a_person_says),
		cmocka_unit_test(byte_order_mark_is_stronger_than_the_format),
		cmocka_unit_test(heads_are_compared_as_they_are_stored),
		CASE(encoding_of_a_format_is_one_that_can_be_read),
		CASE(a_statement_is_taken_once_and_its_balances_must_agree),
		CASE(proposals_come_from_invoice_numbers_and_names),
		CASE(a_receipt_that_is_reversed_leaves_a_line_of_a_closed_statement),
		CASE(equal_lines_are_two_payments_until_a_person_says_otherwise),
		CASE(a_statement_closes_when_nothing_is_left_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
