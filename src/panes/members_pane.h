/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panes/members_pane.h -- MEM: the governments, their list and detail. */
#ifndef PANES_MEMBERS_PANE_H
#define PANES_MEMBERS_PANE_H

extern const struct pane members_pane;

#endif
