/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/follow_up_list.h -- follow-ups as a clerk sees them on one day
 *
 * A line is a follow-up with its number, its owner by name, and whether it is
 * late. One that was closed after the session's day is open on it.
 */
#ifndef DOMAIN_FOLLOW_UP_LIST_H
#define DOMAIN_FOLLOW_UP_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/row.h"

struct err;
struct follow_up;
struct session;

struct follow_up_entry {
	char *number;		/* "GA-8/2/1": decision and number, its key on the command line */
	char *decision;		/* "GA-8/2" */
	char *what;
	char *owner;		/* code of the government or key of the body */
	char *due;		/* partial day; "" none was set */
	char *state;		/* open late closed */
	int64_t days;		/* it is late; 0: it is not */
	char *closed, *closing;	/* "" while it is open */
	char *next;		/* the meeting it goes to, "" where none is planned or it is closed */
	char *note;
	char *id;		/* ULID */
};

extern const struct record_type follow_up_entry_type;

/*
 * Of one decision ("GA-8/2"), or of all (NULL): by due day, those without one
 * last. The caller calls row_list_done.
 */
bool follow_up_list(struct session *session, const char *decision, bool open_only,
    struct row_list *ret_list, struct err *err);

/*
 * Rows of struct follow_up that are open on the session's day, by due day: those
 * that a session of the body decided on, or that the body owes. NULL: all.
 */
bool follow_up_list_open(struct session *session, const char *body, struct row_list *ret_list,
    struct err *err);

/* How many are open on the session's day, and late. */
struct follow_up_count {
	size_t open, late;
};
bool follow_up_count(struct session *session, struct follow_up_count *ret_count, struct err *err);

/*
 * A new one of a decision: no is given, and it goes on the next agenda of the
 * body. ERR_MISSING: no such decision, owner.
 */
bool follow_up_add(struct session *session, struct follow_up *follow_up, int64_t *ret_number,
    struct err *err);

/* Close it with a note; closed NULL or "" is today. ERR_RULE: it is closed already. */
bool follow_up_close(struct session *session, const char *id, const char *closed,
    const char *closing, int64_t *ret_number, struct err *err);

/* The id of a number "GA-8/2/1", or of an id; owned. ERR_MISSING. */
bool follow_up_find(struct session *session, const char *number, char **ret_id, struct err *err);

#endif
