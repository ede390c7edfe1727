/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/money_floors.h -- the questions about money as a person would type them into sqlite3
 *
 * Fixed SQL on the kept tables and the covering indexes, reviewed like a test;
 * it answers with the same rows and columns as nearsec, names of governments too.
 */
#ifndef BENCH_MONEY_FLOORS_H
#define BENCH_MONEY_FLOORS_H

#include <stdint.h>

enum money_question {
	MONEY_ARREARS,		/* today, on the open invoices */
	MONEY_ARREARS_ON, MONEY_ARREARS_LONG_AGO,	/* on a day of the past, on the covering indexes */
	MONEY_AGEING,
	MONEY_AGEING_ON, MONEY_AGEING_LONG_AGO,
	MONEY_TRIAL,
	MONEY_TRIAL_ON,
	MONEY_STATEMENT,	/* of one government */
};

/* How many lines an answer has and what their sums add up to: ours must be the same. */
struct money_answer {
	long lines;
	int64_t sum;		/* minor units */
};

struct money_floors;

struct money_floors *money_floors_new(const char *file);
void money_floors_free(struct money_floors *floors);

/* Milliseconds of one answer, every column of it read. Ends the program at a failure. */
double money_floors_ask(struct money_floors *floors, enum money_question question, const char *day,
    const char *government, struct money_answer *ret_answer);

/*
 * The rows that an import of payments wrote into file, and the tables that are
 * kept with them, inserted by prepared statements into the tables of a new file
 * that has all the others, no triggers, one durable commit: work.
 */
double money_floors_import(const char *file, const char *folder);

/* Rows of the log. */
long money_floors_logged(const char *file);

#endif
