/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/follow_up.h -- what is to be done after a decision
 *
 * It has one owner, a government or a body, and closes only with a note; until
 * then it comes back on the next agenda. See domain/follow_up_list.h for what can be done.
 */
#ifndef DOMAIN_FOLLOW_UP_H
#define DOMAIN_FOLLOW_UP_H

#include "base/record.h"

struct follow_up {
	char *id;	/* ULID */
	char *meeting;	/* meeting and number of the decision */
	int64_t decision;
	int64_t no;	/* among those of the decision, from 1 */
	char *what;	/* what is to be done */
	char *government;	/* the government that owes it, or NULL */
	char *body;	/* the body that owes it, or NULL */
	char *due;	/* partial day; NULL: none was set */
	char *closed;	/* the whole day it was closed; NULL while it is open */
	char *closing;	/* what became of it; NULL while it is open */
	char *note;
};

extern const struct record_type follow_up_type;

#endif
