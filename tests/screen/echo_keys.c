/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What ui/screen, ui/frame and ui/keys do in a terminal, without a word of the
 * association: a list with a marker, a field, and the last key by name.
 *
 * F3 ends it, F4 runs $EDITOR, F5 paints again, F6 rings and forgets what was
 * typed ahead, F7 draws boxes over wide characters, F8 works until ^C, F9 counts
 * frames, F12 breaks, Tab goes between the field and the list, ^Z suspends.
 */
#include "config.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/text.h"
#include "ui/frame.h"
#include "ui/screen.h"

enum { LIST_TOP = 3, LIST_COUNT = 60, LIST_FEET = 3, EXIT_NO_TERMINAL = 2 };

struct view {
	int marker, top;
	bool in_rows, boxes, counting, ended;
	int frames, keys;
	struct buf field, said;
};

static const char *const names[] = {
	"Gyeongsangbuk-do Province  경상북도",
	"Toyama Prefecture  富山県",
	"Khabarovsk Territory  Хабаровский край",
	"Shandong Province  山东省",
	"Orkhon Province  Орхон аймаг",
};

static const char *const key_names[] = {
	[KEYS_NONE] = "none", [KEYS_TEXT] = "text", [KEYS_PASTE] = "paste",
	[KEYS_ENTER] = "Enter", [KEYS_TAB] = "Tab", [KEYS_BACKTAB] = "S-Tab",
	[KEYS_BACKSPACE] = "BS", [KEYS_DELETE] = "Del", [KEYS_INSERT] = "Ins",
	[KEYS_UP] = "Up", [KEYS_DOWN] = "Down", [KEYS_LEFT] = "Left", [KEYS_RIGHT] = "Right",
	[KEYS_HOME] = "Home", [KEYS_END] = "End", [KEYS_PAGE_UP] = "PgUp", [KEYS_PAGE_DOWN] = "PgDn",
	[KEYS_ESCAPE] = "Esc",
	[KEYS_F1] = "F1", [KEYS_F2] = "F2", [KEYS_F3] = "F3", [KEYS_F4] = "F4",
	[KEYS_F5] = "F5", [KEYS_F6] = "F6", [KEYS_F7] = "F7", [KEYS_F8] = "F8",
	[KEYS_F9] = "F9", [KEYS_F10] = "F10", [KEYS_F11] = "F11", [KEYS_F12] = "F12",
	[KEYS_CONTROL] = "control", [KEYS_UNKNOWN] = "unknown", [KEYS_BAD] = "bad byte",
	[KEYS_RESIZE] = "resize", [KEYS_CONTINUE] = "continue", [KEYS_HANGUP] = "hangup",
	[KEYS_IDLE] = "idle",
};

static void
say(struct view *view, const struct key *key)
{
	buf_clear(&view->said);
	buf_addf(&view->said, "key %s", key_names[key->code]);
	if (key->code == KEYS_CONTROL)
		buf_addf(&view->said, " %c", (char)key->rune);
	else if (key->text[0] != '\0')
		buf_addf(&view->said, " %s", key->text);
}

static int
list_rows(void)
{
	return frame_rows() - LIST_TOP - LIST_FEET;
}

static void
draw_list(const struct view *view)
{
	for (int i = 0; i < list_rows() && view->top + i < LIST_COUNT; i++) {
		int n = view->top + i;

		frame_text(LIST_TOP + i, 2, 1, n == view->marker ? ">" : " ", ROLE_NORMAL);
		frame_textf(LIST_TOP + i, 5, 50, ROLE_NORMAL, "%02d %s", n, names[n % 5]);
		frame_text_right(LIST_TOP + i, 56, 12, n % 3 == 0 ? "paid" : "1,000.00",
		    n % 3 == 0 ? ROLE_NORMAL : ROLE_PROBLEM);
	}
}

/* Each box begins one column further right: some edge tears every character. */
static void
draw_boxes(void)
{
	for (int i = 0; i < 10; i++)
		frame_text(LIST_TOP + i, 24 + i, 8, "[box   ]", ROLE_FOCUS);
}

static void
draw(struct view *view)
{
	int rows = frame_rows(), columns = frame_columns();

	view->frames++;
	frame_begin();
	frame_text(0, 1, -1, "ECHO  Keys", ROLE_HEADING);
	frame_textf(0, columns - 10, 8, ROLE_NORMAL, "%dx%d", columns, rows);
	frame_text(1, 1, 4, "Find", view->in_rows ? ROLE_NORMAL : ROLE_FOCUS);
	frame_text(1, 6, 1, "[", ROLE_NORMAL);
	frame_text(1, 7, 30, buf_text(&view->field), ROLE_NORMAL);
	frame_text(1, 37, 1, "]", ROLE_NORMAL);
	draw_list(view);
	frame_rule(rows - LIST_FEET, 1, columns - 2, names[0]);
	frame_textf(rows - LIST_FEET, columns - 16, -1, ROLE_NORMAL, " %d of %d ", view->marker + 1, LIST_COUNT);
	if (view->boxes)
		draw_boxes();
	if (view->counting)
		frame_textf(rows - 2, 1, -1, ROLE_NORMAL, "%d frames, %d keys, ambiguous %d",
		    view->frames, view->keys, screen_ambiguous_width());
	frame_text(rows - 1, 1, -1, buf_text(&view->said), ROLE_NORMAL);
	if (view->in_rows)
		frame_cursor(LIST_TOP + view->marker - view->top, 2);
	else
		frame_cursor(1, 7 + text_width(buf_text(&view->field)));
	frame_end();
}

static void
move_marker(struct view *view, int by)
{
	int to = view->marker + by;

	view->marker = to < 0 ? 0 : to >= LIST_COUNT ? LIST_COUNT - 1 : to;
	if (view->marker < view->top)
		view->top = view->marker;
	if (view->marker >= view->top + list_rows())
		view->top = view->marker - list_rows() + 1;
}

static void
erase_one(struct view *view)
{
	const char *start = buf_text(&view->field);

	buf_cut(&view->field, (size_t)(text_prev(start + view->field.length, start) - start));
}

static void
run_editor(struct view *view)
{
	char *argv[] = { getenv("EDITOR"), NULL };

	buf_clear(&view->said);
	buf_addf(&view->said, "editor gave %d", screen_run(argv));
}

static void
work_until_stopped(struct view *view)
{
	buf_clear(&view->said);
	buf_add(&view->said, "working");
	draw(view);
	while (!screen_stop_wanted())
		poll(NULL, 0, 1);
	buf_clear(&view->said);
	buf_add(&view->said, "stopped");
}

static void
act(struct view *view, const struct key *key)
{
	view->keys++;
	if (key->code == KEYS_DOWN || key->code == KEYS_UP || key->code == KEYS_PAGE_DOWN) {
		move_marker(view, key->code == KEYS_DOWN ? 1 : key->code == KEYS_UP ? -1 : list_rows());
		return;
	}
	if (key->code != KEYS_TEXT)
		say(view, key);
	switch (key->code) {
	case KEYS_TEXT:		buf_add(&view->field, key->text); break;
	case KEYS_PASTE:	buf_add(&view->field, key->paste); break;
	case KEYS_BACKSPACE:	erase_one(view); break;
	case KEYS_TAB:		view->in_rows = !view->in_rows; break;
	case KEYS_HANGUP:
	case KEYS_F3:		view->ended = true; break;
	case KEYS_F4:		run_editor(view); break;
	case KEYS_F5:		screen_repaint(); break;
	case KEYS_F6:		screen_bell(); screen_flush_input(); break;
	case KEYS_F7:		view->boxes = !view->boxes; break;
	case KEYS_F8:		work_until_stopped(view); break;
	case KEYS_F9:		view->counting = true; break;
	case KEYS_F12:		abort();
	case KEYS_CONTROL:
		if (key->rune == 'z')
			screen_suspend();
		break;
	default:
		break;
	}
}

int
main(int argc, char **argv)
{
	const char *theme = argc > 1 ? argv[1] : NULL;
	struct screen_options options = { .theme = theme, .mono = getenv("NO_COLOR") != NULL };
	struct view view = { 0 };
	struct err err = { 0 };

	text_locale();
	if (!screen_start(&options, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return EXIT_NO_TERMINAL;
	}
	draw(&view);
	while (!view.ended) {
		struct key key = screen_key(-1);

		act(&view, &key);
		if (!view.ended && !screen_key_pending())
			draw(&view);
	}
	screen_stop();
	printf("field %s, row %d\n", buf_text(&view.field), view.marker);
	buf_done(&view.field);
	buf_done(&view.said);
	return EXIT_SUCCESS;
}
