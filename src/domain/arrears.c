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

#define MONEY_FIELD(type, member, text, short) \
	{ RECORD_FIELD(type, member), .label = text, .head = short, .kind = FIELD_MONEY, .flags = FIELD_LISTED, \
	  .width = 12, .currency = offsetof(struct type, currency) }

static const struct field arrears_line_fields[] = {
	{ RECORD_FIELD(arrears_line, government), .label = NC_("field", "Government"),
	  .head = NC_("column", "Code"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(arrears_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(arrears_line, own_name), .label = NC_("field", "Own name"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 20 },
	{ RECORD_FIELD(arrears_line, currency), .label = NC_("field", "Currency"),
	  .head = NC_("column", "Cur"), .kind = FIELD_CODE, .flags = FIELD_LISTED, .width = 3 },
	MONEY_FIELD(arrears_line, open, NC_("field", "Open"), NULL),
	MONEY_FIELD(arrears_line, overdue, NC_("field", "Overdue"), NULL),
	{ RECORD_FIELD(arrears_line, due), .label = NC_("field", "Due"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(arrears_line, years), .label = NC_("field", "Years"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 5 },
	{ RECORD_FIELD(arrears_line, may_vote), .label = NC_("field", "May vote"),
	  .head = NC_("column", "Vote"), .kind = FIELD_FLAG, .flags = FIELD_LISTED, .width = 5 },
	MONEY_FIELD(arrears_line, restores, NC_("field", "Restores the vote"), NC_("column", "Restores")),
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
	{ RECORD_FIELD(ageing_line, government), .label = NC_("field", "Government"),
	  .head = NC_("column", "Code"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(ageing_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(ageing_line, currency), .label = NC_("field", "Currency"),
	  .head = NC_("column", "Cur"), .kind = FIELD_CODE, .flags = FIELD_LISTED, .width = 3 },
	MONEY_FIELD(ageing_line, due_later, NC_("field", "Not due"), NC_("column", "Not due")),
	MONEY_FIELD(ageing_line, days_90, NC_("field", "To 90 days"), NC_("column", "90 days")),
	MONEY_FIELD(ageing_line, days_365, NC_("field", "To 1 year"), NC_("column", "1 year")),
	MONEY_FIELD(ageing_line, years_2, NC_("field", "To 2 years"), NC_("column", "2 years")),
	MONEY_FIELD(ageing_line, older, NC_("field", "Longer"), NC_("column", "Older")),
	MONEY_FIELD(ageing_line, total, NC_("field", "Total"), NULL),
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
 * What is open of every invoice, in the order of lines. Money that is booked for
 * a later day than the one asked for does not count yet. Three ways to say it:
 * what is kept; that, and back what was booked later; and, where little had been
 * invoiced by then, what was invoiced less what was booked until then.
 */
#define COLUMNS "SELECT government, currency, year, due, open, kind"
#define IN_ORDER " ORDER BY government, currency, year"
#define KEPT COLUMNS " FROM open_invoice"
#define PAID_LATER \
	" SELECT invoice, open AS part FROM open_invoice" \
	" UNION ALL SELECT invoice, amount FROM allocation WHERE booked > :day AND invoice IS NOT NULL" \
	" UNION ALL SELECT invoice, amount FROM credit_note WHERE booked > :day"
#define KEPT_AND_BACK \
	"SELECT government, currency, year, due, sum(part), kind FROM (" PAID_LATER ") AS later" \
	" JOIN invoice ON invoice.id = later.invoice WHERE issued <= :day" \
	" GROUP BY invoice.id HAVING sum(part) > 0"
#define COUNTED(which) \
	COLUMNS " FROM (SELECT government, currency, year, due, kind, total" \
	" - coalesce((SELECT sum(amount) FROM allocation WHERE invoice = i.id AND booked <= :day), 0)" \
	" - coalesce((SELECT sum(amount) FROM credit_note WHERE invoice = i.id AND booked <= :day), 0) AS open" \
	" FROM invoice AS i WHERE number <> '' AND issued <= :day AND " which ") WHERE open > 0"

static const char kept_sql[] = KEPT IN_ORDER;
static const char later_sql[] = KEPT_AND_BACK IN_ORDER;
/* An invoice is issued on a day of its fiscal year. */
static const char early_sql[] =
    COUNTED("no > 0 AND year IN (SELECT year FROM fiscal_year WHERE since <= :day)") IN_ORDER;
static const char kept_of_one_sql[] = KEPT " WHERE government = :government" IN_ORDER;
static const char counted_of_one_sql[] = COUNTED("government = :government") IN_ORDER;

/* Less than a third of all invoices: then counting them is the shorter way. Their numbers tell. */
static bool
is_early(struct session *session, const char *day, bool *ret_early, struct err *err)
{
	static const char sql[] =
	    "SELECT 3 * coalesce(sum(last) FILTER (WHERE since <= :day), 0) < sum(last) FROM (SELECT since,"
	    " (SELECT max(no) FROM invoice WHERE year = fiscal_year.year AND no > 0) AS last FROM fiscal_year)";
	int64_t early = 0;
	bool ok = stmt_ask_int(session->db, sql, ":day", day, &early, err);

	*ret_early = early != 0;
	return ok;
}

static bool
choose_sql(struct session *session, const char *government, const char *day, const char **ret_sql,
    struct err *err)
{
	bool latest = false, early = false;

	if (!trial_is_latest(session, day, &latest, err) ||
	    (!latest && government == NULL && !is_early(session, day, &early, err)))
		return false;
	if (government != NULL)
		*ret_sql = latest ? kept_of_one_sql : counted_of_one_sql;
	else
		*ret_sql = latest ? kept_sql : early ? early_sql : later_sql;
	return true;
}

/* An invoice with something open. Texts are borrowed from the statement. */
struct item {
	const char *government, *currency, *year, *due, *kind;
	int64_t open;
};

/* government NULL: of all. */
static bool
open_items(struct session *session, struct stmt *st, const char *government, const char *day,
    struct err *err)
{
	const char *sql = NULL;

	if (!choose_sql(session, government, day, &sql, err))
		return false;
	if (stmt_open(st, session->db, sql, err)) {
		if (sql != kept_sql && sql != kept_of_one_sql)
			stmt_bind_text(st, ":day", day);
		if (government != NULL)
			stmt_bind_text(st, ":government", government);
	}
	return true;
}

static bool
next_item(struct stmt *st, struct item *ret_item)
{
	enum { GOVERNMENT, CURRENCY, YEAR, DUE, OPEN, KIND };

	if (!stmt_next(st))
		return false;
	*ret_item = (struct item){ .government = stmt_text(st, GOVERNMENT), .currency = stmt_text(st, CURRENCY),
		.year = stmt_text(st, YEAR), .due = stmt_text(st, DUE), .open = stmt_int(st, OPEN),
		.kind = stmt_text(st, KIND) };
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

/*
 * Lines are made of years in order; dues alone suspend the vote. The oldest years
 * are paid first, until fewer are unpaid than suspend, so the last limit - 1 of
 * those overdue do not count for what restores the vote: a ring of them is held
 * back.
 */
struct reading {
	struct row_list *list;
	const char *day;
	struct government_naming *naming;	/* NULL: lines have no names */
	int64_t limit;		/* so many unpaid years suspend; 0: none do */
	int64_t *held;		/* limit sums */
	char year[5];		/* the one that is being added up, of the last line */
	int64_t unpaid;		/* dues of it that are overdue */
};

static void
add_unpaid_year(struct reading *reading, struct arrears_line *line)
{
	line->years++;
	if (reading->limit == 0)
		return;
	int64_t *held = &reading->held[line->years % reading->limit];
	line->may_vote = line->years < reading->limit;
	*held = reading->unpaid;
	if (!line->may_vote)
		line->restores += reading->held[(line->years + 1) % reading->limit];
}

static void
end_year(struct reading *reading)
{
	if (reading->unpaid > 0)
		add_unpaid_year(reading, row_at(reading->list, reading->list->count - 1));
	reading->unpaid = 0;
}

static struct arrears_line *
begin_line(struct reading *reading, const struct item *item)
{
	struct arrears_line *line = row_add(reading->list, &arrears_line_type);

	line->government = mem_strdup(item->government);
	line->currency = mem_strdup(item->currency);
	line->may_vote = 1;
	if (reading->naming != NULL)
		government_naming_ask(reading->naming, item->government, &line->name, &line->own_name);
	return line;
}

/* Of the line and year of the item, which may be those of the one before. */
static struct arrears_line *
line_of(struct reading *reading, const struct item *item)
{
	struct row_list *list = reading->list;
	struct arrears_line *line = list->count > 0 ? row_at(list, list->count - 1) : NULL;
	bool same = line != NULL && strcmp(line->government, item->government) == 0 &&
	    strcmp(line->currency, item->currency) == 0;

	if (same && strcmp(reading->year, item->year) == 0)
		return line;
	end_year(reading);
	snprintf(reading->year, sizeof reading->year, "%s", item->year);
	return same ? line : begin_line(reading, item);
}

static void
add_item(struct reading *reading, const struct item *item)
{
	struct arrears_line *line = line_of(reading, item);

	line->open += item->open;
	if (line->due == NULL || strcmp(item->due, line->due) < 0)
		mem_replace(&line->due, item->due);
	if (strcmp(item->due, reading->day) >= 0)
		return;
	line->overdue += item->open;
	if (strcmp(item->kind, "dues") == 0)
		reading->unpaid += item->open;
}

static bool
read_arrears(struct session *session, const char *government, struct reading *reading,
    struct err *err)
{
	struct stmt st = { 0 };
	struct item item;

	if (!years_that_suspend(session, reading->day, &reading->limit, err) ||
	    !open_items(session, &st, government, reading->day, err))
		return false;
	if (reading->limit > 0)
		reading->held = mem_alloc((size_t)reading->limit * sizeof *reading->held);
	while (next_item(&st, &item))
		add_item(reading, &item);
	end_year(reading);
	free(reading->held);
	return stmt_close(&st);
}

bool
arrears_suspend(struct session *session, const char *government, const char *day,
    bool *ret_suspended, int64_t *ret_restores, char ret_currency[4], struct err *err)
{
	struct row_list list = { .type = &arrears_line_type };
	struct reading reading = { .list = &list, .day = day };
	const struct arrears_line *worst = NULL;
	bool ok = read_arrears(session, government, &reading, err);

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
	struct row_list list = { .type = &arrears_line_type };
	struct reading reading = { .list = &list, .day = day,
		.naming = government_naming_new(session, day, err) };
	bool ok = read_arrears(session, NULL, &reading, err);

	ok = government_naming_close(reading.naming) && ok;
	if (ok)
		row_list_sort(&list, compare_arrears);
	return row_list_take(&list, ok, ret_list);
}

bool
arrears_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	char day[DAY_SIZE];

	session_day(session, day);
	return arrears_list_on(session, day, ret_list, err);
}

/* Ageing */

/* What is due before that day is overdue for longer. */
struct bounds {
	char day[DAY_SIZE], days_90[DAY_SIZE], days_365[DAY_SIZE], years_2[DAY_SIZE];
};

static bool
find_bounds(struct session *session, const char *day, struct bounds *ret_bounds, struct err *err)
{
	static const char sql[] = "SELECT date(:day, '-90 days'), date(:day, '-1 year'), date(:day, '-2 years')";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":day", day);
	if (stmt_next(&st)) {
		snprintf(ret_bounds->day, DAY_SIZE, "%s", day);
		snprintf(ret_bounds->days_90, DAY_SIZE, "%s", stmt_text(&st, 0));
		snprintf(ret_bounds->days_365, DAY_SIZE, "%s", stmt_text(&st, 1));
		snprintf(ret_bounds->years_2, DAY_SIZE, "%s", stmt_text(&st, 2));
	}
	return stmt_close(&st);
}

static int64_t *
bucket_of(struct ageing_line *line, const struct bounds *bounds, const char *due)
{
	if (strcmp(due, bounds->day) >= 0)
		return &line->due_later;
	if (strcmp(due, bounds->days_90) >= 0)
		return &line->days_90;
	if (strcmp(due, bounds->days_365) >= 0)
		return &line->days_365;
	return strcmp(due, bounds->years_2) >= 0 ? &line->years_2 : &line->older;
}

static struct ageing_line *
ageing_line_of(struct row_list *list, struct government_naming *naming, const struct item *item)
{
	struct ageing_line *line = list->count > 0 ? row_at(list, list->count - 1) : NULL;

	if (line != NULL && strcmp(line->government, item->government) == 0 &&
	    strcmp(line->currency, item->currency) == 0)
		return line;
	line = row_add(list, &ageing_line_type);
	line->government = mem_strdup(item->government);
	line->currency = mem_strdup(item->currency);
	government_naming_ask(naming, item->government, &line->name, NULL);
	return line;
}

static bool
read_ageing(struct session *session, const struct bounds *bounds, struct row_list *list,
    struct err *err)
{
	struct government_naming *naming = government_naming_new(session, bounds->day, err);
	struct stmt st = { 0 };
	struct item item;
	bool ok = open_items(session, &st, NULL, bounds->day, err);

	while (ok && next_item(&st, &item)) {
		struct ageing_line *line = ageing_line_of(list, naming, &item);

		*bucket_of(line, bounds, item.due) += item.open;
		line->total += item.open;
	}
	ok = stmt_close(&st) && ok;
	return government_naming_close(naming) && ok;
}

static int
compare_ageing(const void *a, const void *b)
{
	const struct ageing_line *left = a, *right = b;

	if (left->total != right->total)
		return left->total > right->total ? -1 : 1;
	int order = strcmp(left->government, right->government);
	return order != 0 ? order : strcmp(left->currency, right->currency);
}

bool
ageing_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &ageing_line_type };
	struct bounds bounds;
	char day[DAY_SIZE];

	session_day(session, day);
	bool ok = find_bounds(session, day, &bounds, err) && read_ageing(session, &bounds, &list, err);
	if (ok)
		row_list_sort(&list, compare_ageing);
	return row_list_take(&list, ok, ret_list);
}
