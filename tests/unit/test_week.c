/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "base/day.h"
#include "base/week.h"

/* ISO 8601 by the examples of the standard, and the edges of years of all kinds. */
static void
week_belongs_to_the_year_of_its_thursday(void **state)
{
	static const struct { const char *day, *monday; int week; } cases[] = {
		{ "1970-01-01", "1969-12-29", 1 },
		{ "1969-12-28", "1969-12-22", 52 },
		{ "2005-01-01", "2004-12-27", 53 },
		{ "2005-01-02", "2004-12-27", 53 },
		{ "2005-12-31", "2005-12-26", 52 },
		{ "2007-01-01", "2007-01-01", 1 },
		{ "2008-12-28", "2008-12-22", 52 },
		{ "2008-12-29", "2008-12-29", 1 },
		{ "2008-12-31", "2008-12-29", 1 },
		{ "2009-12-31", "2009-12-28", 53 },
		{ "2010-01-03", "2009-12-28", 53 },
		{ "2026-09-08", "2026-09-07", 37 },
		{ "2026-12-31", "2026-12-28", 53 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char monday[DAY_SIZE];

		day_from_number(week_monday(day_to_number(cases[i].day)), monday);
		assert_string_equal(monday, cases[i].monday);
		assert_int_equal(week_number(day_to_number(cases[i].day)), cases[i].week);
	}
}

static void
month_takes_four_to_six_weeks(void **state)
{
	static const struct { int year, month, weeks; } cases[] = {
		{ 2010, 2, 4 },		/* begins on a Monday, 28 days */
		{ 2021, 2, 4 },
		{ 2026, 2, 5 },
		{ 2026, 9, 5 },
		{ 2026, 8, 6 },		/* begins on a Saturday, 31 days */
		{ 2026, 11, 6 },	/* begins on a Sunday, 30 days */
		{ 2012, 7, 6 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(month_weeks(cases[i].year, cases[i].month), cases[i].weeks);
}

/* Every day of four hundred years lies in its week, and weeks count up by one. */
static void
weeks_follow_each_other(void **state)
{
	int32_t last = day_to_number("2400-12-31");

	(void)state;
	for (int32_t day = week_monday(day_to_number("2000-12-31")); day <= last; day += WEEK_DAYS) {
		int here = week_number(day), next = week_number(day + WEEK_DAYS);

		assert_true(next == here + 1 || (next == 1 && here >= 52));
		assert_int_equal(week_number(day + WEEK_DAYS - 1), here);
		assert_int_equal(week_monday(day + WEEK_DAYS - 1), day);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(week_belongs_to_the_year_of_its_thursday),
		cmocka_unit_test(month_takes_four_to_six_weeks),
		cmocka_unit_test(weeks_follow_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
