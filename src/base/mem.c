/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*on_exhaustion)(void);

void
mem_on_exhaustion(void (*give_back)(void))
{
	on_exhaustion = give_back;
}

void
mem_exhausted(void)
{
	if (on_exhaustion != NULL)
		on_exhaustion();
	/* Not translated: looking words up is no thing to do now. */
	fputs(PACKAGE ": out of memory; saved records are safe\n", stderr);
	exit(EXIT_FAILURE);
}

void *
mem_alloc(size_t size)
{
	void *fresh = calloc(1, size > 0 ? size : 1);

	if (fresh == NULL)
		mem_exhausted();
	return fresh;
}

void *
mem_grow(void *old, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		mem_exhausted();
	void *grown = realloc(old, count * size > 0 ? count * size : 1);
	if (grown == NULL)
		mem_exhausted();
	return grown;
}

char *
mem_strdup(const char *text)
{
	return text == NULL ? NULL : mem_strndup(text, strlen(text));
}

char *
mem_strndup(const char *text, size_t length)
{
	char *copy = mem_alloc(length + 1);

	memcpy(copy, text, length);
	return copy;
}

char *
mem_strdup_typed(const char *text)
{
	return text != NULL && text[0] != '\0' ? mem_strdup(text) : NULL;
}

void
mem_replace(char **slot, const char *text)
{
	char *copy = mem_strdup(text);	/* first: text may lie within *slot */

	free(*slot);
	*slot = copy;
}

void *
mem_room(void *array, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return array;
	*room = *room == 0 ? 16 : *room * 2;
	return mem_grow(array, *room, size);
}
