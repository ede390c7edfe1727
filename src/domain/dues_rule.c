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
	    day_join(atoi(dues->year), month, day, dues->due))
		return true;
	return err_set(err, ERR_RULE, _("Rule %s says \"%s\", which is no month and day as 01-01."),
	    rule->name, rule->value);
}

/* The currency is read before the amount that is in it. */
static const struct part parts[] = {
	{ "dues.currency", take_currency },
	{ "dues.amount", take_amount },
	{ "dues.statuses", take_statuses },
	{ "dues.first-year", take_first_year },
	{ "dues.due", take_due },
};

static bool
take_part(struct session *session, const struct part *part, struct dues_rule *dues,
    struct buf *terms, struct err *err)
{
	struct rule rule = { 0 };

	if (!rule_get(session, part->name, dues->since, &rule, err))
		return false;
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
