/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "unit/catalogues.h"
#include "rounds.h"

/* A Monday. */
static const char today[] = "2026-04-13";

/* expected NULL: it is refused. */
struct typing {
	const char *language, *typed, *expected;
};

static void
check_typing(const struct typing *typing, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char day[DAY_SIZE] = "before";
		struct err err = { 0 };
		bool ok = day_parse_input(typing[i].typed, today, catalogue_of(typing[i].language),
		    day, &err);

		if (ok != (typing[i].expected != NULL) ||
		    strcmp(day, ok ? typing[i].expected : "before") != 0)
			fail_msg("%s \"%s\": %s", typing[i].language, typing[i].typed, ok ? day : "refused");
		assert_int_equal(err.code, ok ? ERR_NONE : ERR_INPUT);
	}
}

static void
digits_are_read_in_the_order_of_the_language(void **state)
{
	static const struct typing table[] = {
		{ "en", "27", "2026-04-27" }, { "ko", "27", "2026-04-27" }, { "en", "9", "2026-04-09" },
		{ "en", "2704", "2026-04-27" }, { "ru", "2704", "2026-04-27" },
		{ "zh", "0427", "2026-04-27" }, { "ja", "0427", "2026-04-27" },
		{ "en", "0405", "2026-05-04" }, { "ru", "0405", "2026-05-04" },
		{ "zh", "0405", "2026-04-05" }, { "mn", "0405", "2026-04-05" },
		{ "ko", "2704", "2026-04-27" }, { "en", "0427", "2026-04-27" },
		{ "en", "20260427", "2026-04-27" }, { "ja", "20260427", "2026-04-27" },
		{ "en", "27.4", "2026-04-27" }, { "ru", "27.4", "2026-04-27" },
		{ "en", "27/4", "2026-04-27" }, { "zh", "4-27", "2026-04-27" },
		{ "en", "4/5", "2026-05-04" }, { "ko", "4/5", "2026-04-05" },
		{ "en", "27 4", "2026-04-27" }, { "ko", "4. 27.", "2026-04-27" },
		{ "en", "27.4.2025", "2025-04-27" }, { "ko", "2025. 4. 27.", "2025-04-27" },
		{ "zh", "4/27/2025", "2025-04-27" }, { "en", "4/27/2025", "2025-04-27" },
		{ "en", "2025-04-05", "2025-04-05" }, { "ru", "2025-04-05", "2025-04-05" },
		{ "en", "27.4.26", "2026-04-27" }, { "ja", "26.4.27", "2026-04-27" },
		{ "en", "1.2.46", "2046-02-01" }, { "en", "1.2.47", "1947-02-01" },
		{ "en", "  27.4 ", "2026-04-27" },
	};

	(void)state;
	check_typing(table, sizeof table / sizeof table[0]);
}

static void
full_width_digits_and_signs_are_digits_and_signs(void **state)
{
	static const struct typing table[] = {
		{ "ja", "２７", "2026-04-27" }, { "ja", "２０２６０４２７", "2026-04-27" },
		{ "zh", "４－２７", "2026-04-27" }, { "zh", "４／２７", "2026-04-27" },
		{ "zh", "＋７", "2026-04-20" }, { "ja", "０", today }, { "ja", "ｔ", today },
		{ "ja", "２０１０－１０", "2010-10" }, { "ko", "２０２６．４．２７", "2026-04-27" },
	};

	(void)state;
	check_typing(table, sizeof table / sizeof table[0]);
}

static void
steps_count_from_today(void **state)
{
	static const struct typing table[] = {
		{ "en", "0", today }, { "en", "t", today }, { "en", "T", today },
		{ "en", "today", today }, { "ko", "오늘", today }, { "ru", "Сегодня", today },
		{ "zh", "明天", "2026-04-14" }, { "mn", "өчигдөр", "2026-04-12" },
		{ "en", "+7", "2026-04-20" }, { "en", "-1", "2026-04-12" }, { "en", "+ 7", "2026-04-20" },
		{ "en", "+2w", "2026-04-27" }, { "en", "+1m", "2026-05-13" }, { "en", "-1m", "2026-03-13" },
		{ "en", "+1y", "2027-04-13" }, { "en", "+10D", "2026-04-23" },
		{ "ru", "+2н", "2026-04-27" }, { "ru", "+2w", "2026-04-27" }, { "ko", "+2주", "2026-04-27" },
		{ "zh", "+1月", "2026-05-13" }, { "mn", "-1ж", "2025-04-13" },
		{ "en", "+", NULL }, { "en", "+x", NULL }, { "en", "+2q", NULL }, { "en", "+1mm", NULL },
		{ "en", "+99999", NULL }, { "en", "--1", NULL }, { "en", "-", NULL },
	};

	(void)state;
	check_typing(table, sizeof table / sizeof table[0]);
}

static void
weekday_is_the_first_from_today_on(void **state)
{
	static const struct typing table[] = {
		{ "en", "mon", today }, { "en", "tue", "2026-04-14" }, { "en", "Sunday", "2026-04-19" },
		{ "en", "th", "2026-04-16" }, { "en", "thur", "2026-04-16" },
		{ "zh", "周四", "2026-04-16" }, { "zh", "星期四", "2026-04-16" },
		{ "ja", "木", "2026-04-16" }, { "ja", "木曜", "2026-04-16" }, { "ja", "木曜日", "2026-04-16" },
		{ "ja", "日", "2026-04-19" }, { "ko", "목", "2026-04-16" }, { "ko", "목요일", "2026-04-16" },
		{ "ru", "чт", "2026-04-16" }, { "ru", "Четверг", "2026-04-16" },
		{ "mn", "Пү", "2026-04-16" }, { "mn", "пүрэв гараг", "2026-04-16" },
		{ "ru", "thu", "2026-04-16" },
		{ "en", "s", NULL }, { "ru", "п", NULL }, { "zh", "周", NULL }, { "en", "someday", NULL },
	};

	(void)state;
	check_typing(table, sizeof table / sizeof table[0]);
}

static void
words_say_which_number_is_which(void **state)
{
	static const struct typing table[] = {
		{ "zh", "2026年4月27日", "2026-04-27" }, { "ja", "２０２６年４月２７日", "2026-04-27" },
		{ "en", "2026年4月27日", "2026-04-27" }, { "zh", "4月27号", "2026-04-27" },
		{ "zh", "四月27日", "2026-04-27" }, { "ja", "27日", "2026-04-27" }, { "zh", "4月", "2026-04" },
		{ "ko", "2026년 4월 27일", "2026-04-27" }, { "ko", "4월27일", "2026-04-27" },
		{ "ko", "2026년 4월 27일 월요일", "2026-04-27" },
		{ "en", "27 April 2026", "2026-04-27" }, { "en", "April 27, 2026", "2026-04-27" },
		{ "en", "27 apr", "2026-04-27" }, { "en", "27apr", "2026-04-27" }, { "en", "sept 3", "2026-09-03" },
		{ "en", "April 2010", "2010-04" }, { "en", "Monday, April 27, 2026", "2026-04-27" },
		{ "ru", "27 апреля 2026 г.", "2026-04-27" }, { "ru", "27 апр", "2026-04-27" },
		{ "ru", "апрель 2010 г.", "2010-04" }, { "ru", "3 мая", "2026-05-03" },
		{ "mn", "2026 оны 4-р сарын 27", "2026-04-27" }, { "mn", "2026 оны 4 сарын 27", "2026-04-27" },
		{ "mn", "2026 оны дөрөвдүгээр сарын 27", "2026-04-27" },
		{ "en", "Tuesday, April 27, 2026", NULL }, { "en", "27 April May", NULL },
		{ "en", "27 Aprol", NULL }, { "ja", "27日28日", NULL },
	};

	(void)state;
	check_typing(table, sizeof table / sizeof table[0]);
}

static void
less_than_a_day_is_taken_where_it_is_typed(void **state)
{
	static const struct typing table[] = {
		{ "en", "", "" }, { "en", "  ", "" },
		{ "en", "2010-10", "2010-10" }, { "ru", "10.2010", "2010-10" }, { "en", "10/2010", "2010-10" },
		{ "en", "2010", "2010" }, { "ru", "2012", "2012" }, { "en", "1996", "1996" },
		{ "en", "1871", "1871" }, { "ja", "2010年10月", "2010-10" }, { "ko", "2010년", "2010" },
		{ "ru", "2010 год", "2010" }, { "mn", "2010 оны 10 сар", "2010-10" },
	};

	(void)state;
	check_typing(table, sizeof table / sizeof table[0]);
}

static void
what_is_no_day_of_the_calendar_is_refused(void **state)
{
	static const struct typing table[] = {
		{ "en", "32", NULL }, { "en", "31.4", NULL }, { "en", "2902", NULL }, { "en", "29.2.2028", "2028-02-29" },
		{ "en", "13.13", NULL }, { "en", "0.4", NULL }, { "en", "00", NULL }, { "en", "0400", NULL },
		{ "en", "0004", NULL }, { "en", "20260431", NULL }, { "en", "20260400", NULL },
		{ "en", "123", NULL }, { "en", "12345", NULL }, { "en", "201010", NULL }, { "en", "123456789", NULL },
		{ "en", "27.4.2026.1", NULL }, { "en", "27.004", NULL }, { "en", "27.4.126", NULL },
		{ "en", "27:4", NULL }, { "en", "x", NULL }, { "en", "27x", NULL }, { "ja", "2026年27日", NULL },
		{ "en", "\xFF\xFE", NULL }, { "en", "٢٧", NULL },
	};

	(void)state;
	check_typing(table, sizeof table / sizeof table[0]);
}

static void
what_is_shown_or_stored_is_read_back(void **state)
{
	static const char *const days[] = { "2026-04-27", "2027-01-01", "1996-09-10", "2010-10",
		"2026-05", "2010", "2026-12-31" };
	static void (*const show[])(struct buf *, const struct catalogue *, const char *) = {
		day_show_long, day_show_short,
	};

	(void)state;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
			char day[DAY_SIZE] = "";

			assert_true(day_parse_input(days[d], today, catalogues[i], day, NULL));
			assert_string_equal(day, days[d]);
			for (size_t s = 0; s < 2; s++) {
				struct buf shown = { 0 };

				show[s](&shown, catalogues[i], days[d]);
				if (!day_parse_input(buf_text(&shown), today, catalogues[i], day, NULL) ||
				    strcmp(day, days[d]) != 0)
					fail_msg("%s: %s", languages[i].code, buf_text(&shown));
				buf_done(&shown);
			}
		}
}

static void
any_text_is_read_or_refused(void **state)
{
	static const char *const pieces[] = { "0", "1", "2", "27", "4", "2026", ".", "-", "/", "+", " ",
		"年", "月", "日", "월", "г.", "оны", "-р сар", "apr", "мая", "thu", "木", "w", "\xFF", "。" };

	(void)state;
	srand(rounds_seed());
	for (unsigned round = 0; round < rounds_count(3000); round++) {
		struct buf typed = { 0 };
		char day[DAY_SIZE] = "";

		for (int n = rand() % 6; n > 0; n--)
			buf_add(&typed, pieces[(size_t)rand() % (sizeof pieces / sizeof pieces[0])]);
		if (day_parse_input(buf_text(&typed), today, catalogues[rand() % LANGUAGE_COUNT], day, NULL) &&
		    !day_check(day, NULL))
			fail_msg("\"%s\" was read as %s", buf_text(&typed), day);
		buf_done(&typed);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits_are_read_in_the_order_of_the_language),
		cmocka_unit_test(full_width_digits_and_signs_are_digits_and_signs),
		cmocka_unit_test(steps_count_from_today),
		cmocka_unit_test(weekday_is_the_first_from_today_on),
		cmocka_unit_test(words_say_which_number_is_which),
		cmocka_unit_test(less_than_a_day_is_taken_where_it_is_typed),
		cmocka_unit_test(what_is_no_day_of_the_calendar_is_refused),
		cmocka_unit_test(what_is_shown_or_stored_is_read_back),
		cmocka_unit_test(any_text_is_read_or_refused),
	};

	return cmocka_run_group_tests_name("day_typed", tests, open_catalogues, close_catalogues);
}
