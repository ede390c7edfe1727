/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/sheet_form.h -- a form over a sheet: what every form of records shares
 *
 * Fields of the parts of a sheet, each with what the file says behind it; lines
 * of facts that are shown and never typed; the draft; saving with the question
 * who is right when somebody else saved the same. What the record is and which
 * lines there are is the business of the pane it belongs to.
 */
#ifndef PANES_SHEET_FORM_H
#define PANES_SHEET_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/sheet.h"
#include "panes/form_draft.h"
#include "panes/reference.h"
#include "ui/form.h"

struct buf;
struct desk;
struct err;
struct session;

/* Lines with this part are facts: the pane tells what they say. */
enum { SHEET_FORM_FACT = SHEET_PARTS + 1 };

/* What the pane adds; any but label may be NULL. context is sheet_form.context. */
struct sheet_form_words {
	/* How HOM and a question name its draft. */
	void (*label)(void *context, struct buf *text);
	/* The text of a line of facts. */
	void (*fact)(void *context, const char *key, struct buf *text);
	/* How a field is read, where what is typed says more than that field: NULL: as the field says. */
	bool (*read)(void *context, const struct field *field, void *row, const char *text, struct err *err);
	/* What stands behind the box of a field. */
	void (*echo)(void *context, const struct form_line *line, struct buf *text);
	/* A field was taken: fill in what follows from it. */
	void (*taken)(void *context, const struct form_line *line);
};

/* What a key stands for: frames are drawn from this, never from the file. */
struct sheet_form_name {
	char *key, *name;
};

/* The state of a pane begins with it. Zeroed is empty; sheet_form_done frees what it holds, the sheet too. */
struct sheet_form {
	struct session *session;	/* borrowed */
	const char *pane;		/* code of the pane: names the draft */
	const struct sheet_form_words *words;
	void *context;			/* borrowed: the state of the pane */

	char *record;			/* argument that opens it again: names the draft */
	char *note;			/* see form_draft_of; NULL for nothing */
	struct sheet sheet;
	struct form form;
	struct form_line *lines;	/* closed by a zeroed one */
	size_t count, room;
	struct sheet_form_name *names;	/* two a line: of the value now, and of the one before */
	struct references references;
	struct form_draft draft;
	struct sheet_clashes clashes;
	void *last;			/* record ^D copies from, of the type of part 0; NULL: none */
};


/*
 * 1. Fill session, pane, words, context and sheet. 2. Add lines in their order.
 * 3. sheet_form_begin, which looks for a draft of record.
 */
void sheet_form_add_heading(struct sheet_form *form, const char *label);
/* A field of a part; the line may be changed until the next one is added. */
struct form_line *sheet_form_add(struct sheet_form *form, size_t part, const char *field_key);
/* A fact. field is a description made for it: key, label, kind. */
void sheet_form_add_fact(struct sheet_form *form, const struct field *field);
void sheet_form_begin(struct sheet_form *form, const char *record);

/* The part of that type; NULL when the sheet has none. */
struct sheet_part *sheet_form_part(struct sheet_form *form, const struct record_type *type);
size_t sheet_form_part_index(const struct sheet_form *form, const struct record_type *type);

/* The file may have changed: take sheet over if nothing is typed, else leave all as it is. */
void sheet_form_refresh(struct sheet_form *form, struct sheet *sheet);

/* Has the clerk changed anything? Lines of the form that differ from the file. */
size_t sheet_form_changed(const struct sheet_form *form);

/*
 * For the table of the pane. Its scope is "changed 2, draft kept", short under 60
 * columns; what sheet_form_later does is sheet_form_offer, then sheet_form_take.
 */
struct form *sheet_form_of(void *state);
void sheet_form_scope(void *state, int columns, struct buf *text);
bool sheet_form_keep(struct desk *desk, void *state, struct err *err);
bool sheet_form_later(struct desk *desk, void *state, struct err *err);
void sheet_form_done(void *state);

/* Ask about a draft that waits, once there is time to ask. True: it is to be taken up. */
bool sheet_form_offer(struct sheet_form *form, struct desk *desk);
void sheet_form_take(struct sheet_form *form);

/*
 * F7 and F8: keep the draft and show the record so many places on. beside finds its
 * key among those that belong together, NULL: there is none; show makes the form
 * anew. ERR_MISSING: it is the first or the last.
 */
bool sheet_form_go(struct sheet_form *form, struct desk *desk, int step,
    bool (*beside)(void *context, int step, char **ret_key, struct err *err),
    bool (*show)(void *context, const char *key, struct err *err), struct err *err);

/*
 * Save everything in one change set called what, ask who is right where others
 * saved the same, say the number, drop the draft, close the pane. On failure
 * the draft is kept and the form is as it was.
 */
bool sheet_form_save(struct sheet_form *form, struct desk *desk, const char *what,
    struct err *err);

/*
 * The same for what is more than saving rows: deed makes the change set. It may
 * change the records of the sheet, which nobody looks at after it was done. With
 * a number below 0 it leaves it to the pane to say what was done.
 */
bool sheet_form_do(struct sheet_form *form, struct desk *desk,
    bool (*deed)(struct session *session, struct sheet *sheet, int64_t *ret_number, struct err *err),
    struct err *err);

#endif
