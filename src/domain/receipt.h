/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/receipt.h -- money that came in, in one sum
 *
 * What is not allocated yet is a credit of the government or, while nobody knows
 * who paid, stands in suspense. A line of the bank has one receipt at most; one
 * that is reversed sets it free.
 */
#ifndef DOMAIN_RECEIPT_H
#define DOMAIN_RECEIPT_H

#include "base/record.h"

struct receipt {
	char *number;	/* R-2017-0001 */
	char *year;	/* the fiscal year */
	char *mark;	/* "" for the office, "V1" for a venue */
	int64_t no;	/* in its series: kind, year and mark; from 1 without a hole */
	char *booked;	/* whole day, in an open year, never before that of the number before */
	char *value;	/* the day of the bank */
	char *government;	/* who paid; NULL: it is not known */
	char *account;	/* the account it came in on */
	int64_t amount;	/* minor units of the account */
	char *method;	/* "transfer", "cash" */
	char *reference;	/* as the bank writes it */
	char *payer;	/* as the bank writes it */
	char *batch;	/* an id; NULL */
	char *statement;	/* of the bank line it answers for, an id; NULL */
	int64_t line;	/* of the statement; 0: none */
	char *entry;	/* the entry that posts it */
};

extern const struct record_type receipt_type;

/* SQL: row r of receipt was posted by row e of entry. */
#define RECEIPT_OF_ENTRY(r, e) \
	r ".government IS " e ".government AND " r ".booked = " e ".booked AND " r ".entry = " e ".number"

#endif
