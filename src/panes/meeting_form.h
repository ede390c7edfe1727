/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/meeting_form.h -- MTG2: a session, new or as it is
 *
 * Argument: the key of a meeting to edit it; else a new one, of the body and on
 * the day that are named, "+ENV 2026-09-08", as far as they are. A body proposes
 * its next ordinal, and the place of its last session for ^D. Days may be known in
 * part; times of the clock are those of the sittings.
 */
#ifndef PANES_MEETING_FORM_H
#define PANES_MEETING_FORM_H

extern const struct pane meeting_form;

#endif
