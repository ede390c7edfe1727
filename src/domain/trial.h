/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/trial.h -- the trial balance: what stands on every account on a day
 *
 * Today it is read from the balances that are kept with every posting; a day of
 * the past is added up from the postings themselves.
 */
#ifndef DOMAIN_TRIAL_H
#define DOMAIN_TRIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct trial_line {
	char *account;		/* code */
	char *name;		/* in the language of the screen */
	char *kind;		/* of account.kind */
	char *currency;
	int64_t amount;		/* minor units of the currency; debit is positive */
	char *base_currency;
	int64_t base;		/* minor units of the base currency */
};
extern const struct record_type trial_line_type;

/* On the session's day, accounts with something on them, by code. Their base values sum to 0. */
bool trial_list(struct session *session, struct row_list *ret_list, struct err *err);

/* Is nothing booked after that day, so that what is kept is what held then? */
bool trial_is_latest(struct session *session, const char *day, bool *ret_latest, struct err *err);

#endif
