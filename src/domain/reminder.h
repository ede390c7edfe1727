/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/reminder.h -- that a government was reminded of what it owes
 *
 * One of each level for a government in a year: a run that is repeated cannot
 * remind twice.
 */
#ifndef DOMAIN_REMINDER_H
#define DOMAIN_REMINDER_H

#include "base/record.h"

struct reminder {
	char *government;	/* its code */
	char *year;	/* the fiscal year */
	int64_t level;	/* 1, 2, 3 */
	char *due;	/* the day it asks to pay by */
	char *sent;	/* the day; NULL: not yet */
	char *currency;	/* ISO 4217 code */
	int64_t amount;	/* what was open, minor units of the currency */
	char *note;
};

extern const struct record_type reminder_type;

struct err;
struct session;

/*
 * Remind all who are overdue on the session's day and have no reminder of that
 * level (from 1) in the year yet: they pay by due, a whole day. *ret_made counts
 * them; nobody is reminded twice.
 */
bool reminder_run(struct session *session, const char *year, int64_t level, const char *due,
    int64_t *ret_made, int64_t *ret_set, struct err *err);

/* Those of that level that are not sent yet went out on that day. */
bool reminder_sent(struct session *session, const char *year, int64_t level, const char *day,
    int64_t *ret_sent, int64_t *ret_set, struct err *err);

#endif
