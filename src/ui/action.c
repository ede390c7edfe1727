/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/action.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/text.h"
#include "ui/keys.h"
#include "ui/layout.h"

enum {
	ZONES_TEXT = ZONE_FIND | ZONE_FORM | ZONE_OVERLAY | ZONE_NOTE,
	ZONES_LIST = ZONE_FIND | ZONE_ROWS,
	ZONES_PANE = ZONES_LIST | ZONE_FORM,
	ZONES_ALL = ZONES_TEXT | ZONE_ROWS,
};

const struct action actions[ACTION_TABLE_END] = {
	[ACTION_HELP] = {
		.name = "help", .label = NC_("key", "Help"),
		.help = N_("help for the field, the screen, the message"),
		.keys = { "F1", "Esc 1" }, .letter = '?',
		.priority = 100, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_MENU] = {
		.name = "menu", .label = NC_("key", "Actions"),
		.help = N_("all that can be done here, by number"),
		.keys = { "F2", "Esc 2" }, .letter = 'x',
		.priority = 40, .zones = ZONES_PANE, .always = true,
	},
	[ACTION_BACK] = {
		.name = "back", .label = NC_("key", "Back"),
		.help = N_("back one level; what is typed is kept as a draft"),
		.keys = { "F3", "Esc 3" }, .letter = 'q',
		.priority = 99, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_VALUES] = {
		.name = "values", .label = NC_("key", "List"),
		.help = N_("list of values, calendar, note"),
		.keys = { "F4", "Esc 4" },
		.priority = 80, .zones = ZONES_PANE,
	},
	[ACTION_REFRESH] = {
		.name = "refresh", .label = NC_("key", "Refresh"),
		.help = N_("read again and paint the screen anew"),
		.keys = { "F5", "Esc 5", "^L" },
		.priority = 20, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_NEW] = {
		.name = "new", .label = NC_("key", "New"),
		.help = N_("new record, next line"),
		.keys = { "F6", "Esc 6" }, .letter = 'a',
		.priority = 55, .zones = ZONES_PANE,
	},
	[ACTION_PREVIOUS] = {
		.name = "previous", .label = NC_("key", "Prev/Next"),
		.help = N_("the record before this one"),
		.keys = { "F7", "Esc 7" }, .shown = "F7/F8",
		.priority = 50, .zones = ZONES_PANE | ZONE_OVERLAY,
	},
	[ACTION_NEXT] = {
		.name = "next",
		.help = N_("the record after this one"),
		.keys = { "F8", "Esc 8" },
		.zones = ZONES_PANE | ZONE_OVERLAY,
	},
	[ACTION_SAVE] = {
		.name = "save", .label = NC_("key", "Save"),
		.help = N_("save, post, apply"),
		.keys = { "F10", "Esc 0", "^S" }, .after = "(^S)",
		.priority = 90, .zones = ZONES_PANE | ZONE_NOTE,
	},
	[ACTION_CANCEL] = {
		.name = "cancel", .label = NC_("key", "Cancel"),
		.help = N_("close what is on top; leave a form, draft kept"),
		.keys = { "F12", "Esc Esc", "^G" },
		.priority = 70, .zones = ZONES_ALL,
	},
	[ACTION_GO] = {
		.name = "go", .label = NC_("key", "Go"),
		.help = N_("go anywhere: a code, a name, words"),
		.keys = { "F9", "Esc 9", "^P" }, .letter = ':',
		.priority = 60, .zones = ZONES_PANE, .always = true,
	},
	[ACTION_VIEW] = {
		.name = "view", .label = NC_("key", "Columns"),
		.help = N_("other columns, another view, all fields"),
		.keys = { "F11" }, .letter = 'v',
		.priority = 30, .zones = ZONES_PANE,
	},

	[ACTION_ACCEPT] = {
		.name = "accept",
		.help = N_("accept and go on; open the row or run the options"),
		.keys = { "Enter" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_FIELD_NEXT] = {
		.name = "field-next",
		.help = N_("next field; from Find to the rows and back"),
		.keys = { "Tab" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_FIELD_PREVIOUS] = {
		.name = "field-previous",
		.help = N_("field before this one"),
		.keys = { "Shift-Tab" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_UP] = {
		.name = "up",
		.help = N_("row or field above"),
		.keys = { "Up" }, .letter = 'k', .zones = ZONES_ALL, .always = true,
	},
	[ACTION_DOWN] = {
		.name = "down",
		.help = N_("row or field below"),
		.keys = { "Down" }, .letter = 'j', .zones = ZONES_ALL, .always = true,
	},
	[ACTION_PAGE_UP] = {
		.name = "page-up",
		.help = N_("a page up; a month back in a day"),
		.keys = { "PgUp" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_PAGE_DOWN] = {
		.name = "page-down",
		.help = N_("a page down; a month on in a day"),
		.keys = { "PgDn" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_FIRST] = {
		.name = "first",
		.help = N_("first row"),
		.keys = { "Home" }, .letter = 'g', .zones = ZONE_ROWS, .always = true,
	},
	[ACTION_LAST] = {
		.name = "last",
		.help = N_("last row"),
		.keys = { "End" }, .letter = 'G', .zones = ZONE_ROWS, .always = true,
	},
	[ACTION_LEFT] = {
		.name = "left",
		.help = N_("one character to the left"),
		.keys = { "Left" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_RIGHT] = {
		.name = "right",
		.help = N_("one character to the right"),
		.keys = { "Right" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_LINE_START] = {
		.name = "line-start",
		.help = N_("start of the line"),
		.keys = { "Home", "^A" }, .zones = ZONES_TEXT, .always = true,
	},
	[ACTION_LINE_END] = {
		.name = "line-end",
		.help = N_("end of the line"),
		.keys = { "End", "^E" }, .zones = ZONES_TEXT, .always = true,
	},

	[ACTION_MARK] = {
		.name = "mark",
		.help = N_("mark the row, or take the mark away"),
		.keys = { "Ins", "^T" }, .letter = ' ', .zones = ZONES_LIST, .always = true,
	},
	[ACTION_FIND] = {
		.name = "find",
		.help = N_("to the Find field"),
		.letter = '/', .zones = ZONE_ROWS, .always = true,
	},
	[ACTION_FIND_NEXT] = {
		.name = "find-next",
		.help = N_("next marked row, or next row"),
		.letter = 'n', .zones = ZONE_ROWS, .always = true,
	},
	[ACTION_FIND_PREVIOUS] = {
		.name = "find-previous",
		.help = N_("marked row before this one, or row above"),
		.letter = 'N', .zones = ZONE_ROWS, .always = true,
	},
	[ACTION_SORT] = {
		.name = "sort",
		.help = N_("sort by a column; again: the other way round"),
		.letter = 's', .zones = ZONES_LIST, .always = true,
	},
	[ACTION_VOID] = {
		.name = "void",
		.help = N_("void, end, delete a draft: types option 4"),
		.letter = 'd', .zones = ZONE_ROWS, .always = true,
	},

	[ACTION_ERASE_BACK] = {
		.name = "erase-back",
		.help = N_("erase the character before the cursor"),
		.keys = { "Backspace" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_ERASE] = {
		.name = "erase",
		.help = N_("erase the character under the cursor"),
		.keys = { "Del" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_KILL_START] = {
		.name = "kill-start",
		.help = N_("erase to the start of the line"),
		.keys = { "^U" }, .zones = ZONES_TEXT, .always = true,
	},
	[ACTION_KILL_END] = {
		.name = "kill-end",
		.help = N_("erase to the end of the line"),
		.keys = { "^K" }, .zones = ZONES_TEXT, .always = true,
	},
	[ACTION_WORD_BACK] = {
		.name = "word-back",
		.help = N_("erase the word before the cursor"),
		.keys = { "^W" }, .zones = ZONES_TEXT, .always = true,
	},
	[ACTION_SAME] = {
		.name = "same",
		.help = N_("the same as in the last record"),
		.keys = { "^D" }, .zones = ZONE_FORM, .always = true,
	},
	[ACTION_UNDO] = {
		.name = "undo",
		.help = N_("undo: typing in a field, else the last change"),
		.keys = { "^_" }, .letter = 'u', .zones = ZONES_ALL, .always = true,
	},
	[ACTION_REDO] = {
		.name = "redo",
		.help = N_("do again what was undone"),
		.keys = { "^R" }, .letter = 'U', .zones = ZONES_ALL, .always = true,
	},

	[ACTION_SUSPEND] = {
		.name = "suspend",
		.help = N_("to the shell; \"fg\" comes back"),
		.keys = { "^Z" }, .zones = ZONES_ALL, .always = true,
	},
	[ACTION_STOP] = {
		.name = "stop",
		.help = N_("stop long work, or clear the line"),
		.keys = { "^C" }, .zones = ZONES_ALL, .always = true,
	},
};

/* Keys to actions */

static const char *const key_names[] = {
	[KEYS_ENTER] = "Enter", [KEYS_TAB] = "Tab", [KEYS_BACKTAB] = "Shift-Tab",
	[KEYS_BACKSPACE] = "Backspace", [KEYS_DELETE] = "Del", [KEYS_INSERT] = "Ins",
	[KEYS_UP] = "Up", [KEYS_DOWN] = "Down", [KEYS_LEFT] = "Left", [KEYS_RIGHT] = "Right",
	[KEYS_HOME] = "Home", [KEYS_END] = "End", [KEYS_PAGE_UP] = "PgUp", [KEYS_PAGE_DOWN] = "PgDn",
	[KEYS_F1] = "F1", [KEYS_F2] = "F2", [KEYS_F3] = "F3", [KEYS_F4] = "F4", [KEYS_F5] = "F5",
	[KEYS_F6] = "F6", [KEYS_F7] = "F7", [KEYS_F8] = "F8", [KEYS_F9] = "F9", [KEYS_F10] = "F10",
	[KEYS_F11] = "F11", [KEYS_F12] = "F12",
};

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

const char *
action_key_name(const struct key *key, char ret_name[ACTION_KEY_NAME])
{
	const char *name = NULL;

	ret_name[0] = '\0';
	if ((size_t)key->code < sizeof key_names / sizeof *key_names)
		name = key_names[key->code];
	if (name != NULL)
		strcpy(ret_name, name);
	else if (key->code == KEYS_CONTROL)
		memcpy(ret_name, (char[]){ '^', upper((char)key->rune), '\0' }, 3);
	return ret_name;
}

static bool
has_key(const struct action *action, const char *name)
{
	for (int i = 0; i < ACTION_KEYS && action->keys[i] != NULL; i++)
		if (strcmp(action->keys[i], name) == 0)
			return true;
	return false;
}

static enum action_id
find_key(const char *name, unsigned zones)
{
	for (enum action_id id = ACTION_HELP; id < ACTION_TABLE_END; id++)
		if ((actions[id].zones & zones) != 0 && has_key(&actions[id], name))
			return id;
	return ACTION_NONE;
}

static enum action_id
find_letter(char letter)
{
	for (enum action_id id = ACTION_HELP; id < ACTION_TABLE_END; id++)
		if (letter != '\0' && actions[id].letter == letter)
			return id;
	return ACTION_NONE;
}

/* A character in the rows zone: a command or a digit, whatever the layout. */
static bool
command_of_rune(uint32_t rune, const char *layout, struct input *ret_input)
{
	char letter = keys_command_letter(rune, layout);

	if (letter >= '0' && letter <= '9') {
		*ret_input = (struct input){ .action = ACTION_DIGIT, .option = letter - '0' };
		return true;
	}
	*ret_input = (struct input){ .action = find_letter(letter) };
	return ret_input->action != ACTION_NONE;
}

bool
action_of_key(const struct key *key, enum action_zone zone, const char *layout,
    struct input *ret_input)
{
	char name[ACTION_KEY_NAME];

	if (key->code == KEYS_TEXT && zone == ZONE_ROWS)
		return command_of_rune(key->rune, layout, ret_input);
	*ret_input = (struct input){ 0 };
	if (key->code == KEYS_TEXT)
		*ret_input = (struct input){ .action = ACTION_TEXT, .text = key->text };
	else if (key->code == KEYS_PASTE && zone != ZONE_ROWS)
		*ret_input = (struct input){ .action = ACTION_PASTE, .text = key->paste };
	else if (key->code == KEYS_ESCAPE)
		ret_input->action = ACTION_ESCAPE;
	else if (action_key_name(key, name)[0] != '\0')
		ret_input->action = find_key(name, zone);
	return ret_input->action != ACTION_NONE;
}

enum action_id
action_of_escape_digit(char digit)
{
	char name[] = "Esc 0";

	name[4] = digit;
	return digit >= '0' && digit <= '9' ? find_key(name, ZONES_ALL) : ACTION_NONE;
}

enum action_id
action_find(const char *name)
{
	for (enum action_id id = ACTION_HELP; id < ACTION_TABLE_END; id++)
		if (strcmp(actions[id].name, name) == 0)
			return id;
	return ACTION_NONE;
}

/* What a pane says of them */

static const struct action_use *
find_use(const struct action_use *uses, enum action_id id)
{
	for (; uses != NULL && uses->id != ACTION_NONE; uses++)
		if (uses->id == id)
			return uses;
	return NULL;
}

const char *
action_label(const struct action_use *uses, enum action_id id)
{
	const struct action_use *use = find_use(uses, id);

	return message_show(use != NULL && use->label != NULL ? use->label : actions[id].label);
}

const char *
action_help(const struct action_use *uses, enum action_id id)
{
	const struct action_use *use = find_use(uses, id);

	return message_show(use != NULL && use->help != NULL ? use->help : actions[id].help);
}

bool
action_offered(const struct action_use *uses, enum action_id id)
{
	return actions[id].always || find_use(uses, id) != NULL;
}

void
action_keys_text(enum action_id id, struct buf *text)
{
	const struct action *action = &actions[id];

	for (int i = 0; i < ACTION_KEYS && action->keys[i] != NULL; i++)
		buf_addf(text, "%s%s", i > 0 ? "  " : "", action->keys[i]);
	if (action->letter != '\0')
		buf_addf(text, "%s%s", action->keys[0] != NULL ? "  " : "",
		    action->letter == ' ' ? "Space" : (char[]){ action->letter, '\0' });
}

/* Rows of whole labels */

struct item {
	struct buf text;
	int priority;
	bool dropped;
};

enum { ITEMS_MOST = ACTION_VIEW - ACTION_HELP + 1 };

static int
items_width(const struct item *items, int count)
{
	int width = 0;

	for (int i = 0; i < count; i++)
		if (!items[i].dropped)
			width += text_width(buf_text(&items[i].text)) + 1;
	return width > 0 ? width - 1 : 0;
}

/* Of two that weigh the same the right one goes. False when all are gone. */
static bool
drop_least(struct item *items, int count)
{
	struct item *least = NULL;

	for (int i = 0; i < count; i++)
		if (!items[i].dropped && (least == NULL || items[i].priority <= least->priority))
			least = &items[i];
	if (least != NULL)
		least->dropped = true;
	return least != NULL;
}

/* Join what fits and free all. */
static void
join_items(struct item *items, int count, int columns, struct buf *text)
{
	const char *between = "";

	while (items_width(items, count) > columns && drop_least(items, count))
		;
	for (int i = 0; i < count; i++) {
		if (!items[i].dropped) {
			buf_addf(text, "%s%s", between, buf_text(&items[i].text));
			between = " ";
		}
		buf_done(&items[i].text);
	}
}

static void
add_key(struct item *item, const struct action_use *uses, enum action_id id, bool compact)
{
	const struct action *action = &actions[id];
	const char *between = compact ? "" : " ";

	*item = (struct item){ .priority = action->priority };
	buf_addf(&item->text, "%s%s%s", action->shown != NULL ? action->shown : action->keys[0],
	    between, action_label(uses, id));
	if (action->after != NULL)
		buf_addf(&item->text, "%s%s", between, action->after);
}

void
action_key_row(const struct action_use *uses, int columns, struct buf *text)
{
	struct item items[ITEMS_MOST] = { 0 };
	int count = 0;

	for (enum action_id id = ACTION_HELP; id <= ACTION_VIEW; id++)
		if (actions[id].label != NULL && action_offered(uses, id))
			add_key(&items[count++], uses, id, columns < LAYOUT_NARROW - 1);
	join_items(items, count, columns, text);
}

void
action_option_row(const struct option *options, int columns, struct buf *text)
{
	struct item items[ACTION_OPTIONS] = { 0 };
	int count = 0;

	for (; options != NULL && options->digit != 0 && count < ACTION_OPTIONS; options++, count++) {
		items[count].priority = 10 - options->digit;
		buf_addf(&items[count].text, "%d=%s", options->digit, message_show(options->label));
	}
	join_items(items, count, columns, text);
}

const struct option *
action_find_option(const struct option *options, int digit)
{
	for (; options != NULL && options->digit != 0; options++)
		if (options->digit == digit)
			return options;
	return NULL;
}
