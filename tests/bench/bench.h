/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/bench.h -- the files that are measured on, and who measures what
 *
 * Three files: the NEAR data as it comes, the same with invented governments up
 * to 100,000, and with 100,000 invented meetings. Each function prints its lines
 * of the table and returns how many bars were passed over.
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

#endif
