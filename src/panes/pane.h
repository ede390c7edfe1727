/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/pane.h -- one full screen of the program
 *
 * A pane is a table of functions and a private state: one file that ends in
 * that table. Only load reads the records and only it may fail; draw shows what
 * load left; act gets an action, never a key. A pane that shows a list or a
 * form hands the widget over through .list or .form, and the desk then does
 * all that is the same on every screen: Find, marker, marks, options, fields,
 * rows 1, 2, 3, 22, 23 and 24, F1, F2, F4 on a field, drafts when a field is left.
 *
 * A list pane:
 *  1. state: the vector of ids read by load, and a struct list.
 *  2. a struct list_source: cell (text of one column of one row), key (the
 *     record's code), mark, detail_title and detail; need, where rows are
 *     read page by page.
 *  3. open: list_init(&state->list, &source, state, columns), list.options,
 *     list.detail_rows; remember argument ("KR-47") as the row to go to.
 *  4. load: ask the domain with line_text(&list.find), list.sort and
 *     list.sort_down; keep the old rows until the new ones are there; then
 *     list_set_count. It is called after open, when Find or the sort changed,
 *     after desk_reload, F5, and when another clerk saved: once for all keys
 *     that were typed ahead.
 *  5. act: a switch over ACTION_OPEN (input->row), ACTION_OPTION (input->row,
 *     input->option), ACTION_NEW ...; call one domain function; on success
 *     desk_say(...), desk_reload(desk); on failure return false.
 *
 * A form pane:
 *  1. state: a struct sheet (or a record) and a struct form.
 *  2. a table of struct form_line: which fields of which part, in order.
 *  3. a struct form_source: get and set (record_format, record_read on
 *     sheet.part[line->part].after), was (the same on before), echo, values.
 *  4. open: read argument. load: the first time, read the sheet and form_init;
 *     later nothing that was typed may be lost: form_read.
 *  5. act: ACTION_SAVE comes with every field checked and taken: save the
 *     sheet, say it, desk_close(desk). On failure return false: the desk shows
 *     err and goes to err.field. keep: write the draft with form_line_text.
 */
#ifndef PANES_PANE_H
#define PANES_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/action.h"
#include "ui/layout.h"

struct buf;
struct desk;
struct err;
struct form;
struct list;

struct pane {
	const char *code;	/* "MEM": row 1, F9 */
	const char *title;	/* N_() */
	size_t size;		/* of the state: zeroed before open */

	/* Under its code: the pane for that argument, which may be another. NULL: this one. */
	const struct pane *(*choose)(struct desk *desk, const char *argument);

	/*
	 * argument is what followed the code ("KR-47", "ENV 2011-03-14"), "" for
	 * nothing. Initialises the state; refuses what does not exist. It and load
	 * read as of one moment, so they save nothing and ask nobody. May be NULL.
	 * done is called even when it fails.
	 */
	bool (*open)(struct desk *desk, void *state, const char *argument, struct err *err);

	/* Read the records. On failure the old ones stay on the screen. May be NULL. */
	bool (*load)(struct desk *desk, void *state, struct err *err);

	/*
	 * Slow counts and the like: once after the frame that followed a load, or that
	 * asked for it by desk_later, if no key waits. It may save, and ask. ERR_CANCELLED:
	 * a key came, so again when none does.
	 */
	bool (*later)(struct desk *desk, void *state, struct err *err);

	/* The pane's widget, when it has one that gets the keys. At most one is not NULL at a time. */
	struct list *(*list)(void *state);
	struct form *(*form)(void *state);

	/*
	 * The body, when there is no widget; beside or over it, when there is. The
	 * layout is that of the widget, LAYOUT_PLAIN without one. May be NULL.
	 */
	void (*draw)(void *state, const struct layout *layout);

	/* Row 1 after the title, "11 of 75   2 marked", short under 60 columns. May be NULL. */
	void (*scope)(void *state, int columns, struct buf *text);

	/* Row 2 of a form: the record's name. May be NULL. */
	void (*name)(void *state, struct buf *text);

	/* The hint row when nobody else has one. May be NULL. */
	void (*hint)(void *state, struct buf *text);

	/* The talk row while nobody speaks: what there is to say of the row in hand. May be NULL. */
	void (*talk)(void *state, struct buf *text);

	/*
	 * What keys mean where no widget is; NULL: ZONE_ROWS. A pane that types
	 * into fields of its own says ZONE_FORM.
	 */
	enum action_zone (*zone)(void *state);

	/*
	 * Do it. Called only for actions in .actions, options in .options,
	 * ACTION_OPEN, and, where there is no widget, moving and typing too. On
	 * failure err is shown with a bell and what was typed ahead is dropped.
	 */
	bool (*act)(struct desk *desk, void *state, const struct input *input, struct err *err);

	/* For help, F2, palette and manual: what digits and keys do here. */
	const struct option *options;		/* closed by { 0 }; may be NULL */
	const struct action_use *actions;	/* closed by { 0 }; may be NULL */
	const char *help;			/* N_(): a few sentences about the screen, or NULL */

	/*
	 * Write the draft of what is typed and not saved; fine when there is
	 * nothing. Called when a field was left, before the pane is left, and when
	 * the terminal or the system goes: no question may be asked. May be NULL.
	 */
	bool (*keep)(struct desk *desk, void *state, struct err *err);

	/* Free what the state holds, not the state. May be NULL. */
	void (*done)(void *state);
};

#endif
