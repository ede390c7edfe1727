/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/layout.h -- which row holds what, at every size of the window
 *
 * Rows and columns count from 0. On 24 rows: title, Find or record, column
 * heads, 18 of body, hint, keys, talk. A smaller window gives up, in this
 * order, what can be found elsewhere: the second row of forms, the detail
 * (Enter opens it), the column heads, the hint. The Find field stays: there is
 * the cursor. Below 40x10 nothing is drawn but one sentence.
 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include <stdbool.h>

struct area {
	int row, column;	/* of its upper left corner */
	int rows, columns;	/* 0 rows: there is no room for it */
};

enum {
	LAYOUT_LEAST_ROWS = 10, LAYOUT_LEAST_COLUMNS = 40,
	LAYOUT_NARROW = 60,	/* under it: compact labels, fewer columns */
	LAYOUT_WIDE = 120,	/* from it on: the detail to the right of the list */
};

enum layout_kind { LAYOUT_LIST, LAYOUT_FORM, LAYOUT_PLAIN };	/* plain: no rows 2 and 3 */

struct layout {
	bool too_small;
	int columns;
	int title;		/* always row 0 */
	int second;		/* Find, or the record's name; -1: given up */
	int banner;		/* a row between Find and the heads; -1: none asked for */
	int heads;		/* column heads; -1: given up, or none */
	struct area body;	/* list rows, fields, or all a plain pane has */
	struct area detail;	/* of a list */
	int hint, keys, talk;	/* hint -1: given up */
};

/* detail_rows: what the list's detail wants, with its rule; 0 for none. */
struct layout layout_make(enum layout_kind kind, int rows, int columns, int detail_rows);

/* Between Find and all that lies below it: a row for what a list must show at every size. */
void layout_take_banner(struct layout *layout);

#endif
