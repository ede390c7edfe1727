/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/calendar.h -- F4 on a day
 *
 * A month from Monday to Sunday with week numbers. Arrows and + - move a day,
 * PgUp and PgDn a month, a typed number goes to that day of the month.
 */
#ifndef UI_CALENDAR_H
#define UI_CALENDAR_H

#include "base/day.h"
#include "ui/overlay.h"

struct calendar {
	char today[DAY_SIZE];	/* of the association, in calendar_open */
	char day[DAY_SIZE];	/* the one chosen; after OVERLAY_TAKE the answer */
	int typed;		/* digits so far, 0: none */
	/* '*', 'h', '!' or ' ' behind a day. NULL: none. */
	char (*mark)(void *context, const char *day);
	void *context;
};

/* day: a whole day, or less: starts there as far as it is known. */
struct overlay calendar_open(struct calendar *calendar, const char *day, const char *today);

/* Seven columns of a month with its heads: 8 rows, 38 columns; also for MTG. */
void calendar_draw_month(const struct calendar *calendar, int row, int column);

#endif
