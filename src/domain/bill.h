/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/bill.h -- a bill that is no dues: a share of a project, a publication, a room
 *
 * It is an invoice like all others: a draft first, then a number of its year,
 * posted, paid, aged, credited. What differs: a clerk says the sum, the words and
 * the income account; and it never suspends a vote.
 */
#ifndef DOMAIN_BILL_H
#define DOMAIN_BILL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct ledger_draft;
struct session;

/* What a clerk says. */
struct bill {
	char *government;	/* its code; member or not */
	char *words;		/* for what */
	char *currency;		/* ISO 4217 code */
	int64_t amount;		/* minor units of the currency */
	char *account;		/* income account; "" or NULL: the one the chart has for it */
	char *due;		/* whole day; "" or NULL: so many days after today as rule dues.grace-days says */
};
extern const struct record_type bill_type;

void bill_done(struct bill *bill);

/* What a new one begins with: the currency of dues, or that of the books where there are none. */
bool bill_begin(struct session *session, struct bill *bill, struct err *err);

/*
 * What issuing it today would post; *ret_due is the day it would be due. The
 * caller calls ledger_draft_done. Refused: nobody, nothing, no income account.
 */
bool bill_propose(struct session *session, const struct bill *bill, struct ledger_draft *ret_draft,
    char **ret_due, struct err *err);

/* A draft of the fiscal year today lies in; the caller frees *ret_id. */
bool bill_save(struct session *session, const struct bill *bill, char **ret_id, int64_t *ret_set,
    struct err *err);

/*
 * Give a draft the next number of the fiscal year that day lies in (NULL: today)
 * and post it; the caller frees *ret_number. Refused: it is issued, or dues.
 */
bool bill_issue(struct session *session, const char *id, const char *day, char **ret_number,
    int64_t *ret_set, struct err *err);

/* Throw a draft away. */
bool bill_discard(struct session *session, const char *id, int64_t *ret_set, struct err *err);

/* A bill in a list. */
struct bill_line {
	char *invoice;		/* id */
	char *number;		/* "" while it is a draft */
	char *government, *name;	/* code; name in the language of the screen */
	char *words;
	char *currency;
	int64_t amount;		/* minor units */
	int64_t open;		/* minor units; the amount while it is a draft */
	char *state;		/* draft, issued */
	char *due;		/* whole day */
	char *account;
};
extern const struct record_type bill_line_type;

/* Those of a fiscal year, drafts first, then the newest. The caller calls row_list_done. */
bool bill_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

#endif
