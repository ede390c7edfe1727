/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/money_rows.h -- RAT ACC BAT BUD BUL BKF: what money is booked by
 *
 * Rates, accounts, batches, budgets with their lines, formats of banks: lists of
 * rows and their forms, as in panes/rows_pane.h.
 */
#ifndef PANES_MONEY_ROWS_H
#define PANES_MONEY_ROWS_H

extern const struct pane rates_pane, rate_form;
extern const struct pane accounts_pane, account_form;
extern const struct pane batches_pane, batch_form;
extern const struct pane budgets_pane, budget_form;
extern const struct pane budget_lines_pane, budget_line_form;
extern const struct pane bank_formats_pane, bank_format_form;

#endif
