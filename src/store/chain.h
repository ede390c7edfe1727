/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/chain.h -- the SHA-256 chain that holds the log lines of a node together
 *
 * A line's hash covers the hash before it, so a changed, missing or moved line
 * breaks every later one. It covers the hash of the line's data, not the data:
 * when the law wants a name erased, the chain can still be walked.
 */
#ifndef STORE_CHAIN_H
#define STORE_CHAIN_H

#include <stddef.h>
#include <stdint.h>

enum {
	CHAIN_BYTES = 32,
	CHAIN_HEX = 2 * CHAIN_BYTES + 1,	/* with the NUL */
};

/* A change set as log_tx keeps it; undoes is "" where there is none. */
struct chain_set {
	const char *id, *node;
	int64_t number;
	const char *who, *what, *why, *place, *at, *undoes;
};

/* A log line; data is digested apart from it. */
struct chain_line {
	int64_t nseq;
	const char *table, *row_key, *op;
	const char *data;
	size_t data_size;
};

void chain_digest_set(const struct chain_set *set, unsigned char ret_digest[CHAIN_BYTES]);

/* Replace head, the hash of the line before (zeros before the first). */
void chain_advance(unsigned char head[CHAIN_BYTES], const unsigned char set_digest[CHAIN_BYTES],
    const struct chain_line *line);

void chain_to_hex(const unsigned char hash[CHAIN_BYTES], char ret_hex[CHAIN_HEX]);

#endif
