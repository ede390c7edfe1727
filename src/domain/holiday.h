/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/holiday.h -- a national holiday, to warn of
 *
 * A national holiday: on one day, or every year on the same one. To warn of, never
 * to forbid.
 */
#ifndef DOMAIN_HOLIDAY_H
#define DOMAIN_HOLIDAY_H

#include "base/record.h"

struct holiday {
	char *country;	/* its code */
	char *day;	/* A day of one year, 2012-09-30, or of every year, 10-03 */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *note;
};

extern const struct record_type holiday_type;

#endif
