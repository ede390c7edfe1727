/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/invoice_issue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/account.h"
#include "domain/chart.h"
#include "domain/dues_rule.h"
#include "domain/entry.h"
#include "domain/fiscal_year.h"
#include "domain/government.h"
#include "domain/invoice.h"
#include "domain/invoice_line.h"
#include "domain/ledger.h"
#include "domain/period.h"
#include "domain/rate.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "store/stmt.h"

/* The day */

static bool
last_booked(struct session *session, const char *year, char ret_day[DAY_SIZE], struct err *err)
{
	static const char sql[] =
	    "SELECT max(since, coalesce((SELECT booked" ENTRY_LAST_OF(":year") "), ''))"
	    " FROM fiscal_year WHERE year = :year";
	struct stmt st = { 0 };
	bool found = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		found = stmt_next(&st);
		if (found)
			snprintf(ret_day, DAY_SIZE, "%s", stmt_text(&st, 0));
	}
	if (!stmt_close(&st))
		return false;
	return found || err_set(err, ERR_RULE,
	    _("The fiscal year %s is not open yet: \"nearsec dues assess %s\" opens it."), year, year);
}

bool
invoice_issue_day(struct session *session, const char *year, const char *wanted,
    char ret_day[DAY_SIZE], struct err *err)
{
	char last[DAY_SIZE], today[DAY_SIZE], of[FISCAL_YEAR];
	struct err ignored = { 0 };

	if (!last_booked(session, year, last, err))
		return false;
	session_today(session, today);
	if (wanted == NULL)
		wanted = fiscal_year_of(session, today, of, &ignored) && strcmp(of, year) == 0 ?
		    today : last;
	if (!day_is_whole(wanted))
		return err_set(err, ERR_INPUT,
		    _("\"%s\" is no day: write year, month and day, as in 2010-10-28."), wanted);
	if (!fiscal_year_of(session, wanted, of, err))
		return false;
	if (strcmp(of, year) != 0)
		return err_set(err, ERR_RULE, _("%s does not lie in the fiscal year %s."), wanted, year);
	memcpy(ret_day, wanted, DAY_SIZE);
	return true;
}

/* Frozen words */

static bool
freeze_name(struct session *session, struct invoice *invoice, struct err *err)
{
	static const char sql[] =
	    "SELECT CASE g.letters WHEN 'zh' THEN name_zh WHEN 'ja' THEN name_ja WHEN 'ko' THEN name_ko"
	    "  WHEN 'ru' THEN name_ru WHEN 'mn' THEN name_mn ELSE '' END, name_en, g.code"
	    " FROM government AS g JOIN government_name AS n ON n.government = g.code"
	    "  AND n.name_kind = 'official' AND " PERIOD_ON_DAY("n")
	    " WHERE g.code = :code";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":code", invoice->government);
		stmt_bind_text(&st, ":day", invoice->issued);
		if (stmt_next(&st))
			for (int i = 2; i >= 0; i--)
				if (stmt_text(&st, i)[0] != '\0')
					mem_replace(&invoice->name, stmt_text(&st, i));
	}
	return stmt_close(&st);
}

static bool
freeze_address(struct session *session, struct invoice *invoice, struct err *err)
{
	static const char sql[] =
	    "SELECT trim(address.lines || char(10) || trim(postcode || ' ' || city) || char(10) || address.country,"
	    "  ' ' || char(10)) FROM address JOIN government AS g ON g.code = address.government"
	    " WHERE g.code = :code AND address.kind = 'postal' AND since <= :day"
	    " AND (until IS NULL OR until > :day)"
	    " ORDER BY address.language = g.letters DESC, address.language = 'en' DESC, address.id LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":code", invoice->government);
		stmt_bind_text(&st, ":day", invoice->issued);
		if (stmt_next(&st))
			mem_replace(&invoice->address, stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

/* Where dues may be paid in another currency, the paper names the rate of its day. */
static bool
freeze_rate(struct session *session, struct invoice *invoice, struct err *err)
{
	struct rule rule = { 0 };
	struct rate rate = { 0 };
	struct err missing = { 0 };

	if (!rule_get(session, "dues.payable", invoice->issued, &rule, &missing)) {
		if (missing.code != ERR_MISSING)
			*err = missing;
		return missing.code == ERR_MISSING;
	}
	bool other = strcmp(rule.value, invoice->currency) != 0;
	bool ok = !other || rate_on(session, invoice->currency, invoice->issued, &rate, err);
	if (ok && other) {
		mem_replace(&invoice->payable, rule.value);
		mem_replace(&invoice->rate_day, rate.day);
		mem_replace(&invoice->rate_source, rate.source != NULL ? rate.source : "");
		invoice->rate_num = rate.num;
		invoice->rate_den = rate.den;
	}
	record_done(&rate_type, &rate);
	record_done(&rule_type, &rule);
	return ok;
}

static bool
freeze_dues(struct session *session, struct invoice *invoice, struct err *err)
{
	struct dues_rule rule = { 0 };
	char due[DAY_SIZE];

	if (!dues_rule_get(session, invoice->year, &rule, err))
		return false;
	dues_rule_due_day(&rule, invoice->issued, due);
	if (strcmp(invoice->due, due) < 0)
		mem_replace(&invoice->due, due);
	mem_replace(&invoice->terms, rule.terms);
	dues_rule_done(&rule);
	return true;
}

/* Nothing is due before it is issued. */
static bool
freeze_terms(struct session *session, struct invoice *invoice, struct err *err)
{
	char due[DAY_SIZE];

	if (strcmp(invoice->kind, "dues") == 0)
		return freeze_dues(session, invoice, err);
	if (strcmp(invoice->due, invoice->issued) >= 0)
		return true;
	if (!dues_rule_after_grace(session, invoice->issued, due, err))
		return false;
	mem_replace(&invoice->due, due);
	return true;
}

/* Posting */

/* An account that is not in the base currency would need a rate of its own. */
static bool
check_income(struct session *session, const char *code, const char *base_currency, struct err *err)
{
	struct account account = { 0 };

	if (!row_get(session, &account_type, code, &account, err))
		return err_at(err, "account");
	bool ok = strcmp(account.kind, "income") == 0 && strcmp(account.purpose, "dues") != 0 &&
	    strcmp(account.currency, base_currency) == 0 && account.closed == 0;
	if (!ok) {
		err_set(err, ERR_RULE, _("A bill is posted to an open income account in %s that is not that of dues."),
		    base_currency);
		err_at(err, "account");
	}
	record_done(&account_type, &account);
	return ok;
}

static bool
find_income(struct session *session, const struct invoice *invoice, const char *base_currency,
    char **ret_account, struct err *err)
{
	if (invoice->account == NULL)
		return chart_find(session, "dues", NULL, ret_account, err);
	if (!check_income(session, invoice->account, base_currency, err))
		return false;
	*ret_account = mem_strdup(invoice->account);
	return true;
}

bool
invoice_issue_lines(struct session *session, const struct invoice *invoice,
    struct ledger_draft *draft, struct err *err)
{
	char base_currency[CHART_CURRENCY], *receivable = NULL, *income = NULL;
	struct rate rate = { 0 };
	int64_t base = 0;
	bool ok = chart_base(session, base_currency, err) &&
	    chart_find(session, "receivable", invoice->currency, &receivable, err) &&
	    find_income(session, invoice, base_currency, &income, err) &&
	    rate_to(session, base_currency, invoice->currency, invoice->issued, &rate, err);

	if (ok && !money_convert(invoice->total, invoice->currency, base_currency, rate.num, rate.den, &base))
		ok = err_set(err, ERR_RULE, _("The sums of this entry are too large."));
	if (ok) {
		ledger_add(draft, receivable, invoice->government, invoice->total, base);
		ledger_add(draft, income, NULL, -base, -base);
	}
	record_done(&rate_type, &rate);
	free(receivable);
	free(income);
	return ok;
}

/*
 * What the journal and the statement say: the number, and what a bill is for. Dues
 * say no more: these words stay as they are in every language.
 */
static bool
write_words(struct session *session, const struct invoice *invoice, struct buf *words, struct err *err)
{
	struct row_list lines = { 0 };

	buf_add(words, invoice->number);
	if (strcmp(invoice->kind, "dues") == 0)
		return true;
	if (!row_list(session, &invoice_line_type, "invoice", invoice->id, "no", &lines, err))
		return false;
	for (size_t i = 0; i < lines.count; i++)
		buf_addf(words, "%s %s", i > 0 ? "," : "", ((const struct invoice_line *)row_at(&lines, i))->words);
	row_list_done(&lines);
	return true;
}

static bool
post(struct session *session, struct invoice *invoice, struct err *err)
{
	struct buf words = { 0 };
	struct ledger_draft draft = { .kind = "invoice", .booked = mem_strdup(invoice->issued),
		.government = mem_strdup(invoice->government) };

	bool ok = write_words(session, invoice, &words, err);
	draft.words = buf_take(&words);
	ok = ok && invoice_issue_lines(session, invoice, &draft, err) &&
	    ledger_post_in_set(session, &draft, &invoice->entry, err);
	ledger_draft_done(&draft);
	return ok;
}

static bool
number_it(struct session *session, struct invoice *invoice, struct err *err)
{
	static const char sql[] = "SELECT coalesce(max(no), 0) + 1 FROM invoice WHERE year = :year AND no > 0";
	struct buf number = { 0 };

	if (!stmt_ask_int(session->db, sql, ":year", invoice->year, &invoice->no, err))
		return false;
	buf_addf(&number, "%s-%04lld", invoice->year, (long long)invoice->no);
	mem_replace(&invoice->number, buf_text(&number));
	buf_done(&number);
	return true;
}

bool
invoice_issue_in_set(struct session *session, const char *id, const char *day, struct err *err)
{
	struct invoice invoice = { 0 };

	if (!row_get(session, &invoice_type, id, &invoice, err))
		return false;
	mem_replace(&invoice.issued, day);
	bool ok = number_it(session, &invoice, err) && freeze_name(session, &invoice, err) &&
	    freeze_address(session, &invoice, err) && freeze_rate(session, &invoice, err) &&
	    freeze_terms(session, &invoice, err) && post(session, &invoice, err) &&
	    row_update_in_set(session, &invoice_type, &invoice, err);
	record_done(&invoice_type, &invoice);
	return ok;
}
