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
#include "base/text.h"
#include "domain/admission_entry.h"
#include "domain/bank.h"
#include "domain/batch.h"
#include "domain/charge.h"
#include "domain/document.h"
#include "domain/draft.h"
#include "domain/entry.h"
#include "domain/follow_up_list.h"
#include "domain/government.h"
#include "domain/history.h"
#include "domain/invoice.h"
#include "domain/member.h"
#include "domain/search.h"
#include "domain/session.h"
#include "domain/staff_entry.h"
#include "domain/upcoming.h"
#include "panes/change_summary.h"
#include "panes/codes.h"
#include "panes/desk.h"
#include "ui/choices.h"

enum { NEXT = 4, MINE = 4, DRAFTS = 3, RECENT = 4 };

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

/* The screens, each with what there is of its kind. */

struct money_count {
	int64_t invoices, entries;	/* of the year: open, posted */
	int64_t lines, batches;		/* that wait */
};

/* Zeroed until they are read. */
struct counts {
	struct member_count members;
	struct gaps gaps;
	struct admission_count admissions;
	struct upcoming_count upcoming;
	struct follow_up_count follow_ups;
	struct money_count money;
	bool known;
};

static void
add_members(const struct counts *counts, struct buf *text)
{
	buf_addf(text, "%d + %d", (int)counts->members.members, (int)counts->members.observers);
}

static void
add_admissions(const struct counts *counts, struct buf *text)
{
	if (counts->admissions.open > 0)
		buf_addf(text, _("%d open"), (int)counts->admissions.open);
}

static void
add_seats(const struct counts *counts, struct buf *text)
{
	if (counts->gaps.vacant_seats > 0)
		buf_addf(text, _("%d vacant"), (int)counts->gaps.vacant_seats);
}

static void
add_meetings(const struct counts *counts, struct buf *text)
{
	if (counts->upcoming.meetings > 0)
		buf_addf(text, _("%d planned"), (int)counts->upcoming.meetings);
}

static void
add_today(const struct counts *counts, struct buf *text)
{
	if (counts->upcoming.today > 0)
		buf_addf(text, _("%d today"), (int)counts->upcoming.today);
}

static void
add_follow_ups(const struct counts *counts, struct buf *text)
{
	if (counts->follow_ups.open > 0)
		buf_addf(text, _("%d to follow"), (int)counts->follow_ups.open);
}

static void
add_invoices(const struct counts *counts, struct buf *text)
{
	if (counts->money.invoices > 0)
		buf_addf(text, _("%d open"), (int)counts->money.invoices);
}

static void
add_entries(const struct counts *counts, struct buf *text)
{
	int count = (int)counts->money.entries;

	if (count > 0)
		buf_addf(text, nq_("%d entry", "%d entries", count), count);
}

static const struct {
	const char *code;
	void (*add)(const struct counts *counts, struct buf *text);
} tellers[] = {
	{ "MEM", add_members }, { "ADM", add_admissions }, { "COM", add_seats },
	{ "MTG", add_meetings }, { "DAY", add_today }, { "DEC", add_follow_ups },
	{ "DUE", add_invoices }, { "LED", add_entries },
};

static void
add_screen(struct home_items *items, const struct code *code, const struct counts *counts)
{
	struct buf count = { 0 };

	for (size_t i = 0; i < sizeof tellers / sizeof tellers[0] && counts->known; i++)
		if (strcmp(tellers[i].code, codes_latin(code)) == 0)
			tellers[i].add(counts, &count);
	struct home_item *item = add_item(items, HOME_SCREENS, codes_latin(code),
	    message_show(code->pane->title), buf_text(&count));
	item->command = mem_strdup(codes_latin(code));
	buf_done(&count);
}

static void
add_screens(struct home_items *items, const struct counts *counts)
{
	for (const struct code *code = &codes[1]; code->code != NULL; code++)
		if (!code->aside)
			add_screen(items, code, counts);
}

void
home_items_begin(struct home_items *items)
{
	clear(items);
	add_screens(items, &(struct counts){ 0 });
}

/* What comes next */

static char *
command_of(const char *code, const char *argument)
{
	struct buf line = { 0 };

	buf_addf(&line, "%s %s", code, argument);
	return buf_take(&line);
}

static void
add_next(struct home_items *items, const struct upcoming *upcoming, const char *today)
{
	struct buf text = { 0 };
	bool this_year = strncmp(upcoming->day, today, strlen("2026")) == 0;

	(this_year ? day_show_near : day_show_short)(&text, messages_catalogue(), upcoming->day);
	buf_add(&text, "  ");
	if (upcoming->where[0] != '\0')
		text_add_shown(&text, upcoming->where);
	else
		record_show(record_find_field(&upcoming_type, "what"), upcoming, &text);
	struct home_item *item = add_item(items, HOME_NEXT, upcoming->meeting, buf_text(&text),
	    upcoming->late ? C_("count", "late") : "");
	item->problem = upcoming->late != 0;
	item->command = command_of(codes_find("MTG") != NULL ? "MTG" : "DAY", upcoming->meeting);
	buf_done(&text);
}

static bool
add_upcoming(struct home_items *items, struct session *session, struct err *err)
{
	struct row_list rows = { 0 };
	char today[DAY_SIZE];

	session_today(session, today);
	if (!upcoming_list(session, NEXT, &rows, err))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		add_next(items, row_at(&rows, i), today);
	row_list_done(&rows);
	return true;
}

/* What the clerk answers for */

static void
add_comma(struct buf *text)
{
	buf_add(text, text->length > 0 ? C_("between", ", ") : "");
}

/* "2 late, 1 open, 3 vacant, ENV-12" */
static void
add_waiting(const struct charge *charge, struct buf *text)
{
	if (charge->late > 0)
		buf_addf(text, _("%d late"), (int)charge->late);
	if (charge->applications > 0) {
		add_comma(text);
		buf_addf(text, _("%d open"), (int)charge->applications);
	}
	if (charge->vacant > 0) {
		add_comma(text);
		buf_addf(text, _("%d vacant"), (int)charge->vacant);
	}
	if (charge->next[0] != '\0') {
		add_comma(text);
		buf_add(text, charge->next);
	}
}

static void
add_charge(struct home_items *items, const struct charge *charge)
{
	bool of_country = strcmp(charge->kind, "country") == 0;
	struct buf waits = { 0 }, argument = { 0 };

	add_waiting(charge, &waits);
	struct home_item *item = add_item(items, HOME_MINE, charge->about, charge->name, buf_text(&waits));
	item->problem = charge->late > 0;
	buf_addf(&argument, "%s%s", of_country ? "country:" : "", charge->about);
	item->command = command_of(of_country ? "MEM" : "COM",
	    buf_text(&argument));
	buf_done(&argument);
	buf_done(&waits);
}

/* Those where something waits come first; the rest as they stand. */
static bool
add_charges(struct home_items *items, struct session *session, struct err *err)
{
	struct row_list rows = { 0 };
	size_t shown = 0;

	if (!charge_list(session, &rows, err))
		return false;
	for (int quiet = 0; quiet <= 1; quiet++)
		for (size_t i = 0; i < rows.count && shown < MINE; i++) {
			const struct charge *charge = row_at(&rows, i);
			bool waits = charge->late + charge->applications + charge->vacant > 0;

			if (waits != (quiet == 1)) {
				add_charge(items, charge);
				shown++;
			}
		}
	row_list_done(&rows);
	return true;
}

/* What waits */

/* Rows beside the screens: headings count, and what does not fit is not there. */
static bool
has_room(const struct home_items *items)
{
	size_t rows = 1;

	for (size_t i = 0; i < items->count; i++)
		if (items->item[i].group != HOME_SCREENS)
			rows += 1 + (i == 0 || items->item[i].group != items->item[i - 1].group);
	return rows < HOME_BESIDE;
}

/* NULL: there is none of it, or no room. */
static struct home_item *
add_need(struct home_items *items, const char *text, size_t count)
{
	char number[24];

	if (count == 0 || !has_room(items))
		return NULL;
	snprintf(number, sizeof number, "%zu", count);
	return add_item(items, HOME_NEEDS, number, text, "");
}

static void
add_gap(struct home_items *items, enum gap gap, const struct language *language,
    const char *text, size_t count)
{
	struct home_item *item = add_need(items, text, count);

	if (item == NULL)
		return;
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

/* Work that a screen of its own shows. */
static void
add_work(struct home_items *items, const char *text, size_t count, const char *command)
{
	struct home_item *item = add_need(items, text, count);

	if (item != NULL)
		item->command = mem_strdup(command);
}

static bool
add_texts(struct home_items *items, struct session *session, struct err *err)
{
	size_t missing = 0, waiting = 0;

	if (!document_count_work(session, &missing, &waiting, err))
		return false;
	add_work(items, _("Texts to be checked"), waiting, "TXT");
	add_work(items, _("Texts without words"), missing, "TXT");
	return true;
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
	for (size_t i = 0; i < drafts.count && i < DRAFTS && has_room(items); i++)
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
read_money(struct session *session, struct money_count *ret_count, struct err *err)
{
	char year[DAY_SIZE];

	session_day(session, year);
	year[4] = '\0';
	return invoice_count_open(session, year, &ret_count->invoices, err) &&
	    entry_count(session, year, &ret_count->entries, err) &&
	    bank_count_left(session, &ret_count->lines, err) &&
	    batch_count_open(session, &ret_count->batches, err);
}

static bool
read_counts(struct session *session, struct counts *ret_counts, struct err *err)
{
	ret_counts->known = member_count(session, &ret_counts->members, err) &&
	    gaps_count(session, &ret_counts->gaps, err) &&
	    admission_count(session, &ret_counts->admissions, err) &&
	    upcoming_count(session, &ret_counts->upcoming, err) &&
	    follow_up_count(session, &ret_counts->follow_ups, err) &&
	    read_money(session, &ret_counts->money, err);
	return ret_counts->known;
}

static bool
read_all(struct home_items *items, struct session *session, const struct zone *zone,
    struct err *err)
{
	struct counts counts = { 0 };

	if (!read_counts(session, &counts, err))
		return false;
	add_screens(items, &counts);
	if (!add_upcoming(items, session, err) || !add_charges(items, session, err) ||
	    !add_drafts(items, session, zone, err))
		return false;
	add_work(items, _("Follow-ups are late"), counts.follow_ups.late,
	    codes_find("FUP") != NULL ? "FUP" : "DEC");
	add_work(items, _("Bank lines without an answer"), (size_t)counts.money.lines, "BNK");
	add_work(items, _("Batches of payments left open"), (size_t)counts.money.batches, "BAT");
	add_gaps(items, &counts.gaps);
	add_work(items, _("Names of bodies unchecked"), counts.gaps.unchecked_bodies, "COM");
	return add_texts(items, session, err) && add_history(items, session, zone, err);
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
