/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/form_day.h -- typing days in a form
 *
 * Between the field and base/day: what is typed becomes a stored day, keys
 * step it, and the echo says what a date alone does not: weekday and distance.
 */
#ifndef UI_FORM_DAY_H
#define UI_FORM_DAY_H

#include <stdbool.h>

#include "base/day.h"

struct buf;
struct err;

/* typed in any way a clerk may write it; today "": the clock's day in UTC. */
bool form_day_read(const char *typed, const char *today, char ret_day[DAY_SIZE], struct err *err);

/* False when day is not whole: then + and - are typed. */
bool form_day_step(const char *day, int days, int months, char ret_day[DAY_SIZE]);

/* "Thu, in 17 days"; nothing for what is not a whole day. */
void form_day_echo(const char *day, const char *today, struct buf *text);

#endif
