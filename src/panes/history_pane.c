/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/history_pane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/stamp.h"
#include "base/zone.h"
#include "domain/history.h"
#include "domain/member.h"
#include "domain/record_types.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "panes/desk.h"
#include "panes/history_detail.h"
#include "panes/history_rows.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/pager.h"

enum { DETAIL_ROWS = 8, OPTION_READ = 5, OPTION_UNDO = 6 };

struct history_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	struct history_rows rows;
	const struct record_type *type;	/* NULL: of everything */
	char *key;			/* of the record */
	char *name;			/* for row 1 */
	char *start;			/* id of the set to begin on; NULL once used */
	struct zone *zone;		/* of the association; NULL: UTC */
	struct row_list cells;		/* of the row under the marker, */
	char *cells_of;			/* whose id this is */
	char *effect;			/* what 6=Undo would do, */
	char *effect_of;		/* to the set of this id */
	bool refused;			/* effect says why it would not */
};

static const struct list_column all_heads[] = {
	{ NC_("column", "Set"), 5, 6, 0, true, false },
	{ NC_("column", "Day"), 10, 10, 0, false, false },
	{ NC_("column", "Time"), 5, 5, 2, false, false },
	{ NC_("column", "Who"), 8, 16, 3, false, false },
	{ NC_("column", "Record"), 11, 16, 4, false, false },
	{ NC_("column", "What"), 16, 30, 0, false, false },
	{ NC_("column", "Undo"), 12, 16, 1, false, false },
	{ 0 }
};

static const struct list_column one_heads[] = {
	{ NC_("column", "Set"), 5, 6, 0, true, false },
	{ NC_("column", "Day"), 10, 10, 0, false, false },
	{ NC_("column", "Time"), 5, 5, 2, false, false },
	{ NC_("column", "Who"), 8, 16, 3, false, false },
	{ NC_("column", "What"), 16, 30, 0, false, false },
	{ NC_("column", "Undo"), 12, 16, 1, false, false },
	{ 0 }
};

static struct session *
session_of(const struct history_pane *pane)
{
	return desk_session(pane->desk);
}

/* Cells */

static void
add_number(struct history_pane *pane, size_t row, struct buf *text)
{
	buf_add(text, history_rows_at(&pane->rows, row)->number);
}

static void
add_day(struct history_pane *pane, size_t row, struct buf *text)
{
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];

	stamp_show(pane->zone, history_rows_at(&pane->rows, row)->at, day, time);
	buf_add(text, day);
}

static void
add_time(struct history_pane *pane, size_t row, struct buf *text)
{
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];

	stamp_show(pane->zone, history_rows_at(&pane->rows, row)->at, day, time);
	buf_add(text, time);
}

static void
add_who(struct history_pane *pane, size_t row, struct buf *text)
{
	buf_add(text, history_rows_at(&pane->rows, row)->who);
}

static void
add_record(struct history_pane *pane, size_t row, struct buf *text)
{
	const struct change_summary *summary =
	    history_rows_summary(&pane->rows, session_of(pane), row);

	if (summary->name[0] != '\0')
		buf_add(text, summary->name);
	else
		change_summary_add(summary, text);
}

static void
add_what(struct history_pane *pane, size_t row, struct buf *text)
{
	buf_add(text, history_what(history_rows_at(&pane->rows, row)->what));
}

static void
add_undo(struct history_pane *pane, size_t row, struct buf *text)
{
	const struct history_set *set = history_rows_at(&pane->rows, row);

	if (set->undone[0] != '\0')
		/* TRANSLATORS: number of the change set that took it back; a column of a list. */
		buf_addf(text, _("undone by %s"), set->undone);
	else if (set->undoes[0] != '\0')
		/* TRANSLATORS: number of the change set it takes back; a column of a list. */
		buf_addf(text, _("undoes %s"), set->undoes);
}

/* In the order of the heads. */
static void (*const all_cells[])(struct history_pane *, size_t, struct buf *) = {
	add_number, add_day, add_time, add_who, add_record, add_what, add_undo,
};

static void (*const one_cells[])(struct history_pane *, size_t, struct buf *) = {
	add_number, add_day, add_time, add_who, add_what, add_undo,
};

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	struct history_pane *pane = context;

	(pane->type != NULL ? one_cells : all_cells)[column](pane, row, text);
}

static const char *
row_key(void *context, size_t row)
{
	return history_rows_at(&((struct history_pane *)context)->rows, row)->id;
}

/* Detail */

static bool
read_cells(struct history_pane *pane, const struct history_set *set, struct err *err)
{
	struct row_list cells = { 0 };

	if (pane->cells_of != NULL && strcmp(pane->cells_of, set->id) == 0)
		return true;
	if (!history_cells(session_of(pane), set->id, &cells, err))
		return false;
	row_list_done(&pane->cells);
	pane->cells = cells;
	mem_replace(&pane->cells_of, set->id);
	return true;
}

static bool
knows_effect(const struct history_pane *pane, size_t row)
{
	return pane->effect_of != NULL &&
	    strcmp(pane->effect_of, history_rows_at(&pane->rows, row)->id) == 0;
}

/* What would be put back, or why nothing would: it is tried, so not in the middle of a frame. */
static void
work_out_effect(struct history_pane *pane, size_t row)
{
	const struct history_set *set = history_rows_at(&pane->rows, row);
	struct buf what = { 0 }, text = { 0 };
	struct err why = { 0 };

	change_summary_add(history_rows_summary(&pane->rows, session_of(pane), row), &what);
	pane->refused = !undo_is_possible(session_of(pane), set->id, &why);
	if (pane->refused)
		buf_add(&text, why.text);
	else
		buf_addf(&text, _("6=Undo would put back %s. Enter does it, F12 leaves it."),
		    buf_text(&what));
	free(pane->effect);
	pane->effect = buf_take(&text);
	mem_replace(&pane->effect_of, set->id);
	buf_done(&what);
}

static bool
wants_undo(const struct history_pane *pane)
{
	return pane->list.count > 0 && list_option(&pane->list, pane->list.row) == OPTION_UNDO;
}

static bool
need_rows(void *context, size_t first, size_t count, struct err *err)
{
	struct history_pane *pane = context;
	size_t marker = pane->list.row;

	for (size_t i = first; i < first + count && i < pane->rows.count; i++)
		history_rows_summary(&pane->rows, session_of(pane), i);
	if (wants_undo(pane) && !knows_effect(pane, marker))
		desk_later(pane->desk);
	return marker >= pane->rows.count ||
	    read_cells(pane, history_rows_at(&pane->rows, marker), err);
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	struct history_pane *pane = context;
	const struct history_set *set = history_rows_at(&pane->rows, row);

	buf_addf(text, _("change set %s, %s"), set->number, history_what(set->what));
	if (set->place[0] != '\0')
		buf_addf(text, _(", %s"), set->place);
	if (set->why[0] != '\0')
		buf_addf(text, _(", %s"), set->why);
}

/* On the last rows, broken at blanks; returns how many. */
static int
draw_effect(const struct history_pane *pane, struct area area)
{
	struct buf wrapped = { 0 };
	int rows = 0;

	pager_wrap(pane->effect, area.columns, &wrapped);
	for (const char *p = buf_text(&wrapped); *p != '\0'; p++)
		rows += *p == '\n';
	int row = area.row + area.rows - rows;
	for (const char *line = buf_text(&wrapped); *line != '\0'; row++) {
		size_t length = strcspn(line, "\n");

		frame_textf(row, area.column, area.columns,
		    pane->refused ? ROLE_PROBLEM : ROLE_NORMAL, "%.*s", (int)length, line);
		line += length + 1;
	}
	buf_done(&wrapped);
	return rows;
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	struct history_pane *pane = context;

	if (wants_undo(pane) && knows_effect(pane, row) && area.rows > 3)
		area.rows -= draw_effect(pane, area);
	history_detail_draw(session_of(pane), &pane->cells, area);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = row_key,
	.need = need_rows,
	.detail_title = add_detail_title,
	.detail = draw_detail,
};

/* The pane */

static const struct option options[] = {
	{ OPTION_READ, NC_("option", "Whole set"), N_("every field it changed, on one page"), false, false },
	{ OPTION_UNDO, NC_("option", "Undo set"), N_("put the old values back, by a new change set"), false, true },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_UNDO, NC_("key", "Undo"), N_("undo your newest change set") },
	{ ACTION_REDO, NC_("key", "Redo"), N_("take your newest undo back") },
	{ ACTION_MARK, NULL, NULL },
	{ ACTION_FIND, NULL, NULL },
	{ 0 }
};

/* Keys of different types never look alike, so the first with a history is meant. */
static bool
find_type(struct history_pane *pane, const char *key, struct err *err)
{
	for (size_t i = 0; record_types[i] != NULL && pane->type == NULL; i++) {
		struct row_list sets = { 0 };

		if (!history_list(session_of(pane), record_types[i], key, 1, &sets, err))
			return false;
		if (sets.count > 0)
			pane->type = record_types[i];
		row_list_done(&sets);
	}
	return true;
}

/* "person 01J..." names its type. */
static const char *
take_type(struct history_pane *pane, const char *argument)
{
	size_t length = strcspn(argument, " ");
	char *word = mem_strndup(argument, length);

	if (argument[length] == ' ')
		pane->type = record_types_find(word);
	free(word);
	return pane->type != NULL ? argument + length + 1 : argument;
}

static void
take_name(struct history_pane *pane)
{
	struct member member = { 0 };
	struct err ignored = { 0 };
	struct buf name = { 0 };

	history_record_name(session_of(pane), pane->type->key, pane->key, &name);
	if (member_get(session_of(pane), pane->key, &member, &ignored))
		buf_addf(&name, " %s", member.name);
	record_done(&member_type, &member);
	pane->name = buf_take(&name);
}

/* A record, or the number of a change set to begin on. */
static bool
read_argument(struct history_pane *pane, const char *argument, struct err *err)
{
	const char *key = take_type(pane, argument);

	if (pane->type == NULL && !find_type(pane, key, err))
		return false;
	if (pane->type != NULL) {
		pane->key = mem_strdup(key);
		take_name(pane);
		return true;
	}
	if (history_find_set(session_of(pane), key, &pane->start, NULL))
		return true;
	return err_set(err, ERR_MISSING,
	    _("There is no record and no change set \"%s\", and never was."), key);
}

static bool
history_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct history_pane *pane = state;

	pane->desk = desk;
	pane->zone = zone_open(session_of(pane)->zone, NULL);
	if (argument[0] != '\0' && !read_argument(pane, argument, err))
		return false;
	list_init(&pane->list, &source, pane, pane->type != NULL ? one_heads : all_heads);
	pane->list.options = options;
	pane->list.detail_rows = DETAIL_ROWS;
	return true;
}

static void
go_to_start(struct history_pane *pane)
{
	for (size_t row = 0; row < pane->rows.count && pane->start != NULL; row++)
		if (strcmp(history_rows_at(&pane->rows, row)->id, pane->start) == 0)
			list_go(&pane->list, row);
	mem_replace(&pane->start, NULL);
}

static bool
history_load(struct desk *desk, void *state, struct err *err)
{
	struct history_pane *pane = state;

	if (!history_rows_read(&pane->rows, desk_session(desk), pane->type, pane->key, err))
		return false;
	history_rows_find(&pane->rows, desk_session(desk), line_text(&pane->list.find));
	mem_replace(&pane->cells_of, NULL);
	mem_replace(&pane->effect_of, NULL);
	list_set_count(&pane->list, pane->rows.count, NULL);
	go_to_start(pane);
	return true;
}

static bool
history_later(struct desk *desk, void *state, struct err *err)
{
	struct history_pane *pane = state;

	(void)desk, (void)err;
	if (wants_undo(pane) && !knows_effect(pane, pane->list.row))
		work_out_effect(pane, pane->list.row);
	return true;
}

static struct list *
history_list_widget(void *state)
{
	return &((struct history_pane *)state)->list;
}

static void
history_scope(void *state, int columns, struct buf *text)
{
	const struct history_pane *pane = state;
	size_t count = pane->rows.sets.count;

	if (pane->name != NULL)
		buf_addf(text, "%s   ", pane->name);
	if (columns >= LAYOUT_NARROW)
		buf_addf(text, nq_("%d change set", "%d change sets", (unsigned long)count), (int)count);
}

static bool
read_whole(struct history_pane *pane, size_t row, struct err *err)
{
	const struct history_set *set = history_rows_at(&pane->rows, row);
	struct buf title = { 0 }, text = { 0 };

	if (!read_cells(pane, set, err))
		return false;
	add_detail_title(pane, row, &title);
	history_detail_write(session_of(pane), &pane->cells, &text);
	desk_read(pane->desk, buf_text(&title), buf_text(&text));
	buf_done(&title);
	buf_done(&text);
	return true;
}

/* Many records at once are worth a question; one is put back as easily as it went. */
static bool
is_sure(struct history_pane *pane, const struct change_summary *summary)
{
	struct buf question = { 0 }, what = { 0 };
	bool sure = true;

	if (summary->name[0] == '\0') {
		change_summary_add(summary, &what);
		buf_addf(&question, _("Undo %s?"), buf_text(&what));
		sure = desk_ask_yes(pane->desk, buf_text(&question));
	}
	buf_done(&question);
	buf_done(&what);
	return sure;
}

static bool
undo(struct history_pane *pane, size_t row, struct err *err)
{
	const struct history_set *set = history_rows_at(&pane->rows, row);
	const struct change_summary *summary =
	    history_rows_summary(&pane->rows, session_of(pane), row);
	struct buf what = { 0 };
	int64_t number = 0;

	if (!undo_is_possible(session_of(pane), set->id, err))
		return false;
	if (!is_sure(pane, summary))
		return true;
	change_summary_add(summary, &what);
	bool ok = undo_set(session_of(pane), set->id, NULL, &number, err);
	if (ok) {
		desk_say(pane->desk, _("Undone: %s, %s. It is change set %lld."),
		    history_what(set->what), buf_text(&what), (long long)number);
		desk_reload(pane->desk);
	}
	buf_done(&what);
	return ok;
}

static bool
history_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct history_pane *pane = state;

	(void)desk;
	if (input->action == ACTION_OPTION && input->option == OPTION_UNDO)
		return undo(pane, input->row, err);
	if (input->action == ACTION_OPTION || input->action == ACTION_OPEN)
		return read_whole(pane, input->row, err);
	return true;
}

static void
history_done(void *state)
{
	struct history_pane *pane = state;

	list_done(&pane->list);
	history_rows_done(&pane->rows);
	row_list_done(&pane->cells);
	zone_close(pane->zone);
	free(pane->key);
	free(pane->name);
	free(pane->start);
	free(pane->cells_of);
	free(pane->effect);
	free(pane->effect_of);
}

bool
history_pane_open(struct desk *desk, const char *type, const char *key, struct err *err)
{
	struct buf record = { 0 };

	buf_addf(&record, "%s %s", type, key);
	bool ok = desk_open(desk, &history_pane, buf_text(&record), err);
	buf_done(&record);
	return ok;
}

const struct pane history_pane = {
	.code = "HIS",
	.title = N_("History"),
	.size = sizeof(struct history_pane),
	.open = history_open,
	.load = history_load,
	.later = history_later,
	.list = history_list_widget,
	.scope = history_scope,
	.act = history_act,
	.options = options,
	.actions = uses,
	.help = N_("Every change is here: who made it, when, on which screen. Undo writes a new "
	    "change set with the old values; the one undone stays in the list. It is refused, with "
	    "the field named, when a later change set changed the same field."),
	.done = history_done,
};
