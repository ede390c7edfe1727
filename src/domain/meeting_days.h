/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/meeting_days.h -- what stands in a calendar, day by day
 *
 * A view of meetings as they fall on days: each timed sitting, and each day of a
 * meeting that has none on it. A session of which only the month is known stands
 * before the days of that month. Cancelled sessions stand on no day.
 */
#ifndef DOMAIN_MEETING_DAYS_H
#define DOMAIN_MEETING_DAYS_H

#include <stdbool.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct meeting_day {
	char *day;		/* whole; of a meeting known in part: that part; "" not known */
	char *starts, *ends;	/* wall times of a sitting in the meeting's zone; "" all day */
	char *meeting, *body;	/* their keys */
	char *state;		/* of the meeting */
	char *host, *place;	/* "" none */
	char *room;		/* of the sitting, else of the meeting */
	char *last;		/* the meeting's last day; "" not known */
	int64_t sitting;	/* its number; 0: the whole day */
};
extern const struct record_type meeting_day_type;

/*
 * From one whole day to another, both included, by day and time; body NULL: of
 * all bodies. The caller calls row_list_done.
 */
bool meeting_days_list(struct session *session, const char *first, const char *last,
    const char *body, struct row_list *ret_list, struct err *err);

/* The whole of one meeting, a cancelled one too, as one more row; nothing when it is gone. */
bool meeting_days_add(struct session *session, const char *meeting, struct row_list *list,
    struct err *err);

struct holiday_day {
	char *day;	/* whole */
	char *country;	/* its code */
	char *name;	/* in the language of the screen, else the next best */
};
extern const struct record_type holiday_day_type;

/* Holidays of all countries from one whole day to another, by day and country. */
bool holiday_days_list(struct session *session, const char *first, const char *last,
    struct row_list *ret_list, struct err *err);

#endif
