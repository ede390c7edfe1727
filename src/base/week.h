/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/week.h -- weeks, as the pages of a calendar lay days out
 *
 * Weeks begin on Monday and are numbered by ISO 8601 everywhere, whatever the
 * language of the screen: people of six countries speak of "week 37" and must
 * mean the same one. The first days of January may lie in week 52 or 53.
 * Numbers of days are those of base/day.h.
 */
#ifndef BASE_WEEK_H
#define BASE_WEEK_H

#include <stdint.h>

enum { WEEK_DAYS = 7, MONTH_MOST_WEEKS = 6 };

/* The Monday on or before a day. */
int32_t week_monday(int32_t number);

/* 1 to 53. */
int week_number(int32_t number);

/* How many weeks, whole or in part, a month has: 4 to 6. */
int month_weeks(int year, int month);

#endif
