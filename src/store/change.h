/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/change.h -- change sets and the log that the schema itself writes
 *
 * Every writing happens inside one change set: who, when, what, why. Triggers
 * generated for each table of meta_sync append every changed row to one
 * append-only log, inside the same transaction, chained by SHA-256 for each
 * node, so nothing can bypass history. What a line says is seen by store/capture.h;
 * the triggers call store/functions.h, where a statement outside a set fails.
 */
#ifndef STORE_CHANGE_H
#define STORE_CHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ulid.h"

struct db;
struct err;

struct change {
	const char *who;	/* the clerk */
	const char *what;	/* the action, a stable ASCII word or two: "edit government" */
	const char *why;	/* her reason; NULL or "" where none was asked */
	const char *place;	/* "MEM2" or "cli": where it was made */
	const char *undoes;	/* id of the change set this one takes back, or NULL */
};

/*
 * BEGIN IMMEDIATE. ERR_BUSY, ERR_READ_ONLY; ERR_INPUT when who or why is no
 * clean text. Nesting is an assertion, and so is one in a snapshot (store/db.h):
 * what is read there may be older than what it would be written over.
 */
bool change_begin(struct db *db, const struct change *change, struct err *err);

/*
 * COMMIT, or nothing at all when no row changed: *ret_number is then 0 and
 * *ret_id "". The same where only derived rows changed, which are kept. Both
 * may be NULL; the number counts up in this node. On failure everything is
 * rolled back. A set in which a statement failed cannot be committed.
 */
bool change_commit(struct db *db, char ret_id[ULID_SIZE], int64_t *ret_number, struct err *err);
void change_abort(struct db *db);	/* ROLLBACK; fine when none is open */

/*
 * SQL: the line l of the log is one of the set t of log_tx. They follow each
 * other, up to where the next set begins.
 */
#define CHANGE_LINE_OF_SET \
	"l.lsn >= t.lsn AND l.lsn < coalesce((SELECT min(following.lsn) FROM log_tx AS following" \
	" WHERE following.lsn > t.lsn), 9223372036854775807)"

/* Id of the open change set, "" outside one. */
const char *change_id(const struct db *db);

/* The highest lsn of the log, 0 when empty: what a form remembers. */
int64_t change_last_lsn(struct db *db);

/* Columns of the tables that move as a unit; "" when the column stands alone. */
const char *change_group(struct db *db, const char *table, const char *column);

/* How a table's rows travel: logged and undone, replayed only, or rebuilt. */
enum change_mode { CHANGE_MERGE, CHANGE_REPLAY, CHANGE_DERIVED };
bool change_mode(struct db *db, const char *table, enum change_mode *ret_mode);

/*
 * Walk the hash chain of every node, then fold the log against every cell of
 * every logged table. Each fault is told to say, one line naming table, row
 * and column. *ret_rows is the number of log lines walked.
 */
bool change_verify(struct db *db, void (*say)(void *context, const char *line), void *context,
    int64_t *ret_rows, struct err *err);

/*
 * The data of a log line, {"column":[before,after],...}: calls each for every
 * column; before and after are NULL for JSON null. false if it is no such text.
 */
bool change_each(const char *data,
    bool (*each)(void *context, const char *column, const char *before, const char *after),
    void *context);

#endif
