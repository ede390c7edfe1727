/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/palette.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/messages.h"
#include "ui/frame.h"

static void
fill(struct palette *palette)
{
	choices_clear(&palette->choices);
	if (palette->fill != NULL)
		palette->fill(palette->context, line_text(&palette->line), &palette->choices);
	palette->chooser.row = palette->chooser.top = 0;
}

static void
draw(void *state, const struct layout *layout)
{
	struct palette *palette = state;
	struct buf found = { 0 };

	buf_addf(&found, palette->choices.more ? _("more than %zu") : _("%zu found"), palette->choices.count);
	struct area inside = overlay_frame(overlay_place(layout, layout->keys - 1, layout->columns - 2),
	    _("Go anywhere"), buf_text(&found));
	buf_done(&found);
	int label = frame_text(inside.row, inside.column, -1, C_("list", "Go"), ROLE_NORMAL);
	line_draw_box(&palette->line, inside.row, inside.column + label + 1, inside.columns - label - 1, true);
	inside.row += 2;
	inside.rows -= 2;
	if (palette->choices.count > 0)
		chooser_draw(&palette->chooser, &palette->choices, inside);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const char *const parts[] = {
		C_("footer", "Enter open"), C_("footer", "F12 close"), C_("footer", "Up/Down choose"),
		C_("footer", "Tab complete"), C_("footer", "Up on empty: last"), NULL
	};

	(void)state;
	overlay_footer(parts, columns, text);
}

/* Earlier commands, the newest first, by Up and Down on an empty line. */
static bool
recall(struct palette *palette, const struct input *input)
{
	bool empty = palette->line.text.length == 0;

	if (palette->earlier_now == 0 && !empty)
		return false;
	if (input->action == ACTION_UP && palette->earlier_now < palette->earlier_count)
		palette->earlier_now++;
	else if (input->action == ACTION_DOWN && palette->earlier_now > 0)
		palette->earlier_now--;
	else
		return false;
	line_replace(&palette->line,
	    palette->earlier_now > 0 ? palette->earlier[palette->earlier_now - 1] : "");
	fill(palette);
	return true;
}

/* An entry with the marker is meant as soon as there is one; else what was typed. */
static enum overlay_answer
take(struct palette *palette)
{
	size_t number = chooser_number(&palette->choices, line_text(&palette->line));

	if (number != SIZE_MAX)
		palette->chooser.row = number;
	else if (palette->choices.count == 0 && palette->line.text.length == 0)
		return OVERLAY_REFUSED;
	buf_clear(&palette->command);
	if (palette->choices.count > 0)
		buf_add(&palette->command, palette->choices.item[palette->chooser.row].value);
	else
		buf_add(&palette->command, line_text(&palette->line));
	return OVERLAY_TAKE;
}

static void
complete(struct palette *palette)
{
	if (palette->choices.count == 0)
		return;
	line_replace(&palette->line, palette->choices.item[palette->chooser.row].value);
	fill(palette);
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct palette *palette = state;
	bool changed = false;

	if (input->action == ACTION_ACCEPT)
		return take(palette);
	if (input->action == ACTION_FIELD_NEXT) {
		complete(palette);
		return OVERLAY_STAY;
	}
	if (recall(palette, input) || chooser_act(&palette->chooser, &palette->choices, input))
		return OVERLAY_STAY;
	line_act(&palette->line, input, &changed);
	if (!changed)
		return OVERLAY_STAY;
	palette->earlier_now = 0;
	if (!chooser_is_number(line_text(&palette->line)))
		fill(palette);
	return OVERLAY_STAY;
}

static const struct overlay_kind palette_kind = {
	.zone = ZONE_OVERLAY,
	.draw = draw,
	.footer = footer,
	.act = act,
};

struct overlay
palette_open(struct palette *palette)
{
	line_set(&palette->line, "");
	palette->earlier_now = 0;
	fill(palette);
	return (struct overlay){ &palette_kind, palette };
}

void
palette_done(struct palette *palette)
{
	for (size_t i = 0; i < palette->earlier_count; i++)
		free(palette->earlier[i]);
	line_done(&palette->line);
	choices_done(&palette->choices);
	buf_done(&palette->command);
	*palette = (struct palette){ 0 };
}

/* The same command again moves to the front. */
static size_t
place_of(const struct palette *palette, const char *command)
{
	size_t i = 0;

	while (i < palette->earlier_count && strcmp(palette->earlier[i], command) != 0)
		i++;
	return i;
}

void
palette_remember(struct palette *palette, const char *command)
{
	size_t place = place_of(palette, command);
	char *front = mem_strdup(command);

	if (place == PALETTE_EARLIER)
		place--;
	if (place < palette->earlier_count)
		free(palette->earlier[place]);
	else
		palette->earlier_count++;
	memmove(palette->earlier + 1, palette->earlier, place * sizeof *palette->earlier);
	palette->earlier[0] = front;
}
