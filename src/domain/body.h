/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body.h -- the bodies of the association, from setting up to dissolving
 *
 * A body is never deleted: a dissolved one keeps its key and its number, and
 * gains nothing any more. What holds for a period only stands elsewhere: what
 * it is called in body_name, what it is for in body_text, its seats in seat.
 */
#ifndef DOMAIN_BODY_H
#define DOMAIN_BODY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct body_name;
struct err;
struct session;

struct body {
	char *key;	/* capital letters, digits and hyphens: "ENV"; never changes */
	char *kind;	/* word of body_kinds[] */
	char *parent;	/* key of the body it belongs to; NULL at the top */
	int64_t number;	/* among those of its parent, from 1; 0: none. Never given again */
	char *since;	/* partial day it was set up; "" not known */
	char *until;	/* partial day it was dissolved; NULL while it exists */
	char *decision;	/* it was set up by: "GA-8/2", or the session, "GA-8" */
	char *successor;	/* key of the body that took over; NULL */
	char *ended;	/* why or by which decision it was dissolved */
	char *note;
};

extern const struct record_type body_type;

/* association assembly committee subcommittees subcommittee secretariat bureau ... */
extern const struct choice body_kinds[];

/*
 * Before a commit: it has a name, and its line of parents comes to an end. A body
 * that is gone, taken back by undo, needs neither. ERR_RULE.
 */
bool body_check_whole(struct session *session, const char *key, struct err *err);

/*
 * Inside a change set: a new body and what it is called from its first day on
 * (name->body is filled in). A sub-committee without a number gets the next one
 * of its parent, dissolved ones counted, and a vacant seat for its coordinator.
 * ERR_RULE: the key is taken, the parent is dissolved by then.
 */
bool body_set_up_in_set(struct session *session, struct body *body, struct body_name *name,
    struct err *err);

/*
 * Inside a change set: it exists until day, a day known whole or in part. Terms
 * and seats that go on end with it. successor and decision may be NULL.
 * ERR_MISSING; ERR_RULE: it is dissolved already, bodies below it go on, a
 * meeting of it is planned for later, or the successor does not exist then.
 */
bool body_dissolve_in_set(struct session *session, const char *key, const char *day,
    const char *successor, const char *decision, struct err *err);

/*
 * One change set of its own around each of them. ret_number may be NULL, and so
 * may coordinator, the government that takes that seat from the first day on.
 */
bool body_set_up(struct session *session, struct body *body, struct body_name *name,
    const char *coordinator, int64_t *ret_number, struct err *err);
bool body_dissolve(struct session *session, const char *key, const char *day,
    const char *successor, const char *decision, int64_t *ret_number, struct err *err);

#endif
