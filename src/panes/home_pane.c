/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/home_pane.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/text.h"
#include "domain/session.h"
#include "panes/codes.h"
#include "panes/desk.h"
#include "panes/entries.h"
#include "panes/home_items.h"
#include "ui/choices.h"
#include "ui/chooser.h"
#include "ui/frame.h"
#include "ui/line.h"
#include "ui/screen.h"

enum {
	MARGIN = 1,
	NUMBER_AT = 3, NUMBER_WIDTH = 2,	/* " > 1 " */
	CODE_AT = 7,
	LEFT_PART = 36, OF_COLUMNS = 80,	/* of the width: the screens */
	CODE_WIDTH = 3, RECORD_WIDTH = 7,
	BELOW_LEAST = 4,			/* rows kept for what was done last */
};

struct home_pane {
	struct desk *desk;		/* borrowed */
	struct line go;
	struct home_items items;
	struct choices choices;		/* for what is typed in go */
	struct chooser chooser;
	size_t marker;			/* item; SIZE_MAX: in Go */
	size_t top;			/* first item in view, where there is one column */
	bool greeted;
};

/* Does what is typed look for something? A number means an item. */
static bool
is_looking(const struct home_pane *home)
{
	const char *typed = line_text(&home->go);

	return typed[0] != '\0' && !chooser_is_number(typed);
}

/* Drawing */

static void
draw_go(struct home_pane *home, const struct layout *layout)
{
	int row = layout->body.row, columns = layout->columns - 2 * MARGIN;
	const char *hint = _("code, government, words, help");
	int label = frame_text(row, MARGIN, -1, C_("list", "Go"), ROLE_NORMAL) + 1;
	int room = columns - label, hint_width = text_width(hint);

	if (layout->columns >= LAYOUT_NARROW) {
		frame_text(row, MARGIN + columns - hint_width, hint_width, hint, ROLE_NORMAL);
		room -= hint_width + 2;
	}
	line_draw_box(&home->go, row, MARGIN + label, room, home->marker == SIZE_MAX);
}

/* Number, code, text, and a note at the right end where it has room. */
static void
draw_item(const struct home_pane *home, size_t i, int row, int column, int columns)
{
	const struct home_item *item = &home->items.item[i];
	int code = item->code[0] == '\0' ? 0 :
	    item->group == HOME_SCREENS || item->group == HOME_NEEDS ? CODE_WIDTH : RECORD_WIDTH;
	int at = column + CODE_AT, end = column + columns, note = text_width(item->note);

	frame_text(row, column, 1, item->problem ? "!" : " ", ROLE_PROBLEM);
	frame_text(row, column + 1, 1, i == home->marker ? ">" : " ", ROLE_NORMAL);
	frame_textf(row, column + NUMBER_AT, NUMBER_WIDTH, ROLE_NORMAL, "%2d", (int)i + 1);
	if (code > 0) {
		frame_text(row, at, code, item->code, ROLE_NORMAL);
		at += code + 2;
	}
	if (note > 0 && at + text_width(item->text) + 2 + note <= end) {
		frame_text(row, end - note, note, item->note, ROLE_NORMAL);
		end -= note + 2;
	}
	frame_text(row, at, end - at, item->text, ROLE_NORMAL);
	if (i == home->marker)
		frame_cursor(row, column + 1);
}

static bool
has_group(const struct home_pane *home, enum home_group group)
{
	for (size_t i = 0; i < home->items.count; i++)
		if (home->items.item[i].group == group)
			return true;
	return false;
}

/* A group under its heading; returns the row below it. */
static int
draw_group(const struct home_pane *home, enum home_group group, const char *heading,
    struct area area)
{
	int row = area.row;

	if (heading != NULL && has_group(home, group) && row < area.row + area.rows)
		frame_text(row++, area.column + CODE_AT, area.columns - CODE_AT, heading, ROLE_HEADING);
	for (size_t i = 0; i < home->items.count && row < area.row + area.rows; i++)
		if (home->items.item[i].group == group)
			draw_item(home, i, row++, area.column, area.columns);
	return row;
}

/* Rows of what stands beside the screens, without blanks between the groups. */
static int
rows_beside(const struct home_pane *home)
{
	int rows = 0;

	for (enum home_group group = HOME_NEXT; group <= HOME_NEEDS; group++)
		rows += has_group(home, group);
	for (size_t i = 0; i < home->items.count; i++)
		rows += home->items.item[i].group >= HOME_NEXT && home->items.item[i].group <= HOME_NEEDS;
	return rows;
}

/* Group under group; a blank between them where all of them still fit. */
static int
draw_beside(const struct home_pane *home, struct area area)
{
	const struct { enum home_group group; const char *heading; } groups[] = {
		{ HOME_NEXT, _("NEXT") }, { HOME_MINE, _("YOURS") }, { HOME_NEEDS, _("NEEDS YOU") },
	};
	int gap = rows_beside(home) + 2 <= area.rows, end = area.row + area.rows;

	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
		if (!has_group(home, groups[i].group))
			continue;
		int next = draw_group(home, groups[i].group, groups[i].heading, area) + gap;

		area.rows = end - next;
		area.row = next;
	}
	return area.row - gap;
}

/* Screens on the left, what waits on the right, what was done last below. */
static void
draw_wide(const struct home_pane *home, struct area area)
{
	int half = area.columns * LEFT_PART / OF_COLUMNS;
	struct area left = area, right = area, below = area;

	left.columns = half - 1;
	right.column += half;
	right.columns = area.columns - half - MARGIN;
	right.rows -= BELOW_LEAST;
	int left_end = draw_group(home, HOME_SCREENS, NULL, left);
	int right_end = draw_beside(home, right);
	below.row = (left_end > right_end ? left_end : right_end) + 1;
	below.rows = area.row + area.rows - below.row;
	below.columns -= MARGIN;
	if (below.rows > 1)
		draw_group(home, HOME_RECENT, _("RECENT"), below);
}

/* One below the other; the marker stays in view. */
static void
draw_narrow(struct home_pane *home, struct area area)
{
	size_t marker = home->marker != SIZE_MAX ? home->marker : 0;
	size_t rows = (size_t)area.rows;

	if (marker < home->top)
		home->top = marker;
	if (marker >= home->top + rows)
		home->top = marker - rows + 1;
	for (size_t i = 0; i < rows && home->top + i < home->items.count; i++)
		draw_item(home, home->top + i, area.row + (int)i, area.column, area.columns - MARGIN);
}

static void
home_draw(void *state, const struct layout *layout)
{
	struct home_pane *home = state;
	struct area area = layout->body;

	draw_go(home, layout);
	area.row++;
	area.rows--;
	if (layout->columns >= LAYOUT_NARROW) {
		frame_rule(area.row++, MARGIN, area.columns - 2 * MARGIN, "");
		area.rows--;
	}
	if (is_looking(home))
		chooser_draw(&home->chooser, &home->choices,
		    (struct area){ area.row, MARGIN, area.rows, area.columns - 2 * MARGIN });
	else if (layout->columns >= LAYOUT_NARROW)
		draw_wide(home, area);
	else
		draw_narrow(home, area);
}

static void
home_hint(void *state, struct buf *text)
{
	const struct home_pane *home = state;

	if (is_looking(home))
		buf_add(text, _("Up/Down choose   Enter open   ^U clears"));
	else
		buf_add(text, _("Number or Down, then Enter opens it"));
}

/* Reading */

static bool
home_open(struct desk *desk, void *state, const char *argument, struct err *err)
{
	struct home_pane *home = state;

	(void)argument, (void)err;
	home->desk = desk;
	home->marker = SIZE_MAX;
	home_items_begin(&home->items);
	return true;
}

static bool
go_on(void *context)
{
	bool *stopped = context;

	*stopped = *stopped || screen_key_pending();
	return !*stopped;
}

/* In a large file it takes a while to count: a key does not wait for that. */
static bool
read_until_key(struct home_pane *home, struct err *err)
{
	struct session *session = desk_session(home->desk);
	bool stopped = false;

	if (!session_snapshot_begin(session, err))
		return false;
	session_on_progress(session, go_on, &stopped);
	bool ok = home_items_read(&home->items, home->desk, err);
	session_on_progress(session, NULL, NULL);
	session_snapshot_end(session);
	return stopped ? err_set(err, ERR_CANCELLED, _("Stopped.")) : ok;
}

/* All reading waits until the frame is on the screen. */
static bool
home_later(struct desk *desk, void *state, struct err *err)
{
	struct home_pane *home = state;

	if (!read_until_key(home, err))
		return false;
	if (home->marker != SIZE_MAX && home->marker >= home->items.count)
		home->marker = home->items.count - 1;
	/* A key may have been faster than the counting: its answer stays. */
	if (!home->greeted && home->items.saved != NULL && desk_is_silent(desk))
		desk_say(desk, "%s", home->items.saved);
	home->greeted = true;
	return true;
}

static void
fill(struct home_pane *home)
{
	choices_clear(&home->choices);
	home->chooser.row = home->chooser.top = 0;
	if (is_looking(home))
		entries_fill(home->desk, line_text(&home->go), &home->choices);
}

/* Doing */

static enum action_zone
home_zone(void *state)
{
	(void)state;
	return ZONE_FIND;
}

static void
forget_typed(struct home_pane *home)
{
	line_set(&home->go, "");
	home->marker = SIZE_MAX;
	choices_clear(&home->choices);
}

/* Copied first: going there may read HOM again. */
static bool
go(struct home_pane *home, const char *command, struct err *err)
{
	struct buf copy = { 0 };

	buf_add(&copy, command);
	bool ok = codes_go(home->desk, buf_text(&copy), err);
	if (ok)
		forget_typed(home);
	buf_done(&copy);
	return ok;
}

static bool
open_item(struct home_pane *home, size_t item, struct err *err)
{
	line_set(&home->go, "");
	return home_items_open(&home->items.item[item], home->desk, err);
}

static bool
accept(struct home_pane *home, struct err *err)
{
	const char *typed = line_text(&home->go);
	size_t number = strtoul(typed, NULL, 10);

	if (is_looking(home))
		return go(home, home->choices.count > 0 ?
		    home->choices.item[home->chooser.row].value : typed, err);
	if (typed[0] != '\0' && (number == 0 || number > home->items.count))
		return err_set(err, ERR_INPUT, _("There is no %s here: 1 to %d can be opened."), typed,
		    (int)home->items.count);
	if (typed[0] != '\0')
		return open_item(home, number - 1, err);
	return home->marker == SIZE_MAX || open_item(home, home->marker, err);
}

static bool
move(struct home_pane *home, const struct input *input)
{
	size_t count = home->items.count;

	if (is_looking(home))
		return chooser_act(&home->chooser, &home->choices, input);
	if (input->action == ACTION_DOWN)
		home->marker = home->marker == SIZE_MAX ? 0 :
		    home->marker + 1 < count ? home->marker + 1 : count - 1;
	else if (input->action == ACTION_UP && home->marker != SIZE_MAX)
		home->marker = home->marker == 0 ? SIZE_MAX : home->marker - 1;
	else
		return false;
	return true;
}

static bool
home_act(struct desk *desk, void *state, const struct input *input, struct err *err)
{
	struct home_pane *home = state;
	bool changed = false;

	(void)desk;
	if (input->action == ACTION_ACCEPT)
		return accept(home, err);
	if (move(home, input))
		return true;
	line_act(&home->go, input, &changed);
	if (changed) {
		home->marker = SIZE_MAX;
		fill(home);
	}
	return true;
}

static void
home_done(void *state)
{
	struct home_pane *home = state;

	line_done(&home->go);
	home_items_done(&home->items);
	choices_done(&home->choices);
}

static const struct action_use uses[] = {
	{ ACTION_BACK, NC_("key", "Quit"), N_("leave the program") },
	{ ACTION_ACCEPT, NULL, N_("open what is typed or marked") },
	{ ACTION_UP, NULL, NULL }, { ACTION_DOWN, NULL, NULL },
	{ ACTION_PAGE_UP, NULL, NULL }, { ACTION_PAGE_DOWN, NULL, NULL },
	{ ACTION_FIELD_NEXT, NULL, NULL }, { ACTION_FIELD_PREVIOUS, NULL, NULL },
	{ ACTION_LEFT, NULL, NULL }, { ACTION_RIGHT, NULL, NULL },
	{ ACTION_LINE_START, NULL, NULL }, { ACTION_LINE_END, NULL, NULL },
	{ ACTION_ERASE_BACK, NULL, NULL }, { ACTION_ERASE, NULL, NULL },
	{ ACTION_KILL_START, NULL, NULL }, { ACTION_KILL_END, NULL, NULL },
	{ ACTION_WORD_BACK, NULL, NULL },
	{ ACTION_UNDO, NULL, NULL }, { ACTION_REDO, NULL, NULL },
	{ 0 }
};

const struct pane home_pane = {
	.code = "HOM",
	.title = N_("Home"),
	.size = sizeof(struct home_pane),
	.open = home_open,
	.later = home_later,
	.draw = home_draw,
	.hint = home_hint,
	.zone = home_zone,
	.act = home_act,
	.actions = uses,
	.help = N_("Type a code (MEM), the code of a government (KR-47) or part of a name in any "
	    "language: what is found stands below, Enter opens it. Or type the number of a line. "
	    "The same field is F9 on every other screen."),
	.done = home_done,
};
