/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/clock.h -- what time it is, which a test may set
 *
 * With NEARSEC_NOW=2010-10-20T09:00:00 (UTC) in the environment the clock
 * stands still there: screens and files of a test are the same every day.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum { CLOCK_STAMP_SIZE = 21 };	/* "2010-10-20T09:00:00Z" and its NUL */

/* Milliseconds since 1970-01-01T00:00:00 UTC. */
int64_t clock_now_ms(void);

/* The same to the second, as the log writes it: "2010-10-20T09:00:00Z". */
void clock_stamp(char ret_stamp[CLOCK_STAMP_SIZE]);

/* Milliseconds of a clock that only ever goes on; for waiting and measuring. */
int64_t clock_monotonic_ms(void);

#endif
