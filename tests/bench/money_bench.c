/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "bench/bench.h"
#include "bench/floors.h"
#include "bench/money_file.h"
#include "bench/money_floors.h"
#include "bench/samples.h"
#include "bench/verdict.h"
#include "domain/arrears.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/session.h"
#include "domain/statement.h"
#include "domain/trial.h"
#include "store/db.h"
#include "store/stmt.h"

enum {
	YEARS = 25, INVOICES = 10100, UNPAID = 101,	/* 1,000,000 postings */
	TURNS = 21,		/* of a question of today */
	PAST_TURNS = 7,		/* of one of a past day */
	YEAR = 365, PAST = 12 * YEAR, LONG_AGO = 23 * YEAR,	/* days before today */
	SAVES = 300,
};

static _Noreturn void
give_up(const char *text)
{
	fprintf(stderr, "bench: %s\n", text);
	exit(1);
}

static struct session *
open_session(const struct world *world)
{
	struct err err = { 0 };
	struct db *db = db_open(world->file, DB_READ_WRITE, &err);

	if (db == NULL)
		give_up(err.text);
	return session_open(db, "clerk1", "bench");
}

void
money_fill(const struct world *world)
{
	struct session *session = open_session(world);

	money_file_fill(session, &(struct money_size){ .years = YEARS, .invoices = INVOICES, .unpaid = UNPAID });
	session_close(session);
}

/* Questions: ours and raw SQL in turn, and both must find the same. */

static const char debtor[] = "KR-47";

static bool
ask_statement(struct session *session, struct row_list *ret_list, struct err *err)
{
	return statement_list(session, debtor, ret_list, err);
}

struct asking {
	const char *action;
	enum money_question question;
	int ago;		/* days */
	bool (*list)(struct session *session, struct row_list *ret_list, struct err *err);
	const char *sum;	/* the field that is compared with the third column of the floor */
	double factor, extra;	/* the bar */
};

static const struct asking askings[] = {
	{ "arrears today", MONEY_ARREARS, 0, arrears_list, "open", 1.2, 0 },
	{ "ageing today", MONEY_AGEING, 0, ageing_list, "total", 1.2, 0 },
	{ "arrears of a year ago", MONEY_ARREARS_ON, YEAR, arrears_list, "open", 1.2, 0 },
	{ "arrears of a past day", MONEY_ARREARS_ON, PAST, arrears_list, "open", 1.2, 0 },
	{ "arrears of long ago", MONEY_ARREARS_LONG_AGO, LONG_AGO, arrears_list, "open", 1.2, 0 },
	{ "ageing of a year ago", MONEY_AGEING_ON, YEAR, ageing_list, "total", 1.2, 0 },
	{ "ageing of a past day", MONEY_AGEING_ON, PAST, ageing_list, "total", 1.2, 0 },
	{ "ageing of long ago", MONEY_AGEING_LONG_AGO, LONG_AGO, ageing_list, "total", 1.2, 0 },
	{ "trial balance", MONEY_TRIAL, 0, trial_list, "amount", 1.2, 1 },
	{ "trial balance of a past day", MONEY_TRIAL_ON, PAST, trial_list, "amount", 1.2, 1 },
	{ "statement of a government", MONEY_STATEMENT, 0, ask_statement, "amount", 1.2, 1 },
};

static double
time_list(struct session *session, const struct asking *asking, struct money_answer *ret_answer)
{
	struct row_list list = { 0 };
	struct err err = { 0 };
	double start = samples_clock_ms();

	if (!asking->list(session, &list, &err))
		give_up(err.text);
	double took = samples_clock_ms() - start;
	*ret_answer = (struct money_answer){ .lines = (long)list.count };
	for (size_t i = 0; i < list.count; i++) {
		const struct field *sum = record_find_field(list.type, asking->sum);

		ret_answer->sum += *(const int64_t *)((const char *)row_at(&list, i) + sum->offset);
	}
	row_list_done(&list);
	return took;
}

static void
choose_day(struct session *session, int ago, char ret_day[DAY_SIZE])
{
	struct err err = { 0 };

	session_today(session, ret_day);
	day_add_days(ret_day, -ago, ret_day);
	if (!session_set_as_of(session, ago > 0 ? ret_day : "", &err))
		give_up(err.text);
}

static int
ask(const struct world *world, struct session *session, struct money_floors *floors,
    const struct asking *asking)
{
	struct samples ours = { 0 }, raw = { 0 };
	struct money_answer answer, floor;
	char day[DAY_SIZE];

	choose_day(session, asking->ago, day);
	for (int i = 0; i < (asking->ago > 0 ? PAST_TURNS : TURNS); i++) {
		samples_add(&ours, time_list(session, asking, &answer));
		samples_add(&raw, money_floors_ask(floors, asking->question, day, debtor, &floor));
		if (answer.lines == 0 || answer.lines != floor.lines || answer.sum != floor.sum)
			give_up("an answer about money is not the one that raw SQL gives");
	}
	int over = bench_judge(world, asking->action, &(struct verdict){
		.unit = "ms", .measured = samples_median(&ours), .floor = samples_median(&raw),
		.factor = asking->factor, .extra = asking->extra });
	samples_done(&ours);
	samples_done(&raw);
	return over;
}

int
money_questions(const struct world *world)
{
	struct session *session = open_session(world);
	struct money_floors *floors = money_floors_new(world->file);
	int over = 0;

	for (size_t i = 0; i < sizeof askings / sizeof askings[0]; i++)
		over += ask(world, session, floors, &askings[i]);
	money_floors_free(floors);
	session_close(session);
	return over;
}

double
money_arrears_work(const struct world *world)
{
	struct session *session = open_session(world);
	struct samples work = { 0 };

	for (int i = 0; i < TURNS; i++) {
		struct row_list list = { 0 };
		struct err err = { 0 };
		double start = samples_work_ms();

		if (!arrears_list(session, &list, &err))
			give_up(err.text);
		samples_add(&work, samples_work_ms() - start);
		row_list_done(&list);
	}
	double median = samples_median(&work);
	samples_done(&work);
	session_close(session);
	return median;
}

/* The least that has all a save of money has: lines, log, chain, balances. */
static double
time_entry(struct session *session, int i)
{
	struct ledger_draft draft = { .kind = "manual", .words = mem_strdup("paper") };
	struct err err = { 0 };
	char *number = NULL;

	ledger_add(&draft, "510", NULL, 1000 + i, 1000 + i);
	ledger_add(&draft, "101", NULL, -1000 - i, -1000 - i);
	double start = samples_clock_ms();
	if (!ledger_post(session, &draft, &number, NULL, &err))
		give_up(err.text);
	double took = samples_clock_ms() - start;
	free(number);
	ledger_draft_done(&draft);
	return took;
}

/* What ^S of a payment does: propose from what is open, post entry, receipt and allocations, commit. */
static double
time_payment(struct session *session, int i)
{
	struct payment payment = { .government = mem_strdup(debtor), .amount = 1000 + i };
	struct err err = { 0 };
	char *receipt = NULL;
	double start = samples_clock_ms();

	if (!payment_propose(session, &payment, &err) ||
	    !payment_save(session, &payment, &receipt, NULL, &err))
		give_up(err.text);
	double took = samples_clock_ms() - start;
	free(receipt);
	payment_done(&payment);
	return took;
}

/* Each beside a bare commit, so that both see the same disk. */
static double
median_beside(struct floor_commits *commits, struct session *session,
    double (*save)(struct session *session, int i))
{
	struct samples times = { 0 };

	for (int i = 0; i < SAVES; i++) {
		floor_commits_one(commits);
		samples_add(&times, save(session, i));
	}
	double median = samples_median(&times);
	samples_done(&times);
	return median;
}

int
money_saves(const struct world *world)
{
	struct session *session = open_session(world);
	struct floor_commits *commits = floor_commits_new(world->folder);
	double entry = median_beside(commits, session, time_entry);
	double payment = median_beside(commits, session, time_payment);
	double floor = floor_commits_free(commits);

	session_close(session);
	return bench_judge(world, "an entry, half the bare rate", &(struct verdict){
		.unit = "ms", .measured = entry, .floor = floor, .factor = 2, .extra = 0 }) +
	    bench_judge(world, "a payment, from key to saved", &(struct verdict){
		.unit = "ms", .measured = payment, .floor = floor, .factor = 2.5, .extra = 1 }) +
	    bench_judge(world, "payments, half the bare rate", &(struct verdict){
		.unit = "ms", .measured = payment, .floor = floor, .factor = 2, .extra = 0 });
}

/* The import */

void
money_bill(const struct world *world, int invoices)
{
	struct session *session = open_session(world);

	money_file_fill(session, &(struct money_size){ .years = 1, .invoices = invoices });
	session_close(session);
}

void
money_write_payments(const struct world *world, const char *path)
{
	static const char sql[] = "SELECT government, open FROM open_invoice WHERE open > 0 ORDER BY invoice";
	struct session *session = open_session(world);
	FILE *csv = fopen(path, "w");
	struct err err = { 0 };
	struct stmt st = { 0 };
	char today[DAY_SIZE];

	if (csv == NULL)
		give_up(path);
	session_today(session, today);
	fputs("government,amount,booked,method,reference\n", csv);
	if (stmt_open(&st, session->db, sql, &err))
		while (stmt_next(&st))
			fprintf(csv, "%s,%lld,%s,transfer,dues\n", stmt_text(&st, 0), (long long)stmt_int(&st, 1), today);
	if (!stmt_close(&st) || fclose(csv) != 0)
		give_up(err.text);
	session_close(session);
}
