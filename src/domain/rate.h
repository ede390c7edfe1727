/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/rate.h -- what one unit of a currency is worth in the base currency
 *
 * From its day on, until the next one is known. It is a fraction, num / den, for
 * a decimal would have to be rounded before anything was paid by it.
 */
#ifndef DOMAIN_RATE_H
#define DOMAIN_RATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct rate {
	char *currency;	/* ISO 4217 code */
	char *day;	/* a whole day */
	int64_t num;	/* base units for den major units of the currency */
	int64_t den;	/* 1 mostly */
	char *source;	/* who published it */
	char *note;
};

extern const struct record_type rate_type;

struct buf;
struct err;
struct session;

/* "1080", "1080.5" or "10801/10", as clerks type it. ERR_INPUT says so. */
bool rate_read(const char *typed, int64_t *ret_num, int64_t *ret_den, struct err *err);

/* The same back: a decimal where it has an end within six places, else a fraction. */
void rate_show(struct buf *text, int64_t num, int64_t den);

/*
 * The latest rate on or before day. The base currency is worth itself: 1/1, with
 * no source. ERR_MISSING says how to enter one. The caller calls record_done.
 */
bool rate_on(struct session *session, const char *currency, const char *day,
    struct rate *ret_rate, struct err *err);
/* The same for who knows the base currency already. */
bool rate_to(struct session *session, const char *base, const char *currency, const char *day,
    struct rate *ret_rate, struct err *err);

/*
 * Enter the rate of a day, or mend it. Papers that were issued keep theirs.
 * Refused for the base currency itself.
 */
bool rate_set(struct session *session, const struct rate *rate, int64_t *ret_number,
    struct err *err);

#endif
