/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/arrears_panes.h -- OWE and AGE: who owes what on a day, and for how long
 */
#ifndef PANES_ARREARS_PANES_H
#define PANES_ARREARS_PANES_H

extern const struct pane arrears_pane, ageing_pane;

#endif
