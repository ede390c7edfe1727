/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/dues.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/dues_rule.h"
#include "domain/government_name.h"
#include "domain/invoice.h"
#include "domain/invoice_issue.h"
#include "domain/invoice_line.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice dues_states[] = {
	{ "new", NC_("dues", "to assess") },
	{ "draft", NC_("dues", "draft") },
	{ "issued", NC_("dues", "issued") },
	{ 0 }
};

static const struct field dues_line_fields[] = {
	{ RECORD_FIELD(dues_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(dues_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(dues_line, own_name), .label = NC_("field", "Own name"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 20 },
	{ RECORD_FIELD(dues_line, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .width = 4 },
	{ RECORD_FIELD(dues_line, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = dues_states },
	{ RECORD_FIELD(dues_line, number), .label = NC_("field", "Number"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9 },
	{ RECORD_FIELD(dues_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(dues_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct dues_line, currency) },
	{ RECORD_FIELD(dues_line, open), .label = NC_("field", "Open"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct dues_line, currency) },
	{ RECORD_FIELD(dues_line, due), .label = NC_("field", "Due"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(dues_line, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE,
	  .width = 26 },
	{ 0 }
};

const struct record_type dues_line_type = {
	.key = "dues",
	.label = N_("Dues"),
	.plural = N_("Dues"),
	.size = sizeof(struct dues_line),
	.fields = dues_line_fields,
};

/* Listing */

#define PAYS(period) "instr(' ' || :statuses || ' ', ' ' || " period ".status || ' ') > 0"

/*
 * Those who have one of the paying statuses on the first day of the year, and
 * those who have an invoice of it although they have it no more; with the day
 * from which they have paid without a break: a suspension is none.
 */
static const char list_sql[] =
    "SELECT g.code, (SELECT max(m.since) FROM government_status AS m WHERE m.government = g.code"
    "  AND m.voided IS NULL AND m.since <= :first AND " PAYS("m") " AND NOT EXISTS (SELECT 1"
    "  FROM government_status AS p WHERE p.government = m.government AND p.voided IS NULL"
    "  AND p.until = m.since AND " PAYS("p") ")), i.id, i.number, i.total, coalesce(o.open, 0), i.due, i.currency FROM government AS g"
    " LEFT JOIN government_status AS s ON s.government = g.code AND s.voided IS NULL"
    "  AND " PAYS("s")
    "  AND s.since <= :first AND (s.until IS NULL OR s.until > :first)"
    " LEFT JOIN invoice AS i ON i.government = g.code AND i.year = :year AND i.kind = 'dues'"
    "  AND i.rule = :rule"
    " LEFT JOIN open_invoice AS o ON " INVOICE_OPEN("o", "i")
    " WHERE s.id IS NOT NULL OR i.id IS NOT NULL ORDER BY g.rank, g.code";

enum { CODE, SINCE, ID, NUMBER, TOTAL, OPEN, DUE, CURRENCY };

/* When dues that are not issued yet would be due, were they issued today, or on the first day that can be. */
static void
expect_due(struct session *session, const struct dues_rule *rule, char ret_due[DAY_SIZE])
{
	struct err ignored = { 0 };
	char day[DAY_SIZE], end[DAY_SIZE];

	if (!invoice_issue_day(session, rule->year, NULL, day, &ignored)) {
		session_today(session, day);
		day_add_months(rule->since, 12, end);
		if (strcmp(day, rule->since) < 0 || strcmp(day, end) >= 0)
			memcpy(day, rule->since, DAY_SIZE);
	}
	dues_rule_due_day(rule, day, ret_due);
}

static void
read_line(const struct stmt *st, const struct dues_rule *rule, const char *expected,
    struct dues_line *line)
{
	bool there = !stmt_is_null(st, ID);
	bool issued = there && stmt_text(st, NUMBER)[0] != '\0';

	line->government = mem_strdup(stmt_text(st, CODE));
	line->year = mem_strdup(rule->year);
	line->state = mem_strdup(issued ? "issued" : there ? "draft" : "new");
	line->number = mem_strdup(there ? stmt_text(st, NUMBER) : "");
	line->currency = mem_strdup(there ? stmt_text(st, CURRENCY) : rule->currency);
	line->amount = there ? stmt_int(st, TOTAL) : rule->amount;
	line->open = issued ? stmt_int(st, OPEN) : line->amount;
	line->due = mem_strdup(there && (issued || strcmp(expected, stmt_text(st, DUE)) < 0) ?
	    stmt_text(st, DUE) : expected);
	line->invoice = mem_strdup(there ? stmt_text(st, ID) : "");
}

static bool
list_by_rule(struct session *session, const struct dues_rule *rule, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { .type = &dues_line_type };
	char expected[DAY_SIZE];
	struct stmt st = { 0 };

	expect_due(session, rule, expected);
	if (stmt_open(&st, session->db, list_sql, err)) {
		stmt_bind_text(&st, ":statuses", rule->statuses);
		stmt_bind_text(&st, ":first", rule->since);
		stmt_bind_text(&st, ":year", rule->year);
		stmt_bind_text(&st, ":rule", rule->rule);
		while (stmt_next(&st))
			if (!stmt_is_null(&st, ID) || dues_rule_is_due(rule, stmt_text(&st, SINCE)))
				read_line(&st, rule, expected, row_add(&list, &dues_line_type));
	}
	return row_list_take(&list, stmt_close(&st) && government_name_rows(session, &list, err), ret_list);
}

bool
dues_list(struct session *session, const char *year, struct row_list *ret_list, struct err *err)
{
	struct dues_rule rule = { 0 };

	if (!dues_rule_get(session, year, &rule, err))
		return false;
	bool ok = list_by_rule(session, &rule, ret_list, err);
	dues_rule_done(&rule);
	return ok;
}

/* Assessing */

static bool
insert_draft(struct session *session, const struct dues_rule *rule, const struct dues_line *line,
    struct err *err)
{
	struct buf words = { 0 };
	struct invoice invoice = {
		.number = mem_strdup(""), .year = mem_strdup(rule->year), .kind = mem_strdup("dues"),
		.government = mem_strdup(line->government), .rule = mem_strdup(rule->rule),
		.currency = mem_strdup(rule->currency), .total = rule->amount, .due = mem_strdup(rule->due),
	};
	bool ok = row_insert_in_set(session, &invoice_type, &invoice, err);

	buf_addf(&words, "dues %s", rule->year);
	struct invoice_line part = { .invoice = mem_strdup(ok ? invoice.id : ""), .no = 1,
		.words = buf_take(&words), .amount = rule->amount };
	ok = ok && row_insert_in_set(session, &invoice_line_type, &part, err);
	record_done(&invoice_line_type, &part);
	record_done(&invoice_type, &invoice);
	return ok;
}

static bool
assess_in_set(struct session *session, const struct dues_rule *rule, int64_t *ret_made,
    struct err *err)
{
	struct row_list lines = { 0 };
	bool ok = fiscal_year_open_in_set(session, rule->year, err) &&
	    list_by_rule(session, rule, &lines, err);
	int64_t made = 0;

	for (size_t i = 0; i < lines.count && ok; i++) {
		const struct dues_line *line = row_at(&lines, i);

		if (strcmp(line->state, "new") != 0)
			continue;
		ok = insert_draft(session, rule, line, err);
		made++;
	}
	row_list_done(&lines);
	*ret_made = made;
	return ok;
}

bool
dues_assess(struct session *session, const char *year, int64_t *ret_made, int64_t *ret_set,
    struct err *err)
{
	struct dues_rule rule = { 0 };

	if (!dues_rule_get(session, year, &rule, err))
		return false;
	bool ok = session_begin(session, "dues run", year, err) &&
	    session_finish(session, assess_in_set(session, &rule, ret_made, err), ret_set, err);
	dues_rule_done(&rule);
	return ok;
}

/* Issuing */

/* The drafts of the year in order of protocol. */
static bool
list_drafts(struct session *session, const char *year, char ***ret_ids, size_t *ret_count,
    struct err *err)
{
	static const char sql[] =
	    "SELECT i.id FROM invoice AS i JOIN government AS g ON g.code = i.government"
	    " WHERE i.year = :year AND i.kind = 'dues' AND i.number = '' ORDER BY g.rank, g.code";
	char **ids = NULL;
	size_t count = 0, room = 0;
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		while (stmt_next(&st)) {
			ids = mem_room(ids, count, &room, sizeof *ids);
			ids[count++] = mem_strdup(stmt_text(&st, 0));
		}
	}
	*ret_ids = ids;
	*ret_count = count;
	return stmt_close(&st);
}

static bool
issue_in_set(struct session *session, const char *year, const char *day, int64_t *ret_issued,
    struct err *err)
{
	char **ids = NULL, issued[DAY_SIZE];
	size_t count = 0;
	bool ok = invoice_issue_day(session, year, day, issued, err) &&
	    list_drafts(session, year, &ids, &count, err);

	for (size_t i = 0; i < count; i++) {
		ok = ok && invoice_issue_in_set(session, ids[i], issued, err);
		free(ids[i]);
	}
	free(ids);
	*ret_issued = (int64_t)count;
	return ok;
}

bool
dues_issue(struct session *session, const char *year, const char *day, int64_t *ret_issued,
    int64_t *ret_set, struct err *err)
{
	return fiscal_year_is_one(year, err) && session_begin(session, "issue invoices", year, err) &&
	    session_finish(session, issue_in_set(session, year, day, ret_issued, err), ret_set, err);
}
