/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/migrate.h -- the schema, as numbered scripts, forward only
 *
 * src/store/sql/NNNN-what.sql are embedded at build. All that a file lacks run
 * in one transaction with the new user_version and the log triggers made anew
 * (store/triggers.h): an upgrade that is interrupted leaves the file as it was,
 * and no version of it is ever without its log. A fresh file runs them all, so
 * the schema exists once. A script changes no value of a logged table.
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

/*
 * Bring an open file from its user_version to that of the last step. A file
 * with records in it is first copied aside, as PATH.version-N. Does nothing,
 * and reads no schema, when it is up to date.
 */
bool migrate_run(struct db *db, const struct migration *steps, size_t count, struct err *err);

#endif
