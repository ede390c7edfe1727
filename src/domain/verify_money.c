/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"

#include "base/messages.h"

/* Numbers of a series are 1, 2, 3 ... and their days never go backwards. */
#define HOLES(table, day) \
	"SELECT number, prev FROM (SELECT number, no, " day " AS day," \
	" lag(no, 1, 0) OVER series AS prev, lag(" day ") OVER series AS day_before" \
	" FROM " table " WINDOW series AS (PARTITION BY year, mark ORDER BY no))" \
	" WHERE no <> prev + 1 OR day < day_before"

static bool
check_entries(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT number FROM entry WHERE sealed <> 1"
	    " OR (SELECT count(*) FROM posting WHERE entry = number) < 2"
	    " OR (SELECT sum(base) FROM posting WHERE entry = number) <> 0",
	    _("an entry that does not balance")) &&
	    verify_rows(verifying,
	    "SELECT entry, no FROM posting WHERE booked <> (SELECT booked FROM entry WHERE number = entry)",
	    _("a line with another day than its entry")) &&
	    verify_count(verifying, "SELECT count(*) FROM entry");
}

static bool
check_numbers(struct verifying *verifying)
{
	static const char *const series[] = {
		HOLES("entry", "booked"), HOLES("receipt", "booked"), HOLES("credit_note", "booked"),
		HOLES("(SELECT number, year, '' AS mark, no, issued FROM invoice WHERE no > 0)", "issued"),
	};

	for (size_t i = 0; i < sizeof series / sizeof series[0]; i++)
		if (!verify_rows(verifying, series[i], _("a hole in the numbers, or a day that goes backwards")))
			return false;
	return verify_count(verifying,
	    "SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM receipt)"
	    " + (SELECT count(*) FROM credit_note) + (SELECT count(*) FROM invoice WHERE no > 0)");
}

static bool
check_invoices(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT number, total FROM invoice AS i WHERE number <> '' AND (total <>"
	    " (SELECT sum(amount) FROM invoice_line WHERE invoice = i.id) OR total <>"
	    " (SELECT sum(p.amount) FROM posting AS p JOIN account AS a ON a.code = +p.account"
	    "  WHERE p.entry = i.entry AND a.purpose = 'receivable' AND +p.government = i.government))",
	    _("the total of an invoice is not its lines, or not what was posted")) &&
	    verify_rows(verifying,
	    "SELECT number, government FROM invoice AS i WHERE kind = 'dues' AND number <> ''"
	    " AND NOT EXISTS (SELECT 1 FROM government_status AS s JOIN fiscal_year AS y ON y.year = i.year"
	    "  WHERE s.government = i.government AND s.voided IS NULL AND s.status IN ('member', 'suspended')"
	    "  AND s.since <= y.since AND (s.until IS NULL OR s.until > y.since))",
	    _("dues of one that was no member on the first day of the year")) &&
	    verify_count(verifying, "SELECT count(*) FROM invoice WHERE number <> ''");
}

static bool
check_allocations(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT i.number, o.open FROM invoice AS i LEFT JOIN open_invoice AS o ON o.invoice = i.id"
	    " WHERE i.number <> '' AND o.open IS NOT i.total"
	    " - coalesce((SELECT sum(amount) FROM allocation WHERE invoice = i.id), 0)"
	    " - coalesce((SELECT sum(amount) FROM credit_note WHERE invoice = i.id), 0)",
	    _("what is kept as open on an invoice is not what is open")) &&
	    verify_rows(verifying,
	    "SELECT r.number FROM receipt AS r WHERE (SELECT coalesce(sum(used), 0) FROM allocation"
	    " WHERE receipt = r.number) NOT BETWEEN 0 AND r.amount",
	    _("more is used of a receipt than came in")) &&
	    verify_rows(verifying,
	    "SELECT r.statement, r.line FROM receipt AS r WHERE r.statement IS NOT NULL"
	    " AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry)"
	    " GROUP BY r.statement, r.line HAVING count(*) > 1",
	    _("a bank line is used twice")) &&
	    verify_count(verifying, "SELECT count(*) FROM allocation");
}

/*
 * Open invoices less the credits that stand on the same account are what is
 * posted there: entries made by hand on what is owed break this.
 */
static bool
check_receivable(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT p.government, a.currency, sum(p.amount) FROM posting AS p"
	    " JOIN account AS a ON a.code = p.account AND a.purpose = 'receivable'"
	    " GROUP BY p.government, a.currency HAVING sum(p.amount) <>"
	    " coalesce((SELECT sum(open) FROM open_invoice AS o WHERE o.government = p.government"
	    "  AND o.currency = a.currency), 0)"
	    " - coalesce((SELECT sum(r.amount - coalesce((SELECT sum(used) FROM allocation"
	    "  WHERE receipt = r.number), 0)) FROM receipt AS r JOIN account AS b ON b.code = r.account"
	    "  LEFT JOIN payer ON payer.receipt = r.number"
	    "  WHERE coalesce(r.government, payer.government) = p.government AND b.currency = a.currency"
	    "  AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry)), 0)",
	    _("what is posted as owed is not the open invoices less the credits")) &&
	    verify_rows(verifying,
	    "SELECT government, account, base FROM balance JOIN account ON account.code = account"
	    " WHERE purpose = 'receivable' AND amount = 0 AND base <> 0",
	    _("nothing is owed, and a base value is left")) &&
	    verify_count(verifying, "SELECT count(*) FROM open_invoice WHERE open > 0");
}

static bool
check_years(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT number, e.booked FROM entry AS e JOIN fiscal_year AS y ON y.year = e.year"
	    " WHERE e.booked < y.since OR e.booked >= y.until", _("an entry outside its year")) &&
	    verify_rows(verifying,
	    "SELECT a.year, b.year FROM fiscal_year AS a JOIN fiscal_year AS b ON b.year > a.year"
	    " WHERE a.since < b.until AND b.since < a.until", _("two fiscal years overlap")) &&
	    verify_count(verifying, "SELECT count(*) FROM fiscal_year");
}

static bool
check_balances(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT account, government FROM (SELECT account, government, amount, base FROM balance"
	    " EXCEPT SELECT account, coalesce(government, ''), sum(amount), sum(base) FROM posting"
	    "  GROUP BY account, coalesce(government, ''))"
	    " UNION ALL SELECT account, government FROM (SELECT account, coalesce(government, '')"
	    "  AS government, sum(amount), sum(base) FROM posting GROUP BY account, coalesce(government, '')"
	    " EXCEPT SELECT account, government, amount, base FROM balance)",
	    _("a balance is not the sum of its lines")) &&
	    verify_count(verifying, "SELECT count(*) FROM balance");
}

const struct verify_rule verify_money_rules[] = {
	{ N_("Every entry has two lines at least and balances in the base currency (entries)"), check_entries },
	{ N_("Numbers of papers have no hole, and their days never go backwards (papers)"), check_numbers },
	{ N_("An issued invoice is its lines and what was posted; dues are those of members (invoices)"),
	  check_invoices },
	{ N_("Nothing is paid beyond what is open or used beyond what came in (allocations)"),
	  check_allocations },
	{ N_("What is owed is the open invoices less the credits (open invoices)"), check_receivable },
	{ N_("Everything is dated in its year, and years do not overlap (years)"), check_years },
	{ N_("Balances are the sums of their lines (balances)"), check_balances },
	{ 0 }
};
