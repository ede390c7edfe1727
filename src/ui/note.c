/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/note.h"

#include "base/messages.h"
#include "base/text.h"
#include "ui/frame.h"

/* Rows: lines are broken where the width ends, which keeps the cursor where it is typed */

/* The end of the row that starts there; *ret_next is the start of the next one. */
static size_t
row_end(const struct note *note, size_t start, size_t *ret_next)
{
	const char *text = line_text(&note->line), *end = text + start;

	while (*end != '\0' && *end != '\n') {
		const char *next = text_next(end);

		if (line_columns(&note->line, start, (size_t)(next - text)) > note->width && end > text + start)
			break;
		end = next;
	}
	*ret_next = (size_t)(end - text) + (*end == '\n');
	return (size_t)(end - text);
}

static bool
is_last_row(const struct note *note, size_t end, size_t next)
{
	return end == note->line.text.length && next == end;
}

/* The row that holds a place, and the starts of the rows around it. */
static size_t
row_of(const struct note *note, size_t place, size_t *ret_before, size_t *ret_next)
{
	size_t start = 0, next, before = 0;

	for (;;) {
		size_t end = row_end(note, start, &next);

		if (place < next || is_last_row(note, end, next))
			break;
		before = start;
		start = next;
	}
	*ret_before = before;
	*ret_next = next;
	return start;
}

/* Moving from row to row */

/* The place in a row at a column, or before it inside a wide letter. */
static size_t
place_at(const struct note *note, size_t start, int column)
{
	const char *text = line_text(&note->line);
	size_t next, end = row_end(note, start, &next), place = start;

	while (place < end) {
		size_t after = (size_t)(text_next(text + place) - text);

		if (line_columns(&note->line, start, after) > column)
			break;
		place = after;
	}
	/* The end of a row that was broken is the start of the next one. */
	if (place == end && next == end && end < note->line.text.length)
		place = (size_t)(text_prev(text + end, text + start) - text);
	return place;
}

static void
move(struct note *note, int rows)
{
	size_t before, next, start = row_of(note, note->line.cursor, &before, &next);

	if (note->goal < 0)
		note->goal = line_columns(&note->line, start, note->line.cursor);
	for (; rows < 0 && start > 0; rows++)
		start = row_of(note, before, &before, &next);
	for (; rows > 0; rows--) {
		size_t end = row_end(note, start, &next);

		if (is_last_row(note, end, next))
			break;
		start = next;
	}
	note->line.cursor = place_at(note, start, note->goal);
}

/* Drawing */

static void
scroll(struct note *note)
{
	size_t before, next, row = row_of(note, note->line.cursor, &before, &next);
	size_t top = row_of(note, note->top <= note->line.text.length ? note->top : 0, &before, &next);
	int between = 0;

	if (row < top)
		top = row;
	for (size_t at = top; at < row; at = next, between++)
		row_end(note, at, &next);
	for (; between >= note->page; between--) {
		row_end(note, top, &next);
		top = next;
	}
	note->top = top;
}

static void
draw_rows(const struct note *note, const struct area *area)
{
	size_t before, next, start = note->top, cursor_row = row_of(note, note->line.cursor, &before, &next);
	struct buf row = { 0 };

	for (int i = 0; i < area->rows; i++) {
		size_t end = row_end(note, start, &next);

		buf_clear(&row);
		buf_add_bytes(&row, line_text(&note->line) + start, end - start);
		frame_text(area->row + i, area->column, area->columns, buf_text(&row), ROLE_NORMAL);
		if (start == cursor_row)
			frame_cursor(area->row + i,
			    area->column + line_columns(&note->line, start, note->line.cursor));
		if (is_last_row(note, end, next))
			break;
		start = next;
	}
	buf_done(&row);
}

static void
draw(void *state, const struct layout *layout)
{
	struct note *note = state;
	struct area inside = overlay_frame(overlay_place(layout, layout->keys - 1, layout->columns - 2),
	    note->title, "");

	note->width = inside.columns - LINE_FREE;
	note->page = inside.rows;
	scroll(note);
	draw_rows(note, &inside);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const char *const parts[] = {
		C_("footer", "F10 ^S take"), C_("footer", "F12 cancel"), NULL
	};

	(void)state;
	overlay_footer(parts, columns, text);
}

/* Inputs */

static bool
move_by(struct note *note, const struct input *input)
{
	int page = note->page > 1 ? note->page - 1 : 1;
	int rows = input->action == ACTION_UP ? -1 : input->action == ACTION_DOWN ? 1 :
	    input->action == ACTION_PAGE_UP ? -page : input->action == ACTION_PAGE_DOWN ? page : 0;

	if (rows != 0)
		move(note, rows);
	return rows != 0;
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct note *note = state;
	struct input typed = *input;

	if (input->action == ACTION_SAVE)
		return OVERLAY_TAKE;
	if (move_by(note, input))
		return OVERLAY_STAY;
	if (input->action == ACTION_ACCEPT)
		typed = (struct input){ .action = ACTION_TEXT, .text = "\n" };
	note->goal = -1;
	return line_act(&note->line, &typed, NULL) ? OVERLAY_STAY : OVERLAY_REFUSED;
}

static const struct overlay_kind note_kind = {
	.zone = ZONE_NOTE,
	.draw = draw,
	.footer = footer,
	.act = act,
};

struct overlay
note_open(struct note *note, const char *text)
{
	note->line.many = true;
	note->line.most = NOTE_MOST;
	note->goal = -1;
	note->width = note->page = 1;
	line_set(&note->line, text);
	return (struct overlay){ &note_kind, note };
}

void
note_done(struct note *note)
{
	line_done(&note->line);
}
