/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/hit.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body_name.h"
#include "domain/decision.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice hit_kinds[] = {
	{ "government", NC_("hit", "government") },
	{ "body", NC_("hit", "body") },
	{ "meeting", NC_("hit", "meeting") },
	{ "decision", NC_("hit", "decision") },
	{ "person", NC_("hit", "person") },
	{ "post", NC_("hit", "post") },
	{ 0 }
};

static const struct field hit_fields[] = {
	{ RECORD_FIELD(hit, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 10, .choices = hit_kinds },
	{ RECORD_FIELD(hit, key), .label = NC_("field", "Key"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(hit, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 36 },
	{ RECORD_FIELD(hit, detail), .label = NC_("field", "Beside it"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 35 },
	{ RECORD_FIELD(hit, status), .label = NC_("field", "Status"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 10, .choices = NULL },
	{ 0 }
};

const struct record_type hit_type = {
	.key = "hit",
	.label = N_("Hit"),
	.plural = N_("Hits"),
	.size = sizeof(struct hit),
	.fields = hit_fields,
};

static bool
dress_government(struct session *session, struct hit *hit, struct err *err)
{
	struct member member = { 0 };
	struct err missing = { 0 };

	if (!member_get(session, hit->key, &member, &missing)) {
		/* Found by name, but nothing to the association on that day. */
		mem_replace(&hit->name, hit->key);
		return missing.code == ERR_MISSING ||
		    err_set(err, missing.code, "%s", missing.text);
	}
	mem_replace(&hit->name, member.name);
	mem_replace(&hit->detail, member.own_name);
	mem_replace(&hit->status, member.status);
	record_done(&member_type, &member);
	return true;
}

static bool
dress_person(struct session *session, struct hit *hit, struct err *err)
{
	static const char sql[] =
	    "SELECT group_concat(p.government || ' ' || p.code, ', ') FROM holding AS h"
	    " JOIN post AS p ON p.id = h.post WHERE h.person = :key"
	    " AND " PERIOD_ON_DAY("h");
	struct person person = { 0 };
	struct buf name = { 0 };
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	if (!row_get(session, &person_type, hit->key, &person, err))
		return false;
	person_name(&person, messages_language(), &name);
	free(hit->name);
	hit->name = buf_take(&name);
	record_done(&person_type, &person);
	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", hit->key);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st) && !stmt_is_null(&st, 0))
			mem_replace(&hit->detail, stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

static bool
dress_post(struct session *session, struct hit *hit, struct err *err)
{
	struct post post = { 0 };

	if (!row_get(session, &post_type, hit->key, &post, err))
		return false;
	struct six_names names = { { SIX_NAMES(&post, name) } };
	const char *name = member_pick_name(&names, messages_language()->column, NULL);
	mem_replace(&hit->name, name[0] != '\0' ? name : post.code);
	mem_replace(&hit->detail, post.government);
	record_done(&post_type, &post);
	return true;
}

static bool
dress_body(struct session *session, struct hit *hit, struct err *err)
{
	static const char sql[] =
	    "SELECT group_concat(government, ' ') FROM (SELECT government FROM term"
	    "  WHERE body = :key AND role IN ('chair', 'host', 'coordinator', 'co-coordinator')"
	    "  AND " PERIOD_ON_DAY("term") " ORDER BY role, no)";
	struct buf name = { 0 };
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	bool ok = body_name_on(session, hit->key, day, &name, err);
	free(hit->name);
	hit->name = buf_take(&name);
	if (ok && stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", hit->key);
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st) && !stmt_is_null(&st, 0))
			mem_replace(&hit->detail, stmt_text(&st, 0));
	}
	return stmt_close(&st) && ok;
}

/* "General Assembly  2008-09": the name its body had then. */
static bool
dress_meeting(struct session *session, struct hit *hit, struct err *err)
{
	struct meeting meeting = { 0 };
	struct buf name = { 0 };
	char day[DAY_SIZE];

	if (!row_get(session, &meeting_type, hit->key, &meeting, err))
		return false;
	session_day(session, day);
	bool ok = body_name_on(session, meeting.body, meeting.begins[0] != '\0' ? meeting.begins : day,
	    &name, err);
	if (meeting.begins[0] != '\0')
		buf_addf(&name, "  %s", meeting.begins);
	free(hit->name);
	hit->name = buf_take(&name);
	mem_replace(&hit->detail, meeting.host != NULL ? meeting.host : "");
	mem_replace(&hit->status, meeting.state);
	record_done(&meeting_type, &meeting);
	return ok;
}

static bool
dress_decision(struct session *session, struct hit *hit, struct err *err)
{
	struct decision decision = { 0 };

	if (!row_get(session, &decision_type, hit->key, &decision, err))
		return false;
	struct six_names texts = { { SIX_NAMES(&decision, text) } };
	mem_replace(&hit->name, member_pick_name(&texts, messages_language()->column, NULL));
	mem_replace(&hit->detail, decision.subjects);
	mem_replace(&hit->status, decision.kind);
	record_done(&decision_type, &decision);
	return true;
}

/* What is particular to the hits of a kind. */
static const struct hit_kind {
	const char *kind;
	bool (*dress)(struct session *, struct hit *, struct err *);
	const struct record_type *type;		/* whose field says what status can be; NULL: none */
	const char *field;
} kinds[] = {
	{ "government", dress_government, &government_status_type, "status" },
	{ "body", dress_body, NULL, NULL },
	{ "meeting", dress_meeting, &meeting_type, "state" },
	{ "decision", dress_decision, &decision_type, "kind" },
	{ "person", dress_person, NULL, NULL },
	{ "post", dress_post, NULL, NULL },
};

static const struct hit_kind *
find_kind(const char *kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return &kinds[i];
	return NULL;
}

bool
hit_dress(struct session *session, struct hit *hit, struct err *err)
{
	const struct hit_kind *kind = find_kind(hit->kind);

	mem_replace(&hit->name, "");
	mem_replace(&hit->detail, "");
	mem_replace(&hit->status, "");
	return kind == NULL || kind->dress(session, hit, err);
}

const char *
hit_status_label(const struct hit *hit)
{
	const struct hit_kind *kind = find_kind(hit->kind);

	if (kind == NULL || kind->field == NULL)
		return "";
	for (const struct choice *choice = record_find_field(kind->type, kind->field)->choices;
	    choice->word != NULL; choice++)
		if (strcmp(choice->word, hit->status) == 0)
			return message_show(choice->label);
	return "";
}
