/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/zone.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"

/* When in a year the clock changes, as the POSIX string at the file's end says. */
struct change {
	enum { ON_MONTH, ON_JULIAN, ON_ORDINAL } how;
	int month;	/* ON_MONTH: 1..12 */
	int week;	/* ON_MONTH: 1..5, 5 is the last */
	int day;	/* ON_MONTH: weekday 0..6; ON_JULIAN: 1..365; ON_ORDINAL: 0..365 */
	int32_t time;	/* seconds after midnight of the wall clock before the change */
};

struct zone {
	size_t count;		/* of transitions */
	int64_t *at;		/* instants, rising */
	int32_t *after;		/* offset from each of them on */
	int32_t before;		/* offset before the first of them */

	/* What holds after the last one, for ever. */
	bool has_rule;
	bool has_summer;
	int32_t standard;	/* offsets */
	int32_t summer;
	struct change summer_begins;
	struct change summer_ends;
};

enum {
	HEADER_SIZE = 44,
	MOST_FILE = 1 << 16,	/* bytes; the longest of the database has 4 kB */
	MOST_COUNT = 10000,	/* of anything in a file */
	MOST_ID = 60,
	DAY_SECONDS = 86400,
	/* No clock is or was this far from Greenwich. */
	MOST_OFFSET = 16 * 3600,
};

/* The six counts of a TZif header, in its order. */
struct counts {
	int64_t ut_marks, standard_marks, leaps, transitions, types, letters;
};

static int64_t
big_endian(const unsigned char *bytes, int size)
{
	uint64_t value = (bytes[0] & 0x80) != 0 ? ~(uint64_t)0 : 0;

	for (int i = 0; i < size; i++)
		value = value << 8 | bytes[i];
	return (int64_t)value;
}

static bool
is_header(const unsigned char *bytes, size_t size)
{
	return size >= HEADER_SIZE && memcmp(bytes, "TZif", 4) == 0;
}

static bool
read_counts(const unsigned char *bytes, size_t size, struct counts *ret_counts)
{
	int64_t count[6];

	if (!is_header(bytes, size))
		return false;
	for (int i = 0; i < 6; i++) {
		count[i] = big_endian(bytes + 20 + 4 * i, 4);
		if (count[i] < 0 || count[i] > MOST_COUNT)
			return false;
	}
	*ret_counts = (struct counts){ count[0], count[1], count[2], count[3], count[4], count[5] };
	return true;
}

/* Bytes of a block whose times have time_size bytes, header included. */
static size_t
block_size(const struct counts *counts, int time_size)
{
	return (size_t)(HEADER_SIZE + counts->transitions * (time_size + 1) + counts->types * 6 +
	    counts->letters + counts->leaps * (time_size + 4) + counts->standard_marks +
	    counts->ut_marks);
}

/* Names of zones are of no use here: "KST", or "<+09>". NULL without one. */
static const char *
skip_name(const char *text)
{
	const char *end = text;

	if (*text == '<') {
		end = strchr(text, '>');
		return end != NULL ? end + 1 : NULL;
	}
	while (isalpha((unsigned char)*end))
		end++;
	return end > text ? end : NULL;
}

/* A number of at most most; NULL when it is none. */
static const char *
read_number(const char *text, int most, int *ret_number)
{
	int number = 0;

	if (!isdigit((unsigned char)*text))
		return NULL;
	for (; isdigit((unsigned char)*text); text++) {
		number = number * 10 + (*text - '0');
		if (number > most)
			return NULL;
	}
	*ret_number = number;
	return text;
}

/* "[+-]hh[:mm[:ss]]"; up to 167 hours, as newer files have it. */
static const char *
read_time(const char *text, int32_t *ret_seconds)
{
	static const int unit[] = { 3600, 60, 1 }, most[] = { 167, 59, 59 };
	bool negative = *text == '-';
	int32_t seconds = 0;

	if (*text == '-' || *text == '+')
		text++;
	for (int i = 0; i < 3 && text != NULL && (i == 0 || *text == ':'); i++) {
		int number;

		text = read_number(i > 0 ? text + 1 : text, most[i], &number);
		if (text != NULL)
			seconds += number * unit[i];
	}
	*ret_seconds = negative ? -seconds : seconds;
	return text;
}

static const char *
read_month_day(const char *text, struct change *change)
{
	change->how = ON_MONTH;
	text = read_number(text, 12, &change->month);
	if (text == NULL || *text != '.' || change->month < 1)
		return NULL;
	text = read_number(text + 1, 5, &change->week);
	if (text == NULL || *text != '.' || change->week < 1)
		return NULL;
	return read_number(text + 1, 6, &change->day);
}

/* ",M3.2.0/2", ",J60", ",59" */
static const char *
read_change(const char *text, struct change *change)
{
	if (*text++ != ',')
		return NULL;
	if (*text == 'M') {
		text = read_month_day(text + 1, change);
	} else {
		change->how = *text == 'J' ? ON_JULIAN : ON_ORDINAL;
		text = read_number(change->how == ON_JULIAN ? text + 1 : text, 365, &change->day);
	}
	change->time = 2 * 3600;
	return text != NULL && *text == '/' ? read_time(text + 1, &change->time) : text;
}

/* "KST-9", "EST5EDT,M3.2.0,M11.1.0": the signs count towards the west. */
static bool
read_rule(const char *text, struct zone *zone)
{
	if ((text = skip_name(text)) == NULL || (text = read_time(text, &zone->standard)) == NULL)
		return false;
	zone->standard = -zone->standard;
	zone->has_rule = true;
	if (*text == '\0')
		return true;
	if ((text = skip_name(text)) == NULL)
		return false;
	zone->summer = -(zone->standard + 3600);
	if (*text != ',' && (text = read_time(text, &zone->summer)) == NULL)
		return false;
	zone->summer = -zone->summer;
	zone->has_summer = true;
	return (text = read_change(text, &zone->summer_begins)) != NULL &&
	    (text = read_change(text, &zone->summer_ends)) != NULL && *text == '\0';
}

/* The last line of the file, between two newlines. Empty: no rule. */
static bool
read_footer(const unsigned char *bytes, size_t size, struct zone *zone)
{
	const unsigned char *end;

	if (size == 0 || bytes[0] != '\n' || (end = memchr(bytes + 1, '\n', size - 1)) == NULL)
		return false;
	if (end == bytes + 1)
		return true;
	char *text = mem_strndup((const char *)bytes + 1, (size_t)(end - bytes - 1));
	bool ok = read_rule(text, zone);
	free(text);
	return ok;
}

static bool
read_transitions(const unsigned char *bytes, const struct counts *counts, int time_size,
    struct zone *zone)
{
	size_t count = (size_t)counts->transitions;
	const unsigned char *which = bytes + count * (size_t)time_size;
	const unsigned char *types = which + count;

	zone->before = (int32_t)big_endian(types, 4);
	zone->count = count;
	zone->at = mem_grow(NULL, count + 1, sizeof *zone->at);
	zone->after = mem_grow(NULL, count + 1, sizeof *zone->after);
	for (size_t i = 0; i < count; i++) {
		if (which[i] >= counts->types)
			return false;
		zone->at[i] = big_endian(bytes + i * (size_t)time_size, time_size);
		zone->after[i] = (int32_t)big_endian(types + 6 * which[i], 4);
		if (i > 0 && zone->at[i] <= zone->at[i - 1])
			return false;
	}
	return true;
}

/* Version 1 has times of 4 bytes; later ones repeat all with 8, and add a rule. */
static bool
read_file(const unsigned char *bytes, size_t size, struct zone *zone)
{
	struct counts counts;
	int time_size = 4;

	if (!read_counts(bytes, size, &counts))
		return false;
	if (bytes[4] >= '2') {
		size_t old = block_size(&counts, 4);

		time_size = 8;
		if (old > size || !read_counts(bytes + old, size - old, &counts))
			return false;
		bytes += old;
		size -= old;
	}
	/* With leap seconds ("right/...") the instants are none of the world's. */
	size_t block = block_size(&counts, time_size);
	if (block > size || counts.types < 1 || counts.leaps > 0)
		return false;
	return read_transitions(bytes + HEADER_SIZE, &counts, time_size, zone) &&
	    (time_size == 4 || read_footer(bytes + block, size - block, zone));
}

struct zone *
zone_read(const unsigned char *bytes, size_t size)
{
	struct zone *zone = mem_alloc(sizeof *zone);

	if (read_file(bytes, size, zone))
		return zone;
	zone_close(zone);
	return NULL;
}

static bool
is_name(const char *id)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789_+-/";
	size_t length = strlen(id);

	return length > 0 && length <= MOST_ID && id[0] != '/' && strspn(id, letters) == length;
}

static FILE *
open_file(const char *id)
{
	const char *const folders[] = { getenv("TZDIR"), "/usr/share/zoneinfo",
	    "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo" };
	char path[512];
	FILE *file = NULL;

	for (size_t i = 0; i < sizeof folders / sizeof folders[0] && file == NULL; i++)
		if (folders[i] != NULL && snprintf(path, sizeof path, "%s/%s", folders[i], id) <
		    (int)sizeof path)
			file = fopen(path, "rb");
	return file;
}

struct zone *
zone_open(const char *id, struct err *err)
{
	FILE *file = is_name(id) ? open_file(id) : NULL;
	struct zone *zone = NULL;

	if (file != NULL) {
		unsigned char *bytes = mem_alloc(MOST_FILE);

		zone = zone_read(bytes, fread(bytes, 1, MOST_FILE, file));
		free(bytes);
		fclose(file);
	}
	if (zone == NULL)
		err_set(err, ERR_INPUT,
		    _("No time zone \"%s\" is known here: write it like Asia/Seoul."), id);
	return zone;
}

void
zone_close(struct zone *zone)
{
	if (zone == NULL)
		return;
	free(zone->at);
	free(zone->after);
	free(zone);
}

bool
zone_check(const char *id, struct err *err)
{
	struct zone *zone = zone_open(id, err);

	zone_close(zone);
	return zone != NULL;
}

static bool
is_leap(int64_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Days from 1970-01-01 to the first of January of a year. */
static int64_t
new_year(int64_t year)
{
	int64_t past = year - 1;

	return 365 * (year - 1970) + floor_div(past, 4) - floor_div(past, 100) +
	    floor_div(past, 400) - 477;
}

static int64_t
year_of(int64_t seconds)
{
	int64_t days = floor_div(seconds, DAY_SECONDS);
	int64_t year = 1970 + floor_div(days * 400, 146097);

	while (new_year(year) > days)
		year--;
	while (new_year(year + 1) <= days)
		year++;
	return year;
}

/* Days of the year before a month; month 13 is the year's end. */
static int
month_start(int64_t year, int month)
{
	static const int start[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

	return start[month - 1] + (month > 2 && is_leap(year));
}

static int64_t
day_of_month_rule(const struct change *change, int64_t year)
{
	int64_t first = new_year(year) + month_start(year, change->month);
	int64_t next = new_year(year) + month_start(year, change->month + 1);
	int weekday = (int)(((first + 4) % 7 + 7) % 7);
	int64_t day = first + (change->day - weekday + 7) % 7 + 7 * (change->week - 1);

	return day < next ? day : day - 7;
}

/* The wall time, of the clock before the change, at which it comes that year. */
static int64_t
change_wall(const struct change *change, int64_t year)
{
	int64_t day;

	if (change->how == ON_MONTH)
		day = day_of_month_rule(change, year);
	else if (change->how == ON_JULIAN)	/* 29 February is not counted */
		day = new_year(year) + change->day - 1 + (is_leap(year) && change->day >= 60);
	else
		day = new_year(year) + change->day;
	return day * DAY_SECONDS + change->time;
}

static int32_t
rule_offset(const struct zone *zone, int64_t instant)
{
	if (!zone->has_summer)
		return zone->standard;
	int64_t year = year_of(instant + zone->standard);
	int64_t begins = change_wall(&zone->summer_begins, year) - zone->standard;
	int64_t ends = change_wall(&zone->summer_ends, year) - zone->summer;
	bool summer = begins < ends ?	/* else it is south of the equator */
	    instant >= begins && instant < ends : instant >= begins || instant < ends;

	return summer ? zone->summer : zone->standard;
}

/* How many transitions are at the instant or before it. */
static size_t
past_transitions(const struct zone *zone, int64_t instant)
{
	size_t low = 0, high = zone->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (zone->at[middle] <= instant)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int32_t
zone_offset(const struct zone *zone, int64_t instant)
{
	size_t past = past_transitions(zone, instant);

	if (past == zone->count && zone->has_rule)
		return rule_offset(zone, instant);
	return past > 0 ? zone->after[past - 1] : zone->before;
}

int64_t
zone_wall(const struct zone *zone, int64_t instant)
{
	return instant + zone_offset(zone, instant);
}

int
zone_instants(const struct zone *zone, int64_t wall, int64_t ret_instants[2])
{
	/* Of the offsets on both sides of a change, the greater shows a time earlier. */
	int32_t before = zone_offset(zone, wall - MOST_OFFSET);
	int32_t after = zone_offset(zone, wall + MOST_OFFSET);
	int32_t greater = before > after ? before : after;
	int32_t smaller = before > after ? after : before;
	int count = 0;

	if (zone_offset(zone, wall - greater) == greater)
		ret_instants[count++] = wall - greater;
	if (smaller != greater && zone_offset(zone, wall - smaller) == smaller)
		ret_instants[count++] = wall - smaller;
	if (count == 0)
		ret_instants[0] = wall - before;
	return count;
}
