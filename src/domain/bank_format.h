/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/bank_format.h -- how a bank writes its statements as CSV
 *
 * Banks agree on nothing but that the first row names the columns: which of
 * them count, and in which encoding the bank writes, is kept with the records,
 * one mapping a bank and account.
 */
#ifndef DOMAIN_BANK_FORMAT_H
#define DOMAIN_BANK_FORMAT_H

#include "base/record.h"

struct err;
struct session;

struct bank_format {
	char *name;		/* what the clerk calls it */
	char *account;		/* code of the account it is for */
	char *encoding;		/* of the file, in capitals: a name that base/encoding.h knows */
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

/* The encoding: UTF-8 where the format says none. */
const char *bank_format_encoding(const struct bank_format *format);

/* Is it one that this system reads? ERR_INPUT names some. */
bool bank_format_check_encoding(const char *name, struct err *err);

/* A person says it, in a change set of its own. ERR_MISSING. */
bool bank_format_set_encoding(struct session *session, const char *format, const char *encoding,
    struct err *err);

#endif
