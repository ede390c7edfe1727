/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/body_sheet.h"

#include "base/err.h"
#include "base/mem.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/body_text.h"
#include "domain/row.h"
#include "domain/session.h"

bool
body_sheet_open(struct session *session, const char *key, struct sheet *ret_sheet, struct err *err)
{
	struct sheet sheet = { 0 };
	struct body_name name = { 0 };
	char day[DAY_SIZE];
	bool found = false;

	session_day(session, day);
	bool ok = sheet_add(session, &sheet, &body_type, key, err) &&
	    body_name_row_on(session, key, day, &name, &found, err) &&
	    (!found || sheet_add(session, &sheet, &body_name_type, name.id, err));
	record_done(&body_name_type, &name);
	if (!ok) {
		sheet_done(&sheet);
		return false;
	}
	*ret_sheet = sheet;
	return true;
}

bool
body_sheet_open_text(struct session *session, const char *key, const char *text_kind,
    struct sheet *ret_sheet, struct err *err)
{
	struct sheet sheet = { 0 };
	struct body_text text = { 0 };
	char day[DAY_SIZE];
	bool found = false;

	session_day(session, day);
	bool ok = row_must_exist(session, &body_type, key, err) &&
	    body_text_row_on(session, key, text_kind, day, &text, &found, err) &&
	    (!found || sheet_add(session, &sheet, &body_text_type, text.id, err));
	record_done(&body_text_type, &text);
	if (ok && !found) {
		struct body_text *fresh = sheet_add_new(&sheet, &body_text_type)->after;

		fresh->body = mem_strdup(key);
		ok = record_read(record_find_field(&body_text_type, "text_kind"), fresh, text_kind, err);
	}
	if (!ok) {
		sheet_done(&sheet);
		return false;
	}
	*ret_sheet = sheet;
	return true;
}
