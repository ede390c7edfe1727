/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panes/people_pane.h -- PER: people and the posts they hold. Argument: the key of one, or "". */
#ifndef PANES_PEOPLE_PANE_H
#define PANES_PEOPLE_PANE_H

extern const struct pane people_pane;

#endif
