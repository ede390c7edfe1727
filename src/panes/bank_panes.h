/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/bank_panes.h -- BNK and BNL: statements of the bank, and the lines of one
 *
 * BNL takes the id or the name of a statement. Statements come in by F6, see
 * bank_import.h, or by "nearsec bank import".
 */
#ifndef PANES_BANK_PANES_H
#define PANES_BANK_PANES_H

extern const struct pane bank_pane, bank_lines_pane;

#endif
