/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV of banks in the encodings of four countries, as bytes. */
#include "config.h"

#include "test.h"

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "domain/bank.h"
#include "domain/bank_format.h"
#include "exchange/bank_csv.h"
#include "exchange/bank_encoding.h"

static void
must(bool ok, const struct err *err)
{
	if (!ok)
		fail_msg("%s", err->text);
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_is_read_in_the_encoding_of_its_bank),
		cmocka_unit_test(file_in_another_encoding_is_refused_with_the_one_that_fits),
		cmocka_unit_test(half_a_character_at_the_end_is_half_a_file),
		cmocka_unit_test(what_heads_do_not_prove_a_person_says),
		cmocka_unit_test(byte_order_mark_is_stronger_than_the_format),
		cmocka_unit_test(heads_are_compared_as_they_are_stored),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
