/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/search.h -- finding governments, bodies, meetings, decisions, people, posts
 *
 * The texts searched are derived rows made on save (domain/fold.h), read once
 * into one block of memory and scanned: an index of three letters finds nothing
 * in names that are two letters long. While the clerk types on, only what the
 * shorter query had found is looked at again.
 *
 * Bodies, meetings and decisions are found by the names of others as well: of
 * who chairs or coordinates, of the body and the host, of what is decided on.
 * Those are put to the texts when they are read, so they are never old.
 */
#ifndef DOMAIN_SEARCH_H
#define DOMAIN_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/record.h"
#include "domain/hit.h"
#include "domain/row.h"

struct err;
struct session;

struct search_index;

/* kind: "government", "meeting" ... as in struct hit. Entries are in order of rank. */
bool search_index_load(struct session *session, const char *kind,
    struct search_index **ret_index, struct err *err);
void search_index_free(struct search_index *index);	/* NULL is fine */

size_t search_index_count(const struct search_index *index);
const char *search_index_key(const struct search_index *index, size_t entry);	/* borrowed */

/* The entry of a key; count when there is none. */
size_t search_index_find_key(struct search_index *index, const char *key);

/*
 * Entries that match what was typed, in order of rank; an empty query matches
 * all. The array belongs to the index until the next call.
 */
const uint32_t *search_index_match(struct search_index *index, const char *typed,
    size_t *ret_count);

/*
 * The one entry with a line that is nothing but what was typed: a name, an
 * alias, a code. False when there is none, or several.
 */
bool search_index_exact(struct search_index *index, const char *typed, size_t *ret_entry);

/*
 * Everything that matches, best first: exact code or name, then a whole word,
 * then a word that begins with it, then inside a word, by the name of another,
 * or by several words in several places ("assembly 2008"); of one merit
 * governments first, by rank of protocol. limit 0: all.
 */
bool search_find(struct session *session, const char *typed, size_t limit,
    struct row_list *ret_hits, struct err *err);

#endif
