/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/batch.h -- payments that are entered together
 *
 * The sum of the paper they stand on is the target. Where the sums differ the
 * batch is closed with a reason, or not at all.
 */
#ifndef DOMAIN_BATCH_H
#define DOMAIN_BATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

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

/* A batch as people read it, with what was entered in it so far. */
struct batch_line {
	char *id, *title;
	char *account, *currency;
	int64_t target, entered;	/* minor units */
	int64_t count, payments;	/* on the paper; entered */
	char *posted;			/* whole day; "": it is open */
};
extern const struct record_type batch_line_type;

/* Oldest first. The caller calls row_list_done. */
bool batch_list(struct session *session, struct row_list *ret_list, struct err *err);

/* The batch of that id, or the newest of that title; the caller frees *ret_id. ERR_MISSING. */
bool batch_find(struct session *session, const char *word, char **ret_id, struct err *err);

/* May money that came in on that account stand in it? Refused: another account. */
bool batch_takes(struct session *session, const char *id, const char *account, struct err *err);

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
