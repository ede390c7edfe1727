/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/charge.h -- what one of the staff answers for, and the work that waits there
 */
#ifndef DOMAIN_CHARGE_H
#define DOMAIN_CHARGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

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
