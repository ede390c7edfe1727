/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/bench.h -- the files that are measured on, and who measures what
 *
 * Four files: the NEAR data as it comes, the same with invented governments up
 * to 100,000, with 100,000 invented meetings, with a ledger of 1,000,000 postings.
 * Each function prints its lines of the table and returns how many bars were
 * passed over.
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

struct verdict;

struct world {
	const char *label;	/* "75", "100,000" */
	char *folder;		/* HOME of the program, and where the file lies; owned */
	char *file;		/* owned */
	double start_ms;	/* of the program on it; set by screens_start */
};

/* Print one line, its action named with the size of the file; 1 when it is over. */
int bench_judge(const struct world *world, const char *action, const struct verdict *verdict);

/* Run a program to its end, its output into a file (NULL: nowhere); its milliseconds of work. */
double bench_run(const char *const *argv, const char *output);

/* Start, first screen, memory with it. */
int screens_start(struct world *world);

/* The list: cursor, page, burst, opening a record, Escape, search. */
int screens_list(const struct world *world);

/* Bodies, meetings, decisions, the plenary day: each opened from HOM. */
int screens_bodies(const struct world *world);

/* The form: a typed letter, a save. */
int screens_form(const struct world *world);

/* What a meeting is in the way of, against the raw question. */
int clashes_of_a_meeting(const struct world *world);

/* Saves without a screen: one clerk, then eight at once. */
int saves_one(const struct world *world);
int saves_eight(const struct world *world);

/* A ledger of 1,000,000 postings, most of them paid, and what is asked of it. */
void money_fill(const struct world *world);
int money_questions(const struct world *world);
int money_saves(const struct world *world);

/* Arrears, ageing, the trial balance, each opened from HOM; memory with them. */
int screens_money(const struct world *world);

/* So many invoices of last year, none paid; then a CSV file with a payment of each. */
void money_bill(const struct world *world, int invoices);
void money_write_payments(const struct world *world, const char *path);

/* Work of the question of arrears, in a program that has the file open, as a screen has. */
double money_arrears_work(const struct world *world);

/* The same asked of ledger and hledger, where they are installed: they read the journal. */
int journal_peers(const struct world *world);

#endif
