/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/government_name.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice states[] = {
	{ "held", NC_("seat", "held") },
	{ "vacant", NC_("seat", "vacant") },
	{ "coming", NC_("seat", "begins later") },
	{ "past", NC_("seat", "past") },
	{ 0 }
};

static const struct field roster_line_fields[] = {
	{ RECORD_FIELD(roster_line, body), .label = NC_("field", "Body"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 8, .refers = "body" },
	{ RECORD_FIELD(roster_line, role), .label = NC_("field", "Seat"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 14, .choices = seat_roles },
	{ RECORD_FIELD(roster_line, no), .label = NC_("field", "No."), .kind = FIELD_NUMBER,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(roster_line, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 8, .choices = states },
	{ RECORD_FIELD(roster_line, government), .label = NC_("field", "Government"),
	  .kind = FIELD_CODE, .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(roster_line, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(roster_line, since), .label = NC_("field", "Since"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(roster_line, until), .label = NC_("field", "Until"), .kind = FIELD_DAY,
	  .flags = FIELD_NULLABLE | FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(roster_line, until_meeting), .label = NC_("field", "Until meeting"),
	  .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(roster_line, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(roster_line, ended), .label = NC_("field", "Ended by"), .kind = FIELD_TEXT,
	  .width = 12 },
	{ RECORD_FIELD(roster_line, officer), .label = NC_("field", "Person"), .kind = FIELD_TEXT,
	  .flags = FIELD_COMPUTED, .width = 24 },
	{ RECORD_FIELD(roster_line, acting), .label = NC_("field", "Acting"), .kind = FIELD_FLAG,
	  .flags = FIELD_COMPUTED, .width = 3 },
	{ RECORD_FIELD(roster_line, body_name), .label = NC_("field", "Name of the body"),
	  .kind = FIELD_TEXT, .flags = FIELD_COMPUTED, .width = 36 },
	{ RECORD_FIELD(roster_line, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(roster_line, term), .label = NC_("field", "Term"), .kind = FIELD_CODE,
	  .width = 26, .refers = "term" },
	{ 0 }
};

const struct record_type roster_line_type = {
	.key = "roster",
	.label = N_("Seat"),
	.plural = N_("Roster"),
	.size = sizeof(struct roster_line),
	.fields = roster_line_fields,
};

/* Asking. */

#define SAME_SEAT(a, b) a ".body = " b ".body AND " a ".role = " b ".role AND " a ".no = " b ".no"

/* Columns of struct roster_line; parts are the numbers of enum roster_part. */
#define TERMS \
	"SELECT t.body AS body, t.role AS role, t.no AS no, CASE WHEN t.since > :day THEN 'coming'" \
	" WHEN t.until <= :day THEN 'past' ELSE 'held' END AS state," \
	" t.government AS government, t.since AS since, t.until AS until, t.until_meeting AS until_meeting," \
	" t.decision AS decision, t.ended AS ended, t.note AS note, t.id AS term" \
	" FROM term AS t WHERE :parts & CASE WHEN t.since > :day THEN 2" \
	" WHEN t.until <= :day THEN 4 ELSE 1 END AND "

#define VACANT \
	"SELECT s.body, s.role, s.no, 'vacant', ''," \
	" max(s.since, coalesce((SELECT max(v.until) FROM term AS v WHERE " SAME_SEAT("v", "s") \
	"  AND v.until <= :day), ''))," \
	" coalesce((SELECT min(v.since) FROM term AS v WHERE " SAME_SEAT("v", "s") \
	"  AND v.since > :day), s.until), NULL, s.decision, '', s.note, ''" \
	" FROM seat AS s WHERE :parts & 1 AND " PERIOD_ON_DAY("s") \
	" AND NOT EXISTS (SELECT 1 FROM term AS v WHERE " SAME_SEAT("v", "s") " AND " PERIOD_ON_DAY("v") ")" \
	" AND "

/* Past terms stand behind; a role is the place of its word in the row of them. */
#define IN_ORDER \
	" ORDER BY state = 'past', body," \
	" instr('chair vice-chair host coordinator co-coordinator member auditor', role), no," \
	" CASE state WHEN 'past' THEN since END DESC, since"

/* The person who exercises the office on the day: an acting one before the other. */
static bool
find_officer(struct session *session, const char *day, struct roster_line *line, struct err *err)
{
	static const char sql[] =
	    "SELECT person, acting FROM officer AS o WHERE term = :term AND " PERIOD_ON_DAY("o")
	    " ORDER BY acting DESC LIMIT 1";
	struct person person = { 0 };
	struct buf name = { 0 };
	struct stmt st = { 0 };
	char *id = NULL;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":term", line->term);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st)) {
			id = mem_strdup(stmt_text(&st, 0));
			line->acting = stmt_int(&st, 1);
		}
	}
	bool ok = stmt_close(&st) && (id == NULL || row_get(session, &person_type, id, &person, err));
	if (ok && id != NULL)
		person_name(&person, messages_language(), &name);
	line->officer = mem_strdup(buf_text(&name));
	record_done(&person_type, &person);
	buf_done(&name);
	free(id);
	return ok;
}

/* Names are those of the day; of a past holder those of its own time. */
static bool
dress(struct session *session, struct roster_line *line, struct err *err)
{
	struct buf body = { 0 }, name = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	bool past = strcmp(line->state, "past") == 0;
	const char *then = past ? line->since : day;
	bool ok = body_name_on(session, line->body, then, &body, err) &&
	    (line->government[0] == '\0' ||
	    government_name_on(session, line->government, then, &name, err)) &&
	    find_officer(session, day, line, err);
	line->body_name = buf_take(&body);
	line->name = buf_take(&name);
	return ok;
}

/* sql asks by :key. */
static bool
read_lines(struct session *session, const char *sql, const char *key, unsigned parts,
    struct row_list *ret_list, struct err *err)
{
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", key);
		stmt_bind_text(&st, ":day", day);
		stmt_bind_int(&st, ":parts", parts);
	}
	return row_list_read(&st, &roster_line_type, ret_list);
}

static bool
list_lines(struct session *session, const char *sql, const char *key, unsigned parts,
    struct row_list *ret_list, struct err *err)
{
	struct row_list list = { 0 };

	if (session->as_of[0] != '\0')
		parts &= ~(unsigned)ROSTER_COMING;
	bool ok = read_lines(session, sql, key, parts, &list, err);
	for (size_t i = 0; ok && i < list.count; i++)
		ok = dress(session, row_at(&list, i), err);
	return row_list_take(&list, ok, ret_list);
}

bool
roster_list(struct session *session, const char *body, unsigned parts, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] =
	    "SELECT * FROM (" TERMS "t.body = :key UNION ALL " VACANT "s.body = :key)" IN_ORDER;

	return row_must_exist(session, &body_type, body, err) &&
	    list_lines(session, sql, body, parts, ret_list, err);
}

static const char held_sql[] = "SELECT * FROM (" TERMS "t.government = :key)" IN_ORDER;

bool
roster_held(struct session *session, const char *government, unsigned parts,
    struct row_list *ret_list, struct err *err)
{
	return list_lines(session, held_sql, government, parts, ret_list, err);
}

static void
add_office(const struct roster_line *line, struct buf *lines)
{
	if (lines->length > 0)
		buf_add_char(lines, '\n');
	buf_addf(lines, "%s ", line->body);
	record_show(record_find_field(&roster_line_type, "role"), line, lines);
	if (line->since[0] != '\0')
		buf_addf(lines, _(", since %s"), line->since);
	if (line->decision[0] != '\0')
		buf_addf(lines, " (%s)", line->decision);
}

/* Without the names that roster_held looks up: a list asks this for every row in view. */
bool
roster_offices(struct session *session, const char *government, struct buf *ret_lines,
    struct err *err)
{
	struct row_list list = { 0 };
	bool ok = read_lines(session, held_sql, government, ROSTER_NOW, &list, err);

	for (size_t i = 0; i < list.count; i++)
		add_office(row_at(&list, i), ret_lines);
	row_list_done(&list);
	return ok;
}

bool
roster_count(struct session *session, const char *body, struct roster_count *ret_count,
    struct err *err)
{
	static const char sql[] =
	    "SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM term AS t WHERE " SAME_SEAT("t", "s")
	    " AND " PERIOD_ON_DAY("t") ")), count(*) FROM seat AS s WHERE body = :key AND " PERIOD_ON_DAY("s");
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", body);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st)) {
			ret_count->held = (size_t)stmt_int(&st, 0);
			ret_count->seats = (size_t)stmt_int(&st, 1);
		}
	}
	return stmt_close(&st);
}

bool
roster_find_term(struct session *session, const char *body, const char *role, int64_t no,
    char **ret_id, struct err *err)
{
	static const char sql[] =
	    "SELECT id FROM term AS t WHERE body = :body AND role = :role AND no = :no AND "
	    PERIOD_ON_DAY("t");
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":body", body);
		stmt_bind_text(&st, ":role", role);
		stmt_bind_int(&st, ":no", no);
		stmt_bind_text(&st, ":day", day);
	}
	return row_read_key(&st, ret_id) && (*ret_id != NULL ||
	    err_set(err, ERR_MISSING, _("Nobody holds this seat on %s: look at the roster of %s."), day, body));
}
