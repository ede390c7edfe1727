/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/transfer_form.h -- ENT: an entry made by hand, from one account to another
 *
 * No argument.
 */
#ifndef PANES_TRANSFER_FORM_H
#define PANES_TRANSFER_FORM_H

extern const struct pane transfer_form;

#endif
