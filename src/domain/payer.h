/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/payer.h -- who paid a receipt, found out later
 *
 * A receipt of an unknown payer stands in suspense. This row names the payer,
 * once, and its entry takes the money out of there; the receipt itself does not
 * change.
 */
#ifndef DOMAIN_PAYER_H
#define DOMAIN_PAYER_H

#include "base/record.h"

struct payer {
	char *receipt;	/* its number */
	char *government;	/* its code */
	char *booked;	/* a whole day */
	char *entry;	/* the entry that posts it */
};

extern const struct record_type payer_type;

struct err;
struct session;

/*
 * The payer of a receipt is found out: the money leaves suspense and becomes a
 * credit of that government. Refused when the payer is known already.
 */
bool payer_set(struct session *session, const char *receipt, const char *government,
    int64_t *ret_set, struct err *err);

#endif
