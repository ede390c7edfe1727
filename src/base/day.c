/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/day.h"

#include <assert.h>
#include <string.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/zone.h"

enum {
	FIRST_YEAR = 1000,
	LAST_YEAR = 9999,
	FIRST_NUMBER = -354285,	/* 1000-01-01 */
	LAST_NUMBER = 2932896,	/* 9999-12-31 */
};

int
day_month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	assert(month >= 1 && month <= 12);
	return lengths[month - 1] + (month == 2 && leap);
}

static bool
is_possible(int year, int month, int day)
{
	if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || month > 12)
		return false;
	if (month == 0)
		return day == 0;
	return day >= 0 && day <= day_month_length(year, month);
}

/* Exactly count digits at text; -1 when they are not there. */
static int
digits(const char *text, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

/* Two digits behind a hyphen; 0, which no month and no day is, for others. */
static int
second_part(const char *text)
{
	int value = text[0] == '-' ? digits(text + 1, 2) : 0;

	return value > 0 ? value : 0;
}

bool
day_split(const char *day, struct day_parts *ret_parts)
{
	size_t length = strlen(day);
	struct day_parts parts = { 0 };

	*ret_parts = parts;
	if (length == 0)
		return true;
	if (length != 4 && length != 7 && length != 10)
		return false;
	parts.year = digits(day, 4);
	if (length >= 7 && (parts.month = second_part(day + 4)) == 0)
		return false;
	if (length == 10 && (parts.day = second_part(day + 7)) == 0)
		return false;
	if (!is_possible(parts.year, parts.month, parts.day))
		return false;
	*ret_parts = parts;
	return true;
}

/* "-10" at text; returns what is behind it. */
static char *
put_part(char *text, int number)
{
	text[0] = '-';
	text[1] = (char)('0' + number / 10);
	text[2] = (char)('0' + number % 10);
	return text + 3;
}

/* By hand: a payment asks for today several times, and snprintf took most of that. */
bool
day_join(int year, int month, int day, char ret_day[DAY_SIZE])
{
	char *end = ret_day + 4;

	if (!is_possible(year, month, day))
		return false;
	for (char *digit = end; digit > ret_day; year /= 10)
		*--digit = (char)('0' + year % 10);
	if (month > 0)
		end = put_part(end, month);
	if (day > 0)
		end = put_part(end, day);
	*end = '\0';
	return true;
}

bool
day_check(const char *day, struct err *err)
{
	struct day_parts parts;

	if (day_split(day, &parts))
		return true;
	return err_set(err, ERR_INPUT,
	    _("\"%s\" is no day: write 2010-10-28, or 2010-10 or 2010 where no more is known."), day);
}

bool
day_is_whole(const char *day)
{
	struct day_parts parts;

	return day_split(day, &parts) && parts.day > 0;
}

void
day_first(const char *day, char ret_day[DAY_SIZE])
{
	struct day_parts parts;
	bool known = day_split(day, &parts) && parts.year > 0;

	assert(known);
	(void)known;
	day_join(parts.year, parts.month > 0 ? parts.month : 1, parts.day > 0 ? parts.day : 1,
	    ret_day);
}

void
day_last(const char *day, char ret_day[DAY_SIZE])
{
	struct day_parts parts;
	bool known = day_split(day, &parts) && parts.year > 0;

	assert(known);
	(void)known;
	int month = parts.month > 0 ? parts.month : 12;
	day_join(parts.year, month,
	    parts.day > 0 ? parts.day : day_month_length(parts.year, month), ret_day);
}

/* Howard Hinnant's days_from_civil: years begin in March, so leap days end them. */
static int32_t
number_of(int year, int month, int day)
{
	int shifted = month <= 2 ? year - 1 : year;
	int era = shifted / 400, year_of_era = shifted % 400;
	int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	    day_of_year - 719468;
}

int32_t
day_to_number(const char *day)
{
	struct day_parts parts;
	bool whole = day_split(day, &parts) && parts.day > 0;

	assert(whole);
	(void)whole;
	return number_of(parts.year, parts.month, parts.day);
}

void
day_from_number(int32_t number, char ret_day[DAY_SIZE])
{
	if (number < FIRST_NUMBER)
		number = FIRST_NUMBER;
	if (number > LAST_NUMBER)
		number = LAST_NUMBER;
	int shifted = number + 719468;
	int era = shifted / 146097, day_of_era = shifted % 146097;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
	    day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month_from_march = (5 * day_of_year + 2) / 153;
	int month = month_from_march + (month_from_march < 10 ? 3 : -9);

	day_join(era * 400 + year_of_era + (month <= 2), month,
	    day_of_year - (153 * month_from_march + 2) / 5 + 1, ret_day);
}

void
day_add_days(const char *day, int days, char ret_day[DAY_SIZE])
{
	int64_t number = (int64_t)day_to_number(day) + days;

	day_from_number(number < FIRST_NUMBER ? FIRST_NUMBER :
	    number > LAST_NUMBER ? LAST_NUMBER : (int32_t)number, ret_day);
}

void
day_add_months(const char *day, int months, char ret_day[DAY_SIZE])
{
	struct day_parts parts;
	bool whole = day_split(day, &parts) && parts.day > 0;

	assert(whole);
	(void)whole;
	int64_t month = (int64_t)parts.year * 12 + parts.month - 1 + months;
	int64_t year = month / 12;
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		day_from_number(year < FIRST_YEAR ? FIRST_NUMBER : LAST_NUMBER, ret_day);
		return;
	}
	int length = day_month_length((int)year, (int)(month % 12) + 1);
	day_join((int)year, (int)(month % 12) + 1, parts.day < length ? parts.day : length, ret_day);
}

int
day_weekday(const char *day)
{
	int weekday = (day_to_number(day) + 4) % 7;	/* 1970-01-01 was a Thursday */

	return weekday < 0 ? weekday + 7 : weekday;
}

void
day_today(const char *zone, char ret_day[DAY_SIZE])
{
	struct zone *place = zone_open(zone, NULL);

	day_today_in(place, ret_day);
	zone_close(place);
}

void
day_today_in(const struct zone *zone, char ret_day[DAY_SIZE])
{
	int64_t now = clock_now_ms() / 1000;
	int64_t wall = zone != NULL ? zone_wall(zone, now) : now;

	day_from_number((int32_t)(wall / 86400 - (wall % 86400 < 0)), ret_day);
}
