/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/parallel_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/document.h"
#include "domain/document_text.h"
#include "domain/row.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "ui/choices.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/pager.h"

enum { TITLE = 1, WORDS = 2, STATE = 3, READ = 5, HISTORY = 8, DETAIL_ROWS = 11, GAP = 2 };

struct parallel_pane {
	struct desk *desk;		/* borrowed */
	char *document;			/* key */
	struct document record;
	struct row_list texts;		/* six, in the order of languages[] */
	struct list list;
};

static const struct list_column columns[] = {
	{ .head = NC_("column", "Language"), .width = 10, .most = 12 },
	{ .head = NC_("column", "State"), .width = 12, .most = 16 },
	{ .head = NC_("column", "Title"), .width = 14, .most = 60 },
	{ 0 }
};

static const struct document_text *
text_at(const struct parallel_pane *pane, size_t row)
{
	return row < pane->texts.count ? row_at(&pane->texts, row) : NULL;
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	static const char *const keys[] = { "language", "state", "title" };
	const struct document_text *words = text_at(context, row);

	if (words != NULL)
		record_show(record_find_field(&document_text_type, keys[column]), words, text);
}

static const char *
key_of(void *context, size_t row)
{
	return text_at(context, row)->language;
}

static char
mark_of(void *context, size_t row)
{
	const struct document_text *words = text_at(context, row);

	return words != NULL && words->text[0] == '\0' ? '!' : ' ';
}

/* What a text is compared with: the original, else the first other one with words. */
static const struct document_text *
beside(const struct parallel_pane *pane, const struct document_text *words)
{
	const struct document_text *first = NULL;

	for (size_t i = 0; i < pane->texts.count; i++) {
		const struct document_text *other = text_at(pane, i);

		if (other == words || other->text[0] == '\0')
			continue;
		if (strcmp(other->language, pane->record.original) == 0)
			return other;
		if (first == NULL)
			first = other;
	}
	return first;
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct document_text *words = text_at(context, row);
	const struct document_text *other = words != NULL ? beside(context, words) : NULL;

	if (words != NULL)
		buf_add(text, words->language);
	if (other != NULL)
		buf_addf(text, " | %s", other->language);
}

static void
draw_words(const struct document_text *words, struct area area)
{
	struct buf wrapped = { 0 };
	int row = area.row;

	if (words->text[0] == '\0') {
		frame_text(row, area.column, area.columns, _("Nobody has entered these words yet."), ROLE_NORMAL);
		return;
	}
	pager_wrap(words->text, area.columns, &wrapped);
	for (const char *line = buf_text(&wrapped); *line != '\0' && row < area.row + area.rows; row++) {
		size_t length = strcspn(line, "\n");
		char *shown = mem_strndup(line, length);

		frame_text(row, area.column, area.columns, shown, ROLE_NORMAL);
		free(shown);
		line += length + (line[length] == '\n');
	}
	buf_done(&wrapped);
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct document_text *words = text_at(context, row);
	const struct document_text *other = words != NULL ? beside(context, words) : NULL;
	struct area left = area, right = area;

	if (words == NULL)
		return;
	if (other == NULL || area.columns < LAYOUT_NARROW - GAP) {
		draw_words(words, area);
		return;
	}
	left.columns = (area.columns - GAP) / 2;
	right.column += left.columns + GAP;
	right.columns = area.columns - left.columns - GAP;
	draw_words(words, left);
	draw_words(other, right);
}

static const struct list_source source = {
	.cell = add_cell, .key = key_of, .mark = mark_of,
	.detail_title = add_detail_title, .detail = draw_detail,
};

/* Reading */

static const struct option options[] = {
	{ TITLE, NC_("option", "Title"), N_("type the title in this language"), false, true },
	{ WORDS, NC_("option", "Words"), N_("edit the words in your editor"), false, false },
	{ STATE, NC_("option", "State"), N_("say whether they are a draft, translated, checked or authentic"), false, true },
	{ READ, NC_("option", "View"), N_("read the words whole"), false, false },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static bool
parallel_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct parallel_pane *pane = state;

	pane->desk = desk;
	pane->document = mem_strdup(argument);
	if (argument[0] == '\0')
		return err_set(err, ERR_USAGE, _("Say of which document: PAR CHARTER-1998."));
	list_init(&pane->list, &source, pane, columns);
	pane->list.options = options;
	pane->list.detail_rows = DETAIL_ROWS;
	pane->list.no_find = true;
	pane->list.in_rows = true;
	return row_get(desk_session(desk), &document_type, argument, &pane->record, err);
}

static bool
parallel_load(struct desk *desk, void *state, struct err *err)
{
	struct parallel_pane *pane = state;
	struct row_list texts = { 0 };

	if (!document_text_list(desk_session(desk), pane->document, &texts, err))
		return false;
	row_list_done(&pane->texts);
	pane->texts = texts;
	list_set_count(&pane->list, texts.count, NULL);
	return true;
}

static struct list *
parallel_list(void *state)
{
	return &((struct parallel_pane *)state)->list;
}

static void
parallel_scope(void *state, int width, struct buf *text)
{
	const struct parallel_pane *pane = state;

	buf_add(text, pane->document);
	if (width >= LAYOUT_NARROW && pane->record.day[0] != '\0')
		buf_addf(text, "   %s", pane->record.day);
	if (width >= LAYOUT_NARROW && pane->record.decision[0] != '\0')
		buf_addf(text, "   %s", pane->record.decision);
}

/* Deeds */

static bool
set(struct parallel_pane *pane, const struct document_text *words,
    const struct document_text_change *change, struct err *err)
{
	int64_t number = 0;
	bool ok = document_text_set(desk_session(pane->desk), pane->document, words->language, change,
	    &number, err);

	if (ok && number != 0)
		desk_say_saved(pane->desk, number);
	desk_reload(pane->desk);
	return ok;
}

static void
add_title(const struct parallel_pane *pane, const struct document_text *words, struct buf *text)
{
	buf_addf(text, "%s  ", pane->document);
	record_show(record_find_field(&document_text_type, "language"), words, text);
}

static bool
edit_words(struct parallel_pane *pane, const struct document_text *words, struct err *err)
{
	struct buf text = { 0 }, title = { 0 };
	bool changed = false;

	if (!session_may_write(desk_session(pane->desk), err))
		return false;
	add_title(pane, words, &title);
	buf_add(&text, words->text);
	bool ok = desk_edit_note(pane->desk, buf_text(&title), &text, &changed, err);
	if (ok && changed)
		ok = set(pane, words, &(struct document_text_change){ .text = buf_text(&text) }, err);
	buf_done(&text);
	buf_done(&title);
	return ok;
}

static bool
type_title(struct parallel_pane *pane, const struct document_text *words, struct err *err)
{
	struct buf text = { 0 };
	bool ok = true;

	buf_add(&text, words->title);
	if (desk_ask_text(pane->desk, _("What is the title in this language?"), false, &text))
		ok = set(pane, words, &(struct document_text_change){ .title = buf_text(&text) }, err);
	buf_done(&text);
	return ok;
}

static void
fill_states(void *context, const char *typed, struct choices *ret_choices)
{
	const struct field *field = record_find_field(&document_text_type, "state");

	(void)context;
	for (const struct choice *choice = field->choices; choice->word != NULL; choice++)
		if (strncmp(choice->word, typed, strlen(typed)) == 0 ||
		    strstr(message_show(choice->label), typed) != NULL)
			choices_add(ret_choices, choice->word, message_show(choice->label), "");
}

static bool
choose_state(struct parallel_pane *pane, const struct document_text *words, struct err *err)
{
	struct buf state = { 0 };
	bool ok = true;

	if (desk_pick(pane->desk, _("How far is this text?"), fill_states, NULL, &state))
		ok = set(pane, words, &(struct document_text_change){ .state = buf_text(&state) }, err);
	buf_done(&state);
	return ok;
}

static bool
open_history(struct parallel_pane *pane, const struct document_text *words, struct err *err)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%s", pane->document, words->language);
	bool ok = history_pane_open(pane->desk, document_text_type.key, buf_text(&key), err);
	buf_done(&key);
	return ok;
}

static int
read_one(struct parallel_pane *pane, const struct document_text *words)
{
	struct buf title = { 0 };

	add_title(pane, words, &title);
	int turn = desk_read_one(pane->desk, buf_text(&title), words->text[0] != '\0' ? words->text :
	    _("Nobody has entered these words yet."));
	buf_done(&title);
	return turn;
}

/* One language after the other; the marker goes with what is read. */
static void
read_words(struct parallel_pane *pane, size_t row)
{
	size_t count = pane->texts.count;
	int turn;

	while ((turn = read_one(pane, text_at(pane, row))) != 0) {
		row = (row + count + (size_t)turn) % count;
		list_go(&pane->list, row);
	}
}

/* In a small window nothing stands below the list. */
static bool
shows_words(void)
{
	return layout_make(LAYOUT_LIST, frame_rows(), frame_columns(), DETAIL_ROWS).detail.rows > 0;
}

static bool
run_option(struct parallel_pane *pane, int option, size_t row, struct err *err)
{
	const struct document_text *words = text_at(pane, row);

	switch (option) {
	case TITLE:
		return type_title(pane, words, err);
	case WORDS:
		return edit_words(pane, words, err);
	case STATE:
		return choose_state(pane, words, err);
	case HISTORY:
		return open_history(pane, words, err);
	default:
		read_words(pane, row);
		return true;
	}
}

static void
turn(struct parallel_pane *pane, int step)
{
	size_t count = pane->texts.count, row = (pane->list.row + count + (size_t)step) % count;

	list_go(&pane->list, row);
	if (!shows_words())
		read_words(pane, row);
}

static bool
parallel_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct parallel_pane *pane = state;

	(void)desk;
	if (pane->texts.count == 0)
		return true;
	switch (input->action) {
	case ACTION_OPEN:
		return run_option(pane, shows_words() ? WORDS : READ, input->row, err);
	case ACTION_OPTION:
		return run_option(pane, input->option, input->row, err);
	case ACTION_PREVIOUS:
	case ACTION_NEXT:
		turn(pane, input->action == ACTION_NEXT ? 1 : -1);
		return true;
	default:
		return true;
	}
}

static void
parallel_done(void *state)
{
	struct parallel_pane *pane = state;

	list_done(&pane->list);
	row_list_done(&pane->texts);
	record_done(&document_type, &pane->record);
	free(pane->document);
}

static const struct action_use uses[] = {
	{ ACTION_PREVIOUS, NC_("key", "Language"), N_("the language before") },
	{ ACTION_NEXT, NULL, N_("the next language; in a small window to read it") },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

const struct pane parallel_pane = {
	.code = "PAR",
	.title = N_("Parallel texts"),
	.size = sizeof(struct parallel_pane),
	.open = parallel_open,
	.load = parallel_load,
	.list = parallel_list,
	.scope = parallel_scope,
	.act = parallel_act,
	.options = options,
	.actions = uses,
	.help = N_("Six languages of one document. Below stand the words of the language under the marker, and "
	    "beside them those of the original, or of the first language that has any. Enter edits the "
	    "words; once they are checked and then changed, they wait to be checked again. Where the window "
	    "is too small for them Enter shows them to be read, and F7 and F8 those of the other languages."),
	.done = parallel_done,
};
