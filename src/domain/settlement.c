/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/settlement.h"

#include <string.h>

#include "base/money.h"

/* So much money is worth how much of the debt? */
static bool
worth(const struct settlement_money *money, const struct settlement_debt *debt,
    const char *base_currency, int64_t *ret_amount)
{
	if (strcmp(money->currency, debt->currency) == 0) {
		*ret_amount = money->amount;
		return true;
	}
	return money_convert(money->base, base_currency, debt->currency, debt->den, debt->num, ret_amount);
}

/* So much of the debt costs how much money? At most all of it, where rounding says more. */
static bool
cost(const struct settlement_money *money, const struct settlement_debt *debt,
    const char *base_currency, int64_t amount, int64_t *ret_used)
{
	int64_t base, used;

	if (strcmp(money->currency, debt->currency) == 0) {
		*ret_used = amount;
		return true;
	}
	if (!money_convert(amount, debt->currency, base_currency, debt->num, debt->den, &base))
		return false;
	if (strcmp(money->currency, base_currency) == 0)
		used = base;
	else if (money->base <= 0 || !money_multiply(money->amount, base, money->base, &used))
		return false;
	*ret_used = used;
	return true;
}

/* The last part takes the remainder. */
static bool
share(int64_t whole, int64_t part, int64_t of, int64_t *ret_share)
{
	if (part == of) {
		*ret_share = whole;
		return true;
	}
	return money_multiply(whole, part, of, ret_share);
}

static bool
settle(const struct settlement_money *money, const struct settlement_debt *debt, int64_t amount,
    int64_t used, struct settlement *ret_settlement)
{
	struct settlement settlement = { .amount = amount, .used = used };

	if (amount <= 0 || used <= 0 ||
	    !share(money->base, used, money->amount, &settlement.used_base) ||
	    !share(debt->base, amount, debt->open, &settlement.base))
		return false;
	*ret_settlement = settlement;
	return true;
}

bool
settlement_take(const struct settlement_money *money, const struct settlement_debt *debt,
    const char *base_currency, struct settlement *ret_settlement)
{
	int64_t amount = 0, used = money->amount;

	if (!worth(money, debt, base_currency, &amount))
		return false;
	if (amount >= debt->open) {
		amount = debt->open;
		if (!cost(money, debt, base_currency, amount, &used))
			return false;
		if (used > money->amount)
			used = money->amount;
	}
	return settle(money, debt, amount, used, ret_settlement);
}

bool
settlement_take_amount(const struct settlement_money *money, const struct settlement_debt *debt,
    const char *base_currency, int64_t amount, struct settlement *ret_settlement)
{
	int64_t used = 0, reach = 0;

	if (amount <= 0 || amount > debt->open || !worth(money, debt, base_currency, &reach) ||
	    amount > reach || !cost(money, debt, base_currency, amount, &used))
		return false;
	return settle(money, debt, amount, used < money->amount ? used : money->amount, ret_settlement);
}
