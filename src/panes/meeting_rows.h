/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_rows.h -- the rows of MTG, read for a month, a week or all there is
 *
 * What stands on a day is a sitting, a whole day of a meeting, a last day of the
 * notice clock, a holiday, or in a week nothing at all: a week shows its seven
 * days. Which of them a view has, and from when to when, is said in one table.
 *
 * Of the list of all there are rows only for the page in view: there may be very
 * many. And only what is in view is looked at for clashes, and the days of a month.
 */
#ifndef PANES_MEETING_ROWS_H
#define PANES_MEETING_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "domain/row.h"
#include "panes/meeting_list.h"

struct buf;
struct err;
struct meeting_day;
struct session;

enum meeting_view {
	MEETING_MONTH,
	MEETING_WEEK,
	MEETING_AGENDA,		/* a year from the day on, with what is due */
	MEETING_LIST,		/* every meeting, one row each */
	MEETING_VIEWS,
};

struct meeting_row {
	char *key;			/* what the marker holds on to */
	char *day;			/* whole, in part, or "" */
	const struct meeting_day *meeting;	/* borrowed of days; NULL: no meeting stands there */
	char *of;			/* key of the meeting this is of; "" none */
	char *text;			/* a notice or a holiday in words; of a meeting the name of its body */
	bool looked;			/* for clashes */
	bool problem;			/* late, or a clash */
};

/* Zeroed is empty. */
struct meeting_rows {
	struct row_list days;		/* of struct meeting_day */
	struct row_list holidays;	/* of struct holiday_day, in the same time */
	struct meeting_row *item;	/* all of them; in a list of all a page, */
	size_t item_count, room;
	size_t page_first;		/* which begins there; else 0 */
	struct meeting_list list;	/* of all; empty in the other views */
	size_t count;			/* rows */
	enum meeting_view view;
	char first[DAY_SIZE], last[DAY_SIZE];	/* of a month, a week, an agenda */
};

void meeting_rows_done(struct meeting_rows *rows);

/* Does the day lie in what was read? Always in a list of all. */
bool meeting_rows_cover(const struct meeting_rows *rows, const char *day);

/*
 * What the view shows around a whole day; body "" for all of them; find sifts.
 * On failure the old rows stay.
 */
bool meeting_rows_read(struct meeting_rows *rows, struct session *session, enum meeting_view view,
    const char *day, const char *body, const char *find, struct err *err);

/* These rows come into view: read them, and look whether they clash. */
bool meeting_rows_need(struct meeting_rows *rows, struct session *session, size_t first,
    size_t count, struct err *err);

/* Look for clashes of these rows, or of as many as tell which days of a month have one. */
bool meeting_rows_look_at(struct meeting_rows *rows, struct session *session, size_t first,
    size_t count, struct err *err);
bool meeting_rows_look_at_days(struct meeting_rows *rows, struct session *session, struct err *err);

/* A row that was needed; NULL for one that is not there, or not in view. */
const struct meeting_row *meeting_rows_at(const struct meeting_rows *rows, size_t row);

/* Of any row: what the marker holds on to, and the key of the meeting it is of, or "". */
const char *meeting_rows_key(const struct meeting_rows *rows, size_t row);
const char *meeting_rows_meeting(const struct meeting_rows *rows, size_t row);
const char *meeting_rows_day(const struct meeting_rows *rows, size_t row);

/* What there is, found or not: days of meetings, in a list of all meetings. */
size_t meeting_rows_items(const struct meeting_rows *rows);

/* The first row on that whole day or after it; count when there is none. */
size_t meeting_rows_from(const struct meeting_rows *rows, const char *day);
/* The first row of that meeting. */
size_t meeting_rows_of(const struct meeting_rows *rows, const char *meeting);

/* '!' where a row of the day has a problem, '*' for meetings, 'h' for a holiday, else ' '. */
char meeting_rows_mark(const struct meeting_rows *rows, const char *day);

/* The holidays of a day: "KR Chuseok, JP ..."; nothing when it is none. */
void meeting_rows_add_holidays(const struct meeting_rows *rows, const char *day, struct buf *text);

/* "09:30-17:00", in a narrow column "09:30"; "" for whole days. */
void meeting_rows_add_time(const struct meeting_day *day, bool narrow, struct buf *text);

#endif
