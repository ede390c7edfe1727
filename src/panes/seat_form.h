/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/seat_form.h -- SEA: a government gets a seat in a body
 *
 * Whoever holds the seat until then does so no more. Without a government it
 * is a new seat, vacant. Argument: "ENV" for a seat that is vacant or new,
 * "ENV coordinator/1" for that seat, "ENV coordinator/1 renew" for another
 * term of who holds it.
 */
#ifndef PANES_SEAT_FORM_H
#define PANES_SEAT_FORM_H

extern const struct pane seat_form;

#endif
