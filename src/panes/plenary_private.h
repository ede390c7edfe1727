/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/plenary_private.h -- what the files of DAY share
 *
 * plenary_pane.c is the pane and its desk, roll_zone.c the roll call while it
 * has the keys.
 */
#ifndef PANES_PLENARY_PRIVATE_H
#define PANES_PLENARY_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

#include "panes/hall_list.h"
#include "panes/hall_state.h"
#include "panes/roll_view.h"
#include "ui/list.h"

struct desk;
struct err;
struct language;

struct plenary_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	struct hall_state hall;
	bool exact;			/* a whole code stands in Desk */
	bool in_roll;			/* the keys are for the roll, not for the desk */
	bool on_paper;			/* the ballots entered now were handed in written */
	char *asked;			/* what was typed when several were found; Enter again means the first */
	struct roll_view roll;
	int64_t vote;			/* an earlier vote to look at; 0: the open one, or the latest */
	char *meeting;
	int64_t change;			/* what was read when: the end of the log, */
	const struct language *language;	/* the language of names, */
	char *as_of;			/* and the day; NULL: nothing yet */
};

/* After a deed the next key may come before the next frame: it means what is there now. */
bool plenary_load_now(struct plenary_pane *pane, struct err *err);

/* The next load reads everything again. */
void plenary_forget(struct plenary_pane *pane);

#endif
