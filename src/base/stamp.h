/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/stamp.h -- instants as the records hold them, and as clocks show them
 *
 * A stamp is UTC to the second, "2010-10-20T09:00:00Z": stamps compare as text.
 */
#ifndef BASE_STAMP_H
#define BASE_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/day.h"

struct err;
struct zone;

enum { STAMP_TIME_SIZE = 6 };	/* "09:30" and its NUL */

/* Seconds since 1970-01-01 UTC; false for what is no stamp. */
bool stamp_read(const char *at, int64_t *ret_instant);

/* The other way. */
void stamp_write(int64_t instant, char ret_at[CLOCK_STAMP_SIZE]);

/* For fields that hold one. */
bool stamp_check(const char *at, struct err *err);

/* The last second of a whole day there; zone NULL is UTC. */
void stamp_last_of_day(const struct zone *zone, const char *day, char ret_at[CLOCK_STAMP_SIZE]);

/* at: "2010-10-20T09:00:00Z". zone NULL is UTC. Both are "" for what is no such time. */
void stamp_show(const struct zone *zone, const char *at, char ret_day[DAY_SIZE],
    char ret_time[STAMP_TIME_SIZE]);

#endif
