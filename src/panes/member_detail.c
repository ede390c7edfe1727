/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/member_detail.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/alias.h"
#include "domain/channel.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/member.h"
#include "domain/post.h"
#include "domain/row.h"
#include "panes/desk.h"
#include "ui/frame.h"

enum { LABEL_COLUMNS = 11, PIECE_GAP = 3 };

/* Lines of a label and a text; a text is laid out in pieces that stay whole. */
struct sheet_line {
	const char *label;	/* translated, "" under the one above */
	char *text;
};

struct sheet_lines {
	struct sheet_line *item;
	size_t count, room;
	int columns;		/* a text may have */
};

static void
lines_done(struct sheet_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->item[i].text);
	free(lines->item);
}

static void
add_line(struct sheet_lines *lines, const char *label, const char *text)
{
	lines->item = mem_room(lines->item, lines->count, &lines->room, sizeof lines->item[0]);
	lines->item[lines->count++] = (struct sheet_line){ label, mem_strdup(text) };
}

/* Put a piece on the last line if it fits there, else on one of its own. */
static void
add_piece(struct sheet_lines *lines, const char *label, const char *piece)
{
	struct sheet_line *last = lines->count > 0 ? &lines->item[lines->count - 1] : NULL;
	struct buf joined = { 0 };

	if (last == NULL || label[0] != '\0' ||
	    text_width(last->text) + PIECE_GAP + text_width(piece) > lines->columns) {
		add_line(lines, label, piece);
		return;
	}
	buf_add(&joined, last->text);
	buf_add_repeat(&joined, ' ', PIECE_GAP);
	buf_add(&joined, piece);
	free(last->text);
	last->text = buf_take(&joined);
}

static void
add_pieces(struct sheet_lines *lines, const char *label, const char *const *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (pieces[i] == NULL || pieces[i][0] == '\0')
			continue;
		add_piece(lines, label, pieces[i]);
		label = "";
	}
}

static void
add_names(struct sheet_lines *lines, const struct member *member)
{
	const char *const names[] = { member->name_en, member->name_zh, member->name_ja,
		member->name_ko, member->name_ru, member->name_mn };
	const char *label = C_("detail", "Names");

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf piece = { 0 };

		if (names[i][0] == '\0')
			continue;
		buf_addf(&piece, "%s ", languages[i].column);
		text_add_shown(&piece, names[i]);
		if (strstr(member->unchecked, languages[i].column) != NULL)
			buf_addf(&piece, " %s", C_("name", "(unchecked)"));
		add_piece(lines, label, buf_text(&piece));
		buf_done(&piece);
		label = "";
	}
}

static void
add_status(struct sheet_lines *lines, const struct member *member)
{
	struct buf text = { 0 };

	record_show(record_find_field(&member_type, "status"), member, &text);
	buf_addf(&text, member->since[0] != '\0' ? _(", since %s") : _(", since when is not known"),
	    member->since);
	if (member->decision[0] != '\0')
		buf_addf(&text, " (%s)", member->decision);
	buf_add(&text, "   ");
	record_show(record_find_field(&member_type, "kind"), member, &text);
	add_line(lines, C_("detail", "Status"), buf_text(&text));
	buf_done(&text);
}

static void
add_letters(struct sheet_lines *lines, const struct member *member)
{
	struct buf text = { 0 };

	if (member->post[0] == '\0')
		buf_add(&text, _("no post is set up for letters"));
	else
		buf_addf(&text, member->post_held != 0 ? _("post %s") : _("post %s, vacant !"),
		    member->post);
	if (member->letters[0] != '\0') {
		buf_add(&text, "   ");
		record_show(record_find_field(&member_type, "letters"), member, &text);
	}
	add_line(lines, C_("detail", "Letters"), buf_text(&text));
	buf_done(&text);
}

static void
gather(struct sheet_lines *lines, const struct member *member)
{
	const char *const contacts[] = { member->phone, member->fax, member->email, member->web };

	add_names(lines, member);
	add_status(lines, member);
	add_pieces(lines, C_("detail", "Contact"), contacts, 4);
	add_letters(lines, member);
	add_pieces(lines, C_("detail", "Note"), &(const char *){ member->note }, 1);
	add_pieces(lines, C_("detail", "Remark"), &(const char *){ member->remark }, 1);
}

void
member_detail_draw(const struct member *member, struct area area)
{
	struct sheet_lines lines = { .columns = area.columns - LABEL_COLUMNS };

	gather(&lines, member);
	for (size_t i = 0; i < lines.count && (int)i < area.rows; i++) {
		int row = area.row + (int)i;

		frame_text(row, area.column, LABEL_COLUMNS - 1, lines.item[i].label, ROLE_HEADING);
		frame_text(row, area.column + LABEL_COLUMNS, lines.columns, lines.item[i].text,
		    ROLE_NORMAL);
	}
	lines_done(&lines);
}

/* The page: the lines above, then every row that belongs to the government. */

static void
add_row(struct buf *page, const struct record_type *type, const void *row)
{
	const char *between = "  ";

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		struct buf value = { 0 };

		if ((field->flags & FIELD_MADE) != 0 || strcmp(field->key, "government") == 0)
			continue;
		record_show(field, row, &value);
		if (value.length > 0)
			buf_addf(page, "%s%s: %s", between, message_show(field->label), buf_text(&value));
		if (value.length > 0)
			between = "; ";
		buf_done(&value);
	}
	buf_add_char(page, '\n');
}

static bool
add_rows(struct session *session, struct buf *page, const struct record_type *type,
    const char *code, struct err *err)
{
	struct row_list rows = { 0 };

	if (!row_list(session, type, "government", code, NULL, &rows, err))
		return false;
	if (rows.count > 0)
		buf_addf(page, "\n%s\n", message_show(type->plural));
	for (size_t i = 0; i < rows.count; i++)
		add_row(page, type, row_at(&rows, i));
	row_list_done(&rows);
	return true;
}

static void
add_summary(struct buf *page, const struct member *member)
{
	struct sheet_lines lines = { .columns = 66 };

	gather(&lines, member);
	for (size_t i = 0; i < lines.count; i++) {
		text_fit(page, lines.item[i].label, LABEL_COLUMNS);
		buf_addf(page, "%s\n", lines.item[i].text);
	}
	lines_done(&lines);
}

bool
member_detail_read(struct desk *desk, const char *code, struct err *err)
{
	static const struct record_type *const owned[] = { &government_status_type,
		&government_name_type, &alias_type, &post_type, &channel_type };
	struct session *session = desk_session(desk);
	struct member member = { 0 };
	struct buf page = { 0 }, title = { 0 };
	bool ok = member_get(session, code, &member, err);

	if (ok)
		add_summary(&page, &member);
	for (size_t i = 0; i < sizeof owned / sizeof owned[0] && ok; i++)
		ok = add_rows(session, &page, owned[i], code, err);
	if (ok) {
		buf_addf(&title, "%s  %s", code, member.name);
		desk_read(desk, buf_text(&title), buf_text(&page));
	}
	record_done(&member_type, &member);
	buf_done(&page);
	buf_done(&title);
	return ok;
}
