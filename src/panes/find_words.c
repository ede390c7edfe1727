/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/find_words.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

/* Names are ASCII and the same in every language, like the keys of fields. */
static const struct filter_word {
	const char *begin;
	size_t offset;
	bool upper;
} filter_words[] = {
	{ "country:", offsetof(struct find_words, country), true },
	{ "status:", offsetof(struct find_words, status), false },
	{ "kind:", offsetof(struct find_words, kind), false },
	{ "since:>", offsetof(struct find_words, after), false },
	{ "since:<", offsetof(struct find_words, before), false },
	{ "since:", offsetof(struct find_words, since), false },
};

enum { FILTER_WORDS = sizeof filter_words / sizeof filter_words[0] };

static char **
slot(struct find_words *words, const struct filter_word *word)
{
	return (char **)((char *)words + word->offset);
}

static const char *
value(const struct find_words *words, const struct filter_word *word)
{
	const char *text = *(char *const *)((const char *)words + word->offset);

	return text != NULL ? text : "";
}

static bool
take_filter(struct find_words *words, const char *typed, size_t length)
{
	for (size_t i = 0; i < FILTER_WORDS; i++) {
		size_t head = strlen(filter_words[i].begin);

		if (length < head || strncmp(typed, filter_words[i].begin, head) != 0)
			continue;
		char **place = slot(words, &filter_words[i]);
		free(*place);
		*place = mem_strndup(typed + head, length - head);
		for (char *p = *place; filter_words[i].upper && *p != '\0'; p++)
			if (*p >= 'a' && *p <= 'z')
				*p = (char)(*p - 'a' + 'A');
		return true;
	}
	return false;
}

void
find_words_read(struct find_words *words, const char *typed)
{
	struct buf text = { 0 };

	*words = (struct find_words){ 0 };
	while (*typed != '\0') {
		size_t blanks = strspn(typed, " ");
		size_t length = strcspn(typed + blanks, " ");

		if (length > 0 && !take_filter(words, typed + blanks, length)) {
			if (text.length > 0)
				buf_add_char(&text, ' ');
			buf_add_bytes(&text, typed + blanks, length);
		}
		typed += blanks + length;
	}
	words->text = buf_take(&text);
}

void
find_words_done(struct find_words *words)
{
	for (size_t i = 0; i < FILTER_WORDS; i++)
		free(*slot(words, &filter_words[i]));
	free(words->text);
	*words = (struct find_words){ 0 };
}

struct member_filter
find_words_filter(const struct find_words *words)
{
	return (struct member_filter){
		.country = words->country, .status = words->status, .kind = words->kind,
		.since = words->since, .after = words->after, .before = words->before,
	};
}

bool
find_words_has_filter(const struct find_words *words)
{
	for (size_t i = 0; i < FILTER_WORDS; i++)
		if (value(words, &filter_words[i])[0] != '\0')
			return true;
	return false;
}

bool
find_words_same_filter(const struct find_words *a, const struct find_words *b)
{
	for (size_t i = 0; i < FILTER_WORDS; i++)
		if (strcmp(value(a, &filter_words[i]), value(b, &filter_words[i])) != 0)
			return false;
	return true;
}
