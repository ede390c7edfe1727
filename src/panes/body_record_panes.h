/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/body_record_panes.h -- BNM BTX TRM OFC: what belongs to a body, by period
 *
 * Names, texts, terms and the persons who exercise an office, as lists of rows
 * and a form for each. Argument: the key of a body ("ENV"), or of a term for
 * OFC. A government gets a seat in COM, where the term before is ended with it;
 * here what was entered is corrected.
 */
#ifndef PANES_BODY_RECORD_PANES_H
#define PANES_BODY_RECORD_PANES_H

extern const struct pane body_names_pane, body_texts_pane, terms_pane, officers_pane;
extern const struct pane body_name_form, body_text_form, term_form, officer_form;

#endif
