/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/stamp.h -- the log's times as the clocks of the association show them
 */
#ifndef PANES_STAMP_H
#define PANES_STAMP_H

#include "base/day.h"

struct zone;

enum { STAMP_TIME_SIZE = 6 };	/* "09:30" and its NUL */

/* at: "2010-10-20T09:00:00Z". zone NULL is UTC. Both are "" for what is no such time. */
void stamp_show(const struct zone *zone, const char *at, char ret_day[DAY_SIZE],
    char ret_time[STAMP_TIME_SIZE]);

#endif
