/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/roll_view.h -- a roll call as it is drawn: names, answers, sums
 *
 * The names of those who may vote stand in a grid; who may not is told at the
 * desk. Below it stand the sums, so that the teller reads off one place what
 * the chair announces. What is drawn is the frozen roll, whatever happens in the
 * hall meanwhile.
 */
#ifndef PANES_ROLL_VIEW_H
#define PANES_ROLL_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/layout.h"

struct hall_state;

struct roll_view {
	size_t at;		/* the name in hand: a place in hall.names */
	size_t top;		/* first row of names in view */
	size_t across;		/* names in a row at the last frame: for the arrows; 0 before */
};

/* Rows that everything takes in so many columns, the rule above it too. */
int roll_view_height(const struct hall_state *hall, int columns);

/* The vote of the hall, which has one. focus: the marker takes the answers. */
void roll_view_draw(const struct hall_state *hall, struct roll_view *view, struct area area, bool focus);

#endif
