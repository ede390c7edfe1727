/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/account_report.h"

#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/chart.h"
#include "domain/fiscal_year.h"
#include "domain/member.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice sections[] = {
	{ "income", NC_("account", "income") },
	{ "expense", NC_("account", "expense") },
	{ "result", NC_("account", "result") },
	{ "asset", NC_("account", "asset") },
	{ "liability", NC_("account", "liability") },
	{ "equity", NC_("account", "equity") },
	{ 0 }
};

#define SUM(member, text) \
	{ RECORD_FIELD(account_report_line, member), .label = text, .kind = FIELD_MONEY, \
	  .flags = FIELD_LISTED, .width = 14, .currency = offsetof(struct account_report_line, currency) }

static const struct field account_report_line_fields[] = {
	{ RECORD_FIELD(account_report_line, section), .label = NC_("field", "Section"),
	  .kind = FIELD_CODE, .flags = FIELD_LISTED, .width = 9, .choices = sections },
	{ RECORD_FIELD(account_report_line, account), .label = NC_("field", "Account"),
	  .kind = FIELD_CODE, .flags = FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(account_report_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(account_report_line, currency), .label = NC_("field", "Currency"),
	  .kind = FIELD_CODE, .width = 3 },
	SUM(budget, NC_("field", "Budget")),
	SUM(actual, NC_("field", "Actual")),
	SUM(difference, NC_("field", "Difference")),
	{ 0 }
};

const struct record_type account_report_line_type = {
	.key = "report",
	.label = N_("Accounting report"),
	.plural = N_("Accounting report"),
	.size = sizeof(struct account_report_line),
	.fields = account_report_line_fields,
};

/* What is good for the books is credit: income, liabilities and equity change their sign. */
#define LINES \
	"SELECT a.kind, a.code, CASE WHEN a.kind IN ('asset', 'expense') THEN 1 ELSE -1 END * coalesce(p.base, 0)," \
	" coalesce(b.amount, 0), a.name_en, a.name_zh, a.name_ja, a.name_ko, a.name_ru, a.name_mn" \
	" FROM account AS a LEFT JOIN budget_line AS b ON b.account = a.code AND b.year = :year" \
	"  AND b.version = (SELECT version FROM budget WHERE year = :year" \
	"   ORDER BY decision <> '' DESC, version DESC LIMIT 1)"

static const char flow_sql[] = LINES
    " LEFT JOIN (SELECT posting.account, sum(posting.base) AS base FROM entry JOIN posting ON posting.entry = entry.number"
    "  WHERE entry.year = :year AND entry.kind <> 'closing' GROUP BY posting.account) AS p ON p.account = a.code"
    " WHERE a.kind IN ('income', 'expense') AND (p.base IS NOT NULL OR b.amount IS NOT NULL)"
    " ORDER BY a.kind = 'expense', a.code";

static const char stand_sql[] = LINES
    " LEFT JOIN (SELECT account, sum(base) AS base FROM posting"
    "  WHERE booked < (SELECT until FROM fiscal_year WHERE year = :year) GROUP BY account) AS p"
    "  ON p.account = a.code"
    " WHERE a.kind IN ('asset', 'liability', 'equity') AND coalesce(p.base, 0) <> 0"
    " ORDER BY a.kind = 'equity', a.kind = 'liability', a.code";

static void
add_line(struct row_list *list, const char *section, const char *account, const char *name,
    const char *base, int64_t budget, int64_t actual)
{
	struct account_report_line *line = row_add(list, &account_report_line_type);

	*line = (struct account_report_line){ .section = mem_strdup(section),
		.account = mem_strdup(account), .name = mem_strdup(name), .currency = mem_strdup(base),
		.budget = budget, .actual = actual, .difference = actual - budget };
}

/* The sum of a section stands below its last line. */
static void
add_sum(struct row_list *list, const char *section, const char *base)
{
	int64_t budget = 0, actual = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct account_report_line *line = row_at(list, i);

		if (strcmp(line->section, section) == 0) {
			budget += line->budget;
			actual += line->actual;
		}
	}
	add_line(list, section, "", _("Sum"), base, budget, actual);
}

static bool
read_lines(struct session *session, const char *sql, const char *year, const char *base,
    struct row_list *list, struct err *err)
{
	enum { KIND, CODE, ACTUAL, BUDGET, NAMES };
	struct stmt st = { 0 };
	char *section = NULL;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		while (stmt_next(&st)) {
			struct six_names names;

			for (int i = 0; i < 6; i++)
				names.in[i] = stmt_text(&st, NAMES + i);
			if (section != NULL && strcmp(section, stmt_text(&st, KIND)) != 0)
				add_sum(list, section, base);
			mem_replace(&section, stmt_text(&st, KIND));
			add_line(list, section, stmt_text(&st, CODE),
			    member_pick_name(&names, messages_language()->column, "en"), base,
			    stmt_int(&st, BUDGET), stmt_int(&st, ACTUAL));
		}
	}
	if (section != NULL)
		add_sum(list, section, base);
	mem_replace(&section, NULL);
	return stmt_close(&st);
}

/* Income less expenditure. */
static void
add_result(struct row_list *list, const char *base)
{
	int64_t budget = 0, actual = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct account_report_line *line = row_at(list, i);
		int sign = strcmp(line->section, "income") == 0 ? 1 : -1;

		if (line->account[0] != '\0') {
			budget += sign * line->budget;
			actual += sign * line->actual;
		}
	}
	add_line(list, "result", "", _("Income less expenditure"), base, budget, actual);
}

static bool
read_report(struct session *session, const char *year, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &account_report_line_type };
	char base[CHART_CURRENCY];

	if (!chart_base(session, base, err) || !row_must_exist(session, &fiscal_year_type, year, err))
		return false;
	bool ok = read_lines(session, flow_sql, year, base, &list, err);
	if (ok)
		add_result(&list, base);
	ok = ok && read_lines(session, stand_sql, year, base, &list, err);
	return row_list_take(&list, ok, ret_list);
}

/* Of one moment, or what came in would not be what stands on the accounts. */
bool
account_report_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err)
{
	if (!session_snapshot_begin(session, err))
		return false;
	bool ok = read_report(session, year, ret_list, err);
	session_snapshot_end(session);
	return ok;
}
