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
#include "domain/roster.h"
#include "domain/term.h"
#include "panes/desk.h"
#include "panes/detail.h"

static void
add_names(struct detail_lines *lines, const struct member *member)
{
	const char *const names[] = { SIX_NAMES(member, name) };
	const char *label = C_("detail", "Names");

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf piece = { 0 };

		if (names[i][0] == '\0')
			continue;
		buf_addf(&piece, "%s ", languages[i].column);
		text_add_shown(&piece, names[i]);
		if (strstr(member->unchecked, languages[i].column) != NULL)
			buf_addf(&piece, " %s", C_("name", "(unchecked)"));
		detail_add_piece(lines, label, buf_text(&piece));
		buf_done(&piece);
		label = "";
	}
}

static void
add_status(struct detail_lines *lines, const struct member *member)
{
	struct buf text = { 0 };

	record_show(record_find_field(&member_type, "status"), member, &text);
	buf_addf(&text, member->since[0] != '\0' ? _(", since %s") : _(", since when is not known"),
	    member->since);
	if (member->decision[0] != '\0')
		buf_addf(&text, " (%s)", member->decision);
	buf_add(&text, "   ");
	record_show(record_find_field(&member_type, "kind"), member, &text);
	detail_add(lines, C_("detail", "Status"), buf_text(&text));
	buf_done(&text);
}

static void
add_letters(struct detail_lines *lines, const struct member *member)
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
	detail_add(lines, C_("detail", "Letters"), buf_text(&text));
	buf_done(&text);
}

/* One office a piece: "ECON coordinator, since 1998-10 (GA-2/2)". */
static void
add_offices(struct detail_lines *lines, const char *offices)
{
	const char *label = C_("detail", "Offices");
	size_t length;

	for (; *offices != '\0'; offices += length + (offices[length] == '\n')) {
		length = strcspn(offices, "\n");
		char *piece = mem_strndup(offices, length);

		detail_add_piece(lines, label, piece);
		free(piece);
		label = "";
	}
}

static void
gather(struct detail_lines *lines, const struct member *member, const char *offices)
{
	const char *const contacts[] = { member->phone, member->fax, member->email, member->web };

	add_names(lines, member);
	add_status(lines, member);
	add_offices(lines, offices);
	detail_add_pieces(lines, C_("detail", "Contact"), contacts, 4);
	add_letters(lines, member);
	detail_add_pieces(lines, C_("detail", "Note"), &(const char *){ member->note }, 1);
	detail_add_pieces(lines, C_("detail", "Remark"), &(const char *){ member->remark }, 1);
}

void
member_detail_draw(const struct member *member, const char *offices, struct area area)
{
	struct detail_lines lines = { .columns = area.columns - DETAIL_LABEL };

	gather(&lines, member, offices);
	detail_draw(&lines, area);
	detail_done(&lines);
}

/* The page: the lines above, then every row that belongs to the government. */

static void
add_summary(struct buf *page, const struct member *member, const char *offices)
{
	struct detail_lines lines = { .columns = DETAIL_PAGE };

	gather(&lines, member, offices);
	detail_write(&lines, page);
	detail_done(&lines);
}

bool
member_detail_read(struct desk *desk, const char *code, struct err *err)
{
	static const struct record_type *const owned[] = { &government_status_type,
		&government_name_type, &term_type, &alias_type, &post_type, &channel_type };
	struct session *session = desk_session(desk);
	struct member member = { 0 };
	struct buf page = { 0 }, title = { 0 }, offices = { 0 };
	bool ok = member_get(session, code, &member, err) &&
	    roster_offices(session, code, &offices, err);

	if (ok)
		add_summary(&page, &member, buf_text(&offices));
	for (size_t i = 0; i < sizeof owned / sizeof owned[0] && ok; i++)
		ok = detail_write_rows(session, owned[i], "government", code, &page, err);
	if (ok) {
		buf_addf(&title, "%s  %s", code, member.name);
		desk_read(desk, buf_text(&title), buf_text(&page));
	}
	record_done(&member_type, &member);
	buf_done(&page);
	buf_done(&title);
	buf_done(&offices);
	return ok;
}
