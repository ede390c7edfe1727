/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/statement.h -- the account of one government: invoiced, paid, balance
 *
 * The lines posted on what it owes, until the session's day, in the order they
 * were booked; each with the balance after it in its own currency.
 */
#ifndef DOMAIN_STATEMENT_H
#define DOMAIN_STATEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct statement_line {
	char *booked;		/* whole day */
	char *entry;		/* number */
	char *kind;		/* of entry.kind */
	char *words;
	char *currency;
	int64_t amount;		/* minor units; owed is positive, paid is negative */
	int64_t balance;	/* owed after it in that currency; negative: a credit */
};
extern const struct record_type statement_line_type;

/* ERR_MISSING: no such government. The caller calls row_list_done. */
bool statement_list(struct session *session, const char *government, struct row_list *ret_list,
    struct err *err);

#endif
