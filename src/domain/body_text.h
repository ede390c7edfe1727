/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body_text.h -- what a body is for and does, by period, in six languages
 *
 * What a body is for, by period: purpose, activities, role.
 */
#ifndef DOMAIN_BODY_TEXT_H
#define DOMAIN_BODY_TEXT_H

#include "base/record.h"

struct body_text {
	char *id;	/* ULID */
	char *body;	/* its key */
	char *text_kind;	/* purpose activities role */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *text_en, *text_zh, *text_ja, *text_ko, *text_ru, *text_mn;
	char *unchecked;	/* languages nobody has read yet: "mn" or "ko mn" */
	char *note;
};

extern const struct record_type body_text_type;

#endif
