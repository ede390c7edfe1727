/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/money.h"
#include "unit/catalogues.h"

static void
currency_is_three_capitals_with_its_own_digits(void **state)
{
	static const struct { const char *code; int digits; } codes[] = {
		{ "KRW", 0 }, { "JPY", 0 }, { "CNY", 2 }, { "RUB", 2 }, { "MNT", 2 }, { "USD", 2 },
		{ "KPW", 2 }, { "EUR", 2 }, { "KWD", 3 }, { "CLF", 4 }, { "W P", 2 },
	};
	static const char *const others[] = { "", "US", "usd", "USDT", "¥", "U$D", "KRW JPY" };

	(void)state;
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		assert_int_equal(money_digits(codes[i].code), codes[i].digits);
	assert_true(money_check_currency("KRW", NULL));
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		assert_false(money_check_currency(others[i], NULL));
}

static void
product_is_rounded_half_away_from_zero(void **state)
{
	static const struct { int64_t amount, numerator, denominator, expected; } table[] = {
		{ 0, 1080, 1, 0 }, { 7, 1, 2, 4 }, { -7, 1, 2, -4 }, { 7, -1, 2, -4 }, { -7, -1, 2, 4 },
		{ 5, 1, 2, 3 }, { 1, 1, 2, 1 }, { 1, 1, 3, 0 }, { 2, 1, 3, 1 }, { -1, 1, 3, 0 },
		{ 1, 49, 100, 0 }, { 1, 50, 100, 1 }, { -1, 50, 100, -1 },
		{ 100000, 1080, 100, 1080000 },
		{ INT64_MAX, 1, 1, INT64_MAX }, { INT64_MAX, 1000, 1000, INT64_MAX },
		{ INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX }, { -INT64_MAX, 3, 3, -INT64_MAX },
		{ INT64_MAX, 1, 2, INT64_C(4611686018427387904) },
		{ INT64_C(9000000000000000000), INT64_C(1234567890123456789),
		    INT64_C(9000000000000000000), INT64_C(1234567890123456789) },
	};
	static const struct { int64_t amount, numerator, denominator; } too_large[] = {
		{ INT64_MAX, 2, 1 }, { INT64_MIN, 1, 1 }, { INT64_MAX, INT64_MAX, 1 },
		{ INT64_MAX, INT64_MAX, INT64_MAX - 1 }, { INT64_MIN, INT64_MIN, INT64_MAX },
	};
	int64_t sum = 0;

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		assert_true(money_multiply(table[i].amount, table[i].numerator,
		    table[i].denominator, &sum));
		assert_int_equal(sum, table[i].expected);
	}
	sum = 77;
	for (size_t i = 0; i < sizeof too_large / sizeof too_large[0]; i++)
		assert_false(money_multiply(too_large[i].amount, too_large[i].numerator,
		    too_large[i].denominator, &sum));
	assert_int_equal(sum, 77);
}

#ifdef __SIZEOF_INT128__
static int64_t
random_number(void)
{
	uint64_t bits = (uint64_t)rand() << 33 ^ (uint64_t)rand() << 11 ^ (uint64_t)rand();

	return (int64_t)(bits >> (rand() % 63)) * (rand() % 2 == 0 ? 1 : -1);
}
#endif

static void
product_equals_that_of_a_compiler_with_128_bits(void **state)
{
	(void)state;
#ifdef __SIZEOF_INT128__
	for (int round = 0; round < 20000; round++) {
		int64_t a = random_number(), b = random_number(), c = llabs(random_number() | 1), sum;
		__int128 product = (__int128)a * b, expected = product / c, rest = product % c;

		if ((rest < 0 ? -rest : rest) * 2 >= c)
			expected += product < 0 ? -1 : 1;
		bool fits = expected <= INT64_MAX && expected >= -INT64_MAX;
		if (money_multiply(a, b, c, &sum) != fits || (fits && sum != (int64_t)expected))
			fail_msg("%lld * %lld / %lld", (long long)a, (long long)b, (long long)c);
	}
#else
	skip();
#endif
}

static void
conversion_moves_the_point(void **state)
{
	static const struct { int64_t amount; const char *from, *to; int64_t num, den, expected; }
	table[] = {
		{ 100000, "USD", "KRW", 1080, 1, 1080000 },
		{ 50000, "USD", "KRW", 1120, 1, 560000 },
		{ 1080000, "KRW", "USD", 1, 1080, 100000 },
		{ 1, "USD", "KRW", 11205, 10, 11 },
		{ 100, "JPY", "KRW", 915, 100, 915 },
		{ 12345, "USD", "CNY", 7, 1, 86415 },
		{ 1000, "KWD", "KRW", 4000, 1, 4000 },
	};
	int64_t sum = 0;

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		assert_true(money_convert(table[i].amount, table[i].from, table[i].to, table[i].num,
		    table[i].den, &sum));
		assert_int_equal(sum, table[i].expected);
	}
	assert_false(money_convert(1, "KRW", "CLF", INT64_MAX, 1, &sum));
	assert_false(money_convert(1, "USD", "KRW", 1, INT64_MAX, &sum));
}

static void
sum_that_does_not_fit_is_refused(void **state)
{
	int64_t sum = 77;

	(void)state;
	assert_false(money_add(INT64_MAX, 1, &sum));
	assert_false(money_add(INT64_MIN, -1, &sum));
	assert_int_equal(sum, 77);
	assert_true(money_add(INT64_MAX, INT64_MIN, &sum));
	assert_int_equal(sum, -1);
}

static void
money_is_shown_as_the_language_has_it(void **state)
{
	static const struct { const char *language, *currency; int64_t sum; const char *expected; }
	table[] = {
		{ "en", "KRW", 1200000, "KRW 1,200,000" },
		{ "en", "USD", 100000, "USD 1,000.00" },
		{ "en", "USD", -5, "USD -0.05" },
		{ "en", "USD", 0, "USD 0.00" },
		{ "en", "KRW", 999, "KRW 999" },
		{ "en", "KWD", 1234567, "KWD 1,234.567" },
		{ "en", "USD", INT64_MIN, "USD -92,233,720,368,547,758.08" },
		{ "zh", "CNY", 120050, "CNY 1,200.50" },
		{ "ja", "JPY", 1200000, "JPY 1,200,000" },
		{ "ko", "KRW", 1200000, "KRW 1,200,000" },
		{ "mn", "MNT", 120050, "MNT 1,200.50" },
		{ "ru", "KRW", 1200000, "1\u00A0200\u00A0000\u00A0KRW" },
		{ "ru", "RUB", -120050, "-1\u00A0200,50\u00A0RUB" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct buf out = { 0 };

		money_show(&out, catalogue_of(table[i].language), table[i].sum, table[i].currency);
		assert_string_equal(buf_text(&out), table[i].expected);
		buf_done(&out);
	}
}

static void
amount_is_read_strictly_by_the_language(void **state)
{
	static const struct { const char *language, *currency, *text; int64_t expected; } table[] = {
		{ "en", "KRW", "560000", 560000 }, { "en", "KRW", "560,000", 560000 },
		{ "en", "KRW", "1,560,000", 1560000 }, { "en", "USD", "1000", 100000 },
		{ "en", "USD", "1,000.00", 100000 }, { "en", "USD", "1000.5", 100050 },
		{ "en", "USD", "-3.07", -307 }, { "en", "USD", " 12 ", 1200 }, { "en", "USD", "+12", 1200 },
		{ "en", "KRW", "540000+20000", 560000 }, { "en", "USD", "1,000 - 0.50 + 2", 100150 },
		{ "en", "KRW", "- 5 - 6", -11 },
		{ "ko", "KRW", "５６０，０００", 560000 }, { "ja", "JPY", "１２００＋３００", 1500 },
		{ "zh", "CNY", "1,200.5", 120050 }, { "mn", "MNT", "1,200.50", 120050 },
		{ "ru", "RUB", "1200,5", 120050 }, { "ru", "RUB", "1 200 000,05", 120000005 },
		{ "ru", "RUB", "1\u00A0200,05", 120005 }, { "ru", "RUB", "1\u202F200", 120000 },
		{ "ru", "KRW", "540 000 + 20 000", 560000 }, { "ru", "KRW", "1 200 ", 1200 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		int64_t sum = 0;
		struct err err = { 0 };

		if (!money_read(table[i].text, catalogue_of(table[i].language), table[i].currency,
		    &sum, &err))
			fail_msg("%s", err.text);
		assert_int_equal(sum, table[i].expected);
	}
}

static void
what_is_ambiguous_or_no_amount_is_refused(void **state)
{
	static const struct { const char *language, *currency, *text; } table[] = {
		{ "en", "USD", "" }, { "en", "USD", " " }, { "en", "USD", "x" }, { "en", "USD", "-" },
		{ "en", "USD", "12+" }, { "en", "USD", "12 13" }, { "en", "USD", "12*2" },
		{ "en", "USD", "1.200" }, { "en", "USD", "1,20" }, { "en", "USD", "1,2000" },
		{ "en", "USD", "1200,000" }, { "en", "USD", "1,200,00" }, { "en", "USD", "1,200," },
		{ "en", "USD", "1." }, { "en", "USD", ".5" }, { "en", "USD", "1.2.3" },
		{ "en", "USD", "1 200" }, { "en", "KRW", "1.5" }, { "en", "KRW", "1.000" },
		{ "en", "USD", "USD 5" }, { "en", "USD", "$5" }, { "en", "USD", "1e3" },
		{ "ru", "RUB", "1,200" }, { "ru", "RUB", "1.50" }, { "ru", "RUB", "1.200" },
		{ "ru", "RUB", "1 20" }, { "ru", "RUB", "12 34" }, { "ru", "KRW", "1,5" },
		{ "en", "USD", "92233720368547758.08" }, { "en", "KRW", "99999999999999999999" },
		{ "en", "KRW", "9223372036854775807+1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		int64_t sum = 77;
		struct err err = { 0 };

		if (money_read(table[i].text, catalogue_of(table[i].language), table[i].currency,
		    &sum, &err))
			fail_msg("%s \"%s\" was read as %lld", table[i].language, table[i].text,
			    (long long)sum);
		assert_int_equal(err.code, ERR_INPUT);
		assert_int_equal(sum, 77);
	}
}

static void
refusal_shows_how_to_write_it(void **state)
{
	int64_t sum;
	struct err err = { 0 };

	(void)state;
	assert_false(money_read("1.200", NULL, "USD", &sum, &err));
	assert_string_equal(err.text, "\"1.200\" is no amount in USD: write it like 1,200.50.");
	assert_false(money_parse("1,200", "KRW", &sum, &err));
	assert_string_equal(err.text, "\"1,200\" is no amount in KRW: write it like 1200500.");
}

static void
what_is_written_is_read_back(void **state)
{
	static const char *const currencies[] = { "KRW", "USD", "KWD", "CLF" };

	(void)state;
	for (int round = 0; round < 2000; round++) {
		const char *currency = currencies[round % 4];
		const struct catalogue *in = catalogues[rand() % LANGUAGE_COUNT];
		int64_t sum = ((int64_t)rand() << (rand() % 32)) * (rand() % 2 == 0 ? 1 : -1), again = 0;
		struct buf text = { 0 };

		money_show_amount(&text, in, sum, currency);
		assert_true(money_read(buf_text(&text), in, currency, &again, NULL));
		assert_int_equal(again, sum);
		buf_clear(&text);
		money_format(&text, sum, currency);
		assert_true(money_parse(buf_text(&text), currency, &again, NULL));
		assert_int_equal(again, sum);
		assert_true(strspn(buf_text(&text), "-0123456789.") == text.length);
		buf_done(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(currency_is_three_capitals_with_its_own_digits),
		cmocka_unit_test(product_is_rounded_half_away_from_zero),
		cmocka_unit_test(product_equals_that_of_a_compiler_with_128_bits),
		cmocka_unit_test(conversion_moves_the_point),
		cmocka_unit_test(sum_that_does_not_fit_is_refused),
		cmocka_unit_test(money_is_shown_as_the_language_has_it),
		cmocka_unit_test(amount_is_read_strictly_by_the_language),
		cmocka_unit_test(what_is_ambiguous_or_no_amount_is_refused),
		cmocka_unit_test(refusal_shows_how_to_write_it),
		cmocka_unit_test(what_is_written_is_read_back),
	};
	const char *given = getenv("SEED");
	unsigned seed = given != NULL ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);

	printf("# SEED=%u\n", seed);
	srand(seed);
	return cmocka_run_group_tests_name("money", tests, open_catalogues, close_catalogues);
}
