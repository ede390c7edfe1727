/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/entry_form.h -- a form that posts instead of saving a row: what BIL2, ENT and PAY share
 *
 * A bill, an entry by hand and a payment are no rows of the file while they are
 * typed: one record in memory, its fields, its draft, and below them the lines
 * that a key is about to post. What follows from a field and what is posted is
 * the business of the pane, whose state begins with a struct entry_form.
 */
#ifndef PANES_ENTRY_FORM_H
#define PANES_ENTRY_FORM_H

#include <stdbool.h>

#include "panes/entry_draft.h"
#include "panes/posting_preview.h"
#include "panes/reference.h"
#include "ui/form.h"

struct buf;
struct desk;
struct err;
struct field;
struct input;
struct layout;
struct ledger_draft;
struct pane;
struct record_type;

struct entry_form;

/* What differs between them. */
struct entry_form_use {
	const struct pane *pane;	/* its code and title name the draft */
	/* A sum is in the currency that its field "currency" says; computed fields are no lines. */
	const struct record_type *type;
	const char *const *aside;	/* fields that Enter goes past; closed by NULL */
	const char *end_hint;		/* N_(): what the last Enter does */

	/*
	 * What would be posted; the caller calls ledger_draft_done. False with an
	 * empty err: too little is typed to say.
	 */
	bool (*draft)(struct entry_form *form, struct ledger_draft *ret_draft, struct err *err);

	/*
	 * A field was taken: fill in what follows from it. before: what the text of
	 * it was, NULL for a sum. NULL: nothing follows.
	 */
	bool (*taken)(struct entry_form *form, const struct field *field, const char *before,
	    struct err *err);

	/* What stands behind the box besides a name or the currency. NULL: nothing. */
	void (*echo)(struct entry_form *form, const struct field *field, struct buf *text);

	/* F10, or the last Enter. */
	bool (*save)(struct entry_form *form, struct err *err);
};

enum { ENTRY_FORM_LINES = 12 };	/* at most, with the end */

/* Zeroed is empty. */
struct entry_form {
	struct desk *desk;		/* borrowed */
	const struct entry_form_use *use;
	void *record;			/* of use->type; of the draft */
	struct entry_draft draft;
	struct form form;
	struct form_line lines[ENTRY_FORM_LINES];
	struct references references;
	struct posting_preview preview;
};

/*
 * 1. entry_form_open: an empty record; refused where nothing may be written.
 * 2. Fill in what it begins with. 3. entry_form_begin, which looks for a draft.
 */
bool entry_form_open(struct desk *desk, void *state, const struct entry_form_use *use,
    const char *argument, struct err *err);
void entry_form_begin(struct entry_form *form);

/* It is posted: the draft goes, and the form begins anew with what the record holds now. */
void entry_form_next(struct entry_form *form);

/* Take what was typed into a field, a name for the record it is of; nothing follows from it yet. */
bool entry_form_take(struct entry_form *form, const struct field *field, const char *text,
    struct err *err);

/* For the table of the pane. */
bool entry_form_load(struct desk *desk, void *state, struct err *err);
bool entry_form_later(struct desk *desk, void *state, struct err *err);
struct form *entry_form_of(void *state);
void entry_form_draw(void *state, const struct layout *layout);
bool entry_form_act(struct desk *desk, void *state, const struct input *input, struct err *err);
bool entry_form_keep(struct desk *desk, void *state, struct err *err);
void entry_form_done(void *state);

#endif
