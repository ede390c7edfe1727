/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/member.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/contact.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/language_choice.h"
#include "domain/period.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field member_fields[] = {
	{ RECORD_FIELD(member, code), .label = NC_("field", "Code"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER, .width = 7 },
	{ RECORD_FIELD(member, country), .label = NC_("field", "Country"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 4 },
	{ RECORD_FIELD(member, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 12, .choices = government_kinds },
	{ RECORD_FIELD(member, status), .label = NC_("field", "Status"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 10, .choices = statuses },
	{ RECORD_FIELD(member, since), .label = NC_("field", "Since"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(member, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT,
	  .width = 8 },
	{ RECORD_FIELD(member, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 36 },
	{ RECORD_FIELD(member, own_name), .label = NC_("field", "Own name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 35 },
	{ RECORD_FIELD(member, own_language), .label = NC_("field", "Own language"),
	  .kind = FIELD_CODE, .flags = FIELD_COMPUTED, .width = 4, .choices = language_choices },
	{ RECORD_FIELD(member, post), .label = NC_("field", "Post for letters"),
	  .kind = FIELD_CODE, .flags = FIELD_COMPUTED, .width = 12 },
	{ RECORD_FIELD(member, post_held), .label = NC_("field", "Held"), .kind = FIELD_FLAG,
	  .flags = FIELD_COMPUTED, .width = 3 },
	{ RECORD_FIELD(member, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(member, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT,
	  .width = 22, .language = "zh" },
	{ RECORD_FIELD(member, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT,
	  .width = 20, .language = "ja" },
	{ RECORD_FIELD(member, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT,
	  .width = 22, .language = "ko" },
	{ RECORD_FIELD(member, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT,
	  .width = 35, .language = "ru" },
	{ RECORD_FIELD(member, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT,
	  .width = 37, .language = "mn" },
	{ RECORD_FIELD(member, reading), .label = NC_("field", "Reading"), .kind = FIELD_TEXT,
	  .width = 30 },
	{ RECORD_FIELD(member, name_since), .label = NC_("field", "Names held from"),
	  .kind = FIELD_DAY, .width = 10 },
	{ RECORD_FIELD(member, unchecked), .label = NC_("field", "Unchecked"), .kind = FIELD_TEXT,
	  .width = 10 },
	{ RECORD_FIELD(member, phone), .label = NC_("field", "Telephone"), .kind = FIELD_TEXT,
	  .width = 24, .check = contact_check_phone },
	{ RECORD_FIELD(member, fax), .label = NC_("field", "Fax"), .kind = FIELD_TEXT,
	  .width = 24, .check = contact_check_phone },
	{ RECORD_FIELD(member, email), .label = NC_("field", "E-mail"), .kind = FIELD_TEXT,
	  .width = 40, .check = contact_check_email },
	{ RECORD_FIELD(member, web), .label = NC_("field", "Web site"), .kind = FIELD_TEXT,
	  .width = 40, .check = contact_check_web },
	{ RECORD_FIELD(member, letters), .label = NC_("field", "Language of letters"),
	  .kind = FIELD_CODE, .width = 4, .choices = language_choices },
	{ RECORD_FIELD(member, source), .label = NC_("field", "Source"), .kind = FIELD_CODE,
	  .width = 10 },
	{ RECORD_FIELD(member, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(member, remark), .label = NC_("field", "Remark"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(member, rank), .label = NC_("field", "Rank"), .kind = FIELD_NUMBER,
	  .width = 5 },
	{ 0 }
};

const struct record_type member_type = {
	.key = "members",
	.label = N_("Government"),
	.plural = N_("Governments"),
	.size = sizeof(struct member),
	.fields = member_fields,
};

/* The order read_member expects; name and own_name follow from it. */
#define COLUMNS \
	"g.code, g.country, n.kind, s.status, s.since, s.decision, s.note," \
	" n.name_en, n.name_zh, n.name_ja, n.name_ko, n.name_ru, n.name_mn," \
	" n.since, n.reading, n.unchecked," \
	" g.phone, g.fax, g.email, g.web, g.letters, g.source, g.note, g.rank, c.language," \
	" p.code, EXISTS (SELECT 1 FROM holding AS h WHERE h.post = p.id AND " PERIOD_ON_DAY("h") ")"

/* CROSS: by rank of protocol first, whatever the planner thinks of the sizes. */
#define PRESENT \
	" FROM government AS g CROSS JOIN government_status AS s ON s.government = g.code" \
	" AND s.voided IS NULL AND s.status NOT IN ('withdrawn', 'expelled') AND " PERIOD_ON_DAY("s")

#define NAMED \
	PRESENT " LEFT JOIN government_name AS n ON n.government = g.code" \
	" AND n.name_kind = 'official' AND " PERIOD_ON_DAY("n") \
	" LEFT JOIN country AS c ON c.code = g.country" \
	" LEFT JOIN post AS p ON p.id = (SELECT id FROM post AS l WHERE l.government = g.code" \
	" AND l.letters = 1 AND " PERIOD_ON_DAY("l") " ORDER BY l.code LIMIT 1)"

static size_t
language_index(const char *column)
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (column != NULL && strcmp(languages[i].column, column) == 0)
			return i;
	return LANGUAGE_COUNT;
}

const char *
member_pick_name(const struct six_names *names, const char *column, const char *own_column)
{
	const size_t wanted[] = { language_index(column), language_index("en"),
		language_index(own_column), 1, 2, 3, 4, 5 };

	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
		const char *name = wanted[i] < LANGUAGE_COUNT ? names->in[wanted[i]] : NULL;

		if (name != NULL && name[0] != '\0')
			return name;
	}
	return "";
}

static void
read_member(const struct stmt *st, struct member *ret_member)
{
	char **const texts[] = {
		&ret_member->code, &ret_member->country, &ret_member->kind,
		&ret_member->status, &ret_member->since, &ret_member->decision,
		&ret_member->note, &ret_member->name_en, &ret_member->name_zh,
		&ret_member->name_ja, &ret_member->name_ko, &ret_member->name_ru,
		&ret_member->name_mn, &ret_member->name_since, &ret_member->reading,
		&ret_member->unchecked, &ret_member->phone, &ret_member->fax,
		&ret_member->email, &ret_member->web, &ret_member->letters,
		&ret_member->source, &ret_member->remark,
	};
	const int count = sizeof texts / sizeof texts[0];
	const char *own = stmt_text(st, count + 1);

	*ret_member = (struct member){ 0 };
	for (int i = 0; i < count; i++) {
		const char *text = stmt_text(st, i);

		*texts[i] = mem_strdup(text != NULL ? text : "");
	}
	ret_member->rank = stmt_int(st, count);

	struct six_names names = { { SIX_NAMES(ret_member, name) } };
	const char *name = member_pick_name(&names, messages_language()->column, own);
	ret_member->name = mem_strdup(name[0] != '\0' ? name : ret_member->code);
	name = member_pick_name(&names, own, NULL);
	ret_member->own_name = mem_strdup(name[0] != '\0' ? name : ret_member->code);
	ret_member->own_language = mem_strdup(own != NULL ? own : "en");
	ret_member->post = mem_strdup(stmt_is_null(st, count + 2) ? "" : stmt_text(st, count + 2));
	ret_member->post_held = stmt_int(st, count + 3);
}

bool
member_get(struct session *session, const char *code, struct member *ret_member, struct err *err)
{
	static const char sql[] = "SELECT " COLUMNS NAMED " WHERE g.code = :code";
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool found = false;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_text(&st, ":code", code);
		found = stmt_next(&st);
		if (found)
			read_member(&st, ret_member);
	}
	if (!stmt_close(&st))
		return false;
	return found || err_set(err, ERR_MISSING,
	    _("On %s the association has no member or observer %s."), day, code);
}

bool
member_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	static const char sql[] = "SELECT " COLUMNS NAMED " ORDER BY g.rank, g.code";
	struct row_list list = { .type = &member_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		while (stmt_next(&st))
			read_member(&st, row_add(&list, &member_type));
	}
	return row_list_take(&list, stmt_close(&st), ret_list);
}

/* A day of 2005 is not after 2005: what follows the prefix does not count. */
#define FILTERED \
	" AND (:country = '' OR g.country = :country) AND (:status = '' OR s.status = :status)" \
	" AND (:in = '' OR substr(s.since, 1, length(:in)) = :in)" \
	" AND (:after = '' OR substr(s.since, 1, length(:after)) > :after)" \
	" AND (:before = '' OR (s.since <> '' AND s.since < :before))" \
	" AND (:kind = '' OR EXISTS (SELECT 1 FROM government_name AS f WHERE f.government = g.code" \
	"  AND f.name_kind = 'official' AND f.kind = :kind AND " PERIOD_ON_DAY("f") "))"

#define CODES "SELECT g.code" PRESENT FILTERED
#define BY_NAME(key, up) \
	"SELECT g.code" PRESENT " LEFT JOIN government_name AS n ON n.government = g.code" \
	" AND n.name_kind = 'official' AND " PERIOD_ON_DAY("n") \
	" LEFT JOIN name_sort AS k ON k.government = n.government AND k.name = n.id" \
	" WHERE 1 = 1" FILTERED \
	" ORDER BY coalesce(k." key ", k.key_en) " up ", g.rank, g.code LIMIT :limit"

/* One constant for each order, up and down: nothing is pasted at run time. */
static const char *const order_sql[][2] = {
	[MEMBER_BY_RANK] = {
		CODES " ORDER BY g.rank, g.code LIMIT :limit",
		CODES " ORDER BY g.rank DESC, g.code DESC LIMIT :limit" },
	[MEMBER_BY_CODE] = {
		CODES " ORDER BY g.code LIMIT :limit",
		CODES " ORDER BY g.code DESC LIMIT :limit" },
	[MEMBER_BY_COUNTRY] = {
		CODES " ORDER BY g.country, g.rank, g.code LIMIT :limit",
		CODES " ORDER BY g.country DESC, g.rank, g.code LIMIT :limit" },
	[MEMBER_BY_SINCE] = {
		CODES " ORDER BY s.since = '', s.since, g.rank, g.code LIMIT :limit",
		CODES " ORDER BY s.since = '', s.since DESC, g.rank, g.code LIMIT :limit" },
	[MEMBER_BY_STATUS] = {
		CODES " ORDER BY s.status, g.rank, g.code LIMIT :limit",
		CODES " ORDER BY s.status DESC, g.rank, g.code LIMIT :limit" },
};

static const char *const name_order_sql[LANGUAGE_COUNT][2] = {
	{ BY_NAME("key_en", "ASC"), BY_NAME("key_en", "DESC") },
	{ BY_NAME("key_zh", "ASC"), BY_NAME("key_zh", "DESC") },
	{ BY_NAME("key_ja", "ASC"), BY_NAME("key_ja", "DESC") },
	{ BY_NAME("key_ko", "ASC"), BY_NAME("key_ko", "DESC") },
	{ BY_NAME("key_ru", "ASC"), BY_NAME("key_ru", "DESC") },
	{ BY_NAME("key_mn", "ASC"), BY_NAME("key_mn", "DESC") },
};

static void
bind_filter(struct stmt *st, const struct member_filter *filter)
{
	static const struct member_filter everything;
	const struct member_filter *f = filter != NULL ? filter : &everything;
	const struct { const char *name, *value; } values[] = {
		{ ":country", f->country }, { ":status", f->status }, { ":in", f->since },
		{ ":after", f->after }, { ":before", f->before }, { ":kind", f->kind },
	};

	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		stmt_bind_text(st, values[i].name, values[i].value != NULL ? values[i].value : "");
}

bool
member_codes_list(struct session *session, const struct member_filter *filter,
    enum member_order order, bool descending, size_t limit, struct member_codes *ret_codes,
    struct err *err)
{
	const char *sql = order == MEMBER_BY_NAME ?
	    name_order_sql[language_index(messages_language()->column)][descending] :
	    order_sql[order][descending];
	struct member_codes codes = { 0 };
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		bind_filter(&st, filter);
		stmt_bind_int(&st, ":limit", limit > 0 ? (int64_t)limit : -1);
		while (stmt_next(&st)) {
			codes.code = mem_room(codes.code, codes.count, &codes.room,
			    sizeof codes.code[0]);
			snprintf(codes.code[codes.count++], sizeof codes.code[0], "%s",
			    stmt_text(&st, 0));
		}
	}
	if (!stmt_close(&st)) {
		member_codes_done(&codes);
		return false;
	}
	*ret_codes = codes;
	return true;
}

void
member_codes_done(struct member_codes *codes)
{
	free(codes->code);
	*codes = (struct member_codes){ 0 };
}
