/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/staff.h -- who works in the secretariat, and where
 *
 * Who works in the secretariat: officials sent by governments, country
 * specialists, hired staff.
 */
#ifndef DOMAIN_STAFF_H
#define DOMAIN_STAFF_H

#include "base/record.h"

struct staff {
	char *id;	/* ULID */
	char *person;	/* the person's id */
	char *body;	/* the division or bureau */
	char *kind;	/* dispatched specialist hired */
	char *government;	/* the government that sent the person; NULL */
	char *login;	/* the name the person logs in with, or empty */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type staff_type;

#endif
