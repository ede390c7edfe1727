/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/staff_entry.h -- the secretariat as a clerk sees it on one day
 *
 * Views over staff, person and portfolio: who works where and answers for
 * what; and what one of them answers for, with the work that waits there.
 */
#ifndef DOMAIN_STAFF_ENTRY_H
#define DOMAIN_STAFF_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

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

/* What somebody answers for on the session's day, and what waits there. */
struct charge {
	char *about;		/* "JP", "ENV" */
	char *kind;		/* "country", "body" */
	char *name;		/* in the language of the screen */
	int64_t late;		/* follow-ups that it owes and that are overdue */
	int64_t vacant;		/* seats of the body; posts of the country's governments */
	int64_t applications;	/* of the country's governments, open */
	char *next;		/* key of the next meeting: of the body, or hosted in the country; "" */
	char *begins;		/* its first day, partial; "" */
};
extern const struct record_type charge_type;

/*
 * Of whoever logs in as the session's user: countries in the order of the web
 * site, then bodies. Nothing, and no failure, for a user who is none of the staff.
 */
bool charge_list(struct session *session, struct row_list *ret_list, struct err *err);

#endif
