/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/history_rows.h -- the change sets in view, and those Find lets through
 *
 * Read newest first, at most HISTORY_MOST: who looks further back asks for one
 * record. What a set did in half a line is worked out for rows that come into
 * view, and for all of them only when words are looked for.
 */
#ifndef PANES_HISTORY_ROWS_H
#define PANES_HISTORY_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/history.h"
#include "domain/row.h"
#include "panes/change_summary.h"

struct err;
struct session;

enum { HISTORY_MOST = 1000 };

/* Zeroed is empty. */
struct history_rows {
	struct row_list sets;			/* of history_set */
	struct change_summary *summaries;	/* one a set; not known while its name is NULL */
	size_t *shown;				/* rows: positions in sets */
	size_t count;
};

void history_rows_done(struct history_rows *rows);

/* type NULL: of everything. On failure the rows stay as they are. */
bool history_rows_read(struct history_rows *rows, struct session *session,
    const struct record_type *type, const char *key, struct err *err);

/* Show those in which every word typed stands: number, day, who, what, of whom. */
void history_rows_find(struct history_rows *rows, struct session *session, const char *typed);

const struct history_set *history_rows_at(const struct history_rows *rows, size_t row);

/* Borrowed until the next reading. */
const struct change_summary *history_rows_summary(struct history_rows *rows,
    struct session *session, size_t row);

#endif
