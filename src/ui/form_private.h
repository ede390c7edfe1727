/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/form_private.h -- what the files of the form share
 *
 * form.c keeps the texts and checks them, form_act.c is what keys do to them,
 * form_draw.c what is seen.
 */
#ifndef UI_FORM_PRIVATE_H
#define UI_FORM_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/form.h"

/* The line that can be typed into after or before one; form->count: none. */
size_t form_next_line(const struct form *form, size_t i);
size_t form_previous_line(const struct form *form, size_t i);

bool form_is_day(const struct form *form);			/* where the focus is */
bool form_needs_answer(const struct form *form, size_t i);	/* of a new record */
bool form_is_missing(const struct form *form, size_t i);	/* required, and empty */
bool form_refuse_missing(struct form *form, size_t i, struct err *err);

void form_focus(struct form *form, size_t i);
void form_keep_edit(struct form *form);		/* what is being typed, where the other texts are */
void form_close_choices(struct form *form);
void form_list_line(struct form *form, size_t i, const char *typed, struct choices *ret_choices);

/* Have the callback take the text of a line; then ask for those that follow from it. */
bool form_take(struct form *form, size_t i, struct err *err);
void form_read_untyped(struct form *form);

#endif
