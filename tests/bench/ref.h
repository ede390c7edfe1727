/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench/ref.h -- how few bytes could have made the same change of the screen?
 *
 * A near-minimal encoding for an xterm, found by trying: scrolls, both orders
 * of the rows, the shortest cursor movement, pen and erasure at every step. It
 * is an upper bound of the true minimum, and proved: what it says is played on
 * a second terminal and must show the same.
 */
#ifndef BENCH_REF_H
#define BENCH_REF_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/*
 * The program wrote output; the change looked at is what its bytes from before
 * to after made. Appends the encoding to ret_bytes; false when none could be
 * proved, which is a mistake of ours.
 */
bool ref_encode(struct buf *ret_bytes, const char *output, size_t before, size_t after,
    int rows, int columns);

#endif
