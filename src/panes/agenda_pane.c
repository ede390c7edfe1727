/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/agenda_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/agenda.h"
#include "domain/fold.h"
#include "domain/meeting.h"
#include "domain/paper.h"
#include "domain/session.h"
#include "panes/agenda_item_form.h"
#include "panes/desk.h"
#include "panes/detail.h"
#include "panes/meeting_panes.h"
#include "panes/pane.h"
#include "panes/reference.h"
#include "ui/list.h"
#include "ui/prompt.h"

enum { DETAIL_ROWS = 6, INDENT = 2 };

enum { OUTCOME = 3, DELETE = 4, PAPERS = 5, SITTINGS = 6, STAFF = 7, INTO = 8, OUT = 9 };

struct agenda_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	char *meeting;			/* its key */
	char *name;			/* of its body, as of the last load */
	struct row_list entries;	/* of struct agenda_entry */
	struct row_list papers;		/* of the meeting */
	struct agenda_sum sum;
	size_t *shown;			/* rows of the list: places in entries */
	size_t count;
	char *to;			/* id of the item to stand on when they are read; NULL: none */
};

static const struct agenda_entry *
entry_at(const struct agenda_pane *pane, size_t row)
{
	return row < pane->count ? row_at(&pane->entries, pane->shown[row]) : NULL;
}

/* The list */

enum { COLUMN_NUMBER, COLUMN_CLOCK, COLUMN_MINUTES, COLUMN_TITLE, COLUMN_OUTCOME, COLUMN_FROM };

static const struct list_column heads[] = {
	[COLUMN_NUMBER] = { NC_("column", "No."), 5, 5, 0, false, false },
	[COLUMN_CLOCK] = { NC_("column", "Clock"), 5, 5, 0, false, false },
	[COLUMN_MINUTES] = { NC_("column", "Min"), 4, 4, 3, true, false },
	[COLUMN_TITLE] = { NC_("column", "Item"), 16, 60, 0, false, false },
	[COLUMN_OUTCOME] = { NC_("column", "Outcome"), 8, 9, 2, false, false },
	[COLUMN_FROM] = { NC_("column", "Origin"), 9, 12, 1, false, false },
	{ 0 }
};

/* Where an item comes from: an earlier session, or what was to be done. */
static void
add_from(const struct agenda_entry *entry, struct buf *text)
{
	if (entry->from[0] != '\0')
		buf_add(text, entry->from);
	else if (entry->follow_up[0] != '\0')
		buf_add(text, C_("agenda", "follow-up"));
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct agenda_entry *entry = entry_at(context, row);

	switch (column) {
	case COLUMN_NUMBER:
		buf_add(text, entry->number);
		break;
	case COLUMN_CLOCK:
		buf_add(text, entry->starts);
		break;
	case COLUMN_MINUTES:
		if (entry->total > 0)
			buf_addf(text, "%d", (int)entry->total);
		break;
	case COLUMN_TITLE:
		buf_add_repeat(text, ' ', INDENT * (size_t)entry->depth);
		buf_add(text, entry->title);
		break;
	case COLUMN_OUTCOME:
		record_show(record_find_field(&agenda_entry_type, "outcome"), entry, text);
		break;
	default:
		add_from(entry, text);
		break;
	}
}

static const char *
row_key(void *context, size_t row)
{
	return entry_at(context, row)->id;
}

/* Sittings are timed and end before this item does. */
static bool
has_no_time(const struct agenda_pane *pane, const struct agenda_entry *entry)
{
	return pane->sum.room > 0 && entry->total > 0 && entry->ends[0] == '\0';
}

static char
row_mark(void *context, size_t row)
{
	return has_no_time(context, entry_at(context, row)) ? '!' : ' ';
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct agenda_entry *entry = entry_at(context, row);

	buf_addf(text, "%s  %s", entry->number, entry->title);
}

static void
add_time(const struct agenda_pane *pane, const struct agenda_entry *entry, struct detail_lines *lines)
{
	struct buf text = { 0 };

	if (has_no_time(pane, entry)) {
		detail_add(lines, C_("detail", "Time"), _("the sittings end before it does"))->problem = true;
		return;
	}
	if (entry->starts[0] == '\0')
		return;
	day_show_short(&text, messages_catalogue(), entry->day);
	buf_addf(&text, "  %s-%s", entry->starts, entry->ends);
	detail_add(lines, C_("detail", "Time"), buf_text(&text));
	buf_done(&text);
}

static void
add_papers(const struct agenda_pane *pane, const struct agenda_entry *entry, struct detail_lines *lines)
{
	const char *label = C_("detail", "Papers");

	for (size_t i = 0; i < pane->papers.count; i++) {
		const struct paper *paper = row_at(&pane->papers, i);
		struct buf text = { 0 };

		if (paper->item == NULL || strcmp(paper->item, entry->id) != 0)
			continue;
		buf_addf(&text, "%s%s%s   ", paper->number, paper->number[0] != '\0' ? " " : "", paper->title);
		meeting_panes_add_states(paper, &text);
		detail_add(lines, label, buf_text(&text));
		buf_done(&text);
		label = "";
	}
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct agenda_pane *pane = context;
	const struct agenda_entry *entry = entry_at(pane, row);
	struct detail_lines lines = { .columns = area.columns - DETAIL_LABEL };
	struct buf from = { 0 };

	add_time(pane, entry, &lines);
	add_from(entry, &from);
	if (from.length > 0)
		detail_add(&lines, C_("detail", "From"), buf_text(&from));
	add_papers(pane, entry, &lines);
	detail_draw(&lines, area);
	detail_done(&lines);
	buf_done(&from);
}

static void
add_sum(void *context, struct buf *text)
{
	const struct agenda_pane *pane = context;

	if (pane->sum.room > 0)
		buf_addf(text, _("sum %d of %d min"), (int)pane->sum.minutes, (int)pane->sum.room);
	else
		buf_addf(text, _("sum %d min"), (int)pane->sum.minutes);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = row_key,
	.mark = row_mark,
	.detail_title = add_detail_title,
	.detail = draw_detail,
	.status_end = add_sum,
};

/* Opening and reading */

static const struct option options[] = {
	{ 2, NC_("option", "Edit"), N_("change titles, minutes, sitting of the item"), false, true },
	{ OUTCOME, NC_("option", "Outcome"), N_("done, carried to the next session, dropped, or open again"), false, true },
	{ DELETE, NC_("option", "Delete"), N_("take the item and what is below it off; undo brings it back"), false, true },
	{ PAPERS, NC_("option", "Papers"), N_("papers of the meeting and their state in each language"), false, false },
	{ SITTINGS, NC_("option", "Sittings"), N_("days, hours and rooms of the meeting"), false, false },
	{ STAFF, NC_("option", "Staff"), N_("who of the secretariat serves the meeting"), false, false },
	{ INTO, NC_("option", "In"), N_("below the item before it"), false, true },
	{ OUT, NC_("option", "Out"), N_("out of the item it is below"), false, true },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("enter a new item at the end") },
	{ ACTION_PREVIOUS, NC_("key", "Move"), N_("move the item before the one above it") },
	{ ACTION_NEXT, NC_("key", "Move"), N_("move the item behind the one below it") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_VOID, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
agenda_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct agenda_pane *pane = state;

	pane->desk = desk;
	pane->meeting = mem_strdup(argument);
	pane->name = mem_strdup("");
	list_init(&pane->list, &source, pane, heads);
	pane->list.options = options;
	pane->list.detail_rows = DETAIL_ROWS;
	pane->list.in_rows = true;
	if (argument[0] == '\0')
		return err_set(err, ERR_USAGE, _("Choose the meeting in MTG, then 3=Agenda."));
	return row_must_exist(desk_session(desk), &meeting_type, argument, err);
}

static bool
is_found(const struct agenda_entry *entry, const struct fold_query *query)
{
	struct buf lines = { 0 };

	if (query->length == 0)
		return true;
	fold_search_code(entry->number, &lines);
	fold_search_text(entry->title, NULL, &lines);
	bool found = fold_query_match(query, buf_text(&lines), lines.length) != FOLD_NONE;
	buf_done(&lines);
	return found;
}

static void
show_found(struct agenda_pane *pane)
{
	struct fold_query query;

	free(pane->shown);
	pane->shown = mem_alloc((pane->entries.count + 1) * sizeof *pane->shown);
	pane->count = 0;
	fold_query_init(&query, line_text(&pane->list.find));
	for (size_t i = 0; i < pane->entries.count; i++)
		if (is_found(row_at(&pane->entries, i), &query))
			pane->shown[pane->count++] = i;
	fold_query_done(&query);
	list_set_count(&pane->list, pane->count, NULL);
}

/* Keys typed ahead come before the list knows where its marker is: an item that moves is named. */
static void
stand_on_moved(struct agenda_pane *pane)
{
	for (size_t row = 0; pane->to != NULL && row < pane->count; row++)
		if (strcmp(entry_at(pane, row)->id, pane->to) == 0)
			list_go(&pane->list, row);
	free(pane->to);
	pane->to = NULL;
}

static bool
read_name(struct agenda_pane *pane, struct err *err)
{
	struct session *session = desk_session(pane->desk);
	struct meeting meeting = { 0 };
	struct buf name = { 0 };
	bool ok = row_get(session, &meeting_type, pane->meeting, &meeting, err);

	if (ok)
		reference_name(session, "body", meeting.body, &name);
	record_done(&meeting_type, &meeting);
	free(pane->name);
	pane->name = buf_take(&name);
	return ok;
}

static bool
agenda_load(struct desk *desk, void *state, struct err *err)
{
	struct agenda_pane *pane = state;
	struct session *session = desk_session(desk);
	struct row_list entries = { 0 }, papers = { 0 };

	if (!read_name(pane, err) || !agenda_list(session, pane->meeting, &entries, &pane->sum, err))
		return false;
	if (!row_list(session, &paper_type, "meeting", pane->meeting, "number, title", &papers, err)) {
		row_list_done(&entries);
		return false;
	}
	row_list_done(&pane->entries);
	row_list_done(&pane->papers);
	pane->entries = entries;
	pane->papers = papers;
	show_found(pane);
	stand_on_moved(pane);
	return true;
}

static struct list *
agenda_list_of(void *state)
{
	return &((struct agenda_pane *)state)->list;
}

static void
agenda_scope(void *state, int columns, struct buf *text)
{
	const struct agenda_pane *pane = state;

	buf_addf(text, "%s   ", pane->meeting);
	if (columns >= LAYOUT_NARROW)
		buf_addf(text, "%s   ", pane->name);
	buf_addf(text, "%zu", pane->entries.count);
}

/* Moving in the tree. Places are those in entries, never those of a list that Find narrowed. */

/* The entry beside one at the same level, before or after it; SIZE_MAX: there is none. */
static size_t
beside(const struct agenda_pane *pane, size_t place, int step)
{
	int64_t depth = ((const struct agenda_entry *)row_at(&pane->entries, place))->depth;

	for (size_t i = place + (size_t)step; i < pane->entries.count; i += (size_t)step) {
		int64_t there = ((const struct agenda_entry *)row_at(&pane->entries, i))->depth;

		if (there == depth)
			return i;
		if (there < depth)
			break;
	}
	return SIZE_MAX;
}

static int64_t
count_below(const struct agenda_pane *pane, size_t place)
{
	int64_t depth = ((const struct agenda_entry *)row_at(&pane->entries, place))->depth, count = 0;

	for (size_t i = place + 1; i < pane->entries.count; i++) {
		int64_t there = ((const struct agenda_entry *)row_at(&pane->entries, i))->depth;

		if (there <= depth)
			break;
		count += there == depth + 1;
	}
	return count;
}

static bool
move(struct agenda_pane *pane, const char *id, const char *parent, int64_t position, struct err *err)
{
	int64_t number = 0;

	if (!agenda_move(desk_session(pane->desk), id, parent, position, &number, err))
		return false;
	mem_replace(&pane->to, id);
	desk_reload(pane->desk);
	return true;
}

static bool
move_beside(struct agenda_pane *pane, size_t place, int step, struct err *err)
{
	struct agenda_item item = { 0 };

	if (beside(pane, place, step) == SIZE_MAX)
		return err_set(err, ERR_MISSING, step > 0 ? _("It is the last one there.") :
		    _("It is the first one there."));
	if (!row_get(desk_session(pane->desk), &agenda_item_type,
	    ((const struct agenda_entry *)row_at(&pane->entries, place))->id, &item, err))
		return false;
	bool ok = move(pane, item.id, item.parent, item.position + step, err);
	record_done(&agenda_item_type, &item);
	return ok;
}

static bool
move_in(struct agenda_pane *pane, size_t place, struct err *err)
{
	size_t before = beside(pane, place, -1);

	if (before == SIZE_MAX)
		return err_set(err, ERR_MISSING, _("There is no item before it that it could be below."));
	return move(pane, ((const struct agenda_entry *)row_at(&pane->entries, place))->id,
	    ((const struct agenda_entry *)row_at(&pane->entries, before))->id,
	    count_below(pane, before) + 1, err);
}

static bool
move_out(struct agenda_pane *pane, size_t place, struct err *err)
{
	struct session *session = desk_session(pane->desk);
	struct agenda_item item = { 0 }, parent = { 0 };
	bool ok = row_get(session, &agenda_item_type,
	    ((const struct agenda_entry *)row_at(&pane->entries, place))->id, &item, err);

	if (ok && item.parent == NULL)
		ok = err_set(err, ERR_MISSING, _("It stands at the top already."));
	ok = ok && row_get(session, &agenda_item_type, item.parent, &parent, err) &&
	    move(pane, item.id, parent.parent, parent.position + 1, err);
	record_done(&agenda_item_type, &item);
	record_done(&agenda_item_type, &parent);
	return ok;
}

/* Deeds */

static bool
ask_outcome(struct agenda_pane *pane, const struct agenda_entry *entry, struct err *err)
{
	static const struct prompt_answer answers[] = {
		{ 1, NC_("outcome", "done") }, { 2, NC_("outcome", "carried") },
		{ 3, NC_("outcome", "dropped") }, { 4, NC_("outcome", "open") }, { 0 }
	};
	static const char *const words[] = { NULL, "done", "carried", "dropped", "open" };
	struct buf question = { 0 };
	int64_t number = 0;

	buf_addf(&question, _("What became of item %s?"), entry->number);
	int answer = desk_ask(pane->desk, buf_text(&question), answers, 0);
	buf_done(&question);
	if (answer == 0)
		return true;
	if (!agenda_set_outcome(desk_session(pane->desk), entry->id, words[answer], &number, err))
		return false;
	desk_reload(pane->desk);
	return true;
}

static bool
remove_item(struct agenda_pane *pane, const struct agenda_entry *entry, struct err *err)
{
	int64_t number = 0;

	if (!agenda_remove(desk_session(pane->desk), entry->id, &number, err))
		return false;
	desk_say(pane->desk, _("Deleted. ^_ brings it back."));
	desk_reload(pane->desk);
	return true;
}

static bool
run_option(struct agenda_pane *pane, int option, size_t row, struct err *err)
{
	const struct agenda_entry *entry = entry_at(pane, row);

	switch (option) {
	case OUTCOME:
		return ask_outcome(pane, entry, err);
	case DELETE:
		return remove_item(pane, entry, err);
	case PAPERS:
		return desk_open(pane->desk, &papers_pane, pane->meeting, err);
	case SITTINGS:
		return desk_open(pane->desk, &sittings_pane, pane->meeting, err);
	case STAFF:
		return desk_open(pane->desk, &meeting_staff_pane, pane->meeting, err);
	case INTO:
		return move_in(pane, pane->shown[row], err);
	case OUT:
		return move_out(pane, pane->shown[row], err);
	default:
		return desk_open(pane->desk, &agenda_item_form, entry->id, err);
	}
}

/* What moves the item under the marker, without a digit. */
static bool
run_on_marker(struct agenda_pane *pane, enum action_id id, struct err *err)
{
	size_t row = pane->list.row;

	if (entry_at(pane, row) == NULL || !session_may_write(desk_session(pane->desk), err))
		return entry_at(pane, row) == NULL;
	switch (id) {
	case ACTION_PREVIOUS:
		return move_beside(pane, pane->shown[row], -1, err);
	case ACTION_NEXT:
		return move_beside(pane, pane->shown[row], 1, err);
	case ACTION_LEFT:
		return move_out(pane, pane->shown[row], err);
	default:
		return move_in(pane, pane->shown[row], err);
	}
}

static bool
agenda_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct agenda_pane *pane = state;

	switch (input->action) {
	case ACTION_OPEN:
		return run_option(pane, 2, input->row, err);
	case ACTION_OPTION:
		return entry_at(pane, input->row) == NULL || run_option(pane, input->option, input->row, err);
	case ACTION_NEW:
		return desk_open(desk, &agenda_item_form, pane->meeting, err);
	case ACTION_PREVIOUS:
	case ACTION_NEXT:
	case ACTION_LEFT:
	case ACTION_RIGHT:
		return run_on_marker(pane, input->action, err);
	default:
		return true;
	}
}

static void
agenda_done(void *state)
{
	struct agenda_pane *pane = state;

	list_done(&pane->list);
	row_list_done(&pane->entries);
	row_list_done(&pane->papers);
	free(pane->shown);
	free(pane->to);
	free(pane->meeting);
	free(pane->name);
}

const struct pane agenda_pane = {
	.code = "AGD",
	.title = N_("Agenda"),
	.size = sizeof(struct agenda_pane),
	.open = agenda_open,
	.load = agenda_load,
	.list = agenda_list_of,
	.scope = agenda_scope,
	.act = agenda_act,
	.options = options,
	.actions = uses,
	.help = N_("F7 and F8 move the item up and down, Right puts it below the item before it, Left takes "
	    "it out. The clock counts the minutes over the sittings; an item the sittings are too short "
	    "for has a \"!\". Items that come from an earlier session or a decision say so."),
	.done = agenda_done,
};
