/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/ledger_pane.h -- LED: the entries of a year, newest first
 *
 * Argument: a year, or the number of an entry; "" for the year of the session's
 * day. Entries are reversed here, once, and years are closed.
 */
#ifndef PANES_LEDGER_PANE_H
#define PANES_LEDGER_PANE_H

extern const struct pane ledger_pane;

#endif
