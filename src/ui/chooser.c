/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/chooser.h"

#include <stdint.h>
#include <string.h>

#include "base/messages.h"
#include "base/text.h"
#include "ui/action.h"
#include "ui/choices.h"
#include "ui/frame.h"

enum {
	VALUE_MOST = 24,	/* columns of codes before the texts */
	NUMBER_WIDTH = 4,
	MARKER_WIDTH = 2,
	NOTE_SHORT = 8,		/* columns of a note, a key, that the text makes room for */
};

/* Moving */

static void
go(struct chooser *chooser, const struct choices *choices, size_t row)
{
	chooser->row = row < choices->count ? row : choices->count > 0 ? choices->count - 1 : 0;
}

bool
chooser_act(struct chooser *chooser, const struct choices *choices, const struct input *input)
{
	size_t page = chooser->page > 0 ? chooser->page : 1;

	switch (input->action) {
	case ACTION_UP:
		go(chooser, choices, chooser->row > 0 ? chooser->row - 1 : 0);
		return true;
	case ACTION_DOWN:
		go(chooser, choices, chooser->row + 1);
		return true;
	case ACTION_PAGE_UP:
		go(chooser, choices, chooser->row > page ? chooser->row - page : 0);
		return true;
	case ACTION_PAGE_DOWN:
		go(chooser, choices, chooser->row + page);
		return true;
	default:
		return false;
	}
}

bool
chooser_is_number(const char *typed)
{
	size_t digits = strspn(typed, "0123456789");

	return (digits == 1 || digits == 2) && typed[digits] == '\0';
}

size_t
chooser_number(const struct choices *choices, const char *typed)
{
	size_t number = 0;

	if (!chooser_is_number(typed))
		return SIZE_MAX;
	for (; *typed != '\0'; typed++)
		number = number * 10 + (size_t)(*typed - '0');
	return number >= 1 && number <= choices->count ? number - 1 : SIZE_MAX;
}

/* Drawing: an item takes a row, and one more for the heading of its group */

static bool
begins_group(const struct choices *choices, size_t item, size_t top)
{
	const char *group = choices->item[item].group;

	return group[0] != '\0' && (item == top || strcmp(group, choices->item[item - 1].group) != 0);
}

static int
rows_between(const struct choices *choices, size_t top, size_t last)
{
	int rows = 0;

	for (size_t i = top; i <= last; i++)
		rows += begins_group(choices, i, top) ? 2 : 1;
	return rows;
}

static void
scroll(struct chooser *chooser, const struct choices *choices, int rows)
{
	go(chooser, choices, chooser->row);
	if (chooser->row < chooser->top)
		chooser->top = chooser->row;
	while (chooser->top < chooser->row && rows_between(choices, chooser->top, chooser->row) > rows)
		chooser->top++;
	while (chooser->top > 0 && rows_between(choices, chooser->top - 1, choices->count - 1) <= rows)
		chooser->top--;
}

static int
value_width(const struct choices *choices)
{
	int widest = 0;

	for (size_t i = 0; i < choices->count; i++) {
		int width = text_width(choices->item[i].value);

		if (width > widest)
			widest = width;
	}
	return widest < VALUE_MOST ? widest : VALUE_MOST;
}

/* Value, text and, at the right end if it is short or has room, the note. */
static void
draw_item(const struct chooser *chooser, const struct choices *choices, size_t i, int row,
    const struct area *area, int values)
{
	const struct choices_item *item = &choices->item[i];
	int column = area->column, end = area->column + area->columns;

	if (i == chooser->row)
		frame_text(row, column, 1, ">", ROLE_NORMAL);
	if (i == chooser->row && chooser->cursor)
		frame_cursor(row, column);
	column += MARKER_WIDTH;
	if (!chooser->plain) {
		frame_textf(row, column, NUMBER_WIDTH, ROLE_NORMAL, "%2zu", i + 1);
		column += NUMBER_WIDTH;
	}
	if (values > 0 && !(chooser->plain && item->value[0] == '\0')) {
		frame_text(row, column, values, item->value, ROLE_NORMAL);
		column += values + 2;
	}
	int text = text_width(item->text), note = text_width(item->note);
	if (note > 0 && (note <= NOTE_SHORT || column + text + 2 + note <= end)) {
		frame_text(row, end - note, note, item->note, ROLE_NORMAL);
		end -= note + 2;
	}
	if (end > column)
		frame_text(row, column, text < end - column ? text : end - column, item->text, ROLE_NORMAL);
}

static void
draw_items(struct chooser *chooser, const struct choices *choices, struct area area)
{
	int values = value_width(choices), row = area.row;
	size_t i = chooser->top;

	for (; i < choices->count; i++) {
		if (begins_group(choices, i, chooser->top)) {
			if (row + 1 >= area.row + area.rows)
				break;
			frame_text(row++, area.column, area.columns, choices->item[i].group, ROLE_HEADING);
		}
		if (row >= area.row + area.rows)
			break;
		draw_item(chooser, choices, i, row++, &area, values);
	}
	chooser->page = i > chooser->top ? i - chooser->top : 1;
}

void
chooser_draw(struct chooser *chooser, const struct choices *choices, struct area area)
{
	if (choices->count == 0) {
		frame_text(area.row, area.column, area.columns, _("Nothing matches."), ROLE_NORMAL);
		return;
	}
	if (choices->more && area.rows > 3) {
		area.rows--;
		frame_text(area.row + area.rows, area.column, area.columns,
		    _("There are more: type to narrow."), ROLE_NORMAL);
	}
	scroll(chooser, choices, area.rows);
	draw_items(chooser, choices, area);
}
