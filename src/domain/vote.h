/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/vote.h -- a vote and the rules it is taken by
 *
 * The rules of quorum and majority are those of the day it opened, kept with it.
 * Once it is closed nothing of it changes. See domain/voting.h.
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

extern const struct choice vote_methods[];
extern const struct choice vote_results[];

#endif
