/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/staff_entry.h -- the secretariat as a clerk sees it on one day
 *
 * A view over staff, person and portfolio: who works where and answers for what.
 */
#ifndef DOMAIN_STAFF_ENTRY_H
#define DOMAIN_STAFF_ENTRY_H

#include <stdbool.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

/* Somebody of the staff on the session's day. */
struct staff_entry {
	char *name;		/* in the language of the screen */
	char *body, *kind;
	char *government;	/* that sent the person; "" */
	char *login;
	char *answers;		/* countries, then bodies: "JP KR ENV"; "" for nothing */
	char *since, *until;	/* partial days; until "" while it goes on */
	char *phone, *email;
	char *person, *id;	/* ULIDs */
};
extern const struct record_type staff_entry_type;

/* Who works here on the day, by body, then by name of login; of one body, or of all (NULL). */
bool staff_entry_list(struct session *session, const char *body, struct row_list *ret_list,
    struct err *err);

#endif
