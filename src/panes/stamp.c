/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/stamp.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/zone.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

/* False for what is no stamp; seconds do not count. */
static bool
read_stamp(const char *at, int64_t *ret_instant)
{
	char day[DAY_SIZE];
	int hour, minute;

	if (strlen(at) != CLOCK_STAMP_SIZE - 1 || sscanf(at + 10, "T%2d:%2d:", &hour, &minute) != 2)
		return false;
	memcpy(day, at, DAY_SIZE - 1);
	day[DAY_SIZE - 1] = '\0';
	if (!day_is_whole(day))
		return false;
	*ret_instant = (int64_t)day_to_number(day) * DAY_SECONDS + hour * 3600 + minute * 60;
	return true;
}

void
stamp_show(const struct zone *zone, const char *at, char ret_day[DAY_SIZE],
    char ret_time[STAMP_TIME_SIZE])
{
	int64_t instant;

	ret_day[0] = ret_time[0] = '\0';
	if (!read_stamp(at, &instant))
		return;
	int64_t wall = zone != NULL ? zone_wall(zone, instant) : instant;
	int64_t number = wall >= 0 ? wall / DAY_SECONDS : -((-wall + DAY_SECONDS - 1) / DAY_SECONDS);
	unsigned minutes = (unsigned)((wall - number * DAY_SECONDS) / 60);

	day_from_number((int32_t)number, ret_day);
	snprintf(ret_time, STAMP_TIME_SIZE, "%02u:%02u", minutes / 60 % 24, minutes % 60);
}
