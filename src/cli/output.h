/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cli/output.h -- the one place that prints records
 *
 * Any list of records is printed from its table of fields: in columns for a
 * person at a terminal, in words of her language; as bare values into a pipe;
 * or exactly, as CSV, TSV or JSON, which say the same in every language.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct arguments;
struct err;
struct record_type;
struct row_list;

enum output_form {
	OUTPUT_COLUMNS,	/* aligned, as wide as the terminal */
	OUTPUT_PLAIN,	/* tabs between, no head: what a pipe gets */
	OUTPUT_TSV,
	OUTPUT_CSV,
	OUTPUT_JSON,
};

/* The strings are those of the arguments. */
struct output {
	enum output_form form;
	int to;			/* file descriptor: standard output */
	struct buf text;	/* not written yet */
	int failed;		/* errno of the first write that failed; 0 */
	int width;		/* columns of the terminal */
	const char *columns;	/* NULL: those listed by default */
	const char *sort;	/* NULL: as they come */
	const char **where;
	size_t where_count;
};

/* ERR_USAGE when more than one of --json, --csv, --tsv is given. */
bool output_init(struct output *ret_output, const struct arguments *arguments, struct err *err);

/*
 * Do the keys of --columns, --sort and --where belong to type? ERR_USAGE names
 * those that do. Asked before anything is read, so that nothing is printed.
 */
bool output_suits(const struct output *output, const struct record_type *type, struct err *err);

/* Print the rows that --where lets through, in the order of --sort. */
bool output_rows(struct output *output, const struct row_list *list, struct err *err);

/* The same of rows that were read for it, which are let go then: how a listing ends. */
bool output_list(struct output *output, struct row_list *list, struct err *err);

/*
 * Print one record: heading (may be NULL) on a line of its own, then a line for
 * each field that says something. In the exact forms it is a list of one.
 */
bool output_record(struct output *output, const char *heading,
    const struct record_type *type, const void *record, struct err *err);

/* A sentence for the clerk; nothing in the exact forms. */
void output_say(struct output *output, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Any other text, as it is. */
void output_text(struct output *output, const char *text);

/*
 * Write what is left and release output. A full disk behind a redirection shows
 * here; a reader of the pipe who has seen enough is no failure.
 */
bool output_finish(struct output *output, struct err *err);

#endif
