/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/attendance.h -- who is at a meeting at an instant, and who of them may vote
 *
 * A view: one row for each government that is invited, or that the quorum
 * counts without being invited. Presence is a log of in and out; who is there
 * is who came in last. A government that is not there is represented while the
 * holder of its proxy is in the hall and may vote itself.
 *
 * Rules and statuses are asked for the day of the instant at the place of the
 * meeting; before its first day and after its last one that day is taken, so
 * that a meeting of years ago is counted by what held then.
 */
#ifndef DOMAIN_ATTENDANCE_H
#define DOMAIN_ATTENDANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/day.h"
#include "base/record.h"
#include "domain/quorum.h"
#include "domain/row.h"

struct err;
struct meeting;
struct session;

struct attendance {
	char *government;	/* its code */
	char *name;		/* of the day, in the language of the screen; never empty */
	char *own_name;		/* in its own language */
	char *status;		/* on the day; "" when it has none */
	char *capacity;		/* member observer associate guest; "": it is not invited */
	char *answer;		/* none coming declined withdrawn; "" */
	int64_t late;		/* 1: it withdrew after the last day for credentials */
	char *credentials;	/* none provisional accepted rejected; "" */
	char *head;		/* name of the head of its delegation; "" */
	int64_t delegates;	/* persons of it, the head among them */
	int64_t present;	/* 1: in the hall itself */
	char *at;		/* the instant it last came in or went out; "" never */
	char *proxy;		/* the government that votes for it; "" */
	int64_t by_proxy;	/* 1: not in the hall, but represented */
	int64_t counted;	/* 1: the quorum is a part of these */
	int64_t may_vote;	/* 1 */
	char *reason;		/* a word of roll.reason; "" when it may vote */
	int64_t owes;		/* 1: its arrears suspend the vote on the day */
	int64_t restores;	/* minor units that give it back */
	char currency[4];	/* they are in */
};
extern const struct record_type attendance_type;

/*
 * All of them, by rank of protocol. at is a stamp of UTC; NULL is now, and where
 * the session looks at a past day the end of that day. The caller calls
 * row_list_done.
 */
bool attendance_list(struct session *session, const char *meeting, const char *at,
    struct row_list *ret_list, struct err *err);

/* The row of that government; NULL when it has none. Borrowed. */
const struct attendance *attendance_find(const struct row_list *list, const char *government);

/* The sum of a list, by the rule of its day; at as above. */
bool attendance_quorum(struct session *session, const char *meeting, const char *at,
    const struct row_list *list, struct quorum *ret_quorum, struct err *err);

/* Appends why a government of the list may not vote; nothing when it may. */
void attendance_say_reason(const struct row_list *list, const struct attendance *row,
    struct buf *ret_sentence);

/* The day of the meeting that an instant means: see above. at as above. */
void attendance_day(struct session *session, const struct meeting *meeting, const char *at,
    char ret_day[DAY_SIZE]);

/*
 * All of them come in, or go out: direction is "in" or "out". One change
 * set, or none: refused when one is not invited, or is in (out) already, and
 * unless the meeting is convened or open. Who comes in has answered by that:
 * it is coming.
 */
bool attendance_enter(struct session *session, const char *meeting,
    const char *const *governments, size_t count, const char *direction, int64_t *ret_number,
    struct err *err);

/*
 * The same, but it was at that instant, a stamp of UTC. ERR_RULE: it is still to
 * come, or before what is in the log of one of them.
 */
bool attendance_enter_at(struct session *session, const char *meeting,
    const char *const *governments, size_t count, const char *direction, const char *at,
    int64_t *ret_number, struct err *err);

/*
 * The stamp of what is typed for such an instant: a time of the wall clock there,
 * today ("930"), or on a whole day ("2012-07-24 9:30"). Refuses what no clock
 * there shows.
 */
bool attendance_read_time(struct session *session, const char *meeting, const char *typed,
    char ret_at[CLOCK_STAMP_SIZE], struct err *err);

/*
 * Whoever is out comes in, whoever is in goes out. A screen that shows which is
 * the case calls attendance_enter: of two desks that let one delegation in, the
 * second is told, and does not send it out again.
 */
bool attendance_toggle(struct session *session, const char *meeting, const char *government,
    bool *ret_in, int64_t *ret_number, struct err *err);

/* Inside a change set: is it in the hall now? */
bool attendance_is_in(struct session *session, const char *meeting, const char *government,
    bool *ret_in, struct err *err);

/* Inside a change set: one line of the log, for now where at is NULL. */
bool attendance_log_in_set(struct session *session, const char *meeting, const char *government,
    const char *direction, const char *at, struct err *err);

/* For undo: a set that wrote a line of the log stays. Says why. */
bool attendance_may_undo(struct session *session, const char *key, struct err *err);

#endif
