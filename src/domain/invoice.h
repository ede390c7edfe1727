/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/invoice.h -- an invoice, from the draft to what is frozen
 *
 * A draft has no number. Once issued it keeps the name, the address, the rate and
 * the rule of its day, whatever becomes of them.
 */
#ifndef DOMAIN_INVOICE_H
#define DOMAIN_INVOICE_H

#include "base/record.h"

struct invoice {
	char *id;	/* ULID */
	char *number;	/* 2017-0001; empty while it is a draft */
	char *year;	/* the fiscal year */
	int64_t no;	/* in the year, from 1 without a hole; 0 while it is a draft */
	char *kind;	/* dues other */
	char *government;	/* its code */
	char *rule;	/* the rule dues were assessed by, an id; NULL */
	char *currency;	/* ISO 4217 code */
	int64_t total;	/* minor units of the currency */
	char *issued;	/* a whole day; NULL while it is a draft */
	char *due;	/* the day it is due */
	char *payable;	/* currency it may be paid in too; NULL */
	int64_t rate_num;	/* of the currency payable, frozen at issue; 0: none */
	int64_t rate_den;	/* frozen at issue; 0: none */
	char *rate_day;	/* the day of the rate; NULL */
	char *rate_source;	/* frozen at issue */
	char *name;	/* of the government, as of the day of issue */
	char *address;	/* as of the day of issue */
	char *terms;	/* the rule in words, as of the day of issue */
	char *entry;	/* the entry that posts it; NULL while it is a draft */
	char *account;	/* the income account a bill is posted to; NULL: dues */
	char *note;
};

extern const struct record_type invoice_type;

/* SQL: row o of open_invoice is what is open on row i of invoice. A paid invoice has none. */
#define INVOICE_OPEN(o, i) \
	o ".government = " i ".government AND " o ".currency = " i ".currency" \
	" AND " o ".year = " i ".year AND " o ".invoice = " i ".id"

struct err;
struct session;

/* Issued invoices of a year with something open today. */
bool invoice_count_open(struct session *session, const char *year, int64_t *ret_count,
    struct err *err);

#endif
