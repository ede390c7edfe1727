/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/home_items.h -- what HOM has to offer, by number
 *
 * The screens come from the table of codes and cost nothing; what waits for
 * somebody and what was done last are read from the file and from the drafts,
 * in the second frame.
 */
#ifndef PANES_HOME_ITEMS_H
#define PANES_HOME_ITEMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/messages.h"
#include "domain/gaps.h"

struct desk;
struct err;

enum home_group { HOME_SCREENS, HOME_NEEDS, HOME_RECENT };

struct home_item {
	enum home_group group;
	char *code;		/* "MEM", "KR-47"; "" for none */
	char *text;
	char *note;		/* "70 + 5", or who did it; "" for none */

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
