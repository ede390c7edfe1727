/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/meeting_staff.h -- who of the secretariat serves a meeting
 *
 * A clerk may serve two meetings at one time: it is warned of, domain/clash.h,
 * and never refused.
 */
#ifndef DOMAIN_MEETING_STAFF_H
#define DOMAIN_MEETING_STAFF_H

#include "base/record.h"

struct meeting_staff {
	char *meeting;	/* its key */
	char *staff;	/* an id */
	char *duty;	/* what she does there */
	char *note;
};

extern const struct record_type meeting_staff_type;

#endif
