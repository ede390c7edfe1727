/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/delegations_pane.h -- DLG: who is invited to a meeting, and what they answer
 *
 * The weeks before the plenary day; DAY is the day itself. Argument: the key of
 * a meeting; "" for the one that is open today, else the next.
 */
#ifndef PANES_DELEGATIONS_PANE_H
#define PANES_DELEGATIONS_PANE_H

extern const struct pane delegations_pane;
extern const struct pane delegation_form;	/* argument: "GA-9/KR-47" */

#endif
