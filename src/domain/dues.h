/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/dues.h -- the dues of a year: who owes what, drafts, issued invoices
 *
 * A run makes drafts, all or none, and may be repeated: who has an invoice of
 * the year and rule gets no second one. Issuing gives numbers in order of
 * protocol and posts, in one transaction, so that numbers have no hole whatever
 * happens in between.
 */
#ifndef DOMAIN_DUES_H
#define DOMAIN_DUES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

/* A government and its dues of a year. */
struct dues_line {
	char *government, *name;	/* code; name in the language of the screen */
	char *own_name;		/* in its own language */
	char *year;
	char *state;		/* new (no invoice yet), draft, issued */
	char *number;		/* of the invoice; "" unless issued */
	char *currency;
	int64_t amount;		/* minor units: what the invoice is over */
	int64_t open;		/* minor units: what is left of it; the amount while it is no invoice */
	char *due;		/* whole day; while it is not issued: what it would be, issued now */
	char *invoice;		/* id; "" while there is none */
};
extern const struct record_type dues_line_type;

/*
 * Who owes dues of that year, in order of protocol: those assessed already and
 * those the next run would assess. The caller calls row_list_done.
 */
bool dues_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

/*
 * Make drafts for those who have none; the year is opened when it is not there.
 * *ret_made counts them, 0 when nobody is left (*ret_set is then 0 too).
 */
bool dues_assess(struct session *session, const char *year, int64_t *ret_made, int64_t *ret_set,
    struct err *err);

/*
 * Issue all drafts of the year. day NULL: today when it lies in the year, else
 * its first day that no entry is later than. Names, addresses, rates and rules
 * are frozen as of that day.
 */
bool dues_issue(struct session *session, const char *year, const char *day, int64_t *ret_issued,
    int64_t *ret_set, struct err *err);

#endif
