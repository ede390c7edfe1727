/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/journal.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/account.h"
#include "domain/chart.h"
#include "domain/currency.h"
#include "domain/entry.h"
#include "domain/posting.h"
#include "domain/row.h"
#include "domain/session.h"

struct journal {
	struct session *session;
	struct row_list accounts, currencies, entries;
	char base[CHART_CURRENCY];
	char day[DAY_SIZE];	/* nothing that is booked later */
	struct buf *text;
	size_t written;
};

/* How a dialect writes things down. */
struct dialect {
	void (*currency)(struct journal *journal, const struct currency *currency);
	void (*account)(struct journal *journal, const struct account *account, const char *government);
	void (*name)(struct buf *text, const struct account *account, const char *government);
	void (*entry)(struct journal *journal, const struct entry *entry);
	/* Amounts go before their currency, or behind it. */
	bool code_first;
};

static const struct { const char *kind, *root; } roots[] = {
	{ "asset", "Assets" }, { "liability", "Liabilities" }, { "equity", "Equity" },
	{ "income", "Income" }, { "expense", "Expenses" },
};

static const char *
root_of(const struct account *account)
{
	for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
		if (strcmp(roots[i].kind, account->kind) == 0)
			return roots[i].root;
	return "Equity";
}

static const struct account *
find_account(const struct journal *journal, const char *code)
{
	for (size_t i = 0; i < journal->accounts.count; i++) {
		const struct account *account = row_at(&journal->accounts, i);

		if (strcmp(account->code, code) == 0)
			return account;
	}
	return NULL;
}

/* hledger and ledger: "Assets:120 Dues receivable:JP-16" */

static void
hledger_name(struct buf *text, const struct account *account, const char *government)
{
	buf_addf(text, "%s:%s %s", root_of(account), account->code, account->name_en);
	if (government != NULL)
		buf_addf(text, ":%s", government);
}

static void
hledger_currency(struct journal *journal, const struct currency *currency)
{
	buf_addf(journal->text, "commodity %s 1000.", currency->code);
	for (int64_t i = 0; i < currency->digits; i++)
		buf_add_char(journal->text, '0');
	buf_add_char(journal->text, '\n');
}

static void
hledger_account(struct journal *journal, const struct account *account, const char *government)
{
	buf_add(journal->text, "account ");
	hledger_name(journal->text, account, government);
	buf_add_char(journal->text, '\n');
}

static void
hledger_entry(struct journal *journal, const struct entry *entry)
{
	buf_addf(journal->text, "\n%s=%s * (%s) %s\n", entry->booked, entry->value, entry->number,
	    entry->words);
}

/* beancount: "Assets:A120:JP-16", every part begins with a capital letter */

static void
beancount_name(struct buf *text, const struct account *account, const char *government)
{
	buf_addf(text, "%s:A%s", root_of(account), account->code);
	if (government != NULL)
		buf_addf(text, ":%s", government);
}

/*
 * A total price becomes a quotient of 28 digits there, and sums of whole numbers
 * must be 0 to the last of them unless a tolerance is said.
 */
static void
beancount_currency(struct journal *journal, const struct currency *currency)
{
	if (strcmp(currency->code, journal->base) == 0)
		buf_addf(journal->text, "option \"operating_currency\" \"%s\"\n"
		    "option \"inferred_tolerance_default\" \"%s:0.001\"\n", currency->code, currency->code);
}

/* Open from the first day of the books on. */
static void
beancount_account(struct journal *journal, const struct account *account, const char *government)
{
	const struct entry *first = row_at(&journal->entries, 0);

	buf_addf(journal->text, "%s open ", first->booked);
	beancount_name(journal->text, account, government);
	buf_addf(journal->text, " %s\n", account->currency);
}

static void
add_quoted(struct buf *text, const char *words)
{
	buf_add_char(text, '"');
	for (; *words != '\0'; words++) {
		if (*words == '"' || *words == '\\')
			buf_add_char(text, '\\');
		buf_add_char(text, *words);
	}
	buf_add_char(text, '"');
}

static void
beancount_entry(struct journal *journal, const struct entry *entry)
{
	buf_addf(journal->text, "\n%s * ", entry->booked);
	add_quoted(journal->text, entry->words);
	buf_addf(journal->text, "\n  number: \"%s\"\n", entry->number);
}

static const struct dialect dialects[] = {
	[JOURNAL_HLEDGER] = { hledger_currency, hledger_account, hledger_name, hledger_entry, true },
	[JOURNAL_BEANCOUNT] = { beancount_currency, beancount_account, beancount_name, beancount_entry, false },
};

/* What both have */

static void
add_amount(struct journal *journal, const struct dialect *dialect, int64_t sum, const char *currency)
{
	if (dialect->code_first)
		buf_addf(journal->text, "%s ", currency);
	money_format(journal->text, sum, currency);
	if (!dialect->code_first)
		buf_addf(journal->text, " %s", currency);
}

static bool
add_line(struct journal *journal, const struct dialect *dialect, const struct posting *posting,
    struct err *err)
{
	const struct account *account = find_account(journal, posting->account);

	if (account == NULL)
		return err_set(err, ERR_MISSING, _("There is no such record: %s %s."),
		    _(account_type.label), posting->account);
	buf_add(journal->text, "    ");
	dialect->name(journal->text, account, posting->government);
	buf_add(journal->text, "  ");
	add_amount(journal, dialect, posting->amount, account->currency);
	if (strcmp(account->currency, journal->base) != 0) {
		buf_add(journal->text, " @@ ");
		add_amount(journal, dialect, posting->base < 0 ? -posting->base : posting->base, journal->base);
	}
	buf_add_char(journal->text, '\n');
	return true;
}

static bool
add_entry(struct journal *journal, const struct dialect *dialect, const struct entry *entry,
    struct err *err)
{
	struct row_list lines = { 0 };
	bool ok = row_list(journal->session, &posting_type, "entry", entry->number, "no", &lines, err);

	if (ok)
		dialect->entry(journal, entry);
	journal->written += ok;
	for (size_t i = 0; i < lines.count && ok; i++)
		ok = add_line(journal, dialect, row_at(&lines, i), err);
	row_list_done(&lines);
	return ok;
}

/* Every account as it is used, debtor by debtor: strict readers want each declared. */
static bool
declare_accounts(struct journal *journal, const struct dialect *dialect, struct err *err)
{
	struct row_list used = { 0 };
	bool ok = posting_accounts(journal->session, journal->day, &used, err);

	for (size_t i = 0; i < used.count && ok; i++) {
		const struct posting *posting = row_at(&used, i);

		dialect->account(journal, find_account(journal, posting->account), posting->government);
	}
	row_list_done(&used);
	return ok;
}

static bool
write_all(struct journal *journal, const struct dialect *dialect, struct err *err)
{
	const struct entry *first = journal->entries.count > 0 ? row_at(&journal->entries, 0) : NULL;

	if (first == NULL || strcmp(first->booked, journal->day) > 0)
		return err_set(err, ERR_MISSING, _("Nothing is posted until %s: there is no journal to write."),
		    journal->day);
	for (size_t i = 0; i < journal->currencies.count; i++)
		dialect->currency(journal, row_at(&journal->currencies, i));
	if (!declare_accounts(journal, dialect, err))
		return false;
	for (size_t i = 0; i < journal->entries.count; i++) {
		const struct entry *entry = row_at(&journal->entries, i);

		if (strcmp(entry->booked, journal->day) <= 0 && !add_entry(journal, dialect, entry, err))
			return false;
	}
	return true;
}

static bool
read_and_write(struct journal *journal, const struct dialect *dialect, struct err *err)
{
	struct session *session = journal->session;

	return chart_base(session, journal->base, err) &&
	    row_list(session, &account_type, NULL, NULL, "code", &journal->accounts, err) &&
	    row_list(session, &currency_type, NULL, NULL, "code", &journal->currencies, err) &&
	    row_list(session, &entry_type, NULL, NULL, "year, booked, mark, no", &journal->entries, err) &&
	    write_all(journal, dialect, err);
}

bool
journal_write(struct session *session, enum journal_dialect dialect, struct buf *text,
    size_t *ret_entries, struct err *err)
{
	struct journal journal = { .session = session, .text = text };

	session_day(session, journal.day);
	if (!session_snapshot_begin(session, err))
		return false;
	bool ok = read_and_write(&journal, &dialects[dialect], err);
	session_snapshot_end(session);
	*ret_entries = journal.written;
	row_list_done(&journal.accounts);
	row_list_done(&journal.currencies);
	row_list_done(&journal.entries);
	return ok;
}
