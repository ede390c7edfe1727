/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/government_name.h -- what a government is called, by period
 *
 * One row holds the six languages of one period, as the form shows them; each
 * language is a unit of its own in a merge. The kind (krai, oblast) stands here
 * because it changes with the name.
 */
#ifndef DOMAIN_GOVERNMENT_NAME_H
#define DOMAIN_GOVERNMENT_NAME_H

#include <stdbool.h>

#include "base/record.h"

struct government_name {
	char *id;	/* ULID */
	char *government;
	char *name_kind;	/* "official" or "short" */
	char *kind;	/* province, krai ... */
	char *since;	/* partial day; "" not known */
	char *until;	/* partial day; NULL while it goes on */
	char *name_en;
	char *name_zh;
	char *name_ja;
	char *name_ko;
	char *name_ru;
	char *name_mn;
	char *reading;	/* of name_ja, kana */
	char *unchecked;	/* columns nobody has read yet: "mn" or "ko mn" */
	char *note;
};

extern const struct record_type government_name_type;

extern const struct choice government_kinds[];

struct err;
struct session;

/*
 * How a government is called on the session's day, whatever its status: in the
 * language of the screen and in its own; its code where it had no name. The
 * caller frees both.
 */
bool government_name_get(struct session *session, const char *code, char **ret_name,
    char **ret_own_name, struct err *err);

#endif
