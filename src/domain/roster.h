/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/roster.h -- who holds the seats of a body on a day, and who held them
 *
 * A line is a seat on the session's day: held, or vacant and a line all the
 * same. Past holders, and terms that begin later, are asked for apart. Here
 * governments get seats, keep them for another term and give them back; each
 * rests on a decision, whose number goes into the row.
 */
#ifndef DOMAIN_ROSTER_H
#define DOMAIN_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct buf;
struct err;
struct seat;
struct session;
struct term;

struct roster_line {
	char *body, *role;
	int64_t no;		/* of the seat, among those of its role */
	char *state;		/* held vacant coming past */
	char *government;	/* its code; "" where the seat is vacant */
	char *since;		/* of the term; of the vacancy */
	char *until;		/* NULL while it goes on */
	char *until_meeting;	/* NULL: it ends with no session */
	char *decision;		/* the term rests on; the seat, where it is vacant */
	char *ended, *note;
	char *officer;		/* who exercises it on the day, in the screen's language; "" */
	int64_t acting;		/* 1: that person acts for another */
	char *body_name, *name;	/* of body and government on that day, never empty */
	char *term;		/* id; "" where the seat is vacant */
};

extern const struct record_type roster_line_type;

/* The part of a roster; a sum of these. */
enum roster_part {
	ROSTER_NOW	= 1 << 0,	/* held and vacant seats */
	ROSTER_COMING	= 1 << 1,	/* terms that begin later; none as of a past day */
	ROSTER_PAST	= 1 << 2,	/* terms that have ended, the latest first */
};

/*
 * Of one body, by role and number. A body that is not set up yet, or dissolved,
 * has no line of ROSTER_NOW. ERR_MISSING: no such body. The caller calls
 * row_list_done.
 */
bool roster_list(struct session *session, const char *body, unsigned parts,
    struct row_list *ret_list, struct err *err);

/* What a government holds, in all bodies. */
bool roster_held(struct session *session, const char *government, unsigned parts,
    struct row_list *ret_list, struct err *err);

/*
 * The same in few words, for the lines below a list: "ECON coordinator, since
 * 1998-10 (GA-2/2)", each office on a line of its own. Nothing where it holds none.
 */
bool roster_offices(struct session *session, const char *government, struct buf *ret_lines,
    struct err *err);

/* How many seats of a body are held on the session's day, and how many there are. */
struct roster_count {
	size_t held, seats;
};
bool roster_count(struct session *session, const char *body, struct roster_count *ret_count,
    struct err *err);

/*
 * Inside a change set: term->government takes a seat of term->role in
 * term->body from term->since on, until term->until or until the meeting
 * term->until_meeting closes; no and id are filled in.
 *
 * no 0 is a seat that is vacant from then on, else a new one, which rests on
 * the same decision; of chair, host and coordinator it is the first. Who holds
 * the seat until then does so no more, and the decision says why. Where the
 * meeting is closed already, until is filled.
 *
 * ERR_RULE: the government is no member on that day, holds a seat of that role
 * there already, or the body is dissolved by then; a later term would overlap.
 */
bool roster_seat_in_set(struct session *session, struct term *term, struct err *err);

/*
 * Inside a change set, after term_end_with_meeting_in_set: where the chair's term
 * ended with that meeting, the host of the meeting chairs until the next session
 * of the body closes. ret_said, where not NULL, gets a sentence. Nothing is done
 * where no host is known, or it is no member.
 */
bool roster_pass_chair_in_set(struct session *session, const char *meeting, struct buf *ret_said,
    struct err *err);

/* A change set of its own around it. ret_number may be NULL. */
bool roster_seat(struct session *session, struct term *term, int64_t *ret_number, struct err *err);

/*
 * The holder goes on from the end of its term, or from next->since where that
 * is given: a second term, with next's until, until_meeting and decision.
 * next names body, role and no; the government is filled in. ERR_RULE: the
 * term has no end, and none was given; the seat is vacant.
 */
bool roster_renew(struct session *session, struct term *next, int64_t *ret_number,
    struct err *err);

/* The term of that id ends on day; ended says why, or names the decision. */
bool roster_end(struct session *session, const char *term, const char *day, const char *ended,
    int64_t *ret_number, struct err *err);

/* A new seat, vacant; no 0 is the next of its role. */
bool roster_add_seat(struct session *session, struct seat *seat, int64_t *ret_number,
    struct err *err);

/* A seat is given up on day, with the term in it. */
bool roster_remove_seat(struct session *session, const struct seat *seat, const char *day,
    const char *ended, int64_t *ret_number, struct err *err);

/* Id of the term in a seat on the session's day. ERR_MISSING: it is vacant. Owned. */
bool roster_find_term(struct session *session, const char *body, const char *role, int64_t no,
    char **ret_id, struct err *err);

#endif
