/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/overlay.h -- what lies over a pane for a moment: F1, F2, F4, F9
 *
 * The only boxes of the program, drawn with + - |. An overlay never keeps a
 * place on the screen: it is laid out anew for every frame, so a window may
 * change size under it. Whoever opens one runs it to its end (desk_run_overlay)
 * and then reads the answer from its state.
 */
#ifndef UI_OVERLAY_H
#define UI_OVERLAY_H

#include <stdbool.h>

#include "ui/action.h"
#include "ui/layout.h"

struct buf;

enum overlay_answer {
	OVERLAY_STAY,
	OVERLAY_CANCEL,		/* closed without an answer */
	OVERLAY_TAKE,		/* closed; the answer stands in the state */
	OVERLAY_REFUSED,	/* bell */
};

/* The functions of one kind; every one gets the state. */
struct overlay_kind {
	enum action_zone zone;		/* ZONE_OVERLAY or ZONE_NOTE */
	/* Draw within rows 1 to keys - 1; footer is what the key row says meanwhile. */
	void (*draw)(void *state, const struct layout *layout);
	void (*footer)(void *state, int columns, struct buf *text);
	enum overlay_answer (*act)(void *state, const struct input *input);
};

struct overlay {
	const struct overlay_kind *kind;
	void *state;
};

/*
 * A frame with title and, right in its upper edge, note; blank inside. Returns
 * the area inside, one column from the sides.
 */
struct area overlay_frame(struct area outer, const char *title, const char *note);

/*
 * Join parts, closed by NULL and the most needed first, as long as they fit:
 * none is ever cut.
 */
void overlay_footer(const char *const *parts, int columns, struct buf *text);

/* An area of at most that size in the middle of the body. */
struct area overlay_place(const struct layout *layout, int rows, int columns);

#endif
