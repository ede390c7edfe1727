/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/search_index.h -- the texts of one kind of record, ready to be searched
 *
 * The texts are derived rows made on save (domain/fold.h), read once into one
 * block of memory and scanned: an index of three letters finds nothing in names
 * that are two letters long. While the clerk types on, only what the shorter
 * query had found is looked at again.
 *
 * Bodies, meetings and decisions are found by the names of others as well: of
 * who chairs or coordinates, of the body and the host, of what is decided on,
 * and by the word for their state or kind. An entry only points to those: a
 * hundred thousand meetings have few bodies.
 *
 * A session reads a kind once, for all who ask, and again when the records, the
 * day or the language changed meanwhile.
 */
#ifndef DOMAIN_SEARCH_INDEX_H
#define DOMAIN_SEARCH_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct search_cache;
struct search_index;
struct session;

/* kind: "government", "meeting" ... as in struct hit. Entries are in order of rank. */
bool search_index_load(struct session *session, const char *kind,
    struct search_index **ret_index, struct err *err);
void search_index_free(struct search_index *index);	/* NULL is fine; others may go on using it */

void search_cache_free(struct search_cache *cache);	/* of a session; NULL is fine */

size_t search_index_count(const struct search_index *index);
const char *search_index_key(const struct search_index *index, size_t entry);	/* borrowed */

/* The entry of a key; count when there is none. */
size_t search_index_find_key(struct search_index *index, const char *key);

/*
 * Entries that match what was typed, in order of rank; an empty query matches
 * all. The array belongs to the index until anybody's next call.
 */
const uint32_t *search_index_match(struct search_index *index, const char *typed,
    size_t *ret_count);

/*
 * The one entry with a line that is nothing but what was typed: a name, an
 * alias, a code. False when there is none, or several.
 */
bool search_index_exact(struct search_index *index, const char *typed, size_t *ret_entry);

#endif
