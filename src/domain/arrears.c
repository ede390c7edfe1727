/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/arrears.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/government_name.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/trial.h"
#include "store/stmt.h"

#define MONEY_FIELD(type, member, text) \
	{ RECORD_FIELD(type, member), .label = text, .kind = FIELD_MONEY, .flags = FIELD_LISTED, \
	  .width = 12, .currency = offsetof(struct type, currency) }

static const struct field arrears_line_fields[] = {
	{ RECORD_FIELD(arrears_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(arrears_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(arrears_line, own_name), .label = NC_("field", "Own name"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 20 },
	{ RECORD_FIELD(arrears_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	MONEY_FIELD(arrears_line, open, NC_("field", "Open")),
	MONEY_FIELD(arrears_line, overdue, NC_("field", "Overdue")),
	{ RECORD_FIELD(arrears_line, due), .label = NC_("field", "Due"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(arrears_line, years), .label = NC_("field", "Years"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 5 },
	{ RECORD_FIELD(arrears_line, may_vote), .label = NC_("field", "May vote"), .kind = FIELD_FLAG,
	  .flags = FIELD_LISTED, .width = 5 },
	MONEY_FIELD(arrears_line, restores, NC_("field", "Restores the vote")),
	{ 0 }
};

const struct record_type arrears_line_type = {
	.key = "arrears",
	.label = N_("Arrears"),
	.plural = N_("Arrears"),
	.size = sizeof(struct arrears_line),
	.fields = arrears_line_fields,
};

static const struct field ageing_line_fields[] = {
	{ RECORD_FIELD(ageing_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(ageing_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(ageing_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	MONEY_FIELD(ageing_line, due_later, NC_("field", "Not due")),
	MONEY_FIELD(ageing_line, days_90, NC_("field", "To 90 days")),
	MONEY_FIELD(ageing_line, days_365, NC_("field", "To 1 year")),
	MONEY_FIELD(ageing_line, years_2, NC_("field", "To 2 years")),
	MONEY_FIELD(ageing_line, older, NC_("field", "Longer")),
	MONEY_FIELD(ageing_line, total, NC_("field", "Total")),
	{ 0 }
};

const struct record_type ageing_line_type = {
	.key = "ageing",
	.label = N_("Ageing"),
	.plural = N_("Ageing"),
	.size = sizeof(struct ageing_line),
	.fields = ageing_line_fields,
};

/*
 * What is open: kept, or counted. Money that is booked for a later day than the
 * one asked for does not count yet.
 */
#define OPEN_NOW \
	"WITH item AS (SELECT government, currency, year, due, open FROM open_invoice WHERE open > 0)"
#define OPEN_ON_DAY \
	"WITH item AS (SELECT government, currency, year, due, total" \
	" - coalesce((SELECT sum(amount) FROM allocation WHERE invoice = i.id AND booked <= :day), 0)" \
	" - coalesce((SELECT sum(amount) FROM credit_note WHERE invoice = i.id AND booked <= :day), 0) AS open" \
	" FROM invoice AS i WHERE number <> '' AND issued <= :day)"

static bool
open_day(struct session *session, struct stmt *st, const char *const sql[2], const char *day,
    struct err *err)
{
	bool latest = false;

	if (!trial_is_latest(session, day, &latest, err))
		return false;
	if (stmt_open(st, session->db, sql[latest ? 0 : 1], err))
		stmt_bind_text(st, ":day", day);
	return true;
}

/* The vote */

/* So many unpaid years suspend it on that day; 0: none do. */
static bool
years_that_suspend(struct session *session, const char *day, int64_t *ret_years, struct err *err)
{
	struct err missing = { 0 };
	struct rule rule = { 0 };

	*ret_years = 0;
	if (!rule_get(session, "vote.arrears-years", day, &rule, &missing)) {
		if (missing.code != ERR_MISSING)
			*err = missing;
		return missing.code == ERR_MISSING;
	}
	*ret_years = atoll(rule.value);
	record_done(&rule_type, &rule);
	return true;
}

/*
 * The oldest years are paid first, until fewer are unpaid than suspend: years
 * is how many are overdue, limit how many suspend.
 */
static bool
sum_that_restores(struct session *session, const char *government, const char *currency,
    const char *day, int64_t count, int64_t *ret_sum, struct err *err)
{
#define YEARS \
	" SELECT coalesce(sum(open), 0) FROM (SELECT sum(open) AS open FROM item WHERE open > 0" \
	" AND government = :government AND currency = :currency AND due < :day" \
	" GROUP BY year ORDER BY year LIMIT :count)"
	static const char *const sql[2] = { OPEN_NOW YEARS, OPEN_ON_DAY YEARS };
	struct stmt st = { 0 };

	if (!open_day(session, &st, sql, day, err))
		return false;
	stmt_bind_text(&st, ":government", government);
	stmt_bind_text(&st, ":currency", currency);
	stmt_bind_int(&st, ":count", count);
	if (stmt_next(&st))
		*ret_sum = stmt_int(&st, 0);
	return stmt_close(&st);
}

static bool
set_vote(struct session *session, struct arrears_line *line, const char *day, int64_t limit,
    struct err *err)
{
	line->may_vote = limit == 0 || line->years < limit;
	return line->may_vote || sum_that_restores(session, line->government, line->currency, day,
	    line->years - limit + 1, &line->restores, err);
}

bool
arrears_suspend(struct session *session, const char *government, const char *day,
    bool *ret_suspended, int64_t *ret_restores, char ret_currency[4], struct err *err)
{
#define OVERDUE \
	" SELECT currency, count(DISTINCT year) FROM item WHERE open > 0 AND government = :government" \
	" AND due < :day GROUP BY currency ORDER BY 2 DESC LIMIT 1"
	static const char *const sql[2] = { OPEN_NOW OVERDUE, OPEN_ON_DAY OVERDUE };
	struct arrears_line line = { .government = mem_strdup(government), .may_vote = 1 };
	int64_t limit = 0;
	struct stmt st = { 0 };
	bool ok = years_that_suspend(session, day, &limit, err);

	if (ok && limit > 0 && (ok = open_day(session, &st, sql, day, err))) {
		stmt_bind_text(&st, ":government", government);
		if (stmt_next(&st)) {
			line.currency = mem_strdup(stmt_text(&st, 0));
			line.years = stmt_int(&st, 1);
		}
		ok = stmt_close(&st) && (line.currency == NULL || set_vote(session, &line, day, limit, err));
	}
	if (ok) {
		*ret_suspended = line.may_vote == 0;
		*ret_restores = line.restores;
		snprintf(ret_currency, 4, "%s", line.currency != NULL ? line.currency : "");
	}
	free(line.government);
	free(line.currency);
	return ok;
}

/* Lists */

static bool
read_arrears(struct session *session, const char *day, struct row_list *list, struct err *err)
{
#define BY_GOVERNMENT \
	" SELECT government, currency, sum(open), coalesce(sum(open) FILTER (WHERE due < :day), 0)," \
	" min(due), count(DISTINCT CASE WHEN due < :day THEN year END)" \
	" FROM item WHERE open > 0 GROUP BY government, currency ORDER BY 3 DESC, government"
	static const char *const sql[2] = { OPEN_NOW BY_GOVERNMENT, OPEN_ON_DAY BY_GOVERNMENT };
	enum { GOVERNMENT, CURRENCY, OPEN, OVERDUE_SUM, DUE, YEARS_COUNT };
	struct stmt st = { 0 };

	if (!open_day(session, &st, sql, day, err))
		return false;
	while (stmt_next(&st)) {
		struct arrears_line *line = row_add(list, &arrears_line_type);

		line->government = mem_strdup(stmt_text(&st, GOVERNMENT));
		line->currency = mem_strdup(stmt_text(&st, CURRENCY));
		line->open = stmt_int(&st, OPEN);
		line->overdue = stmt_int(&st, OVERDUE_SUM);
		line->due = mem_strdup(stmt_text(&st, DUE));
		line->years = stmt_int(&st, YEARS_COUNT);
	}
	return stmt_close(&st);
}

bool
arrears_list_on(struct session *session, const char *day, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { .type = &arrears_line_type };
	int64_t limit = 0;
	bool ok = years_that_suspend(session, day, &limit, err) && read_arrears(session, day, &list, err);

	for (size_t i = 0; i < list.count && ok; i++)
		ok = set_vote(session, row_at(&list, i), day, limit, err);
	if (!ok) {
		row_list_done(&list);
		return false;
	}
	*ret_list = list;
	return true;
}

bool
arrears_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	bool ok = arrears_list_on(session, day, &list, err);
	for (size_t i = 0; i < list.count && ok; i++) {
		struct arrears_line *line = row_at(&list, i);
		struct buf name = { 0 }, own = { 0 };

		ok = government_name_on(session, line->government, day, &name, err) &&
		    government_own_name_on(session, line->government, day, &own, err);
		line->name = buf_take(&name);
		line->own_name = buf_take(&own);
	}
	if (!ok) {
		row_list_done(&list);
		return false;
	}
	*ret_list = list;
	return true;
}

static bool
read_ageing(struct session *session, const char *day, struct row_list *list, struct err *err)
{
#define BUCKETS \
	" SELECT government, currency, coalesce(sum(open) FILTER (WHERE due >= :day), 0)," \
	" coalesce(sum(open) FILTER (WHERE due < :day AND due >= date(:day, '-90 days')), 0)," \
	" coalesce(sum(open) FILTER (WHERE due < date(:day, '-90 days') AND due >= date(:day, '-1 year')), 0)," \
	" coalesce(sum(open) FILTER (WHERE due < date(:day, '-1 year') AND due >= date(:day, '-2 years')), 0)," \
	" coalesce(sum(open) FILTER (WHERE due < date(:day, '-2 years')), 0), sum(open)" \
	" FROM item WHERE open > 0 GROUP BY government, currency ORDER BY 8 DESC, government"
	static const char *const sql[2] = { OPEN_NOW BUCKETS, OPEN_ON_DAY BUCKETS };
	enum { GOVERNMENT, CURRENCY, LATER, DAYS_90, DAYS_365, YEARS_2, OLDER, TOTAL };
	struct stmt st = { 0 };

	if (!open_day(session, &st, sql, day, err))
		return false;
	while (stmt_next(&st)) {
		struct ageing_line *line = row_add(list, &ageing_line_type);

		line->government = mem_strdup(stmt_text(&st, GOVERNMENT));
		line->currency = mem_strdup(stmt_text(&st, CURRENCY));
		line->due_later = stmt_int(&st, LATER);
		line->days_90 = stmt_int(&st, DAYS_90);
		line->days_365 = stmt_int(&st, DAYS_365);
		line->years_2 = stmt_int(&st, YEARS_2);
		line->older = stmt_int(&st, OLDER);
		line->total = stmt_int(&st, TOTAL);
	}
	return stmt_close(&st);
}

bool
ageing_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &ageing_line_type };
	char day[DAY_SIZE];

	session_day(session, day);
	bool ok = read_ageing(session, day, &list, err);
	for (size_t i = 0; i < list.count && ok; i++) {
		struct ageing_line *line = row_at(&list, i);
		struct buf name = { 0 };

		ok = government_name_on(session, line->government, day, &name, err);
		line->name = buf_take(&name);
	}
	if (!ok) {
		row_list_done(&list);
		return false;
	}
	*ret_list = list;
	return true;
}
