/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/day.h -- days as text, known whole or in part
 *
 * A day is "2010-10-28", "2010-10", "2010" or "" (not known): what is stored is
 * what is written here, there is no struct. A prefix sorts before what it
 * begins, so days of any precision compare with strcmp, in C as in SQL, and no
 * column says how precise one is. Years are 1000 to 9999 of the Gregorian
 * calendar; arithmetic stops at their ends.
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

struct buf;
struct err;
struct language;

enum { DAY_SIZE = 11 };		/* "2010-10-28" and its NUL */

/* What is known of a day: 0 where it is not. */
struct day_parts {
	int year;	/* 1000..9999 */
	int month;	/* 1..12 */
	int day;	/* 1..31 */
};

/* False, and all 0, for what is no day. "" is one, of which nothing is known. */
bool day_split(const char *day, struct day_parts *ret_parts);
/* The other way. Refuses what is in no calendar: ret_day is then as it was. */
bool day_join(int year, int month, int day, char ret_day[DAY_SIZE]);

/* Is it a day, whole or in part? Says how to write one. */
bool day_check(const char *day, struct err *err);
/* Is it known to the day? */
bool day_is_whole(const char *day);

/* The first and the last day that a day known in part may be; not for "". */
void day_first(const char *day, char ret_day[DAY_SIZE]);
void day_last(const char *day, char ret_day[DAY_SIZE]);

/*
 * Whole days only from here on; another is a mistake of the caller.
 * Numbers are days since 1970-01-01.
 */
int32_t day_to_number(const char *day);
void day_from_number(int32_t number, char ret_day[DAY_SIZE]);
void day_add_days(const char *day, int days, char ret_day[DAY_SIZE]);
/* The 31st becomes the last day of a shorter month. */
void day_add_months(const char *day, int months, char ret_day[DAY_SIZE]);
/* 0 is Sunday, 6 Saturday. */
int day_weekday(const char *day);
int day_month_length(int year, int month);

/* The day it is in a zone ("Asia/Seoul"); in UTC when there is no such zone. */
void day_today(const char *zone, char ret_day[DAY_SIZE]);

#endif
