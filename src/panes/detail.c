/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/detail.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "base/text.h"
#include "domain/row.h"
#include "panes/reference.h"
#include "ui/frame.h"

enum { PIECE_GAP = 3 };

void
detail_done(struct detail_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->item[i].text);
	free(lines->item);
	*lines = (struct detail_lines){ 0 };
}

struct detail_line *
detail_add(struct detail_lines *lines, const char *label, const char *text)
{
	lines->item = mem_room(lines->item, lines->count, &lines->room, sizeof lines->item[0]);
	lines->item[lines->count] = (struct detail_line){ label, mem_strdup(text), false };
	return &lines->item[lines->count++];
}

void
detail_add_piece(struct detail_lines *lines, const char *label, const char *piece)
{
	struct detail_line *last = lines->count > 0 ? &lines->item[lines->count - 1] : NULL;
	struct buf joined = { 0 };

	if (last == NULL || label[0] != '\0' ||
	    text_width(last->text) + PIECE_GAP + text_width(piece) > lines->columns) {
		detail_add(lines, label, piece);
		return;
	}
	buf_add(&joined, last->text);
	buf_add_repeat(&joined, ' ', PIECE_GAP);
	buf_add(&joined, piece);
	free(last->text);
	last->text = buf_take(&joined);
}

void
detail_add_pieces(struct detail_lines *lines, const char *label, const char *const *pieces,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (pieces[i] == NULL || pieces[i][0] == '\0')
			continue;
		detail_add_piece(lines, label, pieces[i]);
		label = "";
	}
}

void
detail_add_each_line(struct detail_lines *lines, const char *label, const char *text)
{
	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		char *line = mem_strndup(text, length);

		detail_add_piece(lines, label, line);
		free(line);
		label = "";
		text += length + (text[length] == '\n');
	}
}

void
detail_draw(const struct detail_lines *lines, struct area area)
{
	for (size_t i = 0; i < lines->count && (int)i < area.rows; i++) {
		const struct detail_line *line = &lines->item[i];
		int row = area.row + (int)i, text = area.column + DETAIL_LABEL;

		frame_text(row, area.column, DETAIL_LABEL - 2, line->label, ROLE_HEADING);
		if (line->problem)
			frame_text(row, text - 2, 1, "!", ROLE_PROBLEM);
		frame_text(row, text, lines->columns, line->text,
		    line->problem ? ROLE_PROBLEM : ROLE_NORMAL);
	}
}

void
detail_write(const struct detail_lines *lines, struct buf *page)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct detail_line *line = &lines->item[i];

		text_fit(page, line->label, DETAIL_LABEL - 2);
		buf_addf(page, "%c %s\n", line->problem ? '!' : ' ', line->text);
	}
}

/* The page: rows that belong to the record */

static void
add_value(struct session *session, const struct field *field, const void *row, struct buf *text)
{
	if (field->refers != NULL && reference_is_named(field->refers))
		reference_name(session, field->refers, record_text(field, row), text);
	else
		record_show(field, row, text);
}

static void
write_row(struct session *session, const struct record_type *type, const char *owner,
    const void *row, struct buf *page)
{
	const char *between = "  ";

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		struct buf value = { 0 };

		if ((field->flags & FIELD_MADE) != 0 || strcmp(field->key, owner) == 0)
			continue;
		add_value(session, field, row, &value);
		if (value.length > 0)
			buf_addf(page, "%s%s: %s", between, message_show(field->label), buf_text(&value));
		if (value.length > 0)
			between = C_("between", "; ");
		buf_done(&value);
	}
	buf_add_char(page, '\n');
}

bool
detail_write_rows(struct session *session, const struct record_type *type, const char *field,
    const char *key, struct buf *page, struct err *err)
{
	struct row_list rows = { 0 };

	if (!row_list(session, type, field, key, NULL, &rows, err))
		return false;
	if (rows.count > 0)
		buf_addf(page, "\n%s\n", message_show(type->plural));
	for (size_t i = 0; i < rows.count; i++)
		write_row(session, type, field, row_at(&rows, i), page);
	row_list_done(&rows);
	return true;
}
