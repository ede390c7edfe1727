/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/channel.h -- one more way to reach a government or a post
 *
 * The first telephone, fax, e-mail and web site are columns of the government
 * and of the post themselves; what goes beyond them is a row here.
 */
#ifndef DOMAIN_CHANNEL_H
#define DOMAIN_CHANNEL_H

#include "base/record.h"

struct channel {
	char *id;	/* ULID */
	char *government;	/* NULL when it is a post's */
	char *post;	/* NULL when it is a government's */
	char *kind;
	char *value;
	char *note;
};

extern const struct record_type channel_type;

#endif
