/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/staff_pane.h -- STF and PFO: who works in the secretariat, who answers for what
 *
 * Both are lists of rows (panes/rows_pane.h). Argument of STF: the key of a
 * division; of PFO: the id of one of the staff, or a country or body to find.
 */
#ifndef PANES_STAFF_PANE_H
#define PANES_STAFF_PANE_H

extern const struct pane staff_pane, portfolios_pane, staff_form, portfolio_form;

#endif
