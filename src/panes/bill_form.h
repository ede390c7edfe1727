/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/bill_form.h -- BIL2: a bill that is no dues, from what a clerk says to a draft
 *
 * Argument: the code of the government, or "".
 */
#ifndef PANES_BILL_FORM_H
#define PANES_BILL_FORM_H

extern const struct pane bill_form;

#endif
