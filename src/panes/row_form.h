/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/row_form.h -- NAM2 STA2 ALI2 CHN2 ADR2 HOL2 RUL2 PER2 PST2: one row
 *
 * The form of any record type, from its fields alone. Argument: the key of a
 * row to edit it; the code or key of an owner for a new row of it; "" for a new
 * row whose owner is typed. F7 and F8 go through the rows of the same owner.
 */
#ifndef PANES_ROW_FORM_H
#define PANES_ROW_FORM_H

extern const struct pane name_form, status_form, alias_form, channel_form, address_form,
    holding_form, rule_form, person_form, post_form;

#endif
