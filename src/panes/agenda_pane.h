/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/agenda_pane.h -- AGD: the agenda of a meeting
 *
 * The tree in its order with the clock computed. Argument of AGD: the key of the
 * meeting. F7 and F8 move the item among those beside it, Left and Right (8=In,
 * 9=Out) below the one before it or out again; what is below goes with it.
 */
#ifndef PANES_AGENDA_PANE_H
#define PANES_AGENDA_PANE_H

extern const struct pane agenda_pane;

#endif
