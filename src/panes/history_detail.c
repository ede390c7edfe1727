/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/history_detail.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/history.h"
#include "domain/record_types.h"
#include "ui/frame.h"

enum { FIELD_SHARE = 3, GAP = 1 };

static const struct field *
field_of(const struct history_cell *cell)
{
	const struct record_type *type = record_types_find(cell->record);

	return type != NULL ? record_find_field(type, cell->field) : NULL;
}

/* Not ids, columns of an earlier version, and what a new record leaves empty. */
static bool
is_shown(const struct history_cell *cell)
{
	const struct field *field = field_of(cell);

	return field != NULL && (field->flags & FIELD_MADE) == 0 &&
	    (cell->before[0] != '\0' || cell->after[0] != '\0');
}

/* As a screen shows it: a choice by its label, a flag as yes or no. */
static void
add_value(const struct history_cell *cell, const char *value, struct buf *text)
{
	const struct record_type *type = record_types_find(cell->record);
	void *row = mem_alloc(type->size);

	if (value[0] != '\0') {
		record_put(field_of(cell), row, value);
		record_show(field_of(cell), row, text);
	}
	record_done(type, row);
	free(row);
}

/* Does all of it belong to one, whose name need not be said on each line? */
static bool
has_one_name(struct session *session, const struct row_list *cells)
{
	const struct history_cell *last = NULL;
	struct buf first = { 0 }, name = { 0 };
	bool one = true;

	for (size_t i = 0; i < cells->count && one; i++) {
		const struct history_cell *cell = row_at(cells, i);

		if (last != NULL && strcmp(last->key, cell->key) == 0)
			continue;
		buf_clear(&name);
		history_record_name(session, cell->record, cell->key, &name);
		if (last == NULL)
			buf_add(&first, buf_text(&name));
		one = strcmp(buf_text(&first), buf_text(&name)) == 0;
		last = cell;
	}
	buf_done(&first);
	buf_done(&name);
	return one;
}

/* Where several changed, each field says whose it is. */
static void
add_label(struct session *session, const struct history_cell *cell, bool alone, struct buf *text)
{
	if (!alone) {
		history_record_name(session, cell->record, cell->key, text);
		buf_add(text, "  ");
	}
	buf_add(text, message_show(field_of(cell)->label));
}

static void
draw_row(struct area area, int row, const char *label, const char *before, const char *after,
    enum role role)
{
	int field = area.columns / FIELD_SHARE;
	int value = (area.columns - field) / 2 - GAP;

	frame_text(row, area.column, field, label, role);
	frame_text(row, area.column + field + GAP, value, before, role);
	frame_text(row, area.column + field + GAP + value + GAP, value, after, role);
}

static void
draw_cell(struct session *session, const struct history_cell *cell, bool alone, struct area area,
    int row)
{
	struct buf label = { 0 }, before = { 0 }, after = { 0 };

	add_label(session, cell, alone, &label);
	add_value(cell, cell->before, &before);
	add_value(cell, cell->after, &after);
	draw_row(area, row, buf_text(&label), buf_text(&before), buf_text(&after), ROLE_NORMAL);
	buf_done(&label);
	buf_done(&before);
	buf_done(&after);
}

void
history_detail_draw(struct session *session, const struct row_list *cells, struct area area)
{
	bool alone = has_one_name(session, cells);
	int row = area.row, end = area.row + area.rows;

	if (area.rows < 2)
		return;
	draw_row(area, row++, C_("column", "Field"), C_("column", "Before"),
	    C_("column", "After"), ROLE_HEADING);
	for (size_t i = 0; i < cells->count && row < end; i++)
		if (is_shown(row_at(cells, i)))
			draw_cell(session, row_at(cells, i), alone, area, row++);
}

static void
write_cell(const struct history_cell *cell, struct buf *text)
{
	buf_addf(text, "  %s: ", message_show(field_of(cell)->label));
	if (cell->before[0] != '\0')
		add_value(cell, cell->before, text);
	if (cell->before[0] != '\0' && cell->after[0] != '\0')
		buf_add(text, " -> ");
	if (cell->after[0] != '\0')
		add_value(cell, cell->after, text);
	else
		buf_addf(text, " -> %s", C_("value", "(empty)"));
	buf_add_char(text, '\n');
}

void
history_detail_write(struct session *session, const struct row_list *cells, struct buf *text)
{
	const struct history_cell *last = NULL;

	for (size_t i = 0; i < cells->count; i++) {
		const struct history_cell *cell = row_at(cells, i);

		if (!is_shown(cell))
			continue;
		if (last == NULL || strcmp(last->record, cell->record) != 0 ||
		    strcmp(last->key, cell->key) != 0) {
			buf_addf(text, "= %s ", message_show(record_types_find(cell->record)->label));
			history_record_name(session, cell->record, cell->key, text);
			buf_add_char(text, '\n');
		}
		write_cell(cell, text);
		last = cell;
	}
}
