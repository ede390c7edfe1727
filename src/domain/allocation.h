/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/allocation.h -- what a part of a receipt is used for
 *
 * It pays an invoice, or it is paid back. It never changes and never goes: an
 * opposite row, which names it, takes it back.
 */
#ifndef DOMAIN_ALLOCATION_H
#define DOMAIN_ALLOCATION_H

#include "base/record.h"

struct allocation {
	char *id;	/* ULID */
	char *receipt;	/* its number */
	char *invoice;	/* its id; NULL: it is paid back, or given to its payer */
	int64_t used;	/* minor units of the receipt; negative in the opposite row */
	int64_t used_base;	/* base value of what is used */
	int64_t amount;	/* minor units of the invoice; negative in the opposite row */
	int64_t base;	/* what it takes off the base value of what is owed */
	char *booked;	/* a whole day */
	char *entry;	/* the entry that posts it */
	char *undoes;	/* the allocation this is the opposite of; NULL */
};

extern const struct record_type allocation_type;

struct err;
struct session;

/*
 * Use what is left of a receipt: on that invoice ("2017-0001"), or, where that is
 * NULL, on what its payer owes, oldest first. Refused: nothing is left, nothing
 * is open, the payer is not known. *ret_count invoices got something.
 */
bool allocation_make(struct session *session, const char *receipt, const char *invoice,
    int64_t *ret_count, int64_t *ret_set, struct err *err);

/*
 * Take back by opposite rows all that the receipt pays of that invoice (NULL: of
 * all): the money becomes a credit again.
 */
bool allocation_undo(struct session *session, const char *receipt, const char *invoice,
    int64_t *ret_count, int64_t *ret_set, struct err *err);

/*
 * Inside a change set, after the lines of the reversal and before its entry: what
 * the reversed entry of a receipt paid is open again. Refused when part of it was
 * taken back or used otherwise before: the opposite lines would then say something
 * else.
 */
bool allocation_follow_reversal_in_set(struct session *session, const char *reversed,
    const char *reversal, struct err *err);

/*
 * Pay back what is left of a receipt, or part of it: amount as money_parse reads
 * it, or "all". Names the decision or the second person.
 */
bool allocation_refund(struct session *session, const char *receipt, const char *amount,
    const char *approved, int64_t *ret_set, struct err *err);

#endif
