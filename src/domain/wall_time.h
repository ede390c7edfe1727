/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/wall_time.h -- the time on the wall of a place, and the instant it is
 *
 * What is kept of a sitting is its day and what the clock there shows; what UTC
 * it is follows from the zone and is derived. Where clocks are put on a time is
 * never shown: that is refused. Where they are put back it is shown twice: the
 * first of the two is meant, and is told to be.
 */
#ifndef DOMAIN_WALL_TIME_H
#define DOMAIN_WALL_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/hour.h"

struct buf;
struct err;
struct zone;

enum wall_time_case {
	WALL_TIME_ONCE,
	WALL_TIME_TWICE,	/* ret_instant is the earlier */
	WALL_TIME_NEVER,	/* ret_instant is that of the time put on */
};

/*
 * The instant, in seconds since 1970 UTC, at which the clock of the zone shows
 * time ("09:30"; "" and "24:00" are the start and the end of the day) on a whole
 * day. zone NULL is UTC.
 */
enum wall_time_case wall_time_instant(const struct zone *zone, const char *day, const char *time,
    int64_t *ret_instant);

/* The other way: what the clock of the zone shows at an instant. */
void wall_time_of(const struct zone *zone, int64_t instant, char ret_day[DAY_SIZE],
    char ret_time[HOUR_SIZE]);

/* Refuses a time that the clock never shows; zone_id is named in the sentence. */
bool wall_time_check(const struct zone *zone, const char *zone_id, const char *day,
    const char *time, struct err *err);

/* Appends a line when the time comes twice that day, otherwise nothing. */
void wall_time_say_twice(const struct zone *zone, const char *zone_id, const char *day,
    const char *time, struct buf *ret_said);

/* Appends "01:30 UTC", or "2026-09-07 23:30 UTC" where it is another day. */
void wall_time_show_utc(const struct zone *zone, const char *day, const char *time,
    struct buf *text);

#endif
