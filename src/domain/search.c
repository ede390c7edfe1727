/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/search.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/fold.h"
#include "domain/search_private.h"
#include "domain/session.h"

enum {
	WORDS_MOST = 8,
	FEW = 4096,	/* hits that are quicker judged one by one than looked for by merit */
};

/* The records of one kind, while they are looked through. */
struct kind {
	struct search_index *index;
	uint8_t *names;			/* how well each name matches; NULL: none does */
	bool many;			/* too many to judge each */
};

/* A match before it is dressed. */
struct match {
	enum fold_rank rank;
	size_t kind, entry;
};

/* What is looked for, and the matches so far. */
struct matches {
	const char *typed;
	struct fold_query query, word[WORDS_MOST];
	size_t words;		/* 0: it is one word, or more than we take apart */
	size_t limit;		/* SIZE_MAX: all */
	struct kind *kinds;
	struct match *item;
	size_t count, room;
};

/* The words of what was typed, the longest first: it leaves the fewest records. */
static void
take_words(struct matches *matches)
{
	char *copy = mem_strdup(matches->typed), *rest = copy, *word;

	while ((word = strsep(&rest, " ")) != NULL && matches->words < WORDS_MOST) {
		if (word[0] == '\0')
			continue;
		struct fold_query *last = &matches->word[matches->words++];
		fold_query_init(last, word);
		if (last->length > matches->word[0].length) {
			struct fold_query first = matches->word[0];
			matches->word[0] = *last;
			*last = first;
		}
	}
	free(copy);
}

static bool
matches_init(struct matches *matches, struct session *session, const char *typed, size_t limit,
    struct err *err)
{
	matches->typed = typed;
	matches->limit = limit > 0 ? limit : SIZE_MAX;
	matches->kinds = mem_alloc(search_source_count() * sizeof *matches->kinds);
	fold_query_init(&matches->query, typed);
	take_words(matches);
	for (size_t i = 0; i < search_source_count(); i++) {
		struct kind *kind = &matches->kinds[i];

		if (!search_index_load(session, search_source_kind(i), &kind->index, err))
			return false;
		kind->names = search_index_rank_names(kind->index, &matches->query);
	}
	return true;
}

static void
matches_done(struct matches *matches)
{
	for (size_t i = 0; i < search_source_count(); i++) {
		search_index_free(matches->kinds[i].index);
		free(matches->kinds[i].names);
	}
	free(matches->kinds);
	free(matches->item);
	fold_query_done(&matches->query);
	for (size_t i = 0; i < matches->words; i++)
		fold_query_done(&matches->word[i]);
}

/* By its own lines, else by the name of another. */
static enum fold_rank
merit(const struct matches *matches, const struct kind *kind, size_t entry)
{
	size_t length;
	const char *text = search_index_text(kind->index, entry, &length);
	enum fold_rank rank = fold_query_match(&matches->query, text, length);

	if (rank == FOLD_NONE && search_index_best_name(kind->index, entry, kind->names) >= FOLD_WORD)
		rank = FOLD_INSIDE;
	return rank;
}

static void
add_match(struct matches *matches, const struct kind *kind, size_t entry, enum fold_rank rank)
{
	matches->item = mem_room(matches->item, matches->count, &matches->room, sizeof matches->item[0]);
	matches->item[matches->count++] = (struct match){ rank, (size_t)(kind - matches->kinds), entry };
}

/*
 * Records come in order, so of each merit the first ones are the best: what comes
 * after limit of a kind can never be shown, wherever it was looked for.
 */

/* Where few match, each is judged. */
static void
judge_hits(struct matches *matches, struct kind *kind)
{
	size_t count, kept[FOLD_WHOLE + 1] = { 0 };
	bool all = matches->limit == SIZE_MAX;

	kind->many = !search_index_match_few(kind->index, matches->typed, all ? SIZE_MAX : FEW);
	if (kind->many)
		return;
	const uint32_t *hits = search_index_match(kind->index, matches->typed, &count);
	for (size_t i = 0; i < count; i++) {
		enum fold_rank rank = merit(matches, kind, hits[i]);

		if (rank != FOLD_NONE && kept[rank]++ < matches->limit)
			add_match(matches, kind, hits[i], rank);
	}
}

/* Where many match, they are looked for by merit */

/*
 * Keep those where the query begins a line or a word and is ended by one of
 * ends. All lines are gone through for those that are nothing else; of the
 * others the first ones do.
 */
static void
keep_ending(struct matches *matches, struct kind *kind, const char *ends)
{
	const struct buf *texts = &kind->index->texts;
	struct buf needle = { 0 };
	size_t entry = 0, found[FOLD_WHOLE + 1] = { 0 };
	enum fold_rank best = ends[0] == '\n' ? FOLD_WHOLE : FOLD_WORDS;

	buf_addf(&needle, "%s%s", matches->query.needle, ends[1] == '\0' ? ends : "");
	struct fold_query query = fold_query_of(needle.bytes, needle.length, false);
	for (size_t at = 1; found[best] < matches->limit; at++) {
		at = fold_query_scan(&query, texts->bytes, texts->length, at);
		if (at >= texts->length)
			break;
		char before = texts->bytes[at - 1], after = texts->bytes[at + matches->query.length];

		if (strchr(ends, after) == NULL || (before != '\n' && before != ' ') ||
		    (found[FOLD_WORDS] >= matches->limit && (before != '\n' || after != '\n')))
			continue;
		entry = search_index_entry_at(kind->index, at, entry);
		enum fold_rank rank = merit(matches, kind, entry);

		if (rank >= FOLD_WORDS && found[rank]++ < matches->limit)
			add_match(matches, kind, entry, rank);
		at = kind->index->start[entry + 1] - 1;
	}
	buf_done(&needle);
}

/* Does it stand so often that stopping at each place costs more than looking twice? */
static bool
is_everywhere(const struct matches *matches, const struct buf *texts)
{
	enum { SAMPLES = 16, SAMPLE = 4096, APART = 64 };
	size_t places = 0, step = texts->length / SAMPLES + 1;

	for (size_t from = 0; from < texts->length; from += step) {
		size_t end = from + SAMPLE < texts->length ? from + SAMPLE : texts->length;

		for (size_t at = fold_query_scan(&matches->query, texts->bytes, end, from); at < end; places++)
			at = fold_query_scan(&matches->query, texts->bytes, end, at + matches->query.length);
	}
	return places > SAMPLES * SAMPLE / APART;
}

static void
keep_closed(struct matches *matches, struct kind *kind)
{
	if (!is_everywhere(matches, &kind->index->texts)) {
		keep_ending(matches, kind, "\n ");
		return;
	}
	keep_ending(matches, kind, "\n");
	keep_ending(matches, kind, " ");
}

/* Keep those where the query, after one of begins, begins a line or a word, and goes on. */
static void
keep_beginning(struct matches *matches, struct kind *kind, const char *begins)
{
	const struct buf *texts = &kind->index->texts;
	struct buf needle = { 0 };
	size_t entry = 0, found = 0, skip = begins[1] == '\0';

	buf_addf(&needle, "%s%s", skip ? begins : "", matches->query.needle);
	struct fold_query query = fold_query_of(needle.bytes, needle.length, matches->query.closed);
	for (size_t at = 1 - skip; found < matches->limit; at++) {
		at = fold_query_scan(&query, texts->bytes, texts->length, at);
		if (at >= texts->length)
			break;
		if (strchr(begins, texts->bytes[at + skip - 1]) == NULL)
			continue;
		entry = search_index_entry_at(kind->index, at + skip, entry);
		if (merit(matches, kind, entry) == FOLD_WORD) {
			add_match(matches, kind, entry, FOLD_WORD);
			found++;
		}
		at = kind->index->start[entry + 1] - 2;
	}
	buf_done(&needle);
}

static void
keep_begun(struct matches *matches, struct kind *kind)
{
	if (!is_everywhere(matches, &kind->index->texts)) {
		keep_beginning(matches, kind, "\n ");
		return;
	}
	keep_beginning(matches, kind, "\n");
	keep_beginning(matches, kind, " ");
}

/* Keep what is left. There are many: the first ones are soon found. */
static void
keep_inside(struct matches *matches, struct kind *kind)
{
	size_t found = 0;

	for (size_t i = 0; i < kind->index->count && found < matches->limit; i++)
		if (merit(matches, kind, i) == FOLD_INSIDE) {
			add_match(matches, kind, i, FOLD_INSIDE);
			found++;
		}
}

/* From the best merits down, until there are enough. */
static void
look_by_merit(struct matches *matches)
{
	static void (*const looks[])(struct matches *, struct kind *) = {
		keep_closed, keep_begun, keep_inside,
	};

	for (size_t look = 0; look < sizeof looks / sizeof looks[0] && matches->count < matches->limit; look++)
		for (size_t i = 0; i < search_source_count(); i++)
			if (matches->kinds[i].many)
				looks[look](matches, &matches->kinds[i]);
}

/* Several words, each in its place */

/* A bit for each word that a name has at the beginning of a word. */
static uint8_t *
words_of_names(const struct matches *matches, const struct search_index *index)
{
	uint8_t *has = mem_alloc(index->name_count + 1);

	for (size_t w = 0; w < matches->words; w++) {
		uint8_t *ranks = search_index_rank_names(index, &matches->word[w]);

		for (size_t i = 0; i < index->name_count && ranks != NULL; i++)
			if (ranks[i] >= FOLD_WORD)
				has[i] |= (uint8_t)(1 << w);
		free(ranks);
	}
	return has;
}

static unsigned
words_by_names(const struct search_index *index, size_t entry, const uint8_t *has)
{
	unsigned words = 0;

	if (index->first_name == NULL)
		return 0;
	for (uint32_t i = index->first_name[entry]; i < index->first_name[entry + 1]; i++)
		words |= has[index->name_of[i]];
	return words;
}

/* Each of several words begins a word somewhere. */
static bool
has_all_words(const struct matches *matches, const struct search_index *index, size_t entry,
    unsigned by_names)
{
	size_t length;
	const char *text = search_index_text(index, entry, &length);

	for (size_t w = 0; w < matches->words; w++)
		if ((by_names & 1u << w) == 0 &&
		    fold_query_match(&matches->word[w], text, length) < FOLD_WORD)
			return false;
	return true;
}

/* The next entry from entry on that has the first word in its own lines; count when there is none. */
static size_t
next_with_word(const struct matches *matches, const struct search_index *index, size_t entry)
{
	const struct buf *texts = &index->texts;

	if (entry >= index->count)
		return index->count;
	size_t at = fold_query_scan(&matches->word[0], texts->bytes, texts->length, index->start[entry]);
	return at < texts->length ? search_index_entry_at(index, at, entry) : index->count;
}

static void
keep_with_words(struct matches *matches, struct kind *kind)
{
	const struct search_index *index = kind->index;
	uint8_t *has = words_of_names(matches, index);
	size_t own = next_with_word(matches, index, 0), found = 0;

	for (size_t i = index->first_name != NULL ? 0 : own;
	    i < index->count && found < matches->limit;
	    i = index->first_name != NULL ? i + 1 : own) {
		unsigned by_names = words_by_names(index, i, has);
		bool is_own = i == own;

		if (is_own)
			own = next_with_word(matches, index, i + 1);
		if ((is_own || (by_names & 1) != 0) && has_all_words(matches, index, i, by_names) &&
		    merit(matches, kind, i) == FOLD_NONE) {
			add_match(matches, kind, i, FOLD_INSIDE);
			found++;
		}
	}
	free(has);
}

/* All of it */

static int
compare_matches(const void *a, const void *b)
{
	const struct match *left = a, *right = b;

	if (left->rank != right->rank)
		return left->rank > right->rank ? -1 : 1;
	if (left->kind != right->kind)
		return left->kind < right->kind ? -1 : 1;
	return left->entry < right->entry ? -1 : left->entry > right->entry;
}

/* In order, and each once: it may have been found in two places. */
static void
sort_matches(struct matches *matches)
{
	size_t kept = 0;

	if (matches->count > 0)
		qsort(matches->item, matches->count, sizeof matches->item[0], compare_matches);
	for (size_t i = 0; i < matches->count; i++)
		if (i == 0 || compare_matches(&matches->item[i], &matches->item[i - 1]) != 0)
			matches->item[kept++] = matches->item[i];
	matches->count = kept;
}

static void
collect_matches(struct matches *matches)
{
	for (size_t i = 0; i < search_source_count(); i++)
		judge_hits(matches, &matches->kinds[i]);
	look_by_merit(matches);
	for (size_t i = 0; i < search_source_count() && matches->words > 1; i++)
		keep_with_words(matches, &matches->kinds[i]);
	sort_matches(matches);
}

static bool
dress_match(struct session *session, const struct matches *matches, const struct match *match,
    struct hit *hit, struct err *err)
{
	hit->kind = mem_strdup(search_source_kind(match->kind));
	hit->key = mem_strdup(search_index_key(matches->kinds[match->kind].index, match->entry));
	return hit_dress(session, hit, err);
}

bool
search_find(struct session *session, const char *typed, size_t limit, struct row_list *ret_hits,
    struct err *err)
{
	struct row_list hits = { .type = &hit_type };
	struct matches matches = { 0 };
	bool ok = matches_init(&matches, session, typed, limit, err);

	if (ok)
		collect_matches(&matches);
	for (size_t i = 0; i < matches.count && ok && i < matches.limit; i++)
		ok = dress_match(session, &matches, &matches.item[i], row_add(&hits, &hit_type), err);
	matches_done(&matches);
	return row_list_take(&hits, ok, ret_hits);
}
