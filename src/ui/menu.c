/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/menu.h"

#include "base/buf.h"
#include "base/messages.h"

enum { WIDTH = 76, ROWS_AROUND = 3 };

/* Filling */

static void
add(struct menu *menu, const char *group, const char *label, const char *help, const char *keys,
    struct input input)
{
	if (menu->choices.count >= MENU_MOST)
		return;
	menu->inputs[menu->choices.count] = input;
	choices_add_to(&menu->choices, group, label, help, keys);
}

static void
add_options(struct menu *menu)
{
	for (const struct option *option = menu->options; option != NULL && option->digit != 0; option++) {
		char key[] = "0";

		key[0] = (char)('0' + option->digit);
		add(menu, _("THE ROW, OR THE MARKED ROWS"), message_show(option->label), message_show(option->help),
		    key, (struct input){ .action = ACTION_OPTION, .option = option->digit });
	}
}

/* Named ones as in the key row; moving and erasing need no menu. */
static bool
belongs_in_menu(enum action_id id)
{
	return actions[id].label != NULL || id == ACTION_NEXT || id == ACTION_MARK || id == ACTION_SORT ||
	    id == ACTION_SAME || id == ACTION_UNDO || id == ACTION_REDO || id == ACTION_SUSPEND;
}

/* The rest of its keys is in F1. */
static const char *
first_key(enum action_id id)
{
	return actions[id].keys[0] != NULL ? actions[id].keys[0] : "";
}

static void
add_actions(struct menu *menu, const char *group, bool always)
{
	for (enum action_id id = ACTION_HELP; id < ACTION_TABLE_END; id++) {
		if (id == ACTION_MENU || !belongs_in_menu(id) || (actions[id].zones & menu->zone) == 0 ||
		    actions[id].always != always || !action_offered(menu->uses, id))
			continue;
		add(menu, group, id == ACTION_PREVIOUS || actions[id].label == NULL ? "" : action_label(menu->uses, id),
		    action_help(menu->uses, id), first_key(id), (struct input){ .action = id });
	}
}

static void
fill(struct menu *menu)
{
	choices_clear(&menu->choices);
	add_options(menu);
	add_actions(menu, _("ON THIS SCREEN"), false);
	add_actions(menu, _("EVERYWHERE"), true);
}

/* Overlay */

static void
draw(void *state, const struct layout *layout)
{
	struct menu *menu = state;
	int groups = 3;

	chooser_draw(&menu->chooser, &menu->choices, overlay_frame(overlay_place(layout,
	    (int)menu->choices.count + groups + ROWS_AROUND, WIDTH), C_("key", "Actions"), ""));
}

static void
footer(void *state, int columns, struct buf *text)
{
	const char *const parts[] = {
		C_("footer", "Enter do it"), C_("footer", "F12 close"), C_("footer", "Up/Down or number choose"), NULL
	};

	(void)state;
	overlay_footer(parts, columns, text);
}

static enum overlay_answer
type_digit(struct menu *menu, int digit)
{
	int number = menu->typed * 10 + digit;

	menu->typed = number <= (int)menu->choices.count ? number : digit;
	if (menu->typed < 1 || menu->typed > (int)menu->choices.count) {
		menu->typed = 0;
		return OVERLAY_REFUSED;
	}
	menu->chooser.row = (size_t)menu->typed - 1;
	return OVERLAY_STAY;
}

static enum overlay_answer
act(void *state, const struct input *input)
{
	struct menu *menu = state;

	if (input->action == ACTION_DIGIT)
		return type_digit(menu, input->option);
	menu->typed = 0;
	if (chooser_act(&menu->chooser, &menu->choices, input))
		return OVERLAY_STAY;
	if (input->action != ACTION_ACCEPT)
		return OVERLAY_REFUSED;
	menu->input = menu->inputs[menu->chooser.row];
	return OVERLAY_TAKE;
}

static const struct overlay_kind menu_kind = {
	.zone = ZONE_ROWS,	/* nothing is typed but numbers */
	.draw = draw,
	.footer = footer,
	.act = act,
};

struct overlay
menu_open(struct menu *menu)
{
	menu->chooser.cursor = true;
	fill(menu);
	return (struct overlay){ &menu_kind, menu };
}

void
menu_done(struct menu *menu)
{
	choices_done(&menu->choices);
}
