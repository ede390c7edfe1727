/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/portfolio.h -- which country or body somebody of the staff answers for
 *
 * One of the two in each row, and one clerk at a time for each of them. A
 * portfolio counts only while its clerk works here, so that nobody who has
 * left is ever "in charge".
 */
#ifndef DOMAIN_PORTFOLIO_H
#define DOMAIN_PORTFOLIO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct portfolio {
	char *id;	/* ULID */
	char *staff;	/* whose it is, an id */
	char *country;	/* "JP", or NULL */
	char *body;	/* "ENV", or NULL */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type portfolio_type;

struct buf;
struct err;
struct session;

/*
 * Who answers for a country or a body on a day: the name in the language of
 * the screen, nothing where nobody does.
 */
bool portfolio_clerk(struct session *session, const char *about, const char *day,
    struct buf *ret_name, struct err *err);

/*
 * From a day on somebody answers for a country ("JP") or a body ("ENV"); who
 * did so until then does no more. since is what was typed.
 */
bool portfolio_give(struct session *session, const char *staff, const char *about,
    const char *since, int64_t *ret_number, struct err *err);

/* From a day on nobody answers for it. ERR_MISSING: nobody did. */
bool portfolio_end(struct session *session, const char *about, const char *until,
    int64_t *ret_number, struct err *err);

/* Inside a change set: all that is open of somebody ends that day; what begins later goes. */
bool portfolio_end_all_in_set(struct session *session, const char *staff, const char *until,
    struct err *err);

#endif
