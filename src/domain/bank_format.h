/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/bank_format.h -- how a bank writes its statements as CSV
 *
 * Banks agree on nothing but that the first row names the columns: which of
 * them count is kept with the records, one mapping a bank and account.
 */
#ifndef DOMAIN_BANK_FORMAT_H
#define DOMAIN_BANK_FORMAT_H

#include "base/record.h"

struct bank_format {
	char *name;		/* what the clerk calls it */
	char *account;		/* code of the account it is for */
	int64_t skip;		/* rows before the heads */
	char *day;		/* heads of columns from here on */
	char *day_order;	/* ymd dmy mdy */
	char *amount;		/* one column with a sign; "" where there are two */
	char *money_in, *money_out;
	char *payer, *reference;
	char *decimal;		/* "." or "," */
	char *note;
};

extern const struct record_type bank_format_type;

#endif
