/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/row_form.h -- NAM2 STA2 ALI2 CHN2 ADR2 HOL2 RUL2 PER2 PST2: one row
 *
 * The form of any record type, from its fields alone. Argument: the key of a
 * row to edit it; the code or key of an owner for a new row of it; "" for a new
 * row whose owner is typed. F7 and F8 go through the rows of the same owner.
 * Forms of rows used elsewhere are made of ROW_FORM, in the file of their list.
 */
#ifndef PANES_ROW_FORM_H
#define PANES_ROW_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "panes/pane.h"
#include "panes/rows_use.h"
#include "panes/sheet_form.h"

extern const struct pane name_form, status_form, alias_form, channel_form, address_form,
    holding_form, rule_form, person_form, post_form;

/* The state. */
struct row_form {
	struct sheet_form form;
	struct desk *desk;		/* borrowed */
	const struct rows_use *use;
	char *owner_key;		/* "" while it is typed */
	size_t owner;			/* in use->owners; ROWS_OWNERS: not known yet */
	char *name;			/* how row 2 and lists of drafts name it */
};

bool row_form_open(struct desk *desk, void *state, const struct rows_use *use,
    const char *argument, struct err *err);
bool row_form_load(struct desk *desk, void *state, struct err *err);
void row_form_name(void *state, struct buf *text);
bool row_form_act(struct desk *desk, void *state, const struct input *input, struct err *err);
void row_form_done(void *state);
extern const struct action_use row_form_uses[];

/* of_open calls row_form_open with its use. */
#define ROW_FORM(of_code, of_title, of_open) { \
	.code = of_code, \
	.title = of_title, \
	.size = sizeof(struct row_form), \
	.open = of_open, \
	.load = row_form_load, \
	.later = sheet_form_later, \
	.form = sheet_form_of, \
	.scope = sheet_form_scope, \
	.name = row_form_name, \
	.act = row_form_act, \
	.actions = row_form_uses, \
	.keep = sheet_form_keep, \
	.done = row_form_done, \
}

#endif
