/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/entry.h"

#include "base/messages.h"
#include "domain/session.h"
#include "store/stmt.h"

const struct choice entry_kinds[] = {
	{ "manual", NC_("entry", "by hand") },
	{ "invoice", NC_("entry", "invoice") },
	{ "receipt", NC_("entry", "money came in") },
	{ "allocation", NC_("entry", "credit used") },
	{ "refund", NC_("entry", "refund") },
	{ "credit-note", NC_("entry", "credit note") },
	{ "reversal", NC_("entry", "reversal") },
	{ "closing", NC_("entry", "closing of a year") },
	{ 0 }
};

static const struct field entry_fields[] = {
	{ RECORD_FIELD(entry, number), .label = NC_("field", "Number"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(entry, year), .label = NC_("field", "Year"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 4, .refers = "fiscal_year" },
	{ RECORD_FIELD(entry, mark), .label = NC_("field", "Mark"), .kind = FIELD_TEXT,
	  .width = 4 },
	{ RECORD_FIELD(entry, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 4 },
	{ RECORD_FIELD(entry, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(entry, value), .label = NC_("field", "Value"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(entry, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10, .choices = entry_kinds },
	{ RECORD_FIELD(entry, words), .label = NC_("field", "Words"), .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 40 },
	{ RECORD_FIELD(entry, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(entry, reverses), .label = NC_("field", "Reverses"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE,
	  .width = 14, .refers = "entry" },
	{ RECORD_FIELD(entry, approved), .label = NC_("field", "Approved by"), .kind = FIELD_TEXT,
	  .width = 16, .hint = N_("The decision, GA-8/1, or the second person who agreed.") },
	{ 0 }
};

const struct record_type entry_type = {
	.key = "entry",
	.label = N_("Entry"),
	.plural = N_("Entries"),
	.size = sizeof(struct entry),
	.fields = entry_fields,
};

bool
entry_count(struct session *session, const char *year, int64_t *ret_count, struct err *err)
{
	static const char sql[] =
	    "SELECT count(*) FROM entry WHERE year = :year";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":year", year);
		if (stmt_next(&st))
			*ret_count = stmt_int(&st, 0);
	}
	return stmt_close(&st);
}
