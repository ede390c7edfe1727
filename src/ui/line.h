/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/line.h -- editing a line of text, or a text of lines
 *
 * Moves and erases by graphemes, shows by columns, and leaves two free columns
 * right of the hardware cursor, because input methods draw there what is not
 * committed yet. What is typed is kept as typed, right or wrong: checking is
 * the form's business.
 */
#ifndef UI_LINE_H
#define UI_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "ui/frame.h"

struct input;
struct line_step;

enum {
	LINE_MOST = 400,
	LINE_FREE = 2,		/* columns kept right of the cursor */
};

/* A zeroed line is empty and ready. */
struct line {
	struct buf text;	/* NFC and storable */
	size_t cursor;		/* byte offset of the insertion point */
	size_t left;		/* byte offset of the first character in view */
	size_t most;		/* bytes it may hold; 0: LINE_MOST */
	bool many;		/* line breaks may be typed: ui/note.h */
	bool tight;		/* codes, days, numbers: no free columns kept for input methods */
	bool fresh;		/* the next character typed takes the place of all; set by forms and prompts */
	bool joined;		/* the last paste was several lines made one: say so */
	bool full;		/* the last typing did not fit: say so */

	struct line_step *steps;	/* states of the text, for undo */
	size_t step_count, step_room;
	size_t step_now;	/* the state that is shown */
	bool typing;		/* the next character belongs to the same step */
};

void line_done(struct line *line);

/* Begin anew: cursor at the end, nothing to undo. */
void line_set(struct line *line, const char *text);
const char *line_text(const struct line *line);

/* Put text in place of all, as one step that can be undone. */
void line_replace(struct line *line, const char *text);

/* Is this input for editing a line at all? */
bool line_knows(const struct input *input);

/*
 * Type, erase, move, undo, paste. True when the input was the line's business,
 * even if nothing changed; *ret_changed (may be NULL) tells about the text.
 */
bool line_act(struct line *line, const struct input *input, bool *ret_changed);

/*
 * Show it in exactly width columns, '>' in the last one when text goes on.
 * cursor puts the hardware cursor there too.
 */
void line_draw(struct line *line, int row, int column, int width, enum role role, bool cursor);

/* Columns of the text between two byte offsets, as it is shown. */
int line_columns(const struct line *line, size_t from, size_t to);

/* "[text      ]": width counts the brackets. */
void line_draw_box(struct line *line, int row, int column, int width, bool cursor);

#endif
