/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/help_pane.h -- HLP: what a new clerk asks on her first day
 *
 * Topics, the card of all keys, the messages of this session. The card is made
 * from the table of actions; the topics say what no table says.
 */
#ifndef PANES_HELP_PANE_H
#define PANES_HELP_PANE_H

#include <stdbool.h>

struct desk;
struct err;

extern const struct pane help_pane;

struct help_topic {
	const char *word;	/* after HLP, ASCII: "keys" */
	const char *title;	/* NC_("topic", ...) */
	const char *text;	/* N_(); NULL: made from a table */
};

extern const struct help_topic help_topics[];	/* closed by { 0 } */

/* "HLP KEYS", "HLP LOG", "HLP undo": shown without opening the pane. */
bool help_run(struct desk *desk, const char *argument, bool *ret_done, struct err *err);

#endif
