/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/agenda.h -- the agenda of a meeting as it is read: numbers, clock, tree
 *
 * Items stand in a tree and are numbered by it, 2.1 below 2. What o'clock one
 * comes is computed: the minutes of the items before it, laid over the timed
 * sittings, so that an item goes on after the break it runs into. Items left
 * open at the closing and open follow-ups of the body come to the next agenda by
 * themselves.
 */
#ifndef DOMAIN_AGENDA_H
#define DOMAIN_AGENDA_H

#include <stdbool.h>

#include "base/record.h"
#include "domain/agenda_item.h"
#include "domain/row.h"

struct err;
struct session;

/* An item on the agenda. */
struct agenda_entry {
	char *number;	/* "2.1" */
	int64_t depth;	/* 0 at the top */
	char *title;	/* in the language of the screen, else the next best */
	int64_t minutes;	/* its own; those of the items below come besides */
	int64_t total;	/* with the items below it */
	char *day;	/* whole day it begins by the clock; "" not known */
	char *starts, *ends;	/* wall times in the zone of the meeting; "" not known */
	char *outcome;	/* open done carried dropped */
	char *from;	/* the meeting it was carried from; "" */
	char *follow_up;	/* id, ""; what comes back */
	int64_t sitting;	/* it begins in, as entered; 0: after the item before */
	char *meeting;	/* its key */
	char *id;	/* ULID of the item */
};
extern const struct record_type agenda_entry_type;

struct agenda_sum {
	int64_t minutes;	/* of all items */
	int64_t room;	/* of all timed sittings; 0: none is timed */
};

/* In the order of the agenda. ret_sum may be NULL. */
bool agenda_list(struct session *session, const char *meeting, struct row_list *ret_list,
    struct agenda_sum *ret_sum, struct err *err);

/* The id of the item with that number ("2.1") or id; owned. ERR_MISSING. */
bool agenda_find(struct session *session, const char *meeting, const char *number, char **ret_id,
    struct err *err);

/* A new item; position 0 puts it at the end of those beside it. */
bool agenda_add(struct session *session, struct agenda_item *item, int64_t *ret_number,
    struct err *err);

/*
 * To another place: below parent (NULL: at the top) as the nth, from 1; those
 * beside it make room. Refused: below itself.
 */
bool agenda_move(struct session *session, const char *id, const char *parent, int64_t position,
    int64_t *ret_number, struct err *err);

/* With the items below it. Refused when a decision or paper names one of them. */
bool agenda_remove(struct session *session, const char *id, int64_t *ret_number, struct err *err);

/* open done carried dropped. */
bool agenda_set_outcome(struct session *session, const char *id, const char *outcome,
    int64_t *ret_number, struct err *err);

/* Before a commit: the items are a tree of the meeting's own, none open once it is over. */
bool agenda_check(struct session *session, const char *meeting, struct err *err);

/* Inside a change set: as agenda_add, and all standing items of another meeting. */
bool agenda_add_in_set(struct session *session, struct agenda_item *item, struct err *err);
bool agenda_copy_in_set(struct session *session, const char *from, const char *to,
    struct err *err);

/*
 * Inside a change set: put on the agenda of meeting what the sessions of its body
 * before left open, and the open follow-ups of the body's decisions that are not
 * on it yet. *ret_count (may be NULL) is how many came.
 */
bool agenda_gather_in_set(struct session *session, const char *meeting, int64_t *ret_count,
    struct err *err);

/*
 * Inside a change set: a follow-up was made. It goes on the next agenda of the
 * body that decided, if that session is planned; otherwise meeting_add takes it.
 */
bool agenda_take_follow_up_in_set(struct session *session, const char *follow_up,
    struct err *err);

#endif
