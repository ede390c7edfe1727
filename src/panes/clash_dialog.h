/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/clash_dialog.h -- two clerks changed the same: which value stays?
 *
 * Before, theirs and mine side by side, who saved it and when; a digit chooses
 * for one field and goes to the next. Leaving decides nothing and loses nothing.
 */
#ifndef PANES_CLASH_DIALOG_H
#define PANES_CLASH_DIALOG_H

#include <stdbool.h>

struct desk;
struct sheet_clashes;

/* True: every clash has its pick. */
bool clash_dialog_ask(struct desk *desk, struct sheet_clashes *clashes);

#endif
