/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/decisions_pane.h -- DEC: the register of decisions
 *
 * Argument: the number of a decision to stand on ("GA-8/1"), or words for Find,
 * which takes "body:GA" and "kind:admit" as filters.
 */
#ifndef PANES_DECISIONS_PANE_H
#define PANES_DECISIONS_PANE_H

extern const struct pane decisions_pane;

#endif
