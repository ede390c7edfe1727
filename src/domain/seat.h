/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/seat.h -- a seat of a body; it exists while nobody holds it
 *
 * So vacancies are rows. A seat is held by a government, never by a person:
 * who holds it is in domain/term.h.
 */
#ifndef DOMAIN_SEAT_H
#define DOMAIN_SEAT_H

#include <stdint.h>

#include "base/record.h"

struct seat {
	char *body;	/* its key */
	char *role;	/* word of seat_roles[] */
	int64_t no;	/* among those of its role in the body, from 1 */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day it was given up; NULL while it exists */
	char *decision;	/* it rests on: "GA-8/1", or the session, "GA-8" */
	char *ended;	/* why or by which decision it was given up */
	char *note;
};

extern const struct record_type seat_type;

/* chair vice-chair host coordinator co-coordinator member auditor: in this order in lists. */
extern const struct choice seat_roles[];

#endif
