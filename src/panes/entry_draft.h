/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/entry_draft.h -- the draft of a form that posts instead of saving a row
 *
 * A payment or an entry by hand is no row of the file while it is typed. What
 * form_draft.h wants to know of rows is said by a sheet of one record that is
 * never saved: what it holds when the form begins, and what was typed since.
 */
#ifndef PANES_ENTRY_DRAFT_H
#define PANES_ENTRY_DRAFT_H

#include <stdbool.h>

#include "domain/sheet.h"
#include "panes/form_draft.h"

struct buf;
struct desk;
struct err;
struct form;
struct form_line;
struct record_type;
struct session;

/* Zeroed is empty. */
struct entry_draft {
	const char *pane;	/* code of the form */
	char *record;		/* argument that opens it again */
	struct sheet sheet;
	struct form_draft draft;
};

void entry_draft_done(struct entry_draft *draft);

/* The empty record that is typed into; it lives as long as the draft. */
void *entry_draft_open(struct entry_draft *draft, const struct record_type *type, const char *pane,
    const char *record);

/* The form begins with what the record holds now: that is nothing typed. */
void entry_draft_begin(struct entry_draft *draft);

/* For form_source.was: the value the form began with. */
void entry_draft_was(const struct entry_draft *draft, const struct form_line *line, struct buf *text);

/* Once, after the form was begun: is there one from before? */
void entry_draft_look(struct entry_draft *draft, const struct session *session);

/* As pane.keep; label is how HOM names it. */
bool entry_draft_keep(struct entry_draft *draft, const struct session *session, struct form *form,
    const char *label, struct err *err);

/* As pane.later: ask about one that waits, and type it in again. */
void entry_draft_offer(struct entry_draft *draft, struct desk *desk, struct form *form);

/* It is posted. */
void entry_draft_drop(struct entry_draft *draft, const struct session *session);

#endif
