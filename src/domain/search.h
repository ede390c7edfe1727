/* SPDX-License-Identifier: GPL-3.0-or-later */
/* domain/search.h -- finding governments, bodies, meetings, decisions, people, posts at once */
#ifndef DOMAIN_SEARCH_H
#define DOMAIN_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/hit.h"
#include "domain/row.h"

struct err;
struct session;

/*
 * Everything that matches, best first: exact code or name, then a whole word,
 * then a word that begins with it, then inside a word, by the name of another,
 * or by several words in several places ("assembly 2008"); of one merit
 * governments first, by rank of protocol. limit 0: all.
 */
bool search_find(struct session *session, const char *typed, size_t limit,
    struct row_list *ret_hits, struct err *err);

#endif
