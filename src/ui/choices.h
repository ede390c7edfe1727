/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ui/choices.h -- values one may choose from: under a field, in F4, in F9
 *
 * A plain list of code and words, filled by whoever knows them and narrowed by
 * what was typed. It is filled to a limit: `more` says there are others, and
 * typing on finds them.
 */
#ifndef UI_CHOICES_H
#define UI_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

struct choice;

struct choices_item {
	char *value;		/* what goes into the field: "KR-47" */
	char *text;		/* what it is: a name; shown */
	char *note;		/* a second thing, "observer", or "" */
	char *group;		/* heading above it where it changes, or "" */
};

/* Zeroed is empty. */
struct choices {
	struct choices_item *item;
	size_t count, room;
	bool more;		/* there are others that were not listed */
};

enum { CHOICES_MOST = 200 };	/* what a filler stops at */

void choices_add(struct choices *choices, const char *value, const char *text, const char *note);
void choices_add_to(struct choices *choices, const char *group, const char *value,
    const char *text, const char *note);
void choices_clear(struct choices *choices);
void choices_done(struct choices *choices);

/* The words of a field that has them, whose word or label begins with typed (folded). */
void choices_add_words(struct choices *choices, const struct choice *words, const char *typed);

/* The item with that very value; SIZE_MAX. */
size_t choices_find(const struct choices *choices, const char *value);

#endif
