/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/help.h -- F1: what can be done here and what this screen is
 *
 * Made from the table of actions, the pane's options and its paragraphs; there
 * is no second text that could be out of date. Typing narrows, Enter does the
 * line it stands on.
 */
#ifndef UI_HELP_H
#define UI_HELP_H

#include "ui/choices.h"
#include "ui/chooser.h"
#include "ui/line.h"
#include "ui/overlay.h"

enum { HELP_MOST = 120 };

struct help {
	const char *title;		/* translated: the screen's */
	const char *topic;		/* what has the focus: a field's label and hint; or NULL */
	const char *text;		/* N_() paragraphs about the screen, or NULL */
	const struct action_use *uses;
	const struct option *options;
	enum action_zone zone;

	struct line find;
	struct choices choices;
	struct input inputs[HELP_MOST];	/* what each line does */
	struct chooser chooser;
	int width;			/* columns the sentences were broken for */
	struct input input;		/* after OVERLAY_TAKE: what to do */
};

struct overlay help_open(struct help *help);
void help_done(struct help *help);

#endif
