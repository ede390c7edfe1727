/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/clash_dialog.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/stamp.h"
#include "base/text.h"
#include "domain/session.h"
#include "domain/sheet.h"
#include "panes/desk.h"
#include "panes/reference.h"
#include "ui/frame.h"
#include "ui/overlay.h"

enum {
	THEIRS = 2, MINE = 3,		/* as in the review of a merge, where 1 is the base */
	OPT_COLUMNS = 4, GAP = 1, VALUE_ROWS = 3, MOST_ROWS = 6, RESULT_COLUMNS = 7,
};

struct clash_dialog {
	struct session *session;
	struct sheet_clashes *clashes;
	size_t now, top;
};

/* Words for a value: coded ones by their label, keys by the name of what they stand for. */
static void
add_shown(struct session *session, const struct field *field, const char *value, struct buf *text)
{
	const struct choice *choice = field->choices;

	while (choice != NULL && choice->word != NULL && strcmp(choice->word, value) != 0)
		choice++;
	if (value[0] == '\0')
		buf_add(text, C_("value", "(empty)"));
	else if (field->refers != NULL && reference_is_named(field->refers))
		reference_name(session, field->refers, value, text);
	else if (choice != NULL && choice->word != NULL)
		buf_add(text, message_show(choice->label));
	else
		text_add_shown(text, value);
}

static void
draw_value(const struct clash_dialog *dialog, struct area at, const struct field *field,
    const char *value)
{
	struct buf text = { 0 };

	add_shown(dialog->session, field, value, &text);
	frame_text(at.row, at.column, at.columns, buf_text(&text), ROLE_NORMAL);
	buf_done(&text);
}

/* Columns: option, field, three values, what is chosen. */
static int
value_columns(const struct area *inside)
{
	return (inside->columns - OPT_COLUMNS - RESULT_COLUMNS) / 4 - GAP;
}

static int
column_of(const struct area *inside, int n)
{
	return inside->column + OPT_COLUMNS + n * (value_columns(inside) + GAP);
}

static const char *
pick_label(enum sheet_pick pick)
{
	static const char *const labels[] = {
		[SHEET_UNDECIDED] = "?",
		[SHEET_THEIRS] = NC_("pick", "theirs"),
		[SHEET_MINE] = NC_("pick", "mine"),
	};

	return message_show(labels[pick]);
}

static void
draw_heads(const struct area *inside, int row)
{
	static const char *const heads[] = { NC_("column", "Field"), NC_("column", "Before"),
		NC_("column", "Theirs"), NC_("column", "Mine"), NC_("column", "Kept") };

	for (int i = 0; i < 5; i++)
		frame_text(row, column_of(inside, i), i < 4 ? value_columns(inside) : RESULT_COLUMNS,
		    message_show(heads[i]), ROLE_HEADING);
}

static void
draw_row(const struct clash_dialog *dialog, const struct area *inside, int row, size_t i)
{
	const struct sheet_clash *clash = &dialog->clashes->item[i];
	const char *const values[] = { clash->before, clash->theirs, clash->mine };
	int width = value_columns(inside);

	frame_textf(row, inside->column, OPT_COLUMNS - 1, ROLE_NORMAL, "%c %c",
	    clash->pick == SHEET_UNDECIDED ? ' ' : clash->pick == SHEET_MINE ? '0' + MINE : '0' + THEIRS,
	    i == dialog->now ? '>' : ' ');
	frame_text(row, column_of(inside, 0), width, message_show(clash->field->label), ROLE_NORMAL);
	for (int n = 0; n < 3; n++)
		draw_value(dialog, (struct area){ row, column_of(inside, n + 1), 1, width }, clash->field,
		    values[n]);
	frame_text(row, column_of(inside, 4), RESULT_COLUMNS, pick_label(clash->pick), ROLE_NORMAL);
	if (i == dialog->now)
		frame_cursor(row, inside->column + 2);
}

static void
draw_narrow_row(const struct clash_dialog *dialog, const struct area *inside, int row, size_t i)
{
	const struct sheet_clash *clash = &dialog->clashes->item[i];
	int width = inside->columns - OPT_COLUMNS - RESULT_COLUMNS - GAP;

	frame_text(row, inside->column, OPT_COLUMNS - 1, i == dialog->now ? "  >" : "", ROLE_NORMAL);
	frame_text(row, inside->column + OPT_COLUMNS, width, message_show(clash->field->label),
	    ROLE_NORMAL);
	frame_text(row, inside->column + OPT_COLUMNS + width + GAP, RESULT_COLUMNS,
	    pick_label(clash->pick), ROLE_NORMAL);
	if (i == dialog->now)
		frame_cursor(row, inside->column + 2);
}

/* The values of the field at hand, whole. */
static void
draw_values(const struct clash_dialog *dialog, const struct area *inside, int row)
{
	const struct sheet_clash *clash = &dialog->clashes->item[dialog->now];
	const struct { const char *label, *value; } lines[VALUE_ROWS] = {
		{ C_("column", "Before"), clash->before },
		{ C_("answer", "2=Theirs"), clash->theirs },
		{ C_("answer", "3=Mine"), clash->mine },
	};
	int label = 0;

	for (int i = 0; i < VALUE_ROWS; i++)
		if (text_width(lines[i].label) > label)
			label = text_width(lines[i].label);
	for (int i = 0; i < VALUE_ROWS; i++) {
		frame_text(row + i, inside->column, label, lines[i].label, ROLE_HEADING);
		draw_value(dialog, (struct area){ row + i, inside->column + label + GAP, 1,
		    inside->columns - label - GAP }, clash->field, lines[i].value);
	}
}

static void
draw_author(const struct clash_dialog *dialog, const struct area *inside, int row)
{
	const struct sheet_clash *clash = &dialog->clashes->item[dialog->now];
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];
	struct buf text = { 0 };

	if (clash->who[0] == '\0')
		return;
	stamp_show(dialog->session->clock, clash->at, day, time);
	buf_addf(&text, _("Theirs: %s, %s %s"), clash->who, day, time);
	frame_text(row, inside->column, inside->columns, buf_text(&text), ROLE_NORMAL);
	buf_done(&text);
}

static size_t
undecided(const struct sheet_clashes *clashes)
{
	size_t count = 0;

	for (size_t i = 0; i < clashes->count; i++)
		count += clashes->item[i].pick == SHEET_UNDECIDED;
	return count;
}

static void
draw_rows(struct clash_dialog *dialog, const struct area *inside, int row, int rows, bool narrow)
{
	if (dialog->now < dialog->top)
		dialog->top = dialog->now;
	if (dialog->now >= dialog->top + (size_t)rows)
		dialog->top = dialog->now - (size_t)rows + 1;
	for (int i = 0; i < rows && dialog->top + (size_t)i < dialog->clashes->count; i++) {
		if (narrow)
			draw_narrow_row(dialog, inside, row + i, dialog->top + (size_t)i);
		else
			draw_row(dialog, inside, row + i, dialog->top + (size_t)i);
	}
}

static void
draw(void *state, const struct layout *layout)
{
	struct clash_dialog *dialog = state;
	bool narrow = layout->columns < LAYOUT_NARROW;
	int most = layout->keys - 1 - 2 - VALUE_ROWS - 1 - !narrow;
	int rows = (int)dialog->clashes->count < MOST_ROWS ? (int)dialog->clashes->count : MOST_ROWS;
	struct buf note = { 0 };

	rows = rows < most ? rows : most;
	buf_addf(&note, "%zu/%zu", dialog->clashes->count - undecided(dialog->clashes),
	    dialog->clashes->count);
	struct area inside = overlay_frame(overlay_place(layout, rows + VALUE_ROWS + 3 + !narrow + !narrow,
	    layout->columns), _("Somebody saved this meanwhile"), buf_text(&note));
	buf_done(&note);
	int row = inside.row;
	if (!narrow)
		draw_heads(&inside, row++);
	draw_rows(dialog, &inside, row, rows, narrow);
	row += rows + !narrow;
	draw_values(dialog, &inside, row);
	draw_author(dialog, &inside, row + VALUE_ROWS);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const struct clash_dialog *dialog = state;

	(void)columns;
	buf_add(text, undecided(dialog->clashes) == 0 ?
	    _("2=Theirs 3=Mine  Enter save  F12 later") : _("2=Theirs 3=Mine  F12 later"));
}

/* The next clash nobody has decided; the same one when there is none. */
static void
go_on(struct clash_dialog *dialog)
{
	size_t count = dialog->clashes->count;

	for (size_t i = 1; i <= count; i++)
		if (dialog->clashes->item[(dialog->now + i) % count].pick == SHEET_UNDECIDED) {
			dialog->now = (dialog->now + i) % count;
			return;
		}
}

static enum overlay_answer
choose(struct clash_dialog *dialog, int digit)
{
	if (digit != THEIRS && digit != MINE)
		return OVERLAY_REFUSED;
	dialog->clashes->item[dialog->now].pick = digit == MINE ? SHEET_MINE : SHEET_THEIRS;
	go_on(dialog);
	return OVERLAY_STAY;
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct clash_dialog *dialog = state;
	size_t last = dialog->clashes->count - 1;

	switch (input->action) {
	case ACTION_DIGIT:
		return choose(dialog, input->option);
	case ACTION_UP:
	case ACTION_PREVIOUS:
		dialog->now -= dialog->now > 0;
		return OVERLAY_STAY;
	case ACTION_DOWN:
	case ACTION_NEXT:
		dialog->now += dialog->now < last;
		return OVERLAY_STAY;
	case ACTION_ACCEPT:
	case ACTION_SAVE:
		if (undecided(dialog->clashes) == 0)
			return OVERLAY_TAKE;
		go_on(dialog);
		return OVERLAY_REFUSED;
	default:
		return OVERLAY_REFUSED;
	}
}

/* Digits choose, whatever the layout: that is the rows zone. */
static const struct overlay_kind clash_kind = {
	.zone = ZONE_ROWS,
	.draw = draw,
	.footer = footer,
	.act = act,
};

bool
clash_dialog_ask(struct desk *desk, struct sheet_clashes *clashes)
{
	struct clash_dialog dialog = { .session = desk_session(desk), .clashes = clashes };

	return desk_run_overlay(desk, (struct overlay){ &clash_kind, &dialog });
}
