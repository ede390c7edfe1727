/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/roll_grid.h -- the names of a roll call in rows and columns
 *
 * Pure: where a name stands, where the marker goes. Names are called along the
 * rows, as one reads. What was called stays where it is: a clerk who looks up
 * finds a government where she saw it last, so the grid scrolls by whole rows
 * and only when the marker would leave it.
 */
#ifndef PANES_ROLL_GRID_H
#define PANES_ROLL_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/action.h"

struct roll_grid {
	size_t count;		/* names */
	size_t across;		/* of them in a row of the screen; at least 1 */
	int width;		/* columns of a name: marker, code, answer, a blank */
	size_t rows;		/* rows in view; at least 1 */
	size_t top;		/* the first row in view */
};

/*
 * count names with a code and an answer of at most so many columns, in columns
 * by rows of the screen, so that the name at stands in view; top is where the
 * grid was before.
 */
struct roll_grid roll_grid_make(size_t count, int code, int answer, int columns, int rows,
    size_t at, size_t top);

/* Rows that all names take in so many columns; 0 for no names. */
int roll_grid_height(size_t count, int code, int answer, int columns);

/* Where name i stands, from the corner of the grid. False: not in view. */
bool roll_grid_place(const struct roll_grid *grid, size_t i, int *ret_row, int *ret_column);

/* The name an arrow, Home or End leads to from the one at; at itself at an edge. */
size_t roll_grid_move(const struct roll_grid *grid, size_t at, enum action_id action);

/*
 * The first name after from that is not called yet, then from the beginning;
 * count when all are. from may be SIZE_MAX: before the first.
 */
size_t roll_grid_next(const bool *called, size_t count, size_t from);

#endif
