/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/stmt.h -- one SQL statement: bind by name, step, read by column number
 *
 * Errors are sticky: binds and steps after a failure do nothing, so a caller
 * checks once, at the end, with stmt_close or stmt_failed. SQL is a constant
 * beside its use; values come by name (":code").
 */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct err;
struct sqlite3_stmt;
struct stmt_kept;

struct stmt {
	struct db *db;
	struct sqlite3_stmt *raw;
	struct stmt_kept *kept;	/* its place among the statements that are kept; NULL: it is not */
	struct err *err;
	bool failed;
	int bound;		/* number of the parameter that was bound last */
	bool done;		/* all rows were read: the next step gives none */
};

/*
 * From the second time on a prepared statement is kept by the text of its SQL
 * and used again, so opening one costs a look-up. A failure is stored in err,
 * which must outlive the statement.
 */
bool stmt_open(struct stmt *st, struct db *db, const char *sql, struct err *err);

/* The value is copied. NULL binds SQL NULL. */
void stmt_bind_text(struct stmt *st, const char *name, const char *value);
void stmt_bind_lent(struct stmt *st, const char *name, const char *value);	/* not copied: stays until stmt_close */
void stmt_bind_int(struct stmt *st, const char *name, int64_t value);
void stmt_bind_null(struct stmt *st, const char *name);
void stmt_bind_blob(struct stmt *st, const char *name, const void *bytes, size_t size);

bool stmt_next(struct stmt *st);	/* true: a row is there; false: done, or failed */
bool stmt_run(struct stmt *st);		/* for statements without rows */
void stmt_again(struct stmt *st);	/* reset and unbind, to run it with other values */
int stmt_changes(const struct stmt *st);	/* rows that stmt_run wrote or deleted */
bool stmt_close(struct stmt *st);	/* gives it back; returns !failed */

/* Column of the current row. Text is borrowed until the next step; NULL for SQL NULL. */
const char *stmt_text(const struct stmt *st, int column);
int64_t stmt_int(const struct stmt *st, int column);
const void *stmt_blob(const struct stmt *st, int column, size_t *ret_size);
bool stmt_is_null(const struct stmt *st, int column);
int stmt_columns(const struct stmt *st);
const char *stmt_column_name(const struct stmt *st, int column);

/*
 * A question with one text, and the number it answers; *ret_number is left as
 * it was where no row answers.
 */
bool stmt_ask_int(struct db *db, const char *sql, const char *name, const char *value,
    int64_t *ret_number, struct err *err);

/* Run SQL without values or rows. */
bool stmt_exec(struct db *db, const char *sql, struct err *err);

#endif
