/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "domain/decision.h"
#include "domain/fold.h"
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

enum { GOVERNMENT_KEY = 8, OTHER_KEY = 48 };

static void
add_entry(void *context, const char *key, const char *text, const char *others)
{
	struct search_index *index = context;

	/* One more, always: the entry that closes the last text. */
	index->start = mem_room(index->start, index->count + 1, &index->room, sizeof(uint32_t));
	index->keys = mem_room(index->keys, index->count, &index->key_room, index->key_size);
	snprintf(index->keys + index->count * index->key_size, index->key_size, "%s", key);
	index->start[index->count++] = (uint32_t)index->texts.length;
	buf_add(&index->texts, text);
	buf_add(&index->texts, others);
	buf_add_char(&index->texts, '\n');
	index->start[index->count] = (uint32_t)index->texts.length;
}

/* The lines of one record that is the subject of a decision: nothing when it is none. */
static bool
add_text_of(struct session *session, const char *key, struct buf *others, struct err *err)
{
	static const char sql[] =
	    "SELECT text FROM search_text INDEXED BY search_text_key"
	    " WHERE kind IN ('government', 'body') AND key = :key";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", key);
		while (stmt_next(&st))
			buf_addf(others, "\n%s", stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

/* The kind in the language of the screen, and the names of what is decided on. */
static bool
add_of_decision(struct session *session, const struct stmt *st, struct buf *others,
    struct err *err)
{
	enum { COLUMN_KIND = 3, COLUMN_SUBJECTS = 4 };
	const struct choice *choice = record_find_field(&decision_type, "kind")->choices;
	char *subjects = mem_strdup(stmt_text(st, COLUMN_SUBJECTS)), *rest = subjects, *key;
	struct buf label = { 0 };
	bool ok = true;

	while (choice->word != NULL && strcmp(choice->word, stmt_text(st, COLUMN_KIND)) != 0)
		choice++;
	if (choice->word != NULL)
		fold_search_words(message_show(choice->label), &label);
	buf_addf(others, "\n%s", buf_text(&label));
	while (ok && (key = strsep(&rest, ";")) != NULL)
		ok = add_text_of(session, key, others, err);
	free(subjects);
	buf_done(&label);
	return ok;
}

/*
 * How the texts of a kind are read: key, the lines of the record itself, and
 * those of others by which it is found too, each begun by a newline. :day may
 * be asked for. more appends to the third what SQL cannot tell.
 */
struct source {
	const char *kind, *sql;
	bool (*more)(struct session *, const struct stmt *, struct buf *, struct err *);
};
enum { COLUMN_KEY, COLUMN_TEXT, COLUMN_OTHERS };

/* In the order hits of equal merit are shown. */
static const struct source sources[] = {
	{ "government", "SELECT key, text, '' FROM search_text WHERE kind = 'government'"
	    " ORDER BY rank, key", NULL },
	{ "body",
	    "SELECT t.key, t.text, coalesce((SELECT group_concat(char(10) || g.text, '')"
	    "  FROM term JOIN search_text AS g INDEXED BY search_text_key"
	    "   ON g.kind = 'government' AND g.key = term.government"
	    "  WHERE term.body = t.key AND term.role IN ('chair', 'host', 'coordinator', 'co-coordinator')"
	    "   AND term.since <= :day AND (term.until IS NULL OR term.until > :day)), '')"
	    " FROM search_text AS t WHERE t.kind = 'body' ORDER BY t.rank, t.key", NULL },
	{ "meeting",
	    "SELECT t.key, t.text, coalesce(char(10) || b.text, '') || coalesce(char(10) || g.text, '')"
	    " FROM search_text AS t JOIN meeting AS m ON m.key = t.key"
	    " LEFT JOIN search_text AS b INDEXED BY search_text_key ON b.kind = 'body' AND b.key = m.body"
	    " LEFT JOIN search_text AS g INDEXED BY search_text_key"
	    "  ON g.kind = 'government' AND g.key = m.host"
	    " WHERE t.kind = 'meeting' ORDER BY t.rank, t.key", NULL },
	{ "decision",
	    "SELECT t.key, t.text, '', d.kind, d.subjects FROM search_text AS t JOIN decision AS d"
	    "  ON d.meeting = substr(t.key, 1, instr(t.key, '/') - 1)"
	    "  AND d.no = CAST(substr(t.key, instr(t.key, '/') + 1) AS INTEGER)"
	    " WHERE t.kind = 'decision' ORDER BY t.rank, t.key", add_of_decision },
	{ "person", "SELECT key, text, '' FROM search_text WHERE kind = 'person' ORDER BY rank, key",
	    NULL },
	{ "post", "SELECT key, text, '' FROM search_text WHERE kind = 'post' ORDER BY rank, key",
	    NULL },
};

/* Tell each about every text of a source, in order of rank. */
static bool
each_text(struct session *session, const struct source *source,
    void (*each)(void *context, const char *key, const char *text, const char *others),
    void *context, struct err *err)
{
	struct buf others = { 0 };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, day);
	if (stmt_open(&st, session->db, source->sql, err)) {
		if (strstr(source->sql, ":day") != NULL)
			stmt_bind_text(&st, ":day", day);
		while (ok && stmt_next(&st)) {
			buf_clear(&others);
			buf_add(&others, stmt_text(&st, COLUMN_OTHERS));
			ok = source->more == NULL || source->more(session, &st, &others, err);
			if (ok)
				each(context, stmt_text(&st, COLUMN_KEY), stmt_text(&st, COLUMN_TEXT),
				    buf_text(&others));
		}
	}
	buf_done(&others);
	return stmt_close(&st) && ok;
}

static const struct source *
find_source(const char *kind)
{
	const struct source *source = sources;

	while (strcmp(source->kind, kind) != 0)
		source++;
	return source;
}

bool
search_index_load(struct session *session, const char *kind, struct search_index **ret_index,
    struct err *err)
{
	struct search_index *index = mem_alloc(sizeof *index);

	index->key_size = strcmp(kind, "government") == 0 ? GOVERNMENT_KEY : OTHER_KEY;
	if (!each_text(session, find_source(kind), add_entry, index, err)) {
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

bool
search_index_exact(struct search_index *index, const char *typed, size_t *ret_entry)
{
	size_t count, exact = 0;
	const uint32_t *hits = search_index_match(index, typed, &count);

	for (size_t i = 0; i < count && exact < 2; i++) {
		size_t start = index->start[hits[i]];

		if (fold_query_match(&index->asked, buf_text(&index->texts) + start,
		    index->start[hits[i] + 1] - start) != FOLD_WHOLE)
			continue;
		*ret_entry = hits[i];
		exact++;
	}
	return exact == 1;
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

/* A match before it is dressed: how good, and where it stood. */
struct match {
	enum fold_rank rank;
	size_t order;
	const char *kind;
	char *key;
};

enum { WORDS_MOST = 8 };

/* What is looked for, and the matches so far; kept counts them by merit. */
struct matches {
	struct fold_query query, word[WORDS_MOST];
	size_t words;		/* 0: it is one word, or more than we take apart */
	size_t limit, kept[FOLD_WHOLE + 1];
	const char *kind;
	struct match *item;
	size_t count, room, order;
};

static void
matches_init(struct matches *matches, const char *typed, size_t limit)
{
	char *copy = mem_strdup(typed), *rest = copy, *word;

	matches->limit = limit;
	fold_query_init(&matches->query, typed);
	while ((word = strsep(&rest, " ")) != NULL && matches->words < WORDS_MOST)
		if (word[0] != '\0')
			fold_query_init(&matches->word[matches->words++], word);
	free(copy);
}

/* Each of several words begins a word somewhere. */
static bool
has_all_words(const struct matches *matches, const char *text, const char *others)
{
	for (size_t i = 0; i < matches->words; i++)
		if (fold_query_match(&matches->word[i], text, strlen(text)) < FOLD_WORD &&
		    fold_query_match(&matches->word[i], others, strlen(others)) < FOLD_WORD)
			return false;
	return matches->words > 1;
}

static enum fold_rank
merit(const struct matches *matches, const char *text, const char *others)
{
	enum fold_rank rank = fold_query_match(&matches->query, text, strlen(text));

	if (rank == FOLD_NONE && (fold_query_match(&matches->query, others, strlen(others)) >= FOLD_WORD ||
	    has_all_words(matches, text, others)))
		rank = FOLD_INSIDE;
	return rank;
}

static int
compare_matches(const void *a, const void *b)
{
	const struct match *left = a, *right = b;

	if (left->rank != right->rank)
		return left->rank > right->rank ? -1 : 1;
	return left->order < right->order ? -1 : left->order > right->order;
}

/*
 * Texts come in order, so of each merit the first ones are the best: what comes
 * after limit of them can never be shown, and is not kept.
 */
static void
keep_match(void *context, const char *key, const char *text, const char *others)
{
	struct matches *matches = context;
	enum fold_rank rank = merit(matches, text, others);
	size_t order = matches->order++;

	if (rank == FOLD_NONE || (matches->limit > 0 && matches->kept[rank] == matches->limit))
		return;
	matches->kept[rank]++;
	matches->item = mem_room(matches->item, matches->count, &matches->room,
	    sizeof matches->item[0]);
	matches->item[matches->count++] = (struct match){ rank, order, matches->kind, mem_strdup(key) };
}

static bool
collect_matches(struct session *session, struct matches *matches, struct err *err)
{
	for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
		matches->kind = sources[i].kind;
		if (!each_text(session, &sources[i], keep_match, matches, err))
			return false;
	}
	if (matches->count > 0)
		qsort(matches->item, matches->count, sizeof matches->item[0], compare_matches);
	return true;
}

static void
matches_done(struct matches *matches)
{
	for (size_t i = 0; i < matches->count; i++)
		free(matches->item[i].key);
	free(matches->item);
	fold_query_done(&matches->query);
	for (size_t i = 0; i < matches->words; i++)
		fold_query_done(&matches->word[i]);
}

bool
search_find(struct session *session, const char *typed, size_t limit, struct row_list *ret_hits,
    struct err *err)
{
	struct row_list hits = { .type = &hit_type };
	struct matches matches = { 0 };

	matches_init(&matches, typed, limit);
	bool ok = collect_matches(session, &matches, err);
	for (size_t i = 0; i < matches.count && ok && (limit == 0 || i < limit); i++) {
		struct hit *hit = row_add(&hits, &hit_type);

		hit->kind = mem_strdup(matches.item[i].kind);
		hit->key = mem_strdup(matches.item[i].key);
		ok = hit_dress(session, hit, err);
	}
	matches_done(&matches);
	if (!ok) {
		row_list_done(&hits);
		return false;
	}
	*ret_hits = hits;
	return true;
}
