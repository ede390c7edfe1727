/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/home_pane.h -- HOM: where to go, what waits, what was done last
 *
 * Whatever is typed goes to Go. The first frame holds the screens only and
 * reads nothing, so it is as fast on 100,000 governments as on 75; what waits
 * and what was done last follow in a second one.
 */
#ifndef PANES_HOME_PANE_H
#define PANES_HOME_PANE_H

extern const struct pane home_pane;

#endif
