/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body_text.h -- what a body is for and does, by period, in six languages
 *
 * Three kinds: the purpose of a sub-committee, its activities, and the role of
 * the other bodies.
 */
#ifndef DOMAIN_BODY_TEXT_H
#define DOMAIN_BODY_TEXT_H

#include <stdbool.h>

#include "base/record.h"

struct err;
struct session;

struct body_text {
	char *id;	/* ULID */
	char *body;	/* its key */
	char *text_kind;	/* word of body_text_kinds[] */
	char *since;	/* partial day; "" from the beginning */
	char *until;	/* partial day; NULL while it goes on */
	char *text_en, *text_zh, *text_ja, *text_ko, *text_ru, *text_mn;
	char *unchecked;	/* languages nobody has read yet: "mn" or "ko mn" */
	char *note;
};

extern const struct record_type body_text_type;
extern const struct choice body_text_kinds[];	/* purpose activities role */

/* The last of that kind that had begun on the day. The caller calls record_done. */
bool body_text_row_on(struct session *session, const char *body, const char *text_kind,
    const char *day, struct body_text *ret_text, bool *ret_found, struct err *err);

#endif
