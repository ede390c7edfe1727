/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/table.h -- records as CSV, in and out, by the fields' own keys
 *
 * The first row of a file names the fields; every kind is read and written by
 * the same code, the data set of a new file too. "members" is the view of
 * domain/member.h: one row is a government with its name and its status;
 * "bodies" that of domain/body_entry.h. An import takes all rows or none, and
 * reports what a person should know of; it never guesses.
 */
#ifndef EXCHANGE_TABLE_H
#define EXCHANGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct err;
struct record_type;
struct row_list;
struct session;

struct table_kind {
	const char *word;	/* KIND on the command line: "members", "names" */
	const char *help;	/* N_(): a sentence */
	const char *file;	/* in a data set: "names.csv" */
	const struct record_type *type;
};

extern const struct table_kind table_kinds[];	/* in the order they are loaded; closed by { 0 } */

const struct table_kind *table_find_kind(const char *word);	/* NULL if none */

/* Who watches an import. Every member may be NULL. */
struct table_watch {
	/* A row that was taken, with something to know about it, or refused. */
	void (*say)(void *context, size_t line, const char *text);
	/* Now and then; false stops it, with the file as it was. */
	bool (*go_on)(void *context, size_t done, size_t total);
	void *context;
};

struct table_result {
	size_t taken, changed, same, refused;
	int64_t number;		/* of the change set; 0 when nothing changed */
};

/*
 * Take bytes, a CSV text, as rows of kind. With dry_run everything is done and
 * then undone. When a row is refused each refusal is said and nothing is kept:
 * ERR_INPUT, and *ret_result counts them. Rows of presence, votes, rolls and
 * ballots come of what happens in a meeting: new or other ones are refused.
 */
bool table_import(struct session *session, const struct table_kind *kind, const char *bytes,
    size_t length, bool dry_run, const struct table_watch *watch,
    struct table_result *ret_result, struct err *err);

/* The same inside an open change set: what a new file is made with. */
bool table_import_in_set(struct session *session, const struct table_kind *kind,
    const char *bytes, size_t length, const struct table_watch *watch,
    struct table_result *ret_result, struct err *err);

/* All rows of a kind as the session's day has them. The caller calls row_list_done. */
bool table_rows(struct session *session, const struct table_kind *kind,
    struct row_list *ret_rows, struct err *err);

#endif
