/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/budget_line.h -- what a budget gives to one account
 *
 * In the base currency and always positive: the kind of the account says whether
 * it is to come in or go out.
 */
#ifndef DOMAIN_BUDGET_LINE_H
#define DOMAIN_BUDGET_LINE_H

#include "base/record.h"

struct budget_line {
	char *year;
	int64_t version;
	char *account;	/* its code */
	int64_t amount;	/* minor units of the base currency, as a positive sum */
	char *note;
};

extern const struct record_type budget_line_type;

#endif
