/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/sitting.h -- a sitting of a meeting
 *
 * A sitting. Its wall time is what is kept; the instant is derived.
 */
#ifndef DOMAIN_SITTING_H
#define DOMAIN_SITTING_H

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

#endif
