/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/roll.h -- who was on the roll of a vote when it was frozen
 *
 * Who was on the roll of a vote when it was frozen. It never changes.
 */
#ifndef DOMAIN_ROLL_H
#define DOMAIN_ROLL_H

#include "base/record.h"

struct roll {
	char *meeting;	/* its key */
	int64_t vote;	/* its number in the meeting */
	char *government;	/* its code */
	int64_t present;	/* 1 when it was present */
	int64_t entitled;	/* 1 when it might vote */
	char *reason;	/* not-member credentials arrears suspended absent */
	char *proxy;	/* the government that voted for it; NULL */
};

extern const struct record_type roll_type;

#endif
