/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/body_name.h -- what a body is called, by period
 *
 * One row holds the six languages. A paper of a day uses the name of that day.
 */
#ifndef DOMAIN_BODY_NAME_H
#define DOMAIN_BODY_NAME_H

#include <stdbool.h>

#include "base/record.h"

struct buf;
struct err;
struct session;

struct body_name {
	char *id;	/* ULID */
	char *body;	/* its key */
	char *since;	/* partial day; "" from the beginning */
	char *until;	/* partial day; NULL while it goes on */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *unchecked;	/* languages nobody has read yet: "mn" or "ko mn" */
	char *note;
};

extern const struct record_type body_name_type;

/*
 * The row of the day: that of the last name taken before it, of a dissolved
 * body too; before the first one, the first. The caller calls record_done.
 */
bool body_name_row_on(struct session *session, const char *body, const char *day,
    struct body_name *ret_name, bool *ret_found, struct err *err);

/*
 * Append what it was called on the day, in the language of the screen, else in
 * English, else in any; the key where there is no name. Never empty.
 */
bool body_name_on(struct session *session, const char *body, const char *day,
    struct buf *ret_name, struct err *err);

#endif
