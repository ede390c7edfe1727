/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rounds.h -- how often a random test tries, and from which number
 *
 * make check tries as often as the test says; make soak sets SOAK, a factor,
 * and a SEED of the moment. The seed is printed, so that what failed once can
 * be made to fail again: SEED=4711 make check TESTS=unit/test_x.
 */
#ifndef ROUNDS_H
#define ROUNDS_H

#include <stdio.h>
#include <stdlib.h>

static inline unsigned
rounds_count(unsigned usual)
{
	const char *factor = getenv("SOAK");

	return factor != NULL ? usual * (unsigned)atoi(factor) : usual;
}

static inline unsigned
rounds_seed(void)
{
	const char *text = getenv("SEED");
	unsigned seed = text != NULL ? (unsigned)strtoul(text, NULL, 10) : 1;

	printf("# SEED=%u\n", seed);
	return seed;
}

#endif
