/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clocks of Ulaanbaatar were put on at 02:00 of 2016-03-26 and back at 00:00 of
 * 2016-09-24; those of New York go the other way round the day.
 */
#include "test.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/zone.h"
#include "domain/wall_time.h"

static struct zone *
zone_of(const char *id)
{
	struct zone *zone = zone_open(id, NULL);

	if (zone == NULL)
		skip();
	return zone;
}

static void
wall_times_are_shown_once_twice_or_never(void **state)
{
	static const struct {
		const char *zone, *day, *time;
		enum wall_time_case is;
		const char *utc;
	} table[] = {
		{ "Asia/Seoul", "2010-10-28", "09:30", WALL_TIME_ONCE, "00:30 UTC" },
		{ "Asia/Seoul", "2010-10-28", "08:59", WALL_TIME_ONCE, "2010-10-27 23:59 UTC" },
		{ "Asia/Seoul", "2010-10-28", "24:00", WALL_TIME_ONCE, "15:00 UTC" },
		{ "Asia/Ulaanbaatar", "2016-03-26", "01:59", WALL_TIME_ONCE, "2016-03-25 17:59 UTC" },
		{ "Asia/Ulaanbaatar", "2016-03-26", "02:30", WALL_TIME_NEVER, "2016-03-25 18:30 UTC" },
		{ "Asia/Ulaanbaatar", "2016-03-26", "03:00", WALL_TIME_ONCE, "2016-03-25 18:00 UTC" },
		{ "Asia/Ulaanbaatar", "2016-09-23", "23:30", WALL_TIME_TWICE, "14:30 UTC" },
		{ "America/New_York", "2012-11-04", "01:30", WALL_TIME_TWICE, "05:30 UTC" },
		{ "America/New_York", "2012-03-11", "02:00", WALL_TIME_NEVER, "07:00 UTC" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct zone *zone = zone_of(table[i].zone);
		struct buf utc = { 0 };
		int64_t instant;

		assert_int_equal(wall_time_instant(zone, table[i].day, table[i].time, &instant),
		    table[i].is);
		wall_time_show_utc(zone, table[i].day, table[i].time, &utc);
		assert_string_equal(buf_text(&utc), table[i].utc);
		buf_done(&utc);
		zone_close(zone);
	}
}

static void
gap_is_refused_with_the_time_to_write(void **state)
{
	struct zone *zone = zone_of("Asia/Ulaanbaatar");
	struct err err = { 0 };

	(void)state;
	assert_false(wall_time_check(zone, "Asia/Ulaanbaatar", "2016-03-26", "02:30", &err));
	assert_int_equal(err.code, ERR_INPUT);
	assert_non_null(strstr(err.text, "03:30"));
	assert_true(wall_time_check(zone, "Asia/Ulaanbaatar", "2016-03-26", "03:30", &err));
	zone_close(zone);
}

static void
first_of_two_is_told(void **state)
{
	struct zone *zone = zone_of("Asia/Ulaanbaatar");
	struct buf said = { 0 };

	(void)state;
	wall_time_say_twice(zone, "Asia/Ulaanbaatar", "2016-09-23", "22:30", &said);
	assert_int_equal(said.length, 0);
	wall_time_say_twice(zone, "Asia/Ulaanbaatar", "2016-09-23", "23:30", &said);
	assert_non_null(strstr(buf_text(&said), "twice"));
	buf_done(&said);
	zone_close(zone);
}

static void
instant_is_what_the_clock_shows(void **state)
{
	static const struct { const char *day, *time; } table[] = {
		{ "2016-03-26", "03:00" }, { "2012-07-24", "09:30" }, { "1969-12-31", "23:59" },
	};
	struct zone *zone = zone_of("Asia/Ulaanbaatar");

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		char day[DAY_SIZE], time[HOUR_SIZE];
		int64_t instant;

		wall_time_instant(zone, table[i].day, table[i].time, &instant);
		wall_time_of(zone, instant, day, time);
		assert_string_equal(day, table[i].day);
		assert_string_equal(time, table[i].time);
	}
	zone_close(zone);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wall_times_are_shown_once_twice_or_never),
		cmocka_unit_test(gap_is_refused_with_the_time_to_write),
		cmocka_unit_test(first_of_two_is_told),
		cmocka_unit_test(instant_is_what_the_clock_shows),
	};

	return cmocka_run_group_tests_name("wall_time", tests, NULL, NULL);
}
