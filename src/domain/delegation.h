/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/delegation.h -- a government at a meeting
 *
 * A government at a meeting: as what it comes, whether, and who votes for it.
 */
#ifndef DOMAIN_DELEGATION_H
#define DOMAIN_DELEGATION_H

#include "base/record.h"

struct delegation {
	char *meeting;	/* its key */
	char *government;	/* its code */
	char *capacity;	/* member observer associate guest */
	char *answer;	/* none coming declined withdrawn */
	char *invited;	/* the day the invitation went out; NULL */
	char *answered;	/* the day of the answer; NULL */
	char *credentials;	/* none provisional accepted rejected */
	char *proxy;	/* the government that votes for it; NULL */
	char *note;
};

extern const struct record_type delegation_type;

#endif
