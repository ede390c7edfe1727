/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/receipt_list.h -- receipts as people read them: whose, what they pay, what is left
 *
 * A payer that was found out later counts as if it had been known; what was taken
 * back pays nothing.
 */
#ifndef DOMAIN_RECEIPT_LIST_H
#define DOMAIN_RECEIPT_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct receipt_line {
	char *number;
	char *value;		/* day of the bank */
	char *government;	/* code; "": nobody knows */
	char *name;		/* in the language of the screen; of nobody known what the bank wrote */
	char *currency;
	int64_t amount;		/* minor units */
	int64_t left;		/* of it, used for nothing yet; 0 when it is reversed */
	char *state;		/* used, credit, suspense, reversed */
	char *payer, *reference;	/* as the bank writes it */
	char *booked;
	char *entry;
};
extern const struct record_type receipt_line_type;

/* Those of a fiscal year, newest first. The caller calls row_list_done. */
bool receipt_lines(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

/* What a receipt is used for, as far as it stands. */
struct receipt_use {
	char *invoice;		/* its number; "": paid back */
	char *currency;
	int64_t amount;		/* minor units of the invoice, or of the receipt that was paid back */
};
extern const struct record_type receipt_use_type;

/* By number of invoice, what was paid back last. */
bool receipt_uses(struct session *session, const char *receipt, struct row_list *ret_list,
    struct err *err);

#endif
