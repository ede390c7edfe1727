/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/minutes.h -- the minutes of a meeting in one language; once adopted they are frozen
 *
 * The minutes of a meeting in one language. Once adopted they are frozen.
 */
#ifndef DOMAIN_MINUTES_H
#define DOMAIN_MINUTES_H

#include "base/record.h"

struct minutes {
	char *meeting;	/* its key */
	char *language;	/* of the text */
	char *text;	/* the text */
	char *adopted;	/* the day they were adopted; NULL: a draft */
	char *note;
};

extern const struct record_type minutes_type;

#endif
