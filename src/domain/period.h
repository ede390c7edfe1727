/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/period.h -- half-open periods [since, until) of days known in part
 *
 * Everything here is a function of values. A partial day compares with a whole
 * day as text, because a prefix sorts first: see base/day.h.
 */
#ifndef DOMAIN_PERIOD_H
#define DOMAIN_PERIOD_H

#include <stdbool.h>

struct err;

/* since "" or NULL: open start; until NULL: it goes on. */
bool period_holds(const char *since, const char *until, const char *day);

/* The same in SQL, on :day, of the row that a question calls t: a condition to stand behind AND. */
#define PERIOD_ON_DAY(t) t ".since <= :day AND (" t ".until IS NULL OR " t ".until > :day)"

/* Refused when until is not after since; err names the field "until". */
bool period_check(const char *since, const char *until, struct err *err);

#endif
