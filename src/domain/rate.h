/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/rate.h -- a rate: base units for one major unit of the currency, from that day on
 *
 * A rate: num / den base units for one major unit of the currency, on that day and
 * until the next one.
 */
#ifndef DOMAIN_RATE_H
#define DOMAIN_RATE_H

#include "base/record.h"

struct rate {
	char *currency;	/* ISO 4217 code */
	char *day;	/* A whole day */
	int64_t num;	/* base units for den major units of the currency */
	int64_t den;	/* 1 mostly */
	char *source;	/* who published it */
	char *note;
};

extern const struct record_type rate_type;

struct err;
struct session;

/*
 * The latest rate on or before day. The base currency is worth itself: 1/1, with
 * no source. ERR_MISSING says how to enter one. The caller calls record_done.
 */
bool rate_on(struct session *session, const char *currency, const char *day,
    struct rate *ret_rate, struct err *err);

/*
 * Enter the rate of a day, or mend it. Papers that were issued keep theirs.
 * Refused for the base currency itself.
 */
bool rate_set(struct session *session, const struct rate *rate, int64_t *ret_number,
    struct err *err);

#endif
