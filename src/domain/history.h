/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/history.h -- who changed what, when, where and why
 *
 * Asked of the log that the schema writes, never of the clock of validity: "as
 * of" has no place here. The history of a government is that of everything it
 * owns: names, statuses, aliases, posts, holdings, channels, addresses, the
 * deleted ones too.
 */
#ifndef DOMAIN_HISTORY_H
#define DOMAIN_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct buf;
struct err;
struct session;

/* One change set, as lists show it. */
struct history_set {
	char *id;		/* ULID */
	char *number;		/* "4418", of a venue copy "V1-17" */
	char *at;		/* UTC, "2010-10-20T09:00:00Z" */
	char *who, *place;
	char *what;		/* stable words; history_what shows them */
	char *why;
	int64_t rows;		/* log lines in it (of the record asked for) */
	char *changes;		/* of the record asked for, before and after; "" for everything */
	char *undoes;		/* number of the set it takes back, "" */
	char *undone;		/* number of the set that took it back, "" */
};

extern const struct record_type history_set_type;	/* fields for lists, CSV, --json */

/* One changed cell. */
struct history_cell {
	char *set;		/* number */
	char *record;		/* type key: "government_name" */
	char *key;		/* of the row */
	char *op;		/* "I", "U" or "D" */
	char *field;		/* column */
	char *before, *after;	/* "" for nothing */
};

extern const struct record_type history_cell_type;

/*
 * Newest first, at most limit (0: all). type and key NULL: of everything. For
 * a government, person, post, body, meeting or delegation all that belongs to it is
 * included.
 */
bool history_list(struct session *session, const struct record_type *type, const char *key,
    size_t limit, struct row_list *ret_sets, struct err *err);

/* The cells of one change set, in the order they were written. */
bool history_cells(struct session *session, const char *set_id, struct row_list *ret_cells,
    struct err *err);

/* The set of that number ("4418") or id; ERR_MISSING. The caller frees *ret_id. */
bool history_find_set(struct session *session, const char *number, char **ret_id, struct err *err);

/* The words of log_tx.what in the language of the screen. */
const char *history_what(const char *what);

/*
 * A record as words for a list of changes: "KR-47", the code of a post, the
 * name of a person; the type's label and the key where nothing better is known.
 */
void history_record_name(struct session *session, const char *record, const char *key,
    struct buf *ret_name);

#endif
