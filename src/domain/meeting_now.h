/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/meeting_now.h -- which meeting a clerk means who names none
 *
 * On the plenary day nobody types the key of the meeting that everybody sits
 * in: it is the one that is open today, else one that is open, else the next
 * one to come, else the last one there was.
 */
#ifndef DOMAIN_MEETING_NOW_H
#define DOMAIN_MEETING_NOW_H

#include <stdbool.h>
#include <stdint.h>

struct err;
struct meeting;
struct session;

/* On the session's day. *ret_key is owned. ERR_MISSING: the file has no meeting at all. */
bool meeting_now(struct session *session, char **ret_key, struct err *err);

/*
 * Which meeting decided what is entered now: of the body ("": of any) the one
 * that is open on the session's day, else the last that was held. *ret_key is
 * owned, "" when there is none.
 */
bool meeting_now_deciding(struct session *session, const char *body, char **ret_key,
    struct err *err);

/*
 * The number of the sitting that the clock at the place of the meeting is in, or
 * that was the last to begin today, else the first of today. 0: none is today,
 * or the session looks at another day.
 */
bool meeting_now_sitting(struct session *session, const struct meeting *meeting,
    int64_t *ret_no, struct err *err);

#endif
