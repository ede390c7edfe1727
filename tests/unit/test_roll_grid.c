/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdint.h>

#include "panes/roll_grid.h"

/* A code of 6 columns and an answer of 4, as in English: 13 columns a name. */
static struct roll_grid
make(size_t count, int columns, int rows, size_t at, size_t top)
{
	return roll_grid_make(count, 6, 4, columns, rows, at, top);
}

static void
as_many_names_as_fit_stand_in_a_row(void **state)
{
	static const struct { size_t count; int columns; size_t across; int height; } cases[] = {
		{ 38, 78, 6, 7 }, { 36, 78, 6, 6 }, { 38, 77, 5, 8 }, { 38, 38, 2, 19 },
		{ 1, 78, 6, 1 }, { 0, 78, 6, 0 }, { 3, 13, 1, 3 }, { 3, 5, 1, 3 }, { 70, 158, 12, 6 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct roll_grid grid = make(cases[i].count, cases[i].columns, 7, 0, 0);

		assert_int_equal(grid.across, cases[i].across);
		assert_int_equal(roll_grid_height(cases[i].count, 6, 4, cases[i].columns), cases[i].height);
	}
}

static void
names_stand_along_the_rows(void **state)
{
	static const struct { size_t i; bool seen; int row, column; } cases[] = {
		{ 0, true, 0, 0 }, { 5, true, 0, 65 }, { 6, true, 1, 0 }, { 37, true, 6, 13 },
		{ 38, false, 0, 0 }, { SIZE_MAX, false, 0, 0 },
	};
	struct roll_grid grid = make(38, 78, 7, 0, 0);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int row = 0, column = 0;

		assert_int_equal(roll_grid_place(&grid, cases[i].i, &row, &column), cases[i].seen);
		assert_int_equal(row, cases[i].row);
		assert_int_equal(column, cases[i].column);
	}
}

static void
grid_scrolls_only_to_see_the_marker(void **state)
{
	static const struct { size_t at, top, top_then; } cases[] = {
		{ 0, 0, 0 }, { 17, 0, 0 }, { 18, 0, 1 }, { 37, 0, 4 }, { 37, 6, 4 },
		{ 12, 4, 2 }, { 24, 4, 4 }, { 500, 0, 4 }, { 500, 500, 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct roll_grid grid = make(38, 78, 3, cases[i].at, cases[i].top);

		assert_int_equal(grid.top, cases[i].top_then);
	}
	assert_int_equal(make(38, 78, 0, 37, 0).top, 6);
	assert_int_equal(make(0, 78, 3, 0, 2).top, 0);
}

static void
arrows_stop_at_the_edges(void **state)
{
	static const struct { size_t at; enum action_id action; size_t then; } cases[] = {
		{ 0, ACTION_LEFT, 0 }, { 1, ACTION_LEFT, 0 }, { 37, ACTION_RIGHT, 37 }, { 36, ACTION_RIGHT, 37 },
		{ 5, ACTION_UP, 5 }, { 6, ACTION_UP, 0 }, { 31, ACTION_DOWN, 37 }, { 32, ACTION_DOWN, 32 },
		{ 20, ACTION_FIRST, 0 }, { 20, ACTION_LAST, 37 }, { 20, ACTION_HELP, 20 },
	};
	struct roll_grid grid = make(38, 78, 7, 0, 0), none = make(0, 78, 7, 0, 0);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(roll_grid_move(&grid, cases[i].at, cases[i].action), cases[i].then);
	for (enum action_id id = ACTION_UP; id <= ACTION_RIGHT; id++)
		assert_int_equal(roll_grid_move(&none, 0, id), 0);
}

static void
next_name_is_the_next_one_not_called(void **state)
{
	static const struct { bool called[4]; size_t from, next; } cases[] = {
		{ { false, false, false, false }, SIZE_MAX, 0 },
		{ { true, false, false, false }, 0, 1 },
		{ { true, false, true, true }, 3, 1 },		/* skipped before: it comes after the last */
		{ { false, true, true, true }, 0, 0 },		/* only itself is left */
		{ { true, true, true, false }, SIZE_MAX, 3 },
		{ { true, true, true, true }, 2, 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(roll_grid_next(cases[i].called, 4, cases[i].from), cases[i].next);
	assert_int_equal(roll_grid_next(NULL, 0, SIZE_MAX), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_many_names_as_fit_stand_in_a_row),
		cmocka_unit_test(names_stand_along_the_rows),
		cmocka_unit_test(grid_scrolls_only_to_see_the_marker),
		cmocka_unit_test(arrows_stop_at_the_edges),
		cmocka_unit_test(next_name_is_the_next_one_not_called),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
