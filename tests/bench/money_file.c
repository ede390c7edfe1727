/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/money_file.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/fiscal_year.h"
#include "domain/session.h"
#include "store/stmt.h"

/* So many invoices a change set; a payment follows its invoice by so many others. */
enum { BATCH = 5000, LAG = 40 };

/* In this order: an entry comes after its lines and before what it posts. */
static const char *const invoice_sql[] = {
	"INSERT INTO invoice (id, year, kind, government, currency, total, due, account)"
	" VALUES (:id, :year, 'other', :government, 'KRW', :total, :due, '420')",
	"INSERT INTO invoice_line (invoice, no, words, amount) VALUES (:id, 1, 'membership', :total)",
	"INSERT INTO posting (entry, no, account, government, booked, amount, base)"
	" VALUES (:entry, 1, '121', :government, :day, :total, :total)",
	"INSERT INTO posting (entry, no, account, booked, amount, base)"
	" VALUES (:entry, 2, '420', :day, -:total, -:total)",
	"INSERT INTO entry (number, year, no, booked, value, kind, words, government)"
	" VALUES (:entry, :year, :entry_no, :day, :day, 'invoice', :number, :government)",
	"UPDATE invoice SET number = :number, no = :no, issued = :day, name = government, entry = :entry"
	" WHERE id = :id",
};

static const char *const payment_sql[] = {
	"INSERT INTO posting (entry, no, account, booked, amount, base)"
	" VALUES (:entry, 1, '101', :day, :paid, :paid)",
	"INSERT INTO posting (entry, no, account, government, booked, amount, base)"
	" VALUES (:entry, 2, '121', :government, :day, -:paid, -:paid)",
	"INSERT INTO entry (number, year, no, booked, value, kind, words, government)"
	" VALUES (:entry, :year, :entry_no, :day, :day, 'receipt', :number, :government)",
	"INSERT INTO receipt (number, year, no, booked, value, government, account, amount, method, entry)"
	" VALUES (:receipt, :year, :receipt_no, :day, :day, :government, '101', :paid, 'transfer', :entry)",
	"INSERT INTO allocation (id, receipt, invoice, used, used_base, amount, base, booked, entry)"
	" VALUES (:allocation, :receipt, :id, :paid, :paid, :paid, :paid, :day, :entry)",
};

enum {
	INVOICE_STEPS = sizeof invoice_sql / sizeof invoice_sql[0],
	PAYMENT_STEPS = sizeof payment_sql / sizeof payment_sql[0],
};

/* What is being written; the numbers of a year begin with it. */
struct writing {
	struct session *session;
	const struct money_size *size;
	char **government;
	size_t governments, room;
	int year;
	long made;		/* invoices of all years: they count the ids and the governments */
	int entry, receipt;	/* the last numbers of the year */
	int in_set;
};

static _Noreturn void
give_up(const struct err *err)
{
	fprintf(stderr, "bench: %s\n", err->text);
	exit(1);
}

static void
read_governments(struct writing *writing)
{
	struct err err = { 0 };
	struct stmt st = { 0 };

	if (stmt_open(&st, writing->session->db, "SELECT code FROM government ORDER BY code", &err))
		while (stmt_next(&st)) {
			writing->government = mem_room(writing->government, writing->governments, &writing->room,
			    sizeof *writing->government);
			writing->government[writing->governments++] = mem_strdup(stmt_text(&st, 0));
		}
	if (!stmt_close(&st))
		give_up(&err);
}

/* One paper: all that its statements may name. */
struct paper {
	char id[32], allocation[32], number[32], entry[32], receipt[32], year[12];
	char day[DAY_SIZE], due[DAY_SIZE];
	const char *government;
	int no, entry_no, receipt_no;
	long total, paid;
};

/* The i-th invoice of the year, written or paid on the day of the at-th. */
static void
fill_paper(struct writing *writing, int i, int at, struct paper *paper)
{
	const int all = writing->size->invoices, unpaid = writing->size->unpaid;
	long made = writing->made + i;
	char first[DAY_SIZE];

	*paper = (struct paper){ .no = i + 1, .entry_no = ++writing->entry,
		.government = writing->government[(size_t)made % writing->governments] };
	snprintf(paper->year, sizeof paper->year, "%04d", writing->year);
	snprintf(first, sizeof first, "%04d-01-01", writing->year);
	day_add_days(first, (int)((long)at * 365 / (all + LAG)), paper->day);
	day_add_days(first, (int)((long)i * 365 / (all + LAG)) + 60, paper->due);
	snprintf(paper->id, sizeof paper->id, "%026ld", made);
	snprintf(paper->allocation, sizeof paper->allocation, "1%025ld", made);
	snprintf(paper->number, sizeof paper->number, "%s-%04d", paper->year, paper->no);
	snprintf(paper->entry, sizeof paper->entry, "E-%s-%04d", paper->year, paper->entry_no);
	paper->total = 100000 + made % 97 * 1000;
	bool half = unpaid > 0 && i % unpaid == unpaid - 2;
	paper->paid = half ? paper->total / 2 : paper->total;
}

/* Binds what the statement names and leaves out the rest. */
static void
bind(struct stmt *st, const char *sql, const char *name, const char *text, long number)
{
	const char *at = sql;
	size_t length = strlen(name);

	while ((at = strstr(at, name)) != NULL && (at[length] == '_' || (at[length] >= 'a' && at[length] <= 'z')))
		at += length;
	if (at == NULL)
		return;
	if (text != NULL)
		stmt_bind_text(st, name, text);
	else
		stmt_bind_int(st, name, number);
}

static void
write_one(struct writing *writing, const char *sql, const struct paper *paper)
{
	struct err err = { 0 };
	struct stmt st = { 0 };

	if (!stmt_open(&st, writing->session->db, sql, &err))
		give_up(&err);
	bind(&st, sql, ":id", paper->id, 0);
	bind(&st, sql, ":allocation", paper->allocation, 0);
	bind(&st, sql, ":number", paper->number, 0);
	bind(&st, sql, ":entry", paper->entry, 0);
	bind(&st, sql, ":receipt", paper->receipt, 0);
	bind(&st, sql, ":year", paper->year, 0);
	bind(&st, sql, ":day", paper->day, 0);
	bind(&st, sql, ":due", paper->due, 0);
	bind(&st, sql, ":government", paper->government, 0);
	bind(&st, sql, ":no", NULL, paper->no);
	bind(&st, sql, ":entry_no", NULL, paper->entry_no);
	bind(&st, sql, ":receipt_no", NULL, paper->receipt_no);
	bind(&st, sql, ":total", NULL, paper->total);
	bind(&st, sql, ":paid", NULL, paper->paid);
	stmt_run(&st);
	if (!stmt_close(&st))
		give_up(&err);
}

static void
pay(struct writing *writing, int i, int at)
{
	struct paper paper;
	const int unpaid = writing->size->unpaid;

	if (i < 0 || unpaid == 0 || i % unpaid == unpaid - 1)
		return;
	fill_paper(writing, i, at, &paper);
	paper.receipt_no = ++writing->receipt;
	snprintf(paper.receipt, sizeof paper.receipt, "R-%s-%04d", paper.year, paper.receipt_no);
	for (int step = 0; step < PAYMENT_STEPS; step++)
		write_one(writing, payment_sql[step], &paper);
}

static void
begin(struct writing *writing)
{
	struct err err = { 0 };

	if (!session_begin(writing->session, "bench", NULL, &err))
		give_up(&err);
}

static void
commit(struct writing *writing)
{
	struct err err = { 0 };

	if (!session_commit(writing->session, NULL, &err))
		give_up(&err);
}

static void
write_year(struct writing *writing)
{
	struct paper paper;

	writing->entry = writing->receipt = 0;
	for (int at = 0; at < writing->size->invoices + LAG; at++) {
		if (at % BATCH == 0)
			begin(writing);
		if (at < writing->size->invoices) {
			fill_paper(writing, at, at, &paper);
			for (int step = 0; step < INVOICE_STEPS; step++)
				write_one(writing, invoice_sql[step], &paper);
		}
		pay(writing, at - LAG, at);
		if (at % BATCH == BATCH - 1 || at == writing->size->invoices + LAG - 1)
			commit(writing);
	}
	writing->made += writing->size->invoices;
}

static void
open_year(struct writing *writing)
{
	struct err err = { 0 };
	char year[12];

	snprintf(year, sizeof year, "%04d", writing->year);
	begin(writing);
	if (!fiscal_year_open_in_set(writing->session, year, &err))
		give_up(&err);
	commit(writing);
}

void
money_file_fill(struct session *session, const struct money_size *size)
{
	struct writing writing = { .session = session, .size = size };
	struct err err = { 0 };
	char today[DAY_SIZE];

	session_today(session, today);
	read_governments(&writing);
	if (!session_expect_many(session, true, &err))
		give_up(&err);
	for (writing.year = atoi(today) - size->years; writing.year < atoi(today); writing.year++) {
		open_year(&writing);
		write_year(&writing);
	}
	open_year(&writing);
	if (!session_expect_many(session, false, &err))
		give_up(&err);
	for (size_t i = 0; i < writing.governments; i++)
		free(writing.government[i]);
	free(writing.government);
}
