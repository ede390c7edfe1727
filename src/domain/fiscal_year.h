/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/fiscal_year.h -- a year of the accounts
 *
 * It opens once, closes for good, and is never deleted. It is called by the year
 * it begins in, whatever day that is.
 */
#ifndef DOMAIN_FISCAL_YEAR_H
#define DOMAIN_FISCAL_YEAR_H

#include "base/day.h"
#include "base/record.h"

struct fiscal_year {
	char *year;	/* the year it begins in */
	char *since;	/* its first day */
	char *until;	/* the first day after it */
	char *state;	/* open closed audited */
	char *closed;	/* the day it was closed; NULL while it is open */
	char *note;
};

extern const struct record_type fiscal_year_type;

struct err;
struct session;

enum { FISCAL_YEAR = 5 };	/* four digits and their NUL */

/*
 * Begin the year: its days follow from rule fiscal.start. Refused when it is
 * there already.
 */
bool fiscal_year_open(struct session *session, const char *year, int64_t *ret_number,
    struct err *err);
/* The same inside a change set; nothing is done when it is open already. */
bool fiscal_year_open_in_set(struct session *session, const char *year, struct err *err);

/* The open year a whole day lies in. ERR_RULE says how to open one, or that it is closed. */
bool fiscal_year_of(struct session *session, const char *day, char ret_year[FISCAL_YEAR],
    struct err *err);

/* The day a year begins on, by rule fiscal.start. */
bool fiscal_year_first_day(struct session *session, int year, char ret_day[DAY_SIZE],
    struct err *err);

/* Is it four digits that can be a year? */
bool fiscal_year_is_one(const char *year, struct err *err);

#endif
