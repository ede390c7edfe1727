/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/bill.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/fiscal_year.h"
#include "domain/government_name.h"
#include "domain/invoice.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice bill_states[] = {
	{ "draft", NC_("dues", "draft") },
	{ "issued", NC_("dues", "issued") },
	{ 0 }
};

static const struct field bill_line_fields[] = {
	{ RECORD_FIELD(bill_line, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 26 },
	{ RECORD_FIELD(bill_line, number), .label = NC_("field", "Number"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9 },
	{ RECORD_FIELD(bill_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(bill_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(bill_line, words), .label = NC_("field", "For what"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 30 },
	{ RECORD_FIELD(bill_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(bill_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct bill_line, currency) },
	{ RECORD_FIELD(bill_line, open), .label = NC_("field", "Open"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct bill_line, currency) },
	{ RECORD_FIELD(bill_line, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = bill_states },
	{ RECORD_FIELD(bill_line, due), .label = NC_("field", "Due"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(bill_line, account), .label = NC_("field", "Account"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 6, .refers = "account" },
	{ 0 }
};

const struct record_type bill_line_type = {
	.key = "bills",
	.label = N_("Bill"),
	.plural = N_("Bills"),
	.size = sizeof(struct bill_line),
	.fields = bill_line_fields,
};

bool
bill_list(struct session *session, const char *year, struct row_list *ret_list, struct err *err)
{
	static const char sql[] =
	    "SELECT i.id AS invoice, i.number AS number, i.government AS government,"
	    " coalesce((SELECT words FROM invoice_line WHERE invoice = i.id ORDER BY no LIMIT 1), '') AS words,"
	    " i.currency AS currency, i.total AS amount, CASE i.number WHEN '' THEN i.total ELSE coalesce(o.open, 0) END AS open,"
	    " CASE i.number WHEN '' THEN 'draft' ELSE 'issued' END AS state, i.due AS due,"
	    " coalesce(i.account, '') AS account FROM invoice AS i LEFT JOIN open_invoice AS o ON " INVOICE_OPEN("o", "i")
	    " WHERE i.year = :year AND i.kind = 'other' ORDER BY i.number <> '', i.no DESC, i.id DESC";
	struct row_list list = { 0 };
	struct stmt st = { 0 };

	if (!fiscal_year_is_one(year, err))
		return false;
	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":year", year);
	bool ok = row_list_read(&st, &bill_line_type, &list) && government_name_rows(session, &list, err);
	return row_list_take(&list, ok, ret_list);
}
