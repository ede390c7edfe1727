/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "ui/layout.h"

static const enum layout_kind kinds[] = { LAYOUT_LIST, LAYOUT_FORM, LAYOUT_PLAIN };

static void
rows_at_80x24_are_those_of_the_grammar(void **state)
{
	struct layout list = layout_make(LAYOUT_LIST, 24, 80, 7), form = layout_make(LAYOUT_FORM, 24, 80, 0);

	(void)state;
	assert_int_equal(list.second, 1);
	assert_int_equal(list.heads, 2);
	assert_int_equal(list.body.row, 3);
	assert_int_equal(list.body.rows, 11);
	assert_int_equal(list.detail.row, 14);
	assert_int_equal(list.detail.rows, 7);
	assert_int_equal(list.hint, 21);
	assert_int_equal(list.keys, 22);
	assert_int_equal(list.talk, 23);
	assert_int_equal(form.second, 1);
	assert_int_equal(form.body.row, 3);
	assert_int_equal(form.body.rows, 18);
}

static void
rows_at_40x12_are_those_of_the_mock_up(void **state)
{
	struct layout list = layout_make(LAYOUT_LIST, 12, 40, 7), form = layout_make(LAYOUT_FORM, 12, 40, 0);

	(void)state;
	assert_int_equal(list.second, 1);
	assert_int_equal(list.heads, -1);
	assert_int_equal(list.body.row, 2);
	assert_int_equal(list.body.rows, 7);
	assert_int_equal(list.detail.rows, 0);
	assert_int_equal(form.second, -1);
	assert_int_equal(form.body.row, 1);
	assert_int_equal(form.body.rows, 8);
}

static void
detail_lies_to_the_right_from_120_columns_on(void **state)
{
	struct layout below = layout_make(LAYOUT_LIST, 30, 119, 7), beside = layout_make(LAYOUT_LIST, 30, 120, 7);

	(void)state;
	assert_int_equal(below.detail.column, 0);
	assert_int_equal(below.body.columns, 119);
	assert_true(beside.detail.column >= beside.body.column + beside.body.columns);
	assert_int_equal(beside.detail.column + beside.detail.columns, 120);
	assert_int_equal(beside.detail.rows, beside.body.rows);
}

static void
banner_stands_between_find_and_the_rest_at_every_size(void **state)
{
	static const struct { int rows, columns, banner, heads, body, body_rows, detail, detail_rows; } cases[] = {
		{ 24, 80, 2, 3, 4, 5, 9, 12 },
		{ 12, 40, 2, -1, 3, 6, 0, 0 },
		{ 10, 40, 2, -1, 3, 5, 0, 0 },
		{ 24, 130, 2, 3, 4, 17, 4, 17 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct layout layout = layout_make(LAYOUT_LIST, cases[i].rows, cases[i].columns, 12);

		layout_take_banner(&layout);
		assert_int_equal(layout.banner, cases[i].banner);
		assert_int_equal(layout.heads, cases[i].heads);
		assert_int_equal(layout.body.row, cases[i].body);
		assert_int_equal(layout.body.rows, cases[i].body_rows);
		assert_int_equal(layout.detail.row, cases[i].detail);
		assert_int_equal(layout.detail.rows, cases[i].detail_rows);
	}
	assert_int_equal(layout_make(LAYOUT_LIST, 24, 80, 12).banner, -1);
}

static void
check_parts(const struct layout *layout, int rows, int columns)
{
	int below = layout->hint >= 0 ? layout->hint : layout->keys;
	const struct area *body = &layout->body, *detail = &layout->detail;

	assert_true(body->rows > 0);
	assert_true(body->row > layout->second && body->row > layout->heads);
	assert_true(body->row + body->rows <= below);
	assert_true(body->column + body->columns <= columns);
	assert_int_equal(layout->talk, rows - 1);
	if (detail->rows == 0)
		return;
	assert_true(detail->row + detail->rows <= below);
	assert_true(detail->row >= body->row + body->rows || detail->column >= body->column + body->columns);
}

static void
parts_never_overlap_at_any_size(void **state)
{
	(void)state;
	for (int rows = 1; rows <= 60; rows++)
		for (int columns = 30; columns <= 200; columns += 5)
			for (int detail = 0; detail <= 12; detail += 4)
				for (int kind = 0; kind < 3; kind++) {
					struct layout layout = layout_make(kinds[kind], rows, columns, detail);

					assert_int_equal(layout.too_small, rows < 10 || columns < 40);
					if (!layout.too_small)
						check_parts(&layout, rows, columns);
				}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_at_80x24_are_those_of_the_grammar),
		cmocka_unit_test(rows_at_40x12_are_those_of_the_mock_up),
		cmocka_unit_test(detail_lies_to_the_right_from_120_columns_on),
		cmocka_unit_test(banner_stands_between_find_and_the_rest_at_every_size),
		cmocka_unit_test(parts_never_overlap_at_any_size),
	};

	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
