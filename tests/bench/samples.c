/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/samples.h"

#include <stdlib.h>
#include <time.h>

#include "base/mem.h"

void
samples_add(struct samples *samples, double value)
{
	samples->value = mem_room(samples->value, samples->count, &samples->room, sizeof *samples->value);
	samples->value[samples->count++] = value;
}

static int
compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

static void
sort(struct samples *samples)
{
	if (samples->count > 0)
		qsort(samples->value, samples->count, sizeof *samples->value, compare);
}

double
samples_median(struct samples *samples)
{
	sort(samples);
	return samples->count > 0 ? samples->value[samples->count / 2] : 0;
}

double
samples_worst(struct samples *samples)
{
	sort(samples);
	return samples->count > 0 ? samples->value[samples->count - 1] : 0;
}

void
samples_done(struct samples *samples)
{
	free(samples->value);
	*samples = (struct samples){ 0 };
}

static double
read_clock(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double
samples_clock_ms(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

double
samples_work_ms(void)
{
	return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}
