/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "ui/frame.h"

enum {
	DAY_WIDTH = 4,		/* " 12*" */
	WEEK_WIDTH = 3,
	WEEKS = 6,
	WIDTH = 7 * DAY_WIDTH + WEEK_WIDTH + 6, ROWS = WEEKS + 3,
};

/* Days */

static int32_t
monday_of(int32_t number)
{
	return number - ((number + 3) % 7 + 7) % 7;	/* 1970-01-01 was a Thursday */
}

static int32_t
first_of_month(const char *day)
{
	char first[DAY_SIZE];

	snprintf(first, sizeof first, "%.7s-01", day);
	return day_to_number(first);
}

/* ISO 8601: the week belongs to the year its Thursday lies in. */
static int
week_number(int32_t monday)
{
	char thursday[DAY_SIZE], new_year[DAY_SIZE];

	day_from_number(monday + 3, thursday);
	snprintf(new_year, sizeof new_year, "%.4s-01-01", thursday);
	return (monday + 3 - day_to_number(new_year)) / 7 + 1;
}

/* Drawing */

static void
draw_day(const struct calendar *calendar, int32_t number, int row, int column)
{
	char day[DAY_SIZE];

	day_from_number(number, day);
	if (strncmp(day, calendar->day, 7) != 0)
		return;		/* of the month before or after */
	bool here = strcmp(day, calendar->day) == 0;
	char mark = calendar->mark != NULL ? calendar->mark(calendar->context, day) : ' ';
	frame_textf(row, column, DAY_WIDTH, ROLE_NORMAL, "%c%2d%c",
	    here ? '[' : strcmp(day, calendar->today) == 0 ? '=' : ' ', atoi(day + 8), here ? ']' : mark);
	if (here)
		frame_cursor(row, column + 1);
}

void
calendar_draw_month(const struct calendar *calendar, int row, int column)
{
	int32_t monday = monday_of(first_of_month(calendar->day));

	for (int i = 0; i < 7; i++)
		frame_text_right(row, column + WEEK_WIDTH + i * DAY_WIDTH, DAY_WIDTH - 1,
		    day_weekday_name(messages_catalogue(), (i + 1) % 7, DAY_NAME_SHORT), ROLE_HEADING);
	for (int week = 0; week < WEEKS; week++, monday += 7) {
		frame_textf(row + 1 + week, column, WEEK_WIDTH - 1, ROLE_NORMAL, "%2d", week_number(monday));
		for (int i = 0; i < 7; i++)
			draw_day(calendar, monday + i, row + 1 + week, column + WEEK_WIDTH + i * DAY_WIDTH);
	}
}

static void
draw(void *state, const struct layout *layout)
{
	struct calendar *calendar = state;
	struct buf title = { 0 };

	day_show_long(&title, messages_catalogue(), calendar->day);
	struct area inside = overlay_frame(overlay_place(layout, ROWS, WIDTH), buf_text(&title), "");
	buf_done(&title);
	calendar_draw_month(calendar, inside.row, inside.column + 1);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const char *const parts[] = {
		C_("footer", "Enter take"), C_("footer", "F12 close"), C_("footer", "arrows day"),
		C_("footer", "PgUp/PgDn month"), C_("footer", "0 today"), NULL
	};

	(void)state;
	overlay_footer(parts, columns, text);
}

/* Inputs */

static enum overlay_answer
go(struct calendar *calendar, int days, int months)
{
	char day[DAY_SIZE];

	strcpy(day, calendar->day);
	if (months != 0)
		day_add_months(day, months, calendar->day);
	else
		day_add_days(day, days, calendar->day);
	calendar->typed = 0;
	return OVERLAY_STAY;
}

/* 1 and 3 go to the 1st, then to the 13th; 0 alone to today. */
static enum overlay_answer
type_digit(struct calendar *calendar, int digit)
{
	struct day_parts parts;
	int typed = calendar->typed * 10 + digit;

	if (typed == 0) {
		strcpy(calendar->day, calendar->today);
		return OVERLAY_STAY;
	}
	day_split(calendar->day, &parts);
	if (typed > day_month_length(parts.year, parts.month))
		typed = digit;
	calendar->typed = typed;
	return typed > 0 && day_join(parts.year, parts.month, typed, calendar->day) ?
	    OVERLAY_STAY : OVERLAY_REFUSED;
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct calendar *calendar = state;

	switch (input->action) {
	case ACTION_LEFT:
		return go(calendar, -1, 0);
	case ACTION_RIGHT:
		return go(calendar, 1, 0);
	case ACTION_UP:
		return go(calendar, -7, 0);
	case ACTION_DOWN:
		return go(calendar, 7, 0);
	case ACTION_PAGE_UP:
		return go(calendar, 0, -1);
	case ACTION_PAGE_DOWN:
		return go(calendar, 0, 1);
	case ACTION_DIGIT:
		return type_digit(calendar, input->option);
	case ACTION_ACCEPT:
		return OVERLAY_TAKE;
	default:
		return OVERLAY_REFUSED;
	}
}

static const struct overlay_kind calendar_kind = {
	.zone = ZONE_ROWS,	/* digits are days of the month */
	.draw = draw,
	.footer = footer,
	.act = act,
};

struct overlay
calendar_open(struct calendar *calendar, const char *day, const char *today)
{
	strcpy(calendar->today, today);
	if (day[0] == '\0' || !day_check(day, NULL))
		day = today;
	day_first(day, calendar->day);
	calendar->typed = 0;
	return (struct overlay){ &calendar_kind, calendar };
}
