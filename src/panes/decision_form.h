/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/decision_form.h -- DEC2: a meeting decides; the words of a decision
 *
 * Argument: the number of a decision ("GA-8/1") to correct its words; for a new
 * one what is known of it, in this order: meeting, kind, subjects, the id of the
 * agenda item ("GA-9 admit CN-LN"), or "".
 */
#ifndef PANES_DECISION_FORM_H
#define PANES_DECISION_FORM_H

extern const struct pane decision_form;

#endif
