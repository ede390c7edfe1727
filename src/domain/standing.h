/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/standing.h -- may a government vote, and if not, why not
 *
 * Functions of values: what is known of a government on the day of a meeting
 * gives one reason, the first of the table that applies, or none. A government
 * that is not in the hall is absent before anything is said of its papers.
 */
#ifndef DOMAIN_STANDING_H
#define DOMAIN_STANDING_H

#include <stdbool.h>

struct buf;

/* What is known of one government at one meeting. */
struct standing {
	const char *status;	/* on the day; "" when it has none */
	bool votes;		/* governments of that status vote, by rule vote.statuses */
	bool present;		/* in the hall, or represented by who holds its proxy */
	bool owes;		/* it owes as many years of dues as suspend the vote */
	const char *credentials;	/* "" without a delegation */
};

/* A word of roll.reason; "" when it may vote. Not owned. */
const char *standing_reason(const struct standing *standing);

/*
 * Is it one of those the quorum is a part of? A member is, whether or not its
 * papers and its dues are in order; who is no member or suspended is not.
 */
bool standing_counts(const char *reason);

/* Appends a sentence: why code may not vote, and what restores it. "" says nothing. */
void standing_say(const char *reason, const char *code, struct buf *ret_sentence);

#endif
