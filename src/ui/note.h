/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/note.h -- text of several lines
 *
 * $VISUAL or $EDITOR where one is set, else a small editor of our own that
 * knows the same keys as every field; F10 takes the text, F12 leaves it. A text
 * that comes back unchanged was not touched.
 */
#ifndef UI_NOTE_H
#define UI_NOTE_H

#include <stdbool.h>

#include "base/buf.h"
#include "ui/overlay.h"

struct err;
struct note_step;

struct note {
	const char *title;		/* translated, borrowed */
	struct buf text;		/* NFC with \n between lines */
	size_t cursor;			/* byte offset */
	size_t top;			/* first wrapped row in view */
	int goal;			/* column Up and Down keep to; -1: the cursor's */
	size_t most;			/* bytes; 0: 20000 */
	int width, page;		/* of the last frame */
	struct note_step *steps;	/* for undo */
	size_t step_count, step_room, step_now;
};

struct overlay note_open(struct note *note, const char *text);
void note_done(struct note *note);

/* Is there an editor in the environment? */
bool note_has_editor(void);

/* Edit text in it; ret_text is the whole new text, NFC, without a last newline. */
bool note_run_editor(const char *text, struct buf *ret_text, struct err *err);

#endif
