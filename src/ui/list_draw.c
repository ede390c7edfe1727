/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/list.h"

#include "base/messages.h"
#include "base/text.h"
#include "ui/frame.h"

/* Columns of a row before its first cell: " 9*> ". */
enum {
	OPTION_AT = 1,
	SECOND_MARK_AT = 2,	/* of the row under the marker: what it has besides */
	MARK_AT = 3,
	CELLS_AT = 5,
	MARGIN = 1,
	FIND_WIDE = 20, FIND_NARROW = 16,	/* with the brackets */
};

/* Choosing columns */

static int
width_of(const int *width, size_t count)
{
	int sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += width[i] > 0 ? width[i] + 1 : 0;
	return sum > 0 ? sum - 1 : 0;
}

/* The next to go: the lowest drop that is not 0. SIZE_MAX: only those that stay are left. */
static size_t
next_to_drop(const struct list_column *columns, const int *width, size_t count)
{
	size_t found = SIZE_MAX;

	for (size_t i = 0; i < count; i++)
		if (width[i] > 0 && columns[i].drop > 0 &&
		    (found == SIZE_MAX || columns[i].drop < columns[found].drop))
			found = i;
	return found;
}

/* What is left over goes to the columns that may grow, one screen column at a time. */
static void
grow(const struct list_column *columns, int *width, size_t count, int left)
{
	bool grew = true;

	while (left > 0 && grew) {
		grew = false;
		for (size_t i = 0; i < count && left > 0; i++) {
			if (width[i] == 0 || width[i] >= columns[i].most)
				continue;
			width[i]++;
			left--;
			grew = true;
		}
	}
}

/* The widest that can give way: a text, a number only when no text can. SIZE_MAX: none. */
static size_t
widest(const struct list_column *columns, const int *width, size_t count)
{
	size_t found = SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		if (width[i] <= 1)
			continue;
		bool other_kind = found != SIZE_MAX && columns[i].right != columns[found].right;

		if (found == SIZE_MAX || (other_kind ? columns[found].right : width[i] > width[found]))
			found = i;
	}
	return found;
}

/* With nothing left to drop texts give way: a number that is cut is another number. */
static void
squeeze(const struct list_column *columns, int *width, size_t count, int over)
{
	size_t column;

	for (; over > 0 && (column = widest(columns, width, count)) != SIZE_MAX; over--)
		width[column]--;
}

size_t
list_fit_columns(const struct list_column *columns, int room, int *ret_width)
{
	size_t count = 0, shown = 0, drop;

	for (; columns[count].head != NULL && count < LIST_MOST_COLUMNS; count++)
		ret_width[count] = columns[count].width;
	while (width_of(ret_width, count) > room &&
	    (drop = next_to_drop(columns, ret_width, count)) != SIZE_MAX)
		ret_width[drop] = 0;
	int left = room - width_of(ret_width, count);
	if (left > 0)
		grow(columns, ret_width, count, left);
	else
		squeeze(columns, ret_width, count, -left);
	for (size_t i = 0; i < count; i++)
		shown += ret_width[i] > 0;
	return shown;
}

/* Row 2 */

static void
add_sort(const struct list *list, struct buf *text)
{
	const char *head;

	if (list->sort < 0)
		return;
	head = message_show(list->columns[list->sort].head);
	if (list->sort_down)
		/* TRANSLATORS: number and head of the column a list is sorted by, falling. */
		buf_addf(text, _("Sort %d %s dn"), list->sort + 1, head);
	else
		/* TRANSLATORS: number and head of the column a list is sorted by, rising. */
		buf_addf(text, _("Sort %d %s up"), list->sort + 1, head);
}

/* Sort, then status; where both have no room, status alone; where it has none, nothing. */
static void
draw_status(const struct list *list, int row, int column, int room)
{
	struct buf sort = { 0 }, status = { 0 };

	add_sort(list, &sort);
	if (list->source->status != NULL)
		list->source->status(list->context, &status);
	int sort_width = text_width(buf_text(&sort));
	if (sort_width > 0 && sort_width + 2 + text_width(buf_text(&status)) <= room) {
		frame_text(row, column, sort_width, buf_text(&sort), ROLE_NORMAL);
		column += sort_width + 2;
		room -= sort_width + 2;
	}
	/* Whole or not at all: half a word says nothing. */
	if (text_width(buf_text(&status)) <= room)
		frame_text(row, column, -1, buf_text(&status), ROLE_NORMAL);
	buf_done(&sort);
	buf_done(&status);
}

/* Returns the columns it took. */
static int
draw_status_end(const struct list *list, int row, int from, int columns)
{
	struct buf text = { 0 };

	if (list->source->status_end != NULL)
		list->source->status_end(list->context, &text);
	int width = text_width(buf_text(&text));
	if (width > 0 && from + width + MARGIN <= columns)
		frame_text(row, columns - width - MARGIN, width, buf_text(&text), ROLE_NORMAL);
	else
		width = 0;
	buf_done(&text);
	return width;
}

static int
draw_find(struct list *list, int row, int columns, bool focus)
{
	int column = 1 + frame_text(row, 1, -1,
	    list->find_label != NULL ? message_show(list->find_label) : C_("list", "Find"), ROLE_NORMAL);
	int width = columns < LAYOUT_NARROW ? FIND_NARROW : FIND_WIDE;

	line_draw_box(&list->find, row, column + 1, width, focus && !list_takes_commands(list));
	return column + 1 + width + 2;
}

static void
draw_second(struct list *list, const struct layout *layout, bool focus)
{
	int row = layout->second, from = 1;

	if (!list->no_find)
		from = draw_find(list, row, layout->columns, focus);
	int end = draw_status_end(list, row, from, layout->columns);
	draw_status(list, row, from, layout->columns - MARGIN - from - (end > 0 ? end + 2 : 0));
}

static void
draw_banner(const struct list *list, const struct layout *layout)
{
	struct buf text = { 0 };
	int room = layout->columns - 2 * MARGIN;

	list->source->banner(list->context, room, &text);
	int width = text_width(buf_text(&text));
	frame_text(layout->banner, MARGIN, width < room ? width : room, buf_text(&text), ROLE_HEADING);
	buf_done(&text);
}

/* Rows */

static void
draw_cell(const struct list_column *column, int row, int at, int width, const char *text,
    enum role role)
{
	if (column->right)
		frame_text_right(row, at, width, text, role);
	else
		frame_text(row, at, width, text, role);
}

static void
draw_heads(const struct list *list, int row, int left, const int *width)
{
	int at = left + CELLS_AT;

	if (list->options != NULL)
		frame_text(row, left + OPTION_AT, CELLS_AT - OPTION_AT - 1, C_("column", "Opt"), ROLE_HEADING);
	for (size_t i = 0; list->columns[i].head != NULL; i++) {
		if (width[i] == 0)
			continue;
		draw_cell(&list->columns[i], row, at, width[i], message_show(list->columns[i].head),
		    ROLE_HEADING);
		at += width[i] + 1;
	}
}

/* '!' says more than '*'; the marker pushes either one column to the left. */
static void
draw_marks(const struct list *list, size_t row, int at, int left)
{
	char problem = list->source->mark != NULL ? list->source->mark(list->context, row) : ' ';
	char mark[2] = { problem != ' ' ? problem : list_is_marked(list, row) ? '*' : ' ' };
	int option = list_option(list, row);
	bool here = row == list->row;

	if (option != 0)
		frame_textf(at, left + OPTION_AT, 1, ROLE_NORMAL, "%d", option);
	if (mark[0] != ' ')
		frame_text(at, left + (here ? SECOND_MARK_AT : MARK_AT), 1, mark,
		    problem != ' ' ? ROLE_PROBLEM : ROLE_NORMAL);
	if (here)
		frame_text(at, left + MARK_AT, 1, ">", ROLE_NORMAL);
}

static void
draw_row(const struct list *list, size_t row, int screen_row, int left, const int *width,
    struct buf *text)
{
	int at = left + CELLS_AT;

	draw_marks(list, row, screen_row, left);
	for (size_t i = 0; list->columns[i].head != NULL; i++) {
		if (width[i] == 0)
			continue;
		buf_clear(text);
		list->source->cell(list->context, row, i, text);
		draw_cell(&list->columns[i], screen_row, at, width[i], buf_text(text), ROLE_NORMAL);
		at += width[i] + 1;
	}
}

static void
draw_empty(const struct list *list, const struct area *body)
{
	const char *text = list->find.text.length > 0 ? _("Nothing matches.") :
	    list->empty != NULL ? message_show(list->empty) : _("Nothing here.");

	frame_text(body->row, body->column + CELLS_AT, body->columns - CELLS_AT - MARGIN, text, ROLE_NORMAL);
}

static void
draw_rows(const struct list *list, const struct layout *layout, bool focus)
{
	const struct area *body = &layout->body;
	int width[LIST_MOST_COLUMNS];
	struct buf text = { 0 };

	list_fit_columns(list->columns, body->columns - CELLS_AT - MARGIN, width);
	if (layout->heads >= 0)
		draw_heads(list, layout->heads, body->column, width);
	if (list->count == 0)
		draw_empty(list, body);
	for (int i = 0; i < body->rows && list->top + (size_t)i < list->count; i++)
		draw_row(list, list->top + (size_t)i, body->row + i, body->column, width, &text);
	if (focus && list_takes_commands(list) && !list_is_aside(list))
		frame_cursor(body->row + (int)(list->row - list->top), body->column + MARK_AT);
	buf_done(&text);
}

/* Detail */

static void
draw_detail(const struct list *list, struct area area)
{
	struct buf title = { 0 }, place = { 0 };

	if (list->source->detail_title != NULL)
		list->source->detail_title(list->context, list->row, &title);
	/* TRANSLATORS: which row of how many the detail shows. */
	buf_addf(&place, _(" %zu of %zu --"), list->row + 1, list->count);
	int width = area.columns - MARGIN, place_width = text_width(buf_text(&place));
	frame_rule(area.row, area.column + 1, width - 1 - place_width, buf_text(&title));
	frame_text(area.row, area.column + width - place_width, place_width, buf_text(&place), ROLE_NORMAL);
	area.row++;
	area.rows--;
	area.column++;
	area.columns -= 1 + MARGIN;
	list->source->detail(list->context, list->row, area);
	buf_done(&title);
	buf_done(&place);
}

void
list_draw(struct list *list, const struct layout *layout, bool focus)
{
	if (layout->second >= 0)
		draw_second(list, layout, focus);
	if (layout->banner >= 0 && list->source->banner != NULL)
		draw_banner(list, layout);
	struct layout rows = *layout;
	if (list->aside_shown) {
		rows.body.column += list->aside.columns;
		rows.body.columns -= list->aside.columns;
	}
	draw_rows(list, &rows, focus);
	if (list->count > 0 && layout->detail.rows > 0 && list->source->detail != NULL)
		draw_detail(list, layout->detail);
}

/* Talk */

void
list_options_text(const struct list *list, struct buf *text)
{
	size_t count = list_options_typed(list);
	struct buf named = { 0 };

	if (count == 0)
		return;
	for (size_t i = 0; i < list->pick_count; i++) {
		const struct option *option = action_find_option(list->options, list->picks[i].option);

		if (option != NULL)
			buf_addf(&named, "%s%d=%s", named.length > 0 ? ", " : "", option->digit,
			    message_show(option->label));
	}
	buf_addf(text, nq_("%zu option typed (%s). Enter runs it.",
	    "%zu options typed (%s). Enter runs them in order.", count), count, buf_text(&named));
	buf_done(&named);
}
