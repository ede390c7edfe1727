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

/* KR-47 for "kr47", "KR-47"; with country KR also for "47". Refused otherwise. */
bool government_check_code(const char *code, struct err *err);

#endif
