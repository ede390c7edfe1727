/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool
pinned_ms(int64_t *ret_ms)
{
	const char *text = getenv("NEARSEC_NOW");
	struct tm tm = { 0 };

	if (text == NULL || strptime(text, "%Y-%m-%dT%H:%M:%S", &tm) == NULL)
		return false;
	*ret_ms = (int64_t)timegm(&tm) * 1000;
	return true;
}

static int64_t
read_ms(clockid_t which)
{
	struct timespec now;

	clock_gettime(which, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t
clock_now_ms(void)
{
	int64_t ms;

	return pinned_ms(&ms) ? ms : read_ms(CLOCK_REALTIME);
}

void
clock_stamp(char ret_stamp[CLOCK_STAMP_SIZE])
{
	time_t seconds = (time_t)(clock_now_ms() / 1000);
	struct tm tm;

	gmtime_r(&seconds, &tm);
	if (strftime(ret_stamp, CLOCK_STAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
		ret_stamp[0] = '\0';
}

int64_t
clock_monotonic_ms(void)
{
	return read_ms(CLOCK_MONOTONIC);
}
