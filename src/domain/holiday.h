/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/holiday.h -- national holidays, to warn of and never to forbid
 *
 * On one day, or every year on the same one. Those that go by the moon are
 * entered day by day, year by year: nothing computes them.
 */
#ifndef DOMAIN_HOLIDAY_H
#define DOMAIN_HOLIDAY_H

#include <stdbool.h>

#include "base/day.h"
#include "base/record.h"

struct holiday {
	char *country;	/* its code */
	char *day;	/* a day of one year, 2012-09-30, or of every year, 10-03 */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *note;
};

extern const struct record_type holiday_type;

/* The first day from from to last, whole days, that it is on; false: none. */
bool holiday_next(const struct holiday *holiday, const char *from, const char *last,
    char ret_day[DAY_SIZE]);

/* Its name in the language of the screen, else the next best; borrowed. */
const char *holiday_name(const struct holiday *holiday);

#endif
