/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/officer.h -- a person who exercises an office for the government that holds it
 *
 * Beside her there may be an acting person, while she is absent.
 */
#ifndef DOMAIN_OFFICER_H
#define DOMAIN_OFFICER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct err;
struct session;

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

/*
 * From officer->since on the person exercises the office of officer->term.
 * Whoever did so until then, or acted until then, does so no more. ret_number
 * may be NULL. ERR_MISSING: no such term or person.
 */
bool officer_begin(struct session *session, struct officer *officer, int64_t *ret_number,
    struct err *err);

#endif
