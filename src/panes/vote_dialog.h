/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/vote_dialog.h -- what is asked before a vote is opened or closed
 *
 * Both freeze something for ever, so both are asked; nothing is asked that the
 * agenda says already. The title of the item is the motion unless other words
 * are typed. Escape at any question leaves all as it was.
 */
#ifndef PANES_VOTE_DIALOG_H
#define PANES_VOTE_DIALOG_H

#include <stdbool.h>
#include <stdint.h>

struct desk;
struct err;
struct hall_state;

/* *ret_no is the number of the vote; 0: the clerk left it. */
bool vote_dialog_open(struct desk *desk, const struct hall_state *hall, int64_t *ret_no, struct err *err);

/* Says the result. *ret_closed false: the clerk left it open. */
bool vote_dialog_close(struct desk *desk, const struct hall_state *hall, bool *ret_closed,
    struct err *err);

#endif
