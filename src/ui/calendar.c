/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"
#include "base/week.h"
#include "ui/frame.h"

enum {
	DAY_WIDTH = 4, MARKED_WIDTH = 5,	/* " 12 "; "[12]*" */
	WEEK_WIDTH = 3,
	WIDTH = CALENDAR_COLUMNS + 6, ROWS = CALENDAR_ROWS + 2,
};

_Static_assert(CALENDAR_COLUMNS == WEEK_WIDTH + WEEK_DAYS * DAY_WIDTH, "weeks and seven days");
_Static_assert(CALENDAR_MARKED_COLUMNS == WEEK_WIDTH + WEEK_DAYS * MARKED_WIDTH, "and their marks");
_Static_assert(CALENDAR_ROWS == MONTH_MOST_WEEKS + 1, "heads and weeks");

/* Drawing */

static int
day_width(const struct calendar *calendar)
{
	return calendar->mark != NULL ? MARKED_WIDTH : DAY_WIDTH;
}

static void
draw_day(const struct calendar *calendar, int32_t number, int row, int column, bool focus)
{
	char day[DAY_SIZE];

	day_from_number(number, day);
	if (strncmp(day, calendar->day, 7) != 0)
		return;		/* of the month before or after */
	bool here = strcmp(day, calendar->day) == 0;
	char mark = calendar->mark != NULL ? calendar->mark(calendar->context, day) : ' ';
	enum role role = mark == '!' ? ROLE_PROBLEM : ROLE_NORMAL;
	frame_textf(row, column, DAY_WIDTH, role, "%c%2d%c",
	    here ? '[' : strcmp(day, calendar->today) == 0 ? '=' : ' ', atoi(day + 8), here ? ']' : mark);
	if (here && mark != ' ')
		frame_textf(row, column + DAY_WIDTH, 1, role, "%c", mark);
	if (here && focus)
		frame_cursor(row, column + 1);
}

/* Above the digits; "周一" takes the column behind them too. */
static void
draw_head(int weekday, int row, int column)
{
	const char *name = day_weekday_name(messages_catalogue(), weekday, DAY_NAME_SHORT);
	int width = text_width(name) < DAY_WIDTH ? DAY_WIDTH - 1 : DAY_WIDTH;

	frame_text_right(row, column, width, name, ROLE_HEADING);
}

void
calendar_draw_month(const struct calendar *calendar, int row, int column, bool focus)
{
	struct day_parts parts;
	char first[DAY_SIZE];
	int width = day_width(calendar);

	day_split(calendar->day, &parts);
	day_join(parts.year, parts.month, 1, first);
	int32_t monday = week_monday(day_to_number(first));
	for (int i = 0; i < WEEK_DAYS; i++)
		draw_head((i + 1) % WEEK_DAYS, row, column + WEEK_WIDTH + i * width);
	for (int week = 0; week < month_weeks(parts.year, parts.month); week++, monday += WEEK_DAYS) {
		frame_textf(row + 1 + week, column, WEEK_WIDTH - 1, ROLE_NORMAL, "%2d", week_number(monday));
		for (int i = 0; i < WEEK_DAYS; i++)
			draw_day(calendar, monday + i, row + 1 + week, column + WEEK_WIDTH + i * width, focus);
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
	calendar_draw_month(calendar, inside.row, inside.column + 1, true);
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

static const struct { enum action_id id; int days, months; } moves[] = {
	{ ACTION_LEFT, -1, 0 }, { ACTION_RIGHT, 1, 0 },
	{ ACTION_UP, -WEEK_DAYS, 0 }, { ACTION_DOWN, WEEK_DAYS, 0 },
	{ ACTION_PAGE_UP, 0, -1 }, { ACTION_PAGE_DOWN, 0, 1 },
};

bool
calendar_move(struct calendar *calendar, enum action_id id)
{
	char day[DAY_SIZE];

	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		if (moves[i].id != id)
			continue;
		strcpy(day, calendar->day);
		if (moves[i].months != 0)
			day_add_months(day, moves[i].months, calendar->day);
		else
			day_add_days(day, moves[i].days, calendar->day);
		calendar->typed = 0;
		return true;
	}
	return false;
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

	if (input->action == ACTION_DIGIT)
		return type_digit(calendar, input->option);
	if (input->action == ACTION_ACCEPT)
		return OVERLAY_TAKE;
	return calendar_move(calendar, input->action) ? OVERLAY_STAY : OVERLAY_REFUSED;
}

static const struct overlay_kind calendar_kind = {
	.zone = ZONE_ROWS,	/* digits are days of the month */
	.draw = draw,
	.footer = footer,
	.act = act,
};

void
calendar_begin(struct calendar *calendar, const char *day, const char *today)
{
	memmove(calendar->today, today, strlen(today) + 1);	/* a calendar that begins anew passes its own */
	if (day[0] == '\0' || !day_check(day, NULL))
		day = today;
	day_first(day, calendar->day);
	calendar->typed = 0;
}

struct overlay
calendar_open(struct calendar *calendar, const char *day, const char *today)
{
	calendar_begin(calendar, day, today);
	return (struct overlay){ &calendar_kind, calendar };
}
