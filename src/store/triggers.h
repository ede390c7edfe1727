/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/triggers.h -- the three log triggers of every logged table, generated
 *
 * From meta_sync and the columns as they are, so no table can be forgotten and
 * no column added without its history. Made after the last migration, never
 * when a file is merely opened.
 */
#ifndef STORE_TRIGGERS_H
#define STORE_TRIGGERS_H

#include <stdbool.h>

struct buf;
struct db;
struct err;

/* Before a migration: it may rebuild or rename what they name. */
bool triggers_drop(struct db *db, struct err *err);
bool triggers_make(struct db *db, struct err *err);

/*
 * Are they all there, word for word? Each that is not is told to say. false
 * only when that could not be found out.
 */
bool triggers_check(struct db *db, void (*say)(void *context, const char *line), void *context,
    struct err *err);

/* The three CREATE TRIGGER statements of one table, op being 'I', 'U' or 'D'. */
bool triggers_write(struct db *db, const char *table, char op, struct buf *sql, struct err *err);

#endif
