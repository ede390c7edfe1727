/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/transfer.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/account.h"
#include "domain/chart.h"
#include "domain/rate.h"
#include "domain/row.h"
#include "domain/session.h"

void
transfer_done(struct transfer *transfer)
{
	free(transfer->to);
	free(transfer->from);
	free(transfer->currency);
	free(transfer->value);
	free(transfer->words);
	free(transfer->approved);
	*transfer = (struct transfer){ 0 };
}

bool
transfer_currency(struct session *session, const char *account, char **ret_currency,
    struct err *err)
{
	struct account row = { 0 };

	if (!row_get(session, &account_type, account, &row, err))
		return false;
	mem_replace(ret_currency, row.currency);
	record_done(&account_type, &row);
	return true;
}

static bool
check(const struct transfer *transfer, struct err *err)
{
	if (transfer->amount <= 0) {
		err_set(err, ERR_INPUT, _("An amount is more than nothing; the other way round is the other account."));
		return err_at(err, "amount");
	}
	if (strcmp(transfer->to, transfer->from) == 0) {
		err_set(err, ERR_INPUT, _("Money goes from one account to another one."));
		return err_at(err, "from");
	}
	if (transfer->words == NULL || transfer->words[0] == '\0') {
		err_set(err, ERR_INPUT, _("Say in words what happened."));
		return err_at(err, "words");
	}
	return true;
}

/* The base value of what comes in, and what goes out for it. */
static bool
convert(struct session *session, const struct transfer *transfer, const char *day,
    const char *to_currency, const char *from_currency, int64_t *ret_base, int64_t *ret_gone,
    struct err *err)
{
	char base[CHART_CURRENCY];
	struct rate to = { 0 }, from = { 0 };
	bool ok = chart_base(session, base, err) && rate_to(session, base, to_currency, day, &to, err) &&
	    rate_to(session, base, from_currency, day, &from, err);

	if (ok && !(money_convert(transfer->amount, to_currency, base, to.num, to.den, ret_base) &&
	    money_convert(*ret_base, base, from_currency, from.den, from.num, ret_gone)))
		ok = err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	record_done(&rate_type, &to);
	record_done(&rate_type, &from);
	return ok;
}

bool
transfer_draft(struct session *session, const struct transfer *transfer,
    struct ledger_draft *ret_draft, struct err *err)
{
	char today[DAY_SIZE], *to = NULL, *from = NULL;
	int64_t base = 0, gone = 0;

	session_today(session, today);
	const char *day = transfer->value != NULL ? transfer->value : today;
	bool ok = check(transfer, err) && transfer_currency(session, transfer->to, &to, err) &&
	    transfer_currency(session, transfer->from, &from, err) &&
	    convert(session, transfer, day, to, from, &base, &gone, err);
	if (ok) {
		struct ledger_draft draft = { .kind = "manual", .value = mem_strdup(day),
			.words = mem_strdup(transfer->words) };

		if (transfer->approved != NULL)
			draft.approved = mem_strdup(transfer->approved);
		ledger_add(&draft, transfer->to, NULL, transfer->amount, base);
		ledger_add(&draft, transfer->from, NULL, -gone, -base);
		*ret_draft = draft;
	}
	free(to);
	free(from);
	return ok;
}
