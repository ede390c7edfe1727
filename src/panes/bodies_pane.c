/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/bodies_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/body.h"
#include "domain/body_entry.h"
#include "domain/fold.h"
#include "domain/roster.h"
#include "panes/body_detail.h"
#include "panes/body_form.h"
#include "panes/body_record_panes.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "panes/meetings_pane.h"
#include "panes/pane.h"
#include "panes/roster_pane.h"
#include "ui/list.h"

struct bodies_pane {
	struct desk *desk;		/* borrowed */
	char *argument;			/* for Find; NULL once used */
	struct list list;
	struct row_list bodies;		/* those shown, as struct body_entry */
	struct roster_count *counts;	/* one each */
	size_t vacant;			/* seats of all bodies */
};

enum { KEY, NAME, HELD_BY, SEATS, SINCE, UNTIL };

static const struct list_column columns[] = {
	[KEY] = { NC_("column", "Key"), 8, 8, 0, false, false },
	[NAME] = { NC_("column", "Name"), 20, 56, 0, false, false },
	[HELD_BY] = { NC_("column", "Held by"), 7, 7, 3, false, false },
	[SEATS] = { NC_("column", "Seats"), 6, 6, 2, false, false },
	[SINCE] = { NC_("column", "Since"), 7, 10, 4, false, false },
	[UNTIL] = { NC_("column", "Until"), 7, 10, 1, false, false },
	{ 0 }
};

static const struct body_entry *
body_at(const struct bodies_pane *pane, size_t row)
{
	return row < pane->bodies.count ? row_at(&pane->bodies, row) : NULL;
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct bodies_pane *pane = context;
	const struct body_entry *body = body_at(pane, row);
	const struct roster_count *count = &pane->counts[row];

	switch (column) {
	case KEY:
		buf_add(text, body->key);
		break;
	case NAME:
		buf_add_repeat(text, ' ', (int)body->depth);
		buf_add(text, body->name);
		break;
	case HELD_BY:
		buf_add(text, body->holder);
		break;
	case SEATS:
		if (count->seats > 0)
			buf_addf(text, "%zu/%zu", count->held, count->seats);
		break;
	case SINCE:
		buf_add(text, body->since[0] != '\0' ? body->since : "?");
		break;
	default:
		buf_add(text, body->until != NULL ? body->until : "");
	}
}

static const char *
key_of(void *context, size_t row)
{
	return body_at(context, row)->key;
}

/* A seat that nobody holds wants somebody's attention. */
static char
mark_of(void *context, size_t row)
{
	const struct roster_count *count = &((const struct bodies_pane *)context)->counts[row];

	return count->held < count->seats ? '!' : ' ';
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct body_entry *body = body_at(context, row);

	if (body != NULL)
		body_detail_title(body, text);
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct body_entry *body = body_at(context, row);

	if (body != NULL)
		body_detail_draw(body, "", NULL, area);
}

static void
add_day(void *context, struct buf *text)
{
	desk_add_as_of(((const struct bodies_pane *)context)->desk, _("As of now"), text);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = key_of,
	.mark = mark_of,
	.detail_title = add_detail_title,
	.detail = draw_detail,
	.status_end = add_day,
};

enum { EDIT = 2, NAMES, DISSOLVE, VIEW, TEXTS, TERMS, HISTORY, MEETINGS };

static const struct option options[] = {
	{ EDIT, NC_("option", "Edit"), N_("correct what is known of the body"), false, false },
	{ NAMES, NC_("option", "Names"), N_("what the body is called, by period"), false, false },
	{ DISSOLVE, NC_("option", "Dissolve"), N_("it ends on a day, with its terms; it keeps its number"), false, true },
	{ VIEW, NC_("option", "View"), N_("everything about the body on one page"), false, false },
	{ TEXTS, NC_("option", "Texts"), N_("purpose, activities and role, by period and language"), false, false },
	{ TERMS, NC_("option", "Terms"), N_("all terms in the seats of the body"), false, false },
	{ HISTORY, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ MEETINGS, NC_("option", "Meetings"), N_("the meetings of the body"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("set up a new body") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
bodies_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct bodies_pane *pane = state;

	(void)err;
	pane->desk = desk;
	pane->argument = mem_strdup(argument);
	list_init(&pane->list, &source, pane, columns);
	pane->list.options = options;
	pane->list.detail_rows = BODY_DETAIL_ROWS;
	return true;
}

/* Key, names in all six languages, and who leads it. */
static bool
is_found(const struct body_entry *body, const struct fold_query *query)
{
	const char *const texts[] = { body->name_en, body->name_zh, body->name_ja, body->name_ko,
		body->name_ru, body->name_mn };
	struct buf text = { 0 };

	fold_search_code(body->key, &text);
	fold_search_code(body->holder, &text);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		fold_search_text(texts[i], NULL, &text);
	bool found = fold_query_match(query, buf_text(&text), text.length) != FOLD_NONE;
	buf_done(&text);
	return found;
}

/* Those that fit what is typed; the others are let go. */
static void
sift(struct bodies_pane *pane, struct row_list *all)
{
	struct fold_query query;

	row_list_done(&pane->bodies);
	fold_query_init(&query, line_text(&pane->list.find));
	for (size_t i = 0; i < all->count; i++)
		if (query.length == 0 || is_found(row_at(all, i), &query))
			record_copy(&body_entry_type, row_add(&pane->bodies, &body_entry_type), row_at(all, i));
	fold_query_done(&query);
}

static bool
count_seats(struct bodies_pane *pane, struct err *err)
{
	bool ok = true;

	free(pane->counts);
	pane->counts = mem_alloc((pane->bodies.count + 1) * sizeof *pane->counts);
	pane->vacant = 0;
	for (size_t i = 0; ok && i < pane->bodies.count; i++) {
		ok = roster_count(desk_session(pane->desk), body_at(pane, i)->key, &pane->counts[i], err);
		pane->vacant += pane->counts[i].seats - pane->counts[i].held;
	}
	return ok;
}

char *
bodies_spell(const char *argument)
{
	size_t length = strcspn(argument, " ");
	char *word = mem_strndup(argument, length), *folded = text_folded(word, 0);
	struct buf spelled = { 0 };

	for (const char *p = folded; *p != '\0'; p++)
		buf_add_char(&spelled, *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
	buf_add(&spelled, argument + length);
	free(folded);
	free(word);
	return buf_take(&spelled);
}

/* A key that is typed whole is what is meant, whatever else has it in its name. */
static void
go_to_key(struct bodies_pane *pane)
{
	char *key = bodies_spell(line_text(&pane->list.find));

	for (size_t i = 0; i < pane->bodies.count; i++)
		if (strcmp(body_at(pane, i)->key, key) == 0)
			list_go(&pane->list, i);
	free(key);
}

static bool
bodies_load(struct desk *desk, void *state, struct err *err)
{
	struct bodies_pane *pane = state;
	struct row_list all = { 0 };

	if (pane->argument != NULL && pane->argument[0] != '\0')
		list_find(&pane->list, pane->argument);
	free(pane->argument);
	pane->argument = NULL;
	if (!body_entry_list(desk_session(desk), &all, err))
		return false;
	sift(pane, &all);
	row_list_done(&all);
	if (!count_seats(pane, err))
		return false;
	list_set_count(&pane->list, pane->bodies.count, NULL);
	go_to_key(pane);
	return true;
}

static struct list *
bodies_list(void *state)
{
	return &((struct bodies_pane *)state)->list;
}

static void
bodies_scope(void *state, int width, struct buf *text)
{
	const struct bodies_pane *pane = state;

	buf_addf(text, "%zu", pane->bodies.count);
	if (pane->vacant > 0 && width >= LAYOUT_NARROW)
		buf_addf(text, nq_("   %d vacant seat", "   %d vacant seats", pane->vacant),
		    (int)pane->vacant);
}

/* What somebody may leave out: "" then. False: left without. */
static bool
ask_words(struct desk *desk, const char *question, struct buf *text)
{
	return desk_ask_text(desk, question, false, text);
}

static bool
dissolve(struct desk *desk, const char *key, struct err *err)
{
	struct buf decision = { 0 }, successor = { 0 };
	char day[DAY_SIZE];
	int64_t number = 0;
	bool ok = true;

	if (!desk_ask_day(desk, _("On which day does the body end?"), day, err))
		return err->code == ERR_NONE;
	if (ask_words(desk, _("By which decision? GA-9/3, or empty."), &decision) &&
	    ask_words(desk, _("Which body takes over? Its key, or empty."), &successor))
		ok = body_dissolve(desk_session(desk), key, day,
		    successor.length > 0 ? buf_text(&successor) : NULL, buf_text(&decision), &number, err);
	if (number != 0)
		desk_say_saved(desk, number);
	buf_done(&decision);
	buf_done(&successor);
	desk_reload(desk);
	return ok;
}

static bool
run_option(struct desk *desk, int option, const char *key, struct err *err)
{
	switch (option) {
	case EDIT:
		return desk_open(desk, &body_form, key, err);
	case NAMES:
		return desk_open(desk, &body_names_pane, key, err);
	case DISSOLVE:
		return dissolve(desk, key, err);
	case VIEW:
		return body_detail_read(desk, key, err);
	case TEXTS:
		return desk_open(desk, &body_texts_pane, key, err);
	case TERMS:
		return desk_open(desk, &terms_pane, key, err);
	case MEETINGS:
		return desk_open(desk, &meetings_pane, key, err);
	default:
		return history_pane_open(desk, "body", key, err);
	}
}

static bool
bodies_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	const struct body_entry *body = body_at(state, input->row);

	switch (input->action) {
	case ACTION_OPEN:
		return body == NULL || desk_open(desk, &roster_pane, body->key, err);
	case ACTION_OPTION:
		return body == NULL || run_option(desk, input->option, body->key, err);
	case ACTION_NEW:
		return desk_open(desk, &body_form, "", err);
	default:
		return true;
	}
}

static void
bodies_done(void *state)
{
	struct bodies_pane *pane = state;

	list_done(&pane->list);
	row_list_done(&pane->bodies);
	free(pane->counts);
	free(pane->argument);
}

/* "COM ENV 2011-03-14" is the roster of that body on that day. */
static const struct pane *
bodies_choose(struct desk *desk, const char *argument)
{
	char *spelled = bodies_spell(argument);
	char *key = mem_strndup(spelled, strcspn(spelled, " "));
	struct body body = { 0 };
	bool found = false;

	if (key[0] != '\0' && !row_find(desk_session(desk), &body_type, key, &body, &found, NULL))
		found = false;
	record_done(&body_type, &body);
	free(key);
	free(spelled);
	return found ? &roster_pane : &bodies_pane;
}

const struct pane bodies_pane = {
	.code = "COM",
	.title = N_("Bodies"),
	.size = sizeof(struct bodies_pane),
	.choose = bodies_choose,
	.open = bodies_open,
	.load = bodies_load,
	.list = bodies_list,
	.scope = bodies_scope,
	.act = bodies_act,
	.options = options,
	.actions = uses,
	.help = N_("The bodies of the association, each behind the one it belongs to. Enter opens the roster: "
	    "who holds which seat on the day. \"!\" marks a body with a vacant seat. COM ENV 2011-03-14 "
	    "opens a roster as it was on that day."),
	.done = bodies_done,
};
