/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/sitting.h -- a sitting of a meeting: a day, and from when to when
 *
 * The time on the wall is what is kept; the instant follows from the zone of the
 * meeting and is derived. A sitting without times is all day, and it ends on the
 * day it begins: what goes past midnight is two.
 */
#ifndef DOMAIN_SITTING_H
#define DOMAIN_SITTING_H

#include <stdbool.h>

#include "base/record.h"

struct sitting {
	char *meeting;	/* its key */
	int64_t no;	/* in the meeting, from 1 */
	char *day;	/* whole day, in the zone of the meeting */
	char *starts;	/* "09:30" wall time; "" all day */
	char *ends;	/* "17:00" wall time; "" all day */
	char *room;	/* empty: that of the meeting */
	char *note;
};

extern const struct record_type sitting_type;

struct err;
struct session;

/* A sitting to be typed: of that meeting, with the next number. */
bool sitting_next(struct session *session, const char *meeting, struct sitting *ret_sitting,
    struct err *err);

#endif
