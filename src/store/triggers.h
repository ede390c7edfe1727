/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/triggers.h -- the three triggers of every table, generated
 *
 * From the tables as they are and meta_sync, so none can be forgotten: those of a
 * logged table log its changes, those of the others refuse a program that is not
 * this one. Made after the last migration, never when a file is merely opened.
 */
#ifndef STORE_TRIGGERS_H
#define STORE_TRIGGERS_H

#include <stdbool.h>

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
#endif
