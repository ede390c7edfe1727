/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/stamp.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "base/zone.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

/* Days since 1970, also before it. */
static int64_t
day_of(int64_t seconds)
{
	return seconds >= 0 ? seconds / DAY_SECONDS : -((-seconds + DAY_SECONDS - 1) / DAY_SECONDS);
}

bool
stamp_read(const char *at, int64_t *ret_instant)
{
	char day[DAY_SIZE];
	int hour, minute, second;

	if (strlen(at) != CLOCK_STAMP_SIZE - 1 || at[CLOCK_STAMP_SIZE - 2] != 'Z' ||
	    sscanf(at + 10, "T%2d:%2d:%2d", &hour, &minute, &second) != 3)
		return false;
	memcpy(day, at, DAY_SIZE - 1);
	day[DAY_SIZE - 1] = '\0';
	if (!day_is_whole(day))
		return false;
	*ret_instant = (int64_t)day_to_number(day) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
	return true;
}

void
stamp_write(int64_t instant, char ret_at[CLOCK_STAMP_SIZE])
{
	int64_t number = day_of(instant);
	unsigned seconds = (unsigned)(instant - number * DAY_SECONDS);
	char day[DAY_SIZE];

	day_from_number((int32_t)number, day);
	snprintf(ret_at, CLOCK_STAMP_SIZE, "%sT%02u:%02u:%02uZ", day, seconds / 3600 % 24,
	    seconds / 60 % 60, seconds % 60);
}

bool
stamp_check(const char *at, struct err *err)
{
	int64_t ignored;

	return stamp_read(at, &ignored) || err_set(err, ERR_INPUT,
	    _("\"%s\" is no instant: write it in UTC to the second, as in 2012-07-24T01:30:00Z."), at);
}

void
stamp_last_of_day(const struct zone *zone, const char *day, char ret_at[CLOCK_STAMP_SIZE])
{
	int64_t wall = (int64_t)day_to_number(day) * DAY_SECONDS + DAY_SECONDS - 1;
	int64_t instants[2] = { wall, wall };

	/* Of a minute that comes twice the second is meant: the end of the day. */
	if (zone != NULL && zone_instants(zone, wall, instants) < 2)
		instants[1] = instants[0];
	stamp_write(instants[1], ret_at);
}

void
stamp_show(const struct zone *zone, const char *at, char ret_day[DAY_SIZE],
    char ret_time[STAMP_TIME_SIZE])
{
	int64_t instant;

	ret_day[0] = ret_time[0] = '\0';
	if (!stamp_read(at, &instant))
		return;
	int64_t wall = zone != NULL ? zone_wall(zone, instant) : instant;
	int64_t number = day_of(wall);
	unsigned minutes = (unsigned)((wall - number * DAY_SECONDS) / 60);

	day_from_number((int32_t)number, ret_day);
	snprintf(ret_time, STAMP_TIME_SIZE, "%02u:%02u", minutes / 60 % 24, minutes % 60);
}
