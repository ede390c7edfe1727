/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meetings_pane.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/week.h"
#include "domain/body.h"
#include "domain/meeting.h"
#include "domain/session.h"
#include "panes/agenda_pane.h"
#include "panes/delegations_pane.h"
#include "panes/desk.h"
#include "panes/meeting_deeds.h"
#include "panes/meeting_detail.h"
#include "panes/meeting_form.h"
#include "panes/meeting_panes.h"
#include "panes/meeting_rows.h"
#include "panes/meeting_views.h"
#include "panes/minutes_pane.h"
#include "panes/pane.h"
#include "panes/plenary_pane.h"
#include "panes/reference.h"
#include "ui/calendar.h"
#include "ui/frame.h"
#include "ui/list.h"

enum {
	MONTH_COLUMN = 1,
	ASIDE_COLUMNS = MONTH_COLUMN + CALENDAR_MARKED_COLUMNS,
	ASIDE_ROWS = CALENDAR_ROWS + 1,		/* the legend below it */
	MONTH_DETAIL_ROWS = 11, DETAIL_ROWS = 9,
};

struct meetings_pane {
	struct desk *desk;		/* borrowed */
	struct list list;
	struct calendar month;		/* its day is the one in hand, in every view */
	struct meeting_rows rows;
	struct meeting_detail detail;	/* of the row under the marker */
	enum meeting_view view;
	char *body;			/* only its meetings; "" of all */
	char *to;			/* meeting to stand on first; NULL once used */
};

/* Views */

static void
set_view(struct meetings_pane *pane, enum meeting_view view)
{
	bool month = view == MEETING_MONTH;

	pane->view = view;
	pane->list.detail_rows = month ? MONTH_DETAIL_ROWS : DETAIL_ROWS;
	pane->list.aside = month ? (struct list_aside){ ASIDE_COLUMNS, ASIDE_ROWS } : (struct list_aside){ 0 };
}

/* The list */

static const struct meeting_row *
row_at_marker(const struct meetings_pane *pane)
{
	return meeting_rows_at(&pane->rows, pane->list.row);
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct meetings_pane *pane = context;

	meeting_columns_now(pane->rows.view)->cells[column](meeting_rows_at(&pane->rows, row), text);
}

static const char *
row_key(void *context, size_t row)
{
	return meeting_rows_key(&((const struct meetings_pane *)context)->rows, row);
}

static char
row_mark(void *context, size_t row)
{
	return meeting_rows_at(&((const struct meetings_pane *)context)->rows, row)->problem ? '!' : ' ';
}

/* In the month the marker follows the day; anywhere else the day follows the marker. */
static void
follow_marker(struct meetings_pane *pane)
{
	const struct meeting_row *row = row_at_marker(pane);

	if (row != NULL && !list_is_aside(&pane->list) && day_is_whole(row->day))
		strcpy(pane->month.day, row->day);
}

static bool
read_detail(struct meetings_pane *pane, struct err *err)
{
	const struct meeting_row *row = row_at_marker(pane);
	const char *of = row != NULL ? row->of : "";

	if (of[0] == '\0') {
		meeting_detail_done(&pane->detail);
		return true;
	}
	if (pane->detail.key != NULL && strcmp(pane->detail.key, of) == 0)
		return true;
	return meeting_detail_read(&pane->detail, desk_session(pane->desk), of, err);
}

static bool
need_rows(void *context, size_t first, size_t count, struct err *err)
{
	struct meetings_pane *pane = context;

	pane->list.columns = meeting_columns_now(pane->rows.view)->heads;	/* the window may have changed */
	if (!meeting_rows_need(&pane->rows, desk_session(pane->desk), first, count, err))
		return false;
	follow_marker(pane);
	return read_detail(pane, err);
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	const struct meetings_pane *pane = context;

	if (pane->detail.key != NULL)
		meeting_detail_title(&pane->detail, text);
	else
		buf_add(text, meeting_rows_at(&pane->rows, row)->text);
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	(void)row;
	meeting_detail_draw(&((const struct meetings_pane *)context)->detail, area);
}

static void
add_status(void *context, struct buf *text)
{
	const struct meetings_pane *pane = context;

	/* TRANSLATORS: how the calendar is shown, "Month", and of which body. */
	if (pane->body[0] != '\0')
		buf_addf(text, _("%s of %s"), message_show(meeting_views[pane->view].label), pane->body);
	else
		buf_add(text, message_show(meeting_views[pane->view].label));
}

static void
add_day(void *context, struct buf *text)
{
	const struct meetings_pane *pane = context;
	const char *as_of = desk_session(pane->desk)->as_of;

	if (as_of[0] != '\0')
		buf_addf(text, _("As of %s"), as_of);
	else
		day_show_short(text, messages_catalogue(), pane->month.day);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = row_key,
	.mark = row_mark,
	.need = need_rows,
	.detail_title = add_detail_title,
	.detail = draw_detail,
	.status = add_status,
	.status_end = add_day,
};

/* The month beside it */

static char
day_mark(void *context, const char *day)
{
	return meeting_rows_mark(&((const struct meetings_pane *)context)->rows, day);
}

static void
meetings_draw(void *state, const struct layout *layout)
{
	const struct meetings_pane *pane = state;
	int row = layout->heads >= 0 ? layout->heads : layout->body.row;

	if (!pane->list.aside_shown)
		return;
	calendar_draw_month(&pane->month, row, MONTH_COLUMN, list_is_aside(&pane->list));
	frame_text(row + CALENDAR_ROWS, MONTH_COLUMN, CALENDAR_MARKED_COLUMNS,
	    _("* meeting  h holiday  ! clash  0=today"), ROLE_NORMAL);
}

/* Opening */

static const struct option options[] = {
	{ 1, NC_("option", "Hours"), N_("days, hours and rooms of the meeting"), false, false },
	{ 2, NC_("option", "Edit"), N_("change place, room, zone and days of the meeting"), false, true },
	{ 3, NC_("option", "Agenda"), N_("the agenda with its clock; papers, sittings and staff from there"), false, false },
	{ 4, NC_("option", "Steps"), N_("invitations out, open, close, postpone, cancel; the next session, or several"), false, true },
	{ 5, NC_("option", "View"), N_("everything about the meeting on one page"), false, false },
	{ 6, NC_("option", "Answers"), N_("who is invited, what they answer, who comes"), false, false },
	{ 7, NC_("option", "Minutes"), N_("minutes of the meeting, a language each"), false, false },
	{ 8, NC_("option", "Invite"), N_("invite every member, associate and observer that is not invited yet"), false, true },
	{ 9, NC_("option", "Day"), N_("the plenary day: registration, quorum, votes"), false, false },
	{ 0 }
};

static const struct action_use uses[] = {
	{ ACTION_VALUES, NC_("key", "Body"), N_("only the meetings of one body") },
	{ ACTION_NEW, NC_("key", "New"), N_("enter a new meeting on the day in hand") },
	{ ACTION_PREVIOUS, NULL, N_("the month or week before") },
	{ ACTION_NEXT, NULL, N_("the month or week after") },
	{ ACTION_VIEW, NC_("key", "View"), N_("month, week, what comes in a year, all meetings") },
	{ ACTION_MARK, NULL, NULL },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

/* Does a row of that type have this key, letters in any case? *ret_key is owned. */
static bool
is_key_of(struct session *session, const struct record_type *type, const char *text, char **ret_key)
{
	void *row = mem_alloc(type->size);
	char *key = mem_strdup(text);
	bool found = false;

	for (char *p = key; *p != '\0'; p++)
		*p = (char)toupper((unsigned char)*p);
	if (!row_find(session, type, key, row, &found, NULL))
		found = false;
	record_done(type, row);
	free(row);
	if (found)
		*ret_key = key;
	else
		free(key);
	return found;
}

/* The first day of a meeting, where one is known, is where the calendar begins. */
static bool
go_to_meeting(struct meetings_pane *pane, const char *key, const char *today, struct err *err)
{
	struct meeting meeting = { 0 };

	if (!row_get(desk_session(pane->desk), &meeting_type, key, &meeting, err))
		return false;
	calendar_begin(&pane->month, meeting.begins, today);
	if (meeting.begins[0] == '\0' || strcmp(meeting.state, "cancelled") == 0)
		set_view(pane, MEETING_LIST);	/* it stands on no day */
	record_done(&meeting_type, &meeting);
	return true;
}

static bool
use_argument(struct meetings_pane *pane, const char *argument, const char *today, struct err *err)
{
	struct session *session = desk_session(pane->desk);
	char *body = NULL;

	if (is_key_of(session, &meeting_type, argument, &pane->to))
		return go_to_meeting(pane, pane->to, today, err);
	if (is_key_of(session, &body_type, argument, &body)) {
		free(pane->body);
		pane->body = body;
		set_view(pane, MEETING_LIST);
	} else if (argument[0] != '\0' && day_check(argument, NULL)) {
		calendar_begin(&pane->month, argument, today);
	} else if (argument[0] != '\0') {
		set_view(pane, MEETING_LIST);
		list_find(&pane->list, argument);
	}
	return true;
}

static bool
meetings_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct meetings_pane *pane = state;
	char day[DAY_SIZE], today[DAY_SIZE];

	pane->desk = desk;
	pane->body = mem_strdup("");
	list_init(&pane->list, &source, pane, meeting_columns_now(MEETING_MONTH)->heads);
	pane->list.options = options;
	pane->list.in_aside = true;
	pane->list.empty = N_("No meetings. F6 enters one, F11 all.");
	pane->month.mark = day_mark;
	pane->month.context = pane;
	session_day(desk_session(desk), day);
	session_today(desk_session(desk), today);
	calendar_begin(&pane->month, day, today);
	set_view(pane, frame_columns() >= LAYOUT_NARROW ? MEETING_MONTH : MEETING_LIST);
	return use_argument(pane, argument, today, err);
}

/* Reading */

static void
stand_on_day(struct meetings_pane *pane)
{
	size_t row = meeting_rows_from(&pane->rows, pane->month.day);

	list_go(&pane->list, row < pane->rows.count ? row : pane->rows.count);
}

static void
stand_on_meeting(struct meetings_pane *pane)
{
	size_t row = meeting_rows_of(&pane->rows, pane->to);

	if (row < pane->rows.count)
		list_go(&pane->list, row);
	free(pane->to);
	pane->to = NULL;
}

/* A meeting that was just entered stands on another day than the one in hand. */
static bool
turn_to_entered(struct meetings_pane *pane, struct err *err)
{
	char *entered = desk_take_entered(pane->desk);

	if (entered == NULL)
		return true;
	free(pane->to);
	pane->to = entered;
	return go_to_meeting(pane, entered, pane->month.today, err);
}

static bool
meetings_load(struct desk *desk, void *state, struct err *err)
{
	struct meetings_pane *pane = state;

	if (!turn_to_entered(pane, err))
		return false;
	bool other_time = pane->rows.view != pane->view || !meeting_rows_cover(&pane->rows, pane->month.day);

	if (!meeting_rows_read(&pane->rows, desk_session(desk), pane->view, pane->month.day,
	    pane->body, line_text(&pane->list.find), err)) {
		set_view(pane, pane->rows.view);	/* whose rows are still there */
		return false;
	}
	pane->list.columns = meeting_columns_now(pane->view)->heads;
	meeting_detail_done(&pane->detail);
	list_set_count(&pane->list, pane->rows.count, NULL);
	if (pane->to != NULL)
		stand_on_meeting(pane);
	else if (other_time || (pane->view == MEETING_MONTH && pane->list.in_aside))
		stand_on_day(pane);
	return true;
}

static struct list *
meetings_list(void *state)
{
	return &((struct meetings_pane *)state)->list;
}

/* "September 2026   3 items": the month, week or year, and how many rows it has. */
static void
meetings_scope(void *state, int columns, struct buf *text)
{
	const struct meetings_pane *pane = state;
	char month[DAY_SIZE] = "";

	if (pane->view == MEETING_WEEK)
		buf_addf(text, _("week %d, "), week_number(day_to_number(pane->month.day)));
	if (pane->view != MEETING_LIST) {
		memcpy(month, pane->month.day, strlen("2026-09"));
		day_show_long(text, messages_catalogue(), month);
		buf_add(text, columns < LAYOUT_NARROW ? " " : "   ");
	}
	if (columns < LAYOUT_NARROW)
		buf_addf(text, "%zu", meeting_rows_items(&pane->rows));
	else
		buf_addf(text, nq_("%zu item", "%zu items", meeting_rows_items(&pane->rows)), meeting_rows_items(&pane->rows));
}

/* Invitations that are late, else what the grid says by "h". */
static void
meetings_talk(void *state, struct buf *text)
{
	const struct meetings_pane *pane = state;

	meeting_detail_urge(&pane->detail, text);
	if (text->length == 0 && pane->view != MEETING_LIST)
		meeting_rows_add_holidays(&pane->rows, pane->month.day, text);
}

/* Deeds */

static void
show_day(struct meetings_pane *pane)
{
	if (meeting_rows_cover(&pane->rows, pane->month.day))
		stand_on_day(pane);
	else
		desk_reload(pane->desk);
}

static bool
go_page(struct meetings_pane *pane, int step)
{
	struct list *list = &pane->list;
	char day[DAY_SIZE];

	if (pane->view == MEETING_LIST) {
		list_go(list, step > 0 ? list->row + 1 : list->row > 0 ? list->row - 1 : 0);
		return true;
	}
	day_add_months(pane->month.day, step * meeting_views[pane->view].months, day);
	day_add_days(day, step * meeting_views[pane->view].days, pane->month.day);
	show_day(pane);
	return true;
}

static bool
next_view(struct meetings_pane *pane)
{
	set_view(pane, (pane->view + 1) % MEETING_VIEWS);
	desk_reload(pane->desk);
	return true;
}

static bool
go_to_today(struct meetings_pane *pane)
{
	strcpy(pane->month.day, pane->month.today);
	show_day(pane);
	return true;
}

static void
fill_bodies(void *context, const char *typed, struct choices *ret_choices)
{
	struct references *references = context;

	if (typed[0] == '\0')
		choices_add(ret_choices, "", _("all bodies"), "");
	reference_values(references, "body", typed, ret_choices);
}

static bool
choose_body(struct meetings_pane *pane)
{
	struct references references = { .session = desk_session(pane->desk) };
	struct buf body = { 0 };

	buf_add(&body, pane->body);
	if (desk_pick(pane->desk, _("Meetings of which body?"), fill_bodies, &references, &body)) {
		mem_replace(&pane->body, buf_text(&body));
		desk_reload(pane->desk);
	}
	references_done(&references);
	buf_done(&body);
	return true;
}

/* The body that is looked at, and the day in hand when one was gone to: no meeting is planned for today. */
static bool
enter_new(struct meetings_pane *pane, struct err *err)
{
	struct buf argument = { 0 };
	bool chosen = strcmp(pane->month.day, pane->month.today) != 0;

	buf_addf(&argument, "+%s %s", pane->body, chosen ? pane->month.day : "");
	bool ok = desk_open(pane->desk, &meeting_form, buf_text(&argument), err);
	buf_done(&argument);
	return ok;
}

/* The panes of what belongs to a meeting; the rest is done here. */
static bool
run_option(struct meetings_pane *pane, int option, const char *key, struct err *err)
{
	static const struct { int option; const struct pane *pane; } panes[] = {
		{ 1, &sittings_pane },
		{ 2, &meeting_form },
		{ 3, &agenda_pane },
		{ 6, &delegations_pane },
		{ 7, &minutes_pane },
		{ 9, &plenary_pane },
	};

	for (size_t i = 0; i < sizeof panes / sizeof panes[0]; i++)
		if (panes[i].option == option)
			return desk_open(pane->desk, panes[i].pane, key, err);
	if (option == 4)
		return meeting_deeds_ask(pane->desk, key, err);
	if (option == 8)
		return meeting_deeds_invite(pane->desk, key, err);
	return meeting_detail_show(pane->desk, key, err);
}

static bool
run_on_row(struct meetings_pane *pane, const struct input *input, struct err *err)
{
	bool there = input->row < pane->rows.count;
	const char *meeting = there ? meeting_rows_meeting(&pane->rows, input->row) : "";
	const char *day = there ? meeting_rows_day(&pane->rows, input->row) : "";

	if (meeting[0] == '\0' ||
	    (list_is_aside(&pane->list) && strcmp(day, pane->month.day) != 0 && day_is_whole(day)))
		return err_set(err, ERR_MISSING, _("No meeting stands on this day. F6 enters one."));
	if (input->action == ACTION_OPEN)
		return meeting_detail_show(pane->desk, meeting, err);
	return run_option(pane, input->option, meeting, err);
}

static bool
meetings_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct meetings_pane *pane = state;

	(void)desk;
	switch (input->action) {
	case ACTION_OPEN:
	case ACTION_OPTION:
		return run_on_row(pane, input, err);
	case ACTION_NEW:
		return enter_new(pane, err);
	case ACTION_VALUES:
		return choose_body(pane);
	case ACTION_VIEW:
		return next_view(pane);
	case ACTION_PREVIOUS:
		return go_page(pane, -1);
	case ACTION_NEXT:
		return go_page(pane, 1);
	case ACTION_DIGIT:
		return input->option == 0 && go_to_today(pane);
	default:
		if (list_is_aside(&pane->list) && calendar_move(&pane->month, input->action))
			show_day(pane);
		return true;
	}
}

static void
meetings_done(void *state)
{
	struct meetings_pane *pane = state;

	list_done(&pane->list);
	meeting_rows_done(&pane->rows);
	meeting_detail_done(&pane->detail);
	free(pane->body);
	free(pane->to);
}

const struct pane meetings_pane = {
	.code = "MTG",
	.title = N_("Meetings"),
	.size = sizeof(struct meetings_pane),
	.open = meetings_open,
	.load = meetings_load,
	.list = meetings_list,
	.draw = meetings_draw,
	.scope = meetings_scope,
	.talk = meetings_talk,
	.act = meetings_act,
	.options = options,
	.actions = uses,
	.help = N_("Arrows go from day to day, PgUp and PgDn from month to month, 0 to today; Tab goes to "
	    "Find and to the meetings. Below stands what is to be known of the meeting: what is late has "
	    "a \"!\". F11 shows a week, what comes within a year with its last days, or all meetings."),
	.done = meetings_done,
};
