/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/vote.h -- a vote; its roll is frozen when it opens
 *
 * A vote, with the rules of the moment it opened. Its roll is frozen then; once it
 * is closed nothing of it changes.
 */
#ifndef DOMAIN_VOTE_H
#define DOMAIN_VOTE_H

#include "base/record.h"

struct vote {
	char *meeting;	/* its key */
	int64_t no;	/* in the meeting, from 1 */
	char *item;	/* the agenda item, an id; NULL */
	char *motion;	/* what is voted on */
	char *method;	/* roll-call written en-bloc */
	char *opened;	/* the instant the roll was frozen, in UTC */
	char *closed;	/* the instant it was closed, in UTC; NULL while it is open */
	char *quorum;	/* the rule in force when it opened: 1/2 */
	char *majority;	/* the rule in force when it opened: 1/2 */
	char *result;	/* carried lost no-quorum */
};

extern const struct record_type vote_type;

#endif
