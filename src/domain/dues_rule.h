/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/dues_rule.h -- what the dated rules say about the dues of a year
 *
 * A year is assessed by the rules in force on its first day, so that a rule
 * that is changed in mid-year meets everybody alike, from the next year on.
 */
#ifndef DOMAIN_DUES_RULE_H
#define DOMAIN_DUES_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "domain/fiscal_year.h"

struct err;
struct session;

struct dues_rule {
	char year[FISCAL_YEAR];
	char since[DAY_SIZE];	/* first day of the fiscal year */
	char due[DAY_SIZE];	/* rule dues.due in that year */
	int64_t grace;		/* days from the issue to the due day at least: rule dues.grace-days; 0 where there is none */
	char currency[4];
	int64_t amount;		/* minor units of the currency, a member and year */
	int64_t first_year;	/* years from admission to the first dues: rule dues.first-year */
	char *rule;		/* id of the row that says the amount: one invoice a rule */
	char *statuses;		/* who pays, with blanks between: "member" */
	char *terms;		/* the rules in words and days, as a paper quotes them */
};

void dues_rule_done(struct dues_rule *rule);

/* ERR_MISSING when no dues are in force on the first day of that year. */
bool dues_rule_get(struct session *session, const char *year, struct dues_rule *ret_rule,
    struct err *err);

/*
 * Does a government that became one of those who pay in since owe dues of that
 * year? A day that is not known ("") is that of a founder.
 */
bool dues_rule_is_due(const struct dues_rule *rule, const char *since);

/* When dues issued on that day are due: on the day of the rule, or so many days later as it grants. */
void dues_rule_due_day(const struct dues_rule *rule, const char *issued, char ret_due[DAY_SIZE]);

/* The day a bill issued on that day is due, where nobody says another: the same days later. */
bool dues_rule_after_grace(struct session *session, const char *issued, char ret_due[DAY_SIZE],
    struct err *err);

#endif
