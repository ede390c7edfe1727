/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/payment.h -- money comes in: what it pays, what is posted, the receipt
 *
 * A struct payment is filled in field by field and says at any time what would
 * be posted; saving posts just that. It pays what is oldest first unless a
 * person says otherwise; what is left over is a credit of the government; when
 * nobody knows who paid, all of it stands in suspense. Nothing is undone but by
 * an opposite row.
 */
#ifndef DOMAIN_PAYMENT_H
#define DOMAIN_PAYMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/ledger.h"
#include "domain/settlement.h"

struct err;
struct session;

/* An invoice, and what the payment settles of it. */
struct payment_part {
	char *invoice;			/* id */
	char *number, *year, *currency, *due;
	int64_t open, open_base;	/* what is left of it before the payment */
	int64_t num, den;		/* rate of its currency on the day of the bank */
	bool chosen;			/* a person said how much: wanted */
	int64_t wanted;			/* minor units of the invoice; counts when chosen */
	struct settlement paid;		/* all 0: nothing */
};

struct payment {
	/* Filled in by who enters it; strings owned. */
	char *government;	/* code; NULL or "": not known who paid */
	char *booked;		/* whole day; NULL: today */
	char *value;		/* whole day of the bank; NULL: that booked */
	char *account;		/* the bank account */
	int64_t amount;		/* minor units of the account */
	int64_t num, den;	/* rate of the debts' currency in place of that of the day; 0: none */
	char *approved;		/* who agreed to that rate; needed with it */
	char *method, *reference, *payer;
	char *batch;		/* id; NULL */
	char *statement;	/* id of the bank statement, with line; NULL */
	int64_t line;

	/* Worked out by payment_propose. */
	char *currency;		/* of the account */
	char base_currency[4];
	int64_t day_num, day_den;	/* rate of the currency on the day of the bank */
	int64_t base;		/* the amount in the base currency */
	struct payment_part *part;	/* what is open, oldest first */
	size_t count, room;
	int64_t rest, rest_base;	/* what pays nothing: a credit, or suspense */
};

void payment_done(struct payment *payment);

/*
 * Read what is open and lay the money over it: first what a person chose, then,
 * unless anything was chosen, the oldest first. May be called again after every
 * field. Refused: an account that is no bank account, an amount that is not more
 * than 0, a chosen sum beyond what is open or what the money reaches.
 */
bool payment_propose(struct session *session, struct payment *payment, struct err *err);

/* Pay so much (minor units of the invoice; 0: nothing) of that invoice: "2017-0001". ERR_MISSING. */
bool payment_choose(struct payment *payment, const char *number, int64_t wanted, struct err *err);

/*
 * After payment_propose: what all that is open costs in the currency of the
 * account on the day of the bank, minor units; what a clerk is shown first.
 */
bool payment_due(struct session *session, const struct payment *payment, int64_t *ret_amount,
    struct err *err);

/* Its account, the first of the bank when none is named, and so its currency. */
bool payment_find_account(struct session *session, struct payment *payment, struct err *err);

/* The bank account: that code, or (NULL) the chart's in that currency. Refused when it is in another. */
bool payment_use_account(struct session *session, struct payment *payment, const char *account,
    const char *currency, struct err *err);

/* How much of that invoice all the money would pay, minor units. False: nothing. */
bool payment_reach(const struct payment *payment, const struct payment_part *part,
    int64_t *ret_amount);

/* The lines as they will be posted. The caller calls ledger_draft_done. */
bool payment_draft(struct session *session, const struct payment *payment,
    struct ledger_draft *ret_draft, struct err *err);

/* Post it. The caller frees *ret_receipt ("R-2017-0001"). */
bool payment_save(struct session *session, const struct payment *payment, char **ret_receipt,
    int64_t *ret_set, struct err *err);
bool payment_save_in_set(struct session *session, const struct payment *payment,
    char **ret_receipt, struct err *err);

#endif
