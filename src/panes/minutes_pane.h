/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/minutes_pane.h -- MIN: minutes of meetings, a language each
 *
 * A list of rows (panes/rows_pane.h). Argument: the key of a meeting, or "" for
 * the minutes of all.
 */
#ifndef PANES_MINUTES_PANE_H
#define PANES_MINUTES_PANE_H

extern const struct pane minutes_pane;

#endif
