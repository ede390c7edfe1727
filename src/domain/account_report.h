/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/account_report.h -- what the Assembly is told of a fiscal year
 *
 * Income and expenditure beside the budget, the result, and what stood on the
 * other accounts on the last day. All of it is counted from the postings, so it
 * says the same of a closed year for ever. Income and expenditure leave the
 * closing entry out, which would take them to nothing.
 */
#ifndef DOMAIN_ACCOUNT_REPORT_H
#define DOMAIN_ACCOUNT_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/row.h"

struct err;
struct session;

struct account_report_line {
	char *section;		/* income expense result asset liability equity */
	char *account;		/* code; "" in the line of a sum */
	char *name;		/* in the language of the screen */
	char *currency;		/* the base currency: everything is in it */
	int64_t budget;		/* minor units; 0 where the budget says nothing */
	int64_t actual;		/* minor units, as a positive sum where it is what it should be */
	int64_t difference;	/* actual less budget */
};
extern const struct record_type account_report_line_type;

/*
 * Section by section, each closed by its sum. The budget is the latest version
 * that a decision approved, else the latest there is. ERR_MISSING: no such year.
 */
bool account_report_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err);

#endif
