/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/credit_notes_pane.h -- CRN: the credit notes of a year, and taking one back
 */
#ifndef PANES_CREDIT_NOTES_PANE_H
#define PANES_CREDIT_NOTES_PANE_H

extern const struct pane credit_notes_pane;

#endif
