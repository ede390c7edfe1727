/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/roster_deeds.h -- what the options of a roster do
 *
 * A seat is added, given, kept for another term or given up: what has to be
 * known is asked on the talk row, or the form of seats is opened.
 */
#ifndef PANES_ROSTER_DEEDS_H
#define PANES_ROSTER_DEEDS_H

#include <stdbool.h>

#include "ui/action.h"

struct desk;
struct err;
struct roster_line;

enum {
	ROSTER_NEW_SEAT = 1, ROSTER_EDIT, ROSTER_PERSONS, ROSTER_END, ROSTER_VIEW, ROSTER_APPOINT,
	ROSTER_RENEW, ROSTER_HISTORY, ROSTER_MEETINGS,
};

extern const struct option roster_deed_options[];	/* closed by { 0 } */

/* Do an option for a line of the roster of body. */
bool roster_deed(struct desk *desk, const char *body, int option, const struct roster_line *line,
    struct err *err);

/* A government takes the seat of line; NULL: a vacant seat, or a new one. */
bool roster_deed_appoint(struct desk *desk, const char *body, const struct roster_line *line,
    struct err *err);

#endif
