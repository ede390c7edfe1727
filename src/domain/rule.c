/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static bool
rule_check(void *record, struct err *err)
{
	const struct rule *rule = record;

	return period_check(rule->since, rule->until, err);
}

static const struct field rule_fields[] = {
	{ RECORD_FIELD(rule, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(rule, name), .label = NC_("field", "Rule"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 24 },
	{ RECORD_FIELD(rule, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(rule, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(rule, value), .label = NC_("field", "Value"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 20, .group = "period" },
	{ RECORD_FIELD(rule, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "rests-on", .group = "period" },
	{ RECORD_FIELD(rule, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type rule_type = {
	.key = "rule",
	.label = N_("Rule"),
	.plural = N_("Rules"),
	.size = sizeof(struct rule),
	.fields = rule_fields,
	.check = rule_check,
};

/* One text of the rule that holds on a day; NULL where none does. */
static bool
find_in_force(struct session *session, const char *sql, const char *name, const char *day,
    char **ret_text, struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":name", name);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st))
			mem_replace(ret_text, stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

#define IN_FORCE \
	" FROM rule WHERE name = :name AND " PERIOD_ON_DAY("rule")

static bool
none_in_force(const char *name, const char *day, struct err *err)
{
	return err_set(err, ERR_MISSING, _("No rule \"%s\" is in force on %s."), name, day);
}

bool
rule_value(struct session *session, const char *name, const char *day, char **ret_value,
    struct err *err)
{
	char *value = NULL;

	if (!find_in_force(session, "SELECT value" IN_FORCE, name, day, &value, err))
		return false;
	if (value == NULL)
		return none_in_force(name, day, err);
	*ret_value = value;
	return true;
}

bool
rule_get(struct session *session, const char *name, const char *day, struct rule *ret_rule,
    struct err *err)
{
	char *id = NULL;

	if (!find_in_force(session, "SELECT id" IN_FORCE, name, day, &id, err))
		return false;
	bool ok = id != NULL ? row_get(session, &rule_type, id, ret_rule, err) :
	    none_in_force(name, day, err);
	free(id);
	return ok;
}

bool
rule_is_assumed(const struct rule *rule)
{
	return strstr(rule->note, "Assumed") != NULL || strstr(rule->note, "assumed") != NULL;
}
