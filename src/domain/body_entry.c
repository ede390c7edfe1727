/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/body_entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/body_text.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field body_entry_fields[] = {
	{ RECORD_FIELD(body_entry, key), .label = NC_("field", "Key"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER, .width = 8 },
	{ RECORD_FIELD(body_entry, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_REQUIRED, .width = 13, .choices = body_kinds },
	{ RECORD_FIELD(body_entry, parent), .label = NC_("field", "Belongs to"), .kind = FIELD_CODE,
	  .flags = FIELD_NULLABLE | FIELD_UPPER, .width = 8, .refers = "body" },
	{ RECORD_FIELD(body_entry, number), .label = NC_("field", "Number"), .kind = FIELD_NUMBER,
	  .flags = FIELD_NULLABLE | FIELD_LISTED, .width = 6 },
	{ RECORD_FIELD(body_entry, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 36 },
	{ RECORD_FIELD(body_entry, holder), .label = NC_("field", "Held by"), .kind = FIELD_CODE,
	  .flags = FIELD_COMPUTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(body_entry, depth), .label = NC_("field", "Level"), .kind = FIELD_NUMBER,
	  .flags = FIELD_COMPUTED, .width = 5 },
	{ RECORD_FIELD(body_entry, coordinator), .label = NC_("field", "Coordinator"),
	  .kind = FIELD_CODE, .flags = FIELD_LISTED | FIELD_UPPER, .width = 7,
	  .refers = "government" },
	{ RECORD_FIELD(body_entry, coordinator_since), .label = NC_("field", "Coordinator since"),
	  .kind = FIELD_DAY, .width = 10 },
	{ RECORD_FIELD(body_entry, since), .label = NC_("field", "Since"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(body_entry, until), .label = NC_("field", "Until"), .kind = FIELD_DAY,
	  .flags = FIELD_NULLABLE | FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(body_entry, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(body_entry, successor), .label = NC_("field", "Successor"),
	  .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER, .width = 8, .refers = "body" },
	{ RECORD_FIELD(body_entry, ended), .label = NC_("field", "Ended by"), .kind = FIELD_TEXT,
	  .width = 20 },
	{ RECORD_FIELD(body_entry, name_en), .label = NC_("field", "Name en"), .kind = FIELD_TEXT,
	  .width = 36, .language = "en" },
	{ RECORD_FIELD(body_entry, name_zh), .label = NC_("field", "Name zh"), .kind = FIELD_TEXT,
	  .width = 36, .language = "zh" },
	{ RECORD_FIELD(body_entry, name_ja), .label = NC_("field", "Name ja"), .kind = FIELD_TEXT,
	  .width = 36, .language = "ja" },
	{ RECORD_FIELD(body_entry, name_ko), .label = NC_("field", "Name ko"), .kind = FIELD_TEXT,
	  .width = 36, .language = "ko" },
	{ RECORD_FIELD(body_entry, name_ru), .label = NC_("field", "Name ru"), .kind = FIELD_TEXT,
	  .width = 36, .language = "ru" },
	{ RECORD_FIELD(body_entry, name_mn), .label = NC_("field", "Name mn"), .kind = FIELD_TEXT,
	  .width = 36, .language = "mn" },
	{ RECORD_FIELD(body_entry, name_since), .label = NC_("field", "Names held from"),
	  .kind = FIELD_DAY, .width = 10 },
	{ RECORD_FIELD(body_entry, unchecked), .label = NC_("field", "Unchecked"),
	  .kind = FIELD_TEXT, .width = 10 },
	{ RECORD_FIELD(body_entry, role_en), .label = NC_("field", "Role en"), .kind = FIELD_LONG,
	  .width = 40, .language = "en" },
	{ RECORD_FIELD(body_entry, role_zh), .label = NC_("field", "Role zh"), .kind = FIELD_LONG,
	  .width = 40, .language = "zh" },
	{ RECORD_FIELD(body_entry, role_ja), .label = NC_("field", "Role ja"), .kind = FIELD_LONG,
	  .width = 40, .language = "ja" },
	{ RECORD_FIELD(body_entry, role_ko), .label = NC_("field", "Role ko"), .kind = FIELD_LONG,
	  .width = 40, .language = "ko" },
	{ RECORD_FIELD(body_entry, role_ru), .label = NC_("field", "Role ru"), .kind = FIELD_LONG,
	  .width = 40, .language = "ru" },
	{ RECORD_FIELD(body_entry, role_mn), .label = NC_("field", "Role mn"), .kind = FIELD_LONG,
	  .width = 40, .language = "mn" },
	{ RECORD_FIELD(body_entry, purpose_en), .label = NC_("field", "Purpose en"), .kind = FIELD_LONG,
	  .width = 40, .language = "en" },
	{ RECORD_FIELD(body_entry, purpose_zh), .label = NC_("field", "Purpose zh"), .kind = FIELD_LONG,
	  .width = 40, .language = "zh" },
	{ RECORD_FIELD(body_entry, purpose_ja), .label = NC_("field", "Purpose ja"), .kind = FIELD_LONG,
	  .width = 40, .language = "ja" },
	{ RECORD_FIELD(body_entry, purpose_ko), .label = NC_("field", "Purpose ko"), .kind = FIELD_LONG,
	  .width = 40, .language = "ko" },
	{ RECORD_FIELD(body_entry, purpose_ru), .label = NC_("field", "Purpose ru"), .kind = FIELD_LONG,
	  .width = 40, .language = "ru" },
	{ RECORD_FIELD(body_entry, purpose_mn), .label = NC_("field", "Purpose mn"), .kind = FIELD_LONG,
	  .width = 40, .language = "mn" },
	{ RECORD_FIELD(body_entry, activities_en), .label = NC_("field", "Activities en"), .kind = FIELD_LONG,
	  .width = 40, .language = "en" },
	{ RECORD_FIELD(body_entry, activities_zh), .label = NC_("field", "Activities zh"), .kind = FIELD_LONG,
	  .width = 40, .language = "zh" },
	{ RECORD_FIELD(body_entry, activities_ja), .label = NC_("field", "Activities ja"), .kind = FIELD_LONG,
	  .width = 40, .language = "ja" },
	{ RECORD_FIELD(body_entry, activities_ko), .label = NC_("field", "Activities ko"), .kind = FIELD_LONG,
	  .width = 40, .language = "ko" },
	{ RECORD_FIELD(body_entry, activities_ru), .label = NC_("field", "Activities ru"), .kind = FIELD_LONG,
	  .width = 40, .language = "ru" },
	{ RECORD_FIELD(body_entry, activities_mn), .label = NC_("field", "Activities mn"), .kind = FIELD_LONG,
	  .width = 40, .language = "mn" },
	{ RECORD_FIELD(body_entry, texts_unchecked), .label = NC_("field", "Texts unchecked"),
	  .kind = FIELD_TEXT, .width = 10 },
	{ RECORD_FIELD(body_entry, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type body_entry_type = {
	.key = "bodies",
	.label = N_("Body"),
	.plural = N_("Bodies"),
	.size = sizeof(struct body_entry),
	.fields = body_entry_fields,
};

const struct mapping body_entry_body_map[] = {
	{ "key", "key" }, { "kind", "kind" }, { "parent", "parent" }, { "number", "number" },
	{ "since", "since" }, { "until", "until" }, { "decision", "decision" },
	{ "successor", "successor" }, { "ended", "ended" }, { "note", "note" }, { 0 }
};

const struct mapping body_entry_name_map[] = {
	{ "key", "body" }, { "name_since", "since" }, { "unchecked", "unchecked" },
	{ "name_en", "name_en" }, { "name_zh", "name_zh" }, { "name_ja", "name_ja" },
	{ "name_ko", "name_ko" }, { "name_ru", "name_ru" }, { "name_mn", "name_mn" }, { 0 }
};

static const struct mapping role_map[] = {
	{ "role_en", "text_en" }, { "role_zh", "text_zh" },
	{ "role_ja", "text_ja" }, { "role_ko", "text_ko" },
	{ "role_ru", "text_ru" }, { "role_mn", "text_mn" },
	{ 0 }
};

static const struct mapping purpose_map[] = {
	{ "purpose_en", "text_en" }, { "purpose_zh", "text_zh" },
	{ "purpose_ja", "text_ja" }, { "purpose_ko", "text_ko" },
	{ "purpose_ru", "text_ru" }, { "purpose_mn", "text_mn" },
	{ 0 }
};

static const struct mapping activities_map[] = {
	{ "activities_en", "text_en" }, { "activities_zh", "text_zh" },
	{ "activities_ja", "text_ja" }, { "activities_ko", "text_ko" },
	{ "activities_ru", "text_ru" }, { "activities_mn", "text_mn" },
	{ 0 }
};

const struct body_entry_text body_entry_texts[] = {
	{ "role", role_map }, { "purpose", purpose_map }, { "activities", activities_map }, { 0 }
};

/* The day asked for; a dissolved body is shown as it was last. */
static bool
gather_name(struct session *session, const char *day, struct body_entry *entry, struct err *err)
{
	struct body_name name = { 0 };
	bool found = false;

	if (!body_name_row_on(session, entry->key, day, &name, &found, err))
		return false;
	if (found)
		mapping_gather(body_entry_name_map, &body_name_type, &name, &body_entry_type, entry);
	record_done(&body_name_type, &name);
	const struct six_names names = { { SIX_NAMES(entry, name) } };
	const char *shown = member_pick_name(&names, messages_language()->column, NULL);
	mem_replace(&entry->name, shown[0] != '\0' ? shown : entry->key);
	return true;
}

/* Add the words of more that are not in *list yet. */
static void
join_words(char **list, const char *more)
{
	struct buf joined = { 0 };
	size_t length;

	buf_add(&joined, *list != NULL ? *list : "");
	for (; *more != '\0'; more += length) {
		more += strspn(more, " ");
		length = strcspn(more, " ");
		char *word = mem_strndup(more, length);

		if (length > 0 && strstr(buf_text(&joined), word) == NULL)
			buf_addf(&joined, "%s%s", joined.length > 0 ? " " : "", word);
		free(word);
	}
	free(*list);
	*list = buf_take(&joined);
}

static bool
gather_texts(struct session *session, const char *day, struct body_entry *entry, struct err *err)
{
	bool ok = true;

	for (const struct body_entry_text *kind = body_entry_texts; ok && kind->text_kind != NULL;
	    kind++) {
		struct body_text text = { 0 };
		bool found = false;

		ok = body_text_row_on(session, entry->key, kind->text_kind, day, &text, &found, err);
		mapping_gather(kind->map, &body_text_type, &text, &body_entry_type, entry);
		join_words(&entry->texts_unchecked, found ? text.unchecked : "");
		record_done(&body_text_type, &text);
	}
	return ok;
}

/* Of the seats that lead a body the first that is held: the list names its holder. */
static bool
gather_holders(struct session *session, const char *day, struct body_entry *entry, struct err *err)
{
	static const char sql[] =
	    "SELECT government, role, no, since FROM term WHERE body = :body"
	    " AND role IN ('chair', 'host', 'coordinator')"
	    " AND " PERIOD_ON_DAY("term")
	    " ORDER BY instr('chair host coordinator', role), no";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":body", entry->key);
		stmt_bind_text(&st, ":day", day);
		while (stmt_next(&st)) {
			if (entry->holder == NULL)
				entry->holder = mem_strdup(stmt_text(&st, 0));
			if (strcmp(stmt_text(&st, 1), "coordinator") != 0 || stmt_int(&st, 2) != 1)
				continue;
			mem_replace(&entry->coordinator, stmt_text(&st, 0));
			mem_replace(&entry->coordinator_since, stmt_text(&st, 3));
		}
	}
	return stmt_close(&st);
}

/* A text that nothing was found for is empty, not missing. */
static void
fill_empty(struct body_entry *entry)
{
	for (const struct field *field = body_entry_fields; field->key != NULL; field++)
		if (field->kind != FIELD_NUMBER && (field->flags & FIELD_NULLABLE) == 0 &&
		    record_text(field, entry)[0] == '\0')
			record_put(field, entry, "");
}

static bool
gather(struct session *session, const struct body *body, int64_t depth,
    struct body_entry *entry, struct err *err)
{
	char day[DAY_SIZE];

	session_day(session, day);
	mapping_gather(body_entry_body_map, &body_type, body, &body_entry_type, entry);
	entry->depth = depth;
	bool ok = gather_name(session, day, entry, err) && gather_texts(session, day, entry, err) &&
	    gather_holders(session, day, entry, err);
	fill_empty(entry);
	return ok;
}

static bool
is_set_up(const struct session *session, const struct body *body)
{
	char day[DAY_SIZE];

	session_day(session, day);
	return strcmp(body->since, day) <= 0;
}

static bool
find_depth(struct session *session, const char *key, int64_t *ret_depth, struct err *err)
{
	static const char sql[] =
	    "WITH RECURSIVE above(key) AS (SELECT parent FROM body WHERE key = :key"
	    " UNION SELECT body.parent FROM above JOIN body ON body.key = above.key)"
	    " SELECT count(key) FROM above";

	return stmt_ask_int(session->db, sql, ":key", key, ret_depth, err);
}

bool
body_entry_get(struct session *session, const char *key, struct body_entry *ret_entry,
    struct err *err)
{
	struct body body = { 0 };
	bool found = false;

	if (!row_find(session, &body_type, key, &body, &found, err))
		return false;
	bool ok = found && is_set_up(session, &body);
	if (!found)
		err_set(err, ERR_MISSING, _("There is no body %s."), key);
	else if (!ok)
		err_set(err, ERR_MISSING, _("%s is set up only on %s."), key, body.since);
	*ret_entry = (struct body_entry){ 0 };
	int64_t depth = 0;
	ok = ok && find_depth(session, key, &depth, err) &&
	    gather(session, &body, depth, ret_entry, err);
	record_done(&body_type, &body);
	return ok;
}

/* Bodies on their way into the order of the tree. */
struct climbing {
	struct session *session;
	const struct row_list *bodies;	/* in order of number and first day */
	struct row_list *list;
	struct err *err;
};

static bool
is_listed(const struct row_list *bodies, const char *key)
{
	for (size_t i = 0; i < bodies->count; i++)
		if (strcmp(((const struct body *)row_at(bodies, i))->key, key) == 0)
			return true;
	return false;
}

/* Those that belong to parent, each with its own behind it. NULL: those at the top. */
static bool
add_below(const struct climbing *climbing, const char *parent, int64_t depth)
{
	bool ok = true;

	for (size_t i = 0; ok && i < climbing->bodies->count; i++) {
		const struct body *body = row_at(climbing->bodies, i);
		bool here = parent == NULL ?
		    body->parent == NULL || !is_listed(climbing->bodies, body->parent) :
		    body->parent != NULL && strcmp(body->parent, parent) == 0;

		if (!here || !is_set_up(climbing->session, body))
			continue;
		ok = gather(climbing->session, body, depth,
		    row_add(climbing->list, &body_entry_type), climbing->err) &&
		    add_below(climbing, body->key, depth + 1);
	}
	return ok;
}

bool
body_entry_list(struct session *session, struct row_list *ret_list, struct err *err)
{
	struct row_list bodies = { 0 }, list = { .type = &body_entry_type };
	const struct climbing climbing = { session, &bodies, &list, err };
	bool ok = row_list(session, &body_type, NULL, NULL, "number, since, kind, key", &bodies, err) &&
	    add_below(&climbing, NULL, 0);

	row_list_done(&bodies);
	return row_list_take(&list, ok, ret_list);
}
