/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/zone.h -- the clocks of places, from the IANA database
 *
 * What is stored of a meeting is the time on the wall and the zone's id; the
 * instant is derived here. The system's TZif files are read by ourselves: the C
 * library knows one zone a process, through setenv. A wall clock is no instant:
 * it shows a time once, twice when it is put back, never when it is put on.
 * Instants are seconds since 1970-01-01 UTC; wall times the same count of what
 * the clock shows, as if it hung in Greenwich.
 */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct zone;

/*
 * "Asia/Seoul", from $TZDIR or where systems keep them. NULL, and a sentence,
 * when there is none of that name or its file is damaged.
 */
struct zone *zone_open(const char *id, struct err *err);
/* The same from bytes that the caller keeps. NULL when they are no usable TZif. */
struct zone *zone_read(const unsigned char *bytes, size_t size);
void zone_close(struct zone *zone);	/* NULL is fine */

/* Can it be opened? For fields that hold a zone. */
bool zone_check(const char *id, struct err *err);

/* Seconds that clocks there are before Greenwich; negative in America. */
int32_t zone_offset(const struct zone *zone, int64_t instant);
int64_t zone_wall(const struct zone *zone, int64_t instant);

/*
 * How many instants show this wall time: 1; 2, the earlier first; or 0, and
 * ret_instants[0] is then that of the time put on by as much as the clock was.
 */
int zone_instants(const struct zone *zone, int64_t wall, int64_t ret_instants[2]);

#endif
