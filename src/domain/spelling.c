/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/spelling.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/han.h"
#include "domain/hangul.h"
#include "domain/kana.h"

enum { CYRILLIC_A = 0x430, CYRILLIC_YA = 0x44f, LATIN_END = 0x250 };

/* а ... я; й, ё, ө, ү have been folded to и, е, о, у. */
static const char *const cyrillic[CYRILLIC_YA - CYRILLIC_A + 1] = {
	"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p",
	"r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
};

static size_t
count_others(uint32_t rune)
{
	size_t count = 0;

	while (han_other_pinyin(rune, count) != NULL)
		count++;
	return count;
}

/* The reading a choice takes; *bit is the first bit of this character, then of the next. */
static const char *
chosen_pinyin(uint32_t rune, unsigned choice, unsigned *bit)
{
	const char *reading = han_pinyin(rune);
	const char *other;

	for (size_t i = 0; (other = han_other_pinyin(rune, i)) != NULL; i++) {
		if (*bit < 32 && (choice >> *bit & 1) != 0)
			reading = other;
		(*bit)++;
	}
	return reading;
}

int
spelling_choices(const char *text)
{
	size_t count = 0;
	uint32_t rune;

	while (*text != '\0') {
		text = text_decode(text, &rune);
		if (han_pinyin(rune) != NULL)
			count += count_others(rune);
	}
	return (int)count;
}

void
spelling_latin(const char *text, unsigned choice, struct buf *latin)
{
	unsigned bit = 0;
	uint32_t rune;

	while (*text != '\0') {
		const char *after = text_decode(text, &rune);
		const char *pinyin = chosen_pinyin(rune, choice, &bit);

		if (kana_is(rune))
			after = kana_add_latin(text, latin);
		else if (hangul_is_syllable(rune))
			hangul_add_latin(rune, latin);
		else if (rune >= CYRILLIC_A && rune <= CYRILLIC_YA)
			buf_add(latin, cyrillic[rune - CYRILLIC_A]);
		else if (pinyin != NULL)
			buf_add(latin, pinyin);
		else if (rune < LATIN_END)
			text_add_rune(latin, rune);
		text = after;
	}
}

void
spelling_initials(const char *text, unsigned choice, struct buf *initials)
{
	size_t start = initials->length;
	bool was_hangul = false;
	unsigned bit = 0;
	uint32_t rune;

	while (*text != '\0') {
		text = text_decode(text, &rune);
		const char *pinyin = chosen_pinyin(rune, choice, &bit);
		bool hangul = hangul_is_syllable(rune);

		if (!hangul && pinyin == NULL)
			continue;
		if (initials->length > start && hangul != was_hangul)
			buf_add_char(initials, ' ');
		if (hangul)
			text_add_rune(initials, hangul_initial(rune));
		else
			buf_add_char(initials, pinyin[0]);
		was_hangul = hangul;
	}
}

/* The second letter of ou, oo, uu: it only says that the vowel is long. */
static bool
only_lengthens(char before, char letter)
{
	return (before == 'o' && (letter == 'u' || letter == 'o')) || (before == 'u' && letter == 'u');
}

bool
spelling_short_vowels(const char *latin, struct buf *shortened)
{
	size_t before = shortened->length;
	char last = '\0';

	for (const char *p = latin; *p != '\0'; p++) {
		if (!only_lengthens(last, *p))
			buf_add_char(shortened, *p);
		last = *p;
	}
	return shortened->length - before != strlen(latin);
}
