/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/budget.h"

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "domain/account.h"
#include "domain/budget_line.h"
#include "domain/chart.h"
#include "domain/decision.h"
#include "domain/fiscal_year.h"
#include "domain/member.h"
#include "domain/session.h"

static const struct field budget_fields[] = {
	{ RECORD_FIELD(budget, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(budget, version), .label = NC_("field", "Version"), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(budget, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED,
	  .width = 8, .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(budget, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type budget_type = {
	.key = "budget",
	.label = N_("Budget"),
	.plural = N_("Budgets"),
	.size = sizeof(struct budget),
	.fields = budget_fields,
};

static const struct field budget_item_fields[] = {
	{ RECORD_FIELD(budget_item, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .width = 4 },
	{ RECORD_FIELD(budget_item, version), .label = NC_("field", "Version"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(budget_item, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 6, .refers = "account" },
	{ RECORD_FIELD(budget_item, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(budget_item, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(budget_item, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 14, .currency = offsetof(struct budget_item, currency) },
	{ RECORD_FIELD(budget_item, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 8 },
	{ 0 }
};

const struct record_type budget_item_type = {
	.key = "budget-items",
	.label = N_("Budget line"),
	.plural = N_("Budget lines"),
	.size = sizeof(struct budget_item),
	.fields = budget_item_fields,
};

/* The newest version; version 0 where the year has none. */
static bool
newest(struct session *session, const char *year, struct budget *ret_budget, struct err *err)
{
	struct row_list rows = { 0 };
	bool ok = fiscal_year_is_one(year, err) &&
	    row_list(session, &budget_type, "year", year, "version", &rows, err);

	if (ok && rows.count > 0)
		record_copy(&budget_type, ret_budget, row_at(&rows, rows.count - 1));
	row_list_done(&rows);
	return ok;
}

static bool
lines_of(struct session *session, const struct budget *budget, struct row_list *ret_lines,
    struct err *err)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s/%lld", budget->year, (long long)budget->version);
	bool ok = row_list_under(session, &budget_line_type, buf_text(&key), ret_lines, err);
	buf_done(&key);
	return ok;
}

/* Listing */

static bool
add_item(struct session *session, const struct budget *budget, const struct budget_line *line,
    const char *base, struct row_list *list, struct err *err)
{
	struct account account = { 0 };

	if (!row_get(session, &account_type, line->account, &account, err))
		return false;
	struct six_names names = { { SIX_NAMES(&account, name) } };
	struct budget_item *item = row_add(list, &budget_item_type);
	*item = (struct budget_item){ .year = mem_strdup(line->year), .version = line->version,
		.account = mem_strdup(line->account),
		.name = mem_strdup(member_pick_name(&names, messages_language()->column, "en")),
		.currency = mem_strdup(base), .amount = line->amount,
		.decision = mem_strdup(budget->decision) };
	record_done(&account_type, &account);
	return true;
}

bool
budget_list(struct session *session, const char *year, struct row_list *ret_list, struct err *err)
{
	struct row_list lines = { 0 }, list = { .type = &budget_item_type };
	struct budget budget = { 0 };
	char base[CHART_CURRENCY];
	bool ok = chart_base(session, base, err) && newest(session, year, &budget, err);

	if (ok && budget.version > 0)
		ok = lines_of(session, &budget, &lines, err);
	for (size_t i = 0; i < lines.count && ok; i++)
		ok = add_item(session, &budget, row_at(&lines, i), base, &list, err);
	row_list_done(&lines);
	record_done(&budget_type, &budget);
	return row_list_take(&list, ok, ret_list);
}

/* Writing */

static bool
write_sum(struct session *session, const struct budget *budget, const struct budget_sum *sum,
    const char *base, struct err *err)
{
	struct budget_line line = { .year = mem_strdup(budget->year), .version = budget->version,
		.account = mem_strdup(sum->account) };
	struct buf key = { 0 };
	bool there = false;
	bool ok = row_must_exist(session, &account_type, sum->account, err);

	buf_addf(&key, "%s/%lld/%s", line.year, (long long)line.version, line.account);
	if (ok) {
		struct budget_line old = { 0 };

		ok = row_find(session, &budget_line_type, buf_text(&key), &old, &there, err);
		mem_replace(&line.note, old.note);
		record_done(&budget_line_type, &old);
	}
	ok = ok && money_parse(sum->amount, base, &line.amount, err);
	if (ok && line.amount == 0)
		ok = !there || row_delete_in_set(session, &budget_line_type, buf_text(&key), err);
	else
		ok = ok && row_save_in_set(session, &budget_line_type, &line, err);
	buf_done(&key);
	record_done(&budget_line_type, &line);
	return ok;
}

/* A version that is not approved, to write into: the newest, or a new one, a copy of it. */
static bool
begin_version(struct session *session, struct budget *budget, const char *year, struct err *err)
{
	struct row_list lines = { 0 };

	if (budget->version > 0 && budget->decision[0] == '\0')
		return true;
	bool ok = budget->version == 0 || lines_of(session, budget, &lines, err);
	mem_replace(&budget->year, year);
	mem_replace(&budget->decision, "");
	budget->version++;
	ok = ok && row_insert_in_set(session, &budget_type, budget, err);
	for (size_t i = 0; i < lines.count && ok; i++) {
		struct budget_line *line = row_at(&lines, i);

		line->version = budget->version;
		ok = row_insert_in_set(session, &budget_line_type, line, err);
	}
	row_list_done(&lines);
	return ok;
}

static bool
write_in_set(struct session *session, const struct budget_order *order, int64_t *ret_version,
    struct err *err)
{
	struct budget budget = { 0 };
	char base[CHART_CURRENCY];
	bool ok = chart_base(session, base, err) && newest(session, order->year, &budget, err) &&
	    begin_version(session, &budget, order->year, err);

	for (size_t i = 0; i < order->count && ok; i++)
		ok = write_sum(session, &budget, &order->sum[i], base, err);
	if (ok && order->decision != NULL) {
		ok = decision_may_be_named(session, order->decision, err) || err_at(err, "decision");
		mem_replace(&budget.decision, order->decision);
	}
	if (ok && order->note != NULL)
		mem_replace(&budget.note, order->note);
	ok = ok && row_update_in_set(session, &budget_type, &budget, err);
	*ret_version = budget.version;
	record_done(&budget_type, &budget);
	return ok;
}

bool
budget_write(struct session *session, const struct budget_order *order, int64_t *ret_version,
    int64_t *ret_set, struct err *err)
{
	return session_begin(session, "edit budget", order->year, err) &&
	    session_finish(session, write_in_set(session, order, ret_version, err), ret_set, err);
}
