/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/invoice_issue.h -- a draft becomes a paper: number, entry, frozen words
 *
 * What the paper says is what held on its day: the government's name and
 * address in the language of its letters, the rate with its source, the rule.
 * None of it is looked up again.
 */
#ifndef DOMAIN_INVOICE_ISSUE_H
#define DOMAIN_INVOICE_ISSUE_H

#include <stdbool.h>

#include "base/day.h"

struct err;
struct invoice;
struct ledger_draft;
struct session;

/*
 * The day to issue on: wanted; or, when that is NULL, today if it lies in the
 * year, else the first day of the year; never before the last entry. Refused
 * when wanted lies in no open year, or another one.
 */
bool invoice_issue_day(struct session *session, const char *year, const char *wanted,
    char ret_day[DAY_SIZE], struct err *err);

/*
 * The lines that issuing it would post: what is owed, and dues or the income
 * account that the bill names. Refused: another kind of account.
 */
bool invoice_issue_lines(struct session *session, const struct invoice *invoice,
    struct ledger_draft *draft, struct err *err);

/* Give the draft the next number of its year and post it. */
bool invoice_issue_in_set(struct session *session, const char *id, const char *day,
    struct err *err);

#endif
