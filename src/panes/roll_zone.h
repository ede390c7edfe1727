/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/roll_zone.h -- the roll call of DAY while it has the keys
 *
 * One digit votes and the marker goes to the next name that is not called yet;
 * on a name that is called it mends the slip. The desk stays in sight where the
 * roll leaves it room.
 */
#ifndef PANES_ROLL_ZONE_H
#define PANES_ROLL_ZONE_H

#include <stdbool.h>

#include "ui/action.h"

struct buf;
struct err;
struct layout;
struct plenary_pane;

/* What digits do. */
extern const struct option roll_zone_options[];

/* Another vote is shown than before: the marker begins with it. */
void roll_zone_begin(struct plenary_pane *pane);

/* plain: the layout of a pane without a widget. */
void roll_zone_draw(struct plenary_pane *pane, const struct layout *plain);

/* The digits, and what else there is when it fits in columns columns. */
void roll_zone_hint(int columns, struct buf *text);

/* Who is called, in full: a chair reads it out. */
void roll_zone_talk(const struct plenary_pane *pane, struct buf *text);

bool roll_zone_act(struct plenary_pane *pane, const struct input *input, struct err *err);

#endif
