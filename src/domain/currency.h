/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/currency.h -- a currency, and how many digits it has
 *
 * Sums are whole numbers of its minor unit everywhere: 1000 is ten dollars, and
 * a thousand won.
 */
#ifndef DOMAIN_CURRENCY_H
#define DOMAIN_CURRENCY_H

#include "base/record.h"

struct currency {
	char *code;	/* ISO 4217: three capital letters */
	int64_t digits;	/* digits behind the point: KRW 0, USD 2 */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *note;
};

extern const struct record_type currency_type;

#endif
