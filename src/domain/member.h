/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/member.h -- the directory as a clerk sees it on one day
 *
 * A member here is a view: a government with the name and the status that hold
 * on the session's day, whatever the status is (member, observer, applicant
 * ...). It is what lists, "member show", the CSV and --json speak of. Those
 * who have withdrawn or been expelled by that day are not among them.
 */
#ifndef DOMAIN_MEMBER_H
#define DOMAIN_MEMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct government_name;
struct language;
struct session;

struct member {
	char *code, *country;
	char *kind, *status;
	char *since;		/* partial day the status began; "" not known */
	char *decision, *note;	/* of the status */
	char *name_en, *name_zh, *name_ja, *name_ko, *name_ru, *name_mn;
	char *name_since;	/* first day of this name; "" from the beginning */
	char *reading, *unchecked;
	char *phone, *fax, *email, *web, *letters;
	char *source, *remark;	/* of the government */
	int64_t rank;
	char *name;		/* in the language of the screen, never empty */
	char *own_name;		/* in the government's own language */
	char *own_language;	/* column: "ko" */
	char *post;		/* code of the post that receives its letters, "" */
	int64_t post_held;	/* 1: somebody holds that post on the day */
};

/* FIELD_LISTED marks the columns of a list; --columns may name any. */
extern const struct record_type member_type;

/* ERR_MISSING: no such government, or none of that status that day. */
bool member_get(struct session *session, const char *code, struct member *ret_member,
    struct err *err);

/* All of them in order of protocol. The caller calls row_list_done. */
bool member_list(struct session *session, struct row_list *ret_list, struct err *err);

/* Orders of the list; ties and unknown values go by rank of protocol. */
enum member_order {
	MEMBER_BY_RANK,
	MEMBER_BY_NAME,		/* in the language of the screen */
	MEMBER_BY_CODE,
	MEMBER_BY_COUNTRY,
	MEMBER_BY_SINCE,
	MEMBER_BY_STATUS,
};

enum { MEMBER_CODE = 8 };	/* seven characters and their NUL */

/* Codes in display order: eight bytes each, so that 100,000 stay small. */
struct member_codes {
	char (*code)[MEMBER_CODE];
	size_t count;
	size_t room;
};

/* Which of them; an empty text asks for nothing. */
struct member_filter {
	const char *country;	/* "MN" */
	const char *status;	/* "observer" */
	const char *since;	/* the status began in it: "2008" or "2008-09" */
	const char *after, *before;	/* the status began later, earlier than all of it */
	const char *kind;	/* "aimag" */
};

/*
 * At most limit of them (0: all); filter may be NULL. The caller calls
 * member_codes_done.
 */
bool member_codes_list(struct session *session, const struct member_filter *filter,
    enum member_order order, bool descending, size_t limit, struct member_codes *ret_codes,
    struct err *err);
void member_codes_done(struct member_codes *codes);

/*
 * What changed since the log ended at *lsn, which becomes where it ends now. Not
 * inside a change set. MEMBER_MOVED where that could not be read.
 */
enum member_news {
	MEMBER_NO_NEWS,
	MEMBER_ONE_ROW,		/* the row of one government, ret_code, and nothing else whatever */
	MEMBER_ROWS,		/* rows may read otherwise, but each is where it was */
	MEMBER_MOVED,		/* others are in a list, elsewhere in it, found by other words */
};
enum member_news member_news(struct session *session, int64_t *lsn, char ret_code[MEMBER_CODE]);

/* How many hold each status on the session's day. Counted anew when that may have changed. */
struct member_count {
	size_t members, observers, others;
};
bool member_count(struct session *session, struct member_count *ret_count, struct err *err);

/* One name or text in the six languages. */
struct six_names {
	const char *in[6];	/* in the order of languages[] */
};

/* Those of a row with a field for each language: { { SIX_NAMES(post, name) } }. */
#define SIX_NAMES(row, field) \
	(row)->field##_en, (row)->field##_zh, (row)->field##_ja, (row)->field##_ko, (row)->field##_ru, \
	(row)->field##_mn

/*
 * The name to show of one that may lack some: language, then English, then the
 * government's own language, then any. Borrowed from names; never NULL.
 */
const char *member_pick_name(const struct six_names *names, const char *column,
    const char *own_column);

#endif
