/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/palette.h -- F9: go anywhere, do anything
 *
 * One field for codes, names and words. It knows none of them: entries come
 * from a callback, and what is typed or chosen goes back as a command line
 * ("mem kr-47"). Up on the empty field recalls earlier ones.
 */
#ifndef UI_PALETTE_H
#define UI_PALETTE_H

#include "ui/choices.h"
#include "ui/chooser.h"
#include "ui/line.h"
#include "ui/overlay.h"

enum { PALETTE_EARLIER = 50 };

struct palette {
	/* item.value is the command, group the heading, note what F9 understands. */
	void (*fill)(void *context, const char *typed, struct choices *ret_choices);
	void *context;

	struct line line;
	struct choices choices;
	struct chooser chooser;
	char *earlier[PALETTE_EARLIER];	/* commands, the newest first; kept by the desk */
	size_t earlier_count, earlier_now;
	struct buf command;		/* after OVERLAY_TAKE */
};

struct overlay palette_open(struct palette *palette);
void palette_done(struct palette *palette);
void palette_remember(struct palette *palette, const char *command);

#endif
