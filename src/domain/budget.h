/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/budget.h -- a version of the budget of a year
 *
 * The latest version that a decision approved counts, and stays as it is: what
 * changes it is another version. The sums are domain/budget_line.h.
 */
#ifndef DOMAIN_BUDGET_H
#define DOMAIN_BUDGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct budget {
	char *year;	/* the fiscal year */
	int64_t version;	/* from 1 */
	char *decision;	/* the decision that approved it, or empty */
	char *note;
};

extern const struct record_type budget_type;

struct err;
struct session;

/* What the newest version gives to an account, as people read it. */
struct budget_item {
	char *year;
	int64_t version;
	char *account, *name;	/* code; name in the language of the screen */
	char *currency;		/* the base currency */
	int64_t amount;		/* minor units */
	char *decision;		/* that approved the version; "" */
};
extern const struct record_type budget_item_type;

/* Of the newest version, by account; empty where there is none. The caller calls row_list_done. */
bool budget_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

/* What a clerk says; all borrowed. */
struct budget_order {
	const char *year;
	/* Codes, and amounts as money_parse reads them; "0" takes the account out. */
	struct budget_sum { char *account; const char *amount; } *sum;
	size_t count;
	const char *decision;	/* that approves it; NULL */
	const char *note;	/* NULL: as it was */
};

/*
 * Write that into the newest version of the year. Is that one approved, a new
 * one begins as its copy. *ret_version is the one written.
 */
bool budget_write(struct session *session, const struct budget_order *order, int64_t *ret_version,
    int64_t *ret_set, struct err *err);

#endif
