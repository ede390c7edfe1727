/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/tally.h -- what a vote comes to, from its frozen roll
 *
 * A function of the rows alone: whoever has the roll, the ballots and the two
 * rules that were frozen with them gets the same result, today or in twenty
 * years. The quorum comes first: without it nothing was decided, however many
 * were for it.
 */
#ifndef DOMAIN_TALLY_H
#define DOMAIN_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/quorum.h"
#include "domain/row.h"

struct buf;
struct err;
struct vote;

enum tally_choice { TALLY_YES, TALLY_NO, TALLY_ABSTAIN, TALLY_NOT_VOTING, TALLY_CHOICES };
enum tally_manner { TALLY_FLOOR, TALLY_WRITTEN, TALLY_MANNERS };

struct tally {
	int64_t entitled;	/* on the roll, and may vote */
	int64_t by[TALLY_MANNERS][TALLY_CHOICES];	/* counted apart */
	int64_t sum[TALLY_CHOICES];	/* and together */
	int64_t to_call;	/* entitled, and no ballot yet: 0 once it is closed */
	struct quorum quorum;	/* .assumed is no part of the rows: false */
	const char *result;	/* carried lost no-quorum: what it would be if it closed now */
};

/* rolls and ballots are those of the vote. Refused when its rules cannot be read. */
bool tally_count(const struct vote *vote, const struct row_list *rolls,
    const struct row_list *ballots, struct tally *ret_tally, struct err *err);

/* Appends "yes 14, no 1, abstain 2, not voting 0, to call 21: 38 of 38". */
void tally_say(const struct tally *tally, struct buf *ret_line);

/* Appends "on the floor: yes 11 ...; written: yes 3 ..."; nothing when none is written. */
void tally_say_apart(const struct tally *tally, struct buf *ret_line);

#endif
