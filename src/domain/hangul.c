/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/hangul.h"

#include <stddef.h>

#include "base/buf.h"
#include "base/text.h"

enum {
	SYLLABLE_FIRST = 0xac00, SYLLABLE_LAST = 0xd7a3,
	INITIAL_FIRST = 0x1100, INITIALS = 19,
	VOWEL_FIRST = 0x1161, VOWELS = 21,
	FINAL_FIRST = 0x11a7, FINALS = 28,	/* the first final is none */
};

struct letter {
	const char *keys;	/* as typed */
	const char *latin;
};

static const struct letter initials[INITIALS] = {
	{ "ㄱ", "g" }, { "ㄲ", "kk" }, { "ㄴ", "n" }, { "ㄷ", "d" }, { "ㄸ", "tt" }, { "ㄹ", "r" },
	{ "ㅁ", "m" }, { "ㅂ", "b" }, { "ㅃ", "pp" }, { "ㅅ", "s" }, { "ㅆ", "ss" }, { "ㅇ", "" },
	{ "ㅈ", "j" }, { "ㅉ", "jj" }, { "ㅊ", "ch" }, { "ㅋ", "k" }, { "ㅌ", "t" }, { "ㅍ", "p" },
	{ "ㅎ", "h" },
};

static const struct letter vowels[VOWELS] = {
	{ "ㅏ", "a" }, { "ㅐ", "ae" }, { "ㅑ", "ya" }, { "ㅒ", "yae" }, { "ㅓ", "eo" }, { "ㅔ", "e" },
	{ "ㅕ", "yeo" }, { "ㅖ", "ye" }, { "ㅗ", "o" }, { "ㅘ", "wa" }, { "ㅙ", "wae" }, { "ㅚ", "oe" },
	{ "ㅛ", "yo" }, { "ㅜ", "u" }, { "ㅝ", "wo" }, { "ㅞ", "we" }, { "ㅟ", "wi" }, { "ㅠ", "yu" },
	{ "ㅡ", "eu" }, { "ㅢ", "ui" }, { "ㅣ", "i" },
};

static const struct letter finals[FINALS] = {
	{ "", "" }, { "ㄱ", "k" }, { "ㄲ", "k" }, { "ㄱㅅ", "k" }, { "ㄴ", "n" }, { "ㄴㅈ", "n" },
	{ "ㄴㅎ", "n" }, { "ㄷ", "t" }, { "ㄹ", "l" }, { "ㄹㄱ", "k" }, { "ㄹㅁ", "m" }, { "ㄹㅂ", "l" },
	{ "ㄹㅅ", "l" }, { "ㄹㅌ", "l" }, { "ㄹㅍ", "p" }, { "ㄹㅎ", "l" }, { "ㅁ", "m" }, { "ㅂ", "p" },
	{ "ㅂㅅ", "p" }, { "ㅅ", "t" }, { "ㅆ", "t" }, { "ㅇ", "ng" }, { "ㅈ", "t" }, { "ㅊ", "t" },
	{ "ㅋ", "k" }, { "ㅌ", "t" }, { "ㅍ", "p" }, { "ㅎ", "t" },
};

bool
hangul_is_syllable(uint32_t rune)
{
	return rune >= SYLLABLE_FIRST && rune <= SYLLABLE_LAST;
}

bool
hangul_has_final(uint32_t syllable)
{
	return (syllable - SYLLABLE_FIRST) % FINALS != 0;
}

/* The parts of a syllable: rows of the three tables. */
static const struct letter *
initial_of(uint32_t syllable)
{
	return &initials[(syllable - SYLLABLE_FIRST) / (VOWELS * FINALS)];
}

static const struct letter *
vowel_of(uint32_t syllable)
{
	return &vowels[(syllable - SYLLABLE_FIRST) / FINALS % VOWELS];
}

static const struct letter *
final_of(uint32_t syllable)
{
	return &finals[(syllable - SYLLABLE_FIRST) % FINALS];
}

/* The letter of a joining rune; NULL for another. */
static const struct letter *
joining_letter(uint32_t rune)
{
	if (rune >= INITIAL_FIRST && rune < INITIAL_FIRST + INITIALS)
		return &initials[rune - INITIAL_FIRST];
	if (rune >= VOWEL_FIRST && rune < VOWEL_FIRST + VOWELS)
		return &vowels[rune - VOWEL_FIRST];
	if (rune > FINAL_FIRST && rune < FINAL_FIRST + FINALS)
		return &finals[rune - FINAL_FIRST];
	return NULL;
}

void
hangul_add_letters(uint32_t rune, struct buf *letters)
{
	const struct letter *letter = joining_letter(rune);
	char other[5];

	if (hangul_is_syllable(rune)) {
		buf_add(letters, initial_of(rune)->keys);
		buf_add(letters, vowel_of(rune)->keys);
		buf_add(letters, final_of(rune)->keys);
	} else if (letter != NULL) {
		buf_add(letters, letter->keys);
	} else {
		buf_add_bytes(letters, other, (size_t)text_encode(other, rune));
	}
}

void
hangul_add_latin(uint32_t syllable, struct buf *latin)
{
	buf_add(latin, initial_of(syllable)->latin);
	buf_add(latin, vowel_of(syllable)->latin);
	buf_add(latin, final_of(syllable)->latin);
}

uint32_t
hangul_initial(uint32_t rune)
{
	uint32_t key;

	if (hangul_is_syllable(rune))
		return INITIAL_FIRST + (uint32_t)(initial_of(rune) - initials);
	for (uint32_t i = 0; i < INITIALS; i++) {
		text_decode(initials[i].keys, &key);
		if (key == rune)
			return INITIAL_FIRST + i;
	}
	return 0;
}
