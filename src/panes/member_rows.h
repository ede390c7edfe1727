/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/member_rows.h -- the rows of the list of governments, however many
 *
 * Between the list widget, which asks for rows by number, and the domain, which
 * knows codes: the codes in display order, those of them that match what is
 * typed, and the records of the rows in view. The first screen needs one page
 * only, so one page is all that the first reading asks for; the rest comes when
 * there is time, or when something is typed.
 */
#ifndef PANES_MEMBER_ROWS_H
#define PANES_MEMBER_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/member.h"
#include "domain/search_index.h"
#include "panes/find_words.h"

struct err;
struct session;

/* Zeroed is empty. */
struct member_rows {
	struct member_codes codes;	/* in display order, all that pass the filter */
	bool whole;			/* codes holds all of them, not a first page only */
	bool are_entries;		/* they are those of the index, in its order, and kept there only */
	struct find_words words;	/* what codes and shown answer */
	enum member_order order;
	bool descending;
	struct search_index *index;	/* NULL until something was typed */
	uint32_t *code_of_entry;	/* of the index; UINT32_MAX: not among codes; NULL: not known, or each its own */
	uint32_t *shown;		/* positions in codes; NULL: all of them */
	size_t count;			/* rows shown */
	struct row_list page;		/* records of the rows in view */
	char **offices;			/* what each of them holds in bodies: see roster_offices */
	size_t page_first;
	char changed[MEMBER_CODE];	/* the one whose record is another now; "" any may be */
};

void member_rows_done(struct member_rows *rows);

/* Forget what was read: the file, the day or the language changed. */
void member_rows_forget(struct member_rows *rows);

/* Of the file only the record of that government changed: member_rows_find reads it alone. */
void member_rows_changed(struct member_rows *rows, const char *code);

/*
 * The rows for what is typed into Find. first_page > 0 and nothing typed: no
 * more than so many are read, see member_rows_complete.
 */
bool member_rows_find(struct member_rows *rows, struct session *session, const char *typed,
    enum member_order order, bool descending, size_t first_page, struct err *err);

/* Read the rest after a first page; nothing to do when it is there. */
bool member_rows_complete(struct member_rows *rows, struct session *session, struct err *err);

const char *member_rows_code(const struct member_rows *rows, size_t row);
/* The row of a code; SIZE_MAX when it is not shown. */
size_t member_rows_position(const struct member_rows *rows, const char *code);

/* Read the records of rows in view; member_rows_at is NULL for others. */
bool member_rows_need(struct member_rows *rows, struct session *session, size_t first,
    size_t count, struct err *err);
const struct member *member_rows_at(const struct member_rows *rows, size_t row);
/* "" where it holds nothing, or is not in view. */
const char *member_rows_offices(const struct member_rows *rows, size_t row);

#endif
