/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/invoice.h"

#include "base/messages.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice kinds[] = {
	{ "dues", NC_("invoice", "dues") },
	{ "other", NC_("invoice", "other") },
	{ 0 }
};

static const struct field invoice_fields[] = {
	{ RECORD_FIELD(invoice, id), .label = NC_("field", "Id"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_MADE,
	  .width = 26 },
	{ RECORD_FIELD(invoice, number), .label = NC_("field", "Number"), .kind = FIELD_CODE, .flags = FIELD_LISTED,
	  .width = 12 },
	{ RECORD_FIELD(invoice, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(invoice, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER,
	  .width = 4 },
	{ RECORD_FIELD(invoice, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6, .choices = kinds },
	{ RECORD_FIELD(invoice, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(invoice, rule), .label = NC_("field", "Rule"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 26, .refers = "rule" },
	{ RECORD_FIELD(invoice, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 3, .refers = "currency" },
	{ RECORD_FIELD(invoice, total), .label = NC_("field", "Total"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(invoice, issued), .label = NC_("field", "Issued"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(invoice, due), .label = NC_("field", "Due"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(invoice, payable), .label = NC_("field", "Payable in"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER,
	  .width = 3, .refers = "currency" },
	{ RECORD_FIELD(invoice, rate_num), .label = NC_("field", "Rate"), .kind = FIELD_NUMBER,
	  .width = 10 },
	{ RECORD_FIELD(invoice, rate_den), .label = NC_("field", "Rate for"), .kind = FIELD_NUMBER,
	  .width = 6 },
	{ RECORD_FIELD(invoice, rate_day), .label = NC_("field", "Rate of"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE,
	  .width = 10 },
	{ RECORD_FIELD(invoice, rate_source), .label = NC_("field", "Source of the rate"), .kind = FIELD_TEXT,
	  .width = 20 },
	{ RECORD_FIELD(invoice, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .width = 36 },
	{ RECORD_FIELD(invoice, address), .label = NC_("field", "Address"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(invoice, terms), .label = NC_("field", "Terms"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(invoice, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 11, .refers = "entry" },
	{ RECORD_FIELD(invoice, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 6, .refers = "account" },
	{ RECORD_FIELD(invoice, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type invoice_type = {
	.key = "invoice",
	.label = N_("Invoice"),
	.plural = N_("Invoices"),
	.size = sizeof(struct invoice),
	.fields = invoice_fields,
};

bool
invoice_count_open(struct session *session, const char *year, int64_t *ret_count, struct err *err)
{
	static const char sql[] =
	    "SELECT count(*) FROM invoice AS i JOIN open_invoice AS o ON " INVOICE_OPEN("o", "i")
	    " WHERE i.year = :year";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		if (stmt_next(&st))
			*ret_count = stmt_int(&st, 0);
	}
	return stmt_close(&st);
}
