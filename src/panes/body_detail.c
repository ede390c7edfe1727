/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/body_detail.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body_entry.h"
#include "domain/body_name.h"
#include "domain/member.h"
#include "domain/seat.h"
#include "domain/term.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "ui/pager.h"

enum { TEXT_ROWS = 2 };

void
body_detail_title(const struct body_entry *entry, struct buf *text)
{
	if (entry->key == NULL)
		return;
	buf_add(text, entry->key);
	if (entry->since[0] != '\0')
		buf_addf(text, _("  set up %s"), entry->since);
	if (entry->decision[0] != '\0' && entry->until == NULL)
		buf_addf(text, " (%s)", entry->decision);
	if (entry->number > 0)
		buf_addf(text, _(", no. %d"), (int)entry->number);
	if (entry->until != NULL)
		buf_addf(text, _(", dissolved %s"), entry->until);
	if (entry->successor != NULL)
		buf_addf(text, " -> %s", entry->successor);
}

/* A text of the body in the six languages. */
static struct six_names
texts_of(const struct body_entry *entry, const char *kind)
{
	struct six_names texts = { { NULL } };

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf key = { 0 };

		buf_addf(&key, "%s_%s", kind, languages[i].column);
		texts.in[i] = record_text(record_find_field(&body_entry_type, buf_text(&key)), entry);
		buf_done(&key);
	}
	return texts;
}

/* At most some rows of it; the page of 5=View has the rest. */
static void
add_wrapped(struct detail_lines *lines, const char *label, const char *text, size_t most)
{
	struct buf wrapped = { 0 };

	pager_wrap(text, lines->columns, &wrapped);
	char *row = wrapped.bytes;
	for (size_t i = 0; row != NULL && *row != '\0' && i < most; i++) {
		size_t length = strcspn(row, "\n");
		char *rest = row + length + (row[length] == '\n');
		bool cut = i + 1 == most && *rest != '\0';

		row[length] = '\0';
		struct buf line = { 0 };
		buf_addf(&line, "%s%s", row, cut ? " ~" : "");
		detail_add(lines, i == 0 ? label : "", buf_text(&line));
		buf_done(&line);
		row = rest;
	}
	buf_done(&wrapped);
}

/* "missing: ja ko ru mn": work that waits for a translator. */
static void
add_missing(struct detail_lines *lines, const struct six_names *texts)
{
	struct buf missing = { 0 }, line = { 0 };

	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (texts->in[i][0] == '\0')
			buf_addf(&missing, " %s", languages[i].column);
	if (missing.length > 0) {
		buf_addf(&line, _("missing:%s"), buf_text(&missing));
		detail_add(lines, C_("detail", "Languages"), buf_text(&line));
	}
	buf_done(&line);
	buf_done(&missing);
}

static const struct { const char *kind, *label; } kinds[] = {
	{ "role", NC_("detail", "Role") },
	{ "purpose", NC_("detail", "Purpose") },
	{ "activities", NC_("detail", "Activity") },
};

/* What is not there takes no row; a body without any text says so by its languages. */
static void
gather(struct detail_lines *lines, const struct body_entry *entry, size_t most)
{
	struct six_names last = { { "", "", "", "", "", "" } };

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		struct six_names texts = texts_of(entry, kinds[i].kind);
		const char *text = member_pick_name(&texts, messages_language()->column, NULL);

		if (text[0] == '\0')
			continue;
		add_wrapped(lines, message_show(kinds[i].label), text, most);
		last = texts;
	}
	add_missing(lines, &last);
}

void
body_detail_draw(const struct body_entry *entry, const char *label, const char *more,
    struct area area)
{
	struct detail_lines lines = { .columns = area.columns - DETAIL_LABEL };

	if (entry->key == NULL)
		return;
	gather(&lines, entry, TEXT_ROWS);
	if (more != NULL)
		detail_add(&lines, label, more);
	detail_draw(&lines, area);
	detail_done(&lines);
}

static void
add_names(struct detail_lines *lines, const struct body_entry *entry)
{
	struct six_names names = texts_of(entry, "name");
	const char *label = C_("detail", "Names");

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct buf line = { 0 };

		if (names.in[i][0] == '\0')
			continue;
		buf_addf(&line, "%s %s", languages[i].column, names.in[i]);
		if (strstr(entry->unchecked, languages[i].column) != NULL)
			buf_addf(&line, " %s", C_("name", "(unchecked)"));
		detail_add(lines, label, buf_text(&line));
		buf_done(&line);
		label = "";
	}
}

static void
write_summary(struct buf *page, const struct body_entry *entry)
{
	struct detail_lines lines = { .columns = DETAIL_PAGE };

	add_names(&lines, entry);
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		struct six_names texts = texts_of(entry, kinds[i].kind);

		for (size_t k = 0; k < LANGUAGE_COUNT; k++) {
			struct buf label = { 0 };

			if (texts.in[k][0] == '\0')
				continue;
			buf_addf(&label, "%s %s", message_show(kinds[i].label), languages[k].column);
			buf_addf(page, "\n%s\n%s\n", buf_text(&label), texts.in[k]);
			buf_done(&label);
		}
	}
	struct buf names = { 0 };
	detail_write(&lines, &names);
	buf_add(&names, buf_text(page));
	buf_done(page);
	*page = names;
	if (entry->note[0] != '\0')
		buf_addf(page, "\n%s\n", entry->note);
	detail_done(&lines);
}

bool
body_detail_read(struct desk *desk, const char *key, struct err *err)
{
	static const struct record_type *const owned[] = { &seat_type, &term_type, &body_name_type };
	struct session *session = desk_session(desk);
	struct body_entry entry = { 0 };
	struct buf page = { 0 }, title = { 0 };
	bool ok = body_entry_get(session, key, &entry, err);

	if (ok)
		write_summary(&page, &entry);
	for (size_t i = 0; i < sizeof owned / sizeof owned[0] && ok; i++)
		ok = detail_write_rows(session, owned[i], "body", key, &page, err);
	if (ok) {
		buf_addf(&title, "%s  %s", key, entry.name);
		desk_read(desk, buf_text(&title), buf_text(&page));
	}
	record_done(&body_entry_type, &entry);
	buf_done(&page);
	buf_done(&title);
	return ok;
}
