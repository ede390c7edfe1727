/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_views.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/messages.h"
#include "base/week.h"
#include "domain/meeting.h"
#include "domain/meeting_days.h"
#include "ui/frame.h"

/* Cells */

static void
add_date(const struct meeting_row *row, struct buf *text)
{
	if (day_is_whole(row->day))
		day_show_near(text, messages_catalogue(), row->day);
	else
		buf_add(text, row->day[0] != '\0' ? row->day : "?");
}

static void
add_plain_day(const struct meeting_row *row, struct buf *text)
{
	buf_add(text, row->day[0] != '\0' ? row->day : "?");
}

static void
add_day_of_month(const struct meeting_row *row, struct buf *text)
{
	if (day_is_whole(row->day))
		buf_addf(text, "%d", atoi(row->day + strlen("2026-09-")));
	else
		buf_add(text, "?");
}

static void
add_time(const struct meeting_row *row, struct buf *text)
{
	if (row->meeting != NULL)
		meeting_rows_add_time(row->meeting, false, text);
}

static void
add_start(const struct meeting_row *row, struct buf *text)
{
	if (row->meeting != NULL)
		meeting_rows_add_time(row->meeting, true, text);
}

static void
add_meeting(const struct meeting_row *row, struct buf *text)
{
	buf_add(text, row->of);
}

static void
add_words(const struct meeting_row *row, struct buf *text)
{
	buf_add(text, row->text);
}

static void
add_place(const struct meeting_row *row, struct buf *text)
{
	if (row->meeting != NULL)
		buf_add(text, row->meeting->place);
}

static void
add_host(const struct meeting_row *row, struct buf *text)
{
	if (row->meeting != NULL)
		buf_add(text, row->meeting->host);
}

static void
add_state(const struct meeting_row *row, struct buf *text)
{
	struct meeting meeting = { 0 };

	if (row->meeting == NULL)
		return;
	meeting.state = row->meeting->state;
	record_show(record_find_field(&meeting_type, "state"), &meeting, text);
}

/* Columns: heads for the widget, and what stands below them */

static const struct list_column month_heads[] = {
	{ NC_("column", "Day"), 4, 4, 0, true, false },
	{ NC_("column", "Time"), 5, 5, 0, false, false },
	{ NC_("column", "Meeting"), 7, 11, 0, false, false },
	{ NC_("column", "Place"), 8, 30, 0, false, false },
	{ NC_("column", "Host"), 6, 7, 1, false, false },
	{ 0 }
};
static void (*const month_cells[])(const struct meeting_row *row, struct buf *text) = {
	add_day_of_month, add_start, add_meeting, add_place, add_host,
};

static const struct list_column week_heads[] = {
	{ NC_("column", "Day"), 13, 13, 0, false, false },
	{ NC_("column", "Time"), 11, 11, 0, false, false },
	{ NC_("column", "Meeting"), 8, 11, 0, false, false },
	{ NC_("column", "Body"), 22, 40, 0, false, false },
	{ NC_("column", "Place"), 8, 30, 1, false, false },
	{ NC_("column", "Host"), 6, 7, 2, false, false },
	{ 0 }
};
static void (*const week_cells[])(const struct meeting_row *row, struct buf *text) = {
	add_date, add_time, add_meeting, add_words, add_place, add_host,
};

static const struct list_column narrow_week_heads[] = {
	{ NC_("column", "Day"), 13, 13, 0, false, false },
	{ NC_("column", "Time"), 5, 5, 0, false, false },
	{ NC_("column", "Meeting"), 7, 7, 0, false, false },
	{ NC_("column", "Body"), 5, 40, 0, false, false },
	{ 0 }
};
static void (*const narrow_week_cells[])(const struct meeting_row *row, struct buf *text) = {
	add_date, add_start, add_meeting, add_words,
};

static const struct list_column list_heads[] = {
	{ NC_("column", "Meeting"), 8, 11, 0, false, false },
	{ NC_("column", "Begins"), 10, 10, 0, false, false },
	{ NC_("column", "State"), 9, 11, 4, false, false },
	{ NC_("column", "Body"), 14, 40, 3, false, false },
	{ NC_("column", "Place"), 10, 30, 1, false, false },
	{ NC_("column", "Host"), 7, 7, 2, false, false },
	{ 0 }
};
static void (*const list_cells[])(const struct meeting_row *row, struct buf *text) = {
	add_meeting, add_plain_day, add_state, add_words, add_place, add_host,
};

/* Views */

const struct meeting_view_shown meeting_views[MEETING_VIEWS] = {
	[MEETING_MONTH] = { NC_("view", "Month"), { month_heads, month_cells },
	    { month_heads, month_cells }, 0, 1 },
	[MEETING_WEEK] = { NC_("view", "Week"), { week_heads, week_cells },
	    { narrow_week_heads, narrow_week_cells }, WEEK_DAYS, 0 },
	[MEETING_AGENDA] = { NC_("view", "What comes"), { week_heads, week_cells },
	    { narrow_week_heads, narrow_week_cells }, 0, 1 },
	[MEETING_LIST] = { NC_("view", "All"), { list_heads, list_cells },
	    { list_heads, list_cells }, 0, 0 },
};

const struct meeting_columns *
meeting_columns_now(enum meeting_view view)
{
	return frame_columns() < LAYOUT_NARROW ? &meeting_views[view].narrow : &meeting_views[view].columns;
}
