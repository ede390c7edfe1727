/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/money_floors.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "bench/raw.h"
#include "bench/samples.h"

/*
 * What is open, and what was open on a day of the past: that of now and what was
 * booked later, or, long ago, what was invoiced less what was booked until then.
 */
#define OPEN_NOW \
	"WITH item AS (SELECT government, currency, year, due, open, kind FROM open_invoice WHERE open > 0)"
#define OPEN_ON_DAY \
	"WITH later AS (SELECT invoice, open AS part FROM open_invoice WHERE open > 0" \
	" UNION ALL SELECT invoice, amount FROM allocation WHERE booked > :day AND invoice IS NOT NULL" \
	" UNION ALL SELECT invoice, amount FROM credit_note WHERE booked > :day)," \
	" item AS (SELECT government, currency, year, due, kind, sum(part) AS open FROM later" \
	" JOIN invoice ON invoice.id = later.invoice WHERE issued <= :day GROUP BY invoice.id)"
#define OPEN_LONG_AGO \
	"WITH item AS (SELECT government, currency, year, due, kind, total" \
	" - coalesce((SELECT sum(amount) FROM allocation WHERE invoice = i.id AND booked <= :day), 0)" \
	" - coalesce((SELECT sum(amount) FROM credit_note WHERE invoice = i.id AND booked <= :day), 0) AS open" \
	" FROM invoice AS i WHERE no > 0 AND issued <= :day" \
	" AND year IN (SELECT year FROM fiscal_year WHERE since <= :day))"

/* The line of a government with its name in English and in its own language. */
#define NAMED(columns, lines, order) \
	" SELECT o.government, o.currency, " columns ", n.name_en, CASE c.language WHEN 'zh' THEN n.name_zh" \
	"  WHEN 'ja' THEN n.name_ja WHEN 'ko' THEN n.name_ko WHEN 'ru' THEN n.name_ru ELSE n.name_mn END" \
	" FROM (" lines ") AS o LEFT JOIN government_name AS n ON n.government = o.government" \
	" AND n.name_kind = 'official' AND n.since <= :day AND (n.until IS NULL OR n.until > :day)" \
	" LEFT JOIN country AS c ON c.code = substr(o.government, 1, 2) ORDER BY " order

#define ARREARS \
	NAMED("o.open, o.overdue, o.due, o.years", \
	"SELECT government, currency, sum(open) AS open," \
	" coalesce(sum(open) FILTER (WHERE due < :day), 0) AS overdue, min(due) AS due," \
	" count(DISTINCT CASE WHEN due < :day AND kind = 'dues' THEN year END) AS years" \
	" FROM item WHERE open > 0 GROUP BY government, currency", "o.open DESC, o.government")

#define AGEING \
	NAMED("o.total, o.later, o.days_90, o.year, o.years_2, o.older", \
	"SELECT government, currency, sum(open) AS total," \
	" coalesce(sum(open) FILTER (WHERE due >= :day), 0) AS later," \
	" coalesce(sum(open) FILTER (WHERE due < :day AND due >= date(:day, '-90 days')), 0) AS days_90," \
	" coalesce(sum(open) FILTER (WHERE due < date(:day, '-90 days') AND due >= date(:day, '-1 year')), 0) AS year," \
	" coalesce(sum(open) FILTER (WHERE due < date(:day, '-1 year') AND due >= date(:day, '-2 years')), 0)" \
	"  AS years_2," \
	" coalesce(sum(open) FILTER (WHERE due < date(:day, '-2 years')), 0) AS older" \
	" FROM item WHERE open > 0 GROUP BY government, currency", "o.total DESC, o.government")

/* In each the third column is the sum that is compared. */
static const char *const questions[] = {
	[MONEY_ARREARS] = OPEN_NOW ARREARS,
	[MONEY_ARREARS_ON] = OPEN_ON_DAY ARREARS,
	[MONEY_ARREARS_LONG_AGO] = OPEN_LONG_AGO ARREARS,
	[MONEY_AGEING] = OPEN_NOW AGEING,
	[MONEY_AGEING_ON] = OPEN_ON_DAY AGEING,
	[MONEY_AGEING_LONG_AGO] = OPEN_LONG_AGO AGEING,
	[MONEY_TRIAL] =
	    "SELECT a.code, a.currency, sum(b.amount), sum(b.base), a.kind, a.name_en FROM balance AS b"
	    " JOIN account AS a ON a.code = b.account GROUP BY a.code"
	    " HAVING sum(b.amount) <> 0 OR sum(b.base) <> 0 ORDER BY a.code",
	[MONEY_TRIAL_ON] =
	    "SELECT a.code, a.currency, sum(p.amount), sum(p.base), a.kind, a.name_en FROM posting AS p"
	    " JOIN account AS a ON a.code = p.account WHERE p.booked <= :day GROUP BY a.code"
	    " HAVING sum(p.amount) <> 0 OR sum(p.base) <> 0 ORDER BY a.code",
	[MONEY_STATEMENT] =
	    "SELECT p.booked, p.entry, p.amount, e.kind, e.words, a.currency,"
	    " sum(p.amount) OVER (PARTITION BY a.currency ORDER BY p.booked, p.entry, p.no)"
	    " FROM posting AS p JOIN account AS a ON a.code = p.account AND a.purpose = 'receivable'"
	    " JOIN entry AS e ON e.number = p.entry WHERE p.government = :government AND p.booked <= :day"
	    " ORDER BY p.booked, p.entry, p.no",
};

enum { QUESTIONS = sizeof questions / sizeof questions[0] };

struct money_floors {
	sqlite3 *db;
	sqlite3_stmt *ask[QUESTIONS];
};

struct money_floors *
money_floors_new(const char *file)
{
	struct money_floors *floors = mem_alloc(sizeof *floors);

	floors->db = raw_open(file, SQLITE_OPEN_READWRITE);
	for (int i = 0; i < QUESTIONS; i++)
		floors->ask[i] = raw_prepare(floors->db, questions[i]);
	return floors;
}

void
money_floors_free(struct money_floors *floors)
{
	for (int i = 0; i < QUESTIONS; i++)
		sqlite3_finalize(floors->ask[i]);
	sqlite3_close(floors->db);
	free(floors);
}

static void
bind(sqlite3_stmt *ask, const char *name, const char *text)
{
	int at = sqlite3_bind_parameter_index(ask, name);

	if (at > 0)
		sqlite3_bind_text(ask, at, text, -1, SQLITE_STATIC);
}

double
money_floors_ask(struct money_floors *floors, enum money_question question, const char *day,
    const char *government, struct money_answer *ret_answer)
{
	sqlite3_stmt *ask = floors->ask[question];
	double start = samples_clock_ms();
	int step;

	*ret_answer = (struct money_answer){ 0 };
	bind(ask, ":day", day);
	bind(ask, ":government", government);
	while ((step = sqlite3_step(ask)) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(ask); i++)
			if (sqlite3_column_type(ask, i) == SQLITE_TEXT)
				sqlite3_column_text(ask, i);
		ret_answer->lines++;
		ret_answer->sum += sqlite3_column_int64(ask, 2);
	}
	if (step != SQLITE_DONE)
		raw_give_up(floors->db, questions[question]);
	sqlite3_reset(ask);
	return samples_clock_ms() - start;
}

/* The import. The entries of receipts are those that it wrote. */

#define OF_ENTRY "entry IN (SELECT number FROM entry WHERE kind = 'receipt')"

static const struct {
	const char *table, *before, *written;
} imported[] = {
	{ "entry", "WHERE kind <> 'receipt'", "WHERE kind = 'receipt'" },
	{ "posting", "WHERE NOT " OF_ENTRY, "WHERE " OF_ENTRY },
	{ "receipt", "WHERE 0", "" },
	{ "allocation", "WHERE 0", "" },
	{ "balance", "WHERE 0", "" },
	{ "open_invoice", "WHERE 0", "" },
};

static void
copy_before(sqlite3 *from, sqlite3 *to)
{
	sqlite3_stmt *tables = raw_prepare(from, "SELECT name FROM sqlite_schema WHERE type = 'table'"
	    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'log%'"
	    " AND name NOT IN ('entry', 'posting', 'receipt', 'allocation', 'balance', 'open_invoice')"
	    " ORDER BY rowid");

	raw_run(to, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON");
	while (sqlite3_step(tables) == SQLITE_ROW)
		raw_copy(from, to, (const char *)sqlite3_column_text(tables, 0), "");
	sqlite3_finalize(tables);
	for (size_t i = 0; i < sizeof imported / sizeof imported[0]; i++)
		raw_copy(from, to, imported[i].table, imported[i].before);
	raw_run(to, "COMMIT");
}

double
money_floors_import(const char *file, const char *folder)
{
	sqlite3 *from = raw_open(file, SQLITE_OPEN_READWRITE);
	sqlite3 *to = raw_create(folder, "floor-import.db");
	double took = 0;

	raw_copy_schema(from, to);
	copy_before(from, to);
	raw_run(to, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON");
	for (size_t i = 0; i < sizeof imported / sizeof imported[0]; i++)
		took += raw_copy(from, to, imported[i].table, imported[i].written);
	double start = samples_work_ms();
	raw_run(to, "COMMIT");
	took += samples_work_ms() - start;
	sqlite3_close(from);
	sqlite3_close(to);
	return took;
}

long
money_floors_logged(const char *file)
{
	sqlite3 *db = raw_open(file, SQLITE_OPEN_READWRITE);
	sqlite3_stmt *count = raw_prepare(db, "SELECT count(*) FROM log");
	long rows = sqlite3_step(count) == SQLITE_ROW ? (long)sqlite3_column_int64(count, 0) : 0;

	sqlite3_finalize(count);
	sqlite3_close(db);
	return rows;
}
