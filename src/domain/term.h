/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/term.h -- which government holds a seat; no two terms of a seat overlap
 *
 * Which government holds a seat, and when. A term may end with an event whose
 * day is not known yet: until_meeting names it, and its closing fills until.
 */
#ifndef DOMAIN_TERM_H
#define DOMAIN_TERM_H

#include "base/record.h"

struct term {
	char *id;	/* ULID */
	char *body;	/* its key */
	char *role;	/* chair vice-chair host coordinator co-coordinator member auditor */
	int64_t no;	/* among those of its role in the body, from 1 */
	char *government;	/* its code */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *until_meeting;	/* "GA-9": its closing fills until; it need not exist yet */
	char *decision;	/* number of the decision or session: "GA-8" */
	char *ended;	/* why or by which decision it ended */
	char *note;
};

extern const struct record_type term_type;

#endif
