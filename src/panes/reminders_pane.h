/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/reminders_pane.h -- REM: who was reminded of what it owes, and who is still to be
 */
#ifndef PANES_REMINDERS_PANE_H
#define PANES_REMINDERS_PANE_H

extern const struct pane reminders_pane;

#endif
