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

struct err;
struct session;

/* What was entered in it so far: minor units of its account, and how many. */
bool batch_sum(struct session *session, const char *id, int64_t *ret_sum, int64_t *ret_count,
    struct err *err);

/* Those that are not posted yet. */
bool batch_count_open(struct session *session, int64_t *ret_count, struct err *err);

/*
 * Post it: it takes no payment any more. Where sum or count differ from what the
 * paper says the reason for it is asked for; NULL or "" is refused then.
 */
bool batch_post(struct session *session, const char *id, const char *difference,
    int64_t *ret_set, struct err *err);

#endif
