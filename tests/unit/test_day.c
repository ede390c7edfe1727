/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/day.h"
#include "base/err.h"
#include "base/zone.h"

static void
day_is_year_or_month_or_day_of_the_calendar(void **state)
{
	static const struct { const char *text; int year, month, day; } days[] = {
		{ "", 0, 0, 0 },
		{ "2010", 2010, 0, 0 },
		{ "2010-10", 2010, 10, 0 },
		{ "2010-10-28", 2010, 10, 28 },
		{ "2000-02-29", 2000, 2, 29 },
		{ "1000-01-01", 1000, 1, 1 },
		{ "9999-12-31", 9999, 12, 31 },
	};
	static const char *const others[] = {
		"0999", "10000", "201", "2010-", "2010-1", "2010-00", "2010-13", "2010-10-",
		"2010-10-0", "2010-10-00", "2010-10-32", "2023-02-29", "1900-02-29", "2010-02-30",
		"2010/10/28", "2010-10-28 ", " 2010", "2010-10-28T", "20101028", "２０１０", "-2010-1",
		"2010-+1", "2010-1a",
	};
	struct day_parts parts;

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		assert_true(day_split(days[i].text, &parts));
		assert_true(day_check(days[i].text, NULL));
		assert_int_equal(parts.year, days[i].year);
		assert_int_equal(parts.month, days[i].month);
		assert_int_equal(parts.day, days[i].day);
		assert_int_equal(day_is_whole(days[i].text), days[i].day > 0);
	}
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		struct err err = { 0 };

		assert_false(day_check(others[i], &err));
		assert_int_equal(err.code, ERR_INPUT);
		assert_false(day_is_whole(others[i]));
	}
}

static void
days_known_in_part_sort_before_what_they_begin(void **state)
{
	static const char *const rising[] = { "", "2009-12-31", "2010", "2010-09-30", "2010-10",
		"2010-10-01", "2010-10-28", "2010-11" };

	(void)state;
	for (size_t i = 1; i < sizeof rising / sizeof rising[0]; i++)
		assert_true(strcmp(rising[i - 1], rising[i]) < 0);
}

static void
part_of_a_day_spans_from_first_to_last(void **state)
{
	static const struct { const char *day, *first, *last; } table[] = {
		{ "2010", "2010-01-01", "2010-12-31" },
		{ "2024-02", "2024-02-01", "2024-02-29" },
		{ "2010-10-28", "2010-10-28", "2010-10-28" },
	};
	char day[DAY_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		day_first(table[i].day, day);
		assert_string_equal(day, table[i].first);
		day_last(table[i].day, day);
		assert_string_equal(day, table[i].last);
	}
}

static void
numbers_and_weekdays_are_those_of_the_c_library(void **state)
{
	char day[DAY_SIZE], expected[DAY_SIZE];

	(void)state;
	for (int32_t number = -354285; number <= 2932896; number += 97) {
		time_t seconds = (time_t)number * 86400;
		struct tm tm;

		gmtime_r(&seconds, &tm);
		strftime(expected, sizeof expected, "%Y-%m-%d", &tm);
		day_from_number(number, day);
		assert_string_equal(day, expected);
		assert_int_equal(day_to_number(day), number);
		assert_int_equal(day_weekday(day), tm.tm_wday);
	}
}

static void
arithmetic_follows_the_calendar(void **state)
{
	static const struct { const char *day; int days, months; const char *expected; } table[] = {
		{ "2026-04-13", 0, 0, "2026-04-13" },
		{ "2026-04-13", 17, 0, "2026-04-30" },
		{ "2026-01-01", -1, 0, "2025-12-31" },
		{ "2024-02-28", 1, 0, "2024-02-29" },
		{ "2023-02-28", 1, 0, "2023-03-01" },
		{ "2026-01-31", 0, 1, "2026-02-28" },
		{ "2024-01-31", 0, 1, "2024-02-29" },
		{ "2026-03-31", 0, -1, "2026-02-28" },
		{ "2026-11-15", 0, 2, "2027-01-15" },
		{ "2026-01-15", 0, -13, "2024-12-15" },
		{ "2024-02-29", 0, 12, "2025-02-28" },
		{ "9999-12-31", 1, 0, "9999-12-31" },
		{ "1000-01-01", -1, 0, "1000-01-01" },
		{ "2026-01-01", INT32_MAX, 0, "9999-12-31" },
		{ "2026-01-01", 0, INT32_MAX, "9999-12-31" },
		{ "2026-01-01", 0, INT32_MIN, "1000-01-01" },
	};
	char day[DAY_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		if (table[i].months != 0)
			day_add_months(table[i].day, table[i].months, day);
		else
			day_add_days(table[i].day, table[i].days, day);
		assert_string_equal(day, table[i].expected);
	}
}

static void
today_is_that_of_the_place(void **state)
{
	static const struct { const char *now, *zone, *day; } table[] = {
		{ "2010-10-20T09:00:00", "Asia/Seoul", "2010-10-20" },
		{ "2010-10-20T14:59:59", "Asia/Seoul", "2010-10-20" },
		{ "2010-10-20T15:00:00", "Asia/Seoul", "2010-10-21" },
		{ "2010-12-31T15:00:00", "Asia/Seoul", "2011-01-01" },
		{ "1969-12-31T23:00:00", "UTC", "1969-12-31" },
		{ "1969-12-31T23:00:00", "No/Where", "1969-12-31" },
	};
	char day[DAY_SIZE];

	(void)state;
	if (!zone_check("Asia/Seoul", NULL))
		skip();
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		setenv("NEARSEC_NOW", table[i].now, 1);
		day_today(table[i].zone, day);
		assert_string_equal(day, table[i].day);
	}
	unsetenv("NEARSEC_NOW");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(day_is_year_or_month_or_day_of_the_calendar),
		cmocka_unit_test(days_known_in_part_sort_before_what_they_begin),
		cmocka_unit_test(part_of_a_day_spans_from_first_to_last),
		cmocka_unit_test(numbers_and_weekdays_are_those_of_the_c_library),
		cmocka_unit_test(arithmetic_follows_the_calendar),
		cmocka_unit_test(today_is_that_of_the_place),
	};

	return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
