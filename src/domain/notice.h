/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/notice.h -- the notice clock: what must be out or in how long before
 *
 * Last days counted back from the opening by the rules notice.invitations,
 * notice.papers, notice.accounts, notice.credentials and notice.dossiers that
 * hold on the first day of the meeting. A period without a rule has no last day.
 * Nothing is barred by a day that has passed: it is shown.
 */
#ifndef DOMAIN_NOTICE_H
#define DOMAIN_NOTICE_H

#include <stdbool.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct notice {
	char *meeting;	/* its key */
	char *what;	/* invitations papers accounts credentials dossiers */
	char *last;	/* whole day: the last on which it is in time */
	int64_t before;	/* days before the opening, by the rule */
	int64_t assumed;	/* 1: the rule says that its clause is not known */
	char *state;	/* done, waiting, late, none: there is nothing of it */
	int64_t left;	/* days from the session's day to the last; negative: late; 0 once done */
};
extern const struct record_type notice_type;

/* Of one meeting, by last day. Empty while its first day is not known to the day. */
bool notice_list(struct session *session, const char *meeting, struct row_list *ret_list,
    struct err *err);

/*
 * What is late, or has its last day within days, of all meetings still to come;
 * by last day. For HOM and "meeting deadlines".
 */
bool notice_list_due(struct session *session, int days, struct row_list *ret_list,
    struct err *err);

#endif
