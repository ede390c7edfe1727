/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/credit_note.h"

#include "base/err.h"
#include "base/messages.h"
#include "domain/fiscal_year.h"
#include "domain/government_name.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice states[] = {
	{ "stands", NC_("credit note", "stands") },
	{ "back", NC_("credit note", "taken back") },
	{ "opposite", NC_("credit note", "takes back") },
	{ 0 }
};

static const struct field credit_note_line_fields[] = {
	{ RECORD_FIELD(credit_note_line, number), .label = NC_("field", "Number"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 11 },
	{ RECORD_FIELD(credit_note_line, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(credit_note_line, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = credit_note_kinds },
	{ RECORD_FIELD(credit_note_line, invoice), .label = NC_("field", "Invoice"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9 },
	{ RECORD_FIELD(credit_note_line, government), .label = NC_("field", "Government"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(credit_note_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(credit_note_line, currency), .label = NC_("field", "Currency"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(credit_note_line, amount), .label = NC_("field", "Amount"), .kind = FIELD_MONEY,
	  .flags = FIELD_LISTED, .width = 12, .currency = offsetof(struct credit_note_line, currency) },
	{ RECORD_FIELD(credit_note_line, reason), .label = NC_("field", "Reason"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 24 },
	{ RECORD_FIELD(credit_note_line, approved), .label = NC_("field", "Approved by"), .kind = FIELD_TEXT,
	  .width = 16 },
	{ RECORD_FIELD(credit_note_line, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 10, .choices = states },
	{ RECORD_FIELD(credit_note_line, other), .label = NC_("field", "Opposite"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 11 },
	{ RECORD_FIELD(credit_note_line, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE,
	  .width = 11 },
	{ 0 }
};

const struct record_type credit_note_line_type = {
	.key = "notes",
	.label = N_("Credit note"),
	.plural = N_("Credit notes"),
	.size = sizeof(struct credit_note_line),
	.fields = credit_note_line_fields,
};

bool
credit_note_list(struct session *session, const char *year, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] =
	    "SELECT c.number AS number, c.booked AS booked, c.kind AS kind, i.number AS invoice,"
	    " i.government AS government, i.currency AS currency, c.amount AS amount, c.reason AS reason,"
	    " c.approved AS approved, c.entry AS entry, coalesce(c.undoes, b.number, '') AS other,"
	    " CASE WHEN c.undoes IS NOT NULL THEN 'opposite' WHEN b.number IS NOT NULL THEN 'back'"
	    "  ELSE 'stands' END AS state"
	    " FROM credit_note AS c JOIN invoice AS i ON i.id = c.invoice"
	    " LEFT JOIN credit_note AS b ON b.undoes = c.number WHERE c.year = :year ORDER BY c.no DESC";
	struct row_list list = { 0 };
	struct stmt st = { 0 };

	if (!fiscal_year_is_one(year, err))
		return false;
	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":year", year);
	bool ok = row_list_read(&st, &credit_note_line_type, &list) && government_name_rows(session, &list, err);
	return row_list_take(&list, ok, ret_list);
}
