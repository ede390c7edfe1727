/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/government.h"

#include <string.h>

#include "base/err.h"
#include "base/messages.h"
#include "domain/contact.h"
#include "domain/language_choice.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static bool
is_upper_or_digit(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (!((text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= '0' && text[i] <= '9')))
			return false;
	return length > 0;
}

bool
government_check_code(const char *code, struct err *err)
{
	size_t length = strlen(code);

	if (length < 4 || length > 6 || code[2] != '-' || !is_upper_or_digit(code, 2) ||
	    !is_upper_or_digit(code + 3, length - 3))
		return err_set(err, ERR_INPUT,
		    _("\"%s\" is no code of a government: it looks like KR-47 (ISO 3166-2)."), code);
	return true;
}

static const struct choice sources[] = {
	{ "brochure", NC_("source", "brochure") },
	{ "inferred", NC_("source", "inferred") },
	{ 0 }
};

static bool
government_check(void *record, struct err *err)
{
	const struct government *government = record;

	if (strncmp(government->code, government->country, 2) != 0) {
		err_set(err, ERR_INPUT,
		    _("The code %s does not begin with its country, %s."),
		    government->code, government->country);
		return err_at(err, "country");
	}
	return true;
}

static const struct field government_fields[] = {
	{ RECORD_FIELD(government, code), .label = NC_("field", "Code"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 7, .check = government_check_code, .hint = N_("Country and number of ISO 3166-2: KR-47.") },
	{ RECORD_FIELD(government, country), .label = NC_("field", "Country"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 4, .refers = "country" },
	{ RECORD_FIELD(government, rank), .label = NC_("field", "Rank"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED,
	  .width = 5, .hint = N_("Place in the order of protocol, counted from 1.") },
	{ RECORD_FIELD(government, phone), .label = NC_("field", "Telephone"), .kind = FIELD_TEXT,
	  .width = 24, .check = contact_check_phone, .hint = N_("Country code first: +82 54 000 0000, or empty.") },
	{ RECORD_FIELD(government, fax), .label = NC_("field", "Fax"), .kind = FIELD_TEXT,
	  .width = 24, .check = contact_check_phone, .hint = N_("Country code first: +82 54 000 0000, or empty.") },
	{ RECORD_FIELD(government, email), .label = NC_("field", "E-mail"), .kind = FIELD_TEXT,
	  .width = 40, .check = contact_check_email, .hint = N_("name@domain.tld, or empty.") },
	{ RECORD_FIELD(government, web), .label = NC_("field", "Web site"), .kind = FIELD_TEXT,
	  .width = 40, .check = contact_check_web, .hint = N_("https://domain.tld/, or empty.") },
	{ RECORD_FIELD(government, letters), .label = NC_("field", "Language of letters"), .kind = FIELD_CODE,
	  .width = 4, .choices = language_choices },
	{ RECORD_FIELD(government, source), .label = NC_("field", "Source"), .kind = FIELD_CODE, .flags = FIELD_FIXED,
	  .width = 10, .choices = sources },
	{ RECORD_FIELD(government, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type government_type = {
	.key = "government",
	.label = N_("Government"),
	.plural = N_("Governments"),
	.size = sizeof(struct government),
	.fields = government_fields,
	.check = government_check,
};

bool
government_next_rank(struct session *session, int64_t *ret_rank, struct err *err)
{
	static const char sql[] = "SELECT coalesce(max(rank), 0) + 1 FROM government";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err) && stmt_next(&st))
		*ret_rank = stmt_int(&st, 0);
	return stmt_close(&st);
}

bool
government_find_row(struct session *session, const char *sql, const char *code, char **ret_id,
    struct err *err)
{
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":code", code);
		stmt_bind_text(&st, ":day", day);
	}
	return row_read_key(&st, ret_id);
}
