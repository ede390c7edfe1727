/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/budget.h -- a version of the budget of a year
 *
 * The latest version that a decision approved counts, and stays as it is: what
 * changes it is another version. The sums are domain/budget_line.h.
 */
#ifndef DOMAIN_BUDGET_H
#define DOMAIN_BUDGET_H

#include "base/record.h"

struct budget {
	char *year;	/* the fiscal year */
	int64_t version;	/* from 1 */
	char *decision;	/* the decision that approved it, or empty */
	char *note;
};

extern const struct record_type budget_type;

#endif
