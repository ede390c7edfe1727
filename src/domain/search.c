/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/fold.h"
#include "domain/member.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/session.h"
#include "store/stmt.h"

struct search_index {
	struct buf texts;	/* one entry after another, each closed by a newline */
	uint32_t *start;	/* of each entry in texts; one more closes the last */
	size_t count, room;
	char *keys;		/* count of them, each key_size bytes with its NUL */
	size_t key_size, key_room;
	uint32_t *by_key;	/* entries in order of key; NULL until asked for */
	uint32_t *hits;
	size_t hit_count;
	struct fold_query asked;	/* what hits answer; zero before the first */
};

enum { GOVERNMENT_KEY = 8, ID_KEY = 27 };

static void
add_entry(struct search_index *index, const char *key, const char *text)
{
	/* One more, always: the entry that closes the last text. */
	index->start = mem_room(index->start, index->count + 1, &index->room, sizeof(uint32_t));
	index->keys = mem_room(index->keys, index->count, &index->key_room, index->key_size);
	strncpy(index->keys + index->count * index->key_size, key, index->key_size);
	index->start[index->count++] = (uint32_t)index->texts.length;
	buf_add(&index->texts, text);
	buf_add_char(&index->texts, '\n');
	index->start[index->count] = (uint32_t)index->texts.length;
}

bool
search_index_load(struct session *session, const char *kind, struct search_index **ret_index,
    struct err *err)
{
	static const char sql[] =
	    "SELECT key, text FROM search_text WHERE kind = :kind ORDER BY rank, key";
	struct search_index *index = mem_alloc(sizeof *index);
	struct stmt st = { 0 };

	index->key_size = strcmp(kind, "government") == 0 ? GOVERNMENT_KEY : ID_KEY;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":kind", kind);
		while (stmt_next(&st))
			add_entry(index, stmt_text(&st, 0), stmt_text(&st, 1));
	}
	if (!stmt_close(&st)) {
		search_index_free(index);
		return false;
	}
	*ret_index = index;
	return true;
}

void
search_index_free(struct search_index *index)
{
	if (index == NULL)
		return;
	buf_done(&index->texts);
	free(index->start);
	free(index->keys);
	free(index->by_key);
	free(index->hits);
	fold_query_done(&index->asked);
	free(index);
}

size_t
search_index_count(const struct search_index *index)
{
	return index->count;
}

const char *
search_index_key(const struct search_index *index, size_t entry)
{
	return index->keys + entry * index->key_size;
}

/* The entry that holds a byte of texts. */
static size_t
entry_at(const struct search_index *index, size_t offset, size_t from)
{
	size_t low = from, high = index->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (index->start[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void
match_all(struct search_index *index)
{
	for (size_t i = 0; i < index->count; i++)
		index->hits[i] = (uint32_t)i;
	index->hit_count = index->count;
}

static void
match_anew(struct search_index *index, const struct fold_query *query)
{
	const char *texts = buf_text(&index->texts);
	size_t entry = 0, at = 0;

	index->hit_count = 0;
	while (at < index->texts.length) {
		at = fold_query_scan(query, texts, index->texts.length, at);
		if (at >= index->texts.length)
			break;
		entry = entry_at(index, at, entry);
		index->hits[index->hit_count++] = (uint32_t)entry;
		at = index->start[entry + 1];
	}
}

static void
match_among_hits(struct search_index *index, const struct fold_query *query)
{
	size_t kept = 0;

	for (size_t i = 0; i < index->hit_count; i++) {
		uint32_t entry = index->hits[i];
		size_t start = index->start[entry];

		if (fold_query_match(query, buf_text(&index->texts) + start,
		    index->start[entry + 1] - start) != FOLD_NONE)
			index->hits[kept++] = entry;
	}
	index->hit_count = kept;
}

const uint32_t *
search_index_match(struct search_index *index, const char *typed, size_t *ret_count)
{
	struct fold_query query = { 0 };

	if (index->hits == NULL)
		index->hits = mem_grow(NULL, index->count, sizeof(uint32_t));
	fold_query_init(&query, typed);
	if (query.length == 0)
		match_all(index);
	else if (index->asked.length > 0 && fold_query_narrows(&query, &index->asked))
		match_among_hits(index, &query);
	else
		match_anew(index, &query);
	fold_query_done(&index->asked);
	index->asked = query;
	*ret_count = index->hit_count;
	return index->hits;
}

static int
compare_entries(const void *a, const void *b, void *context)
{
	const struct search_index *index = context;

	return strcmp(search_index_key(index, *(const uint32_t *)a),
	    search_index_key(index, *(const uint32_t *)b));
}

static void
sort_by_key(struct search_index *index)
{
	index->by_key = mem_grow(NULL, index->count, sizeof *index->by_key);
	for (size_t i = 0; i < index->count; i++)
		index->by_key[i] = (uint32_t)i;
	qsort_r(index->by_key, index->count, sizeof *index->by_key, compare_entries, index);
}

size_t
search_index_find_key(struct search_index *index, const char *key)
{
	size_t low = 0, high = index->count;

	if (index->by_key == NULL)
		sort_by_key(index);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(key, search_index_key(index, index->by_key[middle]));

		if (order == 0)
			return index->by_key[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return index->count;
}

static const struct choice hit_kinds[] = {
	{ "government", NC_("hit", "government") },
	{ "person", NC_("hit", "person") },
	{ "post", NC_("hit", "post") },
	{ 0 }
};

static const struct field hit_fields[] = {
	{ RECORD_FIELD(hit, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 10, .choices = hit_kinds },
	{ RECORD_FIELD(hit, key), .label = NC_("field", "Key"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 7 },
	{ RECORD_FIELD(hit, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 36 },
	{ RECORD_FIELD(hit, detail), .label = NC_("field", "Own name"), .kind = FIELD_TEXT,
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

/* A match before it is dressed: how good, and where it stood. */
struct match {
	enum fold_rank rank;
	size_t order;
	char *kind, *key;
};

struct matches {
	struct match *item;
	size_t count, room;
};

static int
compare_matches(const void *a, const void *b)
{
	const struct match *left = a, *right = b;

	if (left->rank != right->rank)
		return left->rank > right->rank ? -1 : 1;
	return left->order < right->order ? -1 : left->order > right->order;
}

/*
 * Texts come in order of protocol, so of each rank the first ones are the best:
 * what comes after limit of them can never be shown, and is not kept.
 */
static bool
collect_matches(struct session *session, const struct fold_query *query, size_t limit,
    struct matches *matches, struct err *err)
{
	static const char sql[] = "SELECT kind, key, text FROM search_text ORDER BY kind, rank, key";
	size_t kept[FOLD_WHOLE + 1] = { 0 };
	struct stmt st = { 0 };

	if (!stmt_open(&st, session->db, sql, err))
		return stmt_close(&st);
	for (size_t order = 0; stmt_next(&st); order++) {
		const char *text = stmt_text(&st, 2);
		enum fold_rank rank = fold_query_match(query, text, strlen(text));

		if (rank == FOLD_NONE || (limit > 0 && kept[rank] == limit))
			continue;
		kept[rank]++;
		matches->item = mem_room(matches->item, matches->count, &matches->room,
		    sizeof matches->item[0]);
		matches->item[matches->count++] = (struct match){ rank, order,
			mem_strdup(stmt_text(&st, 0)), mem_strdup(stmt_text(&st, 1)) };
	}
	return stmt_close(&st);
}

static void
matches_done(struct matches *matches)
{
	for (size_t i = 0; i < matches->count; i++) {
		free(matches->item[i].kind);
		free(matches->item[i].key);
	}
	free(matches->item);
}

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
	    " AND h.since <= :day AND (h.until IS NULL OR h.until > :day)";
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
	struct six_names names = { { post.name_en, post.name_zh, post.name_ja, post.name_ko,
	    post.name_ru, post.name_mn } };
	const char *name = member_pick_name(&names, messages_language()->column, NULL);
	mem_replace(&hit->name, name[0] != '\0' ? name : post.code);
	mem_replace(&hit->detail, post.government);
	record_done(&post_type, &post);
	return true;
}

static bool
dress(struct session *session, struct hit *hit, struct err *err)
{
	static const struct {
		const char *kind;
		bool (*dress)(struct session *, struct hit *, struct err *);
	} kinds[] = {
		{ "government", dress_government },
		{ "person", dress_person },
		{ "post", dress_post },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].kind, hit->kind) == 0)
			return kinds[i].dress(session, hit, err);
	return true;
}

bool
search_find(struct session *session, const char *typed, size_t limit, struct row_list *ret_hits,
    struct err *err)
{
	struct row_list hits = { .type = &hit_type };
	struct matches matches = { 0 };
	struct fold_query query;
	bool ok;

	fold_query_init(&query, typed);
	ok = collect_matches(session, &query, limit, &matches, err);
	if (matches.count > 0)
		qsort(matches.item, matches.count, sizeof matches.item[0], compare_matches);
	for (size_t i = 0; i < matches.count && ok && (limit == 0 || i < limit); i++) {
		struct hit *hit = row_add(&hits, &hit_type);

		hit->kind = mem_strdup(matches.item[i].kind);
		hit->key = mem_strdup(matches.item[i].key);
		hit->name = mem_strdup("");
		hit->detail = mem_strdup("");
		hit->status = mem_strdup("");
		ok = dress(session, hit, err);
	}
	fold_query_done(&query);
	matches_done(&matches);
	if (!ok) {
		row_list_done(&hits);
		return false;
	}
	*ret_hits = hits;
	return true;
}
