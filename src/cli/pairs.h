/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/pairs.h -- key=value words that are no fields of a record
 *
 * "dues pay KR-47 1000 date=2017-04-10 ref=7733": a command says which keys it
 * takes; any other is refused, and those there are are named.
 */
#ifndef CLI_PAIRS_H
#define CLI_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

struct cli;
struct err;

struct pair_key {
	const char *key;
	const char **value;	/* set when the key is there; part of the word, borrowed */
	bool required;
};

/* The words of cli from first on. ERR_USAGE. keys is closed by { 0 }. */
bool pairs_read(const struct cli *cli, size_t first, const struct pair_key *keys, struct err *err);

#endif
