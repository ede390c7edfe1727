/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/hall_list.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/delegation.h"
#include "domain/government_status.h"
#include "panes/hall_state.h"
#include "ui/frame.h"

enum { LABEL_COLUMNS = 12, MARGIN = 1 };

/* Cells */

static void
add_label(const struct choice *choices, const char *word, struct buf *text)
{
	for (const struct choice *choice = choices; choice->word != NULL; choice++)
		if (strcmp(choice->word, word) == 0)
			buf_add(text, message_show(choice->label));
}

/* As a screen shows a word of a field of the delegation. */
static void
add_word(const char *field, const char *word, struct buf *text)
{
	add_label(record_find_field(&delegation_type, field)->choices, word, text);
}

static void
add_code(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	buf_add(text, row->government);
}

static void
add_name(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	buf_add(text, row->name);
}

static void
add_own_name(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	buf_add(text, row->own_name);
}

static void
add_head(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	buf_add(text, row->head[0] != '\0' ? C_("head", "yes") : row->delegates > 0 ? C_("head", "no") : "-");
}

/* Short words of the state of the credentials. */
static const struct choice short_credentials[] = {
	{ "none", NC_("cred", "none") },
	{ "provisional", NC_("cred", "prov") },
	{ "accepted", NC_("cred", "acc") },
	{ "rejected", NC_("cred", "rej") },
	{ 0 }
};

static void
add_credentials(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	if (row->credentials[0] == '\0')
		buf_add(text, "-");
	else
		add_label(short_credentials, row->credentials, text);
}

static bool
is_off(const struct attendance *row)
{
	return strcmp(row->answer, "withdrawn") == 0 || strcmp(row->answer, "declined") == 0;
}

static void
add_presence(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	struct buf time = { 0 };

	hall_state_add_time(hall, row->at, &time);
	if (row->present)
		buf_addf(text, "%s %s", C_("desk", "in"), buf_text(&time));
	else if (row->by_proxy)
		buf_addf(text, "%s %s", C_("desk", "by"), row->proxy);
	else if (is_off(row))
		add_word("answer", row->answer, text);
	else if (time.length > 0)
		buf_addf(text, "%s %s", C_("desk", "out"), buf_text(&time));
	else
		buf_add(text, "-");
	buf_done(&time);
}

/* Short words of why not. */
static const struct choice short_reasons[] = {
	{ "credentials", NC_("may not vote", "no: cred") },
	{ "arrears", NC_("may not vote", "no: dues") },
	{ "suspended", NC_("may not vote", "no: susp") },
	{ 0 }
};

static void
add_vote(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	if (row->may_vote)
		buf_add(text, C_("may vote", "yes"));
	else if (strcmp(row->reason, "not-member") == 0)
		add_label(statuses, row->status, text);
	else
		add_label(short_reasons, row->reason, text);
	if (text->length == 0)
		buf_add(text, "-");
}

static void
add_capacity(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	add_word("capacity", row->capacity, text);
	if (text->length == 0)
		buf_add(text, C_("delegation", "not invited"));
}

static void
add_answer(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	add_word("answer", row->answer, text);
	if (row->late)
		buf_addf(text, " %s", C_("withdrew", "late"));
}

static void
add_proxy(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	buf_add(text, row->proxy);
}

static void
add_delegates(const struct hall_state *hall, const struct attendance *row, struct buf *text)
{
	(void)hall;
	if (row->delegates > 0)
		buf_addf(text, "%lld", (long long)row->delegates);
}

/* Columns */

static const struct list_column desk_heads[] = {
	{ NC_("column", "Code"), 6, 7, 0, false, false },
	{ NC_("column", "Name"), 8, 37, 0, false, false },
	{ NC_("column", "Own name"), 11, 37, 1, false, false },
	{ NC_("column", "Head"), 4, 4, 2, false, false },
	{ NC_("column", "Cred"), 5, 5, 3, false, false },
	{ NC_("column", "Presence"), 9, 11, 5, false, false },
	{ NC_("column", "Vote"), 8, 11, 4, false, false },
	{ 0 }
};

static const struct list_column answer_heads[] = {
	{ NC_("column", "Code"), 7, 7, 0, false, false },
	{ NC_("column", "Name"), 8, 37, 0, false, false },
	{ NC_("column", "Comes as"), 11, 11, 3, false, false },
	{ NC_("column", "Answer"), 11, 14, 4, false, false },
	{ NC_("column", "Proxy"), 7, 7, 2, false, false },
	{ NC_("column", "Heads"), 5, 5, 1, true, false },
	{ 0 }
};

typedef void cell_function(const struct hall_state *hall, const struct attendance *row, struct buf *text);

static cell_function *const desk_cells[] = {
	add_code, add_name, add_own_name, add_head, add_credentials, add_presence, add_vote,
};

static cell_function *const answer_cells[] = {
	add_code, add_name, add_capacity, add_answer, add_proxy, add_delegates,
};

const struct list_column *
hall_list_columns(enum hall_view view)
{
	return view == HALL_ANSWERS ? answer_heads : desk_heads;
}

void
hall_list_cell(void *context, size_t row, size_t column, struct buf *text)
{
	const struct hall_state *hall = context;
	const struct attendance *attendance = hall_state_row(hall, row);

	if (attendance != NULL)
		(hall->view == HALL_ANSWERS ? answer_cells : desk_cells)[column](hall, attendance, text);
}

const char *
hall_list_key(void *context, size_t row)
{
	return hall_state_row(context, row)->government;
}

char
hall_list_mark(void *context, size_t row)
{
	const struct attendance *attendance = hall_state_row(context, row);

	if (attendance == NULL)
		return ' ';
	if (strcmp(attendance->answer, "withdrawn") == 0)
		return '!';
	return attendance->present && attendance->counted && !attendance->may_vote ? '!' : ' ';
}

size_t
hall_list_picked(const struct hall_state *hall, const struct list *list, size_t row,
    const char **ret_codes)
{
	size_t count = 0;

	for (size_t i = 0; list_is_marked(list, row) && i < hall->found_count; i++)
		if (list_is_marked(list, i))
			ret_codes[count++] = hall_state_row(hall, i)->government;
	if (count == 0)
		ret_codes[count++] = hall_state_row(hall, row)->government;
	return count;
}

/* The hall */

/* Whether it is one is said as long as there is room for it. */
static void
add_quorum(const struct quorum *quorum, int columns, struct buf *text)
{
	quorum_say(quorum, text);
	if (text_width(buf_text(text)) > columns) {
		buf_clear(text);
		quorum_say_short(quorum, text);
	}
	if (text_width(buf_text(text)) > columns) {
		buf_clear(text);
		quorum_say_sum(quorum, text);
	}
}

void
hall_list_quorum(const struct hall_state *hall, int columns, struct buf *text)
{
	struct buf line = { 0 }, may_vote = { 0 };

	add_quorum(&hall->quorum, columns, &line);
	buf_add(text, buf_text(&line));
	/* TRANSLATORS: how many in the hall may vote. */
	buf_addf(&may_vote, _("may vote %zu"), hall->may_vote);
	if (text_width(buf_text(text)) + 3 + text_width(buf_text(&may_vote)) <= columns)
		buf_addf(text, "   %s", buf_text(&may_vote));
	buf_done(&line);
	buf_done(&may_vote);
}

void
hall_list_reason(const struct hall_state *hall, size_t row, struct buf *text)
{
	const struct attendance *attendance = hall_state_row(hall, row);

	if (attendance != NULL && (strcmp(attendance->reason, "absent") != 0 || attendance->proxy[0] != '\0'))
		attendance_say_reason(&hall->rows, attendance, text);
}

/* One government */

static void
draw_line(struct area area, int *row, const char *label, const char *text)
{
	if (*row >= area.rows || text[0] == '\0')
		return;
	frame_text(area.row + *row, area.column, LABEL_COLUMNS - 1, label, ROLE_NORMAL);
	frame_text(area.row + *row, area.column + LABEL_COLUMNS, area.columns - LABEL_COLUMNS, text,
	    ROLE_NORMAL);
	++*row;
}

static void
add_people(const struct attendance *row, struct buf *text)
{
	if (row->head[0] != '\0')
		buf_addf(text, "%s   ", row->head);
	if (row->delegates > 0)
		buf_addf(text, nq_("%lld person", "%lld persons", row->delegates), (long long)row->delegates);
	else
		buf_add(text, _("no names yet"));
}

static void
add_papers(const struct attendance *row, struct buf *text)
{
	add_word("credentials", row->credentials, text);
	if (row->proxy[0] != '\0')
		/* TRANSLATORS: a government votes for another. */
		buf_addf(text, _("   %s votes for it"), row->proxy);
}

void
hall_list_draw_detail(const struct hall_state *hall, size_t found, struct area area)
{
	const struct attendance *row = hall_state_row(hall, found);
	struct buf title = { 0 }, people = { 0 }, answer = { 0 }, papers = { 0 }, presence = { 0 };
	int at = 1;

	if (row == NULL || area.rows == 0)
		return;
	area.column += MARGIN;
	area.columns -= 2 * MARGIN;
	buf_addf(&title, "%s %s", row->government, row->name);
	if (strcmp(row->name, row->own_name) != 0)
		buf_addf(&title, "   %s", row->own_name);
	frame_rule(area.row, area.column, area.columns, buf_text(&title));
	add_people(row, &people);
	add_capacity(hall, row, &answer);
	buf_add(&answer, "   ");
	add_answer(hall, row, &answer);
	add_papers(row, &papers);
	add_presence(hall, row, &presence);
	draw_line(area, &at, C_("detail", "Delegation"), buf_text(&people));
	draw_line(area, &at, C_("detail", "Answer"), buf_text(&answer));
	draw_line(area, &at, C_("detail", "Credentials"), buf_text(&papers));
	draw_line(area, &at, C_("detail", "Presence"), buf_text(&presence));
	buf_done(&title);
	buf_done(&people);
	buf_done(&answer);
	buf_done(&papers);
	buf_done(&presence);
}
