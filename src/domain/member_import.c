/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/member_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/mapping.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct mapping government_map[] = {
	{ "code", "code" }, { "country", "country" }, { "rank", "rank" }, { "phone", "phone" },
	{ "fax", "fax" }, { "email", "email" }, { "web", "web" }, { "letters", "letters" },
	{ "source", "source" }, { "remark", "note" }, { 0 }
};

static const struct mapping name_map[] = {
	{ "code", "government" }, { "kind", "kind" }, { "name_since", "since" },
	{ "name_en", "name_en" }, { "name_zh", "name_zh" }, { "name_ja", "name_ja" },
	{ "name_ko", "name_ko" }, { "name_ru", "name_ru" }, { "name_mn", "name_mn" },
	{ "reading", "reading" }, { "unchecked", "unchecked" }, { 0 }
};

static const struct mapping status_map[] = {
	{ "code", "government" }, { "status", "status" }, { "since", "since" },
	{ "decision", "decision" }, { "note", "note" }, { 0 }
};

static bool
insert_mapped(struct session *session, const struct record_type *type,
    const struct mapping *map, const struct member *member, const char *more, struct err *err)
{
	void *row = mem_alloc(type->size);

	mapping_lay_over(map, &member_type, member, type, row);
	if (more != NULL)
		record_put(record_find_field(type, "name_kind"), row, more);
	bool ok = row_insert_in_set(session, type, row, err);
	record_done(type, row);
	free(row);
	return ok;
}

/* The rank of one more country; 0 where the countries are known: no other is made. */
static bool
next_country_rank(struct session *session, int64_t *ret_rank, struct err *err)
{
	static const char sql[] =
	    "SELECT CASE WHEN total(name_en <> code) = 0 THEN count(*) + 1 ELSE 0 END FROM country";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err) && stmt_next(&st))
		*ret_rank = stmt_int(&st, 0);
	return stmt_close(&st);
}

/*
 * A file that was made empty has no countries, and a row of a government says no
 * more of its own than the code: that stands for the name until one is entered.
 */
static bool
keep_country(struct session *session, const struct member *member, struct err *err)
{
	struct country country = { 0 };
	bool found = false;
	bool ok = row_find(session, &country_type, member->country, &country, &found, err) &&
	    (found || next_country_rank(session, &country.rank_web, err));

	if (ok && !found && country.rank_web > 0) {
		const char *letters = member->letters != NULL ? member->letters : "";

		country.code = mem_strdup(member->country);
		country.rank_charter = country.rank_web;
		country.language = mem_strdup(letters[0] != '\0' ? letters : "en");
		country.name_en = mem_strdup(member->country);
		ok = row_insert_in_set(session, &country_type, &country, err);
	}
	record_done(&country_type, &country);
	return ok;
}

static bool
insert_government(struct session *session, const struct member *member, struct err *err)
{
	struct government government = { 0 };
	bool ok;

	mapping_lay_over(government_map, &member_type, member, &government_type, &government);
	ok = keep_country(session, member, err) && (government.rank != 0 ||
	    government_next_rank(session, &government.rank, err)) &&
	    row_insert_in_set(session, &government_type, &government, err);
	record_done(&government_type, &government);
	return ok && insert_mapped(session, &government_name_type, name_map, member,
	    "official", err) &&
	    insert_mapped(session, &government_status_type, status_map, member, NULL, err);
}

static bool
update_mapped(struct session *session, const struct record_type *type,
    const struct mapping *map, const char *sql, const struct member *member,
    bool *changed, struct err *err)
{
	void *row = mem_alloc(type->size);
	char *key = NULL;
	bool ok = (sql == NULL || government_find_row(session, sql, member->code, &key, err)) &&
	    row_get(session, type, sql == NULL ? member->code : key != NULL ? key : "", row, err);

	if (ok && mapping_lay_over(map, &member_type, member, type, row)) {
		*changed = true;
		ok = row_update_in_set(session, type, row, err);
	}
	record_done(type, row);
	free(row);
	free(key);
	return ok;
}

static bool
check_status(struct session *session, const struct member *member, struct err *err)
{
	struct member now = { 0 };
	bool ok = member_get(session, member->code, &now, err);

	if (ok && strcmp(now.status, member->status) != 0)
		ok = err_set(err, ERR_RULE,
		    _("%s is %s here and %s in the row: a status changes by decision only."),
		    member->code, now.status, member->status);
	record_done(&member_type, &now);
	return ok;
}

static bool
update_government(struct session *session, struct member *member, bool *changed, struct err *err)
{
	static const char name_sql[] =
	    "SELECT id FROM government_name WHERE government = :code AND name_kind = 'official'"
	    " AND " PERIOD_ON_DAY("government_name");
	static const char status_sql[] =
	    "SELECT id FROM government_status WHERE government = :code AND voided IS NULL"
	    " AND " PERIOD_ON_DAY("government_status");

	return check_status(session, member, err) &&
	    update_mapped(session, &government_type, government_map, NULL, member, changed, err) &&
	    update_mapped(session, &government_name_type, name_map, name_sql, member, changed, err) &&
	    update_mapped(session, &government_status_type, status_map, status_sql, member, changed, err);
}

bool
member_import_in_set(struct session *session, const struct member *member, bool *ret_is_new,
    bool *ret_changed, struct err *err)
{
	struct government old = { 0 };
	struct member row = *member;
	bool found = false, changed = false;

	if (member->code == NULL || member->status == NULL || member->country == NULL)
		return err_set(err, ERR_INPUT, _("A row needs code, country, status and a name."));
	if (!row_find(session, &government_type, member->code, &old, &found, err))
		return false;
	if (found && row.rank == 0)
		row.rank = old.rank;
	record_done(&government_type, &old);
	if (!(found ? update_government(session, &row, &changed, err) :
	    insert_government(session, &row, err)))
		return false;
	*ret_is_new = !found;
	*ret_changed = changed;
	return true;
}
