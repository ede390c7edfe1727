/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exchange/csv.h -- tables of text, as RFC 4180 and the world's spreadsheets have them
 *
 * There are two ways out. Exact is for pipes: UTF-8, LF, nothing added. Export
 * is for spreadsheets: a byte order mark, CRLF, and an apostrophe before what a
 * spreadsheet would run as a formula. There is one way in, and it takes that
 * apostrophe off: what was exported is read back as it was. (So the one text
 * that exact cannot carry through an import begins with an apostrophe before
 * = + - or @ itself.)
 */
#ifndef EXCHANGE_CSV_H
#define EXCHANGE_CSV_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct csv_reader;
struct err;

/* A row, until the next one is read. */
struct csv_row {
	const char *const *cell;	/* valid UTF-8; a line break in it is \n */
	size_t count;			/* at least 1 */
	size_t line;			/* of the file, where it begins: from 1 */
	size_t end;			/* bytes of the file that are read, for progress */
};

/*
 * Read a file's bytes, which are copied: UTF-8 with or without a byte order
 * mark, UTF-16 with one; cells parted by comma, semicolon or tab, whichever the
 * first row has first; lines ended by CRLF, LF or CR.
 */
struct csv_reader *csv_reader_new(const char *bytes, size_t length);
void csv_reader_free(struct csv_reader *reader);	/* NULL is fine */

/* Do the bytes begin with a byte order mark, which says what they are? */
bool csv_has_mark(const char *bytes, size_t length);

/*
 * The next row; blank lines are passed over. False at the end, and err is then
 * untouched; or ERR_INPUT with the line, where a quotation mark is not closed
 * or more follows it, or where the text is no UTF-8. Nothing is read after that.
 */
bool csv_next(struct csv_reader *reader, struct csv_row *ret_row, struct err *err);

/* Exact. follows: there is a cell before it in its row. */
void csv_add_cell(struct buf *out, const char *text, bool follows);
void csv_end_row(struct buf *out);

/* Export. */
void csv_export_begin(struct buf *out);
void csv_export_cell(struct buf *out, const char *text, bool follows);
void csv_export_end_row(struct buf *out);

#endif
