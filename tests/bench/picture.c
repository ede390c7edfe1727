/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/picture.h"

#include <stdlib.h>
#include <string.h>

#include <vterm.h>

#include "base/mem.h"

bool
pen_equals(struct pen a, struct pen b)
{
	return a.marks == b.marks && a.foreground == b.foreground && a.background == b.background;
}

bool
cell_equals(const struct cell *a, const struct cell *b)
{
	return strcmp(a->text, b->text) == 0 && pen_equals(a->pen, b->pen);
}

bool
cell_is_plain_blank(const struct cell *cell)
{
	return strcmp(cell->text, " ") == 0 && cell->pen.marks == 0;
}

const struct cell *
picture_row(const struct picture *picture, int row)
{
	return picture->cells + (size_t)row * (size_t)picture->columns;
}

bool
picture_row_equals(const struct picture *a, int a_row, const struct picture *b, int b_row)
{
	const struct cell *left = picture_row(a, a_row), *right = picture_row(b, b_row);

	for (int column = 0; column < a->columns; column++)
		if (!cell_equals(&left[column], &right[column]))
			return false;
	return true;
}

bool
picture_equals(const struct picture *a, const struct picture *b)
{
	for (int row = 0; row < a->rows; row++)
		if (!picture_row_equals(a, row, b, row))
			return false;
	return a->cursor == b->cursor && (!a->cursor || (a->row == b->row && a->column == b->column));
}

static int32_t
color(const VTermColor *from, bool is_default)
{
	if (is_default)
		return -1;
	if (VTERM_COLOR_IS_INDEXED(from))
		return from->indexed.idx;
	return 1 << 24 | from->rgb.red << 16 | from->rgb.green << 8 | from->rgb.blue;
}

static void
add_rune(char **end, uint32_t rune)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	int size = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;

	*(*end)++ = (char)(lead[size] | rune >> 6 * (size - 1));
	while (--size > 0)
		*(*end)++ = (char)(0x80 | (rune >> 6 * (size - 1) & 0x3f));
}

static struct cell
cell_from(const VTermScreenCell *from)
{
	struct cell cell = { 0 };
	char *end = cell.text;

	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from->chars[i] != 0; i++)
		add_rune(&end, from->chars[i]);
	if (end == cell.text)
		*end++ = ' ';
	cell.pen = (struct pen){
		.marks = (from->attrs.bold ? MARK_BOLD : 0u) | (from->attrs.italic ? MARK_ITALIC : 0u) |
		    (from->attrs.underline ? MARK_UNDERLINE : 0u) | (from->attrs.blink ? MARK_BLINK : 0u) |
		    (from->attrs.reverse ? MARK_REVERSE : 0u) | (from->attrs.strike ? MARK_STRIKE : 0u),
		.foreground = color(&from->fg, VTERM_COLOR_IS_DEFAULT_FG(&from->fg)),
		.background = color(&from->bg, VTERM_COLOR_IS_DEFAULT_BG(&from->bg)),
	};
	if (strcmp(cell.text, " ") == 0 &&
	    (cell.pen.marks & (MARK_UNDERLINE | MARK_REVERSE | MARK_STRIKE)) == 0) {
		cell.pen.marks = 0;
		cell.pen.foreground = -1;
	}
	return cell;
}

static void
take_cells(struct picture *picture, VTermScreen *screen)
{
	struct cell *cell = picture->cells;

	for (int row = 0; row < picture->rows; row++) {
		for (int column = 0; column < picture->columns; column++, cell++) {
			VTermScreenCell from;

			vterm_screen_get_cell(screen, (VTermPos){ .row = row, .col = column }, &from);
			if (from.chars[0] == (uint32_t)-1)
				from.chars[0] = 0;	/* its left half is gone */
			*cell = cell_from(&from);
			if (from.width > 1 && column + 1 < picture->columns) {
				cell[1].pen = cell->pen;
				cell[1].text[0] = '\0';
				cell++;
				column++;
			}
		}
	}
}

static bool
pen_mark(const VTermState *state, VTermAttr attribute)
{
	VTermValue value = { 0 };

	return vterm_state_get_penattr(state, attribute, &value) && value.boolean;
}

static int32_t
pen_color(const VTermState *state, VTermAttr attribute)
{
	VTermValue value = { 0 };

	vterm_state_get_penattr(state, attribute, &value);
	return color(&value.color, attribute == VTERM_ATTR_FOREGROUND ?
	    VTERM_COLOR_IS_DEFAULT_FG(&value.color) : VTERM_COLOR_IS_DEFAULT_BG(&value.color));
}

static void
take_pen(struct picture *picture, const VTermState *state)
{
	VTermValue underline = { 0 };

	vterm_state_get_penattr(state, VTERM_ATTR_UNDERLINE, &underline);
	picture->pen = (struct pen){
		.marks = (pen_mark(state, VTERM_ATTR_BOLD) ? MARK_BOLD : 0u) |
		    (pen_mark(state, VTERM_ATTR_ITALIC) ? MARK_ITALIC : 0u) |
		    (underline.number != 0 ? MARK_UNDERLINE : 0u) |
		    (pen_mark(state, VTERM_ATTR_BLINK) ? MARK_BLINK : 0u) |
		    (pen_mark(state, VTERM_ATTR_REVERSE) ? MARK_REVERSE : 0u) |
		    (pen_mark(state, VTERM_ATTR_STRIKE) ? MARK_STRIKE : 0u),
		.foreground = pen_color(state, VTERM_ATTR_FOREGROUND),
		.background = pen_color(state, VTERM_ATTR_BACKGROUND),
	};
}

static int
on_property(VTermProp property, VTermValue *value, void *user)
{
	if (property == VTERM_PROP_CURSORVISIBLE)
		((struct picture *)user)->cursor = value->boolean;
	return 1;
}

void
picture_play(struct picture *ret_picture, int rows, int columns,
    const char *first, size_t first_length, const char *then, size_t then_length)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = on_property };
	struct picture picture = { .rows = rows, .columns = columns, .cursor = true };
	VTerm *vt = vterm_new(rows, columns);
	VTermScreen *screen = vterm_obtain_screen(vt);
	VTermState *state = vterm_obtain_state(vt);
	VTermPos position;

	vterm_set_utf8(vt, 1);
	vterm_screen_set_callbacks(screen, &callbacks, &picture);
	vterm_screen_enable_altscreen(screen, 1);
	vterm_screen_reset(screen, 1);
	vterm_input_write(vt, first, first_length);
	vterm_input_write(vt, then, then_length);

	picture.cells = mem_grow(NULL, (size_t)rows * (size_t)columns, sizeof *picture.cells);
	take_cells(&picture, screen);
	take_pen(&picture, state);
	vterm_state_get_cursorpos(state, &position);
	picture.row = position.row;
	picture.column = position.col;
	vterm_free(vt);
	*ret_picture = picture;
}

void
picture_done(struct picture *picture)
{
	free(picture->cells);
	*picture = (struct picture){ 0 };
}
