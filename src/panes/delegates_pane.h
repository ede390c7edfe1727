/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/delegates_pane.h -- DGT: the persons of a delegation
 *
 * Head, delegates, advisers, interpreters; of the register, or by name alone.
 * Argument: a delegation, "GA-9/KR-47", or a meeting for all of it.
 */
#ifndef PANES_DELEGATES_PANE_H
#define PANES_DELEGATES_PANE_H

extern const struct pane delegates_pane, delegate_form;

#endif
