/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/diff.h -- what a log line says of a row: {"column":[before,after],...}
 *
 * Written and read here alone, not by SQLite's JSON: one row has one spelling
 * on every machine, which a hash can cover. Values are null, whole numbers and
 * text; only columns that differ are named.
 */
#ifndef STORE_DIFF_H
#define STORE_DIFF_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct sqlite3_value;

/* By bytes, never by a collation. NULL is the value of a row that is not there. */
bool diff_is_same(struct sqlite3_value *a, struct sqlite3_value *b);

/*
 * Append the differences of two rows. names are those of the columns with commas
 * between; the values are those of a new row NULL before, of a deleted one NULL
 * after. Nothing is appended when all are the same. false with *ret_why, a message
 * to translate, when an after may not be stored.
 */
bool diff_write(struct buf *data, const char *names, struct sqlite3_value *const *before,
    struct sqlite3_value *const *after, const char **ret_why);

/* A value read back. A number and the same digits as text are not the same. */
struct diff_value {
	enum { DIFF_NULL, DIFF_NUMBER, DIFF_TEXT } kind;
	const char *text;	/* "" for DIFF_NULL; borrowed during the call */
};

/* Call each for every column; false if data is not such text, or each stopped. */
bool diff_read(const char *data,
    bool (*each)(void *context, const char *column, const struct diff_value *before,
	const struct diff_value *after),
    void *context);

#endif
