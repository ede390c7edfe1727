/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/parallel_pane.h -- PAR: one document in six languages, side by side
 *
 * The six languages with their states; below them the words of the language
 * under the marker, beside those they are compared with: the original, or the
 * first language that has any. In a small window only the words themselves.
 * Argument: the key of the document.
 */
#ifndef PANES_PARALLEL_PANE_H
#define PANES_PARALLEL_PANE_H

extern const struct pane parallel_pane;

#endif
