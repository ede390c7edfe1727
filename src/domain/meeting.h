/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/meeting.h -- sessions of bodies, from the plan to the report
 *
 * planned -> convened -> open -> closed -> reported; on the way to the opening
 * one may be postponed, which keeps its ordinal and remembers the first day it
 * had, or cancelled, which gives its ordinal up but never its key: the session
 * that takes the ordinal later is GA-9-2. The days of a meeting are whole: ends
 * is its last day itself, and no midnight stands for a day. Times of the clock
 * are those of its sittings.
 */
#ifndef DOMAIN_MEETING_H
#define DOMAIN_MEETING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "base/record.h"

struct buf;
struct err;
struct session;

struct meeting {
	char *key;	/* GA-8, or GA-9-2 where GA-9 was cancelled; never changes */
	char *body;	/* its key */
	int64_t ordinal;	/* unique and rising in the body; 0: none is known, or it was cancelled */
	char *state;	/* planned convened open closed reported postponed cancelled */
	char *host;	/* the government that is host; NULL */
	char *place;	/* city, building, or on line */
	char *room;	/* where sittings say nothing else */
	char *zone;	/* IANA zone of its wall times; "": that of the association */
	char *begins;	/* partial day; "" not known */
	char *ends;	/* the last day itself; NULL: one day, or not known */
	char *convened;	/* day the invitations went out; NULL not yet */
	char *moved_from;	/* first day before it was postponed; NULL */
	char *note;
};

extern const struct record_type meeting_type;

/* The last day of the meeting, "" while it is not known to the day. */
void meeting_last_day(const struct meeting *meeting, char ret_day[DAY_SIZE]);

/* IANA id of its wall times, never empty; borrowed. */
const char *meeting_zone(const struct session *session, const struct meeting *meeting);

/*
 * The session of the body that comes next: not yet opened nor cancelled, the
 * lowest ordinal, then the earliest. NULL when none is planned; owned.
 */
bool meeting_next(struct session *session, const char *body, char **ret_key, struct err *err);

/*
 * A new session, planned. What is empty is filled: the body out of the key, the
 * ordinal (one more than the last of the body), the key out of both. What is
 * left open of the body, and its follow-ups, go on its agenda (domain/agenda.h).
 * Refused: a key or ordinal that is taken, an ordinal that does not rise with
 * the days, a body that is dissolved. ret_warnings gets a line for each thing
 * to be looked at: the rhythm of the Assembly, clashes; it may be NULL.
 */
bool meeting_add(struct session *session, struct meeting *meeting, struct buf *ret_warnings,
    struct err *err);

/* Appends those lines for a meeting that is there, to be shown again. */
bool meeting_warn(struct session *session, const char *key, struct buf *ret_warnings,
    struct err *err);

/*
 * The next session after this one: same body, host, place, room and zone, the
 * sittings at their times, the standing items of the agenda; days from begins on, as many as it had. *ret_key is owned.
 */
bool meeting_copy_next(struct session *session, const char *key, const char *begins,
    char **ret_key, struct buf *ret_warnings, struct err *err);

/*
 * count further sessions like this one, months apart, each copied as by
 * meeting_copy_next, in one change set. Refused unless its first day is whole.
 */
bool meeting_repeat(struct session *session, const char *key, int count, int months,
    struct buf *ret_keys, struct buf *ret_warnings, struct err *err);

/*
 * Inside a change set: the invitations went out on that whole day. planned and
 * postponed become convened; a meeting convened already keeps its first day.
 */
bool meeting_convene_in_set(struct session *session, const char *key, const char *day,
    struct err *err);
bool meeting_convene(struct session *session, const char *key, const char *day,
    int64_t *ret_number, struct err *err);

/* convened -> open. */
bool meeting_open(struct session *session, const char *key, int64_t *ret_number, struct err *err);

/*
 * open -> closed. Terms that last until this meeting end on its last day; agenda
 * items that are still open become carried, and stand on the next agenda of the
 * body if that session is planned already. ret_said (may be NULL) gets a line
 * for each thing that was done besides.
 */
bool meeting_close(struct session *session, const char *key, int64_t *ret_number,
    struct buf *ret_said, struct err *err);

/* closed -> reported: its report or minutes went out. */
bool meeting_report(struct session *session, const char *key, int64_t *ret_number,
    struct err *err);

/*
 * To other days, begins may be "" while they are not known; ends NULL or "" keeps
 * the length. Not once it is open. Its sittings move by as many days; while no day
 * is known they are at no time, and then move with the first one that is.
 */
bool meeting_postpone(struct session *session, const char *key, const char *begins,
    const char *ends, const char *why, int64_t *ret_number, struct err *err);

/* It will not be held: the ordinal is free again, the agenda goes to the next. */
bool meeting_cancel(struct session *session, const char *key, const char *why,
    int64_t *ret_number, struct err *err);

#endif
