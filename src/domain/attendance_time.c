/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/attendance.h"

#include <string.h>

#include "base/err.h"
#include "base/hour.h"
#include "base/messages.h"
#include "base/stamp.h"
#include "base/zone.h"
#include "domain/meeting.h"
#include "domain/wall_time.h"

/* Cuts the day off; what is left is the time. Without one it is today there. */
static const char *
cut_day(const struct zone *zone, const char *typed, char ret_day[DAY_SIZE])
{
	char time[HOUR_SIZE];

	if (strlen(typed) > DAY_SIZE - 1 && typed[DAY_SIZE - 1] == ' ') {
		memcpy(ret_day, typed, DAY_SIZE - 1);
		ret_day[DAY_SIZE - 1] = '\0';
		if (day_is_whole(ret_day))
			return typed + DAY_SIZE;
	}
	wall_time_of(zone, clock_now_ms() / 1000, ret_day, time);
	return typed;
}

static bool
read_there(const char *zone_id, const char *typed, char ret_at[CLOCK_STAMP_SIZE], struct err *err)
{
	struct zone *zone = zone_open(zone_id, err);
	char day[DAY_SIZE], time[HOUR_SIZE];
	int64_t instant;

	if (zone == NULL)
		return false;
	typed = cut_day(zone, typed, day);
	bool ok = hour_parse_input(typed, "", time, err) &&
	    wall_time_check(zone, zone_id, day, time, err);
	if (ok) {
		wall_time_instant(zone, day, time, &instant);
		stamp_write(instant, ret_at);
	}
	zone_close(zone);
	return ok;
}

bool
attendance_read_time(struct session *session, const char *meeting, const char *typed,
    char ret_at[CLOCK_STAMP_SIZE], struct err *err)
{
	struct meeting row = { 0 };
	bool ok = row_get(session, &meeting_type, meeting, &row, err) &&
	    read_there(meeting_zone(session, &row), typed, ret_at, err);

	record_done(&meeting_type, &row);
	return ok;
}
