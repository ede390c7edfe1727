/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/delegation.h -- a government at a meeting
 *
 * As what it comes, what it answered, the state of its credentials and who votes
 * for it. Its persons are domain/delegate.h; whether it is there is a log of its
 * own, domain/attendance.h. It exists from the invitation on.
 */
#ifndef DOMAIN_DELEGATION_H
#define DOMAIN_DELEGATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"

struct err;
struct session;

struct delegation {
	char *meeting;	/* its key */
	char *government;	/* its code */
	char *capacity;	/* member observer associate guest */
	char *answer;	/* none coming declined withdrawn */
	char *invited;	/* the day the invitation went out; NULL */
	char *answered;	/* the day of the answer; NULL */
	char *credentials;	/* none provisional accepted rejected */
	char *proxy;	/* the government that votes for it; NULL */
	char *note;
};

extern const struct record_type delegation_type;

extern const struct choice delegation_capacities[];
extern const struct choice delegation_answers[];
extern const struct choice delegation_credentials[];

/* ERR_MISSING says that it is not invited. */
bool delegation_get(struct session *session, const char *meeting, const char *government,
    struct delegation *ret_delegation, struct err *err);

/* The credentials of all of them, in one change set: none provisional accepted rejected. */
bool delegation_set_credentials(struct session *session, const char *meeting,
    const char *const *governments, size_t count, const char *credentials, int64_t *ret_number,
    struct err *err);

/* A person more; *delegate has meeting and government, and gets its id. */
struct delegate;
bool delegation_add_delegate(struct session *session, struct delegate *delegate,
    int64_t *ret_number, struct err *err);

#endif
