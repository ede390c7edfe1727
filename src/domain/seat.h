/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/seat.h -- a seat of a body; it exists while nobody holds it
 *
 * A seat of a body. It exists while it is vacant, so that vacancies are rows.
 */
#ifndef DOMAIN_SEAT_H
#define DOMAIN_SEAT_H

#include "base/record.h"

struct seat {
	char *body;	/* its key */
	char *role;	/* chair vice-chair host coordinator co-coordinator member auditor */
	int64_t no;	/* among those of its role in the body, from 1 */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *decision;	/* number of the decision or session: "GA-8" */
	char *note;
};

extern const struct record_type seat_type;

/* The roles, shared by seats and terms. */
extern const struct choice seat_roles[];

#endif
