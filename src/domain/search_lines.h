/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/search_lines.h -- the lines in which a record is found
 *
 * One function a kind of record; derive.c stores what they give. They read the
 * record and its names only, never a neighbour: a meeting is found by its body
 * and its host too, but it is told where those names are when somebody searches
 * (domain/search_index.h), or each new name of a government would change the texts of
 * all that ever met there.
 */
#ifndef DOMAIN_SEARCH_LINES_H
#define DOMAIN_SEARCH_LINES_H

#include <stdbool.h>
#include <stdint.h>

struct buf;
struct err;
struct session;

/*
 * Appends lines (domain/fold.h); among its kind the least *ret_rank is shown
 * first. *ret_found is false when there is no such record any more, which is no
 * failure.
 */
typedef bool search_lines_fn(struct session *session, const char *key, struct buf *lines,
    int64_t *ret_rank, bool *ret_found, struct err *err);

search_lines_fn search_lines_government;	/* code, names of all periods, aliases; by protocol */
search_lines_fn search_lines_person;		/* name in each language, e-mail */
search_lines_fn search_lines_post;		/* name, "KR-47 WC-CONTACT", e-mail */
search_lines_fn search_lines_body;		/* key, names of all periods; as in the tree */
search_lines_fn search_lines_meeting;		/* key, first day, place, room; the newest first */
search_lines_fn search_lines_decision;		/* number, kind, subjects, words; the newest first */

#endif
