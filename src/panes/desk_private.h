/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/desk_private.h -- what the files of the desk share
 *
 * desk.c holds the stack and the loop, desk_act.c what an input leads to,
 * desk_draw.c the frame, desk_ask.c questions and overlays.
 */
#ifndef PANES_DESK_PRIVATE_H
#define PANES_DESK_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "panes/desk.h"
#include "ui/bar.h"
#include "ui/palette.h"

struct err;

enum {
	DESK_OVERLAYS = 8,	/* one over the other: F1 over a picker over F9 ... */
	DESK_POLL_MS = 2000,	/* idle so long: keep the draft, ask whether others saved */
};

/* One pane of the stack. */
struct desk_pane {
	const struct pane *pane;
	void *state;
	bool stale;		/* load before the next frame */
	bool fresh;		/* loaded, or asked for by desk_later; later has not run yet */
	bool closing;		/* goes when the action at hand is done */
};

struct desk {
	struct session *session;		/* borrowed */
	const struct desk_hooks *hooks;		/* borrowed */

	struct desk_pane *panes;		/* the last one is on top */
	size_t count, room;

	struct overlay overlays[DESK_OVERLAYS];
	size_t overlay_count;
	bool overlay_closed;			/* the one on top is answered */
	enum overlay_answer answer;

	struct bar bar;
	struct palette palette;
	const char *key_layout;			/* setting; NULL: as the language of the screen */
	bool list_starts_in_rows;		/* setting */
	bool escape;				/* Esc was pressed: its digit may follow */
	char *entered;				/* key of the last record made or moved; NULL once taken */
	bool typed;				/* keys came since the draft was last kept */
	bool ready;				/* the file may be asked */
	bool gone;				/* the terminal is, or the system wants us to end */

	bool busy;				/* long work reports how far it is */
	int64_t busy_since, busy_shown;		/* ms of clock_monotonic_ms */
	int busy_percent;			/* -1: not known */
};

/* desk.c */
struct desk_pane *desk_top(struct desk *desk);		/* NULL: none */
struct list *desk_list(struct desk *desk);		/* of the pane on top; NULL */
struct form *desk_form(struct desk *desk);
enum action_zone desk_zone(struct desk *desk);
struct layout desk_layout(struct desk *desk);
void desk_turn(struct desk *desk);			/* draw, wait for a key, do it */
void desk_load(struct desk *desk);			/* what is stale on top */
void desk_sweep(struct desk *desk);			/* remove panes that close */

/* desk_act.c */
void desk_input(struct desk *desk, const struct input *input);
void desk_fail(struct desk *desk, const struct err *err);
bool desk_keep(struct desk *desk, struct desk_pane *open, struct err *err);

/* desk_draw.c */
void desk_draw(struct desk *desk);
void desk_draw_busy(struct desk *desk);			/* row 1 alone: panes may not be asked now */

/* desk_ask.c */
void desk_menu(struct desk *desk);
void desk_palette(struct desk *desk);
void desk_sort(struct desk *desk);
void desk_form_values(struct desk *desk);

#endif
