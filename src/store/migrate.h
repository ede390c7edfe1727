/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/migrate.h -- the schema, as numbered scripts, forward only
 *
 * src/store/sql/NNNN-what.sql are embedded at build. Each runs with its
 * user_version in one transaction; a fresh file runs them all, so the schema
 * exists once. After the last, the log triggers of every table of meta_sync
 * are made anew (store/triggers.h).
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct err;

struct migration {
	int version;
	const char *name;
	const char *sql;
};

extern const struct migration migrations[];
extern const size_t migration_count;

/* The version this program writes: that of the last migration. */
int migrate_newest(void);

/* Bring an open file from its user_version to the newest; see db_open. */
bool migrate_run(struct db *db, const struct migration *steps, size_t count, struct err *err);

#endif
