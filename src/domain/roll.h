/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/roll.h -- a government on the roll of a vote
 *
 * Frozen when the vote opens, with the reason of each that might not vote.
 */
#ifndef DOMAIN_ROLL_H
#define DOMAIN_ROLL_H

#include "base/record.h"

struct roll {
	char *meeting;	/* its key */
	int64_t vote;	/* its number in the meeting */
	char *government;	/* its code */
	int64_t present;	/* 1 when it was present */
	int64_t entitled;	/* 1 when it might vote */
	char *reason;	/* not-member credentials arrears suspended absent */
	char *proxy;	/* the government that voted for it; NULL */
};

extern const struct record_type roll_type;

extern const struct choice roll_reasons[];

#endif
