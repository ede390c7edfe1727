/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/plenary_pane.h -- DAY: the registration desk and the roll call
 *
 * Two zones that work on one hall. At the desk every printable key is text and
 * Enter lets the government found in, or out when it is in. Tab goes to the roll
 * call of the vote, where one digit votes and the marker goes on by itself.
 * Argument: the key of a meeting; "" for the one that is open today, else the
 * next.
 */
#ifndef PANES_PLENARY_PANE_H
#define PANES_PLENARY_PANE_H

extern const struct pane plenary_pane;

#endif
