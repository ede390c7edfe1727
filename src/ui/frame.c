/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/frame.h"

#include <curses.h>
#include <stdarg.h>

#include "base/buf.h"
#include "base/text.h"
#include "ui/theme.h"

static struct {
	int row, column;	/* of the hardware cursor */
	struct {
		int row, end;	/* where it stands, the column behind it */
		enum role role;
	} last;			/* text that was put */
	struct buf shown, fitted, formatted;	/* kept for their memory */
} frame;

int
frame_rows(void)
{
	return getmaxy(stdscr);
}

int
frame_columns(void)
{
	return getmaxx(stdscr);
}

void
frame_begin(void)
{
	erase();
	frame.last.role = ROLE_NORMAL;
}

/* How many of width columns from there are on the screen; width < 0: all. */
static int
clip(int row, int column, int width)
{
	int room = frame_columns() - column;

	if (row < 0 || row >= frame_rows() || column < 0 || room <= 0)
		return 0;
	return width < 0 || width > room ? room : width;
}

/*
 * Curses lets the other half of a wide character stand when one half is
 * written over, and from there on the row is one column off.
 */
static void
blank_torn(int row, int column)
{
	cchar_t cell;
	bool torn = column > 0 && column < frame_columns() &&
	    mvin_wch(row, column, &cell) == OK && (cell.attr & A_CHARTEXT) > 1;

	if (!torn)
		return;
	attrset(A_NORMAL);
	mvaddch(row, column - 1, ' ');
	mvaddch(row, column, ' ');
}

/* Do only blanks stand there, and not too many? */
static bool
is_gap(int row, int from, int to)
{
	enum { MOST = 8 };

	if (to <= from || to - from > MOST)
		return false;
	for (int column = from; column < to; column++)
		if (mvinch(row, column) != (chtype)' ')
			return false;
	return true;
}

/*
 * Blanks between two pieces that look alike are made to look so too: nobody sees
 * it, and the terminal need not be told twice. A bar would be seen.
 */
static void
bridge(int row, int column, enum role role)
{
	if (role == ROLE_NORMAL || role == ROLE_FOCUS || role != frame.last.role ||
	    row != frame.last.row || !is_gap(row, frame.last.end, column))
		return;
	mvhline(row, frame.last.end, ' ', column - frame.last.end);
}

static void
put(int row, int column, const char *text, enum role role)
{
	attrset((attr_t)theme_attributes(role));
	bridge(row, column, role);
	mvaddstr(row, column, text);
	frame.last.row = row;
	frame.last.end = column + text_width(text);
	frame.last.role = role;
}

void
frame_blank(int row, int column, int width)
{
	width = clip(row, column, width);
	if (width == 0)
		return;
	blank_torn(row, column);
	blank_torn(row, column + width);
	attrset(A_NORMAL);
	mvhline(row, column, ' ', width);
}

/*
 * Draw frame.shown in width columns, skip of them blank before it. Only focus
 * reaches over the blanks: a bold blank looks like any other and costs bytes.
 */
static void
put_shown(int row, int column, int skip, int width, enum role role)
{
	int needed = text_width(buf_text(&frame.shown));
	bool bar = role == ROLE_FOCUS;

	frame_blank(row, column, width);
	buf_clear(&frame.fitted);
	if (bar)
		buf_add_repeat(&frame.fitted, ' ', skip);
	text_fit(&frame.fitted, buf_text(&frame.shown), bar || needed > width - skip ? width - skip : needed);
	put(row, bar ? column : column + skip, buf_text(&frame.fitted), role);
}

static void
show(const char *text)
{
	buf_clear(&frame.shown);
	text_add_shown(&frame.shown, text);
}

int
frame_text(int row, int column, int width, const char *text, enum role role)
{
	int room = clip(row, column, width);

	if (room == 0)
		return 0;
	show(text);
	int needed = width < 0 ? text_width(buf_text(&frame.shown)) : room;
	if (needed < room)
		room = needed;
	if (room > 0)
		put_shown(row, column, 0, room, role);
	return room;
}

int
frame_textf(int row, int column, int width, enum role role, const char *format, ...)
{
	va_list args;

	buf_clear(&frame.formatted);
	va_start(args, format);
	buf_addv(&frame.formatted, format, args);
	va_end(args);
	return frame_text(row, column, width, buf_text(&frame.formatted), role);
}

int
frame_text_right(int row, int column, int width, const char *text, enum role role)
{
	int room = clip(row, column, width);

	if (room == 0)
		return 0;
	show(text);
	int skip = room - text_width(buf_text(&frame.shown));
	put_shown(row, column, skip > 0 ? skip : 0, room, role);
	return room;
}

void
frame_rule(int row, int column, int width, const char *title)
{
	enum { BEFORE = 3, AFTER = 3 };	/* "-- " and, at least, " --" */

	width = clip(row, column, width);
	if (width == 0)
		return;
	frame_blank(row, column, width);
	mvhline(row, column, '-', width);
	if (title == NULL || title[0] == '\0' || width <= BEFORE + AFTER)
		return;
	show(title);
	int most = width - BEFORE - AFTER, needed = text_width(buf_text(&frame.shown));
	put_shown(row, column + BEFORE, 0, needed < most ? needed : most, ROLE_NORMAL);
	mvaddch(row, column + BEFORE - 1, ' ');
	mvaddch(row, column + BEFORE + (needed < most ? needed : most), ' ');
}

void
frame_cursor(int row, int column)
{
	frame.row = row;
	frame.column = column;
}

static int
between(int value, int count)
{
	return value < 0 ? 0 : value >= count ? count - 1 : value;
}

void
frame_end(void)
{
	move(between(frame.row, frame_rows()), between(frame.column, frame_columns()));
	wnoutrefresh(stdscr);
	doupdate();
}
