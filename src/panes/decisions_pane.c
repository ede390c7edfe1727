/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/decisions_pane.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/decision_effect.h"
#include "domain/decision_entry.h"
#include "domain/fold.h"
#include "domain/follow_up_list.h"
#include "domain/session.h"
#include "panes/decision_detail.h"
#include "panes/decision_form.h"
#include "panes/desk.h"
#include "panes/follow_ups_pane.h"
#include "panes/history_pane.h"
#include "panes/pane.h"
#include "ui/list.h"

enum { DETAIL_ROWS = 8 };
enum { EDIT = 2, VIEW = 5, FOLLOW_UP = 6, CLOSE = 7, TO_DO = 8, HISTORY = 9 };
enum { COLUMN_NO, COLUMN_TAKEN, COLUMN_KIND, COLUMN_TEXT, COLUMN_EFFECT, COLUMN_OPEN };

struct decisions_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	struct row_list rows;		/* struct decision_entry */
	struct decision_detail *details;	/* one a row, read when it comes into view */
	size_t all;			/* without the words of Find */
	struct follow_up_count follow_ups;
	char *argument;			/* NULL once used */
};

static const struct list_column heads[] = {
	{ NC_("column", "No."), 7, 0, 0, false, false },
	{ NC_("column", "Taken"), 10, 0, 2, false, false },
	{ NC_("column", "Kind"), 11, 0, 3, false, false },
	{ NC_("column", "Decision"), 16, 60, 0, false, false },
	{ NC_("column", "Effect"), 6, 0, 1, false, false },
	{ NC_("column", "Open"), 8, 0, 4, false, false },
	{ 0 }
};

static const struct decision_entry *
entry_at(const struct decisions_pane *pane, size_t row)
{
	return row < pane->rows.count ? row_at(&pane->rows, row) : NULL;
}

/* What it is about, by name, before its words: "RU-KEM Кемеровская область". */
static void
add_summary(const struct decision_entry *entry, struct buf *text)
{
	bool single = entry->subjects[0] != '\0' && strchr(entry->subjects, ';') == NULL;

	if (single && entry->names[0] != '\0' && decision_has_effect(entry->kind))
		buf_addf(text, "%s %s", entry->subjects, entry->names);
	else if (entry->text[0] != '\0')
		buf_add(text, entry->text);
	else
		buf_add(text, entry->names);
}

static void
add_open(const struct decision_entry *entry, struct buf *text)
{
	if (entry->late > 0)
		buf_addf(text, _("%d late"), (int)entry->late);
	else if (entry->open > 0)
		buf_addf(text, "%d", (int)entry->open);
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	static const char *const fields[] = { [COLUMN_NO] = "number", [COLUMN_TAKEN] = "taken",
		[COLUMN_KIND] = "kind", [COLUMN_EFFECT] = "effect" };
	const struct decision_entry *entry = entry_at(context, row);

	if (entry == NULL)
		return;
	if (column == COLUMN_TEXT)
		add_summary(entry, text);
	else if (column == COLUMN_OPEN)
		add_open(entry, text);
	else
		record_show(record_find_field(&decision_entry_type, fields[column]), entry, text);
}

static const char *
row_key(void *context, size_t row)
{
	const struct decision_entry *entry = entry_at(context, row);

	return entry != NULL ? entry->number : "";
}

static char
row_mark(void *context, size_t row)
{
	const struct decision_entry *entry = entry_at(context, row);

	return entry != NULL && entry->late > 0 ? '!' : ' ';
}

static bool
need_rows(void *context, size_t first, size_t count, struct err *err)
{
	struct decisions_pane *pane = context;

	for (size_t i = first; i < first + count && i < pane->rows.count; i++)
		if (pane->details[i].effects == NULL && !decision_detail_get(desk_session(pane->desk),
		    entry_at(pane, i), &pane->details[i], err))
			return false;
	return true;
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct decision_entry *entry = entry_at(context, row);

	if (entry == NULL)
		return;
	buf_addf(text, "%s  ", entry->number);
	record_show(record_find_field(&decision_entry_type, "kind"), entry, text);
	buf_addf(text, "  %s", entry->subjects);
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct decisions_pane *pane = context;
	const struct decision_entry *entry = entry_at(pane, row);

	if (entry != NULL)
		decision_detail_draw(entry, &pane->details[row], area);
}

static void
add_day(void *context, struct buf *text)
{
	desk_add_as_of(((const struct decisions_pane *)context)->desk, _("As of now"), text);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = row_key,
	.mark = row_mark,
	.need = need_rows,
	.detail_title = add_detail_title,
	.detail = draw_detail,
	.status_end = add_day,
};

static const struct option options[] = {
	{ EDIT, NC_("option", "Edit"), N_("correct the words of the decision; what it changed stays"), false, true },
	{ VIEW, NC_("option", "View"), N_("everything about the decision on one page"), false, false },
	{ FOLLOW_UP, NC_("option", "Follow-up"), N_("something is to be done after it: by whom, until when"), false, true },
	{ CLOSE, NC_("option", "Close with note"), N_("a follow-up is done: say what became of it"), false, true },
	{ TO_DO, NC_("option", "To do"), N_("the follow-ups of the decision, as a list"), false, false },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("a meeting decides: record it, and carry it out") },
	{ ACTION_MARK, NULL, NULL },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
decisions_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct decisions_pane *pane = state;

	(void)err;
	pane->desk = desk;
	pane->argument = mem_strdup(argument);
	list_init(&pane->list, &source, pane, heads);
	pane->list.options = options;
	pane->list.detail_rows = DETAIL_ROWS;
	return true;
}

/* What is typed: filters, and words to look for */

struct words {
	char *body, *kind;	/* owned; "" for nothing */
	struct buf text;
};

static void
take_word(struct words *words, const char *word, size_t length)
{
	char **filter = strncmp(word, "body:", 5) == 0 ? &words->body :
	    strncmp(word, "kind:", 5) == 0 ? &words->kind : NULL;

	if (filter == NULL) {
		buf_add(&words->text, words->text.length > 0 ? " " : "");
		buf_add_bytes(&words->text, word, length);
		return;
	}
	free(*filter);
	*filter = mem_strndup(word + 5, length - 5);
	for (char *p = words->body; filter == &words->body && *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
}

static void
read_words(struct words *words, const char *typed)
{
	*words = (struct words){ .body = mem_strdup(""), .kind = mem_strdup("") };
	for (const char *p = typed + strspn(typed, " "); *p != '\0';) {
		size_t length = strcspn(p, " ");

		take_word(words, p, length);
		p += length;
		p += strspn(p, " ");
	}
}

static void
words_done(struct words *words)
{
	free(words->body);
	free(words->kind);
	buf_done(&words->text);
}

static bool
is_found(const struct decision_entry *entry, const struct fold_query *query)
{
	struct buf kind = { 0 }, text = { 0 };
	const char *const looked_in[] = { entry->number, entry->subjects, entry->names, entry->text_en,
		entry->text_zh, entry->text_ja, entry->text_ko, entry->text_ru, entry->text_mn };

	record_show(record_find_field(&decision_entry_type, "kind"), entry, &kind);
	fold_search_text(buf_text(&kind), NULL, &text);
	for (size_t i = 0; i < sizeof looked_in / sizeof looked_in[0]; i++)
		fold_search_text(looked_in[i], NULL, &text);
	bool found = fold_query_match(query, buf_text(&text), text.length) != FOLD_NONE;
	buf_done(&kind);
	buf_done(&text);
	return found;
}

static void
keep_found(struct row_list *all, const char *typed, struct row_list *ret_found)
{
	struct fold_query query;

	*ret_found = (struct row_list){ .type = &decision_entry_type };
	fold_query_init(&query, typed);
	for (size_t i = 0; i < all->count; i++)
		if (query.length == 0 || is_found(row_at(all, i), &query))
			record_copy(&decision_entry_type, row_add(ret_found, &decision_entry_type), row_at(all, i));
	fold_query_done(&query);
}

static void
forget_rows(struct decisions_pane *pane)
{
	for (size_t i = 0; i < pane->rows.count; i++)
		decision_detail_done(&pane->details[i]);
	free(pane->details);
	pane->details = NULL;
	if (pane->rows.type != NULL)
		row_list_done(&pane->rows);
}

/* "GA-8/1" puts the marker there; anything else is typed into Find. */
static void
use_argument(struct decisions_pane *pane)
{
	for (size_t i = 0; i < pane->rows.count; i++)
		if (strcasecmp(entry_at(pane, i)->number, pane->argument) == 0)
			list_go(&pane->list, i);
	free(pane->argument);
	pane->argument = NULL;
}

static bool
decisions_load(struct desk *desk, void *state, struct err *err)
{
	struct decisions_pane *pane = state;
	struct session *session = desk_session(desk);
	struct row_list all = { 0 };
	struct words words;

	read_words(&words, line_text(&pane->list.find));
	struct decision_filter filter = { .body = words.body, .kind = words.kind };
	bool ok = decision_list(session, &filter, &all, err) &&
	    follow_up_count(session, &pane->follow_ups, err);
	if (ok) {
		forget_rows(pane);
		keep_found(&all, buf_text(&words.text), &pane->rows);
		pane->details = mem_alloc((pane->rows.count + 1) * sizeof *pane->details);
		pane->all = all.count;
		list_set_count(&pane->list, pane->rows.count, NULL);
		if (pane->argument != NULL)
			use_argument(pane);
	}
	if (all.type != NULL)
		row_list_done(&all);
	words_done(&words);
	return ok;
}

static struct list *
decisions_list(void *state)
{
	return &((struct decisions_pane *)state)->list;
}

static void
decisions_scope(void *state, int columns, struct buf *text)
{
	const struct decisions_pane *pane = state;

	if (columns < LAYOUT_NARROW) {
		buf_addf(text, "%zu/%zu", pane->rows.count, pane->all);
		if (pane->follow_ups.late > 0)
			buf_addf(text, " !%zu", pane->follow_ups.late);
		return;
	}
	buf_addf(text, _("%d of %d"), (int)pane->rows.count, (int)pane->all);
	if (pane->follow_ups.open > 0)
		buf_addf(text, _("   %d to follow, %d late"), (int)pane->follow_ups.open, (int)pane->follow_ups.late);
}

static void
decisions_hint(void *state, struct buf *text)
{
	(void)state;
	buf_add(text, _("Words for Find: body:GA  kind:set-up-body  and any word of the texts"));
}

/* Deeds */

static void
fill_open(void *context, const char *typed, struct choices *ret_choices)
{
	const struct row_list *open = context;

	(void)typed;
	for (size_t i = 0; i < open->count; i++) {
		const struct follow_up_entry *entry = row_at(open, i);

		choices_add(ret_choices, entry->number, entry->what, entry->owner);
	}
}

/* The one that is open, or the one that is chosen; "" when left without. */
static bool
choose_open(struct decisions_pane *pane, const char *decision, struct buf *ret_number, struct err *err)
{
	struct row_list open = { 0 };
	bool ok = follow_up_list(desk_session(pane->desk), decision, true, &open, err);

	if (ok && open.count == 0)
		ok = err_set(err, ERR_MISSING, _("No follow-up of %s is open: 6 adds one."), decision);
	if (ok)
		buf_add(ret_number, ((const struct follow_up_entry *)row_at(&open, 0))->number);
	if (ok && open.count > 1 &&
	    !desk_pick(pane->desk, _("Which of them is done?"), fill_open, &open, ret_number))
		buf_clear(ret_number);
	row_list_done(&open);
	return ok;
}

static bool
ask_and_close(struct decisions_pane *pane, const char *decision, struct err *err)
{
	struct buf number = { 0 };
	bool ok = choose_open(pane, decision, &number, err);

	if (ok && number.length > 0)
		ok = follow_ups_close(pane->desk, buf_text(&number), err);
	buf_done(&number);
	return ok;
}

static bool
run_option(struct decisions_pane *pane, int option, const char *number, struct err *err)
{
	switch (option) {
	case VIEW:
		return decision_detail_read(pane->desk, number, err);
	case FOLLOW_UP:
		return desk_open(pane->desk, &follow_up_form, number, err);
	case CLOSE:
		return ask_and_close(pane, number, err);
	case TO_DO:
		return desk_open(pane->desk, &follow_ups_pane, number, err);
	case HISTORY:
		return history_pane_open(pane->desk, "decision", number, err);
	default:
		return desk_open(pane->desk, &decision_form, number, err);
	}
}

/* Of the body the list is narrowed to, where it is narrowed to one. */
static bool
open_new(struct decisions_pane *pane, struct err *err)
{
	struct words words;

	read_words(&words, line_text(&pane->list.find));
	bool ok = desk_open(pane->desk, &decision_form, words.body, err);
	words_done(&words);
	return ok;
}

static bool
decisions_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct decisions_pane *pane = state;

	(void)desk;
	switch (input->action) {
	case ACTION_OPEN:
		return run_option(pane, EDIT, row_key(pane, input->row), err);
	case ACTION_OPTION:
		return run_option(pane, input->option, row_key(pane, input->row), err);
	case ACTION_NEW:
		return open_new(pane, err);
	default:
		return true;
	}
}

static void
decisions_done(void *state)
{
	struct decisions_pane *pane = state;

	list_done(&pane->list);
	forget_rows(pane);
	free(pane->argument);
}

const struct pane decisions_pane = {
	.code = "DEC",
	.title = N_("Decisions"),
	.size = sizeof(struct decisions_pane),
	.open = decisions_open,
	.load = decisions_load,
	.list = decisions_list,
	.scope = decisions_scope,
	.hint = decisions_hint,
	.act = decisions_act,
	.options = options,
	.actions = uses,
	.help = N_("The register of what meetings decided. A decision changes the data when it is recorded, and "
	    "every row it changed names it. What is to be done after it has one owner, returns to the next "
	    "agenda of the body, and closes only with a note. Its words may be corrected; for anything else "
	    "undo it, or let a meeting take a further one."),
	.done = decisions_done,
};
