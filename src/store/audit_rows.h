/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/audit_rows.h -- does the log, played from its first line, give the
 * rows that are there?
 *
 * Row by row along the index of the log, so that the memory needed is that of
 * one row, whatever the size of the file.
 */
#ifndef STORE_AUDIT_ROWS_H
#define STORE_AUDIT_ROWS_H

#include <stdbool.h>

struct db;
struct err;

/* Each cell and row of the table that differs is told to say. */
bool audit_rows(struct db *db, const char *table, void (*say)(void *context, const char *line),
    void *context, struct err *err);

#endif
