/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/history_pane.h -- HIS: who changed what, and taking it back
 *
 * Argument: "" for everything, a code ("KR-47"), the key of a record of any
 * type, or type and key ("person 01J...").
 */
#ifndef PANES_HISTORY_PANE_H
#define PANES_HISTORY_PANE_H

extern const struct pane history_pane;

#endif
