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
struct catalogue;
struct err;
struct zone;

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
/* The same for who asks often and holds the zone open; NULL is UTC. */
void day_today_in(const struct zone *zone, char ret_day[DAY_SIZE]);

/*
 * What a clerk types for a day, in the order of the catalogue's language; where
 * only the other order makes sense, in that one:
 *
 *	27		of this month		0 t today	today
 *	2704 27.4 27/4	of this year		+7 -1 +2w +1m	from today
 *	20260427 27.4.26 2026-04-27		thu Thursday	the first from today on
 *	27 April 2026	2026年4月27日		2010-10 2010	no more is known
 *
 * Digits and signs may be full-width. Four digits from 1900 to 2099 are a year:
 * what is stored is read as what it is. Empty is "", not known. Refuses what is
 * no day of the calendar. today is a whole day.
 */
bool day_parse_input(const char *typed, const char *today, const struct catalogue *in,
    char ret_day[DAY_SIZE], struct err *err);

/*
 * Days in a catalogue's words, appended; as much of them as is known, and for
 * "" that it is not known.
 */

/* "Monday, April 13, 2026" */
void day_show_long(struct buf *out, const struct catalogue *in, const char *day);
/* "Mon 13 Apr 2026" */
void day_show_short(struct buf *out, const struct catalogue *in, const char *day);
/* "Mon 13 Apr" */
void day_show_near(struct buf *out, const struct catalogue *in, const char *day);

/* "in 17 days", "yesterday"; whole days. */
void day_show_distance(struct buf *out, const struct catalogue *in, const char *day,
    const char *today);
/* "Thu, in 17 days": what a typed date does not say. Nothing unless it is whole. */
void day_show_echo(struct buf *out, const struct catalogue *in, const char *day,
    const char *today);

/* Names for heads of calendars: months 1..12, weekdays from 0, Sunday. Borrowed. */
enum day_name {
	DAY_NAME_ALONE,		/* "April", "апрель" */
	DAY_NAME_WITH_DAY,	/* behind or before a day: "апреля"; weekdays have none */
	DAY_NAME_SHORT,		/* "Apr" */
};
const char *day_month_name(const struct catalogue *in, int month, enum day_name form);
const char *day_weekday_name(const struct catalogue *in, int weekday, enum day_name form);

#endif
