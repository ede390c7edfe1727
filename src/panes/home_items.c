/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/home_items.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/stamp.h"
#include "base/zone.h"
#include "domain/draft.h"
#include "domain/government.h"
#include "domain/history.h"
#include "domain/member.h"
#include "domain/search.h"
#include "domain/session.h"
#include "panes/change_summary.h"
#include "panes/codes.h"
#include "panes/desk.h"
#include "ui/choices.h"

enum { RECENT = 5, DRAFTS = 4 };

static struct home_item *
add_item(struct home_items *items, enum home_group group, const char *code, const char *text,
    const char *note)
{
	items->item = mem_room(items->item, items->count, &items->room, sizeof items->item[0]);
	struct home_item *item = &items->item[items->count++];

	*item = (struct home_item){
		.group = group,
		.code = mem_strdup(code),
		.text = mem_strdup(text),
		.note = mem_strdup(note),
	};
	return item;
}

static void
clear(struct home_items *items)
{
	for (size_t i = 0; i < items->count; i++) {
		struct home_item *item = &items->item[i];

		free(item->code);
		free(item->text);
		free(item->note);
		free(item->command);
		free(item->form);
		free(item->record);
	}
	items->count = 0;
}

void
home_items_done(struct home_items *items)
{
	clear(items);
	free(items->item);
	free(items->saved);
	*items = (struct home_items){ 0 };
}

/* The screens */

static void
add_screens(struct home_items *items, const char *counts)
{
	for (const struct code *code = &codes[1]; code->code != NULL; code++) {
		bool first = code == &codes[1];

		if (code->aside)
			continue;
		struct home_item *item = add_item(items, HOME_SCREENS, codes_latin(code),
		    message_show(code->pane->title), first ? counts : "");

		item->command = mem_strdup(codes_latin(code));
	}
}

void
home_items_begin(struct home_items *items)
{
	clear(items);
	add_screens(items, "");
}

/* What waits */

static void
add_gap(struct home_items *items, enum gap gap, const struct language *language,
    const char *text, size_t count)
{
	char number[24];

	if (count == 0)
		return;
	snprintf(number, sizeof number, "%zu", count);
	struct home_item *item = add_item(items, HOME_NEEDS, number, text, "");
	item->is_gap = true;
	item->gap = gap;
	item->language = language;
}

static void
add_gaps(struct home_items *items, const struct gaps *gaps)
{
	/* Whole, because the adjective of one language does not bend like that of another. */
	static const char *const unchecked[LANGUAGE_COUNT] = {
		N_("English names unchecked"), N_("Chinese names unchecked"),
		N_("Japanese names unchecked"), N_("Korean names unchecked"),
		N_("Russian names unchecked"), N_("Mongolian names unchecked"),
	};

	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		add_gap(items, GAP_UNCHECKED, &languages[i], _(unchecked[i]), gaps->unchecked[i]);
	add_gap(items, GAP_UNKNOWN_SINCE, NULL, _("Years of joining not known"), gaps->unknown_since);
	add_gap(items, GAP_INFERRED, NULL, _("Not named by their source"), gaps->inferred);
	add_gap(items, GAP_VACANT_POST, NULL, _("Vacant posts"), gaps->vacant_posts);
}

static void
add_draft(struct home_items *items, const struct zone *zone, const struct draft *draft)
{
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];
	struct buf text = { 0 };

	stamp_show(zone, draft->at, day, time);
	buf_addf(&text, _("Draft: %s, %s %s"), draft->label, day, time);
	struct home_item *item = add_item(items, HOME_NEEDS, "", buf_text(&text), "");
	item->form = mem_strdup(draft->pane);
	item->record = mem_strdup(draft->record);
	buf_done(&text);
}

static bool
add_drafts(struct home_items *items, struct session *session, const struct zone *zone,
    struct err *err)
{
	struct draft_list drafts = { 0 };

	if (!draft_list(session, &drafts, err))
		return false;
	for (size_t i = 0; i < drafts.count && i < DRAFTS; i++)
		add_draft(items, zone, &drafts.item[i]);
	draft_list_done(&drafts);
	return true;
}

/* What was done last */

/* The record, where it has a screen; else the change set. */
static char *
line_to(const struct change_summary *summary, bool is_member, const struct history_set *set)
{
	struct buf line = { 0 };

	if (is_member)
		buf_addf(&line, "MEM %s", summary->name);
	else if (summary->name[0] != '\0' && strcmp(summary->first_type, "person") == 0)
		buf_addf(&line, "PER %s", summary->first_key);
	else
		buf_addf(&line, "HIS %s", set->number);
	return buf_take(&line);
}

static void
add_recent(struct home_items *items, struct session *session, const struct history_set *set)
{
	struct change_summary summary = { 0 };
	struct member member = { 0 };
	struct buf text = { 0 }, note = { 0 };
	struct err ignored = { 0 };

	change_summary_read(session, set, &summary);
	bool known = government_check_code(summary.name, NULL) &&
	    member_get(session, summary.name, &member, &ignored);
	if (known)
		buf_add(&text, member.name);
	else
		change_summary_add(&summary, &text);
	buf_addf(&note, "%s, %s", history_what(set->what), set->who);
	add_item(items, HOME_RECENT, known ? summary.name : "", buf_text(&text),
	    buf_text(&note))->command =
	    line_to(&summary, known, set);
	record_done(&member_type, &member);
	change_summary_done(&summary);
	buf_done(&text);
	buf_done(&note);
}

static void
say_saved(struct home_items *items, const struct zone *zone, const struct history_set *set)
{
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];
	struct buf near = { 0 }, text = { 0 };

	stamp_show(zone, set->at, day, time);
	day_show_near(&near, messages_catalogue(), day);
	/* TRANSLATORS: a clerk, "Mon 13 Apr", and a time: 38 columns. */
	buf_addf(&text, _("Last saved: %s, %s %s"), set->who, buf_text(&near), time);
	free(items->saved);
	items->saved = buf_take(&text);
	buf_done(&near);
}

static bool
add_history(struct home_items *items, struct session *session, const struct zone *zone,
    struct err *err)
{
	struct row_list sets = { 0 };

	if (!history_list(session, NULL, NULL, RECENT, &sets, err))
		return false;
	for (size_t i = 0; i < sets.count; i++)
		add_recent(items, session, row_at(&sets, i));
	if (sets.count > 0)
		say_saved(items, zone, row_at(&sets, 0));
	row_list_done(&sets);
	return true;
}

static bool
read_all(struct home_items *items, struct session *session, const struct zone *zone,
    struct err *err)
{
	struct member_count count = { 0 };
	struct gaps gaps = { 0 };
	struct buf counts = { 0 };

	if (!member_count(session, &count, err) || !gaps_count(session, &gaps, err))
		return false;
	buf_addf(&counts, "%d + %d", (int)count.members, (int)count.observers);
	add_screens(items, buf_text(&counts));
	buf_done(&counts);
	if (!add_drafts(items, session, zone, err))
		return false;
	add_gaps(items, &gaps);
	return add_history(items, session, zone, err);
}

bool
home_items_read(struct home_items *items, struct desk *desk, struct err *err)
{
	struct session *session = desk_session(desk);
	struct zone *zone = zone_open(session->zone, NULL);
	struct home_items read = { 0 };
	bool ok = read_all(&read, session, zone, err);

	zone_close(zone);
	if (ok) {
		home_items_done(items);
		*items = read;
	} else {
		home_items_done(&read);
	}
	return ok;
}

/* Opening */

static void
fill_gap(void *context, const char *typed, struct choices *ret_choices)
{
	const struct row_list *hits = context;

	for (size_t i = 0; i < hits->count; i++) {
		const struct hit *hit = row_at(hits, i);

		if (strstr(hit->key, typed) != NULL || strstr(hit->name, typed) != NULL)
			choices_add(ret_choices, hit->key, hit->name, hit->detail);
	}
}

/* One of those with the gap, chosen from a list. */
static bool
open_gap(const struct home_item *item, struct desk *desk, struct err *err)
{
	struct row_list hits = { 0 };
	struct buf code = { 0 }, command = { 0 };
	bool ok = true;

	if (!gaps_list(desk_session(desk), item->gap, item->language, CHOICES_MOST, &hits, err))
		return false;
	if (desk_pick(desk, item->text, fill_gap, &hits, &code)) {
		buf_addf(&command, "MEM %s", buf_text(&code));
		ok = codes_go(desk, buf_text(&command), err);
	}
	row_list_done(&hits);
	buf_done(&code);
	buf_done(&command);
	return ok;
}

bool
home_items_open(const struct home_item *item, struct desk *desk, struct err *err)
{
	const struct pane *form = item->form != NULL ? codes_form(item->form) : NULL;

	if (item->command != NULL)
		return codes_go(desk, item->command, err);
	if (form != NULL)
		return desk_open(desk, form, item->record, err);
	if (item->is_gap)
		return open_gap(item, desk, err);
	return err_set(err, ERR_MISSING, _("There is no screen %s for this draft."), item->form);
}
