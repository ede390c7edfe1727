/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/texts_pane.h -- TXT: declarations, Charter versions, agreed texts
 *
 * A list of rows (panes/rows_pane.h) that shows which languages still lack
 * their words; Enter opens the parallel texts of one document (PAR). Argument:
 * the key of a document to stand on, or "".
 */
#ifndef PANES_TEXTS_PANE_H
#define PANES_TEXTS_PANE_H

extern const struct pane texts_pane, document_form;

#endif
