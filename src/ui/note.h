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

#include "ui/line.h"
#include "ui/overlay.h"

struct err;

enum { NOTE_MOST = 60000 };	/* bytes */

struct note {
	const char *title;	/* translated, borrowed */
	struct line line;	/* the text; after OVERLAY_TAKE the answer */
	size_t top;		/* byte offset of the first row in view */
	int goal;		/* column Up and Down keep to; -1: the cursor's */
	int width, page;	/* of the last frame */
};

struct overlay note_open(struct note *note, const char *text);
void note_done(struct note *note);

/* Is there an editor in the environment? */
bool note_has_editor(void);

/* Edit text in it: ret_text becomes the new text, NFC, without line breaks at its end. */
bool note_run_editor(const char *text, struct buf *ret_text, struct err *err);

#endif
