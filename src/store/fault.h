/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/fault.h -- what SQLite said, as a sentence for a clerk
 */
#ifndef STORE_FAULT_H
#define STORE_FAULT_H

#include <stdbool.h>

struct db;
struct err;

/*
 * Record the failure of the last call on this connection. Always false. What
 * the schema refuses (RAISE, a constraint) becomes ERR_RULE with the words of
 * store/refusals.h, and names the field where SQLite names the column.
 */
bool fault_set(const struct db *db, struct err *err);

/* The file may only be read, and why. Always false. */
bool fault_set_read_only(const struct db *db, struct err *err);

#endif
