/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/member_form.h -- MEM2: one government, its name of the day and its post for letters
 *
 * Argument: "KR-47", or "KR-47 WORDS": F7 and F8 then go through what WORDS
 * find in MEM, else through the order of protocol. "" enters a new government.
 */
#ifndef PANES_MEMBER_FORM_H
#define PANES_MEMBER_FORM_H

extern const struct pane member_form;

#endif
