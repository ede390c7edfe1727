/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/dues_rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/rule.h"
#include "domain/session.h"

void
dues_rule_done(struct dues_rule *rule)
{
	free(rule->rule);
	free(rule->statuses);
	free(rule->terms);
	*rule = (struct dues_rule){ 0 };
}

bool
dues_rule_is_due(const struct dues_rule *rule, const char *since)
{
	struct day_parts parts;

	if (since[0] == '\0' || !day_split(since, &parts))
		return true;
	return atoll(rule->year) >= parts.year + rule->first_year;
}

/* Rules that make up an assessment, and what becomes of their values. */
struct part {
	const char *name;
	bool (*take)(struct dues_rule *dues, const struct rule *rule, struct err *err);
	bool optional;
};

static bool
take_currency(struct dues_rule *dues, const struct rule *rule, struct err *err)
{
	if (!money_check_currency(rule->value, err))
		return false;
	snprintf(dues->currency, sizeof dues->currency, "%s", rule->value);
	return true;
}

static bool
take_amount(struct dues_rule *dues, const struct rule *rule, struct err *err)
{
	mem_replace(&dues->rule, rule->id);
	return money_parse(rule->value, dues->currency, &dues->amount, err);
}

static bool
take_statuses(struct dues_rule *dues, const struct rule *rule, struct err *err)
{
	(void)err;
	mem_replace(&dues->statuses, rule->value);
	return true;
}

static bool
take_first_year(struct dues_rule *dues, const struct rule *rule, struct err *err)
{
	(void)err;
	dues->first_year = atoll(rule->value);
	return true;
}

static bool
take_due(struct dues_rule *dues, const struct rule *rule, struct err *err)
{
	int month = 0, day = 0;

	if (sscanf(rule->value, "%d-%d", &month, &day) == 2 &&
	    day_join(atoi(dues->year), month, day, dues->due) && day_is_whole(dues->due))
		return true;
	return err_set(err, ERR_RULE, _("Rule %s says \"%s\", which is no month and day as 01-01."),
	    rule->name, rule->value);
}

enum { MOST_GRACE = 3660 };	/* days: ten years */

static bool
read_grace(const struct rule *rule, int64_t *ret_days, struct err *err)
{
	char *end = NULL;
	long days = strtol(rule->value, &end, 10);

	if (end == rule->value || *end != '\0' || days < 0 || days > MOST_GRACE)
		return err_set(err, ERR_RULE, _("Rule %s says \"%s\", which is no number of days."), rule->name,
		    rule->value);
	*ret_days = days;
	return true;
}

static bool
take_grace(struct dues_rule *dues, const struct rule *rule, struct err *err)
{
	return read_grace(rule, &dues->grace, err);
}

/* The currency is read before the amount that is in it. */
static const struct part parts[] = {
	{ "dues.currency", take_currency, false },
	{ "dues.amount", take_amount, false },
	{ "dues.statuses", take_statuses, false },
	{ "dues.first-year", take_first_year, false },
	{ "dues.due", take_due, false },
	{ "dues.grace-days", take_grace, true },
};

static bool
take_part(struct session *session, const struct part *part, struct dues_rule *dues,
    struct buf *terms, struct err *err)
{
	struct rule rule = { 0 };
	struct err missing = { 0 };

	if (!rule_get(session, part->name, dues->since, &rule, &missing)) {
		if (part->optional && missing.code == ERR_MISSING)
			return true;
		*err = missing;
		return false;
	}
	buf_addf(terms, "%s%s=%s (%s)", terms->length > 0 ? "; " : "", rule.name, rule.value,
	    rule.decision[0] != '\0' ? rule.decision : rule.since);
	bool ok = part->take(dues, &rule, err);
	record_done(&rule_type, &rule);
	return ok;
}

bool
dues_rule_get(struct session *session, const char *year, struct dues_rule *ret_rule,
    struct err *err)
{
	struct dues_rule dues = { 0 };
	struct buf terms = { 0 };

	if (!fiscal_year_is_one(year, err) ||
	    !fiscal_year_first_day(session, atoi(year), dues.since, err))
		return false;
	snprintf(dues.year, sizeof dues.year, "%s", year);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (!take_part(session, &parts[i], &dues, &terms, err)) {
			if (err->code == ERR_MISSING)
				err_set(err, ERR_MISSING,
				    _("No rule of dues is in force on %s, the first day of the fiscal year %s."),
				    dues.since, year);
			buf_done(&terms);
			dues_rule_done(&dues);
			return false;
		}
	dues.terms = buf_take(&terms);
	*ret_rule = dues;
	return true;
}

void
dues_rule_due_day(const struct dues_rule *rule, const char *issued, char ret_due[DAY_SIZE])
{
	day_add_days(issued, (int)rule->grace, ret_due);
	if (strcmp(ret_due, rule->due) < 0)
		memcpy(ret_due, rule->due, DAY_SIZE);
}

bool
dues_rule_after_grace(struct session *session, const char *issued, char ret_due[DAY_SIZE],
    struct err *err)
{
	struct err missing = { 0 };
	struct rule rule = { 0 };
	int64_t days = 0;

	if (rule_get(session, "dues.grace-days", issued, &rule, &missing)) {
		bool ok = read_grace(&rule, &days, err);

		record_done(&rule_type, &rule);
		if (!ok)
			return false;
	} else if (missing.code != ERR_MISSING) {
		*err = missing;
		return false;
	}
	day_add_days(issued, (int)days, ret_due);
	return true;
}
