/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/action.h -- what can be done, which keys do it, and how that is said
 *
 * One table: the key row, F1, F2, the palette, key configuration and the
 * manual read it, so that they cannot disagree. A key is written there as it
 * is shown ("^S", "Esc 0") and matched by that same text. Where a letter is
 * typing and where it is a command is decided here by the zone, never in panes.
 */
#ifndef UI_ACTION_H
#define UI_ACTION_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct key;

enum action_id {
	ACTION_NONE,

	/* On the F-keys, in this order */
	ACTION_HELP, ACTION_MENU, ACTION_BACK, ACTION_VALUES, ACTION_REFRESH, ACTION_NEW,
	ACTION_PREVIOUS, ACTION_NEXT, ACTION_SAVE, ACTION_CANCEL, ACTION_GO, ACTION_VIEW,

	/* Moving */
	ACTION_ACCEPT,		/* Enter */
	ACTION_FIELD_NEXT, ACTION_FIELD_PREVIOUS,	/* Tab, Shift-Tab: field or zone */
	ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
	ACTION_FIRST, ACTION_LAST,			/* row */
	ACTION_LEFT, ACTION_RIGHT, ACTION_LINE_START, ACTION_LINE_END,

	/* Rows */
	ACTION_MARK, ACTION_FIND, ACTION_FIND_NEXT, ACTION_FIND_PREVIOUS, ACTION_SORT,
	ACTION_VOID,		/* d: the same as typing option 4 */

	/* Typing */
	ACTION_ERASE_BACK, ACTION_ERASE, ACTION_KILL_START, ACTION_KILL_END, ACTION_WORD_BACK,
	ACTION_SAME,		/* ^D: as in the last record */
	ACTION_UNDO, ACTION_REDO,

	/* The program */
	ACTION_SUSPEND, ACTION_STOP,

	ACTION_TABLE_END,	/* actions below have no row in the table */

	/* Made from other keys */
	ACTION_TEXT,		/* input.text: one character typed */
	ACTION_PASTE,		/* input.text: lines, with \n and \t */
	ACTION_DIGIT,		/* input.option: a digit in the rows zone */
	ACTION_ESCAPE,		/* alone; the desk waits for the digit */

	/* Made by widgets, for panes */
	ACTION_OPEN,		/* input.row: Enter on a row */
	ACTION_OPTION,		/* input.row, input.option: Enter ran a typed option, or F2 */
};

/* What a pane's act gets instead of a key. */
struct input {
	enum action_id action;
	const char *text;	/* borrowed: ACTION_TEXT, ACTION_PASTE */
	size_t row;		/* ACTION_OPEN, ACTION_OPTION */
	int option;		/* ACTION_OPTION, ACTION_DIGIT: 0 to 9 */
};

/* Who gets the keys: decides what letters and Home mean. */
enum action_zone {
	ZONE_FIND	= 1 << 0,	/* the Find field of a list */
	ZONE_ROWS	= 1 << 1,	/* only here are letters commands and digits options */
	ZONE_FORM	= 1 << 2,	/* a field of a form */
	ZONE_OVERLAY	= 1 << 3,	/* a picker, F1, F2, F9 over the pane */
	ZONE_NOTE	= 1 << 4,	/* text of several lines */
};

enum {
	ACTION_KEYS = 4,	/* most keys of one action */
	ACTION_OPTIONS = 9,	/* most options of a row */
	ACTION_KEY_NAME = 12,	/* bytes of a key's name with its NUL */
};

struct action {
	const char *name;	/* stable and ASCII: configuration, tests, manual */
	const char *label;	/* NC_("key", ...): a word or two; NULL: never in the key row */
	const char *help;	/* N_(): half a line, as F1 shows it */
	const char *keys[ACTION_KEYS];	/* as shown; the first is the primary one */
	char letter;		/* command in the rows zone, or 0 */
	const char *shown;	/* key row: in place of keys[0]; or NULL */
	const char *after;	/* key row: after the label, "(^S)"; or NULL */
	int priority;		/* key row: the lowest goes first when there is no room */
	unsigned zones;		/* enum action_zone */
	bool always;		/* in every pane: the desk does it */
};

/* Indexed by enum action_id; rows ACTION_HELP to ACTION_TABLE_END - 1. */
extern const struct action actions[ACTION_TABLE_END];

/* An action as one pane offers it; closed by { 0 }. */
struct action_use {
	enum action_id id;
	const char *label;	/* NC_("key", ...), or NULL: as in the table */
	const char *help;	/* N_(), or NULL: as in the table */
};

/* What a digit does to a row: "2=Edit"; closed by { 0 }. 0 is never an option. */
struct option {
	int digit;		/* 1 to 9 */
	const char *label;	/* NC_("option", ...) */
	const char *help;	/* N_(): half a line */
	bool many;		/* one run for all marked rows, after a question */
	bool writes;		/* refused at once while nothing may be written */
};

/*
 * What a key does in a zone. layout ("ru", "mn" or NULL) finds the command
 * behind a letter of another script. False when it does nothing there; text
 * borrows from key.
 */
bool action_of_key(const struct key *key, enum action_zone zone, const char *layout,
    struct input *ret_input);

/* The action of "Esc 1" to "Esc 0", which are F1 to F10. */
enum action_id action_of_escape_digit(char digit);

/* How a key is written in the table: "F10", "^S", "PgUp"; "" for text. */
const char *action_key_name(const struct key *key, char ret_name[ACTION_KEY_NAME]);

/* By stable name; ACTION_NONE. */
enum action_id action_find(const char *name);

/* Label and help of an action in a pane whose uses are given; translated. */
const char *action_label(const struct action_use *uses, enum action_id id);
const char *action_help(const struct action_use *uses, enum action_id id);

/* Is it one of the pane's own, or of all panes? */
bool action_offered(const struct action_use *uses, enum action_id id);

/* All keys of an action in one text: "F10  Esc 0  ^S". */
void action_keys_text(enum action_id id, struct buf *text);

/*
 * The key row in at most columns columns. Never cuts a label: drops what has
 * the lowest priority, F1 and F3 last. Under 60 columns key and label touch.
 */
void action_key_row(const struct action_use *uses, int columns, struct buf *text);

/* "2=Edit 5=View ..." in at most columns columns, whole options only. */
void action_option_row(const struct option *options, int columns, struct buf *text);

const struct option *action_find_option(const struct option *options, int digit);

#endif
