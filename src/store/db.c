/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/db.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/messages.h"
#include "store/capture.h"
#include "store/db_private.h"
#include "store/fault.h"
#include "store/functions.h"
#include "store/migrate.h"
#include "store/site.h"
#include "store/stmt.h"
#include "store/wal_writes.h"

enum {
	WAIT_MS = 5000,			/* for another writer, when nobody is asked */
	PROGRESS_STEPS = 4000,		/* of SQLite's machine, well under a millisecond */
	LOW_DISK_MB = 100,
};

static bool
number_step(struct db *db, sqlite3_stmt *raw, int64_t *ret_number, struct err *err)
{
	int code = sqlite3_step(raw);

	if (code == SQLITE_ROW)
		*ret_number = sqlite3_column_int64(raw, 0);
	else if (code == SQLITE_DONE)
		*ret_number = 0;
	else
		return fault_set(db, err);
	return true;
}

bool
db_number(struct db *db, const char *sql, int64_t *ret_number, struct err *err)
{
	sqlite3_stmt *raw = NULL;

	if (sqlite3_prepare_v2(db->raw, sql, -1, &raw, NULL) != SQLITE_OK)
		return fault_set(db, err);
	bool ok = number_step(db, raw, ret_number, err);
	sqlite3_finalize(raw);
	return ok;
}

/*
 * Short steps that do not grow: with SQLite's own, which grow to 100 ms, two
 * busy writers starve each other for seconds.
 */
static int
wait_a_little(void *context, int times)
{
	struct db *db = context;
	int64_t now = clock_monotonic_ms();

	if (times == 0)
		db->wait_since = now;
	int waited = (int)(now - db->wait_since);
	if (db->on_wait != NULL ? !db->on_wait(db->wait_context, waited) : waited >= WAIT_MS)
		return 0;
	nanosleep(&(struct timespec){ .tv_nsec = times < 10 ? 200000 : 1000000 }, NULL);
	return 1;
}

static int
ask_progress(void *context)
{
	struct db *db = context;

	return !db->on_progress(db->progress_context);
}

/* The stages of db_find and db_ready, in order; what each needs, those before it have done. */

static bool
look_at_site(struct db *db, struct err *err)
{
	if (db->access == DB_CREATE ? !site_create(db->path, err) : !site_check(db->path, err))
		return false;
	if (db->access == DB_READ_ONLY)
		db->lock = DB_LOCK_ASKED;
	else if (!site_may_write_file(db->path))
		db->lock = DB_LOCK_FILE;
	else if (!site_may_write_folder(db->path))
		db->lock = DB_LOCK_FOLDER;
	return true;
}

/* As a URI, where what has a meaning of its own is written %XX. */
static char *
uri_of(const char *path, const char *options)
{
	struct buf uri = { 0 };

	buf_add(&uri, *path == '/' ? "file://" : "file:");
	for (; *path != '\0'; path++) {
		if (strchr("%?#", *path) != NULL)
			buf_addf(&uri, "%%%02X", (unsigned char)*path);
		else
			buf_add_char(&uri, *path);
	}
	buf_add(&uri, options);
	return buf_take(&uri);
}

static bool
open_raw(struct db *db, const char *name, int more_flags, struct err *err)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | more_flags |
	    (db->lock != DB_LOCK_NONE ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);

	/*
	 * Nobody asks how much memory is in use, and counting it costs a sixth of
	 * the time in which a schema is read. Refused after the first file: no harm.
	 */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1200, 32);	/* a third of its own choice */
	return wal_writes_open(name, &db->raw, flags) == SQLITE_OK || fault_set(db, err);
}

static bool
set_limits(struct db *db, struct err *err)
{
	static const struct {
		int what, value;
	} limits[] = {
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	};

	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		int now = -1;

		if (sqlite3_db_config(db->raw, limits[i].what, limits[i].value, &now) != SQLITE_OK ||
		    now != limits[i].value)
			return err_set(err, ERR_SYSTEM,
			    _("This SQLite lacks a protection that the records need. Install a newer one."));
	}
	sqlite3_busy_handler(db->raw, wait_a_little, db);
	capture_start(db);
	return functions_register(db, err);
}

static bool
open_file(struct db *db, struct err *err)
{
	return open_raw(db, db->path, 0, err) && set_limits(db, err);
}

/*
 * Reading a file in WAL mode needs a -shm beside it. Where that cannot be made
 * (a read-only folder, a disc) nobody can be writing either, if there is no
 * -wal: then the file alone is the truth.
 */
static bool
look_into(struct db *db, struct err *err)
{
	int64_t ignored;

	if (db_number(db, "PRAGMA schema_version", &ignored, err))
		return true;
	int code = sqlite3_extended_errcode(db->raw) & 0xFF;
	if (db->lock == DB_LOCK_NONE || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY))
		return false;
	if (!site_lies_still(db->path))
		return false;
	sqlite3_close(db->raw);
	char *uri = uri_of(db->path, "?immutable=1");
	bool ok = open_raw(db, uri, SQLITE_OPEN_URI, err) && set_limits(db, err) &&
	    db_number(db, "PRAGMA schema_version", &ignored, err);
	free(uri);
	return ok;
}

static bool
know_whose_it_is(struct db *db, struct err *err)
{
	int64_t owner, things;

	if (!db_number(db, "PRAGMA application_id", &owner, err))
		return false;
	if (owner == DB_APPLICATION_ID) {
		if (db->access == DB_CREATE)
			return err_set(err, ERR_FILE, _("There are already records in %s."), db->path);
		return true;
	}
	if (owner != 0 || !db_number(db, "SELECT count(*) FROM sqlite_schema", &things, err) ||
	    things > 0 || db->access != DB_CREATE)
		return err_set(err, ERR_FILE, _("%s is not a file of this program."), db->path);
	db->fresh = true;
	return true;
}

static bool
set_pragma(struct db *db, const char *name, const char *value, struct err *err)
{
	char set[64], get[64];
	sqlite3_stmt *raw = NULL;

	snprintf(set, sizeof set, "PRAGMA %s = %s", name, value);
	snprintf(get, sizeof get, "PRAGMA %s", name);
	if (sqlite3_exec(db->raw, set, NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db->raw, get, -1, &raw, NULL) != SQLITE_OK)
		return fault_set(db, err);
	bool kept = sqlite3_step(raw) == SQLITE_ROW &&
	    strcmp((const char *)sqlite3_column_text(raw, 0), value) == 0;
	sqlite3_finalize(raw);
	if (!kept)
		err_set(err, ERR_SYSTEM, _("SQLite did not take the setting %s, which keeps the records safe."),
		    name);
	return kept;
}

static bool
set_pragmas(struct db *db, struct err *err)
{
	static const struct {
		const char *name, *value;
		bool writes;	/* means something only where writing is allowed */
	} pragmas[] = {
		{ "journal_mode", "wal", true },
		{ "synchronous", "2", true },	/* FULL: saved means on the disk */
		{ "journal_size_limit", "16777216", true },
		/* KiB, negative: a quarter of SQLite's own choice keeps a search of 100,000 in 20 MiB. */
		{ "cache_size", "-512", false },
		{ "foreign_keys", "1", false },
		{ "recursive_triggers", "1", false },	/* else REPLACE deletes unlogged */
		{ "temp_store", "0", false },		/* files, and store/temp_files.h keeps them from the disk */
		{ "cell_size_check", "1", false },
	};

	for (size_t i = 0; i < sizeof pragmas / sizeof pragmas[0]; i++)
		if ((!pragmas[i].writes || db->lock == DB_LOCK_NONE) &&
		    !set_pragma(db, pragmas[i].name, pragmas[i].value, err))
			return false;
	return true;
}

struct db *
db_find(const char *path, enum db_access access, struct err *err)
{
	struct db *db = mem_alloc(sizeof *db);

	db->path = mem_strdup(path);
	db->access = access;
	if (look_at_site(db, err))
		return db;
	db_close(db);
	return NULL;
}

static bool
ready(struct db *db, const struct migration *steps, size_t count, struct err *err)
{
	static bool (*const stages[])(struct db *, struct err *) = {
		open_file, look_into, know_whose_it_is, set_pragmas,
	};
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof stages / sizeof stages[0]; i++)
		ok = stages[i](db, err);
	return ok && migrate_run(db, steps, count, err) &&
	    db_number(db, "PRAGMA data_version", &db->data_version, err);
}

struct db *
db_open_steps(const char *path, enum db_access access, const struct migration *steps, size_t count,
    struct err *err)
{
	struct db *db = db_find(path, access, err);

	if (db == NULL || ready(db, steps, count, err))
		return db;
	db_close(db);
	return NULL;
}

bool
db_ready(struct db *db, struct err *err)
{
	return ready(db, migrations, migration_count, err);
}

struct db *
db_open(const char *path, enum db_access access, struct err *err)
{
	return db_open_steps(path, access, migrations, migration_count, err);
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	assert(!db_in_change(db) && db->snapshots == 0);
	stmt_cache_done(&db->cache);
	change_forget_tables(db);
	buf_done(&db->set.seen.row_key);
	buf_done(&db->set.seen.data);
	/* BUSY would mean a statement that was never given back. */
	int code = sqlite3_close(db->raw);
	assert(code == SQLITE_OK);
	(void)code;
	free(db->path);
	free(db);
}

const char *
db_path(const struct db *db)
{
	return db->path;
}

bool
db_is_read_only(const struct db *db)
{
	return db->lock != DB_LOCK_NONE;
}

bool
db_disk_is_low(const struct db *db)
{
	return site_has_less_than(db->path, LOW_DISK_MB * 1000000ULL);
}

void
db_on_wait(struct db *db, bool (*go_on)(void *context, int waited_ms), void *context)
{
	db->on_wait = go_on;
	db->wait_context = context;
}

void
db_on_progress(struct db *db, bool (*go_on)(void *context), void *context)
{
	db->on_progress = go_on;
	db->progress_context = context;
	sqlite3_progress_handler(db->raw, go_on != NULL ? PROGRESS_STEPS : 0,
	    go_on != NULL ? ask_progress : NULL, db);
}

bool
db_expect_many(struct db *db, bool many, struct err *err)
{
	return set_pragma(db, "cache_size", many ? "-16384" : "-512", err);
}

bool
db_was_changed(struct db *db)
{
	struct stmt st = { 0 };
	int64_t version = db->data_version;

	assert(db->snapshots == 0);
	if (stmt_open(&st, db, "PRAGMA data_version", NULL) && stmt_next(&st))
		version = stmt_int(&st, 0);
	stmt_close(&st);
	bool changed = version != db->data_version;
	db->data_version = version;
	return changed;
}

bool
db_is_idle(const struct db *db)
{
	if (db->snapshots > 0 || !sqlite3_get_autocommit(db->raw))
		return false;
	for (sqlite3_stmt *raw = sqlite3_next_stmt(db->raw, NULL); raw != NULL;
	    raw = sqlite3_next_stmt(db->raw, raw))
		if (sqlite3_stmt_busy(raw))
			return false;
	return true;
}

bool
db_in_change(const struct db *db)
{
	return db->set.id[0] != '\0';
}

/* Kept and used again, unlike what sqlite3_exec runs. */
static bool
run(struct db *db, const char *sql, struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, db, sql, err))
		stmt_run(&st);
	return stmt_close(&st);
}

bool
db_begin(struct db *db, struct err *err)
{
	assert(sqlite3_get_autocommit(db->raw) && db->snapshots == 0);
	if (db_is_read_only(db))
		return fault_set_read_only(db, err);
	/* IMMEDIATE: a reader that turns writer later fails when others wrote. */
	return run(db, "BEGIN IMMEDIATE", err);
}

void
db_rollback(struct db *db)
{
	/* After a full disk SQLite may have rolled back already. */
	if (!sqlite3_get_autocommit(db->raw))
		sqlite3_exec(db->raw, "ROLLBACK", NULL, NULL, NULL);
}

bool
db_snapshot_begin(struct db *db, struct err *err)
{
	if (db_in_change(db))
		return true;
	if (db->snapshots == 0 && !run(db, "BEGIN", err)) {
		db_rollback(db);
		return false;
	}
	db->snapshots++;
	return true;
}

void
db_snapshot_end(struct db *db)
{
	if (db_in_change(db))
		return;
	assert(db->snapshots > 0);
	/* After a fault of the disk SQLite has ended it already. */
	if (--db->snapshots == 0 && !sqlite3_get_autocommit(db->raw))
		run(db, "ROLLBACK", NULL);
}

bool
db_commit(struct db *db, struct err *err)
{
	errno = 0;	/* fault.c reads it */
	if (run(db, "COMMIT", err))
		return true;
	db_rollback(db);
	return false;
}
