/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/trial.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/account.h"
#include "domain/chart.h"
#include "domain/member.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field trial_line_fields[] = {
	{ RECORD_FIELD(trial_line, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(trial_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(trial_line, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = account_kinds },
	{ RECORD_FIELD(trial_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(trial_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 16, .currency = offsetof(struct trial_line, currency) },
	{ RECORD_FIELD(trial_line, base_currency), .label = NC_("field", "Base currency"),
	  .kind = FIELD_CODE, .width = 3 },
	{ RECORD_FIELD(trial_line, base), .label = NC_("field", "Base"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 16, .currency = offsetof(struct trial_line, base_currency) },
	{ 0 }
};

const struct record_type trial_line_type = {
	.key = "trial",
	.label = N_("Account"),
	.plural = N_("Trial balance"),
	.size = sizeof(struct trial_line),
	.fields = trial_line_fields,
};

/* The kept balances are those of the day unless something is booked after it. */
#define COLUMNS \
	" account.code, account.kind, account.currency, name_en, name_zh, name_ja, name_ko, name_ru, name_mn"

static const char now_sql[] =
    "SELECT sum(balance.amount), sum(balance.base)," COLUMNS
    " FROM balance JOIN account ON account.code = balance.account"
    " GROUP BY account.code HAVING sum(balance.amount) <> 0 OR sum(balance.base) <> 0"
    " ORDER BY account.code";

static const char past_sql[] =
    "SELECT sum(posting.amount), sum(posting.base)," COLUMNS
    " FROM posting JOIN account ON account.code = posting.account"
    " WHERE posting.booked <= :day"
    " GROUP BY account.code HAVING sum(posting.amount) <> 0 OR sum(posting.base) <> 0"
    " ORDER BY account.code";

bool
trial_is_latest(struct session *session, const char *day, bool *ret_latest, struct err *err)
{
	/* CROSS: the years first, else every entry is looked at. */
	static const char sql[] = "SELECT NOT EXISTS (SELECT 1 FROM fiscal_year AS y CROSS JOIN entry AS e"
	    " ON e.year = y.year AND e.booked > :day WHERE y.until > :day)";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		*ret_latest = stmt_next(&st) && stmt_int(&st, 0) != 0;
	}
	return stmt_close(&st);
}

static void
read_line(const struct stmt *st, const char *base, struct trial_line *line)
{
	enum { AMOUNT, BASE, CODE, KIND, CURRENCY, NAMES };
	struct six_names names;

	for (int i = 0; i < 6; i++)
		names.in[i] = stmt_text(st, NAMES + i);
	line->amount = stmt_int(st, AMOUNT);
	line->base = stmt_int(st, BASE);
	line->account = mem_strdup(stmt_text(st, CODE));
	line->kind = mem_strdup(stmt_text(st, KIND));
	line->currency = mem_strdup(stmt_text(st, CURRENCY));
	line->base_currency = mem_strdup(base);
	line->name = mem_strdup(member_pick_name(&names, messages_language()->column, "en"));
}

static bool
read_trial(struct session *session, struct row_list *ret_list, struct err *err)
{
	char day[DAY_SIZE], base[CHART_CURRENCY];
	struct row_list list = { .type = &trial_line_type };
	struct stmt st = { 0 };
	bool latest = false;

	session_day(session, day);
	if (!chart_base(session, base, err) || !trial_is_latest(session, day, &latest, err))
		return false;
	if (stmt_open(&st, session->db, latest ? now_sql : past_sql, err)) {
		if (!latest)
			stmt_bind_text(&st, ":day", day);
		while (stmt_next(&st))
			read_line(&st, base, row_add(&list, &trial_line_type));
	}
	return row_list_take(&list, stmt_close(&st), ret_list);
}

/* Of one moment: whether the day is the latest is asked first. */
bool
trial_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	if (!session_snapshot_begin(session, err))
		return false;
	bool ok = read_trial(session, ret_list, err);
	session_snapshot_end(session);
	return ok;
}
