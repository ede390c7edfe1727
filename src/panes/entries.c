/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/entries.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/search.h"
#include "domain/session.h"
#include "panes/codes.h"
#include "panes/desk.h"
#include "panes/help_pane.h"
#include "ui/choices.h"

enum { HITS = 40 };

/* What is typed, and where the entries for it go. */
struct entries {
	struct desk *desk;
	const char *typed;
	char *folded;			/* of typed */
	struct code_line line;
	struct choices *choices;
};

static bool
begins(const char *text, const char *folded)
{
	char *fold = text_folded(text, TEXT_FOLD_ACCENTS);
	bool found = strncmp(fold, folded, strlen(folded)) == 0;

	free(fold);
	return found;
}

/* "MEM KR-47", by the code as it is printed, and what the code is. */
static void
add_line(struct entries *entries, const struct code_line *line)
{
	struct buf value = { 0 };

	buf_addf(&value, "%s%s%s", line->on_top ? "=" : "", codes_latin(line->code),
	    line->is_new ? "+" : "");
	if (line->argument[0] != '\0')
		buf_addf(&value, " %s", line->argument);
	choices_add_to(entries->choices, _("DO"), buf_text(&value),
	    message_show(line->code->pane->title), _(line->code->help));
	buf_done(&value);
}

static void
add_code(struct entries *entries, const struct code *code)
{
	add_line(entries, &(struct code_line){ .code = code, .argument = (char []){ "" } });
}

static void
add_codes(struct entries *entries)
{
	if (entries->line.code != NULL) {
		add_line(entries, &entries->line);
		return;
	}
	for (const struct code *code = codes; code->code != NULL; code++)
		if (begins(codes_latin(code), entries->folded) ||
		    begins(codes_word(code), entries->folded) ||
		    begins(message_show(code->pane->title), entries->folded))
			add_code(entries, code);
}

static void
note_government(const struct hit *hit, struct buf *note)
{
	if (strcmp(hit->name, hit->detail) != 0)
		buf_addf(note, "%s  ", hit->detail);
	buf_add(note, hit_status_label(hit));
}

static void
note_meeting(const struct hit *hit, struct buf *note)
{
	if (hit->detail[0] != '\0')
		buf_addf(note, _("host %s"), hit->detail);
	buf_addf(note, "  %s", hit_status_label(hit));
}

static void
note_detail(const struct hit *hit, struct buf *note)
{
	buf_add(note, hit->detail);
}

static void
note_decision(const struct hit *hit, struct buf *note)
{
	buf_add(note, hit_status_label(hit));
}

/* How hits of a kind are offered, in this order. */
static const struct offer {
	const char *kind;
	const char *group;		/* N_() */
	const char *code;		/* what opens one of them */
	bool named;			/* found again by name: an id says nothing to anybody */
	void (*note)(const struct hit *hit, struct buf *note);
} offers[] = {
	{ "government", N_("GOVERNMENTS"), "MEM", false, note_government },
	{ "body", N_("BODIES AND MEETINGS"), "COM", false, note_detail },
	{ "meeting", N_("BODIES AND MEETINGS"), "MTG", false, note_meeting },
	{ "decision", N_("DECISIONS"), "DEC", false, note_decision },
	{ "person", N_("PEOPLE"), "PER", true, note_detail },
};

static void
add_hit(struct entries *entries, const struct offer *offer, const struct hit *hit)
{
	struct buf value = { 0 }, note = { 0 };

	buf_addf(&value, "%s %s", offer->code, offer->named ? hit->name : hit->key);
	offer->note(hit, &note);
	choices_add_to(entries->choices, _(offer->group), buf_text(&value),
	    offer->named ? buf_text(&note) : hit->name, offer->named ? "" : buf_text(&note));
	buf_done(&value);
	buf_done(&note);
}

/* "MEM shan" looks for governments too, by what follows the code. */
static const char *
words(const struct entries *entries)
{
	return entries->line.argument;
}

static void
add_hits(struct entries *entries)
{
	struct row_list hits = { 0 };
	struct err ignored = { 0 };

	if (words(entries)[0] == '\0' ||
	    !search_find(desk_session(entries->desk), words(entries), HITS + 1, &hits, &ignored))
		return;
	for (size_t o = 0; o < sizeof offers / sizeof offers[0]; o++)
		for (size_t i = 0; i < hits.count && i < HITS; i++)
			if (strcmp(offers[o].kind, ((const struct hit *)row_at(&hits, i))->kind) == 0)
				add_hit(entries, &offers[o], row_at(&hits, i));
	if (hits.count > HITS)
		entries->choices->more = true;
	row_list_done(&hits);
}

/* "korean", "한국" or "language" in any language of the screen. */
static void
add_languages(struct entries *entries)
{
	struct buf value = { 0 };

	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		const struct language *language = &languages[i];

		if (!begins(language->own_name, entries->folded) &&
		    !begins(language->ascii_name, entries->folded) &&
		    !begins(_("language"), entries->folded) && !begins("language", entries->folded))
			continue;
		buf_clear(&value);
		buf_addf(&value, "SET %s", language->code);
		choices_add_to(entries->choices, _("SETTINGS"), buf_text(&value), language->own_name,
		    language->ascii_name);
	}
	buf_done(&value);
}

/* A whole day is one to look back from; "now" ends that. */
static void
add_day(struct entries *entries)
{
	struct buf value = { 0 };

	if (day_is_whole(entries->folded)) {
		buf_addf(&value, "SET %s", entries->folded);
		choices_add_to(entries->choices, _("SETTINGS"), buf_text(&value),
		    _("show everything as of this day"), "");
	} else if (begins(_("now"), entries->folded) || begins("now", entries->folded)) {
		choices_add_to(entries->choices, _("SETTINGS"), "SET now",
		    _("show everything as of now"), "");
	}
	buf_done(&value);
}

static void
add_topics(struct entries *entries)
{
	struct buf value = { 0 };

	for (const struct help_topic *topic = help_topics; topic->word != NULL; topic++) {
		if (!begins(topic->word, entries->folded) &&
		    !text_folded_holds(message_show(topic->title), entries->folded, TEXT_FOLD_ACCENTS))
			continue;
		buf_clear(&value);
		buf_addf(&value, "HLP %s", topic->word);
		choices_add_to(entries->choices, _("HELP"), buf_text(&value),
		    message_show(topic->title), "");
	}
	buf_done(&value);
}

void
entries_fill(struct desk *desk, const char *typed, struct choices *ret_choices)
{
	struct entries entries = { .desk = desk, .typed = typed, .choices = ret_choices };

	entries.folded = text_folded(typed, TEXT_FOLD_ACCENTS);
	codes_read(typed, &entries.line);
	codes_read_keys(desk_session(desk), &entries.line);
	add_codes(&entries);
	add_hits(&entries);
	if (entries.folded[0] != '\0') {
		add_languages(&entries);
		add_day(&entries);
		add_topics(&entries);
	}
	codes_line_done(&entries.line);
	free(entries.folded);
}
