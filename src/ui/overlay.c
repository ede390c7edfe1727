/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/overlay.h"

#include "base/buf.h"
#include "base/text.h"
#include "ui/frame.h"

static void
draw_edge(const struct area *outer, int row)
{
	struct buf edge = { 0 };

	buf_add_char(&edge, '+');
	buf_add_repeat(&edge, '-', outer->columns - 2);
	buf_add_char(&edge, '+');
	frame_text(row, outer->column, outer->columns, buf_text(&edge), ROLE_NORMAL);
	buf_done(&edge);
}

/* " text " in the upper edge, from a column on. */
static int
draw_in_edge(const struct area *outer, int column, int most, const char *text, enum role role)
{
	int width = text_width(text);

	if (width == 0 || most < 3)
		return 0;
	if (width > most - 2)
		width = most - 2;
	frame_blank(outer->row, column, width + 2);
	frame_text(outer->row, column + 1, width, text, role);
	return width + 2;
}

static void
draw_sides(const struct area *outer, int row)
{
	frame_blank(row, outer->column, outer->columns);
	frame_text(row, outer->column, 1, "|", ROLE_NORMAL);
	frame_text(row, outer->column + outer->columns - 1, 1, "|", ROLE_NORMAL);
}

struct area
overlay_frame(struct area outer, const char *title, const char *note)
{
	int last = outer.row + outer.rows - 1, room = outer.columns - 6;

	draw_edge(&outer, outer.row);
	room -= draw_in_edge(&outer, outer.column + 2, room, title, ROLE_HEADING);
	int width = text_width(note) + 2;
	if (width > 2 && width < room)
		draw_in_edge(&outer, outer.column + outer.columns - 2 - width, width, note, ROLE_NORMAL);
	for (int row = outer.row + 1; row < last; row++)
		draw_sides(&outer, row);
	draw_edge(&outer, last);
	return (struct area){
		.row = outer.row + 1, .column = outer.column + 2,
		.rows = outer.rows - 2, .columns = outer.columns - 4,
	};
}

struct area
overlay_place(const struct layout *layout, int rows, int columns)
{
	int room_rows = layout->keys - 1, room_columns = layout->columns - 2;

	if (rows > room_rows)
		rows = room_rows;
	if (columns > room_columns)
		columns = room_columns;
	return (struct area){
		.row = 1 + (room_rows - rows) / 2,
		.column = 1 + (room_columns - columns) / 2,
		.rows = rows, .columns = columns,
	};
}

void
overlay_footer(const char *const *parts, int columns, struct buf *text)
{
	for (; *parts != NULL; parts++) {
		const char *between = text->length > 0 ? "   " : "";

		if (text_width(buf_text(text)) + text_width(between) + text_width(*parts) > columns)
			return;
		buf_addf(text, "%s%s", between, *parts);
	}
}
