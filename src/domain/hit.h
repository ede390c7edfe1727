/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/hit.h -- what a search found, with enough to show it and to open it
 */
#ifndef DOMAIN_HIT_H
#define DOMAIN_HIT_H

#include <stdbool.h>

#include "base/record.h"

struct err;
struct session;

struct hit {
	char *kind;		/* "government", "body", "meeting", "decision", "person", "post" */
	char *key;		/* "KR-47", "GA-8", "GA-8/1", or an id */
	char *name;		/* in the language of the screen */

	/*
	 * Own name; of a body who chairs or coordinates it, of a meeting its host,
	 * of a decision what it is about, of a person the posts, of a post the
	 * government: by their codes.
	 */
	char *detail;

	/* Of a government on the session's day; state of a meeting, kind of a decision; or "". */
	char *status;
};

extern const struct record_type hit_type;

/*
 * Fill in name, detail and status for kind and key; all five are owned and
 * freed by record_done.
 */
bool hit_dress(struct session *session, struct hit *hit, struct err *err);

/* The word of status in the language of the screen; "" when there is none. */
const char *hit_status_label(const struct hit *hit);

#endif
