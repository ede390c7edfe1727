/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/decision_detail.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/decision_entry.h"
#include "domain/follow_up_list.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/reference.h"

bool
decision_detail_get(struct session *session, const struct decision_entry *entry,
    struct decision_detail *ret_detail, struct err *err)
{
	struct buf effects = { 0 }, item = { 0 };
	bool ok = decision_effects(session, entry, &effects, err) &&
	    follow_up_list(session, entry->number, false, &ret_detail->follow_ups, err);

	if (entry->item[0] != '\0')
		reference_name(session, "agenda_item", entry->item, &item);
	ret_detail->effects = buf_take(&effects);
	ret_detail->item = buf_take(&item);
	return ok;
}

void
decision_detail_done(struct decision_detail *detail)
{
	free(detail->effects);
	free(detail->item);
	row_list_done(&detail->follow_ups);
	*detail = (struct decision_detail){ 0 };
}

static void
add_origin(struct detail_lines *lines, const struct decision_entry *entry,
    const struct decision_detail *detail)
{
	struct buf vote = { 0 };
	/* An item is named with its meeting. */
	const char *pieces[] = { detail->item != NULL && detail->item[0] != '\0' ? detail->item :
	    entry->meeting, "" };

	if (entry->vote != 0)
		buf_addf(&vote, _("vote %lld"), (long long)entry->vote);
	pieces[1] = buf_text(&vote);
	detail_add_pieces(lines, C_("detail", "Item"), pieces, 2);
	buf_done(&vote);
}

static void
add_state(const struct follow_up_entry *entry, struct buf *text)
{
	if (entry->closed[0] != '\0')
		buf_addf(text, _("closed on %s: %s"), entry->closed, entry->closing);
	else if (entry->days > 0)
		buf_addf(text, nq_("late %d day", "late %d days", (unsigned long)entry->days), (int)entry->days);
	else
		buf_add(text, C_("follow-up", "open"));
	if (entry->next[0] != '\0')
		buf_addf(text, _(", goes to %s"), entry->next);
}

static void
add_follow_ups(struct detail_lines *lines, const struct row_list *follow_ups)
{
	const char *label = C_("detail", "Follow-up");

	for (size_t i = 0; i < follow_ups->count; i++) {
		const struct follow_up_entry *entry = row_at(follow_ups, i);
		struct buf text = { 0 };

		buf_addf(&text, "%s  ", strrchr(entry->number, '/') + 1);
		text_add_shown(&text, entry->what);
		buf_addf(&text, "  %s  %s  ", entry->owner, entry->due);
		add_state(entry, &text);
		detail_add(lines, label, buf_text(&text))->problem = entry->days > 0;
		buf_done(&text);
		label = "";
	}
}

static void
gather(struct detail_lines *lines, const struct decision_entry *entry,
    const struct decision_detail *detail)
{
	add_origin(lines, entry, detail);
	add_follow_ups(lines, &detail->follow_ups);
	detail_add_pieces(lines, C_("detail", "Text"), &(const char *){ entry->text }, 1);
	if (detail->effects != NULL)
		detail_add_each_line(lines, C_("detail", "Effect"), detail->effects);
	detail_add_pieces(lines, C_("detail", "About"), &(const char *){ entry->names }, 1);
	detail_add_pieces(lines, C_("detail", "Note"), &(const char *){ entry->note }, 1);
}

void
decision_detail_draw(const struct decision_entry *entry, const struct decision_detail *detail,
    struct area area)
{
	struct detail_lines lines = { .columns = area.columns - DETAIL_LABEL };

	gather(&lines, entry, detail);
	detail_draw(&lines, area);
	detail_done(&lines);
}

static void
write_texts(const struct decision_entry *entry, struct buf *page)
{
	const char *const texts[] = { entry->text_en, entry->text_zh, entry->text_ja, entry->text_ko,
		entry->text_ru, entry->text_mn };

	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (texts[i][0] != '\0')
			buf_addf(page, "\n%s  %s\n", languages[i].column, texts[i]);
}

bool
decision_detail_read(struct desk *desk, const char *number, struct err *err)
{
	struct session *session = desk_session(desk);
	struct decision_entry entry = { 0 };
	struct decision_detail detail = { 0 };
	struct detail_lines lines = { .columns = DETAIL_PAGE };
	struct buf page = { 0 }, title = { 0 };
	bool ok = decision_get(session, number, &entry, err) &&
	    decision_detail_get(session, &entry, &detail, err);

	if (ok) {
		gather(&lines, &entry, &detail);
		detail_write(&lines, &page);
		write_texts(&entry, &page);
		buf_addf(&title, "%s  ", number);
		record_show(record_find_field(&decision_entry_type, "kind"), &entry, &title);
		desk_read(desk, buf_text(&title), buf_text(&page));
	}
	detail_done(&lines);
	decision_detail_done(&detail);
	record_done(&decision_entry_type, &entry);
	buf_done(&page);
	buf_done(&title);
	return ok;
}
