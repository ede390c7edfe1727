/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/search_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "domain/search_private.h"

void
search_index_free(struct search_index *index)
{
	if (index == NULL || --index->users > 0)
		return;
	for (int i = 0; i < SEARCH_OTHERS; i++)
		search_index_free(index->others[i]);
	buf_done(&index->texts);
	free(index->start);
	free(index->keys);
	free(index->by_key);
	free(index->names);
	free(index->first_name);
	free(index->name_of);
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

const char *
search_index_text(const struct search_index *index, size_t entry, size_t *ret_length)
{
	*ret_length = index->start[entry + 1] - index->start[entry] - 1;
	return index->texts.bytes + index->start[entry];
}

size_t
search_index_entry_at(const struct search_index *index, size_t offset, size_t from)
{
	size_t low = from, step = 1, high;

	/* The next hit is mostly near. */
	while (low + step < index->count && index->start[low + step] <= offset) {
		low += step;
		step *= 2;
	}
	high = low + step < index->count ? low + step : index->count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (index->start[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Names of others */

uint8_t *
search_index_rank_names(const struct search_index *index, const struct fold_query *query)
{
	uint8_t *ranks = mem_alloc(index->name_count + 1);
	bool any = false;

	for (size_t i = 0; i < index->name_count; i++) {
		size_t length;
		const char *text = search_index_text(index->names[i].of, index->names[i].entry, &length);

		ranks[i] = (uint8_t)fold_query_match(query, text, length);
		any |= ranks[i] != FOLD_NONE;
	}
	if (any)
		return ranks;
	free(ranks);
	return NULL;
}

enum fold_rank
search_index_best_name(const struct search_index *index, size_t entry, const uint8_t *ranks)
{
	enum fold_rank best = FOLD_NONE;

	if (ranks == NULL || index->first_name == NULL)
		return FOLD_NONE;
	for (uint32_t i = index->first_name[entry]; i < index->first_name[entry + 1]; i++)
		if (ranks[index->name_of[i]] > best)
			best = ranks[index->name_of[i]];
	return best;
}

/* Matching */

static void
add_hit(struct search_index *index, size_t entry)
{
	index->hits = mem_room(index->hits, index->hit_count, &index->hit_room, sizeof *index->hits);
	index->hits[index->hit_count++] = (uint32_t)entry;
}

static void
match_all(struct search_index *index)
{
	index->hit_count = 0;
	for (size_t i = 0; i < index->count; i++)
		add_hit(index, i);
}

/* By their own lines; false: there are more than most, and it was given up. */
static bool
match_own(struct search_index *index, const struct fold_query *query, size_t most)
{
	const char *texts = buf_text(&index->texts);
	size_t entry = 0, at = 1;

	index->hit_count = 0;
	while (at < index->texts.length) {
		at = fold_query_scan(query, texts, index->texts.length, at);
		if (at >= index->texts.length)
			break;
		if (index->hit_count == most)
			return false;
		entry = search_index_entry_at(index, at, entry);
		add_hit(index, entry);
		at = index->start[entry + 1];
	}
	return true;
}

/* Put those in between that are found by the name of another. */
static bool
add_named(struct search_index *index, const uint8_t *ranks, size_t most)
{
	uint32_t *own = index->hits;
	size_t own_count = index->hit_count, next = 0;
	bool few = true;

	index->hits = NULL;
	index->hit_count = index->hit_room = 0;
	for (size_t i = 0; i < index->count && few; i++) {
		bool is_own = next < own_count && own[next] == i;

		next += is_own;
		if (!is_own && search_index_best_name(index, i, ranks) == FOLD_NONE)
			continue;
		few = index->hit_count < most;
		if (few)
			add_hit(index, i);
	}
	free(own);
	return few;
}

static bool
match_anew(struct search_index *index, const struct fold_query *query, size_t most)
{
	uint8_t *ranks = search_index_rank_names(index, query);
	bool few = match_own(index, query, most) && (ranks == NULL || add_named(index, ranks, most));

	free(ranks);
	return few;
}

static void
match_among_hits(struct search_index *index, const struct fold_query *query)
{
	uint8_t *ranks = search_index_rank_names(index, query);
	size_t kept = 0, length;

	for (size_t i = 0; i < index->hit_count; i++) {
		uint32_t entry = index->hits[i];
		const char *text = search_index_text(index, entry, &length);

		if (fold_query_scan(query, text, length, 0) < length ||
		    search_index_best_name(index, entry, ranks) != FOLD_NONE)
			index->hits[kept++] = entry;
	}
	index->hit_count = kept;
	free(ranks);
}

/* One scan of all is faster than many small ones. */
static bool
are_worth_narrowing(const struct search_index *index)
{
	enum { ONE_IN = 4 };

	return index->asked.length > 0 && index->hit_count <= index->count / ONE_IN;
}

bool
search_index_match_few(struct search_index *index, const char *typed, size_t most)
{
	struct fold_query query = { 0 };
	bool complete = true;

	fold_query_init(&query, typed);
	if (query.length == 0)
		match_all(index);
	else if (are_worth_narrowing(index) && fold_query_narrows(&query, &index->asked))
		match_among_hits(index, &query);
	else
		complete = match_anew(index, &query, most);
	fold_query_done(&index->asked);
	if (complete)
		index->asked = query;
	else
		fold_query_done(&query);
	return complete && index->hit_count <= most;
}

const uint32_t *
search_index_match(struct search_index *index, const char *typed, size_t *ret_count)
{
	search_index_match_few(index, typed, SIZE_MAX);
	*ret_count = index->hit_count;
	return index->hits;
}

/* By a line of its own, or one of a name. */
static bool
is_exact(const struct search_index *index, const uint8_t *ranks, size_t entry)
{
	size_t length;
	const char *text = search_index_text(index, entry, &length);

	return fold_query_match(&index->asked, text, length) == FOLD_WHOLE ||
	    search_index_best_name(index, entry, ranks) == FOLD_WHOLE;
}

bool
search_index_exact(struct search_index *index, const char *typed, size_t *ret_entry)
{
	size_t count, exact = 0;
	const uint32_t *hits = search_index_match(index, typed, &count);
	uint8_t *ranks = search_index_rank_names(index, &index->asked);

	for (size_t i = 0; i < count && exact < 2; i++) {
		if (!is_exact(index, ranks, hits[i]))
			continue;
		*ret_entry = hits[i];
		exact++;
	}
	free(ranks);
	return exact == 1;
}

/* By key */

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

static bool
is_key(const struct search_index *index, size_t entry, const char *key)
{
	return entry < index->count && strcmp(search_index_key(index, entry), key) == 0;
}

static size_t
search_by_key(struct search_index *index, const char *key)
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

/* Who asks for all of them mostly does so in their order: then nothing need be sorted. */
size_t
search_index_find_key(struct search_index *index, const char *key)
{
	size_t entry = is_key(index, index->found, key) ? index->found :
	    is_key(index, index->found + 1, key) ? index->found + 1 : search_by_key(index, key);

	if (entry < index->count)
		index->found = entry;
	return entry;
}
