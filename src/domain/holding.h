/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/holding.h -- who holds a post, and when
 *
 * Posts pass from person to person in mid-term; the holdings of one post do not
 * overlap, and a gap means that it was vacant.
 */
#ifndef DOMAIN_HOLDING_H
#define DOMAIN_HOLDING_H

#include "base/record.h"

struct holding {
	char *id;	/* ULID */
	char *post;
	char *person;
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type holding_type;

#endif
