/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/gaps.h -- what the file does not know yet
 *
 * Names nobody has read, years of joining nobody has found, governments that
 * their source counts but does not name, posts and seats
 * nobody holds. None of them is a fault: the file says openly what it does not
 * know, and here the work that waits is counted and listed. Asked as of the
 * session's day.
 */
#ifndef DOMAIN_GAPS_H
#define DOMAIN_GAPS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/messages.h"
#include "domain/row.h"

struct err;
struct session;

struct gaps {
	size_t unchecked[LANGUAGE_COUNT];	/* official names, in the order of languages[] */
	size_t unknown_since;			/* statuses in force since a day that is not known */
	size_t inferred;			/* their source does not name them */
	size_t vacant_posts;
	size_t vacant_seats;			/* of all bodies: COM shows them */
	size_t unchecked_bodies;		/* whose names nobody has read in some language */
};

bool gaps_count(struct session *session, struct gaps *ret_gaps, struct err *err);

enum gap {
	GAP_UNCHECKED,		/* with a language */
	GAP_UNKNOWN_SINCE,
	GAP_INFERRED,
	GAP_VACANT_POST,
};

/*
 * Of whom, in order of protocol, at most limit (0: all): rows of struct hit
 * (domain/search.h), kind "government" or "post". language is for GAP_UNCHECKED.
 */
bool gaps_list(struct session *session, enum gap gap, const struct language *language,
    size_t limit, struct row_list *ret_hits, struct err *err);

#endif
