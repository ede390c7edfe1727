/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base/mem.h -- allocation that never returns NULL
 *
 * Without memory there is nothing sensible left to do: the terminal is given
 * back (mem_on_exhaustion), one line is written and the program ends. What was
 * saved is safe in SQLite; what was half typed is in its draft.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

void *mem_alloc(size_t size);				/* zeroed */
void *mem_grow(void *old, size_t count, size_t size);	/* realloc of count * size */
char *mem_strdup(const char *text);			/* NULL gives NULL */
char *mem_strndup(const char *text, size_t length);	/* adds the NUL */

/* What was typed, or nothing: NULL and "" give NULL. */
char *mem_strdup_typed(const char *text);

/* Replace *slot, an owned string, by a copy of text; both may be NULL. */
void mem_replace(char **slot, const char *text);

/*
 * Room for one more element of size bytes in an array of count elements that
 * has room for *room: doubles, starting at 16. Returns the array.
 */
void *mem_room(void *array, size_t count, size_t *room, size_t size);

/* For a library that allocates by itself and had no memory. */
_Noreturn void mem_exhausted(void);

/* Called once before the program ends for want of memory; NULL for nothing. */
void mem_on_exhaustion(void (*give_back)(void));

#endif
