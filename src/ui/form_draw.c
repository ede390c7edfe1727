/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/record.h"
#include "base/text.h"
#include "ui/frame.h"

/* Where the parts of a line stand, in a wide and in a narrow window. */
struct grid {
	int focus;		/* '>' or '!' */
	int label, label_end;	/* dots run up to label_end */
	int required, list;	/* the marks '*' or '=', and '+' */
	int box;
};

static const struct grid wide = { 1, 3, 26, 23, 25, 27 };
static const struct grid narrow = { 0, 2, 13, 11, 12, 14 };

enum {
	MARGIN = 1,		/* the last column stays free */
	WIDTH_UNKNOWN = 20,	/* of a field that states none */
	CHOICES_ROWS = 6,
	LONG_WIDTH = 40,
};

static const struct grid *
grid_of(const struct layout *layout)
{
	return layout->columns < LAYOUT_NARROW ? &narrow : &wide;
}

/* Rows of the form: lines beside others share one */

static int
row_of(const struct form *form, size_t line)
{
	int row = -1;

	for (size_t i = 0; i <= line && i < form->count; i++)
		if (form->lines[i].beside == 0 || row < 0)
			row++;
	return row;
}

static void
scroll(struct form *form, int rows)
{
	int now = row_of(form, form->now), all = row_of(form, form->count - 1) + 1;
	int last_top = all > rows ? all - rows : 0;

	if (now < form->top)
		form->top = now;
	if (now >= form->top + rows)
		form->top = now - rows + 1;
	if (form->top > last_top)
		form->top = last_top;
}

/* Parts of a line */

static bool
has_list(const struct form *form, size_t i)
{
	const struct field *field = form->lines[i].field;

	return form_line_is_coded(form, i) || field->kind == FIELD_DAY || field->kind == FIELD_LONG;
}

static bool
is_carried(const struct form *form, size_t i)
{
	return form->lines[i].carried && form->texts[i].text[0] != '\0' && !form->texts[i].changed;
}

/* The first column after a label: that of the first mark the line may have. */
static int
label_end(const struct form *form, const struct grid *grid, size_t i)
{
	if (form_line_is_fixed(form, i))
		return grid->label_end;
	if ((form->lines[i].field->flags & FIELD_REQUIRED) != 0 || form->lines[i].carried)
		return grid->required;
	return has_list(form, i) ? grid->list : grid->label_end;
}

/* Append the leading words of label that fit; of a first word that does not, what the frame cuts. */
static void
add_leading_words(const char *label, int most, struct buf *shown)
{
	size_t length = strlen(label);

	for (size_t fits = length; fits > 0; fits--) {
		if (label[fits] != '\0' && label[fits] != ' ')
			continue;
		buf_clear(shown);
		buf_add_bytes(shown, label, fits);
		if (text_width(buf_text(shown)) <= most)
			return;
	}
}

/* "Family name en" as "Family en" where it must be short: the last word tells the languages apart. */
static void
add_short_label(const char *label, int most, struct buf *shown)
{
	const char *last = strrchr(label, ' ');

	buf_add(shown, label);
	if (text_width(label) <= most || last == NULL)
		return;
	buf_clear(shown);
	buf_add_bytes(shown, label, strcspn(label, " "));
	buf_add(shown, last);
	if (shown->length == strlen(last) || text_width(buf_text(shown)) > most)
		add_leading_words(label, most, shown);
}

static void
draw_label(const struct form *form, const struct grid *grid, int row, size_t i)
{
	const struct form_line *line = &form->lines[i];
	const char *full = message_show(line->label != NULL ? line->label : line->field->label);
	int end = label_end(form, grid, i), most = end - grid->label - 1;
	bool is_marked = end == grid->required;
	struct buf label = { 0 };

	add_short_label(full, most, &label);
	int width = text_width(buf_text(&label));
	if (width > most)
		width = most;
	frame_text(row, grid->label, width, buf_text(&label), ROLE_NORMAL);
	buf_done(&label);
	/* On odd columns, so that the dots of all lines stand in columns; none touches a mark. */
	for (int at = grid->label + width + 1; at < grid->label_end; at++)
		if (at % 2 == grid->list % 2 && !(is_marked && at + 1 == grid->required))
			frame_text(row, at, 1, ".", ROLE_NORMAL);
}

static void
draw_marks(const struct form *form, const struct grid *grid, int row, size_t i)
{
	const struct form_line *line = &form->lines[i];
	bool required = (line->field->flags & FIELD_REQUIRED) != 0;

	if (is_carried(form, i))
		frame_text(row, grid->required, 1, "=", ROLE_NORMAL);
	else if (required)
		frame_text(row, grid->required, 1, "*", ROLE_NORMAL);
	if (has_list(form, i))
		frame_text(row, grid->list, 1, "+", ROLE_NORMAL);
}

static void
draw_focus_mark(const struct form *form, int row, int column, size_t i)
{
	if (form->texts[i].wrong)
		frame_text(row, column, 1, "!", ROLE_PROBLEM);
	else if (i == form->now)
		frame_text(row, column, 1, ">", ROLE_NORMAL);
}

static int
width_inside(const struct form_line *line)
{
	const struct field *field = line->field;

	if (line->width > 0)
		return line->width;
	if (field->kind == FIELD_DAY)
		return DAY_SIZE - 1;
	if (field->kind == FIELD_TEXT || field->kind == FIELD_LONG)
		return (field->width > 0 ? field->width : LONG_WIDTH) + LINE_FREE;
	return field->width > 0 ? field->width : WIDTH_UNKNOWN;
}

/* Columns of a box with its brackets. */
static int
box_width(const struct form_line *line, int room)
{
	int width = width_inside(line) + 2;

	return width < room ? width : room;
}

/* Of a day that is one already: weekday and distance. */
static void
add_day(const struct form *form, size_t i, struct buf *echo)
{
	const char *day = form_line_text(form, i);
	char today[DAY_SIZE];

	if (form->lines[i].field->kind != FIELD_DAY || day[0] == '\0' || !day_check(day, NULL))
		return;
	form_today(form, today);
	day_show_echo(echo, messages_catalogue(), day, today);
}

static void
add_echo(const struct form *form, size_t i, struct buf *echo)
{
	const struct form_line *line = &form->lines[i];

	add_day(form, i, echo);
	if (form->source->echo == NULL)
		return;
	struct buf own = { 0 };
	form->source->echo(form->context, line, &own);
	if (own.length > 0)
		buf_addf(echo, "%s%s", echo->length > 0 ? C_("between", "; ") : "", buf_text(&own));
	buf_done(&own);
}

/* A word of a closed choice is echoed by its label. */
static void
add_word(const struct form *form, size_t i, struct buf *echo)
{
	const struct choice *choice = form->lines[i].field->choices;

	for (; choice != NULL && choice->word != NULL; choice++)
		if (strcmp(choice->word, form_line_text(form, i)) == 0 &&
		    strcmp(choice->word, message_show(choice->label)) != 0)
			buf_add(echo, message_show(choice->label));
}

static void
draw_echo(const struct form *form, size_t i, int row, int column, int room)
{
	struct buf echo = { 0 };

	add_word(form, i, &echo);
	add_echo(form, i, &echo);
	if (room > 0 && echo.length > 0) {
		int width = text_width(buf_text(&echo));
		frame_text(row, column, width < room ? width : room, buf_text(&echo), ROLE_NORMAL);
	}
	buf_done(&echo);
}

/* The text of a line that has not the focus, from its beginning. */
static void
draw_resting(const struct form *form, size_t i, int row, int column, int width)
{
	struct line resting = { 0 };

	line_set(&resting, form->texts[i].text);
	line_draw_box(&resting, row, column, width, false);
	line_done(&resting);
}

/* Returns the column after it. */
static int
draw_value(struct form *form, size_t i, int row, int column, int room, bool has_focus)
{
	int width = box_width(&form->lines[i], room);

	if (form_line_is_fixed(form, i)) {
		int needed = text_width(form->texts[i].text);
		return column + 1 + frame_text(row, column + 1, needed < room - 1 ? needed : room - 1,
		    form->texts[i].text, ROLE_NORMAL);
	}
	if (i == form->now)
		line_draw_box(&form->edit, row, column, width, has_focus);
	else
		draw_resting(form, i, row, column, width);
	return column + width;
}

static void
draw_heading(int row, const struct form_line *line)
{
	frame_text(row, 1, -1, message_show(line->label), ROLE_HEADING);
}

static void
draw_line(struct form *form, const struct layout *layout, size_t i, int row, bool has_focus)
{
	const struct grid *grid = grid_of(layout);
	const struct form_line *line = &form->lines[i];
	int column = line->beside > 0 ? line->beside : grid->box;

	if (line->field == NULL) {
		draw_heading(row, line);
		return;
	}
	if (line->beside == 0) {
		draw_label(form, grid, row, i);
		if (!form_line_is_fixed(form, i))
			draw_marks(form, grid, row, i);
	}
	draw_focus_mark(form, row, line->beside > 0 ? line->beside - 1 : grid->focus, i);
	int end = draw_value(form, i, row, column, layout->columns - MARGIN - column, has_focus);
	if (i + 1 >= form->count || form->lines[i + 1].beside == 0)
		draw_echo(form, i, row, end + 1, layout->columns - MARGIN - end - 1);
}

/* What the typed text narrows to, over the lines below the field, or above it. */
static void
draw_choices(const struct form *form, const struct layout *layout, int field_row)
{
	const struct area *body = &layout->body;
	int column = grid_of(layout)->box - 2, rows = (int)form->choices.count;
	int below = body->row + body->rows - field_row - 1;
	size_t first = 0;

	if (rows > CHOICES_ROWS)
		rows = CHOICES_ROWS;
	int row = rows <= below || below >= field_row - body->row ? field_row + 1 : field_row - rows;
	if (row > field_row && rows > below)
		rows = below;
	if (form->chosen != SIZE_MAX && form->chosen >= (size_t)rows)
		first = form->chosen - (size_t)rows + 1;
	for (int i = 0; i < rows; i++) {
		size_t at = first + (size_t)i;
		const struct choices_item *item = &form->choices.item[at];

		frame_blank(row + i, column, layout->columns - column);
		frame_textf(row + i, column, layout->columns - MARGIN - column, ROLE_NORMAL, "%s %s  %s  %s",
		    at == form->chosen ? ">" : "|", item->value, item->text, item->note);
	}
}

static void
draw_second(const struct form *form, const struct layout *layout, const char *name)
{
	struct buf position = { 0 };
	int field, fields;

	form_position(form, &field, &fields);
	/* TRANSLATORS: which field of a form has the focus. */
	buf_addf(&position, _("field %d of %d"), field, fields);
	int width = text_width(buf_text(&position));
	frame_text(layout->second, 1, layout->columns - width - 4, name, ROLE_NORMAL);
	frame_text(layout->second, layout->columns - width - MARGIN, width, buf_text(&position), ROLE_NORMAL);
	buf_done(&position);
}

void
form_draw(struct form *form, const struct layout *layout, const char *name, bool has_focus)
{
	const struct area *body = &layout->body;

	if (layout->second >= 0)
		draw_second(form, layout, name);
	if (form->count == 0)
		return;
	scroll(form, body->rows);
	for (size_t i = 0; i < form->count; i++) {
		int row = row_of(form, i) - form->top;

		if (row >= 0 && row < body->rows)
			draw_line(form, layout, i, body->row + row, has_focus);
	}
	if (has_focus && form->choices.count > 0)
		draw_choices(form, layout, body->row + row_of(form, form->now) - form->top);
}

/* For other rows */

void
form_position(const struct form *form, int *ret_field, int *ret_fields)
{
	*ret_field = *ret_fields = 0;
	for (size_t i = 0; i < form->count; i++) {
		if (form->lines[i].field == NULL)
			continue;
		++*ret_fields;
		if (i <= form->now)
			*ret_field = *ret_fields;
	}
}

static void
add_sentence(struct buf *text, const char *sentence)
{
	if (sentence[0] != '\0')
		buf_addf(text, "%s%s", text->length > 0 ? " " : "", sentence);
}

/* Once it was left or refused: while it is typed the hint stands still. */
static void
add_was(const struct form *form, struct buf *text)
{
	struct buf was = { 0 }, sentence = { 0 };

	if (form->source->was == NULL || !form->texts[form->now].changed)
		return;
	form->source->was(form->context, &form->lines[form->now], &was);
	if (was.length > 0 && strcmp(buf_text(&was), form_line_text(form, form->now)) != 0)
		buf_addf(&sentence, _("Was: %s"), buf_text(&was));
	add_sentence(text, buf_text(&sentence));
	buf_done(&was);
	buf_done(&sentence);
}

void
form_hint(const struct form *form, struct buf *text)
{
	const struct field *field;

	if (form->now >= form->count || (field = form->lines[form->now].field) == NULL)
		return;
	const char *end = form->end_hint != NULL ? message_show(form->end_hint) : _("Enter saves.");
	bool ends = !form->read_only && form_after_enter(form) == form->count;

	add_sentence(text, message_show(field->hint));
	add_was(form, text);
	/* Where both have no room, what Enter does is the one to know. */
	if (ends && text_width(buf_text(text)) + 1 + text_width(end) > frame_columns() - 2)
		buf_clear(text);
	if (ends)
		add_sentence(text, end);
}
