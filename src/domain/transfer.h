/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/transfer.h -- an entry of two lines, as a clerk says it: from one account to another
 *
 * What is neither dues nor a statement of the bank: rent paid, cash drawn. The
 * amount is in the currency of the account it goes to; the other side follows
 * from the rates of the day of the bank.
 */
#ifndef DOMAIN_TRANSFER_H
#define DOMAIN_TRANSFER_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/ledger.h"

struct err;
struct session;

struct transfer {
	char *to, *from;	/* codes of accounts: debit and credit */
	char *currency;		/* of to; filled by transfer_draft */
	int64_t amount;		/* minor units of to */
	char *value;		/* whole day of the bank; NULL: today */
	char *words;
	char *approved;		/* NULL: nobody was asked */
};

void transfer_done(struct transfer *transfer);

/* The currency the amount is in: that of the account to. The caller frees *ret_currency. */
bool transfer_currency(struct session *session, const char *account, char **ret_currency,
    struct err *err);

/* The lines as they will be posted. The caller calls ledger_draft_done. */
bool transfer_draft(struct session *session, const struct transfer *transfer,
    struct ledger_draft *ret_draft, struct err *err);

#endif
