/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/posting.h"

#include "base/messages.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field posting_fields[] = {
	{ RECORD_FIELD(posting, entry), .label = NC_("field", "Entry"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED,
	  .width = 11, .refers = "entry" },
	{ RECORD_FIELD(posting, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .flags = FIELD_KEY | FIELD_LISTED,
	  .width = 3 },
	{ RECORD_FIELD(posting, account), .label = NC_("field", "Account"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 6, .refers = "account" },
	{ RECORD_FIELD(posting, government), .label = NC_("field", "Government"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .refers = "government" },
	{ RECORD_FIELD(posting, booked), .label = NC_("field", "Booked"), .kind = FIELD_DAY, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 10 },
	{ RECORD_FIELD(posting, amount), .label = NC_("field", "Amount"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ RECORD_FIELD(posting, base), .label = NC_("field", "Base"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 14 },
	{ 0 }
};

const struct record_type posting_type = {
	.key = "posting",
	.label = N_("Posting"),
	.plural = N_("Postings"),
	.size = sizeof(struct posting),
	.fields = posting_fields,
};

bool
posting_accounts(struct session *session, const char *day, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] =
	    "SELECT DISTINCT account, government FROM posting WHERE booked <= :day"
	    " ORDER BY account, government";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":day", day);
	return row_list_read(&st, &posting_type, ret_list);
}
