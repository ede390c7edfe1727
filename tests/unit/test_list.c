/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "ui/list.h"

enum { ROWS = 100 };

/* Rows that have a number as key: what a pane would have read. */
struct rows {
	int number[ROWS];
	char key[12];
};

static void
cell(void *context, size_t row, size_t column, struct buf *text)
{
	(void)column;
	buf_addf(text, "%d", ((struct rows *)context)->number[row]);
}

static const char *
key_of(void *context, size_t row)
{
	struct rows *rows = context;

	snprintf(rows->key, sizeof rows->key, "%d", rows->number[row]);
	return rows->key;
}

static const struct list_source source = { .cell = cell, .key = key_of };

static const struct list_column one_column[] = { { .head = "Number", .width = 6 }, { 0 } };

static const struct option edit_and_void[] = {
	{ .digit = 2, .label = "Edit" }, { .digit = 4, .label = "Void" }, { 0 }
};

struct fixture {
	struct rows rows;
	struct list list;
	struct layout layout;
};

/* count rows numbered from 1, ten of them in view. */
static void
begin(struct fixture *f, size_t count)
{
	memset(f, 0, sizeof *f);
	for (int i = 0; i < ROWS; i++)
		f->rows.number[i] = i + 1;
	list_init(&f->list, &source, &f->rows, one_column);
	f->list.options = edit_and_void;
	f->layout.body.rows = 10;
	list_set_count(&f->list, count, NULL);
	assert_true(list_need(&f->list, &f->layout, NULL));
}

static enum list_answer
act(struct fixture *f, enum action_id id)
{
	struct input input = { 0 };
	enum list_answer answer = list_act(&f->list, &(struct input){ .action = id }, &input);

	list_need(&f->list, &f->layout, NULL);
	return answer;
}

static enum list_answer
digit(struct fixture *f, int option)
{
	struct input input;

	return list_act(&f->list, &(struct input){ .action = ACTION_DIGIT, .option = option }, &input);
}

static void
marker_moves_and_the_view_follows(void **state)
{
	static const struct {
		enum action_id id;
		int times;
		size_t row, top;
	} steps[] = {
		{ ACTION_DOWN, 9, 9, 0 },
		{ ACTION_DOWN, 1, 10, 1 },
		{ ACTION_UP, 5, 5, 1 },
		{ ACTION_PAGE_DOWN, 1, 15, 11 },
		{ ACTION_PAGE_UP, 1, 5, 1 },
		{ ACTION_PAGE_UP, 1, 0, 0 },
		{ ACTION_DOWN, 200, 99, 90 },
		{ ACTION_PAGE_DOWN, 1, 99, 90 },
		{ ACTION_FIRST, 1, 0, 0 },
		{ ACTION_LAST, 1, 99, 90 },
	};
	struct fixture f;

	(void)state;
	begin(&f, ROWS);
	f.list.in_rows = true;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		for (int n = 0; n < steps[i].times; n++)
			act(&f, steps[i].id);
		assert_int_equal(f.list.row, steps[i].row);
		assert_int_equal(f.list.top, steps[i].top);
	}
	list_done(&f.list);
}

static void
empty_list_has_nowhere_to_go(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 0);
	for (enum action_id id = ACTION_ACCEPT; id <= ACTION_LAST; id++)
		act(&f, id);
	assert_int_equal(act(&f, ACTION_MARK), LIST_DONE);
	assert_int_equal(f.list.row, 0);
	assert_int_equal(list_marked(&f.list), 0);
	list_done(&f.list);
}

static void
down_past_the_last_hit_goes_to_the_rows_and_up_past_the_first_to_find(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 2);
	assert_false(f.list.in_rows);
	act(&f, ACTION_DOWN);
	assert_false(f.list.in_rows);
	act(&f, ACTION_DOWN);
	assert_true(f.list.in_rows);
	act(&f, ACTION_UP);
	assert_true(f.list.in_rows);
	act(&f, ACTION_UP);
	assert_false(f.list.in_rows);
	list_done(&f.list);
}

/* What stands left of the rows is one more zone, as long as there is room for it. */
static void
tab_goes_round_aside_find_and_rows(void **state)
{
	static const struct { int columns, no_find; const char *zones; } cases[] = {
		{ 80, false, "aside find rows aside find rows " },
		{ 80, true, "aside rows aside rows aside rows " },
		{ 60, false, "find rows find rows find rows " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture f;
		struct buf zones = { 0 };

		begin(&f, 5);
		f.list.aside = (struct list_aside){ .columns = 38, .rows = 8 };
		f.list.in_aside = true;
		f.list.no_find = cases[i].no_find;
		f.layout = layout_make(LAYOUT_LIST, 24, cases[i].columns, 0);
		for (int step = 0; step < 6; step++) {
			list_need(&f.list, &f.layout, NULL);
			buf_add(&zones, list_is_aside(&f.list) ? "aside " :
			    list_takes_commands(&f.list) ? "rows " : "find ");
			act(&f, ACTION_FIELD_NEXT);
		}
		assert_string_equal(buf_text(&zones), cases[i].zones);
		buf_done(&zones);
		list_done(&f.list);
	}
}

static void
aside_leaves_moving_and_zero_to_the_pane_and_takes_options(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 5);
	f.layout = layout_make(LAYOUT_LIST, 24, 80, 0);
	f.list.aside = (struct list_aside){ .columns = 38, .rows = 8 };
	f.list.in_aside = true;
	list_need(&f.list, &f.layout, NULL);
	assert_int_equal(act(&f, ACTION_DOWN), LIST_OTHER);
	assert_int_equal(act(&f, ACTION_LEFT), LIST_OTHER);
	assert_int_equal(act(&f, ACTION_PAGE_DOWN), LIST_OTHER);
	assert_int_equal(digit(&f, 0), LIST_OTHER);
	assert_int_equal(f.list.row, 0);
	assert_int_equal(digit(&f, 2), LIST_DONE);
	assert_int_equal(list_option(&f.list, 0), 2);
	assert_int_equal(act(&f, ACTION_FIND), LIST_DONE);
	assert_false(list_is_aside(&f.list));
	list_done(&f.list);
}

static void
tab_goes_to_the_pane_that_has_a_further_zone(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 3);
	assert_int_equal(act(&f, ACTION_FIELD_NEXT), LIST_DONE);
	assert_true(f.list.in_rows);
	f.list.tab_leads_on = true;
	assert_int_equal(act(&f, ACTION_FIELD_NEXT), LIST_OTHER);
	assert_int_equal(act(&f, ACTION_FIELD_PREVIOUS), LIST_DONE);
	assert_false(f.list.in_rows);
	list_done(&f.list);
}

static void
marks_options_and_marker_stay_with_their_records(void **state)
{
	struct fixture f;
	struct input input;

	(void)state;
	begin(&f, 20);
	f.list.in_rows = true;
	act(&f, ACTION_MARK);			/* 1 */
	act(&f, ACTION_DOWN);			/* from 2 to 3 */
	assert_int_equal(digit(&f, 2), LIST_DONE);
	list_go(&f.list, 4);
	assert_int_equal(digit(&f, 4), LIST_DONE);	/* 5 */
	list_need(&f.list, &f.layout, NULL);

	/* 0 comes in front and 5 goes. */
	for (int i = 0; i < 20; i++)
		f.rows.number[i] = i < 5 ? i : i + 1;
	list_set_count(&f.list, 19, NULL);
	assert_true(list_is_marked(&f.list, 1));
	assert_int_equal(list_marked(&f.list), 1);
	assert_int_equal(list_option(&f.list, 3), 2);
	assert_int_equal(list_options_typed(&f.list), 1);
	assert_int_equal(f.list.row, 4);	/* its record is gone: the place stays */
	assert_true(list_take_option(&f.list, &input));
	assert_int_equal(input.row, 3);
	assert_int_equal(input.option, 2);
	assert_false(list_take_option(&f.list, &input));
	list_done(&f.list);
}

static void
marker_follows_its_record_at_the_same_height(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 30);
	list_go(&f.list, 15);
	list_need(&f.list, &f.layout, NULL);
	size_t height = f.list.row - f.list.top;
	for (int i = 0; i < 30; i++)
		f.rows.number[i] = i < 29 ? i - 3 : 99;		/* four come in front */
	list_set_count(&f.list, 30, NULL);
	list_need(&f.list, &f.layout, NULL);
	assert_int_equal(f.rows.number[f.list.row], 16);
	assert_int_equal(f.list.row - f.list.top, height);
	list_done(&f.list);
}

static void
options_run_in_the_order_of_rows(void **state)
{
	struct fixture f;
	struct input input;

	(void)state;
	begin(&f, 10);
	f.list.in_rows = true;
	list_go(&f.list, 7);
	digit(&f, 4);
	list_go(&f.list, 2);
	digit(&f, 2);
	assert_int_equal(digit(&f, 9), LIST_REFUSED);
	struct buf text = { 0 };
	list_options_text(&f.list, &text);
	assert_string_equal(buf_text(&text), "2 options typed (2=Edit, 4=Void). Enter runs them in order.");
	buf_done(&text);
	assert_int_equal(list_act(&f.list, &(struct input){ .action = ACTION_ACCEPT }, &input), LIST_RUN);
	assert_int_equal(input.action, ACTION_OPTION);
	assert_true(list_take_option(&f.list, &input));
	assert_int_equal(input.row, 2);
	assert_true(list_take_option(&f.list, &input));
	assert_int_equal(input.row, 7);
	assert_int_equal(list_act(&f.list, &(struct input){ .action = ACTION_ACCEPT }, &input), LIST_RUN);
	assert_int_equal(input.action, ACTION_OPEN);
	assert_int_equal(input.row, 2);
	list_done(&f.list);
}

static void
option_from_the_menu_goes_to_all_marked_rows(void **state)
{
	struct fixture f;

	(void)state;
	begin(&f, 10);
	list_type_option(&f.list, 2);
	assert_int_equal(list_option(&f.list, 0), 2);
	list_forget_options(&f.list);
	act(&f, ACTION_MARK);
	act(&f, ACTION_DOWN);
	act(&f, ACTION_MARK);
	list_type_option(&f.list, 4);
	assert_int_equal(list_option(&f.list, 0), 4);
	assert_int_equal(list_option(&f.list, 2), 4);
	assert_int_equal(list_options_typed(&f.list), 2);
	list_done(&f.list);
}

static void
typing_in_find_asks_for_other_rows_and_starts_at_the_first(void **state)
{
	struct fixture f;
	struct input input;

	(void)state;
	begin(&f, 50);
	list_go(&f.list, 40);
	list_need(&f.list, &f.layout, NULL);
	assert_int_equal(list_act(&f.list, &(struct input){ .action = ACTION_TEXT, .text = "q" }, &input), LIST_FOUND);
	assert_int_equal(f.list.row, 0);
	assert_int_equal(f.list.top, 0);
	assert_string_equal(line_text(&f.list.find), "q");
	assert_int_equal(act(&f, ACTION_LEFT), LIST_DONE);
	assert_int_equal(act(&f, ACTION_CANCEL), LIST_FOUND);
	assert_string_equal(line_text(&f.list.find), "");
	assert_int_equal(act(&f, ACTION_CANCEL), LIST_OTHER);
	list_done(&f.list);
}

/* widths: 0 where a column is left out. */
static void
columns_go_in_the_order_stated_and_grow_into_what_is_left(void **state)
{
	static const struct list_column columns[] = {
		{ .head = "Code", .width = 7 },
		{ .head = "Name", .width = 14, .most = 29 },
		{ .head = "Own name", .width = 10, .most = 20, .drop = 2 },
		{ .head = "Since", .width = 5, .drop = 1 },
		{ .head = "Open", .width = 8, .right = true },
		{ 0 }
	};
	static const struct {
		int room, width[5];
	} cases[] = {
		{ 200, { 7, 29, 20, 5, 8 } },
		{ 73, { 7, 29, 20, 5, 8 } },
		{ 50, { 7, 15, 11, 5, 8 } },
		{ 48, { 7, 14, 10, 5, 8 } },
		{ 47, { 7, 17, 12, 0, 8 } },
		{ 41, { 7, 24, 0, 0, 8 } },
		{ 31, { 7, 14, 0, 0, 8 } },
		{ 20, { 5, 5, 0, 0, 8 } },
		{ 11, { 1, 1, 0, 0, 7 } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int width[LIST_MOST_COLUMNS], sum = -1;

		list_fit_columns(columns, cases[i].room, width);
		for (int c = 0; c < 5; c++) {
			assert_int_equal(width[c], cases[i].width[c]);
			sum += width[c] > 0 ? width[c] + 1 : 0;
		}
		assert_true(sum <= cases[i].room);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marker_moves_and_the_view_follows),
		cmocka_unit_test(empty_list_has_nowhere_to_go),
		cmocka_unit_test(down_past_the_last_hit_goes_to_the_rows_and_up_past_the_first_to_find),
		cmocka_unit_test(tab_goes_round_aside_find_and_rows),
		cmocka_unit_test(aside_leaves_moving_and_zero_to_the_pane_and_takes_options),
		cmocka_unit_test(tab_goes_to_the_pane_that_has_a_further_zone),
		cmocka_unit_test(marks_options_and_marker_stay_with_their_records),
		cmocka_unit_test(marker_follows_its_record_at_the_same_height),
		cmocka_unit_test(options_run_in_the_order_of_rows),
		cmocka_unit_test(option_from_the_menu_goes_to_all_marked_rows),
		cmocka_unit_test(typing_in_find_asks_for_other_rows_and_starts_at_the_first),
		cmocka_unit_test(columns_go_in_the_order_stated_and_grow_into_what_is_left),
	};

	return cmocka_run_group_tests_name("list", tests, NULL, NULL);
}
