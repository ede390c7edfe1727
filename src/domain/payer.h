/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/payer.h -- who paid a receipt of an unknown payer, found out later
 *
 * Who paid a receipt of an unknown payer, found out later: its entry takes the money
 * out of suspense.
 */
#ifndef DOMAIN_PAYER_H
#define DOMAIN_PAYER_H

#include "base/record.h"

struct payer {
	char *receipt;	/* its number */
	char *government;	/* its code */
	char *booked;	/* A whole day */
	char *entry;	/* the entry that posts it */
};

extern const struct record_type payer_type;

#endif
