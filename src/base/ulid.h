/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/ulid.h -- identifiers for records that have no natural key
 *
 * A ULID (github.com/ulid/spec): 48 bits of milliseconds and 80 random bits in
 * 26 letters of Crockford's base 32. Ids of one process rise, whatever the
 * clock does. Integers would be smaller, but a restored backup would give them
 * out a second time while copies of the lost line of history live on.
 */
#ifndef BASE_ULID_H
#define BASE_ULID_H

enum { ULID_SIZE = 27 };	/* 26 letters and the NUL */

/* With NEARSEC_SEED=N in the environment the random part counts up from N. */
void ulid_make(char ret_id[ULID_SIZE]);

/*
 * One that sorts behind after, an id of another process perhaps, in whose
 * millisecond this one is made, or whose clock went before ours. "" is before all.
 */
void ulid_make_after(const char *after, char ret_id[ULID_SIZE]);

#endif
