/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/trial_panes.h -- TRI and REP: what stands on the accounts, and the report of a year
 *
 * Argument of REP: a year; "" for the one the session's day lies in. TRI has none.
 */
#ifndef PANES_TRIAL_PANES_H
#define PANES_TRIAL_PANES_H

extern const struct pane trial_pane, report_pane;

#endif
