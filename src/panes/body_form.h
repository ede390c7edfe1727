/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/body_form.h -- COM2: a body with its name of the day
 *
 * Argument: a key, or "" for a new body. A new sub-committee gets its number
 * and the vacant seat of its coordinator when it is saved: see body_set_up.
 */
#ifndef PANES_BODY_FORM_H
#define PANES_BODY_FORM_H

extern const struct pane body_form;

#endif
