/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body.h -- bodies by key; a dissolved one keeps its number
 *
 * A body. It is never deleted: a dissolved one keeps its key and its number.
 */
#ifndef DOMAIN_BODY_H
#define DOMAIN_BODY_H

#include "base/record.h"

struct body {
	char *key;	/* capital letters, digits and hyphens; never changes */
	char *kind;
	char *parent;	/* the body it belongs to; NULL at the top */
	int64_t number;	/* among those of its parent, from 1; 0: none. It is never given again */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *decision;	/* number of the decision or session: "GA-8" */
	char *successor;	/* the body that took over; NULL */
	char *note;
};

extern const struct record_type body_type;

#endif
