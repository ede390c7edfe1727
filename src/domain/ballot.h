/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/ballot.h -- how a government voted
 *
 * One a government and vote. While the vote is open a slip is mended.
 */
#ifndef DOMAIN_BALLOT_H
#define DOMAIN_BALLOT_H

#include "base/record.h"

struct ballot {
	char *meeting;	/* its key */
	int64_t vote;	/* its number in the meeting */
	char *government;	/* its code */
	char *choice;	/* yes no abstain not-voting */
	char *manner;	/* floor written */
	char *cast_by;	/* the proxy that cast it; NULL: itself */
	char *at;	/* the instant, in UTC */
};

extern const struct record_type ballot_type;

extern const struct choice ballot_choices[];
extern const struct choice ballot_manners[];

#endif
