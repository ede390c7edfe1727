/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/hour.h -- times of a wall clock as text, "09:30"
 *
 * Like a day, a time is what is stored: five characters that compare with
 * strcmp, or "" for none. "24:00" is the end of a day, and nothing else is. What
 * instant it is depends on a zone: see base/zone.h.
 */
#ifndef BASE_HOUR_H
#define BASE_HOUR_H

#include <stdbool.h>

struct err;

enum { HOUR_SIZE = 6, HOUR_DAY = 24 * 60 };	/* "09:30" and its NUL; minutes of a day */

/* Minutes since midnight, 0..1440; -1 for what is no time as it is stored. */
int hour_minutes(const char *time);
/* The other way; minutes beyond the day become its end. */
void hour_from_minutes(int minutes, char ret_time[HOUR_SIZE]);

/* Is it a time as it is stored? Says how to write one. */
bool hour_check(const char *time, struct err *err);

/*
 * What a clerk types for a time: 9, 930, 0930, 1330, 9:30, 9.30, with digits and
 * signs of any width; or +90, so many minutes after start (as stored; "" refuses
 * it). Refuses what no clock shows and what goes past midnight.
 */
bool hour_parse_input(const char *typed, const char *start, char ret_time[HOUR_SIZE],
    struct err *err);

#endif
