/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/allocation.h -- a part of a receipt that pays an invoice, or is paid back
 *
 * A part of a receipt that pays an invoice. It is undone by an opposite row.
 */
#ifndef DOMAIN_ALLOCATION_H
#define DOMAIN_ALLOCATION_H

#include "base/record.h"

struct allocation {
	char *id;	/* ULID */
	char *receipt;	/* its number */
	char *invoice;	/* its id; NULL: it is paid back, or given to its payer */
	int64_t used;	/* minor units of the receipt; negative in the opposite row */
	int64_t used_base;	/* base value of what is used */
	int64_t amount;	/* minor units of the invoice; negative in the opposite row */
	int64_t base;	/* what it takes off the base value of what is owed */
	char *booked;	/* A whole day */
	char *entry;	/* the entry that posts it */
	char *undoes;	/* the allocation this is the opposite of; NULL */
};

extern const struct record_type allocation_type;

#endif
