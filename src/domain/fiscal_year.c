/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/fiscal_year.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice states[] = {
	{ "open", NC_("year", "open") },
	{ "closed", NC_("year", "closed") },
	{ "audited", NC_("year", "audited") },
	{ 0 }
};

static bool
fiscal_year_check(void *record, struct err *err)
{
	const struct fiscal_year *fiscal_year = record;

	return period_check(fiscal_year->since, fiscal_year->until, err);
}

static const struct field fiscal_year_fields[] = {
	{ RECORD_FIELD(fiscal_year, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(fiscal_year, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .group = "period" },
	{ RECORD_FIELD(fiscal_year, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .group = "period" },
	{ RECORD_FIELD(fiscal_year, state), .label = NC_("field", "State"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 8, .choices = states },
	{ RECORD_FIELD(fiscal_year, closed), .label = NC_("field", "Closed"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(fiscal_year, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type fiscal_year_type = {
	.key = "fiscal_year",
	.label = N_("Fiscal year"),
	.plural = N_("Fiscal years"),
	.size = sizeof(struct fiscal_year),
	.fields = fiscal_year_fields,
	.check = fiscal_year_check,
};

bool
fiscal_year_is_one(const char *year, struct err *err)
{
	if (strlen(year) == 4 && strspn(year, "0123456789") == 4 && (year[0] == '1' || year[0] == '2'))
		return true;
	return err_set(err, ERR_INPUT, _("\"%s\" is no fiscal year: write its four digits, as 2017."), year);
}

/* "01-01" of the rule, put behind the year; every year has it. */
bool
fiscal_year_first_day(struct session *session, int year, char ret_day[DAY_SIZE], struct err *err)
{
	char today[DAY_SIZE];
	struct rule rule = { 0 };
	int month = 0, day = 0;

	session_today(session, today);
	if (!rule_get(session, "fiscal.start", today, &rule, err))
		return false;
	bool ok = sscanf(rule.value, "%d-%d", &month, &day) == 2 && day_join(year, month, day, ret_day);
	if (!ok)
		err_set(err, ERR_RULE, _("Rule %s says \"%s\", which is no month and day as 01-01."),
		    rule.name, rule.value);
	record_done(&rule_type, &rule);
	return ok;
}

static bool
insert_year(struct session *session, const char *year, struct err *err)
{
	char since[DAY_SIZE], until[DAY_SIZE];
	int number = atoi(year);

	if (!fiscal_year_first_day(session, number, since, err) || !fiscal_year_first_day(session, number + 1, until, err))
		return false;
	struct fiscal_year row = { .year = mem_strdup(year), .since = mem_strdup(since),
		.until = mem_strdup(until), .state = mem_strdup("open") };
	bool ok = row_insert_in_set(session, &fiscal_year_type, &row, err);
	record_done(&fiscal_year_type, &row);
	return ok;
}

static bool
find_state(struct session *session, const char *year, char **ret_state, struct err *err)
{
	struct fiscal_year row = { 0 };
	bool found = false;

	if (!row_find(session, &fiscal_year_type, year, &row, &found, err))
		return false;
	if (found)
		mem_replace(ret_state, row.state);
	record_done(&fiscal_year_type, &row);
	return true;
}

bool
fiscal_year_open_in_set(struct session *session, const char *year, struct err *err)
{
	char *state = NULL;
	bool ok = fiscal_year_is_one(year, err) && find_state(session, year, &state, err);

	if (ok && state != NULL && strcmp(state, "open") != 0)
		ok = err_set(err, ERR_RULE, _("The fiscal year %s is closed: it stays closed."), year);
	if (ok && state == NULL)
		ok = insert_year(session, year, err);
	free(state);
	return ok;
}

bool
fiscal_year_open(struct session *session, const char *year, int64_t *ret_number, struct err *err)
{
	char *state = NULL;

	if (!fiscal_year_is_one(year, err) || !find_state(session, year, &state, err))
		return false;
	bool there = state != NULL;
	free(state);
	if (there)
		return err_set(err, ERR_RULE, _("The fiscal year %s is there already."), year);
	return session_begin(session, "open year", NULL, err) &&
	    session_finish(session, fiscal_year_open_in_set(session, year, err), ret_number, err);
}

bool
fiscal_year_of(struct session *session, const char *day, char ret_year[FISCAL_YEAR], struct err *err)
{
	/* From the newest back, which is mostly the one; years never overlap. */
	static const char sql[] =
	    "SELECT year, state = 'open' FROM fiscal_year WHERE since <= :day AND :day < until"
	    " ORDER BY year DESC LIMIT 1";
	struct stmt st = { 0 };
	bool found = false, open = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		found = stmt_next(&st);
		if (found) {
			snprintf(ret_year, FISCAL_YEAR, "%s", stmt_text(&st, 0));
			open = stmt_int(&st, 1) != 0;
		}
	}
	if (!stmt_close(&st))
		return false;
	if (!found)
		return err_set(err, ERR_RULE,
		    _("No fiscal year is open on %s: open it in LED, or by \"nearsec ledger open\"."), day);
	return open || err_set(err, ERR_RULE,
	    _("%s lies in the fiscal year %s, which is closed: nothing can be dated in it."), day, ret_year);
}
