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
#include "domain/government_status.h"
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
holds(const char *text, const char *folded)
{
	char *fold = text_folded(text, TEXT_FOLD_ACCENTS);
	bool found = strstr(fold, folded) != NULL;

	free(fold);
	return found;
}

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
add_government(struct entries *entries, const struct hit *hit)
{
	struct buf value = { 0 }, note = { 0 };

	buf_addf(&value, "MEM %s", hit->key);
	if (strcmp(hit->name, hit->detail) != 0)
		buf_addf(&note, "%s  ", hit->detail);
	for (const struct choice *status = statuses; status->word != NULL; status++)
		if (strcmp(status->word, hit->status) == 0)
			buf_add(&note, message_show(status->label));
	choices_add_to(entries->choices, _("GOVERNMENTS"), buf_text(&value), hit->name,
	    buf_text(&note));
	buf_done(&value);
	buf_done(&note);
}

/* Found again by name: an id says nothing to anybody. */
static void
add_person(struct entries *entries, const struct hit *hit)
{
	struct buf value = { 0 };

	buf_addf(&value, "PER %s", hit->name);
	choices_add_to(entries->choices, _("PEOPLE"), buf_text(&value), hit->detail, "");
	buf_done(&value);
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
	for (size_t i = 0; i < hits.count && i < HITS; i++) {
		const struct hit *hit = row_at(&hits, i);

		if (strcmp(hit->kind, "government") == 0)
			add_government(entries, hit);
	}
	for (size_t i = 0; i < hits.count && i < HITS; i++) {
		const struct hit *hit = row_at(&hits, i);

		if (strcmp(hit->kind, "person") == 0)
			add_person(entries, hit);
	}
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
		if (!begins(topic->word, entries->folded) && !holds(message_show(topic->title), entries->folded))
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
