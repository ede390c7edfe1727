/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/arrears.h -- who owes what on a day, for how long, and what that costs it
 *
 * Everything is asked as of the session's day and counts what was booked until
 * then. Today it is read from the open invoices that are kept with every
 * payment; a day of the past from these and what was booked later, or, long ago,
 * from what was booked until then. Owing never changes a status: it may suspend the vote, by a dated rule.
 */
#ifndef DOMAIN_ARREARS_H
#define DOMAIN_ARREARS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct arrears_line {
	char *government, *name;	/* code; name in the language of the screen */
	char *own_name;		/* in its own language */
	char *currency;
	int64_t open;		/* minor units, due or not */
	int64_t overdue;	/* of it, minor units whose due day is past */
	char *due;		/* the oldest due day */
	int64_t years;		/* fiscal years with dues overdue; other bills never suspend a vote */
	int64_t may_vote;	/* 0: the arrears suspend its vote */
	int64_t restores;	/* minor units that give the vote back; 0 while it has it */
};
extern const struct record_type arrears_line_type;

/* Largest first. The caller calls row_list_done. */
bool arrears_list(struct session *session, struct row_list *ret_list, struct err *err);

/* The same on any whole day. */
bool arrears_list_on(struct session *session, const char *day, struct row_list *ret_list,
    struct err *err);

/* What is open by how long it is overdue, minor units; the parts sum to total. */
struct ageing_line {
	char *government, *name;
	char *currency;
	int64_t due_later;	/* not due yet */
	int64_t days_90, days_365, years_2;	/* overdue for at most so long, longer than the one before */
	int64_t older;
	int64_t total;
};
extern const struct record_type ageing_line_type;

/* On the session's day, largest total first. */
bool ageing_list(struct session *session, struct row_list *ret_list, struct err *err);

/*
 * Do arrears suspend its vote on that day (whole)? By rule vote.arrears-years of
 * the day; false where there is none. *ret_restores and ret_currency say what
 * gives it back.
 */
bool arrears_suspend(struct session *session, const char *government, const char *day,
    bool *ret_suspended, int64_t *ret_restores, char ret_currency[4], struct err *err);

#endif
