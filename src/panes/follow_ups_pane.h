/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/follow_ups_pane.h -- FUP FUP2: what is to be done after decisions
 *
 * A list like those of panes/rows_pane.h. Argument: the number of a decision
 * ("GA-8/2"), or "" for all. The form takes it for a new one.
 */
#ifndef PANES_FOLLOW_UPS_PANE_H
#define PANES_FOLLOW_UPS_PANE_H

#include <stdbool.h>

struct desk;
struct err;

extern const struct pane follow_ups_pane, follow_up_form;

/* Ask what became of it and close it: number "GA-8/2/1" or an id. */
bool follow_ups_close(struct desk *desk, const char *number, struct err *err);

#endif
