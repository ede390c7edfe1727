/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/officer.h -- a person who exercises an office for the government that holds it
 *
 * A person who exercises an office for the government that holds it; acting
 * persons beside the one who is absent.
 */
#ifndef DOMAIN_OFFICER_H
#define DOMAIN_OFFICER_H

#include "base/record.h"

struct officer {
	char *id;	/* ULID */
	char *term;	/* its id */
	char *person;	/* the person's id */
	int64_t acting;	/* 1 for an acting person, else 0 */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type officer_type;

#endif
