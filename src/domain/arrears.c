/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/arrears.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	"WITH item AS (SELECT government, currency, year, due, open, kind FROM open_invoice WHERE open > 0)"
#define OPEN_ON_DAY \
	"WITH item AS (SELECT government, currency, year, due, kind, total" \
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

enum { MOST_YEARS = 2000 };	/* a fiscal year has four digits, and begins with 1 or 2 */

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
	if (*ret_years < 0 || *ret_years > MOST_YEARS)
		*ret_years = 0;
	record_done(&rule_type, &rule);
	return true;
}

/* Reading */

/* What one government owes of one currency for one fiscal year; dues alone suspend the vote. */
#define BY_YEAR \
	" SELECT government, currency, sum(open), coalesce(sum(open) FILTER (WHERE due < :day), 0), min(due)," \
	" coalesce(sum(open) FILTER (WHERE due < :day AND kind = 'dues'), 0)" \
	" FROM item WHERE open > 0"
#define IN_ORDER " GROUP BY government, currency, year ORDER BY government, currency, year"

/*
 * Lines are made of years in order. The oldest years are paid first, until fewer are
 * unpaid than suspend, so the last limit - 1 of those overdue do not count for
 * what restores the vote: a ring of them is held back.
 */
struct reading {
	struct row_list *list;
	int64_t limit;		/* so many unpaid years suspend; 0: none do */
	int64_t *held;		/* limit sums */
};

static struct arrears_line *
line_of(struct row_list *list, const struct stmt *st)
{
	enum { GOVERNMENT, CURRENCY };
	struct arrears_line *line = list->count > 0 ? row_at(list, list->count - 1) : NULL;

	if (line != NULL && strcmp(line->government, stmt_text(st, GOVERNMENT)) == 0 &&
	    strcmp(line->currency, stmt_text(st, CURRENCY)) == 0)
		return line;
	line = row_add(list, &arrears_line_type);
	line->government = mem_strdup(stmt_text(st, GOVERNMENT));
	line->currency = mem_strdup(stmt_text(st, CURRENCY));
	line->may_vote = 1;
	return line;
}

static void
add_unpaid_year(struct reading *reading, struct arrears_line *line, int64_t overdue)
{
	line->years++;
	if (reading->limit == 0)
		return;
	int64_t *held = &reading->held[line->years % reading->limit];
	line->may_vote = line->years < reading->limit;
	*held = overdue;
	if (!line->may_vote)
		line->restores += reading->held[(line->years + 1) % reading->limit];
}

static void
read_year(struct reading *reading, const struct stmt *st)
{
	enum { OPEN = 2, OVERDUE, DUE, OVERDUE_DUES };
	struct arrears_line *line = line_of(reading->list, st);

	line->open += stmt_int(st, OPEN);
	line->overdue += stmt_int(st, OVERDUE);
	if (line->due == NULL || strcmp(stmt_text(st, DUE), line->due) < 0)
		mem_replace(&line->due, stmt_text(st, DUE));
	if (stmt_int(st, OVERDUE_DUES) > 0)
		add_unpaid_year(reading, line, stmt_int(st, OVERDUE_DUES));
}

static bool
read_arrears(struct session *session, const char *const sql[2], const char *government,
    const char *day, struct row_list *list, struct err *err)
{
	struct reading reading = { .list = list };
	struct stmt st = { 0 };

	if (!years_that_suspend(session, day, &reading.limit, err) ||
	    !open_day(session, &st, sql, day, err))
		return false;
	if (reading.limit > 0)
		reading.held = mem_alloc((size_t)reading.limit * sizeof *reading.held);
	if (government != NULL)
		stmt_bind_text(&st, ":government", government);
	while (stmt_next(&st))
		read_year(&reading, &st);
	free(reading.held);
	return stmt_close(&st);
}

bool
arrears_suspend(struct session *session, const char *government, const char *day,
    bool *ret_suspended, int64_t *ret_restores, char ret_currency[4], struct err *err)
{
#define OF_ONE BY_YEAR " AND government = :government" IN_ORDER
	static const char *const sql[2] = { OPEN_NOW OF_ONE, OPEN_ON_DAY OF_ONE };
	struct row_list list = { .type = &arrears_line_type };
	const struct arrears_line *worst = NULL;
	bool ok = read_arrears(session, sql, government, day, &list, err);

	for (size_t i = 0; i < list.count && ok; i++) {
		const struct arrears_line *line = row_at(&list, i);

		if (line->years > (worst != NULL ? worst->years : 0))
			worst = line;
	}
	if (ok) {
		*ret_suspended = worst != NULL && worst->may_vote == 0;
		*ret_restores = worst != NULL ? worst->restores : 0;
		snprintf(ret_currency, 4, "%s", worst != NULL ? worst->currency : "");
	}
	row_list_done(&list);
	return ok;
}

/* Lists */

static int
compare_arrears(const void *a, const void *b)
{
	const struct arrears_line *left = a, *right = b;

	if (left->open != right->open)
		return left->open > right->open ? -1 : 1;
	int order = strcmp(left->government, right->government);
	return order != 0 ? order : strcmp(left->currency, right->currency);
}

bool
arrears_list_on(struct session *session, const char *day, struct row_list *ret_list,
    struct err *err)
{
	static const char *const sql[2] = { OPEN_NOW BY_YEAR IN_ORDER, OPEN_ON_DAY BY_YEAR IN_ORDER };
	struct row_list list = { .type = &arrears_line_type };
	bool ok = read_arrears(session, sql, NULL, day, &list, err);

	for (size_t i = 0; i < list.count && ok; i++) {
		struct arrears_line *line = row_at(&list, i);

		ok = government_names_on(session, line->government, day, &line->name, &line->own_name, err);
	}
	if (!ok) {
		row_list_done(&list);
		return false;
	}
	if (list.count > 0)
		qsort(list.rows, list.count, sizeof(struct arrears_line), compare_arrears);
	*ret_list = list;
	return true;
}

bool
arrears_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	char day[DAY_SIZE];

	session_day(session, day);
	return arrears_list_on(session, day, ret_list, err);
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

		ok = government_names_on(session, line->government, day, &line->name, NULL, err);
	}
	if (!ok) {
		row_list_done(&list);
		return false;
	}
	*ret_list = list;
	return true;
}
