/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meetings_pane.h -- MTG: the calendar of meetings
 *
 * A month with its meetings beside it; a week, a year with what is due in it, or
 * the list of all by F11. Argument: a meeting ("GA-8") to stand on, a month or day
 * ("2026-09") to begin with, the key of a body ("ENV") for its meetings alone, or
 * words for Find; "" begins with today.
 */
#ifndef PANES_MEETINGS_PANE_H
#define PANES_MEETINGS_PANE_H

extern const struct pane meetings_pane;

#endif
