/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/members_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/government.h"
#include "domain/session.h"
#include "panes/desk.h"
#include "panes/history_pane.h"
#include "panes/member_detail.h"
#include "panes/member_form.h"
#include "panes/member_rows.h"
#include "panes/pane.h"
#include "panes/posts_pane.h"
#include "panes/rows_pane.h"
#include "ui/frame.h"
#include "ui/list.h"

enum { FIRST_PAGE = 60, DETAIL_ROWS = 8 };

struct members_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	struct member_rows rows;
	struct member_count count;
	bool counted;
	bool contacts;			/* F11: the columns of contacts */
	int64_t change;			/* what was read when: the end of the log, */
	const struct language *language;	/* the language of names, */
	char day[DAY_SIZE];		/* and the day; "" nothing yet */
	char *argument;			/* code or words to begin with; NULL once used */
};

/* What stands in the columns: the heads for the widget, the fields beside them. */
static const struct list_column name_heads[] = {
	{ NC_("column", "Code"), 7, 7, 0, false, true },
	{ NC_("column", "Name"), 16, 37, 0, false, true },
	{ NC_("column", "Own name"), 12, 37, 2, false, false },
	{ NC_("column", "Status"), 9, 9, 3, false, true },
	{ NC_("column", "Since"), 7, 7, 1, false, true },
	{ 0 }
};

static const struct list_column contact_heads[] = {
	{ NC_("column", "Code"), 7, 7, 0, false, true },
	{ NC_("column", "Name"), 16, 37, 0, false, true },
	{ NC_("column", "Telephone"), 16, 24, 1, false, false },
	{ NC_("column", "E-mail"), 16, 40, 2, false, false },
	{ NC_("column", "Country"), 7, 7, 3, false, true },
	{ 0 }
};

struct column {
	const char *field;		/* of the member view */
	enum member_order order;
};

static const struct column name_columns[] = {
	{ "code", MEMBER_BY_CODE }, { "name", MEMBER_BY_NAME }, { "own_name", MEMBER_BY_RANK },
	{ "status", MEMBER_BY_STATUS }, { "since", MEMBER_BY_SINCE },
};

static const struct column contact_columns[] = {
	{ "code", MEMBER_BY_CODE }, { "name", MEMBER_BY_NAME }, { "phone", MEMBER_BY_RANK },
	{ "email", MEMBER_BY_RANK }, { "country", MEMBER_BY_COUNTRY },
};

static const struct column *
columns_of(const struct members_pane *pane)
{
	return pane->contacts ? contact_columns : name_columns;
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct members_pane *pane = context;
	const struct member *member = member_rows_at(&pane->rows, row);
	const char *key = columns_of(pane)[column].field;

	if (member == NULL)
		return;
	if (strcmp(key, "since") == 0 && member->since[0] == '\0')
		buf_add(text, "?");
	else
		record_show(record_find_field(&member_type, key), member, text);
}

static const char *
row_key(void *context, size_t row)
{
	return member_rows_code(&((struct members_pane *)context)->rows, row);
}

static bool
need_rows(void *context, size_t first, size_t count, struct err *err)
{
	struct members_pane *pane = context;

	return member_rows_need(&pane->rows, desk_session(pane->desk), first, count, err);
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct members_pane *pane = context;
	const struct member *member = member_rows_at(&pane->rows, row);

	if (member != NULL)
		buf_addf(text, "%s %s", member->code, member->name);
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct members_pane *pane = context;
	const struct member *member = member_rows_at(&pane->rows, row);

	if (member != NULL)
		member_detail_draw(member, member_rows_offices(&pane->rows, row), area);
}

static void
add_status(void *context, struct buf *text)
{
	const struct members_pane *pane = context;

	/* A column that sorts is named by the list itself. */
	if (pane->list.sort < 0)
		buf_add(text, _("Sort Rank up"));
}

static void
add_day(void *context, struct buf *text)
{
	desk_add_as_of(((const struct members_pane *)context)->desk, _("As of now"), text);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = row_key,
	.need = need_rows,
	.detail_title = add_detail_title,
	.detail = draw_detail,
	.status = add_status,
	.status_end = add_day,
};

static const struct option options[] = {
	{ 2, NC_("option", "Edit"), N_("change names and contacts of the government"), false, true },
	{ 3, NC_("option", "Names"), N_("names by period, and the kind that goes with them"), false, false },
	{ 4, NC_("option", "Status"), N_("status periods: member, observer, since when, by which decision"), false, false },
	{ 5, NC_("option", "View"), N_("everything about the government on one page"), false, false },
	{ 6, NC_("option", "Posts"), N_("posts of the government and who holds them"), false, false },
	{ 7, NC_("option", "Contacts"), N_("further telephone numbers, e-mails, web sites"), false, false },
	{ 8, NC_("option", "History"), N_("who changed what, and undo"), false, false },
	{ 9, NC_("option", "Aliases"), N_("other spellings, for finding"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_NEW, NC_("key", "New"), N_("enter a new government") },
	{ ACTION_VIEW, NC_("key", "Columns"), N_("names or contacts in the columns") },
	{ ACTION_SORT, NULL, NULL },
	{ ACTION_MARK, NULL, NULL },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

static bool
members_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct members_pane *pane = state;

	bool is_code = government_check_code(argument, NULL);

	(void)err;
	pane->desk = desk;
	pane->argument = mem_strdup(is_code ? argument : "");
	list_init(&pane->list, &source, pane, name_heads);
	pane->list.options = options;
	pane->list.detail_rows = DETAIL_ROWS;
	if (!is_code)
		list_find(&pane->list, argument);
	return true;
}

static size_t
find_row(void *context, const char *key)
{
	return member_rows_position(&((struct members_pane *)context)->rows, key);
}

/* "KR-47" puts the marker there; anything else was typed into Find when it was opened. */
static void
use_argument(struct members_pane *pane)
{
	size_t row = pane->argument[0] != '\0' ?
	    member_rows_position(&pane->rows, pane->argument) : SIZE_MAX;

	if (row != SIZE_MAX)
		list_go(&pane->list, row);
	free(pane->argument);
	pane->argument = NULL;
}

/*
 * Find asks the rows that were read again, and so does a change that leaves them
 * where they are; another day or language does not. True when it was only a change
 * that moves some.
 */
static bool
forget_what_changed(struct members_pane *pane)
{
	struct session *session = desk_session(pane->desk);
	char day[DAY_SIZE], code[MEMBER_CODE];

	session_day(session, day);
	enum member_news news = member_news(session, &pane->change, code);
	bool same_view = pane->language == messages_language() && strcmp(pane->day, day) == 0;
	if (same_view && news == MEMBER_ONE_ROW)
		member_rows_changed(&pane->rows, code);
	if (same_view && news != MEMBER_MOVED)
		return false;
	pane->language = messages_language();
	memcpy(pane->day, day, DAY_SIZE);
	member_rows_forget(&pane->rows);
	pane->counted = false;
	return same_view;
}

/*
 * How many rows the next frame needs; 0 for all. After a save that is what is in
 * view: the rest is read again when the frame is out.
 */
static size_t
rows_for_frame(const struct members_pane *pane, bool only_changed)
{
	if (pane->argument != NULL)
		return pane->argument[0] == '\0' ? FIRST_PAGE : 0;
	return only_changed && pane->list.pick_count == 0 ? pane->list.row + FIRST_PAGE : 0;
}

static bool
members_load(struct desk *desk, void *state, struct err *err)
{
	struct members_pane *pane = state;
	enum member_order order = pane->list.sort < 0 ? MEMBER_BY_RANK :
	    columns_of(pane)[pane->list.sort].order;
	size_t page = rows_for_frame(pane, forget_what_changed(pane));

	if (!member_rows_find(&pane->rows, desk_session(desk), line_text(&pane->list.find),
	    order, pane->list.sort_down, page, err))
		return false;
	list_set_count(&pane->list, pane->rows.count, find_row);
	if (pane->argument != NULL)
		use_argument(pane);
	return true;
}

static bool
read_rest(struct members_pane *pane, struct session *session, struct err *err)
{
	bool was_whole = pane->rows.whole;

	if (!member_rows_complete(&pane->rows, session, err))
		return false;
	if (!was_whole)
		list_set_count(&pane->list, pane->rows.count, find_row);
	pane->counted = pane->counted || member_count(session, &pane->count, err);
	return pane->counted;
}

static bool
members_later(struct desk *desk, void *state, struct err *err)
{
	struct session *session = desk_session(desk);

	if (!session_snapshot_begin(session, err))
		return false;
	bool ok = read_rest(state, session, err);
	session_snapshot_end(session);
	return ok;
}

static struct list *
members_list(void *state)
{
	return &((struct members_pane *)state)->list;
}

static void
members_scope(void *state, int columns, struct buf *text)
{
	const struct members_pane *pane = state;
	size_t all = pane->count.members + pane->count.observers + pane->count.others;
	size_t marked = list_marked(&pane->list);

	if (!pane->counted)
		return;
	if (columns < LAYOUT_NARROW)
		buf_addf(text, "%zu/%zu", pane->rows.count, all);
	else
		buf_addf(text, _("%d of %d"), (int)pane->rows.count, (int)all);
	if (marked > 0 && columns < LAYOUT_NARROW)
		buf_addf(text, " *%zu", marked);
	else if (marked > 0)
		buf_addf(text, _("   %d marked"), (int)marked);
}

static void
members_hint(void *state, struct buf *text)
{
	(void)state;
	buf_add(text, _("Words for Find: country:MN  status:observer  since:>2005  kind:aimag"));
}

/* F7 and F8 in the form go through what Find finds here. */
static bool
open_form(struct members_pane *pane, size_t row, struct err *err)
{
	struct buf argument = { 0 };

	buf_addf(&argument, "%s %s", member_rows_code(&pane->rows, row), line_text(&pane->list.find));
	bool ok = desk_open(pane->desk, &member_form, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}

/* One of the panes that show what belongs to a government. */
static bool
open_option(struct desk *desk, int option, const char *code, struct err *err)
{
	static const struct { int option; const struct pane *pane; } panes[] = {
		{ 3, &names_pane },
		{ 4, &statuses_pane },
		{ 6, &posts_pane },
		{ 7, &channels_pane },
		{ 8, &history_pane },
		{ 9, &aliases_pane },
	};

	for (size_t i = 0; i < sizeof panes / sizeof panes[0]; i++)
		if (panes[i].option == option)
			return desk_open(desk, panes[i].pane, code, err);
	return true;
}

static bool
members_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct members_pane *pane = state;

	switch (input->action) {
	case ACTION_OPEN:
		return open_form(pane, input->row, err);
	case ACTION_OPTION:
		if (input->option == 2)
			return open_form(pane, input->row, err);
		if (input->option == 5)
			return member_detail_read(desk, member_rows_code(&pane->rows, input->row), err);
		return open_option(desk, input->option, member_rows_code(&pane->rows, input->row), err);
	case ACTION_NEW:
		return desk_open(desk, &member_form, "", err);
	case ACTION_VIEW:
		pane->contacts = !pane->contacts;
		pane->list.columns = pane->contacts ? contact_heads : name_heads;
		pane->list.sort = -1;
		desk_reload(desk);
		return true;
	default:
		return true;
	}
}

static void
members_done(void *state)
{
	struct members_pane *pane = state;

	list_done(&pane->list);
	member_rows_done(&pane->rows);
	free(pane->argument);
}

const struct pane members_pane = {
	.code = "MEM",
	.title = N_("Governments"),
	.size = sizeof(struct members_pane),
	.open = members_open,
	.load = members_load,
	.later = members_later,
	.list = members_list,
	.scope = members_scope,
	.hint = members_hint,
	.act = members_act,
	.options = options,
	.actions = uses,
	.help = N_("Type a name in any of the six languages, a reading, initials (qsbd) or a code; "
	    "Enter opens the government. F9 then a code goes anywhere else."),
	.done = members_done,
};
