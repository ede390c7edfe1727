/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/year_close.h -- closing a fiscal year, for good
 *
 * What must be in order first is a list that screens and command show; the
 * closing entry then takes income and expenditure to the result of earlier
 * years, on the last day of the year. A closed year takes no entry any more.
 */
#ifndef DOMAIN_YEAR_CLOSE_H
#define DOMAIN_YEAR_CLOSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct close_check {
	char *what;		/* a sentence in the language of the screen */
	int64_t found;		/* how many are in the way */
	int64_t in_order;	/* 1: none are */
	char *which;		/* the first of them by name: "2017-05/5 E-2017-0012, ..." */
};
extern const struct record_type close_check_type;

/* All checks, in order or not. ERR_MISSING: no such year; ERR_RULE: it is closed already. */
bool year_close_checks(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

/*
 * Close it, with a proved copy of the file beside it first: "near.db.before-closing-2017".
 * Refused while a check is not in order. *ret_entry is the number of
 * the closing entry, owned; NULL where there was nothing to close.
 */
bool year_close(struct session *session, const char *year, char **ret_entry, int64_t *ret_set,
    struct err *err);

/* A closed year is audited by a decision: its state says so. */
bool year_close_audit(struct session *session, const char *year, int64_t *ret_set,
    struct err *err);

#endif
