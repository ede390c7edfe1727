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

struct buf;
struct err;
struct row_list;
struct session;

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

/*
 * What many governments are called on one day, asked one after another without
 * the cost of a question each; meanwhile the caller may be reading rows. Errors
 * are sticky: close, which frees it, tells.
 */
struct government_naming;
struct government_naming *government_naming_new(struct session *session, const char *day,
    struct err *err);
/* As the last two below say, both at once; strings the caller frees, either may be NULL. */
void government_naming_ask(struct government_naming *naming, const char *government,
    char **ret_name, char **ret_own);
bool government_naming_close(struct government_naming *naming);

/*
 * The same for each row of a list, as of the session's day: its field government is
 * the code; name and, where the type has one, own_name are set.
 */
bool government_name_rows(struct session *session, struct row_list *list, struct err *err);

/* The same for one. */
bool government_names_on(struct session *session, const char *government, const char *day,
    char **ret_name, char **ret_own, struct err *err);

/*
 * Append the official name of the day in the language of the screen, with the
 * usual fallback; the last one before the day, or else the first, where none
 * holds; the code where there is none. Whatever its status is on that day.
 */
bool government_name_on(struct session *session, const char *government, const char *day,
    struct buf *ret_name, struct err *err);
/* The same in the government's own language. */
bool government_own_name_on(struct session *session, const char *government, const char *day,
    struct buf *ret_name, struct err *err);

#endif
