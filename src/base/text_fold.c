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

static char *
fold_ascii(const char *text, size_t size)
{
	char *folded = mem_alloc(size + 1);

	for (size_t i = 0; i < size; i++)
		folded[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]);
	return folded;
}

static bool
is_ascii(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if ((unsigned char)text[i] >= 0x80)
			return false;
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

static uint32_t
hiragana_of(uint32_t rune)
{
	bool has_one = (rune >= 0x30a1 && rune <= 0x30f6) || rune == 0x30fd || rune == 0x30fe;

	return has_one ? rune - 0x60 : rune;
}

static void
add_rune(struct buf *folded, uint32_t rune)
{
	char bytes[5];

	buf_add_bytes(folded, bytes, (size_t)text_encode(bytes, rune));
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
	size_t size = strlen(text);

	if (is_ascii(text, size))
		return fold_ascii(text, size);
	buf_add(&cased, text);
	fold_case(&cased);
	fold_runes(buf_text(&cased), what, &folded);
	char *composed = text_store(buf_text(&folded), folded.length);
	buf_done(&cased);
	buf_done(&folded);
	return composed;
}
