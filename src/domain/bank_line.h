/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/bank_line.h -- a line of a bank statement
 *
 * Two lines that look alike are two payments, until a person says that one
 * repeats the other.
 */
#ifndef DOMAIN_BANK_LINE_H
#define DOMAIN_BANK_LINE_H

#include "base/record.h"

struct bank_line {
	char *statement;	/* its id */
	int64_t no;	/* from 1 */
	char *day;	/* the day of the bank */
	int64_t amount;	/* minor units of the account; in is positive */
	char *payer;	/* as the bank writes it */
	char *reference;	/* as the bank writes it */
	char *same_as;	/* the line it repeats, said by a person; empty: it is a payment of its own */
	char *entry;	/* the entry that answers for it when it is no receipt; NULL */
	char *note;
};

extern const struct record_type bank_line_type;

#endif
