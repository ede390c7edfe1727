/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/verify_private.h"

#include "base/messages.h"
#include "domain/invoice.h"
#include "domain/receipt.h"

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
	    "SELECT number FROM entry WHERE (SELECT count(*) FROM posting WHERE entry = number) < 2"
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
	    verify_rows(verifying,
	    "SELECT number, kind FROM invoice AS i WHERE number <> '' AND ((kind = 'dues') <> (rule IS NOT NULL)"
	    " OR (kind = 'dues') <> (account IS NULL) OR NOT EXISTS (SELECT 1 FROM posting AS p"
	    "  JOIN account AS a ON a.code = +p.account WHERE p.entry = i.entry AND a.kind = 'income'"
	    "  AND CASE i.kind WHEN 'dues' THEN a.purpose = 'dues' ELSE a.code = i.account END))",
	    _("dues that were not posted as dues, or a bill that was")) &&
	    verify_count(verifying, "SELECT count(*) FROM invoice WHERE number <> ''");
}

static bool
check_allocations(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT i.number, coalesce(o.open, 0) FROM invoice AS i LEFT JOIN open_invoice AS o ON " INVOICE_OPEN("o", "i")
	    " WHERE i.number <> '' AND (coalesce(o.open, 0) IS NOT i.total"
	    " - coalesce((SELECT sum(amount) FROM allocation WHERE invoice = i.id), 0)"
	    " - coalesce((SELECT sum(amount) FROM credit_note WHERE invoice = i.id), 0)"
	    " OR coalesce(o.base, 0) IS NOT (SELECT sum(p.base) FROM posting AS p JOIN account AS a ON a.code = +p.account"
	    "  WHERE p.entry = i.entry AND a.purpose = 'receivable')"
	    " - coalesce((SELECT sum(base) FROM allocation WHERE invoice = i.id), 0)"
	    " - coalesce((SELECT sum(base) FROM credit_note WHERE invoice = i.id), 0)"
	    " OR o.open = 0 OR o.due <> i.due OR o.kind <> i.kind) UNION ALL SELECT o.invoice, o.open"
	    " FROM open_invoice AS o LEFT JOIN invoice AS i ON " INVOICE_OPEN("o", "i")
	    " AND i.number <> '' WHERE i.id IS NULL",
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
	    "SELECT government, currency, sum(posted) FROM ("
	    " SELECT p.government, a.currency, p.amount AS posted, p.amount AS odd FROM posting AS p"
	    "  JOIN account AS a ON a.code = p.account WHERE a.purpose = 'receivable'"
	    " UNION ALL SELECT government, currency, 0, -open FROM open_invoice"
	    " UNION ALL SELECT coalesce(r.government, payer.government), b.currency, 0,"
	    "  r.amount - coalesce((SELECT sum(used) FROM allocation WHERE receipt = r.number), 0)"
	    "  FROM receipt AS r JOIN account AS b ON b.code = r.account LEFT JOIN payer ON payer.receipt = r.number"
	    "  WHERE coalesce(r.government, payer.government) IS NOT NULL"
	    "  AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry))"
	    " GROUP BY government, currency HAVING sum(odd) <> 0",
	    _("what is posted as owed is not the open invoices less the credits")) &&
	    verify_rows(verifying,
	    "SELECT government, account, base FROM balance JOIN account ON account.code = account"
	    " WHERE purpose = 'receivable' AND amount = 0 AND base <> 0",
	    _("nothing is owed, and a base value is left")) &&
	    verify_count(verifying, "SELECT count(*) FROM open_invoice");
}

/* What papers say was posted on what is owed, entry by entry. */
#define TOLD \
	"SELECT entry, government, currency, total AS amount FROM invoice WHERE number <> ''" \
	" UNION ALL SELECT c.entry, i.government, i.currency, -c.amount FROM credit_note AS c" \
	"  JOIN invoice AS i ON i.id = c.invoice" \
	" UNION ALL SELECT a.entry, i.government, i.currency, -a.amount FROM allocation AS a" \
	"  JOIN invoice AS i ON i.id = a.invoice" \
	" UNION ALL SELECT a.entry, coalesce(r.government, p.government), b.currency, a.used FROM allocation AS a" \
	"  JOIN receipt AS r ON r.number = a.receipt JOIN account AS b ON b.code = r.account" \
	"  LEFT JOIN payer AS p ON p.receipt = r.number" \
	" UNION ALL SELECT coalesce(p.entry, r.entry), coalesce(r.government, p.government), b.currency, -r.amount" \
	"  FROM receipt AS r JOIN account AS b ON b.code = r.account LEFT JOIN payer AS p ON p.receipt = r.number" \
	"  WHERE r.government IS NOT NULL OR p.government IS NOT NULL" \
	" UNION ALL SELECT e.number, r.government, b.currency, r.amount FROM entry AS e" \
	"  JOIN receipt AS r ON r.entry = e.reverses JOIN account AS b ON b.code = r.account" \
	"  WHERE r.government IS NOT NULL"

/* The same from the ledger, with the other sign. */
#define POSTED_BACK \
	"SELECT p.entry, p.government, a.currency, -p.amount FROM posting AS p" \
	" JOIN account AS a ON a.code = p.account WHERE a.purpose = 'receivable'"

/* Each receipt is money on its account, and the ledger has no other money that came in. */
static bool
check_received(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT r.number, r.amount FROM receipt AS r WHERE NOT EXISTS (SELECT 1 FROM entry AS e"
	    " JOIN posting AS p ON p.entry = e.number WHERE e.number = r.entry AND e.kind = 'receipt'"
	    " AND e.booked = r.booked AND e.value = r.value AND +p.account = r.account AND p.amount = r.amount)",
	    _("what was received is not what was posted")) &&
	    verify_rows(verifying,
	    "SELECT e.number FROM entry AS e LEFT JOIN receipt AS r ON " RECEIPT_OF_ENTRY("r", "e")
	    " WHERE e.kind = 'receipt' GROUP BY e.number HAVING count(r.number) <> 1",
	    _("money was posted as received without a receipt of its own")) &&
	    verify_rows(verifying,
	    "SELECT entry, government FROM (" TOLD " UNION ALL " POSTED_BACK ")"
	    " GROUP BY entry, government, currency HAVING sum(amount) <> 0",
	    _("an entry posts on what is owed what no invoice, payment or credit note says")) &&
	    verify_count(verifying, "SELECT count(*) FROM receipt");
}

static bool
check_reversals(struct verifying *verifying)
{
	return verify_rows(verifying,
	    "SELECT r.number, r.reverses FROM entry AS r LEFT JOIN entry AS e ON e.number = r.reverses"
	    " WHERE (r.kind = 'reversal') <> (r.reverses IS NOT NULL) OR e.kind = 'reversal'"
	    " OR (SELECT count(*) FROM entry WHERE reverses = r.reverses) > 1"
	    " OR EXISTS (SELECT 1 FROM invoice WHERE entry = r.reverses)",
	    _("an entry is reversed twice, or is none that can be")) &&
	    verify_rows(verifying,
	    "SELECT number FROM (SELECT r.number, p.account, p.government, p.amount, p.base, 1 AS side FROM entry AS r"
	    "  JOIN posting AS p ON p.entry = r.number WHERE r.reverses IS NOT NULL"
	    " UNION ALL SELECT r.number, p.account, p.government, -p.amount, -p.base, -1 FROM entry AS r"
	    "  JOIN posting AS p ON p.entry = r.reverses)"
	    " GROUP BY number, account, government, amount, base HAVING sum(side) <> 0",
	    _("a reversal is not the opposite of its entry")) &&
	    verify_rows(verifying,
	    "SELECT r.number FROM receipt AS r JOIN entry AS e ON e.reverses = r.entry"
	    " WHERE EXISTS (SELECT 1 FROM payer WHERE receipt = r.number)"
	    " OR (SELECT coalesce(sum(used), 0) FROM allocation WHERE receipt = r.number) <> 0",
	    _("a receipt was reversed, and something is paid with it")) &&
	    verify_rows(verifying,
	    "SELECT b.id, b.undoes FROM allocation AS b LEFT JOIN allocation AS a ON a.id = b.undoes"
	    " WHERE (b.used < 0 OR b.amount < 0) <> (b.undoes IS NOT NULL) OR (b.undoes IS NOT NULL"
	    " AND (a.undoes IS NOT NULL OR a.receipt <> b.receipt OR a.invoice IS NOT b.invoice"
	    " OR a.used <> -b.used OR a.used_base <> -b.used_base OR a.amount <> -b.amount OR a.base <> -b.base"
	    " OR (SELECT count(*) FROM allocation WHERE undoes = b.undoes) > 1))",
	    _("a payment is taken back twice, or not by its opposite")) &&
	    verify_rows(verifying,
	    "SELECT b.number, b.undoes FROM credit_note AS b LEFT JOIN credit_note AS a ON a.number = b.undoes"
	    " LEFT JOIN entry AS e ON e.number = b.entry WHERE b.undoes IS NOT NULL AND (a.undoes IS NOT NULL"
	    " OR a.invoice <> b.invoice OR a.kind <> b.kind OR a.amount <> -b.amount OR a.base <> -b.base"
	    " OR e.reverses IS NOT a.entry OR (SELECT count(*) FROM credit_note WHERE undoes = b.undoes) > 1)"
	    " UNION ALL SELECT c.number, e.number FROM credit_note AS c JOIN entry AS e ON e.reverses = c.entry"
	    " WHERE NOT EXISTS (SELECT 1 FROM credit_note WHERE undoes = c.number)",
	    _("a credit note is taken back twice, or not by its opposite")) &&
	    verify_count(verifying, "SELECT (SELECT count(*) FROM entry WHERE reverses IS NOT NULL)"
	    " + (SELECT count(*) FROM allocation WHERE undoes IS NOT NULL)");
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
	{ N_("What was received is what was posted, entry by entry (receipts)"), check_received },
	{ N_("Nothing is reversed or taken back twice, and its opposite is its opposite (opposites)"), check_reversals },
	{ N_("Everything is dated in its year, and years do not overlap (years)"), check_years },
	{ N_("Balances are the sums of their lines (balances)"), check_balances },
	{ 0 }
};
