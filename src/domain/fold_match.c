/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of domain/fold.h that looks for a query in lines; fold.c makes both. */
#include "config.h"

#include "domain/fold.h"

#include <string.h>

/*
 * The most common bytes of folded names, the most common first. Those that are not
 * here are one in a hundred and fewer.
 */
static const char common[] = "\nn\xD0\xE3" "aeor\x85i g\xD1k\x84uhpcs\x81m\xB0t\xE1vjl\x82y";

static size_t
rarest(const char *needle, size_t length)
{
	size_t rare = 0, best = 0;

	for (size_t i = 0; i < length; i++) {
		const char *at = memchr(common, needle[i], sizeof common - 1);
		size_t rank = at != NULL ? (size_t)(at - common) : sizeof common;

		if (rank > best) {
			rare = i;
			best = rank;
		}
	}
	return rare;
}

struct fold_query
fold_query_of(char *needle, size_t length, bool closed)
{
	return (struct fold_query){ needle, length, closed, rarest(needle, length) };
}

/* A vowel here makes the final that was typed the initial of the next syllable. */
static bool
begins_with_vowel(const char *text, size_t length)
{
	return length >= 3 && memcmp(text, "ㅏ", 2) == 0 &&
	    (unsigned char)text[2] >= 0x8f && (unsigned char)text[2] <= 0xa3;
}

/*
 * As memmem, which goes byte by byte where a needle is short: "gy" among 9 MiB of
 * names takes it 5 ms, this 1.2; of fifteen needles none took this longer.
 */
static const char *
find(const struct fold_query *query, const char *block, size_t length)
{
	if (query->length == 0 || query->length > length)
		return query->length == 0 ? block : NULL;
	const char *at = block + query->rare, *end = block + length - query->length + query->rare + 1;

	while ((at = memchr(at, query->needle[query->rare], (size_t)(end - at))) != NULL) {
		if (memcmp(at - query->rare, query->needle, query->length) == 0)
			return at - query->rare;
		if (++at == end)
			return NULL;
	}
	return NULL;
}

size_t
fold_query_scan(const struct fold_query *query, const char *block, size_t length, size_t from)
{
	while (from < length) {
		const char *hit = find(query, block + from, length - from);

		if (hit == NULL)
			return length;
		size_t end = (size_t)(hit - block) + query->length;
		if (!query->closed || !begins_with_vowel(block + end, length - end))
			return (size_t)(hit - block);
		from = end;
	}
	return length;
}

bool
fold_query_narrows(const struct fold_query *query, const struct fold_query *former)
{
	size_t at = fold_query_scan(former, query->needle, query->length, 0);

	if (former->length == 0)
		return true;
	/* At the end of the needle only query itself knows what may follow. */
	return at < query->length &&
	    (at + former->length < query->length || !former->closed || query->closed);
}

static enum fold_rank
rank_of_hit(const struct fold_query *query, const char *text, size_t length, size_t at)
{
	size_t end = at + query->length;
	bool begins_line = at == 0 || text[at - 1] == '\n';

	bool ends_line = end == length || text[end] == '\n';

	if (begins_line && ends_line)
		return FOLD_WHOLE;
	if (!begins_line && text[at - 1] != ' ')
		return FOLD_INSIDE;
	return ends_line || text[end] == ' ' ? FOLD_WORDS : FOLD_WORD;
}

enum fold_rank
fold_query_match(const struct fold_query *query, const char *text, size_t length)
{
	enum fold_rank best = FOLD_NONE;

	for (size_t at = fold_query_scan(query, text, length, 0); at < length && best < FOLD_WHOLE;
	    at = fold_query_scan(query, text, length, at + 1)) {
		enum fold_rank rank = rank_of_hit(query, text, length, at);

		if (rank > best)
			best = rank;
	}
	return best;
}
