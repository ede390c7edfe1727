/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/frame.h -- drawing one whole screen, which then leaves in one write
 *
 * A frame is drawn from nothing each time: curses finds what changed. Every
 * string goes through text_show, is measured by wcwidth and cut by graphemes,
 * so half a wide character never stands at an edge. Rows and columns count
 * from 0; whatever lies outside is not drawn.
 */
#ifndef UI_FRAME_H
#define UI_FRAME_H

#include <stdbool.h>
#include <stddef.h>

/* The four roles of text: colours and attributes only repeat what marks say. */
enum role {
	ROLE_NORMAL,
	ROLE_HEADING,	/* titles, column heads */
	ROLE_FOCUS,	/* what has the focus: reverse */
	ROLE_PROBLEM,	/* errors, late, clash: bold */
};

int frame_rows(void);
int frame_columns(void);

void frame_begin(void);		/* everything blank */

/*
 * text in exactly width columns from (row, column): cut with '~' or padded with
 * blanks. width < 0: as many columns as it needs, to the edge at most. Returns
 * the columns used.
 */
int frame_text(int row, int column, int width, const char *text, enum role role);
int frame_textf(int row, int column, int width, enum role role, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
int frame_text_right(int row, int column, int width, const char *text, enum role role);
void frame_blank(int row, int column, int width);
void frame_rule(int row, int column, int width, const char *title);	/* "-- title ----" */

/*
 * The hardware cursor: insertion point of a field, or the marker of a list,
 * where input methods and screen readers look. Without a call it stays put.
 */
void frame_cursor(int row, int column);

void frame_end(void);		/* one doupdate, one write */

#endif
