/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/credit_notes_pane.h -- CRN: the credit notes of a year, and taking one back
 *
 * Argument: a year, or the number of a note ("C-2017-0001"); "" for the year the
 * session's day lies in.
 */
#ifndef PANES_CREDIT_NOTES_PANE_H
#define PANES_CREDIT_NOTES_PANE_H

extern const struct pane credit_notes_pane;

#endif
