/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/samples.h -- the same thing measured several times
 *
 * The machine has other work too: judge by the median.
 */
#ifndef BENCH_SAMPLES_H
#define BENCH_SAMPLES_H

#include <stddef.h>

struct samples {
	double *value;
	size_t count, room;
};

/* A zeroed struct samples is empty. */
void samples_add(struct samples *samples, double value);
double samples_median(struct samples *samples);	/* sorts them; 0 when there are none */
double samples_worst(struct samples *samples);
void samples_done(struct samples *samples);

/* Milliseconds of a clock that only goes on, to the microsecond. */
double samples_clock_ms(void);

/* Milliseconds of processor this program has used. */
double samples_work_ms(void);

#endif
