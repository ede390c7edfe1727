/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/db_private.h -- what the files of store/ share about an open file
 *
 * Nobody outside store/ and its tests includes this.
 */
#ifndef STORE_DB_PRIVATE_H
#define STORE_DB_PRIVATE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/ulid.h"
#include "store/chain.h"
#include "store/change.h"
#include "store/db.h"

struct migration;

enum {
	DB_APPLICATION_ID = 0x4E454152,	/* "NEAR", at byte 68 of the file */
	STMT_SLOTS = 128,
	STMT_MARKS = 65536,	/* two of a thousand statements may share one: no harm */
	CHANGE_MOST_COLUMNS = 64,	/* of a logged table */
	CHANGE_MOST_KEYS = 8,
};

/* A prepared statement waiting to be used again. */
struct stmt_kept {
	sqlite3_stmt *raw;
	char *sql;
	bool in_use;		/* a second stmt_open of the same text prepares anew */
	uint64_t used_at;	/* rises with every use: the lowest is given up first */
	struct stmt_kept *next;	/* in the same slot */
};

struct stmt_cache {
	struct stmt_kept *slots[STMT_SLOTS];
	uint64_t asked[STMT_MARKS / 64];	/* a bit for each SQL, by its hash: it was asked before */
	int count;
	uint64_t uses;
};

/* A row of meta_sync with the columns of its table, and a row of meta_group. */
struct db_table {
	char *name;
	enum change_mode mode;
	char *columns;		/* their names in order, commas between */
	int column_count;
	int keys[CHANGE_MOST_KEYS];	/* places of the columns of the primary key */
	int key_count;
};

struct db_group {
	char *table, *column, *group;
};

/* How a row is being changed: store/capture.h. */
struct capture {
	const struct db_table *table;	/* borrowed; NULL before the first */
	char op;		/* 'I', 'U', 'D' */
	bool pending;		/* seen, and not logged yet */
	const char *why;	/* it may not be stored; a message to translate, or NULL */
	struct buf row_key;
	struct buf data;	/* store/diff.h; empty when nothing changes */
};

/*
 * The change set that is open, and the log line its triggers are writing. The
 * end of the chain is read once, when the set begins: nobody else can write
 * until it ends.
 */
struct change_set {
	char id[ULID_SIZE];	/* "" when none is open */
	char node[ULID_SIZE];	/* who writes history here */
	int64_t number;		/* of the set in its node */
	int64_t nseq;		/* of the last line in its node */
	int64_t lsn;		/* of the first line that the set writes */
	int64_t lines;		/* written by this set */
	int changes;		/* sqlite3_total_changes when it began */
	unsigned char head[CHAIN_BYTES];	/* hash of the last line */
	unsigned char digest[CHAIN_BYTES];	/* of who, what, why, when */
	struct capture seen;	/* what the last line says */
	/*
	 * A statement failed after it may have moved head: SQLite took its rows
	 * back but not our memory of them, so this set can only be rolled back.
	 */
	bool doomed;
};

enum db_lock {
	DB_LOCK_NONE,
	DB_LOCK_ASKED,	/* DB_READ_ONLY */
	DB_LOCK_FILE,	/* no right to write the file */
	DB_LOCK_FOLDER,	/* none to make its -wal beside it */
};

struct db {
	sqlite3 *raw;
	char *path;
	enum db_access access;		/* as asked for */
	bool fresh;			/* nothing was in it when it was opened */
	enum db_lock lock;		/* why it is read-only */
	int64_t data_version;		/* PRAGMA data_version when last asked */

	struct stmt_cache cache;
	struct change_set set;
	int snapshots;			/* one inside the other */

	struct db_table *tables;	/* in order of names; read when first asked for */
	size_t table_count;
	struct db_group *groups;	/* by table and column */
	size_t group_count;
	bool tables_known;

	bool (*on_wait)(void *context, int waited_ms);
	void *wait_context;
	int64_t wait_since;		/* clock_monotonic_ms */
	bool (*on_progress)(void *context);
	void *progress_context;
};

/* db_open with migrations other than the program's own: for tests. */
struct db *db_open_steps(const char *path, enum db_access access,
    const struct migration *steps, size_t count, struct err *err);

/* One number that a pragma or a query without values answers. */
bool db_number(struct db *db, const char *sql, int64_t *ret_number, struct err *err);

/* BEGIN IMMEDIATE and its ends, for change sets and migrations alone. */
bool db_begin(struct db *db, struct err *err);
bool db_commit(struct db *db, struct err *err);	/* rolls back when it fails */
void db_rollback(struct db *db);

/* Forget what was read of meta_sync and meta_group. */
void change_forget_tables(struct db *db);
bool change_know_tables(struct db *db, struct err *err);

/* NULL where there is none of that name, or the tables are not known. */
const struct db_table *change_table(const struct db *db, const char *name);

void stmt_cache_done(struct stmt_cache *cache);

#endif
