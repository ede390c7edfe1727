/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/settlement.h -- how much of an invoice a sum of money settles
 *
 * Functions of values, no file. Money comes in one currency, the invoice is in
 * another, the books in a third; each is rounded once, half away from zero, and
 * what is settled last takes the remainder, so that nothing is left behind: an
 * invoice that is paid has no base value left, money that is used up neither.
 */
#ifndef DOMAIN_SETTLEMENT_H
#define DOMAIN_SETTLEMENT_H

#include <stdbool.h>
#include <stdint.h>

/* What is left of the money. */
struct settlement_money {
	const char *currency;
	int64_t amount;		/* minor units of the currency */
	int64_t base;		/* the same in minor units of the base currency */
};

/* What is open on the invoice, and the rate its currency has on the day of payment. */
struct settlement_debt {
	const char *currency;
	int64_t open;		/* minor units of the currency, more than 0 */
	int64_t base;		/* what is left of its base value on what is owed */
	int64_t num, den;	/* base units for one major unit of the currency */
};

/* One takes the other. */
struct settlement {
	int64_t used, used_base;	/* of the money */
	int64_t amount, base;		/* of the debt */
};

/*
 * As much as the money reaches, at most all that is open. False when it reaches
 * for nothing (less than half a minor unit), or a sum does not fit 64 bits.
 */
bool settlement_take(const struct settlement_money *money, const struct settlement_debt *debt,
    const char *base_currency, struct settlement *ret_settlement);

/*
 * The same for a given part of the debt, amount: 0 < amount <= open. False when
 * the money does not reach.
 */
bool settlement_take_amount(const struct settlement_money *money, const struct settlement_debt *debt,
    const char *base_currency, int64_t amount, struct settlement *ret_settlement);

#endif
