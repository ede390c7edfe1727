/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/fold.h -- comparing, sorting and finding names in six languages
 *
 * Pure: no database, no clock, no locale. Names are found through derived lines
 * of text made once on save, so that what the clerk types is one plain search
 * for bytes, whatever script she types in. The surprising decision: in these
 * lines Hangul is spelled letter by letter (부 is ㅂㅜ, 북 is ㅂㅜㄱ), and so a half-typed
 * syllable is simply the beginning of the whole one.
 */
#ifndef DOMAIN_FOLD_H
#define DOMAIN_FOLD_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/* Counts up whenever the lines or keys below change: stored ones are then made anew. */
enum { FOLD_VERSION = 3 };

/*
 * A name as names are compared: case, width, accents, kana and forms of Han
 * characters made one, punctuation a blank. The caller frees it.
 */
char *fold_name(const char *name);

/*
 * Append bytes that memcmp sorts as people expect: digits, Latin, Cyrillic, kana,
 * Hangul, Han by pinyin; е = ё, о < ө, у < ү. A Japanese name sorts by its reading
 * (kana; NULL or "" where there is none). No two names have equal keys.
 */
void fold_sort_key(const char *name, const char *reading, struct buf *key);

/*
 * Append the lines in which a name is found, '\n' between them, leaving out
 * those that lines already has: the name itself, its reading, both in Latin letters,
 * the initials of its syllables (qsbd, ㄱㅅㅂㄷ); where characters are read in several
 * ways, at most 8 spellings. An empty name adds nothing.
 */
void fold_search_text(const char *name, const char *reading, struct buf *lines);

/* The same for a code or an e-mail address, which have no spelling: KR-47, kr47. */
void fold_search_code(const char *code, struct buf *lines);

/*
 * The same for sentences: as they are written, in one line. The initials of all
 * their words would be found everywhere.
 */
void fold_search_words(const char *text, struct buf *lines);

enum fold_rank {
	FOLD_NONE,	/* not found */
	FOLD_INSIDE,	/* in the middle of a word */
	FOLD_WORD,	/* a word or line begins with it */
	FOLD_WORDS,	/* one word of a line, or some, are nothing else */
	FOLD_WHOLE,	/* a line is nothing else */
};

/* What the clerk typed, ready to be looked for. fold_query_done accepts zero. */
struct fold_query {
	char *needle;		/* as the lines are written; "" finds everything */
	size_t length;		/* of needle, bytes */
	bool closed;		/* ends in a whole syllable: 간 shall not find 가나 */
	size_t rare;		/* the byte of needle that is looked for first */
};

void fold_query_init(struct fold_query *query, const char *typed);
/* Of bytes as they stand in lines; they are borrowed, so it needs no fold_query_done. */
struct fold_query fold_query_of(char *needle, size_t length, bool closed);
void fold_query_done(struct fold_query *query);

/* The best place of the query in the lines of one record. */
enum fold_rank fold_query_match(const struct fold_query *query, const char *text, size_t length);

/* The same for one text that has no lines of its own. "" is found in everything. */
bool fold_holds(const char *text, const char *typed);

/*
 * Does former find everything that query finds? Then only its hits need to be
 * looked at again. What was typed does not tell: ﾞ after ｶ makes it another kana.
 */
bool fold_query_narrows(const struct fold_query *query, const struct fold_query *former);

/*
 * The offset of the first place at or after from; length when there is none.
 * For many records in one block: on a hit go on behind the end of its record.
 */
size_t fold_query_scan(const struct fold_query *query, const char *block, size_t length,
    size_t from);

#endif
