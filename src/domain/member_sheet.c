/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/member_sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/period.h"
#include "domain/post.h"
#include "domain/session.h"

static bool
add_found(struct session *session, struct sheet *sheet, const struct record_type *type,
    const char *sql, const char *code, struct err *err)
{
	char *id = NULL;
	bool ok = government_find_row(session, sql, code, &id, err);

	if (ok && id != NULL)
		ok = sheet_add(session, sheet, type, id, err);
	free(id);
	return ok;
}

bool
member_sheet_open(struct session *session, const char *code, struct sheet *ret_sheet,
    struct err *err)
{
	static const char name_sql[] =
	    "SELECT id FROM government_name WHERE government = :code AND name_kind = 'official'"
	    " AND " PERIOD_ON_DAY("government_name");
	static const char post_sql[] =
	    "SELECT id FROM post WHERE government = :code AND letters = 1"
	    " AND " PERIOD_ON_DAY("post") " ORDER BY code LIMIT 1";
	struct sheet sheet = { 0 };

	if (!sheet_add(session, &sheet, &government_type, code, err) ||
	    !add_found(session, &sheet, &government_name_type, name_sql, code, err) ||
	    !add_found(session, &sheet, &post_type, post_sql, code, err)) {
		sheet_done(&sheet);
		return false;
	}
	*ret_sheet = sheet;
	return true;
}

bool
member_sheet_new(struct session *session, struct sheet *ret_sheet, struct err *err)
{
	struct sheet sheet = { 0 };
	int64_t rank = 0;

	if (!government_next_rank(session, &rank, err))
		return false;
	struct government *government = sheet_add_new(&sheet, &government_type)->after;
	government->rank = rank;
	struct government_name *name = sheet_add_new(&sheet, &government_name_type)->after;
	name->name_kind = mem_strdup("official");
	struct government_status *status = sheet_add_new(&sheet, &government_status_type)->after;
	status->status = mem_strdup("applicant");
	*ret_sheet = sheet;
	return true;
}

bool
member_sheet_new_period(struct sheet *sheet, const char *since, struct err *err)
{
	return sheet_new_period(sheet, &government_name_type, since, err);
}
