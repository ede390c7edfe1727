/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/home_items.h -- what HOM has to offer, by number
 *
 * The screens come from the table of codes and cost nothing. What comes next,
 * what the clerk answers for, what waits for somebody and what was done last
 * are read from the file and from the drafts, in the second frame; only as many
 * of them as stand beside the screens in a window of 24 rows, most urgent first.
 */
#ifndef PANES_HOME_ITEMS_H
#define PANES_HOME_ITEMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/messages.h"
#include "domain/gaps.h"

struct desk;
struct err;

enum home_group { HOME_SCREENS, HOME_NEXT, HOME_MINE, HOME_NEEDS, HOME_RECENT };

enum { HOME_BESIDE = 14 };	/* rows beside the screens, headings among them */

struct home_item {
	enum home_group group;
	char *code;		/* "MEM", "KR-47", "WC-15"; "" for none */
	char *text;
	char *note;		/* "70 + 5", or who did it; "" for none */
	bool problem;		/* late */

	/* What it opens: the first that is set. */
	char *command;		/* a line for codes_go */
	char *form, *record;	/* a draft: code of the form, key of the record */
	bool is_gap;
	enum gap gap;
	const struct language *language;	/* of the gap */
};

/* Zeroed is empty. */
struct home_items {
	struct home_item *item;
	size_t count, room;
	char *saved;		/* "Last saved by ...", once it is known */
};

/* The screens alone. */
void home_items_begin(struct home_items *items);

/* All of it; on failure the items stay as they are. */
bool home_items_read(struct home_items *items, struct desk *desk, struct err *err);
void home_items_done(struct home_items *items);

bool home_items_open(const struct home_item *item, struct desk *desk, struct err *err);

#endif
