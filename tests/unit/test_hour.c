/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include "base/err.h"
#include "base/hour.h"

static void
what_clerks_type_for_a_time(void **state)
{
	static const struct { const char *typed, *start, *expected; } table[] = {
		{ "9", "", "09:00" },
		{ "09", "", "09:00" },
		{ "0", "", "00:00" },
		{ "930", "", "09:30" },
		{ "0930", "", "09:30" },
		{ "1330", "", "13:30" },
		{ "13:30", "", "13:30" },
		{ "9:05", "", "09:05" },
		{ "9.05", "", "09:05" },
		{ "24", "", "24:00" },
		{ "１３：３０", "", "13:30" },
		{ "+90", "09:30", "11:00" },
		{ "＋90", "09:30", "11:00" },
		{ "+0", "09:30", "09:30" },
		{ "+870", "09:30", "24:00" },
		/* what is refused */
		{ "", "", NULL },
		{ "25", "", NULL },
		{ "960", "", NULL },
		{ "2401", "", NULL },
		{ "9:5", "", NULL },
		{ "9:", "", NULL },
		{ ":30", "", NULL },
		{ "9h30", "", NULL },
		{ "-9", "", NULL },
		{ "093000", "", NULL },
		{ "123456789", "", NULL },
		{ "+90", "", NULL },
		{ "+", "09:30", NULL },
		{ "+x", "09:30", NULL },
		{ "+871", "09:30", NULL },
		{ "九", "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		char time[HOUR_SIZE] = "";
		struct err err = { 0 };
		bool ok = hour_parse_input(table[i].typed, table[i].start, time, &err);

		if (ok != (table[i].expected != NULL))
			fail_msg("\"%s\" is %s", table[i].typed, ok ? time : err.text);
		if (ok)
			assert_string_equal(time, table[i].expected);
		else
			assert_int_equal(err.code, ERR_INPUT);
	}
}

static void
stored_times_are_minutes_of_the_day(void **state)
{
	static const struct { const char *time; int minutes; } table[] = {
		{ "00:00", 0 }, { "09:30", 570 }, { "23:59", 1439 }, { "24:00", 1440 },
		{ "24:01", -1 }, { "9:30", -1 }, { "09:60", -1 }, { "09-30", -1 }, { "", -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		char time[HOUR_SIZE];

		assert_int_equal(hour_minutes(table[i].time), table[i].minutes);
		if (table[i].minutes < 0)
			continue;
		hour_from_minutes(table[i].minutes, time);
		assert_string_equal(time, table[i].time);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_clerks_type_for_a_time),
		cmocka_unit_test(stored_times_are_minutes_of_the_day),
	};

	return cmocka_run_group_tests_name("hour", tests, NULL, NULL);
}
