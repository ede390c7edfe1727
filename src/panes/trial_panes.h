/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/trial_panes.h -- TRI and REP: what stands on the accounts, and the report of a year
 */
#ifndef PANES_TRIAL_PANES_H
#define PANES_TRIAL_PANES_H

extern const struct pane trial_pane, report_pane;

#endif
