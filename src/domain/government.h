/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/government.h -- a provincial government: the party and the debtor
 *
 * Only what does not change with a period stands here; names and kind are in
 * government_name, membership in government_status. It is never deleted.
 */
#ifndef DOMAIN_GOVERNMENT_H
#define DOMAIN_GOVERNMENT_H

#include "base/record.h"

struct government {
	char *code;	/* ISO 3166-2: KR-47; never changes */
	char *country;	/* ISO 3166-1 */
	int64_t rank;	/* order of protocol, from 1; 0: at the end */
	char *phone;
	char *fax;
	char *email;
	char *web;
	char *letters;	/* language of letters, a column: ko */
	char *source;	/* "brochure", "inferred" or "" */
	char *note;
};

extern const struct record_type government_type;

struct err;
struct session;

/* "KR-47" is one, "kr47" and "47" are not: see domain/search.h for those. */
bool government_check_code(const char *code, struct err *err);

/* One more than the last in the order of protocol. */
bool government_next_rank(struct session *session, int64_t *ret_rank, struct err *err);

/*
 * The first text that sql answers for :code on :day, the session's day: mostly
 * the id of a row that holds then. NULL when it answers nothing; owned.
 */
bool government_find_row(struct session *session, const char *sql, const char *code,
    char **ret_id, struct err *err);

#endif
