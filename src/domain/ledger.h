/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/ledger.h -- posting: the lines of an entry, and the entry that checks them
 *
 * A ledger_draft is what will be posted, line for line: screens show it before
 * the key that posts, and it is the same value that is then written. An entry
 * exists only posted; it never changes, and is reversed once.
 */
#ifndef DOMAIN_LEDGER_H
#define DOMAIN_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct entry;
struct err;
struct session;

/* A line as it will be posted. Debit is positive. */
struct ledger_line {
	char *account;		/* code */
	char *government;	/* the debtor, on what is owed; NULL elsewhere */
	int64_t amount;		/* minor units of the currency of the account */
	int64_t base;		/* minor units of the base currency */
};

struct ledger_draft {
	const char *kind;	/* of entry.kind; borrowed */
	char *booked;		/* whole day; NULL: today */
	char *value;		/* whole day of the bank; NULL: that booked */
	char *words;		/* what happened */
	char *government;	/* it is about; NULL */
	char *reverses;		/* number of an entry; NULL */
	char *approved;		/* decision or second person; NULL: none */
	struct ledger_line *line;
	size_t count, room;
};

void ledger_draft_done(struct ledger_draft *draft);

/* Strings are copied. A line that says nothing (both sums 0) is not added. */
void ledger_add(struct ledger_draft *draft, const char *account, const char *government,
    int64_t amount, int64_t base);

/* The sum of the base values: 0 when the entry balances. False: it does not fit 64 bits. */
bool ledger_balance(const struct ledger_draft *draft, int64_t *ret_sum);

/*
 * Add the line that makes it balance, on the account for exchange differences:
 * nothing where it balances. Refused when the difference is more than rounding
 * and rates can make, that is when one side is missing.
 */
bool ledger_add_difference(struct session *session, struct ledger_draft *draft, struct err *err);

/* Number it and write it, the lines first. The caller calls record_done(&entry_type, ret_entry). */
bool ledger_enter_in_set(struct session *session, const struct ledger_draft *draft,
    struct entry *ret_entry, struct err *err);
/* The same for its number alone ("E-2017-0001"), which the caller frees. */
bool ledger_post_in_set(struct session *session, const struct ledger_draft *draft,
    char **ret_number, struct err *err);
/* An entry made by hand, in a change set of its own. */
bool ledger_post(struct session *session, const struct ledger_draft *draft, char **ret_number,
    int64_t *ret_set, struct err *err);

/*
 * Post the opposite of an entry, once; a credit note that it posted is taken back
 * with it. Refused for what has its own way back: an invoice (credit note), a
 * payment that is allocated (undo that first).
 */
bool ledger_reverse(struct session *session, const char *number, const char *reason,
    char **ret_number, int64_t *ret_set, struct err *err);

/* A change set with an entry is never undone: false, with what to do instead. key is the entry's number. */
bool ledger_may_undo(struct session *session, const char *key, struct err *err);

#endif
