/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/address.h -- where letters and visitors go, by period
 *
 * Street, city, postcode and country move as one unit in a merge: half of one
 * address and half of another is worse than either.
 */
#ifndef DOMAIN_ADDRESS_H
#define DOMAIN_ADDRESS_H

#include "base/record.h"

struct address {
	char *id;	/* ULID */
	char *government;	/* NULL when it is a post's */
	char *post;	/* NULL when it is a government's */
	char *kind;	/* "postal" or "visit" */
	char *language;
	char *lines;	/* street and house, several lines */
	char *city;
	char *postcode;
	char *country;	/* as written on the envelope */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type address_type;

#endif
