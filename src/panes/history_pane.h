/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/history_pane.h -- HIS: who changed what, and taking it back
 *
 * Argument: "" for everything, a code ("KR-47"), the key of a record of any
 * type, or type and key ("person 01J...").
 */
#ifndef PANES_HISTORY_PANE_H
#define PANES_HISTORY_PANE_H

#include <stdbool.h>

struct desk;
struct err;

extern const struct pane history_pane;

/* On top: the history of the record of that type and key. */
bool history_pane_open(struct desk *desk, const char *type, const char *key, struct err *err);

#endif
