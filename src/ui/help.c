/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"
#include "ui/frame.h"
#include "ui/pager.h"

enum {
	COLUMNS_USUAL = 80,
	AROUND = 8,		/* columns of frame and marker */
	KEYS_WIDTH = 20,	/* columns of keys, and the gap, before what they do */
	TEXT_LEAST = 30,	/* columns of text that are worth standing beside keys */
};

/* Filling: lines that hold what was typed; Enter on one does it */

static bool
is_wanted(const struct help *help, const char *keys, const char *text)
{
	const unsigned what = TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA;
	char *words = text_folded(line_text(&help->find), what);
	bool wanted = words[0] == '\0' || text_folded_holds(keys, words, what) ||
	    text_folded_holds(text, words, what);

	free(words);
	return wanted;
}

static void
add(struct help *help, const char *group, const char *keys, const char *text, struct input input)
{
	if (help->choices.count >= HELP_MOST)
		return;
	help->inputs[help->choices.count] = input;
	choices_add_to(&help->choices, group, keys, text, "");
}

/* Sentences, a line each: the first beside keys, the others below it. */
static void
add_lines(struct help *help, const char *group, const char *keys, const char *text, int width, struct input input)
{
	struct buf wrapped = { 0 }, line = { 0 };

	pager_wrap(text, width, &wrapped);
	for (const char *from = buf_text(&wrapped); *from != '\0';) {
		size_t length = strcspn(from, "\n");

		buf_clear(&line);
		buf_add_bytes(&line, from, length);
		add(help, group, keys, buf_text(&line), input);
		from += length + 1;
		keys = keys[0] != '\0' ? " " : "";	/* not none: it stands under the text */
	}
	buf_done(&wrapped);
	buf_done(&line);
}

/* About something: nothing to be done by it. */
static void
add_text(struct help *help, const char *group, const char *text)
{
	if (is_wanted(help, "", text))
		add_lines(help, group, "", text, help->width, (struct input){ 0 });
}

/* Keys and what they do: beside them, or below them in a narrow window. */
static void
add_keys(struct help *help, const char *group, const char *keys, const char *text, struct input input)
{
	if (!is_wanted(help, keys, text))
		return;
	if (help->width >= KEYS_WIDTH + TEXT_LEAST) {
		add_lines(help, group, keys, text, help->width - KEYS_WIDTH, input);
		return;
	}
	add(help, group, keys, "", input);
	add_lines(help, group, "", text, help->width, input);
}

static void
add_options(struct help *help)
{
	struct buf text = { 0 };

	for (const struct option *option = help->options; option != NULL && option->digit != 0; option++) {
		char key[] = "0";

		key[0] = (char)('0' + option->digit);
		buf_clear(&text);
		buf_addf(&text, "%s: %s", message_show(option->label), message_show(option->help));
		add_keys(help, _("DIGITS IN OPT"), key, buf_text(&text),
		    (struct input){ .action = ACTION_OPTION, .option = option->digit });
	}
	buf_done(&text);
}

static void
add_actions(struct help *help, const char *group, bool always)
{
	for (enum action_id id = ACTION_HELP; id < ACTION_TABLE_END; id++) {
		struct buf keys = { 0 };

		if ((actions[id].zones & help->zone) == 0 || actions[id].always != always ||
		    !action_offered(help->uses, id))
			continue;
		action_keys_text(id, &keys);
		add_keys(help, group, buf_text(&keys), action_help(help->uses, id), (struct input){ .action = id });
		buf_done(&keys);
	}
}

static void
fill(struct help *help)
{
	choices_clear(&help->choices);
	if (help->topic != NULL)
		add_text(help, _("HERE"), help->topic);
	if (help->text != NULL)
		add_text(help, _("THIS SCREEN"), message_show(help->text));
	add_options(help);
	add_actions(help, _("ON THIS SCREEN"), false);
	add_actions(help, _("EVERYWHERE"), true);
	add_text(help, _("YOUR KEYBOARD"),
	    _("No F-keys? Esc, then the digit: Esc 1 is F1, Esc 0 is F10. Commands by letter also work in the Russian, Mongolian and Korean layouts."));
}

/* Sentences are broken anew when the window changes its width. */
static void
fit(struct help *help, int columns)
{
	int width = columns - AROUND;

	if (help->width == width)
		return;
	help->width = width;
	fill(help);
}

/* Overlay */

static void
draw(void *state, const struct layout *layout)
{
	struct help *help = state;
	struct buf title = { 0 };

	/* TRANSLATORS: the help about a screen of that name. */
	buf_addf(&title, _("Help: %s"), help->title);
	fit(help, layout->columns);
	struct area inside = overlay_frame(overlay_place(layout, layout->keys - 1, layout->columns - 2),
	    buf_text(&title), _("type to search"));
	buf_done(&title);
	int label = frame_text(inside.row, inside.column, -1, C_("list", "Find"), ROLE_NORMAL);
	line_draw_box(&help->find, inside.row, inside.column + label + 1, inside.columns - label - 1, true);
	inside.row++;
	inside.rows--;
	chooser_draw(&help->chooser, &help->choices, inside);
}

static void
footer(void *state, int columns, struct buf *text)
{
	const char *const parts[] = {
		C_("footer", "Enter do it"), C_("footer", "F12 close"), C_("footer", "Up/Down choose"), NULL
	};

	(void)state;
	overlay_footer(parts, columns, text);
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct help *help = state;
	bool changed = false;

	if (chooser_act(&help->chooser, &help->choices, input))
		return OVERLAY_STAY;
	if (input->action == ACTION_ACCEPT) {
		if (help->choices.count == 0)
			return OVERLAY_REFUSED;
		help->input = help->inputs[help->chooser.row];
		return help->input.action == ACTION_NONE ? OVERLAY_CANCEL : OVERLAY_TAKE;
	}
	line_act(&help->find, input, &changed);
	if (changed) {
		help->chooser.row = help->chooser.top = 0;
		fill(help);
	}
	return OVERLAY_STAY;
}

static const struct overlay_kind help_kind = {
	.zone = ZONE_OVERLAY,
	.draw = draw,
	.footer = footer,
	.act = act,
};

struct overlay
help_open(struct help *help)
{
	help->chooser.plain = true;
	fit(help, COLUMNS_USUAL);
	return (struct overlay){ &help_kind, help };
}

void
help_done(struct help *help)
{
	line_done(&help->find);
	choices_done(&help->choices);
}
