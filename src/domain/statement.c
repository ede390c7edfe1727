/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/statement.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/entry.h"
#include "domain/government.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field statement_line_fields[] = {
	{ RECORD_FIELD(statement_line, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(statement_line, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 11 },
	{ RECORD_FIELD(statement_line, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 12, .choices = entry_kinds },
	{ RECORD_FIELD(statement_line, words), .label = NC_("field", "Words"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 24 },
	{ RECORD_FIELD(statement_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(statement_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct statement_line, currency) },
	{ RECORD_FIELD(statement_line, balance), .label = NC_("field", "Balance"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct statement_line, currency) },
	{ 0 }
};

const struct record_type statement_line_type = {
	.key = "statement",
	.label = N_("Statement"),
	.plural = N_("Statement"),
	.size = sizeof(struct statement_line),
	.fields = statement_line_fields,
};

bool
statement_list(struct session *session, const char *government, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] =
	    "SELECT p.booked AS booked, p.entry AS entry, e.kind AS kind, e.words AS words,"
	    " a.currency AS currency, p.amount AS amount,"
	    " sum(p.amount) OVER (PARTITION BY a.currency ORDER BY p.booked, p.entry, p.no) AS balance"
	    " FROM posting AS p"
	    " JOIN entry AS e ON e.number = p.entry JOIN account AS a ON a.code = p.account"
	    " WHERE a.purpose = 'receivable' AND p.government = :government AND p.booked <= :day"
	    " ORDER BY p.booked, p.entry, p.no";
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	if (!row_must_exist(session, &government_type, government, err))
		return false;
	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":government", government);
		stmt_bind_text(&st, ":day", day);
	}
	return row_list_read(&st, &statement_line_type, ret_list);
}
