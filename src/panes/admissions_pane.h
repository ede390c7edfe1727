/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/admissions_pane.h -- ADM ADM2 DOS DOS2: who is on the way into the association
 *
 * ADM: open applications and observers, with what is missing. Argument: the code
 * of a government to stand on, or "". ADM2 opens an application, or edits the open one of
 * that code; DOS is the dossier of an application, by its id.
 */
#ifndef PANES_ADMISSIONS_PANE_H
#define PANES_ADMISSIONS_PANE_H

extern const struct pane admissions_pane;

#endif
