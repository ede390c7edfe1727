/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/decision_take.h -- a meeting decides, and the data follow at once
 *
 * The one way in which decisions come into being: numbered after the last one
 * of the meeting, checked against the meeting, its vote and the body competent
 * for the kind on that day, and carried out in the same change set. Every row
 * that changes carries the number. Undone whole or not at all: see domain/undo.h.
 */
#ifndef DOMAIN_DECISION_TAKE_H
#define DOMAIN_DECISION_TAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"

struct buf;
struct decision;
struct err;
struct session;

/*
 * What an effect needs beside the decision itself. All may be NULL or "" where
 * the kind does not ask for it. It is in no table: it describes fields to type.
 */
struct decision_order {
	char *body, *role;	/* appoint: the seat that the government takes */
	char *until;		/* appoint: partial day the term ends; NULL: open, or with a meeting */
	char *until_meeting;	/* appoint: the meeting whose closing ends the term; NULL */
	char *coordinator;	/* set-up-body: the government that takes its first seat; NULL */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;	/* set-up-body */
	char *successor;	/* dissolve-body: the body that takes over; NULL */
	char *rule, *value;	/* the rule that has this value from then on */
	char *from;		/* the first day of the value; "": that of the decision */
};

extern const struct record_type decision_order_type;

/*
 * Take it. Of decision, no is given here, and taken when it is empty: the day
 * of the vote, else today, else the last day of the meeting. ret_told gets what
 * was done, a sentence a line; ret_number (may be NULL) the change set.
 * ERR_RULE: the state of the meeting, the vote, the body, the day, or what
 * would be changed stands against it. ERR_MISSING: something is not there.
 */
bool decision_take(struct session *session, struct decision *decision,
    const struct decision_order *order, struct buf *ret_told, int64_t *ret_number,
    struct err *err);

/* The same, and nothing is kept: what would be done, or why it cannot be. */
bool decision_foresee(struct session *session, struct decision *decision,
    const struct decision_order *order, struct buf *ret_told, struct err *err);

/*
 * May the making of this decision be undone? ERR_RULE: it rests on a vote, whose roll is
 * used; the sentence says what to do instead.
 */
bool decision_may_undo(struct session *session, const char *key, struct err *err);

#endif
