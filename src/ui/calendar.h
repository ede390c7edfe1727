/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/calendar.h -- F4 on a day
 *
 * A month from Monday to Sunday with week numbers. Arrows move a day or a week,
 * PgUp and PgDn a month, a typed number goes to that day of the month. What a
 * mark behind a day says is known only to who gives it.
 */
#ifndef UI_CALENDAR_H
#define UI_CALENDAR_H

#include <stdbool.h>

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

/* The same without the overlay, for who draws the month in a screen of his own. */
void calendar_begin(struct calendar *calendar, const char *day, const char *today);

/* An arrow moves a day or a week, PgUp and PgDn a month. False: it is no such action. */
bool calendar_move(struct calendar *calendar, enum action_id id);

enum { CALENDAR_ROWS = 7, CALENDAR_COLUMNS = 31, CALENDAR_MARKED_COLUMNS = 38 };

/*
 * Seven columns of a month with its heads; as wide as it says above, the marked
 * one where there are marks. Days of the months beside it stay blank. focus:
 * the hardware cursor stands on the chosen day.
 */
void calendar_draw_month(const struct calendar *calendar, int row, int column, bool focus);

#endif
