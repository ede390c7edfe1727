/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/menu.h -- F2: all that can be done here, by number
 *
 * Options of the row and actions of the pane, also those the key row had no
 * room for, each with its key beside it, so that the key is learned in passing.
 */
#ifndef UI_MENU_H
#define UI_MENU_H

#include "ui/choices.h"
#include "ui/chooser.h"
#include "ui/overlay.h"

enum { MENU_MOST = 64 };

struct menu {
	const struct action_use *uses;	/* of the pane */
	const struct option *options;	/* of its rows; NULL: none */
	enum action_zone zone;		/* of the pane now */

	struct choices choices;
	struct input inputs[MENU_MOST];	/* what each entry does */
	struct chooser chooser;
	int typed;			/* number so far; 0: none */
	struct input input;		/* after OVERLAY_TAKE: what to do */
};

struct overlay menu_open(struct menu *menu);
void menu_done(struct menu *menu);

#endif
