/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/agenda_item_form.h -- AGD2: one item of an agenda
 *
 * Argument: the id of the item, or the key of a meeting for a new one at the end
 * of its agenda. Where it stands in the tree is changed in AGD.
 */
#ifndef PANES_AGENDA_ITEM_FORM_H
#define PANES_AGENDA_ITEM_FORM_H

extern const struct pane agenda_item_form;

#endif
