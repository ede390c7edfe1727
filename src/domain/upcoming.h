/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/upcoming.h -- what comes next: meetings, and the last days before them
 *
 * One list of two kinds of days, for HOM: the days on which meetings begin, and
 * the last days of the notice clock (domain/notice.h) that are late or near.
 */
#ifndef DOMAIN_UPCOMING_H
#define DOMAIN_UPCOMING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct upcoming {
	char *day;	/* partial; of a last day whole */
	char *meeting;	/* its key */
	char *what;	/* begins, or a word of notice.what: invitations papers accounts ... */
	char *where;	/* place of a meeting that begins; "" */
	int64_t late;	/* 1: the last day has passed */
};
extern const struct record_type upcoming_type;

/* By day, late ones first, which are half of them at most; at most limit. The caller calls row_list_done. */
bool upcoming_list(struct session *session, size_t limit, struct row_list *ret_list,
    struct err *err);

struct upcoming_count {
	size_t meetings;	/* planned, convened or postponed, and not begun */
	size_t today;		/* open, or on their days */
};
bool upcoming_count(struct session *session, struct upcoming_count *ret_count, struct err *err);

#endif
