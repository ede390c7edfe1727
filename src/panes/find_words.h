/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panes/find_words.h -- what is typed into Find: words to look for, and filters
 *
 * "country:MN since:>2005 dorn" is a filter by country, one by day, and a text.
 * A word with a colon whose name is none of these is text like any other, so
 * that nothing typed is ever refused.
 */
#ifndef PANES_FIND_WORDS_H
#define PANES_FIND_WORDS_H

#include <stdbool.h>

#include "domain/member.h"

/* The strings are owned; find_words_done frees them. */
struct find_words {
	char *text;		/* what is left, "" for nothing */
	char *country, *status, *kind;
	char *since, *after, *before;
};

void find_words_read(struct find_words *words, const char *typed);
void find_words_done(struct find_words *words);

/* Borrows from words. */
struct member_filter find_words_filter(const struct find_words *words);
bool find_words_has_filter(const struct find_words *words);

/* Do both ask the same but for the text? Zeroed words ask for nothing. */
bool find_words_same_filter(const struct find_words *a, const struct find_words *b);

#endif
