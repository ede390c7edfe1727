/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/picker.h"

#include <stdint.h>

#include "base/messages.h"
#include "ui/frame.h"

enum { WIDTH = 64, ROWS_AROUND = 4, ROWS_LEAST = 8 };

static void
fill(struct picker *picker)
{
	choices_clear(&picker->choices);
	picker->fill(picker->context, line_text(&picker->find), &picker->choices);
	picker->chooser.row = picker->chooser.top = 0;
}

static void
draw(void *state, const struct layout *layout)
{
	struct picker *picker = state;
	int rows = (int)picker->choices.count + ROWS_AROUND;
	struct buf found = { 0 };

	buf_addf(&found, picker->choices.more ? _("more than %zu") : _("%zu found"), picker->choices.count);
	struct area inside = overlay_frame(
	    overlay_place(layout, rows < ROWS_LEAST ? ROWS_LEAST : rows, WIDTH), picker->title,
	    buf_text(&found));
	buf_done(&found);
	int label = frame_text(inside.row, inside.column, -1, C_("list", "Find"), ROLE_NORMAL);
	line_draw_box(&picker->find, inside.row, inside.column + label + 1, inside.columns - label - 1, true);
	inside.row++;
	inside.rows--;
	chooser_draw(&picker->chooser, &picker->choices, inside);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const char *const parts[] = {
		C_("footer", "Enter take"), C_("footer", "F12 close"), C_("footer", "Up/Down or number choose"), NULL
	};

	(void)state;
	overlay_footer(parts, columns, text);
}

/* A number of the list moves the marker there; what is none is looked for: 51 may begin a code. */
static void
look(struct picker *picker)
{
	size_t number = chooser_number(&picker->choices, line_text(&picker->find));

	if (number != SIZE_MAX)
		picker->chooser.row = number;
	else
		fill(picker);
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct picker *picker = state;
	bool changed = false;

	if (input->action == ACTION_ACCEPT)
		return picker->choices.count > 0 ? OVERLAY_TAKE : OVERLAY_REFUSED;
	if (chooser_act(&picker->chooser, &picker->choices, input))
		return OVERLAY_STAY;
	line_act(&picker->find, input, &changed);
	if (changed)
		look(picker);
	return OVERLAY_STAY;
}

static const struct overlay_kind picker_kind = {
	.zone = ZONE_OVERLAY,
	.draw = draw,
	.footer = footer,
	.act = act,
};

struct overlay
picker_open(struct picker *picker, const char *now)
{
	size_t row;

	fill(picker);
	row = now != NULL ? choices_find(&picker->choices, now) : SIZE_MAX;
	if (row != SIZE_MAX)
		picker->chooser.row = row;
	return (struct overlay){ &picker_kind, picker };
}

const struct choices_item *
picker_item(const struct picker *picker)
{
	return &picker->choices.item[picker->chooser.row];
}

void
picker_done(struct picker *picker)
{
	line_done(&picker->find);
	choices_done(&picker->choices);
}
