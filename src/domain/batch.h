/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/batch.h -- a batch of payments that are entered together
 *
 * A batch of payments that are entered together, with the sum they must reach.
 */
#ifndef DOMAIN_BATCH_H
#define DOMAIN_BATCH_H

#include "base/record.h"

struct batch {
	char *id;	/* ULID */
	char *title;	/* what the paper is called: bank of 10 April */
	char *account;	/* the account the money came in on */
	int64_t target;	/* the sum on the paper, minor units of the account; 0: not said */
	int64_t count;	/* how many payments the paper has; 0: not said */
	char *difference;	/* why it was posted though the sums differ; empty: they did not */
	char *posted;	/* the day; NULL while it is open */
	char *note;
};

extern const struct record_type batch_type;

#endif
