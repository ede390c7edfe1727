/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/receipt_list.h"

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/fiscal_year.h"
#include "domain/government_name.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice states[] = {
	{ "used", NC_("receipt", "used") },
	{ "credit", NC_("receipt", "credit") },
	{ "suspense", NC_("receipt", "suspense") },
	{ "reversed", NC_("receipt", "reversed") },
	{ 0 }
};

static const struct field receipt_line_fields[] = {
	{ RECORD_FIELD(receipt_line, number), .label = NC_("field", "Number"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 11 },
	{ RECORD_FIELD(receipt_line, value), .label = NC_("field", "Came in"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(receipt_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(receipt_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(receipt_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(receipt_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct receipt_line, currency) },
	{ RECORD_FIELD(receipt_line, left), .label = NC_("field", "Left"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct receipt_line, currency) },
	{ RECORD_FIELD(receipt_line, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = states },
	{ RECORD_FIELD(receipt_line, payer), .label = NC_("field", "Payer"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 24 },
	{ RECORD_FIELD(receipt_line, reference), .label = NC_("field", "Reference"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 16 },
	{ RECORD_FIELD(receipt_line, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY,
	  .width = 10 },
	{ RECORD_FIELD(receipt_line, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE,
	  .width = 11 },
	{ 0 }
};

const struct record_type receipt_line_type = {
	.key = "receipt-lines",
	.label = N_("Receipt"),
	.plural = N_("Receipts"),
	.size = sizeof(struct receipt_line),
	.fields = receipt_line_fields,
};

static const struct field receipt_use_fields[] = {
	{ RECORD_FIELD(receipt_use, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 9 },
	{ RECORD_FIELD(receipt_use, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(receipt_use, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct receipt_use, currency) },
	{ 0 }
};

const struct record_type receipt_use_type = {
	.key = "receipt-uses",
	.label = N_("Allocation"),
	.plural = N_("Allocations"),
	.size = sizeof(struct receipt_use),
	.fields = receipt_use_fields,
};

static void
name_unknown(struct receipt_line *line)
{
	if (line->government[0] == '\0')
		mem_replace(&line->name, line->payer);
}

bool
receipt_lines(struct session *session, const char *year, struct row_list *ret_list, struct err *err)
{
	static const char sql[] =
	    "SELECT number, value, government, currency, amount, iif(reversed, 0, amount - used) AS left, payer,"
	    " reference, booked, entry, CASE WHEN reversed THEN 'reversed' WHEN government = '' THEN 'suspense'"
	    "  WHEN amount > used THEN 'credit' ELSE 'used' END AS state"
	    " FROM (SELECT r.number AS number, r.no AS no, r.value AS value, r.booked AS booked,"
	    "  coalesce(r.government, p.government, '') AS government, a.currency AS currency, r.amount AS amount,"
	    "  coalesce((SELECT sum(used) FROM allocation WHERE receipt = r.number), 0) AS used,"
	    "  EXISTS (SELECT 1 FROM entry WHERE reverses = r.entry) AS reversed,"
	    "  r.payer AS payer, r.reference AS reference, r.entry AS entry"
	    "  FROM receipt AS r JOIN account AS a ON a.code = r.account"
	    "  LEFT JOIN payer AS p ON p.receipt = r.number WHERE r.year = :year)"
	    " ORDER BY booked DESC, no DESC, number";
	struct row_list list = { 0 };
	struct stmt st = { 0 };

	if (!fiscal_year_is_one(year, err))
		return false;
	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":year", year);
	bool ok = row_list_read(&st, &receipt_line_type, &list) && government_name_rows(session, &list, err);
	for (size_t i = 0; i < list.count; i++)
		name_unknown(row_at(&list, i));
	return row_list_take(&list, ok, ret_list);
}

bool
receipt_uses(struct session *session, const char *receipt, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(i.number, '') AS invoice, coalesce(i.currency, a.currency) AS currency,"
	    " sum(iif(i.id IS NULL, l.used, l.amount)) AS amount"
	    " FROM allocation AS l JOIN receipt AS r ON r.number = l.receipt JOIN account AS a ON a.code = r.account"
	    " LEFT JOIN invoice AS i ON i.id = l.invoice WHERE l.receipt = :receipt"
	    " GROUP BY l.invoice HAVING sum(l.used) <> 0 ORDER BY i.id IS NULL, i.number";
	struct row_list list = { 0 };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":receipt", receipt);
	return row_list_take(&list, row_list_read(&st, &receipt_use_type, &list), ret_list);
}
