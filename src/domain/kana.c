/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/kana.h"

#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum {
	KANA_FIRST = 0x3041, KANA_LAST = 0x3096,	/* ぁ ゖ */
	TSU_SMALL = 0x3063,
	KA = 0x304b, TSU = 0x3064, TO_VOICED = 0x3069,
	HA = 0x306f, PO = 0x307d,
	U = 0x3046, KU = 0x304f, KU_VOICED = 0x3050,
	VU = 0x3094, KA_SMALL = 0x3095, KE_SMALL = 0x3096, KE = 0x3051,
};

/* In the order of the code chart; a small one as the big one. */
static const char *const hepburn[KANA_LAST - KANA_FIRST + 1] = {
	"a", "a", "i", "i", "u", "u", "e", "e", "o", "o",
	"ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go",
	"sa", "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
	"ta", "da", "chi", "ji", "tsu", "tsu", "zu", "te", "de", "to", "do",
	"na", "ni", "nu", "ne", "no",
	"ha", "ba", "pa", "hi", "bi", "pi", "fu", "bu", "pu", "he", "be", "pe", "ho", "bo", "po",
	"ma", "mi", "mu", "me", "mo",
	"ya", "ya", "yu", "yu", "yo", "yo",
	"ra", "ri", "ru", "re", "ro",
	"wa", "wa", "i", "e", "o", "n", "vu", "ka", "ke",
};

static bool
is_hiragana(uint32_t rune)
{
	return rune >= KANA_FIRST && rune <= KANA_LAST;
}

bool
kana_is(uint32_t rune)
{
	return is_hiragana(rune) || rune == KANA_LONG;
}

uint32_t
kana_big(uint32_t rune)
{
	static const uint32_t small[] = {
		0x3041, 0x3043, 0x3045, 0x3047, 0x3049, TSU_SMALL, 0x3083, 0x3085, 0x3087, 0x308e,
	};

	if (rune == KA_SMALL)
		return KA;
	if (rune == KE_SMALL)
		return KE;
	for (size_t i = 0; i < sizeof small / sizeof small[0]; i++)
		if (small[i] == rune)
			return rune + 1;
	return rune;
}

uint32_t
kana_plain(uint32_t rune)
{
	rune = kana_big(rune);
	if (rune == VU)
		return U;
	/* か が き ぎ ... ち ぢ alternate, and so do つ づ て で と ど after small っ. */
	if (rune >= KA && rune < TSU_SMALL)
		return rune - (rune - KA) % 2;
	if (rune >= TSU && rune <= TO_VOICED)
		return rune - (rune - TSU) % 2;
	if (rune >= HA && rune <= PO)
		return rune - (rune - HA) % 3;
	return rune;
}

uint32_t
kana_vowel(uint32_t rune)
{
	static const char vowels[] = "aiueo";

	if (!is_hiragana(rune))
		return 0;
	const char *latin = hepburn[rune - KANA_FIRST];
	const char *found = strchr(vowels, latin[strlen(latin) - 1]);
	return found != NULL ? KANA_FIRST + 1 + 2 * (uint32_t)(found - vowels) : 0;
}

/* Does a small y-kana follow, which takes the place of the vowel before it? */
static bool
is_small_y(uint32_t rune)
{
	return rune == 0x3083 || rune == 0x3085 || rune == 0x3087;
}

/* What stays of the syllable before a small kana: kyo from ki, sho from shi, kwa from ku. */
static void
cut_vowel(struct buf *latin, uint32_t before, uint32_t small)
{
	buf_cut(latin, latin->length - 1);
	char last = latin->length > 0 ? latin->bytes[latin->length - 1] : '\0';

	if (is_small_y(small) && last != 'h' && last != 'j')
		buf_add_char(latin, 'y');
	else if (!is_small_y(small) && (before == U || before == KU || before == KU_VOICED))
		buf_add_char(latin, 'w');
}

static void
add_small(struct buf *latin, uint32_t before, uint32_t small)
{
	const char *sound = hepburn[small - KANA_FIRST];

	cut_vowel(latin, before, small);
	buf_add_char(latin, sound[strlen(sound) - 1]);
}

const char *
kana_add_latin(const char *text, struct buf *latin)
{
	uint32_t rune, before = 0;
	bool doubled = false;
	const char *after;

	for (; after = text_decode(text, &rune), kana_is(rune); text = after) {
		bool small = kana_big(rune) != rune && rune != TSU_SMALL && rune < KA_SMALL;

		if (rune == TSU_SMALL) {
			doubled = true;
			continue;
		}
		if (rune == KANA_LONG)
			continue;
		const char *sound = hepburn[rune - KANA_FIRST];
		if (doubled)	/* っち is tchi */
			buf_add_char(latin, sound[0] == 'c' ? 't' : sound[0]);
		doubled = false;
		if (small && kana_vowel(before) != 0)
			add_small(latin, before, rune);
		else
			buf_add(latin, sound);
		before = rune;
	}
	return text;
}
