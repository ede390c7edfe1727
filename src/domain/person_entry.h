/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/person_entry.h -- people as a clerk sees them on one day
 *
 * A view over person, holding and post: a person with the posts held.
 */
#ifndef DOMAIN_PERSON_ENTRY_H
#define DOMAIN_PERSON_ENTRY_H

#include <stdbool.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

/* A person on the session's day. */
struct person_entry {
	char *name;		/* in the language of the screen */
	char *own_name;		/* in the person's own */
	char *title;
	char *posts;		/* "KR-47 WC-CONTACT, ..." */
	char *phone, *email;
	char *language;		/* the person's own, a column */
	char *id;		/* ULID */
};
extern const struct record_type person_entry_type;

/* All of them, in the order of their ids. */
bool person_entry_list(struct session *session, struct row_list *ret_list, struct err *err);

#endif
