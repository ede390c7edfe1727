/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body_name.h -- what a body is called, by period; one row holds the six languages
 *
 * What a body is called, by period: one row holds the six languages.
 */
#ifndef DOMAIN_BODY_NAME_H
#define DOMAIN_BODY_NAME_H

#include "base/record.h"

struct body_name {
	char *id;	/* ULID */
	char *body;	/* its key */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *unchecked;	/* languages nobody has read yet: "mn" or "ko mn" */
	char *note;
};

extern const struct record_type body_name_type;

#endif
