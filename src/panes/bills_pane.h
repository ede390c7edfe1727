/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/bills_pane.h -- BIL: the bills of a year that are no dues
 *
 * Argument: a year, or the number of a bill; "" for the year the session's day
 * lies in.
 */
#ifndef PANES_BILLS_PANE_H
#define PANES_BILLS_PANE_H

extern const struct pane bills_pane;

#endif
