/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/search_private.h -- what the files of the search share
 *
 * search_load.c reads the texts of a kind into an index, search_index.c asks
 * one index, search.c asks all of them and sorts by merit.
 */
#ifndef DOMAIN_SEARCH_PRIVATE_H
#define DOMAIN_SEARCH_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/day.h"
#include "domain/fold.h"
#include "domain/search_index.h"

struct language;

enum { SEARCH_OTHERS = 3 };

/* An entry of another index by whose lines entries of this one are found too. */
struct search_name {
	const struct search_index *of;
	uint32_t entry;
};

struct search_index {
	int users;		/* loads that were not freed yet */
	struct buf texts;	/* a newline, then entry after entry, each closed by a newline */
	uint32_t *start;	/* of each entry in texts; one more closes the last */
	size_t count, room;
	char *keys;		/* count of them, each key_size bytes with its NUL */
	size_t key_size, key_room;
	uint32_t *by_key;	/* entries in order of key; NULL until asked for */
	size_t found;		/* entry that a key was found at last: the next is often asked for next */

	struct search_index *others[SEARCH_OTHERS];	/* where names are; NULL: none there */
	struct search_name *names;
	uint32_t *first_name;	/* of each entry among name_of; one more closes the last; NULL: none has any */
	uint32_t *name_of;	/* places in names */
	size_t name_count, name_room, first_room, of_count, of_room;

	uint32_t *hits;
	size_t hit_count, hit_room;
	struct fold_query asked;	/* what hits answer; zero before the first */
};

/* The indexes of a session, as of one moment; search_cache_free is in search_index.h. */
struct search_cache {
	struct search_index **index;	/* one a source, NULL until asked for */
	int64_t change;			/* last one of the log they know */
	char day[DAY_SIZE];
	const struct language *language;
};

size_t search_source_count(void);
const char *search_source_kind(size_t source);	/* in the order hits of equal merit are shown */

/* The lines of an entry, without the newline after them. */
const char *search_index_text(const struct search_index *index, size_t entry, size_t *ret_length);

/* The entry that holds a byte of texts; from is an entry not after it. */
size_t search_index_entry_at(const struct search_index *index, size_t offset, size_t from);

/* How well each name matches; the caller frees it. NULL when no name does. */
uint8_t *search_index_rank_names(const struct search_index *index, const struct fold_query *query);

/* The best of the names of an entry; ranks as above, NULL is fine. */
enum fold_rank search_index_best_name(const struct search_index *index, size_t entry,
    const uint8_t *ranks);

/*
 * search_index_match that gives up where there are more than most: false then,
 * and what the index remembers of the query before is gone.
 */
bool search_index_match_few(struct search_index *index, const char *typed, size_t most);

#endif
