/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/help_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"
#include "panes/codes.h"
#include "panes/desk.h"
#include "ui/action.h"
#include "ui/list.h"

enum { KEYS_COLUMN = 22, TOPICS_MOST = 32 };

struct help_pane {
	struct list list;
	size_t shown[TOPICS_MOST];	/* rows: indices of help_topics */
	size_t count;
};

/* Texts made from tables */

static void
write_zone(enum action_zone zone, const char *heading, struct buf *text)
{
	buf_addf(text, "= %s\n", heading);
	for (enum action_id id = ACTION_NONE + 1; id < ACTION_TABLE_END; id++) {
		struct buf keys = { 0 };

		if ((actions[id].zones & zone) == 0 || actions[id].help == NULL)
			continue;
		action_keys_text(id, &keys);
		text_fit(text, buf_text(&keys), KEYS_COLUMN);
		buf_addf(text, " %s\n", action_help(NULL, id));
		buf_done(&keys);
	}
}

static void
write_keys(struct buf *text)
{
	write_zone(ZONE_ROWS, _("In the rows of a list"), text);
	write_zone(ZONE_FORM, _("In the fields of a form"), text);
}

static void
write_codes(struct buf *text)
{
	for (const struct code *code = codes; code->code != NULL; code++) {
		const char *word = codes_word(code);
		bool same = strcmp(word, codes_latin(code)) == 0;

		buf_addf(text, "= %s%s%s  %s\n", codes_latin(code), same ? "" : "  ", same ? "" : word,
		    message_show(code->pane->title));
		buf_addf(text, "  %s\n", _(code->help));
	}
	buf_add(text, _("= Around a code\n"
	    "  MEM KR-47  opens the record\n"
	    "  MEM+       enters a new one\n"
	    "  =HIS       opens on top: F3 comes back here\n"));
}

static void
read_topic(struct desk *desk, const struct help_topic *topic)
{
	struct buf text = { 0 };

	if (strcmp(topic->word, "log") == 0) {
		desk_read_log(desk);
		return;
	}
	if (topic->text != NULL)
		buf_add(&text, message_show(topic->text));
	else if (strcmp(topic->word, "keys") == 0)
		write_keys(&text);
	else
		write_codes(&text);
	desk_read(desk, message_show(topic->title), buf_text(&text));
	buf_done(&text);
}

bool
help_run(struct desk *desk, const char *argument, bool *ret_done, struct err *err)
{
	char *word = text_folded(argument, 0);

	(void)err;
	for (const struct help_topic *topic = help_topics; topic->word != NULL && !*ret_done; topic++)
		if (strcmp(topic->word, word) == 0) {
			read_topic(desk, topic);
			*ret_done = true;
		}
	free(word);
	return true;
}

/* The list of topics */

static const struct help_topic *
topic_at(const struct help_pane *pane, size_t row)
{
	return &help_topics[pane->shown[row]];
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct help_topic *topic = topic_at(context, row);

	if (column == 0)
		buf_addf(text, "HLP %s", topic->word);
	else
		buf_add(text, message_show(topic->title));
}

static const char *
row_key(void *context, size_t row)
{
	return topic_at(context, row)->word;
}

static const struct list_source source = { .cell = add_cell, .key = row_key };

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 12, 12, 0, false, false },
	{ NC_("column", "Topic"), 20, 50, 0, false, false },
	{ 0 }
};

static bool
help_pane_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct help_pane *pane = state;

	(void)desk, (void)err;
	list_init(&pane->list, &source, pane, columns);
	list_find(&pane->list, argument);
	return true;
}

static bool
is_called(const struct help_topic *topic, const char *folded)
{
	return text_folded_holds(topic->word, folded, TEXT_FOLD_ACCENTS) ||
	    text_folded_holds(message_show(topic->title), folded, TEXT_FOLD_ACCENTS);
}

/* First what is called so, then what only speaks of it. */
static bool
help_load(struct desk *desk, void *state, struct err *err)
{
	struct help_pane *pane = state;
	char *folded = text_folded(line_text(&pane->list.find), TEXT_FOLD_ACCENTS);

	(void)desk, (void)err;
	pane->count = 0;
	for (size_t i = 0; help_topics[i].word != NULL; i++)
		if (is_called(&help_topics[i], folded))
			pane->shown[pane->count++] = i;
	for (size_t i = 0; help_topics[i].word != NULL; i++)
		if (!is_called(&help_topics[i], folded) &&
		    text_folded_holds(message_show(help_topics[i].text), folded, TEXT_FOLD_ACCENTS))
			pane->shown[pane->count++] = i;
	free(folded);
	list_set_count(&pane->list, pane->count, NULL);
	return true;
}

static struct list *
help_list(void *state)
{
	return &((struct help_pane *)state)->list;
}

static void
help_hint(void *state, struct buf *text)
{
	(void)state;
	buf_add(text, _("Enter opens a topic."));
}

static bool
help_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct help_pane *pane = state;

	(void)err;
	if (input->action == ACTION_OPEN)
		read_topic(desk, topic_at(pane, input->row));
	return true;
}

static void
help_pane_done(void *state)
{
	list_done(&((struct help_pane *)state)->list);
}

const struct pane help_pane = {
	.code = "HLP",
	.title = N_("Help"),
	.size = sizeof(struct help_pane),
	.open = help_pane_open,
	.load = help_load,
	.list = help_list,
	.hint = help_hint,
	.act = help_act,
	.help = N_("Topics for the first days. HLP KEYS on F9 shows all keys, HLP LOG what the last "
	    "row said in this session."),
	.done = help_pane_done,
};
