/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/buf.h"
#include "base/mem.h"

/* А ... я with Ё, Ө, Ү: lower case, and what takes the place of ё and й. */
static uint32_t
fold_cyrillic(uint32_t rune, unsigned what)
{
	enum { IE = 0x0435, I = 0x0438, SHORT_I = 0x0439 };
	bool accents = (what & TEXT_FOLD_ACCENTS) != 0;

	if (rune == 0x0401 || rune == 0x0451)
		return accents ? IE : 0x0451;
	if (rune == 0x04e8 || rune == 0x04ae)
		return rune + 1;
	if (rune >= 0x0410 && rune <= 0x042f)
		rune += 0x20;
	return rune == SHORT_I && accents && (what & TEXT_FOLD_KEEP_SHORT_I) == 0 ? I : rune;
}

static uint32_t
hiragana_of(uint32_t rune)
{
	bool has_one = (rune >= 0x30a1 && rune <= 0x30f6) || rune == 0x30fd || rune == 0x30fe;

	return has_one ? rune - 0x60 : rune;
}

/* The letters names are made of fold one by one; 0: this one takes the long way. */
static uint32_t
fold_common(uint32_t rune, unsigned what)
{
	if (rune >= ' ' && rune < 0x7f)
		return rune >= 'A' && rune <= 'Z' ? rune + 0x20 : rune;
	if ((rune >= 0x0410 && rune <= 0x044f) || rune == 0x0401 || rune == 0x0451 ||
	    rune == 0x04e8 || rune == 0x04e9 || rune == 0x04ae || rune == 0x04af)
		return fold_cyrillic(rune, what);
	if ((rune >= 0x3041 && rune <= 0x3096) || (rune >= 0x30a1 && rune <= 0x30f6) ||
	    rune == 0x30fb || rune == 0x30fc)
		return (what & TEXT_FOLD_KANA) != 0 ? hiragana_of(rune) : rune;
	if ((rune >= 0x3400 && rune <= 0x9fff) || (rune >= 0xac00 && rune <= 0xd7a3))
		return rune;
	return 0;
}

static void
add_rune(struct buf *folded, uint32_t rune)
{
	char bytes[5];

	buf_add_bytes(folded, bytes, (size_t)text_encode(bytes, rune));
}

/* Most names, in a tenth of the time. False: a letter needs the tables. */
static bool
fold_short_way(const char *text, unsigned what, struct buf *folded)
{
	uint32_t rune;

	while (*text != '\0') {
		text = text_decode(text, &rune);
		rune = fold_common(rune, what);
		if (rune == 0)
			return false;
		add_rune(folded, rune);
	}
	return true;
}

/* Decomposed, because only then accents are seen. */
static void
fold_case(struct buf *text)
{
	size_t size = 0;
	uint8_t *fresh = u8_casefold((const uint8_t *)buf_text(text), text->length, NULL,
	    UNINORM_NFKD, NULL, &size);

	if (fresh == NULL && text->length > 0)
		mem_exhausted();
	buf_clear(text);
	buf_add_bytes(text, (const char *)fresh, size);
	free(fresh);
}

/* Latin, Greek and Cyrillic, decomposed and lower case. */
static bool
bears_accents(uint32_t rune)
{
	return (rune >= 'a' && rune <= 'z') || (rune > 0x00aa && rune < 0x0300) ||
	    (rune >= 0x0370 && rune < 0x0530);
}

bool
text_is_mark(uint32_t rune)
{
	return uc_combining_class(rune) != 0;
}

static bool
is_accent(uint32_t rune, uint32_t base, unsigned what)
{
	enum { BREVE = 0x0306, CYRILLIC_I = 0x0438 };

	if ((what & TEXT_FOLD_ACCENTS) == 0 || !text_is_mark(rune) || !bears_accents(base))
		return false;
	return (what & TEXT_FOLD_KEEP_SHORT_I) == 0 || base != CYRILLIC_I || rune != BREVE;
}

/* Letters with a stroke or without their dot: no decomposition takes them apart. */
static uint32_t
bare_letter(uint32_t rune)
{
	static const struct {
		uint32_t letter;
		char bare;
	} letters[] = {
		{ 0x00f0, 'd' }, { 0x00f8, 'o' }, { 0x0111, 'd' }, { 0x0131, 'i' }, { 0x0142, 'l' },
	};

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].letter == rune)
			return (uint32_t)letters[i].bare;
	return rune;
}

static void
fold_runes(const char *decomposed, unsigned what, struct buf *folded)
{
	uint32_t rune, base = 0;

	while (*decomposed != '\0') {
		decomposed = text_decode(decomposed, &rune);
		if (uc_is_property_default_ignorable_code_point(rune) || is_accent(rune, base, what))
			continue;
		if (!text_is_mark(rune))
			base = rune;
		if ((what & TEXT_FOLD_ACCENTS) != 0)
			rune = bare_letter(rune);
		if ((what & TEXT_FOLD_KANA) != 0)
			rune = hiragana_of(rune);
		add_rune(folded, rune);
	}
}

char *
text_folded(const char *text, unsigned what)
{
	struct buf cased = { 0 }, folded = { 0 };

	if (fold_short_way(text, what, &folded))
		return buf_take(&folded);
	buf_clear(&folded);
	/* u8_casefold looks at valid text only. */
	char *stored = text_store(text, strlen(text));
	buf_add(&cased, stored);
	free(stored);
	fold_case(&cased);
	fold_runes(buf_text(&cased), what, &folded);
	char *composed = text_store(buf_text(&folded), folded.length);
	buf_done(&cased);
	buf_done(&folded);
	return composed;
}

bool
text_folded_holds(const char *text, const char *folded, unsigned what)
{
	char *own = text_folded(text, what);
	bool holds = strstr(own, folded) != NULL;

	free(own);
	return holds;
}
