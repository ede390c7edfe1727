/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/wall_time.h"

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/hour.h"
#include "base/messages.h"
#include "base/zone.h"

enum { DAY_SECONDS = 86400 };

static int64_t
wall_of(const char *day, const char *time)
{
	int minutes = hour_minutes(time);

	return (int64_t)day_to_number(day) * DAY_SECONDS + (minutes > 0 ? minutes * 60 : 0);
}

enum wall_time_case
wall_time_instant(const struct zone *zone, const char *day, const char *time, int64_t *ret_instant)
{
	int64_t wall = wall_of(day, time), instants[2];

	if (zone == NULL) {
		*ret_instant = wall;
		return WALL_TIME_ONCE;
	}
	int count = zone_instants(zone, wall, instants);
	*ret_instant = instants[0];
	return count == 0 ? WALL_TIME_NEVER : count == 2 ? WALL_TIME_TWICE : WALL_TIME_ONCE;
}

void
wall_time_of(const struct zone *zone, int64_t instant, char ret_day[DAY_SIZE],
    char ret_time[HOUR_SIZE])
{
	int64_t wall = zone != NULL ? zone_wall(zone, instant) : instant;
	int64_t day = wall / DAY_SECONDS - (wall % DAY_SECONDS < 0);

	day_from_number((int32_t)day, ret_day);
	hour_from_minutes((int)((wall - day * DAY_SECONDS) / 60), ret_time);
}

bool
wall_time_check(const struct zone *zone, const char *zone_id, const char *day, const char *time,
    struct err *err)
{
	char next_day[DAY_SIZE], next_time[HOUR_SIZE];
	int64_t instant;

	if (wall_time_instant(zone, day, time, &instant) != WALL_TIME_NEVER)
		return true;
	wall_time_of(zone, instant, next_day, next_time);
	return err_set(err, ERR_INPUT,
	    _("No clock in %s shows %s on %s, it is put on then: write %s for the same moment."),
	    zone_id, time, day, next_time);
}

void
wall_time_say_twice(const struct zone *zone, const char *zone_id, const char *day,
    const char *time, struct buf *ret_said)
{
	int64_t instant;

	if (wall_time_instant(zone, day, time, &instant) == WALL_TIME_TWICE)
		buf_addf(ret_said,
		    _("Clocks in %s show %s twice on %s, they are put back then: the first time is meant.\n"),
		    zone_id, time, day);
}

void
wall_time_show_utc(const struct zone *zone, const char *day, const char *time, struct buf *text)
{
	char utc_day[DAY_SIZE], utc_time[HOUR_SIZE];
	int64_t instant;

	wall_time_instant(zone, day, time, &instant);
	wall_time_of(NULL, instant, utc_day, utc_time);
	int other = day_to_number(utc_day) - day_to_number(day);
	buf_addf(text, "%s%s%s UTC", other != 0 ? utc_day : "", other != 0 ? " " : "", utc_time);
}
