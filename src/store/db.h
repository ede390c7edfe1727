/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/db.h -- the file the association's records live in
 *
 * Only files in store/ include <sqlite3.h>; the others hold a struct db that
 * they cannot look into. The surprise: the file can be read by any SQLite
 * shell but written only through here, because every table's triggers call
 * functions that this module registers (see store/change.h).
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct err;

enum db_access {
	DB_READ_WRITE,	/* the file must exist */
	DB_READ_ONLY,	/* the same, and the file is never written (SQLite may make -shm) */
	DB_CREATE,	/* the file must not exist, or be empty */
};

/*
 * db_open in two steps, for a screen to be shown between them. db_find: is there such
 * a file, may we read and write it? Nothing may be asked of it yet. db_ready opens
 * it and reads the schema, which takes most of a start.
 */
struct db *db_find(const char *path, enum db_access access, struct err *err);
bool db_ready(struct db *db, struct err *err);	/* on failure only db_close is left to do */

/*
 * Open path, bring its schema up to date (copying an older file aside first)
 * and read back every pragma it relies on. Refused with a sentence: no such
 * file, a foreign, damaged or newer file, a network file system, not writable.
 * With DB_READ_WRITE a file that may not be written is opened read-only:
 * db_is_read_only says so, and each attempt to save is ERR_READ_ONLY with the
 * reason. NULL on failure.
 */
struct db *db_open(const char *path, enum db_access access, struct err *err);
void db_close(struct db *db);	/* NULL is fine */

const char *db_path(const struct db *db);
bool db_is_read_only(const struct db *db);

/* The bytes of free disk under which the screen warns: 100 MB. */
bool db_disk_is_low(const struct db *db);

/*
 * Called while another program holds the file, after waited_ms so far; return
 * false to give up (ERR_BUSY). Without one the store waits 5 s.
 */
void db_on_wait(struct db *db, bool (*go_on)(void *context, int waited_ms), void *context);

/*
 * Called now and then in a long statement; return false to stop it
 * (ERR_CANCELLED). NULL for none.
 */
void db_on_progress(struct db *db, bool (*go_on)(void *context), void *context);

/*
 * Very many rows are about to be written, or were: 16 MiB of pages stay in memory
 * meanwhile, since rows in order of a key go everywhere in the indexes.
 */
bool db_expect_many(struct db *db, bool many, struct err *err);

/*
 * What is read until db_snapshot_end is of one moment, that of the first reading:
 * what others commit meanwhile is seen after it. SQLite then takes its lock on the
 * file once, and not for every statement. One inside another is a part of that, and
 * inside a change set, which is of one moment already, it is nothing. A statement
 * that fails leaves the snapshot to its end. No change set may begin in it, and no
 * key be waited for: both are assertions. False: it is not open, and not to be ended.
 */
bool db_snapshot_begin(struct db *db, struct err *err);
void db_snapshot_end(struct db *db);

/* Has another connection written since this was last asked? 3 µs. Not in a snapshot. */
bool db_was_changed(struct db *db);

/* Nothing is open, no snapshot either: the assertion before every wait for a key. */
bool db_is_idle(const struct db *db);

/* Is a change set open on this connection? */
bool db_in_change(const struct db *db);

/*
 * An online copy by VACUUM INTO, then quick_check of the copy. Refuses a path
 * that exists. ret_head (65 bytes, may be NULL) gets the head of the log chain
 * in hex, which stands in the name of a backup.
 */
bool db_backup(struct db *db, const char *path, char *ret_head, struct err *err);

/* The same beside the file before something that cannot be taken back: "near.db.TAIL", "near.db.TAIL.2" ... */
bool db_backup_aside(struct db *db, const char *tail, struct err *err);

/*
 * PRAGMA integrity_check and foreign_key_check; each fault is told to say, one
 * line. Returns false only when the check itself could not run.
 */
bool db_examine(struct db *db, void (*say)(void *context, const char *line), void *context,
    struct err *err);

#endif
