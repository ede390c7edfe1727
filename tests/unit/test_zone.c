/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/day.h"
#include "base/err.h"
#include "base/zone.h"

static const char zones_folder[] = "/usr/share/zoneinfo";

enum { INSTANTS = 400, HOUR = 3600, DAY = 24 * HOUR };

static void
needs_the_zones(void)
{
	if (getenv("TZDIR") == NULL && !zone_check("Asia/Seoul", NULL))
		skip();
}

static int64_t
wall(const char *day, int hour, int minute)
{
	return (int64_t)day_to_number(day) * DAY + hour * HOUR + minute * 60;
}

static void
offset_is_that_of_the_instant(void **state)
{
	static const struct { const char *zone, *day; int hour, offset; } table[] = {
		{ "Asia/Seoul", "2010-10-28", 0, 9 * HOUR },
		{ "Asia/Seoul", "1988-07-01", 0, 10 * HOUR },	/* summer of the Olympics */
		{ "Asia/Tokyo", "2026-07-01", 0, 9 * HOUR },
		{ "Asia/Shanghai", "2026-07-01", 0, 8 * HOUR },
		{ "Asia/Shanghai", "1988-07-01", 0, 9 * HOUR },
		{ "Asia/Pyongyang", "2015-08-14", 14, 9 * HOUR },
		{ "Asia/Pyongyang", "2015-08-14", 16, 8 * HOUR + HOUR / 2 },
		{ "Asia/Pyongyang", "2018-05-05", 0, 9 * HOUR },
		{ "Asia/Ulaanbaatar", "2016-07-01", 0, 9 * HOUR },
		{ "Asia/Ulaanbaatar", "2017-07-01", 0, 8 * HOUR },
		{ "Asia/Kamchatka", "2009-07-01", 0, 13 * HOUR },
		{ "Asia/Kamchatka", "2010-12-01", 0, 11 * HOUR },
		{ "Asia/Vladivostok", "2012-01-01", 0, 11 * HOUR },
		{ "America/New_York", "2100-07-01", 0, -4 * HOUR },
		{ "America/New_York", "2100-12-01", 0, -5 * HOUR },
		{ "Australia/Sydney", "2100-12-01", 0, 11 * HOUR },
		{ "Asia/Kathmandu", "2026-01-01", 0, 5 * HOUR + 45 * 60 },
		{ "UTC", "1900-01-01", 0, 0 },
	};

	(void)state;
	needs_the_zones();
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct zone *zone = zone_open(table[i].zone, NULL);

		assert_non_null(zone);
		assert_int_equal(zone_offset(zone, wall(table[i].day, table[i].hour, 0)),
		    table[i].offset);
		zone_close(zone);
	}
}

static void
wall_time_has_no_one_or_two_instants(void **state)
{
	static const struct { const char *zone, *day; int hour, minute, count, first, second; }
	table[] = {
		{ "Asia/Seoul", "2026-04-13", 9, 0, 1, 9 * HOUR, 0 },
		{ "Asia/Ulaanbaatar", "2016-03-26", 1, 59, 1, 8 * HOUR, 0 },
		{ "Asia/Ulaanbaatar", "2016-03-26", 2, 30, 0, 8 * HOUR, 0 },
		{ "Asia/Ulaanbaatar", "2016-03-26", 3, 0, 1, 9 * HOUR, 0 },
		{ "Asia/Ulaanbaatar", "2016-09-23", 22, 59, 1, 9 * HOUR, 0 },
		{ "Asia/Ulaanbaatar", "2016-09-23", 23, 30, 2, 9 * HOUR, 8 * HOUR },
		{ "Asia/Ulaanbaatar", "2016-09-24", 0, 0, 1, 8 * HOUR, 0 },
		{ "Asia/Pyongyang", "2018-05-04", 23, 45, 0, 8 * HOUR + HOUR / 2, 0 },
		{ "America/New_York", "2090-03-12", 2, 30, 0, -5 * HOUR, 0 },
		{ "America/New_York", "2090-11-05", 1, 30, 2, -4 * HOUR, -5 * HOUR },
		/* The day that Samoa left out. */
		{ "Pacific/Apia", "2011-12-30", 12, 0, 0, -10 * HOUR, 0 },
	};

	(void)state;
	needs_the_zones();
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct zone *zone = zone_open(table[i].zone, NULL);
		int64_t clock = wall(table[i].day, table[i].hour, table[i].minute);
		int64_t instants[2] = { 0, 0 };

		assert_int_equal(zone_instants(zone, clock, instants), table[i].count);
		assert_int_equal(instants[0], clock - table[i].first);
		if (table[i].count == 2)
			assert_int_equal(instants[1], clock - table[i].second);
		zone_close(zone);
	}
}

static void
unknown_and_odd_names_are_refused(void **state)
{
	static const char *const names[] = { "", "Asia/Soul", "/etc/passwd", "../zoneinfo/UTC",
		"Asia", "Asia/Seoul ", "tzdata.zi", "Азия/Сеул" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct err err = { 0 };

		assert_false(zone_check(names[i], &err));
		assert_int_equal(err.code, ERR_INPUT);
	}
}

static void
damaged_file_is_no_zone(void **state)
{
	unsigned char bytes[4096], bent[4096];
	FILE *file = fopen("/usr/share/zoneinfo/America/New_York", "rb");

	(void)state;
	if (file == NULL)
		skip();
	size_t size = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	for (size_t cut = 0; cut < size; cut++)
		assert_null(zone_read(bytes, cut));
	for (int round = 0; round < 20000; round++) {
		memcpy(bent, bytes, size);
		for (int n = 0; n < 3; n++)
			bent[(size_t)rand() % size] = (unsigned char)rand();
		struct zone *zone = zone_read(bent, size);
		int64_t instants[2];

		if (zone != NULL)
			zone_instants(zone, (int64_t)rand() * 8, instants);
		zone_close(zone);
	}
}

/* Instants from 1850 to 2200, and those around every turn of a year or summer. */
static int64_t
random_instant(void)
{
	int64_t span = (int64_t)350 * 365 * DAY;

	return (((int64_t)rand() << 31) + rand()) % span - (int64_t)120 * 365 * DAY;
}

static int zones_seen, twice_seen, never_seen;

static int32_t
offset_of_glibc(int64_t instant)
{
	time_t seconds = (time_t)instant;
	struct tm tm;

	localtime_r(&seconds, &tm);
	return (int32_t)tm.tm_gmtoff;
}

/* Every instant whose clock shows this wall time, found the long way. */
static int
count_instants(const struct zone *zone, int64_t clock)
{
	int32_t seen[8];
	int count = 0, offsets = 0;

	for (int64_t at = clock - 30 * HOUR; at <= clock + 30 * HOUR; at += 900) {
		int32_t offset = zone_offset(zone, at);
		int i = 0;

		while (i < offsets && seen[i] != offset)
			i++;
		if (i == offsets && offsets < 8)
			seen[offsets++] = offset;
	}
	for (int i = 0; i < offsets; i++)
		count += zone_offset(zone, clock - seen[i]) == seen[i];
	return count;
}

static void
compare_instant(const char *id, const struct zone *zone, int64_t instant)
{
	int64_t instants[2];

	if (zone_offset(zone, instant) != offset_of_glibc(instant))
		fail_msg("%s at %lld: %d, glibc says %d", id, (long long)instant,
		    (int)zone_offset(zone, instant), (int)offset_of_glibc(instant));
	int64_t clock = zone_wall(zone, instant);
	int count = zone_instants(zone, clock, instants);

	if (count == 0 || (instants[0] != instant && (count == 1 || instants[1] != instant)))
		fail_msg("%s at %lld: its clock leads elsewhere", id, (long long)instant);
	assert_true(count == 1 || instants[0] < instants[1]);
	twice_seen += count == 2;
}

/* Look closely where the offset changes between two instants. */
static void
compare_change(const char *id, const struct zone *zone, int64_t low, int64_t high)
{
	int32_t old = zone_offset(zone, low);

	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;

		if (zone_offset(zone, middle) == old)
			low = middle;
		else
			high = middle;
	}
	for (int64_t near = -2 * HOUR; near <= 2 * HOUR; near += 600) {
		int64_t instants[2], clock = high + old + near;
		int count = zone_instants(zone, clock, instants);

		compare_instant(id, zone, high + near);
		if (count != count_instants(zone, clock))
			fail_msg("%s: wall %lld has %d instants, not %d", id, (long long)clock,
			    count_instants(zone, clock), count);
		never_seen += count == 0;
	}
}

static int
compare_zone(const char *path, const struct stat *status, int kind, struct FTW *where)
{
	const char *id = path + sizeof zones_folder;
	struct zone *zone;

	(void)status;
	(void)where;
	if (kind != FTW_F || strncmp(id, "right/", 6) == 0 || (zone = zone_open(id, NULL)) == NULL)
		return 0;
	setenv("TZ", id, 1);
	tzset();
	for (int i = 0; i < INSTANTS; i++) {
		int64_t instant = random_instant(), later = instant + 40 * DAY;

		compare_instant(id, zone, instant);
		if (i % 8 == 0 && zone_offset(zone, instant) != zone_offset(zone, later))
			compare_change(id, zone, instant, later);
	}
	zone_close(zone);
	zones_seen++;
	return 0;
}

static void
every_zone_agrees_with_the_c_library(void **state)
{
	(void)state;
	if (getenv("TZDIR") != NULL || nftw(zones_folder, compare_zone, 8, FTW_PHYS) != 0 ||
	    zones_seen == 0)
		skip();
	printf("# %d zones, %d times twice, %d never\n", zones_seen, twice_seen, never_seen);
	assert_true(twice_seen > 0);
	assert_true(never_seen > 0);
	setenv("TZ", "UTC", 1);
	tzset();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(offset_is_that_of_the_instant),
		cmocka_unit_test(wall_time_has_no_one_or_two_instants),
		cmocka_unit_test(unknown_and_odd_names_are_refused),
		cmocka_unit_test(damaged_file_is_no_zone),
		cmocka_unit_test(every_zone_agrees_with_the_c_library),
	};
	const char *given = getenv("SEED");
	unsigned seed = given != NULL ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);

	printf("# SEED=%u\n", seed);
	srand(seed);
	return cmocka_run_group_tests_name("zone", tests, NULL, NULL);
}
