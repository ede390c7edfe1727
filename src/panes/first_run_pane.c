/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/first_run_pane.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/settings.h"
#include "domain/file.h"
#include "exchange/dataset.h"
#include "exchange/table.h"
#include "panes/desk.h"
#include "panes/start.h"
#include "ui/frame.h"
#include "ui/pager.h"

enum first_step { STEP_LANGUAGE, STEP_FILE };

enum { ANSWER_EMPTY = 1, ANSWERS = 2, COLUMN = 2 };	/* from 0 */

struct first_run {
	struct desk *desk;	/* borrowed */
	enum first_step step;
	int row;		/* the marker, from 0 */
};

/* Making the file */

static bool
go_on(void *context, size_t done, size_t total)
{
	return desk_progress(context, (int64_t)done, (int64_t)total);
}

static bool
fill(struct session *session, void *context, struct err *err)
{
	const struct table_watch watch = { .go_on = go_on, .context = context };
	struct buf report = { 0 };
	char *folder = dataset_near_folder();
	bool ok = dataset_load(session, folder, &watch, &report, err);

	free(folder);
	buf_done(&report);
	return ok;
}

static bool
make_file(struct first_run *first, bool empty, struct err *err)
{
	const struct start_options *options = start_options(first->desk);

	if (!file_create(options->path, options->user, "HOM", empty ? NULL : fill, first->desk, err))
		return false;
	desk_close(first->desk);
	return true;
}

/* Drawing */

static int
draw_line(const struct first_run *first, const struct layout *layout, int row, int index,
    const char *text)
{
	frame_textf(row, COLUMN, layout->columns - COLUMN, ROLE_NORMAL, "%c %d  %s",
	    index == first->row ? '>' : ' ', index + 1, text);
	if (index == first->row)
		frame_cursor(row, COLUMN);
	return row + 1;
}

static int
draw_sentences(const struct layout *layout, int row, const char *text)
{
	struct buf wrapped = { 0 };

	pager_wrap(text, layout->columns - 2 * COLUMN, &wrapped);
	for (const char *line = buf_text(&wrapped); *line != '\0'; row++) {
		const char *end = line;

		while (*end != '\n')
			end++;
		frame_textf(row, COLUMN, layout->columns - COLUMN, ROLE_NORMAL, "%.*s",
		    (int)(end - line), line);
		line = end + 1;
	}
	buf_done(&wrapped);
	return row;
}

static void
draw_languages(const struct first_run *first, const struct layout *layout)
{
	struct buf text = { 0 };
	int row = layout->body.row + 1;

	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		buf_clear(&text);
		buf_add(&text, languages[i].own_name);
		if (i > 0)
			buf_addf(&text, "  %s", languages[i].ascii_name);
		row = draw_line(first, layout, row, i, buf_text(&text));
	}
	buf_done(&text);
}

static void
draw_file(const struct first_run *first, const struct layout *layout)
{
	int row = layout->body.row + 1;

	row = draw_sentences(layout, row, _("There is no file yet. It will be made here:"));
	row = draw_sentences(layout, row, start_options(first->desk)->path) + 1;
	row = draw_line(first, layout, row, 0, _("Create it with the NEAR data"));
	draw_line(first, layout, row, 1, _("Create it empty"));
}

static void
first_draw(void *state, const struct layout *layout)
{
	const struct first_run *first = state;

	if (first->step == STEP_LANGUAGE)
		draw_languages(first, layout);
	else
		draw_file(first, layout);
}

static void
first_hint(void *state, struct buf *text)
{
	(void)state;
	buf_add(text, _("Number or Enter chooses, F3 leaves."));
}

/* Answering */

static int
count_answers(const struct first_run *first)
{
	return first->step == STEP_LANGUAGE ? LANGUAGE_COUNT : ANSWERS;
}

static int
language_index(const struct language *language)
{
	return language != NULL ? (int)(language - languages) : 0;
}

static bool
first_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct first_run *first = state;
	const struct start_options *options = start_options(desk);
	bool known = options->language_given || settings_is_chosen(options->settings, "language");

	(void)argument, (void)err;
	first->desk = desk;
	first->step = known ? STEP_FILE : STEP_LANGUAGE;
	first->row = known ? 0 : language_index(messages_language());
	return true;
}

static bool
choose(struct first_run *first, int index, struct err *err)
{
	if (index < 0 || index >= count_answers(first))
		return false;
	first->row = index;
	if (first->step == STEP_FILE)
		return make_file(first, index == ANSWER_EMPTY, err);
	if (!start_speak(first->desk, &languages[index], err))
		return false;
	first->step = STEP_FILE;
	first->row = 0;
	return true;
}

static bool
move(struct first_run *first, int by)
{
	int row = first->row + by;

	if (row < 0 || row >= count_answers(first))
		return false;
	first->row = row;
	return true;
}

static bool
first_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct first_run *first = state;

	(void)desk;
	switch (input->action) {
	case ACTION_DIGIT:
		return choose(first, input->option - 1, err);
	case ACTION_ACCEPT:
		return choose(first, first->row, err);
	case ACTION_UP:
		return move(first, -1);
	case ACTION_DOWN:
		return move(first, 1);
	default:
		return true;
	}
}

static const struct action_use uses[] = {
	{ ACTION_ACCEPT, NULL, NULL },
	{ ACTION_UP, NULL, NULL },
	{ ACTION_DOWN, NULL, NULL },
	{ 0 }
};

const struct pane first_run_pane = {
	.code = "NEAR",
	.title = N_("First start"),
	.size = sizeof(struct first_run),
	.open = first_open,
	.draw = first_draw,
	.hint = first_hint,
	.act = first_act,
	.actions = uses,
	.help = N_("The file holds all records. With the NEAR data it begins with the member "
	    "governments as of 2011; nothing of it is fixed, everything can be changed."),
};
