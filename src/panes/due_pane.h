/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/due_pane.h -- DUE: the dues of a year, from drafts to what is open
 *
 * Argument: a year, or the number of an invoice ("2017-0010"); the code of a
 * government, or "", for the year the session's day lies in. F10 does what comes
 * next in the year: drafts, then invoices.
 */
#ifndef PANES_DUE_PANE_H
#define PANES_DUE_PANE_H

extern const struct pane due_pane;

#endif
