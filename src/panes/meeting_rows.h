/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_rows.h -- the rows of MTG, read for a month, a week or all there is
 *
 * What stands on a day is a sitting, a whole day of a meeting, a last day of the
 * notice clock, a holiday, or in a week nothing at all: a week shows its seven
 * days. Which of them a view has, and from when to when, is said in one table.
 */
#ifndef PANES_MEETING_ROWS_H
#define PANES_MEETING_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "domain/row.h"

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
	bool problem;			/* late, or a clash */
};

/* Zeroed is empty. */
struct meeting_rows {
	struct row_list days;		/* of struct meeting_day */
	struct row_list holidays;	/* of struct holiday_day, in the same time */
	struct meeting_row *item;
	size_t count, room;
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

/* Look for clashes and mark the rows they are on; slow, so after the rows are shown. */
bool meeting_rows_mark_clashes(struct meeting_rows *rows, struct session *session, struct err *err);

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
