/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/pager.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/text.h"
#include "ui/frame.h"

/* Wrapping */

/* Scripts that are written without blanks may be broken anywhere. */
static bool
breaks_anywhere(uint32_t rune)
{
	return rune >= 0x1100 && (rune < 0x1200 || (rune >= 0x2e80 && rune < 0xa4d0) ||
	    (rune >= 0xac00 && rune < 0xd7b0) || (rune >= 0xf900 && rune < 0xfb00) ||
	    (rune >= 0xff00 && rune < 0xff61) || (rune >= 0x20000 && rune < 0x32000));
}

/* A piece is what must not be broken: a word with the blanks after it, or one wide letter. */
static const char *
piece_end(const char *text)
{
	uint32_t rune;

	text_decode(text, &rune);
	if (breaks_anywhere(rune))
		return text_next(text);
	while (*text != '\0' && *text != ' ') {
		text_decode(text, &rune);
		if (breaks_anywhere(rune))
			return text;
		text = text_next(text);
	}
	while (*text == ' ')
		text++;
	return text;
}

static int
width_to(const char *text, const char *end)
{
	struct buf part = { 0 };

	buf_add_bytes(&part, text, (size_t)(end - text));
	while (part.length > 0 && part.bytes[part.length - 1] == ' ')
		buf_cut(&part, part.length - 1);
	int width = text_width(buf_text(&part));
	buf_done(&part);
	return width;
}

/* As many whole pieces as fit; of a piece wider than the row, as many letters. */
static const char *
row_end(const char *text, int width)
{
	const char *end = piece_end(text), *next;

	if (width_to(text, end) > width) {
		for (end = text_next(text); *end != '\0' && width_to(text, text_next(end)) <= width;)
			end = text_next(end);
		return end;
	}
	while (*end != '\0' && width_to(text, next = piece_end(end)) <= width)
		end = next;
	return end;
}

static void
wrap_line(const char *line, int width, struct buf *ret)
{
	do {
		const char *end = row_end(line, width);
		size_t length = (size_t)(end - line);

		while (length > 0 && line[length - 1] == ' ' && *end != '\0')
			length--;
		buf_add_bytes(ret, line, length);
		buf_add_char(ret, '\n');
		line = end;
	} while (*line != '\0');
}

void
pager_wrap(const char *text, int width, struct buf *ret)
{
	struct buf line = { 0 }, shown = { 0 };

	while (*text != '\0') {
		size_t length = strcspn(text, "\n");

		buf_clear(&line);
		buf_clear(&shown);
		buf_add_bytes(&line, text, length);
		text_add_shown(&shown, buf_text(&line));
		wrap_line(buf_text(&shown), width, ret);
		text += length + (text[length] == '\n');
	}
	buf_done(&line);
	buf_done(&shown);
}

/* Finding */

static bool
holds(const char *line, size_t length, const char *folded_words)
{
	struct buf text = { 0 };

	buf_add_bytes(&text, line, length);
	bool found = text_folded_holds(buf_text(&text), folded_words, TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA);
	buf_done(&text);
	return found;
}

/* The lines that hold what was typed, or all. */
static void
add_found(const struct pager *pager, struct buf *ret)
{
	char *words = text_folded(line_text(&pager->find), TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA);

	for (const char *line = pager->text; *line != '\0';) {
		size_t length = strcspn(line, "\n");

		if (words[0] == '\0' || holds(line, length, words)) {
			buf_add_bytes(ret, line, length);
			buf_add_char(ret, '\n');
		}
		line += length + (line[length] == '\n');
	}
	free(words);
}

/* Drawing */

static void
draw_text(const char *line, const struct area *area, int row)
{
	bool heading = strncmp(line, "= ", 2) == 0;

	frame_text(row, area->column, area->columns, heading ? line + 2 : line,
	    heading ? ROLE_HEADING : ROLE_NORMAL);
}

static size_t
count_lines(const char *text)
{
	size_t lines = 0;

	for (; *text != '\0'; text++)
		lines += *text == '\n';
	return lines;
}

static void
draw_lines(struct pager *pager, const char *wrapped, const struct area *area)
{
	struct buf line = { 0 };
	size_t at = 0;

	for (; *wrapped != '\0'; at++) {
		size_t length = strcspn(wrapped, "\n");

		if (at >= pager->top && at < pager->top + pager->page) {
			buf_clear(&line);
			buf_add_bytes(&line, wrapped, length);
			draw_text(buf_text(&line), area, area->row + (int)(at - pager->top));
		}
		wrapped += length + 1;
	}
	buf_done(&line);
}

static void
draw(void *state, const struct layout *layout)
{
	struct pager *pager = state;
	struct buf found = { 0 }, wrapped = { 0 }, place = { 0 };
	struct area outer = { .row = 1, .column = 1, .rows = layout->keys - 1, .columns = layout->columns - 2 };

	add_found(pager, &found);
	pager_wrap(buf_text(&found), outer.columns - 4, &wrapped);
	pager->lines = count_lines(buf_text(&wrapped));
	pager->page = (size_t)(outer.rows - 3);
	size_t last_top = pager->lines > pager->page ? pager->lines - pager->page : 0;
	if (pager->top > last_top)
		pager->top = last_top;
	buf_addf(&place, _("line %zu of %zu"), pager->lines > 0 ? pager->top + 1 : 0, pager->lines);
	struct area inside = overlay_frame(outer, pager->title, buf_text(&place));
	int label = frame_text(inside.row, inside.column, -1, C_("list", "Find"), ROLE_NORMAL);
	line_draw_box(&pager->find, inside.row, inside.column + label + 1, inside.columns - label - 1, true);
	inside.row++;
	draw_lines(pager, buf_text(&wrapped), &inside);
	buf_done(&found);
	buf_done(&wrapped);
	buf_done(&place);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const struct pager *pager = state;
	const char *const turning[] = {
		C_("footer", "F12 close"), C_("footer", "F7/F8 others"), C_("footer", "PgUp/PgDn read"),
		C_("footer", "typing finds"), NULL
	};
	const char *const alone[] = {
		C_("footer", "F12 close"), C_("footer", "PgUp/PgDn read"), C_("footer", "typing finds"), NULL
	};

	overlay_footer(pager->turns ? turning : alone, columns, text);
}

static void
move(struct pager *pager, size_t rows, bool down)
{
	if (down)
		pager->top += rows;
	else
		pager->top = pager->top > rows ? pager->top - rows : 0;
}

static enum overlay_answer
turn(struct pager *pager, int step)
{
	if (!pager->turns)
		return OVERLAY_STAY;
	pager->turn = step;
	return OVERLAY_CANCEL;
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct pager *pager = state;
	bool changed = false;

	switch (input->action) {
	case ACTION_UP:
	case ACTION_DOWN:
		move(pager, 1, input->action == ACTION_DOWN);
		return OVERLAY_STAY;
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
		move(pager, pager->page, input->action == ACTION_PAGE_DOWN);
		return OVERLAY_STAY;
	case ACTION_PREVIOUS:
	case ACTION_NEXT:
		return turn(pager, input->action == ACTION_NEXT ? 1 : -1);
	case ACTION_ACCEPT:
		return OVERLAY_CANCEL;
	default:
		line_act(&pager->find, input, &changed);
		if (changed)
			pager->top = 0;
		return OVERLAY_STAY;
	}
}

static const struct overlay_kind pager_kind = {
	.zone = ZONE_OVERLAY,
	.draw = draw,
	.footer = footer,
	.act = act,
};

struct overlay
pager_open(struct pager *pager)
{
	return (struct overlay){ &pager_kind, pager };
}

void
pager_done(struct pager *pager)
{
	line_done(&pager->find);
}
