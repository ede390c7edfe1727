/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/bar.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/frame.h"
#include "ui/pager.h"

/* Talk */

void
bar_done(struct bar *bar)
{
	for (size_t i = 0; i < BAR_KEPT; i++)
		free(bar->said[i]);
	*bar = (struct bar){ 0 };
}

void
bar_say(struct bar *bar, bool problem, const char *text)
{
	mem_replace(&bar->said[bar->count++ % BAR_KEPT], text);
	bar->speaks = true;
	bar->problem = problem;
}

void
bar_silence(struct bar *bar)
{
	bar->speaks = false;
}

void
bar_log(const struct bar *bar, struct buf *text)
{
	size_t oldest = bar->count > BAR_KEPT ? bar->count - BAR_KEPT : 0;

	for (size_t i = bar->count; i > oldest; i--)
		buf_addf(text, "%s\n", bar->said[(i - 1) % BAR_KEPT]);
}

/* Rows */

static int
draw_right(const struct layout *layout, int from, const char *text, enum role role)
{
	int width = text_width(text), column = layout->columns - 1 - width;

	if (width == 0 || column < from)
		return layout->columns - 1;
	frame_text(layout->title, column, width, text, role);
	return column;
}

void
bar_draw_title(const struct layout *layout, const char *code, const char *title, const char *scope,
    const char *who, const char *state)
{
	struct buf left = { 0 }, right = { 0 };

	buf_addf(&left, layout->columns < LAYOUT_NARROW ? "%s %s" : "%-3s  %s", code, title);
	int width = text_width(buf_text(&left)), most = layout->columns - 2;
	int column = 1 + frame_text(layout->title, 1, width < most ? width : most, buf_text(&left), ROLE_HEADING);
	column += layout->columns < LAYOUT_NARROW ? 1 : 3;
	int scope_width = text_width(scope);
	buf_addf(&right, "%s  %s", who, state);
	int end = draw_right(layout, column + scope_width + 2, buf_text(&right), ROLE_NORMAL);
	if (end == layout->columns - 1)
		end = draw_right(layout, column, state, ROLE_NORMAL);
	if (column < end - 1)
		frame_text(layout->title, column, scope_width < end - 1 - column ? scope_width : end - 1 - column,
		    scope, ROLE_NORMAL);
	buf_done(&left);
	buf_done(&right);
}

static void
draw_row(const struct layout *layout, int row, const char *text, enum role role)
{
	int width = text_width(text);

	if (row >= 0)
		frame_text(row, 1, width < layout->columns - 2 ? width : layout->columns - 2, text, role);
}

void
bar_draw_hint(const struct layout *layout, const char *hint)
{
	draw_row(layout, layout->hint, hint, ROLE_NORMAL);
}

void
bar_draw_keys(const struct layout *layout, const char *keys)
{
	draw_row(layout, layout->keys, keys, ROLE_NORMAL);
}

static const char *
spoken(const struct bar *bar)
{
	return bar->said[(bar->count - 1) % BAR_KEPT];
}

void
bar_make_room(const struct bar *bar, struct layout *layout)
{
	struct buf wrapped = { 0 };
	int rows = 0;

	if (!bar->speaks)
		return;
	pager_wrap(spoken(bar), layout->columns - 2, &wrapped);
	for (const char *p = buf_text(&wrapped); *p != '\0'; p++)
		rows += *p == '\n';
	buf_done(&wrapped);
	if (rows < 2)
		return;
	bool hint = layout->hint >= 0;
	layout->talk -= rows > 2 && hint ? 2 : 1;
	layout->keys = rows == 2 && hint ? layout->hint : -1;
	layout->hint = -1;
}

/* On so many rows as there are to the end of the window; what is longer is cut. */
void
bar_draw_talk(const struct layout *layout, const struct bar *bar)
{
	struct buf wrapped = { 0 };

	if (!bar->speaks)
		return;
	enum role role = bar->problem ? ROLE_PROBLEM : ROLE_NORMAL;
	int row = layout->talk, last = frame_rows() - 1;

	if (row == last) {
		draw_row(layout, row, spoken(bar), role);
		return;
	}
	pager_wrap(spoken(bar), layout->columns - 2, &wrapped);
	char *rest = wrapped.bytes;
	for (; row < last && rest != NULL; row++)
		draw_row(layout, row, strsep(&rest, "\n"), role);
	for (char *p = rest; p != NULL && *p != '\0'; p++)
		*p = *p == '\n' ? (p[1] != '\0' ? ' ' : '\0') : *p;
	draw_row(layout, row, rest != NULL ? rest : "", role);
	buf_done(&wrapped);
}
