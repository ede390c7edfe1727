/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/roll_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/vote.h"
#include "panes/hall_state.h"
#include "panes/roll_grid.h"
#include "ui/frame.h"
#include "ui/pager.h"

enum {
	MARGIN = 1,
	NAME_ROWS_LEAST = 3,	/* kept before the sums get theirs */
};

/* Short, because six stand in a row. */
static const struct choice answers[] = {
	{ "yes", NC_("roll", "yes") },
	{ "no", NC_("roll", "no") },
	{ "abstain", NC_("roll", "abst") },
	{ "not-voting", NC_("roll", "none") },
	{ 0 }
};

static const char *
label_of(const struct choice *choices, const char *word)
{
	for (const struct choice *choice = choices; choice->word != NULL; choice++)
		if (strcmp(choice->word, word) == 0)
			return message_show(choice->label);
	return "";
}

/* A written ballot is marked: it was not called. */
static void
add_answer(const struct voter *voter, struct buf *text)
{
	buf_add(text, label_of(answers, voter->choice));
	if (strcmp(voter->manner, "written") == 0)
		buf_add(text, "*");
}

static int
answer_width(void)
{
	int widest = 3;		/* "[ ]" */

	for (const struct choice *answer = answers; answer->word != NULL; answer++) {
		int width = text_width(message_show(answer->label));

		widest = width > widest ? width : widest;
	}
	return widest;
}

static int
code_width(const struct hall_state *hall)
{
	int widest = 0;

	for (size_t i = 0; i < hall->name_count; i++) {
		int width = text_width(hall_state_name(hall, i)->government);

		widest = width > widest ? width : widest;
	}
	return widest;
}

/* Sums */

static void
add_result(const struct hall_state *hall, struct buf *text)
{
	const struct vote *vote = hall->sheet.vote;
	const char *result = label_of(record_find_field(&vote_type, "result")->choices,
	    hall->sheet.tally.result);

	if (hall->vote_open && hall->sheet.tally.to_call == hall->sheet.tally.entitled) {
		buf_add(text, _("Nobody has voted yet."));
		return;
	}
	if (hall->vote_open) {
		/* TRANSLATORS: what a vote would come to if it were closed now: carried, lost. */
		buf_addf(text, _("As it stands: %s"), result);
		return;
	}
	struct buf time = { 0 };
	hall_state_add_time(hall, vote->closed, &time);
	/* TRANSLATORS: the result of a vote: carried, lost; and when it was closed. */
	buf_addf(text, _("Result: %s, closed at %s"), result, buf_text(&time));
	buf_done(&time);
}

/* Lines of at most columns columns, each ended by \n; the most wanted first. */
static void
add_sums(const struct hall_state *hall, int columns, struct buf *lines)
{
	struct buf text = { 0 };

	tally_say(&hall->sheet.tally, &text);
	pager_wrap(buf_text(&text), columns, lines);
	buf_clear(&text);
	add_result(hall, &text);
	pager_wrap(buf_text(&text), columns, lines);
	buf_clear(&text);
	tally_say_apart(&hall->sheet.tally, &text);
	if (text.length > 0)
		pager_wrap(buf_text(&text), columns, lines);
	buf_done(&text);
}

static int
count_lines(const struct buf *lines)
{
	int count = 0;

	for (const char *p = buf_text(lines); *p != '\0'; p++)
		count += *p == '\n';
	return count;
}

int
roll_view_height(const struct hall_state *hall, int columns)
{
	struct buf lines = { 0 };
	int names = roll_grid_height(hall->name_count, code_width(hall), answer_width(),
	    columns - 2 * MARGIN);

	add_sums(hall, columns - 2 * MARGIN, &lines);
	int sums = count_lines(&lines);
	buf_done(&lines);
	return 1 + names + sums;
}

static void
draw_sums(struct buf *lines, struct area area)
{
	char *rest = lines->bytes;
	int row = area.row;

	for (char *line = strtok_r(rest, "\n", &rest); line != NULL && row < area.row + area.rows;
	    line = strtok_r(NULL, "\n", &rest))
		frame_text(row++, area.column, area.columns, line, ROLE_NORMAL);
}

/* Names */

static void
draw_name(const struct voter *voter, int row, int column, int code, int answer, bool here, bool focus)
{
	struct buf text = { 0 };

	if (here)
		frame_text(row, column, 1, ">", ROLE_NORMAL);
	frame_text(row, column + 1, code, voter->government, ROLE_NORMAL);
	add_answer(voter, &text);
	if (here && focus && text.length == 0)
		buf_add(&text, "[ ]");
	/* The mark of a written ballot may stand where the blank is: the grid never moves for it. */
	int width = text_width(buf_text(&text));
	frame_text(row, column + 1 + code + 1, width <= answer + 1 ? width : answer, buf_text(&text),
	    here && focus ? ROLE_FOCUS : ROLE_NORMAL);
	if (here && focus)
		frame_cursor(row, column);
	buf_done(&text);
}

static void
draw_names(const struct hall_state *hall, struct roll_view *view, struct area area, bool focus)
{
	int code = code_width(hall), answer = answer_width(), row, column;
	struct roll_grid grid = roll_grid_make(hall->name_count, code, answer, area.columns, area.rows,
	    view->at, view->top);

	view->top = grid.top;
	view->across = grid.across;
	for (size_t i = 0; i < hall->name_count; i++)
		if (roll_grid_place(&grid, i, &row, &column) && row < area.rows)
			draw_name(hall_state_name(hall, i), area.row + row, area.column + column, code, answer,
			    i == view->at, focus);
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* Title */

/* Number and motion to the left, when and how many to the right: the motion gives way. */
static void
draw_title(const struct hall_state *hall, struct area area)
{
	const struct vote *vote = hall->sheet.vote;
	struct buf title = { 0 }, end = { 0 }, time = { 0 };
	int room;

	hall_state_add_time(hall, vote->opened, &time);
	if (area.columns < LAYOUT_NARROW)
		buf_addf(&end, " %s ", buf_text(&time));
	else
		/* TRANSLATORS: of a roll: since when it is frozen, and of how many who may vote. */
		buf_addf(&end, nq_(" frozen %s, %zu name --", " frozen %s, %zu names --", hall->name_count),
		    buf_text(&time), hall->name_count);
	room = area.columns - text_width(buf_text(&end));
	buf_addf(&title, "%s/%lld  %s", vote->meeting, (long long)vote->no, vote->motion);
	frame_rule(area.row, area.column, room, buf_text(&title));
	frame_text(area.row, area.column + room, -1, buf_text(&end), ROLE_NORMAL);
	buf_done(&title);
	buf_done(&end);
	buf_done(&time);
}

void
roll_view_draw(const struct hall_state *hall, struct roll_view *view, struct area area, bool focus)
{
	struct buf lines = { 0 };

	area.column += MARGIN;
	area.columns -= 2 * MARGIN;
	draw_title(hall, area);
	add_sums(hall, area.columns, &lines);
	int all = roll_grid_height(hall->name_count, code_width(hall), answer_width(), area.columns);
	int sums = least(count_lines(&lines), area.rows - 1 - least(all, NAME_ROWS_LEAST));
	struct area grid = { area.row + 1, area.column, least(all, area.rows - 1 - sums), area.columns };
	draw_names(hall, view, grid, focus);
	draw_sums(&lines, (struct area){ grid.row + grid.rows, area.column, sums, area.columns });
	buf_done(&lines);
}
