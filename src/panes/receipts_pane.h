/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/receipts_pane.h -- RCP: money that came in, what it pays, what is left of it
 */
#ifndef PANES_RECEIPTS_PANE_H
#define PANES_RECEIPTS_PANE_H

#include <stdbool.h>

struct desk;
struct err;

extern const struct pane receipts_pane;

/* Those of a government in a fiscal year. */
bool receipts_pane_open(struct desk *desk, const char *year, const char *government, struct err *err);

#endif
