/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/view_pane.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/fiscal_year.h"
#include "domain/fold.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "ui/frame.h"

const void *
view_row(const struct view_pane *pane, size_t row)
{
	return row < pane->count ? row_at(&pane->rows, pane->shown[row]) : NULL;
}

static const struct field *
field_of(const struct view_pane *pane, size_t column)
{
	return record_find_field(pane->use->type, pane->use->columns[column].key);
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct view_pane *pane = context;

	record_show(field_of(pane, column), view_row(pane, row), text);
}

static const char *
row_key(void *context, size_t row)
{
	const struct view_pane *pane = context;

	return pane->keys[pane->shown[row]];
}

static char
mark_of(void *context, size_t row)
{
	const struct view_pane *pane = context;

	return pane->use->mark != NULL ? pane->use->mark(desk_session(pane->desk), view_row(pane, row)) : ' ';
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct view_pane *pane = context;

	const void *record = view_row(pane, row);

	if (pane->use->detail_title != NULL)
		pane->use->detail_title(desk_session(pane->desk), record, text);
	else
		buf_addf(text, "%s %s", record_text(record_find_field(pane->use->type, "government"), record),
		    record_text(record_find_field(pane->use->type, "name"), record));
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct view_pane *pane = context;
	struct detail_lines lines = { .columns = area.columns - DETAIL_LABEL };

	pane->use->detail(desk_session(pane->desk), view_row(pane, row), &lines);
	detail_draw(&lines, area);
	detail_done(&lines);
}

void
view_write_detail(const struct view_pane *pane, size_t row, struct buf *page)
{
	enum { AROUND = 4 };	/* the frame of a page */
	int room = frame_columns() - AROUND - DETAIL_LABEL;
	struct detail_lines lines = { .columns = room < DETAIL_PAGE ? room : DETAIL_PAGE };

	pane->use->detail(desk_session(pane->desk), view_row(pane, row), &lines);
	detail_write(&lines, page);
	detail_done(&lines);
}

static void
add_day(void *context, struct buf *text)
{
	desk_add_as_of(((const struct view_pane *)context)->desk, "", text);
}

static const struct list_source plain_source = {
	.cell = add_cell, .key = row_key, .mark = mark_of, .status_end = add_day,
};

static const struct list_source detailed_source = {
	.cell = add_cell, .key = row_key, .mark = mark_of, .status_end = add_day,
	.detail_title = add_detail_title, .detail = draw_detail,
};

/* Opening */

static void
make_columns(struct view_pane *pane)
{
	for (size_t i = 0; i < VIEW_COLUMNS && pane->use->columns[i].key != NULL; i++) {
		const struct view_column *column = &pane->use->columns[i];
		const struct field *field = field_of(pane, i);
		int width = column->width > 0 ? column->width : field->width;

		pane->columns[i] = (struct list_column){
			.head = column->head != NULL ? column->head : field->label,
			.width = width, .most = column->most > width ? column->most : width,
			.drop = column->drop,
			.right = field->kind == FIELD_MONEY || field->kind == FIELD_NUMBER,
		};
	}
}

void
view_open(struct desk *desk, void *state, const struct view_use *use, const char *argument,
    const struct option *options)
{
	struct view_pane *pane = state;

	pane->desk = desk;
	pane->use = use;
	pane->argument = mem_strdup(argument);
	make_columns(pane);
	list_init(&pane->list, use->detail != NULL ? &detailed_source : &plain_source, pane,
	    pane->columns);
	pane->list.options = options;
	pane->list.empty = use->empty;
	pane->list.detail_rows = use->detail_rows;
}

bool
view_open_year(struct desk *desk, void *state, const struct view_use *use, const char *argument,
    const struct option *options, struct err *err)
{
	char year[DAY_SIZE];

	session_day(desk_session(desk), year);
	if (argument[0] != '\0')
		snprintf(year, sizeof year, "%s", argument);
	year[strcspn(year, "-")] = '\0';
	view_open(desk, state, use, year, options);
	return fiscal_year_is_one(year, err);
}

void
view_turn_year(struct view_pane *pane, enum action_id action)
{
	int step = action == ACTION_PREVIOUS ? -1 : action == ACTION_NEXT ? 1 : 0;
	struct buf year = { 0 };

	if (step == 0)
		return;
	buf_addf(&year, "%04d", atoi(pane->argument) + step);
	mem_replace(&pane->argument, buf_text(&year));
	buf_done(&year);
	desk_reload(pane->desk);
}

/* Reading */

/* Does what is typed stand in any of the cells? */
static bool
is_found(const struct view_pane *pane, const void *row, const struct fold_query *query)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < VIEW_COLUMNS && pane->use->columns[i].key != NULL; i++) {
		struct buf cell = { 0 };

		record_show(field_of(pane, i), row, &cell);
		fold_search_text(buf_text(&cell), NULL, &text);
		buf_done(&cell);
	}
	bool found = fold_query_match(query, buf_text(&text), text.length) != FOLD_NONE;
	buf_done(&text);
	return found;
}

static void
show_those_found(struct view_pane *pane, const char *typed)
{
	struct fold_query query;

	free(pane->shown);
	pane->shown = mem_grow(NULL, pane->rows.count + 1, sizeof *pane->shown);
	pane->count = 0;
	fold_query_init(&query, typed);
	for (size_t i = 0; i < pane->rows.count; i++)
		if (query.length == 0 || is_found(pane, row_at(&pane->rows, i), &query))
			pane->shown[pane->count++] = i;
	fold_query_done(&query);
}

static void
forget_keys(struct view_pane *pane)
{
	for (size_t i = 0; i < pane->rows.count && pane->keys != NULL; i++)
		free(pane->keys[i]);
	free(pane->keys);
	pane->keys = NULL;
}

static void
make_keys(struct view_pane *pane)
{
	const struct field *field = record_find_field(pane->use->type, pane->use->key);

	pane->keys = mem_grow(NULL, pane->rows.count + 1, sizeof *pane->keys);
	for (size_t i = 0; i < pane->rows.count; i++) {
		struct buf key = { 0 };

		record_format(field, row_at(&pane->rows, i), &key);
		pane->keys[i] = buf_take(&key);
	}
}

static int
shown_width(const struct field *field, const void *row)
{
	struct buf text = { 0 };

	record_show(field, row, &text);
	int width = text_width(buf_text(&text));
	buf_done(&text);
	return width;
}

/* Of one currency only the least and the largest can be the widest. */
static int
widest_sum(const struct row_list *rows, const struct field *field)
{
	const char *last = "";
	int64_t least = 0, largest = 0;
	int widest = 0;

	for (size_t i = 0; i < rows->count; i++) {
		const char *row = row_at(rows, i), *currency = *(char *const *)(row + field->currency);
		int64_t sum = *(const int64_t *)(row + field->offset);
		bool other = strcmp(currency, last) != 0;

		if (!other && sum >= least && sum <= largest)
			continue;
		int width = shown_width(field, row);
		widest = width > widest ? width : widest;
		least = other || sum < least ? sum : least;
		largest = other || sum > largest ? sum : largest;
		last = currency;
	}
	return widest;
}

/* Sums are never cut, and have no more room than they need: names get it. */
static void
fit_sums(struct view_pane *pane)
{
	for (size_t i = 0; i < VIEW_COLUMNS && pane->use->columns[i].key != NULL && pane->rows.count > 0; i++) {
		const struct field *field = field_of(pane, i);

		if (field->kind != FIELD_MONEY)
			continue;
		int head = text_width(message_show(pane->columns[i].head)), sum = widest_sum(&pane->rows, field);
		pane->columns[i].width = pane->columns[i].most = sum > head ? sum : head;
	}
}

static void
go_to_wanted(struct view_pane *pane)
{
	if (pane->wanted != NULL)
		view_go(pane, pane->wanted);
	free(pane->wanted);
	pane->wanted = NULL;
}

void
view_clear(struct view_pane *pane)
{
	forget_keys(pane);
	row_list_done(&pane->rows);
	pane->count = 0;
	pane->list.empty = pane->use->empty;
	list_set_count(&pane->list, 0, NULL);
}

static bool
go_on(void *context)
{
	return desk_progress(context, 0, 0);
}

/* Counting may take seconds in a large file: row 1 says so, ^C and Esc stop it. */
static bool
read_rows(struct view_pane *pane, struct row_list *ret_rows, struct err *err)
{
	struct session *session = desk_session(pane->desk);

	session_on_progress(session, go_on, pane->desk);
	bool ok = pane->use->list(session, pane->argument, ret_rows, err);
	session_on_progress(session, NULL, NULL);
	return ok;
}

/* Rows of another day, or of before a change, must not pass for what was asked. */
static void
show_nothing_was_read(struct view_pane *pane)
{
	view_clear(pane);
	pane->list.empty = N_("This was not read. F5 reads it again.");
}

bool
view_load(struct desk *desk, void *state, struct err *err)
{
	struct view_pane *pane = state;
	struct row_list rows = { 0 };

	(void)desk;
	if (!read_rows(pane, &rows, err)) {
		show_nothing_was_read(pane);
		return false;
	}
	pane->list.empty = pane->use->empty;
	forget_keys(pane);
	row_list_done(&pane->rows);
	pane->rows = rows;
	make_keys(pane);
	fit_sums(pane);
	show_those_found(pane, line_text(&pane->list.find));
	list_set_count(&pane->list, pane->count, NULL);
	go_to_wanted(pane);
	return true;
}

bool
view_go(struct view_pane *pane, const char *key)
{
	for (size_t i = 0; i < pane->count; i++)
		if (strcmp(row_key(pane, i), key) == 0) {
			list_go(&pane->list, i);
			return true;
		}
	return false;
}

void
view_want(struct view_pane *pane, const char *key)
{
	mem_replace(&pane->wanted, key);
}

struct list *
view_list(void *state)
{
	return &((struct view_pane *)state)->list;
}

void
view_scope(void *state, int columns, struct buf *text)
{
	const struct view_pane *pane = state;

	(void)columns;
	if (pane->argument[0] != '\0')
		buf_addf(text, "%s   ", pane->argument);
	if (pane->count == pane->rows.count)
		buf_addf(text, "%zu", pane->count);
	else
		buf_addf(text, _("%d of %d"), (int)pane->count, (int)pane->rows.count);
}

void
view_done(void *state)
{
	struct view_pane *pane = state;

	list_done(&pane->list);
	forget_keys(pane);
	row_list_done(&pane->rows);
	free(pane->shown);
	free(pane->wanted);
	free(pane->argument);
}
