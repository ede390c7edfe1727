/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/verdict.h -- the table of what was measured, and whether it holds
 *
 * A bar is factor times the floor plus extra; a factor of 0 is a bar that does
 * not depend on the machine: bytes, writes, or what a hand notices.
 */
#ifndef BENCH_VERDICT_H
#define BENCH_VERDICT_H

#include <stdbool.h>

struct verdict {
	const char *action;	/* "cursor down, 100,000" */
	const char *unit;	/* "ms", "B", "MiB", "writes" */
	double measured;
	double floor;		/* 0: none was taken */
	double factor, extra;	/* the bar */
};

void verdict_print_heading(void);

/* Print one line; does it hold? */
bool verdict_print(const struct verdict *verdict);

#endif
