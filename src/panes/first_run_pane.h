/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/first_run_pane.h -- the two questions before there is a file
 *
 * Which language, and whether to make the file with the data of NEAR. Asked on
 * a full screen and answered by number; whoever leaves has changed nothing.
 */
#ifndef PANES_FIRST_RUN_PANE_H
#define PANES_FIRST_RUN_PANE_H

extern const struct pane first_run_pane;

#endif
