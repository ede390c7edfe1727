/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench/raw.h -- SQLite without nearsec, ending the program at the first failure. */
#ifndef BENCH_RAW_H
#define BENCH_RAW_H

#include <sqlite3.h>

_Noreturn void raw_give_up(sqlite3 *db, const char *sql);
sqlite3 *raw_open(const char *path, int flags);
void raw_run(sqlite3 *db, const char *sql);
sqlite3_stmt *raw_prepare(sqlite3 *db, const char *sql);

/* A new file as nearsec sets up its own. */
sqlite3 *raw_create(const char *folder, const char *name);

/* Tables and indexes, no triggers. */
void raw_copy_schema(sqlite3 *from, sqlite3 *to);

/*
 * Insert the rows of a table by a prepared statement; where is "", or WHERE and
 * what follows. The milliseconds of work that the inserts took: reading the rows,
 * which are kept in memory, is no part of it.
 */
double raw_copy(sqlite3 *from, sqlite3 *to, const char *table, const char *where);

#endif
