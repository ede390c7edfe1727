/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/roster_pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/body.h"
#include "domain/body_entry.h"
#include "domain/body_name.h"
#include "domain/fold.h"
#include "domain/roster.h"
#include "domain/session.h"
#include "panes/bodies_pane.h"
#include "panes/body_detail.h"
#include "panes/desk.h"
#include "panes/pane.h"
#include "panes/roster_deeds.h"
#include "ui/list.h"

enum { SEAT, CODE, NAME, SINCE, UNTIL, DECISION, COLUMNS };

/* A row: a line of the roster, or the one between it and the past. */
struct roster_row {
	size_t line;			/* in lines; SIZE_MAX: between */
	char *key;
};

struct roster_pane {
	struct desk *desk;		/* borrowed */
	char *body;
	char *day_before, *day_here;	/* of the session, while this screen has a day of its own; NULL */
	struct list list;
	struct list_column columns[COLUMNS + 1];
	struct row_list lines;
	struct roster_row *rows;
	size_t count, room, past;
	struct body_entry entry;	/* zeroed: the body is not set up on the day */
	char *name;			/* of the body */
	struct roster_count seats;
	bool with_past;
};

static const struct list_column columns[COLUMNS + 1] = {
	[SEAT] = { NC_("column", "Seat"), 14, 14, 0, false, false },
	[CODE] = { NC_("column", "Code"), 7, 7, 0, false, false },
	[NAME] = { NC_("column", "Name"), 10, 37, 4, false, false },
	[SINCE] = { NC_("column", "Since"), 7, 7, 3, false, false },
	[UNTIL] = { NC_("column", "Until"), 10, 10, 2, false, false },
	[DECISION] = { NC_("column", "Decision"), 8, 8, 1, false, false },
	{ 0 }
};

static const struct roster_line *
line_at(const struct roster_pane *pane, size_t row)
{
	if (row >= pane->count || pane->rows[row].line == SIZE_MAX)
		return NULL;
	return row_at(&pane->lines, pane->rows[row].line);
}

static bool
is_state(const struct roster_line *line, const char *state)
{
	return strcmp(line->state, state) == 0;
}

static void
add_seat_name(const struct roster_line *line, struct buf *text)
{
	record_show(record_find_field(&roster_line_type, "role"), line, text);
	if (line->no > 1)
		buf_addf(text, " %d", (int)line->no);
}

static void
add_until(const struct roster_line *line, struct buf *text)
{
	if (line->until != NULL)
		buf_add(text, line->until);
	else if (line->until_meeting != NULL)
		buf_addf(text, _("until %s"), line->until_meeting);
}

/* The line between says how many follow. */
static void
add_between(const struct roster_pane *pane, size_t column, struct buf *text)
{
	if (column == SEAT)
		buf_addf(text, _("-- past: %d --"), (int)pane->past);
}

static void
add_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct roster_pane *pane = context;
	const struct roster_line *line = line_at(pane, row);

	if (line == NULL) {
		add_between(pane, column, text);
		return;
	}
	bool vacant = is_state(line, "vacant"), past = is_state(line, "past");
	switch (column) {
	case SEAT:
		add_seat_name(line, text);
		break;
	case CODE:
		buf_add(text, line->government);
		break;
	case NAME:
		if (vacant)
			buf_addf(text, "-- %s --", C_("seat", "vacant"));
		else
			buf_add(text, line->name);
		break;
	case SINCE:
		buf_add(text, line->since[0] != '\0' ? line->since : "?");
		break;
	case UNTIL:
		add_until(line, text);
		break;
	default:
		buf_add(text, past && line->ended[0] != '\0' ? line->ended : line->decision);
	}
}

static const char *
key_of(void *context, size_t row)
{
	return ((const struct roster_pane *)context)->rows[row].key;
}

/* Whole days from the day shown to the end of the term; -1: it has no end, or no whole day. */
static int
days_left(const struct roster_pane *pane, const struct roster_line *line)
{
	char day[DAY_SIZE];

	if (!is_state(line, "held") || line->until == NULL || !day_is_whole(line->until))
		return -1;
	session_day(desk_session(pane->desk), day);
	return day_to_number(line->until) - day_to_number(day);
}

enum { SOON = 60 };

static char
mark_of(void *context, size_t row)
{
	const struct roster_line *line = line_at(context, row);

	if (line == NULL)
		return ' ';
	int left = days_left(context, line);
	return is_state(line, "vacant") || (left >= 0 && left <= SOON) ? '!' : ' ';
}

static void
add_detail_title(void *context, size_t row, struct buf *text)
{
	(void)row;
	body_detail_title(&((const struct roster_pane *)context)->entry, text);
}

static void
draw_detail(void *context, size_t row, struct area area)
{
	const struct roster_pane *pane = context;
	const struct roster_line *line = line_at(pane, row);
	struct buf more = { 0 };

	if (line != NULL && line->officer[0] != '\0')
		buf_addf(&more, line->acting != 0 ? _("%s, acting") : "%s", line->officer);
	body_detail_draw(&pane->entry, C_("detail", "Exercised"),
	    more.length > 0 ? buf_text(&more) : NULL, area);
	buf_done(&more);
}

static void
add_day(void *context, struct buf *text)
{
	desk_add_as_of(((const struct roster_pane *)context)->desk, _("As of now"), text);
}

static const struct list_source source = {
	.cell = add_cell,
	.key = key_of,
	.mark = mark_of,
	.detail_title = add_detail_title,
	.detail = draw_detail,
	.status_end = add_day,
};

static const struct action_use uses[] = {
	{ ACTION_VALUES, NC_("key", "Day"), N_("the roster of another day; empty is now") },
	{ ACTION_NEW, NC_("seat", "Appoint"), N_("a government takes a seat, by a decision") },
	{ ACTION_PREVIOUS, NC_("key", "Body"), N_("the body before this one") },
	{ ACTION_NEXT, NC_("key", "Body"), N_("the body after this one") },
	{ ACTION_VIEW, NC_("key", "Past"), N_("show or hide who held the seats before") },
	{ ACTION_FIND, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL },
	{ ACTION_REDO, NULL, NULL },
	{ 0 }
};

/* The day of this screen. */

static void
give_day_back(struct roster_pane *pane)
{
	struct session *session = desk_session(pane->desk);

	if (pane->day_here != NULL && strcmp(session->as_of, pane->day_here) == 0)
		session_set_as_of(session, pane->day_before, NULL);
	free(pane->day_before);
	free(pane->day_here);
	pane->day_before = pane->day_here = NULL;
}

static bool
take_day(struct roster_pane *pane, const char *typed, struct err *err)
{
	struct session *session = desk_session(pane->desk);
	char today[DAY_SIZE], day[DAY_SIZE] = "";

	session_today(session, today);
	if (!day_parse_input(typed, today, messages_catalogue(), day, err))
		return false;
	give_day_back(pane);
	char *before = mem_strdup(session->as_of);
	if (!session_set_as_of(session, day, err)) {
		free(before);
		return false;
	}
	pane->day_before = before;
	pane->day_here = mem_strdup(day);
	return true;
}

static bool
roster_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct roster_pane *pane = state;
	char *spelled = bodies_spell(argument);
	size_t length = strcspn(spelled, " ");
	const char *day = spelled + length + strspn(spelled + length, " ");

	pane->desk = desk;
	pane->body = mem_strndup(spelled, length);
	pane->name = mem_strdup("");
	memcpy(pane->columns, columns, sizeof columns);
	list_init(&pane->list, &source, pane, pane->columns);
	pane->list.options = roster_deed_options;
	pane->list.detail_rows = BODY_DETAIL_ROWS;
	pane->list.empty = N_("On this day the body has no seats.");
	bool ok = row_must_exist(desk_session(desk), &body_type, pane->body, err) &&
	    (day[0] == '\0' || take_day(pane, day, err));
	free(spelled);
	return ok;
}

/* Reading */

static void
forget_rows(struct roster_pane *pane)
{
	for (size_t i = 0; i < pane->count; i++)
		free(pane->rows[i].key);
	pane->count = pane->past = 0;
}

static void
add_row(struct roster_pane *pane, size_t line, const char *key)
{
	pane->rows = mem_room(pane->rows, pane->count, &pane->room, sizeof *pane->rows);
	pane->rows[pane->count++] = (struct roster_row){ line, mem_strdup(key) };
}

static bool
is_found(const struct roster_line *line, const struct fold_query *query)
{
	struct buf text = { 0 }, seat = { 0 };

	add_seat_name(line, &seat);
	fold_search_text(buf_text(&seat), NULL, &text);
	fold_search_text(line->name, NULL, &text);
	fold_search_code(line->government, &text);
	bool found = fold_query_match(query, buf_text(&text), text.length) != FOLD_NONE;
	buf_done(&seat);
	buf_done(&text);
	return found;
}

/* A term goes by its id, a vacant seat by its own name: marks stay where they belong. */
static void
add_line(struct roster_pane *pane, size_t at, const struct roster_line *line)
{
	struct buf key = { 0 };

	if (is_state(line, "past") && pane->past++ == 0)
		add_row(pane, SIZE_MAX, "past");
	if (line->term[0] != '\0')
		buf_add(&key, line->term);
	else
		buf_addf(&key, "%s/%d", line->role, (int)line->no);
	add_row(pane, at, buf_text(&key));
	buf_done(&key);
}

static void
choose_rows(struct roster_pane *pane)
{
	struct fold_query query;

	forget_rows(pane);
	fold_query_init(&query, line_text(&pane->list.find));
	for (size_t i = 0; i < pane->lines.count; i++) {
		const struct roster_line *line = row_at(&pane->lines, i);

		if (query.length == 0 || is_found(line, &query))
			add_line(pane, i, line);
	}
	fold_query_done(&query);
	list_set_count(&pane->list, pane->count, NULL);
}

/* A body that is not set up on the day has a name all the same. */
static bool
read_body(struct roster_pane *pane, struct session *session, struct err *err)
{
	struct body_entry entry = { 0 };
	struct err missing = { 0 };
	struct buf name = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	if (!body_entry_get(session, pane->body, &entry, &missing) && missing.code != ERR_MISSING)
		return err_set(err, missing.code, "%s", missing.text);
	record_done(&body_entry_type, &pane->entry);
	pane->entry = entry;
	bool ok = body_name_on(session, pane->body, day, &name, err) &&
	    roster_count(session, pane->body, &pane->seats, err);
	free(pane->name);
	pane->name = buf_take(&name);
	return ok;
}

/* Seats and days are whole, and no wider than they are here: the rest is for names. */
static void
fit_columns(struct roster_pane *pane)
{
	static const int fitted[] = { SEAT, SINCE, UNTIL };

	for (size_t i = 0; i < sizeof fitted / sizeof fitted[0]; i++) {
		struct list_column *column = &pane->columns[fitted[i]];

		column->most = column->width;
		for (size_t row = 0; row < pane->count; row++) {
			struct buf text = { 0 };

			add_cell(pane, row, (size_t)fitted[i], &text);
			int width = text_width(buf_text(&text));
			if (width > column->most && line_at(pane, row) != NULL)
				column->most = width;
			buf_done(&text);
		}
	}
}

static bool
roster_load(struct desk *desk, void *state, struct err *err)
{
	struct roster_pane *pane = state;
	struct row_list lines = { 0 };

	if (!read_body(pane, desk_session(desk), err) ||
	    !roster_list(desk_session(desk), pane->body, ROSTER_NOW | ROSTER_COMING |
	    (pane->with_past ? ROSTER_PAST : 0), &lines, err))
		return false;
	row_list_done(&pane->lines);
	pane->lines = lines;
	choose_rows(pane);
	fit_columns(pane);
	return true;
}

static struct list *
roster_list_of(void *state)
{
	return &((struct roster_pane *)state)->list;
}

static void
roster_scope(void *state, int width, struct buf *text)
{
	const struct roster_pane *pane = state;

	if (width < LAYOUT_NARROW)
		buf_addf(text, "%s %zu/%zu", pane->body, pane->seats.held, pane->seats.seats);
	else
		buf_addf(text, nq_("%s %s   %d of %d seat", "%s %s   %d of %d seats", pane->seats.seats),
		    pane->body, pane->name, (int)pane->seats.held, (int)pane->seats.seats);
}

/* The row in hand: a term that ends soon, or one that begins later. */
static void
roster_talk(void *state, struct buf *text)
{
	const struct roster_pane *pane = state;
	const struct roster_line *line = line_at(pane, pane->list.row);
	int left = line != NULL ? days_left(pane, line) : -1;

	if (left >= 0 && left <= SOON)
		buf_addf(text, nq_("The term of %s ends in %d day: 7 renews it, 6 appoints another.",
		    "The term of %s ends in %d days: 7 renews it, 6 appoints another.", left),
		    line->government, left);
	else if (line != NULL && is_state(line, "coming"))
		buf_addf(text, _("This term begins only on %s."), line->since);
	else if (line != NULL && line->note[0] != '\0')
		buf_add(text, line->note);
}

/* Moving */

/* The body before or after this one, in the order of the tree. */
static bool
step(struct roster_pane *pane, int by, struct err *err)
{
	struct row_list bodies = { 0 };
	size_t at = 0;

	if (!body_entry_list(desk_session(pane->desk), &bodies, err))
		return false;
	while (at < bodies.count &&
	    strcmp(((struct body_entry *)row_at(&bodies, at))->key, pane->body) != 0)
		at++;
	bool there = at < bodies.count && (by > 0 ? at + 1 < bodies.count : at > 0);
	if (there)
		mem_replace(&pane->body, ((struct body_entry *)row_at(&bodies, by > 0 ? at + 1 : at - 1))->key);
	row_list_done(&bodies);
	if (!there)
		return err_set(err, ERR_MISSING, by > 0 ? _("This is the last body.") :
		    _("This is the first body."));
	list_find(&pane->list, "");
	desk_reload(pane->desk);
	return true;
}

static bool
ask_for_day(struct roster_pane *pane, struct err *err)
{
	struct buf typed = { 0 };
	bool ok = true;

	buf_add(&typed, desk_session(pane->desk)->as_of);
	if (desk_ask_text(pane->desk, _("As of which day? Empty is now."), false, &typed))
		ok = take_day(pane, buf_text(&typed), err);
	buf_done(&typed);
	desk_reload(pane->desk);
	return ok;
}

/* F6 fills the vacant seat under the marker; elsewhere it finds or makes one. */
static bool
appoint(struct roster_pane *pane, struct err *err)
{
	const struct roster_line *line = line_at(pane, pane->list.row);

	return roster_deed_appoint(pane->desk, pane->body,
	    line != NULL && is_state(line, "vacant") ? line : NULL, err);
}

static bool
roster_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct roster_pane *pane = state;
	const struct roster_line *line = line_at(pane, input->row);

	switch (input->action) {
	case ACTION_OPEN:
		return line == NULL || roster_deed(desk, pane->body,
		    line->term[0] != '\0' ? ROSTER_EDIT : ROSTER_APPOINT, line, err);
	case ACTION_OPTION:
		return line == NULL || roster_deed(desk, pane->body, input->option, line, err);
	case ACTION_NEW:
		return appoint(pane, err);
	case ACTION_VALUES:
		return ask_for_day(pane, err);
	case ACTION_PREVIOUS:
		return step(pane, -1, err);
	case ACTION_NEXT:
		return step(pane, 1, err);
	case ACTION_VIEW:
		pane->with_past = !pane->with_past;
		desk_reload(desk);
		return true;
	default:
		return true;
	}
}

static void
roster_done(void *state)
{
	struct roster_pane *pane = state;

	give_day_back(pane);
	list_done(&pane->list);
	forget_rows(pane);
	free(pane->rows);
	row_list_done(&pane->lines);
	record_done(&body_entry_type, &pane->entry);
	free(pane->body);
	free(pane->name);
}

const struct pane roster_pane = {
	.code = "COM",
	.title = N_("Roster"),
	.size = sizeof(struct roster_pane),
	.open = roster_open,
	.load = roster_load,
	.list = roster_list_of,
	.scope = roster_scope,
	.talk = roster_talk,
	.act = roster_act,
	.options = roster_deed_options,
	.actions = uses,
	.help = N_("The seats of one body on the day, vacant ones too. F6 gives a seat to a government: who "
	    "holds it until then does so no more. F11 adds who held the seats before, F4 asks for another "
	    "day, F7 and F8 go to the bodies before and after."),
	.done = roster_done,
};
