/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/presence.h -- a line of the log of who came in and went out
 *
 * Of governments, not of heads. It only grows: a slip is mended by the opposite.
 */
#ifndef DOMAIN_PRESENCE_H
#define DOMAIN_PRESENCE_H

#include "base/record.h"

struct presence {
	char *id;	/* ULID */
	char *meeting;	/* its key */
	char *government;	/* its code */
	char *direction;	/* in out */
	char *at;	/* the instant in UTC, 2012-07-24T01:30:00Z */
};

extern const struct record_type presence_type;

#endif
