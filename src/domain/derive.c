/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/derive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "domain/agenda.h"
#include "domain/body.h"
#include "domain/fold.h"
#include "domain/government_name.h"
#include "domain/meeting_span.h"
#include "domain/row.h"
#include "domain/search_lines.h"
#include "domain/session.h"
#include "store/change.h"
#include "store/stmt.h"

/* What follows from a row of a subject besides its check. */
enum { TEXT = 1, MORE = 2 };

/* A record whose derived rows are due. */
struct due {
	const struct subject *subject;
	unsigned follows;
	char key[48];
};

struct derive {
	struct due *item;
	size_t count, room;
};

/* What a search finds, and how the lines it looks in are gathered. */
struct subject {
	const char *kind;	/* of search_text */
	bool (*check)(struct session *session, const char *key, struct err *err);
	/* Writes other rows that follow from it; are those there what it would write? */
	bool (*more)(struct session *session, const char *key, struct err *err);
	bool (*more_verify)(struct session *session, const char *key, bool *ret_same,
	    struct err *err);
	search_lines_fn *gather;	/* NULL: no search finds it */
	const char *all_sql;	/* every key */
};

/* Every function may be NULL. */
static bool check_government(struct session *, const char *, struct err *);
static bool derive_sort_keys(struct session *, const char *, struct err *);

enum { GOVERNMENT, PERSON, POST, BODY, MEETING, AGENDA, DECISION };

static const struct subject subjects[] = {
	[GOVERNMENT] = { .kind = "government", .check = check_government, .more = derive_sort_keys,
	    .gather = search_lines_government, .all_sql = "SELECT code FROM government" },
	[PERSON] = { .kind = "person", .gather = search_lines_person, .all_sql = "SELECT id FROM person" },
	[POST] = { .kind = "post", .gather = search_lines_post, .all_sql = "SELECT id FROM post" },
	[BODY] = { .kind = "body", .check = body_check_whole, .gather = search_lines_body,
	    .all_sql = "SELECT key FROM body" },
	[MEETING] = { .kind = "meeting", .more = meeting_span_derive,
	    .more_verify = meeting_span_verify, .gather = search_lines_meeting,
	    .all_sql = "SELECT key FROM meeting" },
	[AGENDA] = { .kind = "agenda", .check = agenda_check,
	    .all_sql = "SELECT DISTINCT meeting FROM agenda_item" },
	[DECISION] = { .kind = "decision", .gather = search_lines_decision,
	    .all_sql = "SELECT meeting || '/' || no FROM decision" },
};

/* Which subject a row belongs to, and the field that names it; NULL: the row is the subject. */
static const struct {
	const char *type, *field;
	const struct subject *subject;
	unsigned follows;
} owners[] = {
	{ "government", NULL, &subjects[GOVERNMENT], TEXT },
	{ "government_name", "government", &subjects[GOVERNMENT], TEXT | MORE },
	{ "government_status", "government", &subjects[GOVERNMENT], 0 },
	{ "alias", "government", &subjects[GOVERNMENT], TEXT },
	{ "person", NULL, &subjects[PERSON], TEXT },
	{ "post", NULL, &subjects[POST], TEXT },
	{ "body", NULL, &subjects[BODY], TEXT },
	{ "body_name", "body", &subjects[BODY], TEXT },
	{ "meeting", NULL, &subjects[MEETING], TEXT | MORE },
	{ "sitting", "meeting", &subjects[MEETING], TEXT | MORE },
	{ "agenda_item", "meeting", &subjects[AGENDA], 0 },
	{ "decision", NULL, &subjects[DECISION], TEXT },
};

struct derive *
derive_new(void)
{
	return mem_alloc(sizeof(struct derive));
}

void
derive_free(struct derive *derive)
{
	if (derive == NULL)
		return;
	free(derive->item);
	free(derive);
}

void
derive_forget(struct derive *derive)
{
	derive->count = 0;
}

/* Rows of one owner come together: looking back a little finds most doubles. */
static struct due *
find_due(const struct derive *derive, const struct subject *subject, const char *key)
{
	size_t back = derive->count < 8 ? derive->count : 8;

	for (size_t i = derive->count - back; i < derive->count; i++)
		if (derive->item[i].subject == subject && strcmp(derive->item[i].key, key) == 0)
			return &derive->item[i];
	return NULL;
}

static void
add_due(struct derive *derive, const struct subject *subject, unsigned follows, const char *key)
{
	struct due *due = find_due(derive, subject, key);

	if (due == NULL) {
		derive->item = mem_room(derive->item, derive->count, &derive->room, sizeof(struct due));
		due = &derive->item[derive->count++];
		*due = (struct due){ .subject = subject };
		snprintf(due->key, sizeof due->key, "%s", key);
	}
	due->follows |= follows;
}

bool
derive_follows(const struct record_type *type)
{
	for (size_t i = 0; i < sizeof owners / sizeof owners[0]; i++)
		if (strcmp(owners[i].type, type->key) == 0)
			return true;
	return false;
}

void
derive_note(struct session *session, const struct record_type *type, const void *row)
{
	for (size_t i = 0; i < sizeof owners / sizeof owners[0]; i++) {
		struct buf key = { 0 };

		if (strcmp(owners[i].type, type->key) != 0)
			continue;
		if (owners[i].field == NULL)
			record_key(type, row, &key);
		else
			buf_add(&key, record_text(record_find_field(type, owners[i].field), row));
		add_due(session->derive, owners[i].subject, owners[i].follows, buf_text(&key));
		buf_done(&key);
	}
}

/* Checking. */

static bool
check_government(struct session *session, const char *key, struct err *err)
{
	static const char sql[] =
	    "SELECT EXISTS (SELECT 1 FROM government WHERE code = :key)"
	    " AND NOT EXISTS (SELECT 1 FROM government_name WHERE government = :key"
	    "  AND name_kind = 'official')";
	struct stmt st = { 0 };
	bool nameless = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", key);
		nameless = stmt_next(&st) && stmt_int(&st, 0) != 0;
	}
	if (!stmt_close(&st))
		return false;
	if (nameless)
		return err_set(err, ERR_RULE, _("%s has no name: give it one in one language at least."),
		    key);
	return true;
}

/* Writing. */

static bool
clear_text(struct session *session, const struct subject *subject, const char *key,
    struct err *err)
{
	static const char sql[] = "DELETE FROM search_text WHERE kind = :kind AND key = :key";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":kind", subject->kind);
		stmt_bind_text(&st, ":key", key);
		stmt_run(&st);
	}
	return stmt_close(&st);
}

static bool
write_text(struct session *session, const struct subject *subject, const char *key,
    int64_t rank, const char *lines, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO search_text (kind, rank, key, text) VALUES (:kind, :rank, :key, :text)";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":kind", subject->kind);
		stmt_bind_int(&st, ":rank", rank);
		stmt_bind_text(&st, ":key", key);
		stmt_bind_text(&st, ":text", lines);
		stmt_run(&st);
	}
	return stmt_close(&st);
}

/* Of a record: no text, that one, or another. */
enum stored { NONE, SAME, OTHER };

static bool
look_at_text(struct session *session, const struct subject *subject, const char *key,
    int64_t rank, const char *lines, enum stored *ret_stored, struct err *err)
{
	/* Left alone the planner walks the whole kind, once for each key. */
	static const char sql[] =
	    "SELECT count(*), min(rank = :rank AND text = :text)"
	    " FROM search_text INDEXED BY search_text_key WHERE kind = :kind AND key = :key";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_int(&st, ":rank", rank);
		stmt_bind_text(&st, ":text", lines);
		stmt_bind_text(&st, ":kind", subject->kind);
		stmt_bind_text(&st, ":key", key);
		if (stmt_next(&st))
			*ret_stored = stmt_int(&st, 0) == 0 ? NONE :
			    stmt_int(&st, 0) == 1 && stmt_int(&st, 1) == 1 ? SAME : OTHER;
	}
	return stmt_close(&st);
}

/* Mostly it is there already: a telephone number is in no text. */
static bool
derive_text(struct session *session, const struct subject *subject, const char *key,
    struct err *err)
{
	struct buf lines = { 0 };
	enum stored stored = NONE;
	int64_t rank = 0;
	bool found = false;
	bool ok = subject->gather(session, key, &lines, &rank, &found, err) &&
	    look_at_text(session, subject, key, rank, buf_text(&lines), &stored, err);
	bool stays = found && stored == SAME;

	if (ok && stored != NONE && !stays)
		ok = clear_text(session, subject, key, err);
	if (ok && found && !stays)
		ok = write_text(session, subject, key, rank, buf_text(&lines), err);
	buf_done(&lines);
	return ok;
}

static bool
write_sort_keys(struct session *session, const struct government_name *name, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO name_sort (government, name, key_en, key_zh, key_ja, key_ko, key_ru, key_mn)"
	    " VALUES (:government, :name, :en, :zh, :ja, :ko, :ru, :mn)";
	const char *const names[] = { name->name_en, name->name_zh, name->name_ja,
		name->name_ko, name->name_ru, name->name_mn };
	static const char *const places[] = { ":en", ":zh", ":ja", ":ko", ":ru", ":mn" };
	struct buf key = { 0 };
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":government", name->government);
		stmt_bind_text(&st, ":name", name->id);
		for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
			if (names[i][0] == '\0')
				continue;
			buf_clear(&key);
			fold_sort_key(names[i], i == 2 ? name->reading : NULL, &key);
			stmt_bind_blob(&st, places[i], key.bytes, key.length);
		}
		stmt_run(&st);
	}
	buf_done(&key);
	return stmt_close(&st);
}

/* Asked first: to delete rows that are not there costs as much as to delete some. */
static bool
clear_sort_keys(struct session *session, const char *government, struct err *err)
{
	static const char ask[] = "SELECT EXISTS (SELECT 1 FROM name_sort WHERE government = :government)";
	static const char sql[] = "DELETE FROM name_sort WHERE government = :government";
	struct stmt st = { 0 };
	int64_t any = 0;

	if (!stmt_ask_int(session->db, ask, ":government", government, &any, err))
		return false;
	if (any == 0)
		return true;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":government", government);
		stmt_run(&st);
	}
	return stmt_close(&st);
}

static bool
derive_sort_keys(struct session *session, const char *government, struct err *err)
{
	struct row_list names = { 0 };
	bool ok = clear_sort_keys(session, government, err) &&
	    row_list(session, &government_name_type, "government", government, NULL, &names, err);

	for (size_t i = 0; i < names.count && ok; i++)
		ok = write_sort_keys(session, row_at(&names, i), err);
	row_list_done(&names);
	return ok;
}

static bool
derive_one(struct session *session, const struct subject *subject, unsigned follows, const char *key,
    struct err *err)
{
	if (subject->check != NULL && !subject->check(session, key, err))
		return false;
	if ((follows & MORE) != 0 && subject->more != NULL && !subject->more(session, key, err))
		return false;
	return (follows & TEXT) == 0 || subject->gather == NULL || derive_text(session, subject, key, err);
}

bool
derive_run(struct session *session, struct err *err)
{
	struct derive *derive = session->derive;

	for (size_t i = 0; i < derive->count; i++) {
		const struct due *due = &derive->item[i];

		if (!derive_one(session, due->subject, due->follows, due->key, err))
			return false;
	}
	return true;
}

/* Tell each about every key of the subject. */
static bool
each_key(struct session *session, const struct subject *subject,
    bool (*each)(struct session *, const struct subject *, const char *, void *, struct err *),
    void *context, struct err *err)
{
	struct stmt st = { 0 };
	bool ok = true;

	if (stmt_open(&st, session->db, subject->all_sql, err))
		while (ok && stmt_next(&st))
			ok = each(session, subject, stmt_text(&st, 0), context, err);
	return stmt_close(&st) && ok;
}

static bool
derive_each(struct session *session, const struct subject *subject, const char *key,
    void *context, struct err *err)
{
	(void)context;
	return derive_one(session, subject, TEXT | MORE, key, err);
}

bool
derive_all(struct session *session, struct err *err)
{
	if (!stmt_exec(session->db, "DELETE FROM search_text", err) ||
	    !stmt_exec(session->db, "DELETE FROM name_sort", err) ||
	    !stmt_exec(session->db, "DELETE FROM meeting_span", err))
		return false;
	for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++)
		if (!each_key(session, &subjects[i], derive_each, NULL, err))
			return false;
	return true;
}

bool
derive_mark_current(struct session *session, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO meta (k, v) VALUES ('fold_version', CAST(:version AS TEXT))"
	    " ON CONFLICT (k) DO UPDATE SET v = excluded.v";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_int(&st, ":version", FOLD_VERSION);
		stmt_run(&st);
	}
	return stmt_close(&st);
}

static bool
is_current(struct session *session, bool *ret_current, struct err *err)
{
	static const char sql[] = "SELECT v = CAST(:version AS TEXT) FROM meta WHERE k = 'fold_version'";
	struct stmt st = { 0 };

	*ret_current = false;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_int(&st, ":version", FOLD_VERSION);
		*ret_current = stmt_next(&st) && stmt_int(&st, 0) == 1;
	}
	return stmt_close(&st);
}

static bool
derive_anew(struct session *session, struct err *err)
{
	return session_begin(session, "rebuild derived rows", NULL, err) &&
	    session_finish(session, derive_all(session, err) && derive_mark_current(session, err),
		NULL, err);
}

bool
derive_keep_current(struct session *session, struct err *err)
{
	bool current;

	if (!is_current(session, &current, err))
		return false;
	if (current || session->read_only)
		return true;
	/* It is no change of a clerk's, who may be about to look at a past day. */
	char *as_of = session->as_of;
	session->as_of = mem_strdup("");
	bool ok = derive_anew(session, err);
	free(session->as_of);
	session->as_of = as_of;
	return ok;
}

struct saying {
	void (*say)(void *context, const char *line);
	void *context;
	struct buf line;
};

static bool
verify_text(struct session *session, const struct subject *subject, const char *key,
    bool *ret_same, struct err *err)
{
	struct buf lines = { 0 };
	enum stored stored = NONE;
	int64_t rank = 0;
	bool found = false;
	bool ok = subject->gather(session, key, &lines, &rank, &found, err) &&
	    look_at_text(session, subject, key, rank, buf_text(&lines), &stored, err);

	*ret_same = stored == SAME;
	buf_done(&lines);
	return ok;
}

static void
say_differs(struct saying *saying, const char *derived, const struct subject *subject,
    const char *key)
{
	buf_clear(&saying->line);
	buf_addf(&saying->line, "%s %s %s", derived, subject->kind, key);
	saying->say(saying->context, buf_text(&saying->line));
}

static bool
verify_each(struct session *session, const struct subject *subject, const char *key,
    void *context, struct err *err)
{
	bool same = true, more_same = true;

	if (subject->gather != NULL && !verify_text(session, subject, key, &same, err))
		return false;
	if (subject->more_verify != NULL && !subject->more_verify(session, key, &more_same, err))
		return false;
	if (!same)
		say_differs(context, "search_text", subject, key);
	if (!more_same)
		say_differs(context, "derived rows", subject, key);
	return true;
}

static bool
say_strays(struct session *session, struct saying *saying, struct err *err)
{
	static const char sql[] =
	    "SELECT 'search_text ' || kind || ' ' || key FROM search_text WHERE key NOT IN"
	    " (SELECT code FROM government UNION ALL SELECT id FROM person"
	    "  UNION ALL SELECT id FROM post UNION ALL SELECT key FROM body"
	    "  UNION ALL SELECT key FROM meeting UNION ALL SELECT meeting || '/' || no FROM decision)"
	    " UNION ALL SELECT 'name_sort ' || id FROM government_name"
	    "  WHERE id NOT IN (SELECT name FROM name_sort)"
	    " UNION ALL SELECT 'name_sort ' || name FROM name_sort"
	    "  WHERE name NOT IN (SELECT id FROM government_name)"
	    " UNION ALL SELECT 'meeting_span ' || meeting FROM meeting_span"
	    "  WHERE meeting NOT IN (SELECT key FROM meeting)";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		while (stmt_next(&st))
			saying->say(saying->context, stmt_text(&st, 0));
	return stmt_close(&st);
}

bool
derive_verify(struct session *session, void (*say)(void *, const char *), void *context,
    struct err *err)
{
	struct saying saying = { .say = say, .context = context };
	bool ok = true;

	for (size_t i = 0; i < sizeof subjects / sizeof subjects[0] && ok; i++)
		ok = each_key(session, &subjects[i], verify_each, &saying, err);
	ok = ok && say_strays(session, &saying, err);
	buf_done(&saying.line);
	return ok;
}
