/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/history_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"

void
history_rows_done(struct history_rows *rows)
{
	for (size_t i = 0; i < rows->sets.count && rows->summaries != NULL; i++)
		change_summary_done(&rows->summaries[i]);
	free(rows->summaries);
	free(rows->shown);
	row_list_done(&rows->sets);
	*rows = (struct history_rows){ 0 };
}

bool
history_rows_read(struct history_rows *rows, struct session *session,
    const struct record_type *type, const char *key, struct err *err)
{
	struct row_list sets = { 0 };

	if (!history_list(session, type, key, HISTORY_MOST, &sets, err))
		return false;
	history_rows_done(rows);
	rows->sets = sets;
	rows->summaries = mem_alloc((sets.count + 1) * sizeof *rows->summaries);
	rows->shown = mem_alloc((sets.count + 1) * sizeof *rows->shown);
	return true;
}

static const struct change_summary *
summary_of(struct history_rows *rows, struct session *session, size_t set)
{
	if (rows->summaries[set].name == NULL)
		change_summary_read(session, row_at(&rows->sets, set), &rows->summaries[set]);
	return &rows->summaries[set];
}

/* All that a row shows, as one text to look in. */
static char *
text_of(struct history_rows *rows, struct session *session, size_t i)
{
	const struct history_set *set = row_at(&rows->sets, i);
	struct buf text = { 0 };

	buf_addf(&text, "%s %s %s %s %s ", set->number, set->at, set->who, history_what(set->what),
	    set->why);
	buf_add(&text, summary_of(rows, session, i)->name);
	char *folded = text_folded(buf_text(&text), TEXT_FOLD_ACCENTS);
	buf_done(&text);
	return folded;
}

static bool
holds_words(const char *text, const char *words)
{
	char *copy = mem_strdup(words), *rest = NULL;
	bool all = true;

	for (char *word = strtok_r(copy, " ", &rest); word != NULL && all;
	    word = strtok_r(NULL, " ", &rest))
		all = strstr(text, word) != NULL;
	free(copy);
	return all;
}

void
history_rows_find(struct history_rows *rows, struct session *session, const char *typed)
{
	char *words = text_folded(typed, TEXT_FOLD_ACCENTS);

	rows->count = 0;
	for (size_t i = 0; i < rows->sets.count; i++) {
		char *text = words[0] != '\0' ? text_of(rows, session, i) : NULL;

		if (text == NULL || holds_words(text, words))
			rows->shown[rows->count++] = i;
		free(text);
	}
	free(words);
}

const struct history_set *
history_rows_at(const struct history_rows *rows, size_t row)
{
	return row_at(&rows->sets, rows->shown[row]);
}

const struct change_summary *
history_rows_summary(struct history_rows *rows, struct session *session, size_t row)
{
	return summary_of(rows, session, rows->shown[row]);
}
