/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/staff_entry.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/session.h"
#include "domain/staff.h"
#include "store/stmt.h"

static const struct field staff_entry_fields[] = {
	{ RECORD_FIELD(staff_entry, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 20 },
	{ RECORD_FIELD(staff_entry, body), .label = NC_("field", "Division"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 8, .refers = "body" },
	{ RECORD_FIELD(staff_entry, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 12, .choices = staff_kinds },
	{ RECORD_FIELD(staff_entry, government), .label = NC_("field", "Sent by"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(staff_entry, login), .label = NC_("field", "User"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 12 },
	{ RECORD_FIELD(staff_entry, answers), .label = NC_("field", "Answers for"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 16 },
	{ RECORD_FIELD(staff_entry, since), .label = NC_("field", "Since"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(staff_entry, until), .label = NC_("field", "Until"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(staff_entry, phone), .label = NC_("field", "Telephone"), .kind = FIELD_TEXT,
	  .width = 24 },
	{ RECORD_FIELD(staff_entry, email), .label = NC_("field", "E-mail"), .kind = FIELD_TEXT,
	  .width = 40 },
	{ RECORD_FIELD(staff_entry, person), .label = NC_("field", "Person"), .kind = FIELD_CODE,
	  .width = 26, .refers = "person" },
	{ RECORD_FIELD(staff_entry, id), .label = NC_("field", "Id"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 26 },
	{ 0 }
};

const struct record_type staff_entry_type = {
	.key = "staff",
	.label = N_("Staff"),
	.plural = N_("Staff"),
	.size = sizeof(struct staff_entry),
	.fields = staff_entry_fields,
};

static const char entries_sql[] =
    "SELECT s.id, s.person, (SELECT group_concat(about, ' ') FROM"
    " (SELECT coalesce(p.country, p.body) AS about FROM portfolio AS p"
    "  LEFT JOIN country AS c ON c.code = p.country"
    "  WHERE p.staff = s.id AND " PERIOD_ON_DAY("p")
    "  ORDER BY p.country IS NULL, c.rank_web, about))"
    " FROM staff AS s WHERE " PERIOD_ON_DAY("s") " AND (:body IS NULL OR s.body = :body)"
    " ORDER BY s.body, s.login, s.id";

static bool
add_entry(struct session *session, const struct stmt *st, struct row_list *list, struct err *err)
{
	struct staff staff = { 0 };
	struct person person = { 0 };
	struct buf name = { 0 };
	bool ok = row_get(session, &staff_type, stmt_text(st, 0), &staff, err) &&
	    row_get(session, &person_type, stmt_text(st, 1), &person, err);

	if (ok) {
		struct staff_entry *entry = row_add(list, &staff_entry_type);

		person_name(&person, messages_language(), &name);
		*entry = (struct staff_entry){
			.name = buf_take(&name), .body = mem_strdup(staff.body),
			.kind = mem_strdup(staff.kind),
			.government = mem_strdup(staff.government != NULL ? staff.government : ""),
			.login = mem_strdup(staff.login),
			.answers = mem_strdup(stmt_is_null(st, 2) ? "" : stmt_text(st, 2)),
			.since = mem_strdup(staff.since),
			.until = mem_strdup(staff.until != NULL ? staff.until : ""),
			.phone = mem_strdup(person.phone), .email = mem_strdup(person.email),
			.person = mem_strdup(staff.person), .id = mem_strdup(staff.id),
		};
	}
	record_done(&staff_type, &staff);
	record_done(&person_type, &person);
	return ok;
}

bool
staff_entry_list(struct session *session, const char *body, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { .type = &staff_entry_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, day);
	if (stmt_open(&st, session->db, entries_sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_text(&st, ":body", body);
		while (ok && stmt_next(&st))
			ok = add_entry(session, &st, &list, err);
	}
	return row_list_take(&list, stmt_close(&st) && ok, ret_list);
}
