/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/staff.h -- who works in the secretariat, and where
 *
 * Officials sent by their governments, specialists of a country, people hired
 * here. The name one logs in with joins the clerk at the keyboard to her row,
 * and so to what she answers for (domain/portfolio.h).
 */
#ifndef DOMAIN_STAFF_H
#define DOMAIN_STAFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct staff {
	char *id;		/* ULID */
	char *person;		/* an id */
	char *body;		/* the secretariat, its bureau or a division */
	char *kind;		/* dispatched specialist hired */
	char *government;	/* that sent a dispatched official; NULL for others */
	char *login;		/* "" for none; on one day it is one of the staff's */
	char *since;		/* partial day; "" not known */
	char *until;		/* partial day; NULL while it goes on */
	char *note;
};

extern const struct record_type staff_type;
extern const struct choice staff_kinds[];

struct err;
struct session;

/*
 * Who is meant: an id, or the login of somebody on the session's day. The caller
 * frees *ret_id. ERR_MISSING.
 */
bool staff_find(struct session *session, const char *typed, char **ret_id, struct err *err);

/*
 * Whoever leaves hands nothing over by itself: the open portfolios end on the
 * same day, in the same change set, and are then without a clerk. until is
 * what was typed. ERR_RULE: she had left already.
 */
bool staff_leave(struct session *session, const char *id, const char *until,
    int64_t *ret_number, struct err *err);

#endif
