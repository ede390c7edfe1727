/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/admission_detail.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/admission_entry.h"
#include "domain/application_step.h"
#include "domain/dossier_item.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "ui/frame.h"

bool
admission_detail_get(struct session *session, const struct admission_entry *entry,
    struct admission_detail *ret_detail, struct err *err)
{
	struct buf competent = { 0 }, will = { 0 };
	bool ok = admission_foresee(session, entry, &competent, &will, err) &&
	    (entry->id[0] == '\0' || row_list(session, &dossier_item_type, "application", entry->id,
	        NULL, &ret_detail->dossier, err));

	ret_detail->competent = buf_take(&competent);
	ret_detail->will = buf_take(&will);
	return ok;
}

void
admission_detail_done(struct admission_detail *detail)
{
	free(detail->competent);
	free(detail->will);
	if (detail->dossier.type != NULL)
		row_list_done(&detail->dossier);
	*detail = (struct admission_detail){ 0 };
}

/* Short words: the line of all of them has to fit. */
static const struct choice papers[] = {
	{ "form", NC_("way", "form") },
	{ "consent", NC_("way", "consent") },
	{ "profile", NC_("way", "profile") },
	{ "post", NC_("way", "post") },
	{ "opinion", NC_("way", "opinion") },
	{ 0 }
};

static const struct choice way[] = {
	{ "enquiry", NC_("way", "enquiry") },
	{ "applied", NC_("way", "applied") },
	{ "dossier", NC_("way", "dossier") },
	{ "observer", NC_("way", "observer") },
	{ "agenda", NC_("way", "agenda") },
	{ "admitted", NC_("way", "admitted") },
	{ 0 }
};

static const struct choice ends[] = {
	{ "deferred", NC_("way", "deferred") },
	{ "refused", NC_("way", "refused") },
	{ "withdrawn", NC_("way", "withdrawn") },
	{ 0 }
};

void
admission_stage_add(const char *stage, struct buf *text)
{
	const struct choice *const words[] = { way, ends };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		for (const struct choice *word = words[i]; word->word != NULL; word++)
			if (strcmp(word->word, stage) == 0)
				buf_add(text, message_show(word->label));
}

/* "enquiry > applied > [dossier] > ...": where it is stands in brackets. */
static void
add_words(const struct choice *words, const char *stage, const char *between, struct buf *line)
{
	for (const struct choice *word = words; word->word != NULL; word++) {
		bool here = strcmp(word->word, stage) == 0;

		buf_addf(line, "%s%s%s%s", word != words ? between : "", here ? "[" : "",
		    message_show(word->label), here ? "]" : "");
	}
}

static void
add_item(const struct dossier_item *item, const char *label, struct buf *text)
{
	buf_addf(text, item->received != NULL ? "[x] %s" : "[ ] %s", message_show(label));
	if (item->received != NULL)
		buf_addf(text, " %s", item->received);
	if (item->opinion[0] != '\0')
		buf_addf(text, " %s", item->opinion);
}

static const struct dossier_item *
find_item(const struct row_list *dossier, const char *word)
{
	for (size_t i = 0; i < dossier->count; i++)
		if (strcmp(((const struct dossier_item *)row_at(dossier, i))->item, word) == 0)
			return row_at(dossier, i);
	return NULL;
}

/* In the order in which they are asked for, not that of their keys. */
static void
add_dossier(struct detail_lines *lines, const struct row_list *dossier)
{
	const char *label = C_("detail", "Dossier");

	for (const struct choice *choice = papers; choice->word != NULL; choice++) {
		const struct dossier_item *item = find_item(dossier, choice->word);
		struct buf text = { 0 };

		if (item == NULL)
			continue;
		add_item(item, choice->label, &text);
		detail_add_piece(lines, label, buf_text(&text));
		buf_done(&text);
		label = "";
	}
}

static void
gather(struct detail_lines *lines, const struct admission_entry *entry,
    const struct admission_detail *detail)
{
	struct buf line = { 0 };

	add_words(way, entry->stage, " > ", &line);
	detail_add(lines, C_("detail", "Stage"), buf_text(&line));
	buf_clear(&line);
	add_words(ends, entry->stage, "   ", &line);
	detail_add(lines, "", buf_text(&line));
	buf_done(&line);
	add_dossier(lines, &detail->dossier);
	detail_add_pieces(lines, C_("detail", "Decides"),
	    (const char *const[]){ detail->competent, entry->meeting }, 2);
	if (detail->will != NULL)
		detail_add_each_line(lines, C_("detail", "Admitted"), detail->will);
	detail_add_pieces(lines, C_("detail", "Note"), &(const char *){ entry->note }, 1);
}

void
admission_detail_draw(const struct admission_entry *entry, const struct admission_detail *detail,
    struct area area)
{
	struct detail_lines lines = { .columns = area.columns - DETAIL_LABEL };

	gather(&lines, entry, detail);
	detail_draw(&lines, area);
	detail_done(&lines);
}

bool
admission_detail_read(struct desk *desk, const struct admission_entry *entry,
    const struct admission_detail *detail, struct err *err)
{
	struct detail_lines lines = { .columns = DETAIL_PAGE };
	struct buf page = { 0 }, title = { 0 };
	bool ok = true;

	gather(&lines, entry, detail);
	detail_write(&lines, &page);
	if (entry->id[0] != '\0')
		ok = detail_write_rows(desk_session(desk), &application_step_type, "application", entry->id,
		    &page, err);
	if (ok) {
		buf_addf(&title, "%s  %s", entry->government, entry->name);
		desk_read(desk, buf_text(&title), buf_text(&page));
	}
	detail_done(&lines);
	buf_done(&page);
	buf_done(&title);
	return ok;
}
