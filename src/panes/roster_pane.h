/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/roster_pane.h -- COM ENV: who holds the seats of a body on a day
 *
 * Vacant seats are rows; past holders follow behind a line when F11 asks for
 * them. Argument: the key of a body, then perhaps a day ("ENV 2011-03-14"): it
 * is the day of this screen, and the one before comes back when it is left.
 */
#ifndef PANES_ROSTER_PANE_H
#define PANES_ROSTER_PANE_H

extern const struct pane roster_pane;

#endif
