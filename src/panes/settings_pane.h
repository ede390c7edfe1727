/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/settings_pane.h -- SET: what one clerk chose, and what file this is
 *
 * Every choice is felt and saved at once: there is nothing to forget to save.
 * The digits 1 to 6 are the six languages, each named in its own script, so
 * that one who was handed a screen she cannot read finds the way out.
 */
#ifndef PANES_SETTINGS_PANE_H
#define PANES_SETTINGS_PANE_H

#include <stdbool.h>

struct desk;
struct err;

extern const struct pane settings_pane;

/* "SET ko", "SET 2010-09-30", "SET now": done without opening the pane. */
bool settings_run(struct desk *desk, const char *argument, bool *ret_done, struct err *err);

#endif
