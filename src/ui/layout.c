/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/layout.h"

/* From how many rows on each part is shown; SCREENS' mock-ups at 80x24 and 40x12. */
enum {
	ROWS_FOR_SECOND = 24,	/* of a form */
	ROWS_FOR_HEADS = 14,
	ROWS_FOR_HINT = 11,
	LIST_ROWS_LEAST = 5,	/* kept before the detail gets any */
	DETAIL_ROWS_LEAST = 4,	/* with less of it nothing is said */
	LIST_COLUMNS = 76,	/* of a list with its detail beside it */
};

static bool
has_hint(int rows)
{
	return rows >= ROWS_FOR_HINT;
}

/* Rows from top to the one above hint, keys and talk. */
static struct area
body_from(int top, int rows, int columns)
{
	return (struct area){ .row = top, .rows = rows - top - (has_hint(rows) ? 3 : 2), .columns = columns };
}

static void
place_detail(struct layout *layout, int wanted)
{
	struct area *body = &layout->body;

	if (wanted == 0)
		return;
	if (layout->columns >= LAYOUT_WIDE) {
		layout->detail = *body;
		layout->detail.column = LIST_COLUMNS + 2;
		layout->detail.columns = body->columns - LIST_COLUMNS - 2;
		body->columns = LIST_COLUMNS;
		return;
	}
	int room = body->rows - LIST_ROWS_LEAST;
	int rows = wanted < room ? wanted : room;
	if (rows < DETAIL_ROWS_LEAST && rows < wanted)
		return;
	layout->detail = *body;
	layout->detail.rows = rows;
	layout->detail.row = body->row + body->rows - rows;
	body->rows -= rows;
}

static void
place_list(struct layout *layout, int rows, int detail_rows)
{
	layout->second = 1;
	layout->heads = rows >= ROWS_FOR_HEADS ? 2 : -1;
	layout->body = body_from(layout->heads > 0 ? 3 : 2, rows, layout->columns);
	place_detail(layout, detail_rows);
}

static void
place_form(struct layout *layout, int rows)
{
	bool whole = rows >= ROWS_FOR_SECOND;

	layout->second = whole ? 1 : -1;
	layout->body = body_from(whole ? 3 : 1, rows, layout->columns);
}

struct layout
layout_make(enum layout_kind kind, int rows, int columns, int detail_rows)
{
	struct layout layout = {
		.too_small = rows < LAYOUT_LEAST_ROWS || columns < LAYOUT_LEAST_COLUMNS,
		.columns = columns,
		.second = -1,
		.banner = -1,
		.heads = -1,
		.hint = has_hint(rows) ? rows - 3 : -1,
		.keys = rows - 2,
		.talk = rows - 1,
	};

	if (layout.too_small)
		return layout;
	if (kind == LAYOUT_LIST)
		place_list(&layout, rows, detail_rows);
	else if (kind == LAYOUT_FORM)
		place_form(&layout, rows);
	else
		layout.body = body_from(1, rows, columns);
	return layout;
}

void
layout_take_banner(struct layout *layout)
{
	if (layout->too_small)
		return;
	if (layout->detail.row == layout->body.row && layout->detail.rows > 0) {
		layout->detail.row++;
		layout->detail.rows--;
	}
	layout->banner = layout->heads >= 0 ? layout->heads++ : layout->body.row;
	layout->body.row++;
	layout->body.rows--;
}
