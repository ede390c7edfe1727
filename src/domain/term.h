/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/term.h -- which government holds a seat, and when
 *
 * No two terms of a seat overlap. A term may end with an event whose day is not
 * known yet: until_meeting names it, and the closing of that session fills
 * until. domain/roster.h gives seats and takes them back.
 */
#ifndef DOMAIN_TERM_H
#define DOMAIN_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct err;
struct session;

struct term {
	char *id;	/* ULID */
	char *body;	/* its key */
	char *role;	/* word of seat_roles[] */
	int64_t no;	/* among those of its role in the body, from 1 */
	char *government;	/* its code */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *until_meeting;	/* "GA-9": its closing fills until; it need not exist yet. NULL */
	char *decision;	/* it rests on: "GA-8/1", or the session, "GA-8" */
	char *ended;	/* why or by which decision it ended */
	char *note;
};

extern const struct record_type term_type;

/*
 * Inside a change set: the session is closed on day, a whole day; every term
 * that goes on until that meeting ends on it, and says so in ended.
 */
bool term_end_with_meeting_in_set(struct session *session, const char *meeting, const char *day,
    struct err *err);

#endif
