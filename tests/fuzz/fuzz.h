/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz/fuzz.h -- a parser of foreign bytes, and where to start with it
 *
 * One file a parser defines both functions. "make fuzz" links it to libFuzzer,
 * which finds its own way; "make check" links it to mutate.c, which spoils the
 * seeds some hundred times. A function checks by assert what must always hold.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;

/* Returns 0; libFuzzer asks for the name and the type. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Add the seed of a number, counted from 0; false after the last. */
bool fuzz_seed(size_t number, struct buf *ret_seed);

#endif
