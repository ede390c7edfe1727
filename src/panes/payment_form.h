/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/payment_form.h -- PAY: money comes in, a payment after the other
 *
 * Argument: the code of who paid, "BATCH id", or "". What would be posted stands
 * below the fields all the time; F10 posts just that and the form is ready for
 * the next payment, with day, account and method carried over. A government
 * proposes the sum it owes.
 */
#ifndef PANES_PAYMENT_FORM_H
#define PANES_PAYMENT_FORM_H

extern const struct pane payment_form;

#endif
