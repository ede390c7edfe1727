/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/reminder.h -- that a government was reminded of what it owes
 *
 * One of each level for a government in a year: a run that is repeated cannot
 * remind twice. It names the currency that dues are owed in, and the others in
 * its note.
 */
#ifndef DOMAIN_REMINDER_H
#define DOMAIN_REMINDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct reminder {
	char *government;	/* its code */
	char *year;	/* the fiscal year */
	int64_t level;	/* 1, 2, 3 */
	char *due;	/* the day it asks to pay by */
	char *sent;	/* the day; NULL: not yet */
	char *currency;	/* ISO 4217 code */
	int64_t amount;	/* what was open, minor units of the currency */
	char *note;	/* what was open in other currencies: "KRW 560000" */
};

extern const struct record_type reminder_type;

struct err;
struct session;

/* A reminder as people read it. */
struct reminder_line {
	char *government, *name;	/* code; name in the language of the screen */
	char *year;
	int64_t level;
	char *due, *sent;	/* whole days; sent "": not yet */
	char *currency;
	int64_t amount;		/* minor units */
	char *note;		/* what was open in other currencies too */
	int64_t now;		/* what is overdue of it on the session's day */
	char *state;		/* ready, sent, settled: nothing is overdue any more */
	char *key;		/* of its row: "KR-47/2017/1" */
};
extern const struct record_type reminder_line_type;

/* Those of a fiscal year, NULL: of all, the latest year and the highest level first. The caller calls row_list_done. */
bool reminder_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

/*
 * Remind all who are overdue on the session's day and have no reminder of that
 * level (from 1) in the year yet: they pay by due, a whole day. *ret_made counts
 * them; nobody is reminded twice.
 */
bool reminder_run(struct session *session, const char *year, int64_t level, const char *due,
    int64_t *ret_made, int64_t *ret_set, struct err *err);

/*
 * Those of that level that are not sent yet went out on that day, but not of who
 * had nothing overdue on it any more.
 */
bool reminder_sent(struct session *session, const char *year, int64_t level, const char *day,
    int64_t *ret_sent, int64_t *ret_set, struct err *err);

#endif
