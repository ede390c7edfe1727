/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/account.h -- an account of the chart
 *
 * It has one currency, ever: a bank account in dollars and one in won are two
 * accounts. What the program itself posts to (receivables, suspense, exchange)
 * it finds by the purpose of the account, never by its code.
 */
#ifndef DOMAIN_ACCOUNT_H
#define DOMAIN_ACCOUNT_H

#include "base/record.h"

struct account {
	char *code;	/* digits */
	char *kind;	/* asset liability equity income expense */
	char *purpose;	/* bank receivable suspense dues charge exchange loss result */
	char *currency;	/* ISO 4217 code */
	int64_t closed;	/* 1: nothing is posted to it any more */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *note;
};

extern const struct record_type account_type;
extern const struct choice account_kinds[];

/* A purpose in the language of the screen; the word itself when it is none. Borrowed. */
const char *account_purpose_name(const char *purpose);

#endif
