/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/chart.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "domain/account.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "store/stmt.h"

bool
chart_base(struct session *session, char ret_currency[CHART_CURRENCY], struct err *err)
{
	char today[DAY_SIZE];
	char *value = NULL;

	session_today(session, today);
	if (!rule_value(session, "ledger.base", today, &value, err))
		return false;
	snprintf(ret_currency, CHART_CURRENCY, "%s", value);
	free(value);
	return true;
}

static bool
find_account(struct session *session, const char *purpose, const char *currency, char **ret_code,
    struct err *err)
{
	static const char sql[] =
	    "SELECT code FROM account WHERE purpose = :purpose AND currency = :currency"
	    " AND closed = 0 ORDER BY code LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":purpose", purpose);
		stmt_bind_text(&st, ":currency", currency);
	}
	return row_read_key(&st, ret_code);
}

bool
chart_find(struct session *session, const char *purpose, const char *currency, char **ret_code,
    struct err *err)
{
	char base[CHART_CURRENCY], *code = NULL;

	if (currency == NULL && !chart_base(session, base, err))
		return false;
	if (currency == NULL)
		currency = base;
	if (!find_account(session, purpose, currency, &code, err))
		return false;
	if (code == NULL)
		return err_set(err, ERR_MISSING,
		    _("The chart has no open account in %s for \"%s\": add one to the accounts."), currency,
		    account_purpose_name(purpose));
	*ret_code = code;
	return true;
}
