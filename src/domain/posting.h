/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/posting.h -- a line of an entry
 *
 * An amount in the currency of the account, and its value in the base currency.
 * Debit is positive: the values of an entry sum to nothing.
 */
#ifndef DOMAIN_POSTING_H
#define DOMAIN_POSTING_H

#include "base/record.h"
#include "domain/row.h"

struct posting {
	char *entry;	/* its number */
	int64_t no;	/* in the entry, from 1 */
	char *account;	/* its code */
	char *government;	/* the debtor, on a receivable; NULL elsewhere */
	char *booked;	/* the day of the entry, here for questions about the past */
	int64_t amount;	/* minor units of the currency of the account; debit is positive */
	int64_t base;	/* the same in minor units of the base currency */
};

extern const struct record_type posting_type;

struct err;
struct session;

/*
 * Accounts with their debtors that something is posted to until that day, as
 * postings of which only account and government are filled. The caller calls
 * row_list_done.
 */
bool posting_accounts(struct session *session, const char *day, struct row_list *ret_list,
    struct err *err);

#endif
