/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/appoint_form.h -- APP: somebody holds a post from a day on
 *
 * Argument: the key of the post; "KEY +" for a person who is not in the file
 * yet, who is entered and appointed in one change set. Whoever holds the post
 * leaves it on the day the new one begins.
 */
#ifndef PANES_APPOINT_FORM_H
#define PANES_APPOINT_FORM_H

extern const struct pane appoint_form;

#endif
