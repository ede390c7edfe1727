/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/fiscal_year.h -- a fiscal year; once closed it stays closed
 *
 * A fiscal year. It opens once, closes for good, is never deleted.
 */
#ifndef DOMAIN_FISCAL_YEAR_H
#define DOMAIN_FISCAL_YEAR_H

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

#endif
