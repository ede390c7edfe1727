/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/officer.h -- a person who exercises an office for the government that holds it
 *
 * Beside her there may be an acting person, while she is absent.
 */
#ifndef DOMAIN_OFFICER_H
#define DOMAIN_OFFICER_H

#include <stdint.h>

#include "base/record.h"

struct officer {
	char *id;	/* ULID */
	char *term;	/* id of the term she serves in */
	char *person;	/* the person's id */
	int64_t acting;	/* 1: in the place of the one who is absent */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type officer_type;

#endif
