/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/record.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/period.h"
#include "domain/search_private.h"
#include "domain/session.h"
#include "store/stmt.h"

/* Where names of others are looked for: places in search_index.others. */
enum { IN_GOVERNMENTS, IN_BODIES, IN_LABELS };

enum { NAME_COLUMNS = 3, NO_NAME = -1 };	/* NO_NAME, as uint32_t: not among the names yet */

/*
 * How the texts of a kind are read: key, the lines of the record itself, then
 * columns of keys of others, split by ";", by whose names it is found too. :day
 * may be asked for.
 */
struct source {
	const char *kind, *sql;
	unsigned look_in[NAME_COLUMNS];		/* a bit for each place; 0 ends the columns */
	const struct record_type *labelled;	/* whose field has the labels; NULL: none are needed */
	const char *label_field;
	bool spelled;				/* labels are found by spelling and initials, as names are */
};

enum { COLUMN_KEY, COLUMN_TEXT, COLUMN_NAMES };

/* In the order hits of equal merit are shown. */
static const struct source sources[] = {
	{ .kind = "government",
	  .sql = "SELECT key, text FROM search_text WHERE kind = 'government' ORDER BY rank, key" },
	{ .kind = "body",
	  .sql = "SELECT t.key, t.text, (SELECT group_concat(government, ';') FROM term"
	    "  WHERE body = t.key AND role IN ('chair', 'host', 'coordinator', 'co-coordinator')"
	    "  AND " PERIOD_ON_DAY("term") ")"
	    " FROM search_text AS t WHERE t.kind = 'body' ORDER BY t.rank, t.key",
	  .look_in = { 1 << IN_GOVERNMENTS } },
	{ .kind = "meeting",
	  .sql = "SELECT t.key, t.text, m.body, m.host, m.state"
	    " FROM search_text AS t JOIN meeting AS m ON m.key = t.key"
	    " WHERE t.kind = 'meeting' ORDER BY t.rank, t.key",
	  .look_in = { 1 << IN_BODIES, 1 << IN_GOVERNMENTS, 1 << IN_LABELS },
	  .labelled = &meeting_type, .label_field = "state", .spelled = true },
	{ .kind = "decision",
	  .sql = "SELECT t.key, t.text, d.subjects, d.kind FROM search_text AS t JOIN decision AS d"
	    "  ON d.meeting = substr(t.key, 1, instr(t.key, '/') - 1)"
	    "  AND d.no = CAST(substr(t.key, instr(t.key, '/') + 1) AS INTEGER)"
	    " WHERE t.kind = 'decision' ORDER BY t.rank, t.key",
	  .look_in = { 1 << IN_GOVERNMENTS | 1 << IN_BODIES, 1 << IN_LABELS },
	  .labelled = &decision_type, .label_field = "kind" },
	{ .kind = "person",
	  .sql = "SELECT key, text FROM search_text WHERE kind = 'person' ORDER BY rank, key" },
	{ .kind = "post",
	  .sql = "SELECT key, text FROM search_text WHERE kind = 'post' ORDER BY rank, key" },
};

enum { SOURCES = sizeof sources / sizeof sources[0] };

size_t
search_source_count(void)
{
	return SOURCES;
}

const char *
search_source_kind(size_t source)
{
	return sources[source].kind;
}

/* Entries */

/* Keys of one kind are about as long as each other: that long is the room for each. */
static void
widen_keys(struct search_index *index, size_t size)
{
	char *keys = mem_grow(NULL, index->key_room, size);

	for (size_t i = 0; i < index->count; i++)
		strcpy(keys + i * size, index->keys + i * index->key_size);
	free(index->keys);
	index->keys = keys;
	index->key_size = size;
}

static void
add_key(struct search_index *index, const char *key)
{
	enum { STEP = 4 };
	size_t size = strlen(key) + 1;

	if (size > index->key_size)
		widen_keys(index, (size + STEP - 1) / STEP * STEP);
	index->keys = mem_room(index->keys, index->count, &index->key_room, index->key_size);
	strcpy(index->keys + index->count * index->key_size, key);
}

static void
add_entry(struct search_index *index, const char *key, const char *text)
{
	/* One more, always: the entry that closes the last text. */
	index->start = mem_room(index->start, index->count + 1, &index->room, sizeof *index->start);
	add_key(index, key);
	index->start[index->count++] = (uint32_t)index->texts.length;
	buf_add(&index->texts, text);
	buf_add_char(&index->texts, '\n');
	index->start[index->count] = (uint32_t)index->texts.length;
}

static struct search_index *
new_index(void)
{
	struct search_index *index = mem_alloc(sizeof *index);

	index->users = 1;
	index->key_size = sizeof "KR-47" + 2;
	buf_add_char(&index->texts, '\n');
	return index;
}

/* The words for the states of meetings, or the kinds of decisions, as an index of their own. */
static struct search_index *
label_index(const struct source *source)
{
	struct search_index *index = new_index();
	const struct choice *choice = record_find_field(source->labelled, source->label_field)->choices;

	for (; choice->word != NULL; choice++) {
		struct buf lines = { 0 };

		if (source->spelled)
			fold_search_text(message_show(choice->label), NULL, &lines);
		else
			fold_search_words(message_show(choice->label), &lines);
		add_entry(index, choice->word, buf_text(&lines));
		buf_done(&lines);
	}
	return index;
}

/* Names */

struct reading {
	struct search_index *index;
	uint32_t *place[SEARCH_OTHERS];		/* of each entry of others, in names; or NO_NAME */
};

static bool
load_others(struct reading *reading, struct session *session, const struct source *source, struct err *err)
{
	struct search_index **others = reading->index->others;
	unsigned needed = 0;

	for (int i = 0; i < NAME_COLUMNS; i++)
		needed |= source->look_in[i];
	if ((needed & 1 << IN_GOVERNMENTS) != 0 &&
	    !search_index_load(session, "government", &others[IN_GOVERNMENTS], err))
		return false;
	if ((needed & 1 << IN_BODIES) != 0 &&
	    !search_index_load(session, "body", &others[IN_BODIES], err))
		return false;
	if (source->labelled != NULL)
		others[IN_LABELS] = label_index(source);
	for (int i = 0; i < SEARCH_OTHERS; i++)
		if (others[i] != NULL) {
			reading->place[i] = mem_grow(NULL, others[i]->count, sizeof *reading->place[i]);
			memset(reading->place[i], 0xff, others[i]->count * sizeof *reading->place[i]);
		}
	return true;
}

static uint32_t
name_place(struct reading *reading, int other, size_t entry)
{
	struct search_index *index = reading->index;
	uint32_t *place = &reading->place[other][entry];

	if (*place != (uint32_t)NO_NAME)
		return *place;
	index->names = mem_room(index->names, index->name_count, &index->name_room, sizeof *index->names);
	index->names[index->name_count] = (struct search_name){ index->others[other], (uint32_t)entry };
	*place = (uint32_t)index->name_count;
	return (uint32_t)index->name_count++;
}

static void
add_name(struct reading *reading, unsigned look_in, const char *key)
{
	struct search_index *index = reading->index;

	for (int other = 0; other < SEARCH_OTHERS; other++) {
		if ((look_in & 1u << other) == 0)
			continue;
		size_t entry = search_index_find_key(index->others[other], key);

		if (entry == index->others[other]->count)
			continue;
		index->name_of = mem_room(index->name_of, index->of_count, &index->of_room,
		    sizeof *index->name_of);
		index->name_of[index->of_count++] = name_place(reading, other, entry);
		return;
	}
}

static void
add_names(struct reading *reading, unsigned look_in, const char *keys)
{
	char *copy = mem_strdup(keys != NULL ? keys : ""), *rest = copy, *key;

	while ((key = strsep(&rest, ";")) != NULL)
		add_name(reading, look_in, key);
	free(copy);
}

static void
add_row(struct reading *reading, const struct source *source, const struct stmt *st)
{
	struct search_index *index = reading->index;

	add_entry(index, stmt_text(st, COLUMN_KEY), stmt_text(st, COLUMN_TEXT));
	if (source->look_in[0] == 0)
		return;
	for (int i = 0; i < NAME_COLUMNS && source->look_in[i] != 0; i++)
		add_names(reading, source->look_in[i], stmt_text(st, COLUMN_NAMES + i));
	index->first_name = mem_room(index->first_name, index->count, &index->first_room,
	    sizeof *index->first_name);
	index->first_name[0] = 0;
	index->first_name[index->count] = (uint32_t)index->of_count;
}

static bool
read_texts(struct reading *reading, struct session *session, const struct source *source, struct err *err)
{
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, source->sql, err)) {
		if (strstr(source->sql, ":day") != NULL)
			stmt_bind_text(&st, ":day", day);
		while (stmt_next(&st))
			add_row(reading, source, &st);
	}
	return stmt_close(&st);
}

static bool
read_index(struct session *session, const struct source *source, struct search_index **ret_index,
    struct err *err)
{
	struct reading reading = { .index = new_index() };
	bool ok = load_others(&reading, session, source, err) &&
	    read_texts(&reading, session, source, err);

	for (int i = 0; i < SEARCH_OTHERS; i++)
		free(reading.place[i]);
	if (ok)
		*ret_index = reading.index;
	else
		search_index_free(reading.index);
	return ok;
}

/* What a session keeps */

static void
forget_all(struct search_cache *cache)
{
	for (size_t i = 0; i < SOURCES; i++) {
		search_index_free(cache->index[i]);
		cache->index[i] = NULL;
	}
}

void
search_cache_free(struct search_cache *cache)
{
	if (cache == NULL)
		return;
	forget_all(cache);
	free(cache->index);
	free(cache);
}

/* What is kept is what holds now. */
static struct search_cache *
cache_now(struct session *session)
{
	int64_t change = session_last_change(session);
	struct search_cache *cache = session->search;
	char day[DAY_SIZE];

	if (cache == NULL) {
		cache = session->search = mem_alloc(sizeof *cache);
		cache->index = mem_alloc(SOURCES * sizeof(struct search_index *));
	}
	session_day(session, day);
	if (cache->change != change || strcmp(cache->day, day) != 0 || cache->language != messages_language())
		forget_all(cache);
	cache->change = change;
	strcpy(cache->day, day);
	cache->language = messages_language();
	return cache;
}

static size_t
source_of(const char *kind)
{
	size_t i = 0;

	while (strcmp(sources[i].kind, kind) != 0)
		i++;
	return i;
}

bool
search_index_load(struct session *session, const char *kind, struct search_index **ret_index,
    struct err *err)
{
	struct search_cache *cache = cache_now(session);
	size_t source = source_of(kind);
	int64_t change = cache->change;
	struct search_index *index = cache->index[source];

	if (index == NULL && !read_index(session, &sources[source], &index, err))
		return false;
	/* Others may have saved while it was read. */
	if (cache->index[source] == NULL && cache->change == change) {
		cache->index[source] = index;
		index->users++;
	} else if (cache->index[source] == index) {
		index->users++;
	}
	*ret_index = index;
	return true;
}
