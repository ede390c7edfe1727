/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/roll_grid.h"

/* ">KR-47  yes ": the marker before the code, a blank after it and one after the answer. */
enum { MARKS = 3 };

static size_t
names_across(int width, int columns)
{
	return columns > width ? (size_t)(columns / width) : 1;
}

static size_t
rows_of(size_t count, size_t across)
{
	return (count + across - 1) / across;
}

int
roll_grid_height(size_t count, int code, int answer, int columns)
{
	return (int)rows_of(count, names_across(code + answer + MARKS, columns));
}

/* As little as it takes to see the row of the marker, and no empty rows at the end. */
static size_t
scroll(const struct roll_grid *grid, size_t row, size_t top)
{
	size_t all = rows_of(grid->count, grid->across);
	size_t last_top = all > grid->rows ? all - grid->rows : 0;

	if (top > last_top)
		top = last_top;
	if (row < top)
		top = row;
	return row >= top + grid->rows ? row - grid->rows + 1 : top;
}

struct roll_grid
roll_grid_make(size_t count, int code, int answer, int columns, int rows, size_t at, size_t top)
{
	struct roll_grid grid = {
		.count = count, .width = code + answer + MARKS, .rows = rows > 0 ? (size_t)rows : 1,
	};

	grid.across = names_across(grid.width, columns);
	grid.top = scroll(&grid, (at < count ? at : count > 0 ? count - 1 : 0) / grid.across, top);
	return grid;
}

bool
roll_grid_place(const struct roll_grid *grid, size_t i, int *ret_row, int *ret_column)
{
	size_t row = i / grid->across;

	if (i >= grid->count || row < grid->top || row >= grid->top + grid->rows)
		return false;
	*ret_row = (int)(row - grid->top);
	*ret_column = (int)(i % grid->across) * grid->width;
	return true;
}

size_t
roll_grid_move(const struct roll_grid *grid, size_t at, enum action_id action)
{
	size_t last = grid->count > 0 ? grid->count - 1 : 0;

	switch (action) {
	case ACTION_LEFT:
		return at > 0 ? at - 1 : at;
	case ACTION_RIGHT:
		return at < last ? at + 1 : at;
	case ACTION_UP:
		return at >= grid->across ? at - grid->across : at;
	case ACTION_DOWN:
		return at + grid->across <= last ? at + grid->across : at;
	case ACTION_FIRST:
		return 0;
	case ACTION_LAST:
		return last;
	default:
		return at;
	}
}

size_t
roll_grid_next(const bool *called, size_t count, size_t from)
{
	for (size_t i = 1; i <= count; i++) {
		size_t at = (from + i) % count;

		if (!called[at])
			return at;
	}
	return count;
}
