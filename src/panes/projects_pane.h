/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/projects_pane.h -- PRJ: projects of the sub-committees
 *
 * A list of rows (panes/rows_pane.h); Find narrows by state and year as by words
 * of the title. Argument: the key of a body, or "" for all.
 */
#ifndef PANES_PROJECTS_PANE_H
#define PANES_PROJECTS_PANE_H

extern const struct pane projects_pane, project_form;

#endif
