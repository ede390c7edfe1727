/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/line.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/action.h"

enum { STEPS_MOST = 100 };

struct line_step {
	char *text;
	size_t cursor;
};

/* Undo: the states of the text, oldest first */

static void
drop_steps(struct line *line, size_t from)
{
	for (size_t i = from; i < line->step_count; i++)
		free(line->steps[i].text);
	if (from < line->step_count)
		line->step_count = from;
}

static void
drop_oldest_step(struct line *line)
{
	free(line->steps[0].text);
	memmove(line->steps, line->steps + 1, --line->step_count * sizeof *line->steps);
	line->step_now--;
}

static void
push_step(struct line *line)
{
	if (line->step_count == STEPS_MOST)
		drop_oldest_step(line);
	line->steps = mem_room(line->steps, line->step_count, &line->step_room, sizeof *line->steps);
	line->steps[line->step_count] = (struct line_step){ mem_strdup(line_text(line)), line->cursor };
	line->step_now = line->step_count++;
}

/* Before the text changes; what was undone can no longer be done again. */
static void
begin_step(struct line *line)
{
	if (line->step_count == 0)
		push_step(line);
	drop_steps(line, line->step_now + 1);
}

/* After it: characters typed one after the other are one step. */
static void
end_step(struct line *line, bool typing)
{
	if (typing && line->typing && line->step_now > 0)
		drop_steps(line, line->step_now);
	push_step(line);
	line->typing = typing;
}

static bool
go_step(struct line *line, bool redo)
{
	if (redo ? line->step_now + 1 >= line->step_count : line->step_now == 0)
		return false;
	line->step_now += redo ? 1 : (size_t)-1;
	const struct line_step *step = &line->steps[line->step_now];
	buf_clear(&line->text);
	buf_add(&line->text, step->text);
	line->cursor = step->cursor;
	line->left = 0;
	line->typing = false;
	return true;
}

/* Beginning and end */

const char *
line_text(const struct line *line)
{
	return buf_text(&line->text);
}

static void
set_text(struct line *line, const char *text, size_t cursor)
{
	struct buf old = line->text;

	line->text = (struct buf){ 0 };
	buf_add(&line->text, text);
	line->cursor = cursor < line->text.length ? cursor : line->text.length;
	buf_done(&old);
}

void
line_set(struct line *line, const char *text)
{
	drop_steps(line, 0);
	line->step_now = 0;
	line->typing = line->fresh = line->joined = line->full = false;
	line->left = 0;
	set_text(line, text, SIZE_MAX);
}

void
line_replace(struct line *line, const char *text)
{
	begin_step(line);
	line->left = 0;
	set_text(line, text, SIZE_MAX);
	end_step(line, false);
}

void
line_done(struct line *line)
{
	drop_steps(line, 0);
	free(line->steps);
	buf_done(&line->text);
	*line = (struct line){ 0 };
}

/* Changing */

/* What was typed may have joined with what follows it. */
static size_t
boundary_from(const char *text, size_t place)
{
	const char *at = text;

	while (at < text + place && *at != '\0')
		at = text_next(at);
	return (size_t)(at - text);
}

/* Put head, in place of all before the cursor, in front of what follows it. */
static void
set_head(struct line *line, const char *head, size_t head_length)
{
	struct buf whole = { 0 };

	buf_add_bytes(&whole, head, head_length);
	buf_add(&whole, line_text(line) + line->cursor);
	char *text = text_store(buf_text(&whole), whole.length);
	set_text(line, text, boundary_from(text, head_length));
	free(text);
	buf_done(&whole);
}

/* What of text may stand in a line: tabs become blanks, and line breaks too. */
static void
add_storable(struct buf *out, const char *text, bool many)
{
	const char *why;
	uint32_t rune;

	while (*text != '\0') {
		const char *next = text_decode(text, &rune);

		if (rune == '\t' || (rune == '\n' && !many))
			buf_add_char(out, ' ');
		else if (text_is_storable(text, (size_t)(next - text), many, &why))
			buf_add_bytes(out, text, (size_t)(next - text));
		text = next;
	}
}

static size_t
room_left(const struct line *line)
{
	size_t most = line->most > 0 ? line->most : LINE_MOST;

	return most > line->text.length ? most - line->text.length : 0;
}

/* Shorten what is added to what the line may still hold, by whole characters. */
static void
cut_to_room(struct line *line, struct buf *added)
{
	size_t room = room_left(line);

	line->full = added->length > room;
	while (added->length > room)
		buf_cut(added, (size_t)(text_prev(buf_text(added) + added->length, buf_text(added)) -
		    buf_text(added)));
}

static bool
insert(struct line *line, const char *text, bool typing)
{
	struct buf added = { 0 }, head = { 0 };

	add_storable(&added, text, line->many);
	cut_to_room(line, &added);
	if (added.length > 0) {
		begin_step(line);
		buf_add_bytes(&head, line_text(line), line->cursor);
		buf_add(&head, buf_text(&added));
		char *stored = text_store(buf_text(&head), head.length);
		set_head(line, stored, strlen(stored));
		free(stored);
		end_step(line, typing);
	}
	bool changed = added.length > 0;
	buf_done(&added);
	buf_done(&head);
	return changed;
}

static bool
erase(struct line *line, size_t from, size_t to)
{
	if (from >= to)
		return false;
	begin_step(line);
	struct buf head = { 0 };
	buf_add_bytes(&head, line_text(line), from);
	line->cursor = to;
	set_head(line, buf_text(&head), from);
	buf_done(&head);
	end_step(line, false);
	return true;
}

/* Lines of a paste: the empty ones around it do not count. */
static bool
paste(struct line *line, const char *text)
{
	struct buf inner = { 0 };
	size_t length = strlen(text);

	while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\t'))
		length--;
	buf_add_bytes(&inner, text, length);
	const char *start = buf_text(&inner) + strspn(buf_text(&inner), "\n");
	line->joined = !line->many && strchr(start, '\n') != NULL;
	bool changed = insert(line, start, false);
	buf_done(&inner);
	return changed;
}

/* Inputs */

static size_t
start_of_line(const struct line *line)
{
	size_t start = line->cursor;

	while (start > 0 && line_text(line)[start - 1] != '\n')
		start--;
	return start;
}

static size_t
end_of_line(const struct line *line)
{
	return line->cursor + strcspn(line_text(line) + line->cursor, "\n");
}

static size_t
offset_of(const struct line *line, const char *place)
{
	return (size_t)(place - line_text(line));
}

static size_t
before_cursor(const struct line *line)
{
	const char *text = line_text(line);

	return offset_of(line, text_prev(text + line->cursor, text));
}

static size_t
after_cursor(const struct line *line)
{
	return offset_of(line, text_next(line_text(line) + line->cursor));
}

static bool
do_left(struct line *line)
{
	line->cursor = before_cursor(line);
	return false;
}

static bool
do_right(struct line *line)
{
	line->cursor = after_cursor(line);
	return false;
}

static bool
do_start(struct line *line)
{
	line->cursor = start_of_line(line);
	return false;
}

static bool
do_end(struct line *line)
{
	line->cursor = end_of_line(line);
	return false;
}

static bool
do_erase_back(struct line *line)
{
	return erase(line, before_cursor(line), line->cursor);
}

static bool
do_erase(struct line *line)
{
	return erase(line, line->cursor, after_cursor(line));
}

static bool
do_kill_start(struct line *line)
{
	return erase(line, start_of_line(line), line->cursor);
}

static bool
do_kill_end(struct line *line)
{
	return erase(line, line->cursor, end_of_line(line));
}

static bool
do_word_back(struct line *line)
{
	const char *text = line_text(line);

	return erase(line, offset_of(line, text_word_start(text + line->cursor, text)), line->cursor);
}

static bool
do_clear(struct line *line)
{
	line->cursor = start_of_line(line);
	return erase(line, line->cursor, end_of_line(line));
}

static bool
do_undo(struct line *line)
{
	return go_step(line, false);
}

static bool
do_redo(struct line *line)
{
	return go_step(line, true);
}

/* Each tells whether the text changed. */
static bool
(*const deeds[])(struct line *line) = {
	[ACTION_LEFT] = do_left,
	[ACTION_RIGHT] = do_right,
	[ACTION_LINE_START] = do_start,
	[ACTION_LINE_END] = do_end,
	[ACTION_ERASE_BACK] = do_erase_back,
	[ACTION_ERASE] = do_erase,
	[ACTION_KILL_START] = do_kill_start,
	[ACTION_KILL_END] = do_kill_end,
	[ACTION_WORD_BACK] = do_word_back,
	[ACTION_STOP] = do_clear,
	[ACTION_UNDO] = do_undo,
	[ACTION_REDO] = do_redo,
};

static bool
is_deed(const struct input *input)
{
	return (size_t)input->action < sizeof deeds / sizeof *deeds && deeds[input->action] != NULL;
}

bool
line_knows(const struct input *input)
{
	return input->action == ACTION_TEXT || input->action == ACTION_PASTE || is_deed(input);
}

/* Only typing replaces; moving and erasing mean the text that is there. */
static void
begin_anew(struct line *line, const struct input *input)
{
	line->fresh = false;
	if (input->action == ACTION_TEXT || input->action == ACTION_PASTE)
		erase(line, 0, line->text.length);
	else
		line->cursor = line->text.length;
}

bool
line_act(struct line *line, const struct input *input, bool *ret_changed)
{
	bool changed = false, known = line_knows(input);

	line->joined = line->full = false;
	if (known && line->fresh)
		begin_anew(line, input);
	if (input->action == ACTION_TEXT)
		changed = insert(line, input->text, true);
	else if (input->action == ACTION_PASTE)
		changed = paste(line, input->text);
	else if (known)
		changed = deeds[input->action](line);
	if (known && input->action != ACTION_TEXT)
		line->typing = false;
	if (ret_changed != NULL)
		*ret_changed = changed;
	return known;
}

/* Drawing */

int
line_columns(const struct line *line, size_t from, size_t to)
{
	struct buf part = { 0 }, shown = { 0 };

	buf_add_bytes(&part, line_text(line) + from, to - from);
	text_add_shown(&shown, buf_text(&part));
	int columns = text_width(buf_text(&shown));
	buf_done(&part);
	buf_done(&shown);
	return columns;
}

/* Move the view so that the cursor stands within most columns of its left edge. */
static void
scroll(struct line *line, int most)
{
	const char *text = line_text(line);

	if (line->left > line->cursor)
		line->left = line->cursor;
	while (line_columns(line, line->left, line->cursor) > most)
		line->left = offset_of(line, text_next(text + line->left));
	while (line->left > 0) {
		size_t before = offset_of(line, text_prev(text + line->left, text));

		if (line_columns(line, before, line->text.length) > most)
			break;
		line->left = before;
	}
}

/* How far text reaches from left within width columns. */
static size_t
end_in_view(const struct line *line, int width)
{
	const char *text = line_text(line);
	size_t end = line->left;

	while (end < line->text.length) {
		size_t next = offset_of(line, text_next(text + end));

		if (line_columns(line, line->left, next) > width)
			break;
		end = next;
	}
	return end;
}

static void
draw_view(const struct line *line, int row, int column, int width, enum role role)
{
	bool goes_on = line_columns(line, line->left, line->text.length) > width;
	size_t end = end_in_view(line, goes_on ? width - 1 : width);
	struct buf view = { 0 };

	buf_add_bytes(&view, line_text(line) + line->left, end - line->left);
	frame_text(row, column, width, buf_text(&view), role);
	if (goes_on)
		frame_text(row, column + width - 1, 1, ">", role);
	buf_done(&view);
}

void
line_draw(struct line *line, int row, int column, int width, enum role role, bool cursor)
{
	int most = line->tight || width <= LINE_FREE ? width : width - LINE_FREE;

	if (width <= 0)
		return;
	if (cursor)
		scroll(line, most);
	draw_view(line, row, column, width, role);
	if (cursor)
		frame_cursor(row, column + line_columns(line, line->left, line->cursor));
}

void
line_draw_box(struct line *line, int row, int column, int width, bool cursor)
{
	frame_text(row, column, 1, "[", ROLE_NORMAL);
	frame_text(row, column + width - 1, 1, "]", ROLE_NORMAL);
	line_draw(line, row, column + 1, width - 2, ROLE_NORMAL, cursor);
}
