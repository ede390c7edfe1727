/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "store/owed.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "domain/arrears.h"
#include "domain/session.h"
#include "store/expect.h"
#include "store/stmt.h"

#define ITEMS \
	"WITH item AS (SELECT government, currency, year, due, kind, total" \
	" - coalesce((SELECT sum(amount) FROM allocation WHERE invoice = i.id AND booked <= :day), 0)" \
	" - coalesce((SELECT sum(amount) FROM credit_note WHERE invoice = i.id AND booked <= :day), 0) AS open" \
	" FROM invoice AS i WHERE number <> '' AND issued <= :day)"

/* The latest years with dues that are overdue, one fewer than suspend the vote, may stay unpaid. */
static const char arrears_sql[] =
    ITEMS ", of_year AS (SELECT government, currency, year, sum(open) AS open, min(due) AS due,"
    " coalesce(sum(open) FILTER (WHERE due < :day), 0) AS overdue,"
    " coalesce(sum(open) FILTER (WHERE due < :day AND kind = 'dues'), 0) AS unpaid FROM item WHERE open > 0"
    " GROUP BY government, currency, year), ranked AS (SELECT *,"
    " count(*) FILTER (WHERE unpaid > 0) OVER (PARTITION BY government, currency) AS years,"
    " count(*) FILTER (WHERE unpaid > 0) OVER (PARTITION BY government, currency ORDER BY year DESC) AS latest,"
    " coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = 'vote.arrears-years' AND since <= :day"
    " AND (until IS NULL OR until > :day)), 0) AS suspend FROM of_year)"
    " SELECT government, currency, sum(open), sum(overdue), min(due), years,"
    " suspend = 0 OR years < suspend, CASE WHEN suspend > 0 AND years >= suspend"
    " THEN sum(unpaid) FILTER (WHERE latest >= suspend) ELSE 0 END"
    " FROM ranked GROUP BY government, currency ORDER BY sum(open) DESC, government, currency";

static const char ageing_sql[] =
    ITEMS " SELECT government, currency, coalesce(sum(open) FILTER (WHERE due >= :day), 0),"
    " coalesce(sum(open) FILTER (WHERE due < :day AND due >= date(:day, '-90 days')), 0),"
    " coalesce(sum(open) FILTER (WHERE due < date(:day, '-90 days') AND due >= date(:day, '-1 year')), 0),"
    " coalesce(sum(open) FILTER (WHERE due < date(:day, '-1 year') AND due >= date(:day, '-2 years')), 0),"
    " coalesce(sum(open) FILTER (WHERE due < date(:day, '-2 years')), 0), sum(open)"
    " FROM item WHERE open > 0 GROUP BY government, currency ORDER BY sum(open) DESC, government, currency";

static char *
ask(struct session *session, const char *sql, const char *day)
{
	struct buf text = { 0 };
	struct err err = { 0 };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, &err))
		stmt_bind_text(&st, ":day", day);
	while (stmt_next(&st)) {
		for (int i = 0; i < stmt_columns(&st); i++)
			buf_addf(&text, "%s ", stmt_text(&st, i));
		buf_add(&text, "\n");
	}
	must(stmt_close(&st), &err);
	return buf_take(&text);
}

/* Asked alone, its vote is as in the list; the worst of its currencies counts there. */
static void
assert_vote_agrees(struct session *session, const char *day, const struct arrears_line *line)
{
	struct err err = { 0 };
	int64_t restores = 0;
	bool suspended = false;
	char currency[4];

	must(arrears_suspend(session, line->government, day, &suspended, &restores, currency, &err), &err);
	assert_true(suspended || line->may_vote != 0);
	if (strcmp(currency, line->currency) == 0)
		assert_int_equal(restores, line->restores);
}

static char *
arrears_on(struct session *session, const char *day)
{
	struct row_list list = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(arrears_list_on(session, day, &list, &err), &err);
	for (size_t i = 0; i < list.count; i++) {
		const struct arrears_line *line = row_at(&list, i);

		assert_vote_agrees(session, day, line);
		buf_addf(&text, "%s %s %lld %lld %s %lld %lld %lld \n", line->government, line->currency,
		    (long long)line->open, (long long)line->overdue, line->due, (long long)line->years,
		    (long long)line->may_vote, (long long)line->restores);
	}
	row_list_done(&list);
	return buf_take(&text);
}

static char *
ageing_on(struct session *session, const char *day)
{
	struct row_list list = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(session_set_as_of(session, day, &err) && ageing_list(session, &list, &err) &&
	    session_set_as_of(session, "", &err), &err);
	for (size_t i = 0; i < list.count; i++) {
		const struct ageing_line *line = row_at(&list, i);

		buf_addf(&text, "%s %s %lld %lld %lld %lld %lld %lld \n", line->government, line->currency,
		    (long long)line->due_later, (long long)line->days_90, (long long)line->days_365,
		    (long long)line->years_2, (long long)line->older, (long long)line->total);
	}
	row_list_done(&list);
	return buf_take(&text);
}

static void
assert_same(char *said, char *counted)
{
	assert_string_equal(said, counted);
	free(said);
	free(counted);
}

void
assert_owed_on_days(struct session *session, const char *first, int days)
{
	char day[DAY_SIZE];

	for (int i = 0; i < days; i++) {
		day_add_days(first, i, day);
		assert_same(arrears_on(session, day), ask(session, arrears_sql, day));
		assert_same(ageing_on(session, day), ask(session, ageing_sql, day));
	}
}
