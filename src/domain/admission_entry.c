/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/admission_entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/body_name.h"
#include "domain/competence.h"
#include "domain/government_label.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/period.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/status_change.h"
#include "store/stmt.h"

static const struct choice sought_choices[] = {
	{ "member", NC_("status", "member") },
	{ "observer", NC_("status", "observer") },
	{ "associate", NC_("status", "associate") },
	{ 0 }
};

static const struct field admission_entry_fields[] = {
	{ RECORD_FIELD(admission_entry, government), .label = NC_("field", "Government"),
	  .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(admission_entry, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(admission_entry, own_name), .label = NC_("field", "Own name"),
	  .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 20 },
	{ RECORD_FIELD(admission_entry, status), .label = NC_("field", "Status"),
	  .kind = FIELD_CODE, .flags = FIELD_COMPUTED, .width = 10, .choices = statuses },
	{ RECORD_FIELD(admission_entry, stage), .label = NC_("field", "Stage"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 14, .choices = application_stages },
	{ RECORD_FIELD(admission_entry, since), .label = NC_("field", "Since"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(admission_entry, missing), .label = NC_("field", "Missing"),
	  .kind = FIELD_NUMBER, .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 3 },
	{ RECORD_FIELD(admission_entry, sought), .label = NC_("field", "Sought"),
	  .kind = FIELD_CODE, .width = 10, .choices = sought_choices },
	{ RECORD_FIELD(admission_entry, meeting), .label = NC_("field", "Meeting"),
	  .kind = FIELD_CODE, .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(admission_entry, item), .label = NC_("field", "Item"), .kind = FIELD_CODE,
	  .width = 26, .refers = "agenda_item" },
	{ RECORD_FIELD(admission_entry, decision), .label = NC_("field", "Decision"),
	  .kind = FIELD_TEXT, .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(admission_entry, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(admission_entry, id), .label = NC_("field", "Id"), .kind = FIELD_CODE,
	  .width = 26, .refers = "application" },
	{ 0 }
};

const struct record_type admission_entry_type = {
	.key = "admissions",
	.label = N_("Application"),
	.plural = N_("Applications"),
	.size = sizeof(struct admission_entry),
	.fields = admission_entry_fields,
};

/* Applications first, then observers without one. */
#define LAST \
	" s.no = (SELECT max(no) FROM application_step WHERE application = a.id AND day <= :day)"
#define CLOSED " s.stage IN ('admitted', 'refused', 'withdrawn')"
#define LINES \
	"WITH line AS (SELECT a.government AS code, s.stage AS stage, s.day AS since," \
	"  (SELECT count(*) FROM dossier_item WHERE application = a.id AND" \
	"   (received IS NULL OR received > :day)) AS missing, a.sought AS sought," \
	"  coalesce(i.meeting, '') AS meeting, coalesce(i.id, '') AS item, s.decision AS decision, a.note AS note, a.id AS id," \
	"  CASE WHEN" CLOSED " THEN 3 ELSE 1 END AS part" \
	" FROM application AS a JOIN application_step AS s ON s.application = a.id AND" LAST \
	" LEFT JOIN agenda_item AS i ON i.id = a.item" \
	" UNION ALL SELECT p.government, 'observer', p.since, 0, '', '', '', p.decision, p.note, '', 2" \
	" FROM government_status AS p WHERE p.status = 'observer' AND p.voided IS NULL" \
	"  AND " PERIOD_ON_DAY("p") \
	"  AND NOT EXISTS (SELECT 1 FROM application AS a JOIN application_step AS s" \
	"   ON s.application = a.id AND" LAST " WHERE a.government = p.government AND NOT" CLOSED "))"

static bool
complete(struct session *session, struct admission_entry *entry, const char *day, struct err *err)
{
	struct government_status status = { 0 };
	struct buf name = { 0 }, own = { 0 };
	bool found = false;
	bool ok = government_label_add(session, entry->government, day, &name, err) &&
	    government_label_add_own(session, entry->government, day, &own, err) &&
	    status_on(session, entry->government, day, &status, &found, err);

	if (found)
		mem_replace(&entry->status, status.status);
	record_done(&government_status_type, &status);
	entry->name = buf_take(&name);
	entry->own_name = buf_take(&own);
	return ok;
}

bool
admission_list(struct session *session, enum admission_part part, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] = LINES
	    " SELECT l.code AS government, '' AS status, l.stage AS stage, l.since AS since, l.sought AS sought,"
	    " l.meeting AS meeting, l.item AS item, l.decision AS decision, l.note AS note, l.id AS id,"
	    " l.missing AS missing"
	    " FROM line AS l JOIN government AS g ON g.code = l.code WHERE l.part <= :part"
	    " ORDER BY l.part, CASE l.stage WHEN 'agenda' THEN 1 WHEN 'observer' THEN 2 WHEN 'dossier' THEN 3"
	    "  WHEN 'deferred' THEN 4 WHEN 'applied' THEN 5 ELSE 6 END, g.rank, g.code, l.since DESC";
	struct row_list list = { 0 };
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_int(&st, ":part", (int64_t)part + 1);
	}
	bool ok = row_list_read(&st, &admission_entry_type, &list);
	for (size_t i = 0; i < list.count && ok; i++)
		ok = complete(session, row_at(&list, i), day, err);
	return row_list_take(&list, ok, ret_list);
}

bool
admission_count(struct session *session, struct admission_count *ret_count, struct err *err)
{
	static const char sql[] = LINES
	    " SELECT count(*) FILTER (WHERE part = 1), (SELECT count(*) FROM government_status"
	    "  WHERE status = 'observer' AND voided IS NULL AND since <= :day"
	    "  AND (until IS NULL OR until > :day)) FROM line";
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st))
			*ret_count = (struct admission_count){ (size_t)stmt_int(&st, 0),
			    (size_t)stmt_int(&st, 1) };
	}
	return stmt_close(&st);
}

bool
admission_meeting(struct session *session, char **ret_key, struct err *err)
{
	struct buf bodies = { 0 };
	char day[DAY_SIZE];
	bool ok;

	*ret_key = NULL;
	session_day(session, day);
	ok = competence_bodies(session, "admit", day, &bodies, err);
	for (const char *p = buf_text(&bodies); ok && *p != '\0' && *ret_key == NULL;) {
		size_t length = strcspn(p, " ");
		char *body = mem_strndup(p, length);

		ok = meeting_next(session, body, ret_key, err);
		free(body);
		p += length;
		p += strspn(p, " ");
	}
	buf_done(&bodies);
	return ok;
}

/* Beforehand */

/* The day that counts: the meeting's first, where it is on an agenda. */
static bool
day_of_decision(struct session *session, const struct admission_entry *entry, char ret_day[DAY_SIZE],
    struct err *err)
{
	struct meeting meeting = { 0 };
	bool found = false;

	session_day(session, ret_day);
	if (entry->meeting[0] == '\0')
		return true;
	if (!row_find(session, &meeting_type, entry->meeting, &meeting, &found, err))
		return false;
	if (found && meeting.begins[0] != '\0')
		day_last(meeting.ends != NULL ? meeting.ends : meeting.begins, ret_day);
	record_done(&meeting_type, &meeting);
	return true;
}

static bool
add_body_names(struct session *session, const char *keys, const char *day, struct buf *text,
    struct err *err)
{
	bool ok = true;

	for (const char *p = keys + strspn(keys, " "); *p != '\0' && ok;) {
		size_t length = strcspn(p, " ");
		char *key = mem_strndup(p, length);

		buf_add(text, text->length > 0 ? ", " : "");
		ok = body_name_on(session, key, day, text, err);
		free(key);
		p += length;
		p += strspn(p, " ");
	}
	return ok;
}

static bool
foresee_body(struct session *session, const char *day, struct buf *text, struct err *err)
{
	struct buf keys = { 0 };
	bool ok = competence_bodies(session, "admit", day, &keys, err) &&
	    add_body_names(session, buf_text(&keys), day, text, err);

	if (ok && keys.length == 0)
		buf_add(text, _("no rule says which body"));
	else if (ok)
		buf_addf(text, _(": the rule in force on %s"), day);
	buf_done(&keys);
	return ok;
}

static bool
foresee_dues(struct session *session, const char *day, struct buf *text, struct err *err)
{
	struct rule rule = { 0 };
	struct err own = { 0 };

	if (rule_get(session, "dues.first-year", day, &rule, &own))
		buf_addf(text, _("make %d the first year of dues"), atoi(day) + atoi(rule.value));
	else if (own.code == ERR_MISSING)
		buf_add(text, _("schedule no dues: no rule on dues is in force on that day"));
	else if (err != NULL)
		*err = own;
	record_done(&rule_type, &rule);
	return own.code == ERR_NONE || own.code == ERR_MISSING;
}

bool
admission_foresee(struct session *session, const struct admission_entry *entry,
    struct buf *ret_competent, struct buf *ret_will, struct err *err)
{
	char day[DAY_SIZE];

	if (!day_of_decision(session, entry, day, err) ||
	    !foresee_body(session, day, ret_competent, err))
		return false;
	buf_add(ret_will, strcmp(entry->sought, "associate") == 0 ?
	    _("open the period of the associate member on the day of the decision") :
	    _("open the member period on the day of the decision"));
	buf_add_char(ret_will, '\n');
	if (strcmp(entry->status, "observer") == 0)
		buf_addf(ret_will, "%s\n", _("close the observer period"));
	if (strcmp(entry->status, "applicant") == 0)
		buf_addf(ret_will, "%s\n", _("close the applicant period"));
	return foresee_dues(session, day, ret_will, err);
}
