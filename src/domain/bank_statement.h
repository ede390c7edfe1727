/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/bank_statement.h -- a statement of the bank, as it was imported
 *
 * Its lines are domain/bank_line.h, and domain/bank.h is what is done with them.
 * It is reconciled when every line is answered, and then stays as it is.
 */
#ifndef DOMAIN_BANK_STATEMENT_H
#define DOMAIN_BANK_STATEMENT_H

#include "base/record.h"

struct bank_statement {
	char *id;	/* ULID */
	char *account;	/* its code */
	char *name;	/* its number or file */
	char *since;	/* its first day */
	char *until;	/* its last day */
	int64_t opening;	/* balance before it, minor units of the account */
	int64_t closing;	/* balance after it, minor units of the account */
	char *reconciled;	/* the day it was closed with nothing left; NULL */
	char *note;
};

extern const struct record_type bank_statement_type;

#endif
