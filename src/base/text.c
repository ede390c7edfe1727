/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"

enum { REPLACEMENT = 0xFFFD, MOST_MARKS = 3 };

bool
text_locale(void)
{
	static const char *const names[] = { "", "C.UTF-8", "C.utf8", "en_US.UTF-8" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (setlocale(LC_CTYPE, names[i]) != NULL &&
		    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
			return true;
	return false;
}

/*
 * Characters on which terminals and the C library disagree, or which move, hide
 * or reorder what is beside them, and what is shown instead: 0 is nothing.
 * Found by measuring eleven terminals; sorted, so that it can be searched.
 */
static const struct {
	uint32_t first, last;
	uint32_t instead;
} odd[] = {
	{ 0x00AD, 0x00AD, 0 },			/* soft hyphen */
	{ 0x034F, 0x034F, 0 },			/* grapheme joiner */
	{ 0x0600, 0x0605, REPLACEMENT },	/* Arabic number signs */
	{ 0x061C, 0x061C, 0 },			/* Arabic letter mark */
	{ 0x06DD, 0x06DD, REPLACEMENT },
	{ 0x070F, 0x070F, REPLACEMENT },
	{ 0x0890, 0x0891, REPLACEMENT },
	{ 0x08E2, 0x08E2, REPLACEMENT },
	{ 0x115F, 0x1160, 0 },			/* Hangul fillers */
	{ 0x1161, 0x11FF, REPLACEMENT },	/* vowels and finals that NFC did not join */
	{ 0x180B, 0x180F, 0 },			/* Mongolian variation selectors */
	{ 0x200B, 0x200F, 0 },			/* zero width, joiners, direction marks */
	{ 0x2028, 0x2029, ' ' },		/* line and paragraph separators */
	{ 0x202A, 0x202E, 0 },			/* bidi controls */
	{ 0x2060, 0x206F, 0 },
	{ 0x302E, 0x302F, 0 },			/* Hangul tone marks */
	{ 0x3030, 0x3030, REPLACEMENT },
	{ 0x303D, 0x303D, REPLACEMENT },
	{ 0x3164, 0x3164, 0 },
	{ 0x3248, 0x324F, REPLACEMENT },
	{ 0x4DC0, 0x4DFF, REPLACEMENT },	/* hexagrams: one column or two */
	{ 0xD7B0, 0xD7FF, REPLACEMENT },	/* old Jamo */
	{ 0xE000, 0xF8FF, REPLACEMENT },	/* private use */
	{ 0xFE00, 0xFE0F, 0 },			/* variation selectors */
	{ 0xFEFF, 0xFEFF, 0 },			/* byte order mark */
	{ 0xFFA0, 0xFFA0, 0 },
	{ 0xFFF9, 0xFFFC, 0 },
	{ 0x1BCA0, 0x1BCA3, 0 },
	{ 0x1D173, 0x1D17A, 0 },
	{ 0x1F202, 0x1F202, REPLACEMENT },
	{ 0x1F237, 0x1F237, REPLACEMENT },
	{ 0x1F3FB, 0x1F3FF, 0 },		/* skin tones */
	{ 0xE0000, 0x10FFFF, 0 },		/* tags, selectors, private use */
};

/* What stands on the screen for a code point; 0 for nothing. */
static uint32_t
shown_as(uint32_t rune)
{
	size_t low = 0, high = sizeof odd / sizeof odd[0];

	if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0))
		return rune == '\t' || rune == '\n' || rune == '\r' ? ' ' : REPLACEMENT;
	if (rune < 0xAD)
		return rune;
	if (rune >= 0x1F1E6 && rune <= 0x1F1FF)	/* half a flag: its letter */
		return 'A' + (rune - 0x1F1E6);
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (rune > odd[middle].last)
			low = middle + 1;
		else if (rune < odd[middle].first)
			high = middle;
		else
			return odd[middle].instead;
	}
	return wcwidth((wchar_t)rune) < 0 ? REPLACEMENT : rune;
}

const char *
text_decode(const char *text, uint32_t *ret_rune)
{
	ucs4_t rune;

	if ((unsigned char)*text < 0x80) {
		*ret_rune = (unsigned char)*text;
		return text + (*text != '\0');
	}
	text += u8_mbtouc(&rune, (const uint8_t *)text, strnlen(text, 4));
	*ret_rune = rune;
	return text;
}

int
text_encode(char out[5], uint32_t rune)
{
	int length = u8_uctomb((uint8_t *)out, rune, 4);

	if (length <= 0)
		length = u8_uctomb((uint8_t *)out, REPLACEMENT, 4);
	out[length] = '\0';
	return length;
}

bool
text_is_mark(uint32_t rune)
{
	return uc_combining_class(rune) != 0;
}

static bool
is_plain(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] >= 0x7F)
			return false;
	return true;
}

/* Text of a length known to the library as its own memory, closed by NUL. */
static char *
closed(uint8_t *text, size_t length)
{
	char *whole = mem_grow(text, length + 1, 1);

	whole[length] = '\0';
	return whole;
}

static char *
normalized(uninorm_t form, const char *text, size_t length)
{
	size_t out_length = 0;

	if (length == 0)
		return mem_strdup("");
	uint8_t *out = u8_normalize(form, (const uint8_t *)text, length, NULL, &out_length);
	return out != NULL ? closed(out, out_length) : mem_strndup(text, length);
}

char *
text_store(const char *text, size_t length)
{
	struct buf valid = { 0 };
	char bytes[5];

	if (is_plain(text, length))
		return mem_strndup(text, length);
	for (const uint8_t *p = (const uint8_t *)text, *end = p + length; p < end;) {
		ucs4_t rune;

		p += u8_mbtouc(&rune, p, (size_t)(end - p));
		buf_add_bytes(&valid, bytes, (size_t)text_encode(bytes, rune));
	}
	char *stored = normalized(UNINORM_NFC, buf_text(&valid), valid.length);
	buf_done(&valid);
	return stored;
}

static const char *
fault_of(uint32_t rune, bool many_lines)
{
	if (rune == '\n' && many_lines)
		return NULL;
	if (rune == '\n' || rune == '\r' || rune == '\t')
		return _("This must be one line, without tabs.");
	if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0))
		return _("This holds a control character: type it again without.");
	if ((rune >= 0x202A && rune <= 0x202E) || (rune >= 0x2066 && rune <= 0x2069) ||
	    rune == 0x200E || rune == 0x200F || rune == 0x061C || rune == 0xFEFF)
		return _("This holds a mark that turns the direction of writing: type it again without.");
	return NULL;
}

/* Is it the same after normalising? Asked only where it could differ. */
static bool
is_nfc(const char *text, size_t length)
{
	char *nfc = normalized(UNINORM_NFC, text, length);
	bool same = strlen(nfc) == length && memcmp(nfc, text, length) == 0;

	free(nfc);
	return same;
}

bool
text_is_storable(const char *text, size_t length, bool many_lines, const char **ret_why)
{
	if (is_plain(text, length))
		return true;
	*ret_why = NULL;
	if (u8_check((const uint8_t *)text, length) != NULL)
		*ret_why = _("This is not valid UTF-8 text.");
	for (const uint8_t *p = (const uint8_t *)text, *end = p + length;
	    *ret_why == NULL && p < end;) {
		ucs4_t rune;

		p += u8_mbtouc_unsafe(&rune, p, (size_t)(end - p));
		*ret_why = fault_of(rune, many_lines);
	}
	if (*ret_why == NULL && !is_nfc(text, length))
		*ret_why = _("This text is not composed (NFC): type it again.");
	return *ret_why == NULL;
}

static void
add_rune(struct buf *out, uint32_t rune)
{
	char bytes[5];

	buf_add_bytes(out, bytes, (size_t)text_encode(bytes, rune));
}

void
text_add_shown(struct buf *out, const char *text)
{
	size_t length = strlen(text);
	bool first = true;
	int marks = 0;

	if (is_plain(text, length)) {
		buf_add_bytes(out, text, length);
		return;
	}
	char *stored = text_store(text, length);
	for (const char *p = stored; *p != '\0';) {
		uint32_t rune;

		p = text_decode(p, &rune);
		rune = shown_as(rune);
		if (rune == 0)
			continue;
		bool is_mark = wcwidth((wchar_t)rune) == 0;
		if (is_mark && first)
			buf_add_char(out, ' ');	/* nothing it could stand on */
		marks = is_mark ? marks + 1 : 0;
		first = false;
		if (marks <= MOST_MARKS)
			add_rune(out, rune);
	}
	free(stored);
}

char *
text_show(const char *text)
{
	struct buf out = { 0 };

	text_add_shown(&out, text);
	return buf_take(&out);
}

static int
width_between(const char *text, const char *end)
{
	int width = 0;

	while (text < end) {
		uint32_t rune;

		text = text_decode(text, &rune);
		int columns = wcwidth((wchar_t)rune);
		width += columns < 0 ? 1 : columns;
	}
	return width;
}

int
text_width(const char *shown)
{
	return width_between(shown, shown + strlen(shown));
}

const char *
text_next(const char *text)
{
	if (*text == '\0')
		return text;
	if ((unsigned char)text[0] < 0x80 && (unsigned char)text[1] < 0x80)
		return text + (text[0] == '\r' && text[1] == '\n' ? 2 : 1);
	return (const char *)u8_grapheme_next((const uint8_t *)text,
	    (const uint8_t *)text + strlen(text));
}

const char *
text_prev(const char *text, const char *start)
{
	const uint8_t *before = u8_grapheme_prev((const uint8_t *)text, (const uint8_t *)start);

	return before != NULL ? (const char *)before : start;
}

const char *
text_word_start(const char *text, const char *start)
{
	while (text > start && *text_prev(text, start) == ' ')
		text = text_prev(text, start);
	while (text > start && *text_prev(text, start) != ' ')
		text = text_prev(text, start);
	return text;
}

void
text_fit(struct buf *out, const char *shown, int columns)
{
	size_t start = out->length, room_for_sign = start;
	int width = 0, width_at_sign = 0;

	while (*shown != '\0') {
		const char *next = text_next(shown);
		int more = width_between(shown, next);

		if (width + more > columns)
			break;
		buf_add_bytes(out, shown, (size_t)(next - shown));
		width += more;
		if (width < columns) {
			room_for_sign = out->length;
			width_at_sign = width;
		}
		shown = next;
	}
	if (*shown != '\0' && columns > 0) {
		buf_cut(out, room_for_sign);
		buf_add_char(out, '~');	/* not U+2026: its width is ambiguous */
		width = width_at_sign + 1;
	}
	buf_add_repeat(out, ' ', columns - width);
}

/* Letters that no decomposition takes apart. */
static uint32_t
plain_letter(uint32_t rune)
{
	static const struct { uint32_t from, to; } letters[] = {
		{ 0xF0, 'd' }, { 0xF8, 'o' }, { 0x111, 'd' }, { 0x131, 'i' }, { 0x142, 'l' },
	};

	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
		if (letters[i].from == rune)
			return letters[i].to;
	return rune;
}

static bool
is_dropped(uint32_t rune, uint32_t base, unsigned what)
{
	enum { AFTER_CYRILLIC = 0x530, CYRILLIC_I = 0x438, BREVE = 0x306 };

	if (text_is_mark(rune))
		return (what & TEXT_FOLD_ACCENTS) != 0 && base < AFTER_CYRILLIC &&
		    !((what & TEXT_FOLD_KEEP_SHORT_I) != 0 && base == CYRILLIC_I && rune == BREVE);
	return shown_as(rune) == 0 && rune != 0;
}

char *
text_folded(const char *text, unsigned what)
{
	struct buf out = { 0 };
	size_t length = 0;
	uint32_t base = 0;
	uint8_t *wide = u8_casefold((const uint8_t *)text, strlen(text), NULL, UNINORM_NFKD,
	    NULL, &length);

	if (wide == NULL)
		return mem_strdup("");
	char *folded = closed(wide, length);
	for (const char *p = folded; *p != '\0';) {
		uint32_t rune;

		p = text_decode(p, &rune);
		if (is_dropped(rune, base, what))
			continue;
		if ((what & TEXT_FOLD_ACCENTS) != 0)
			rune = plain_letter(rune);
		if ((what & TEXT_FOLD_KANA) != 0 && rune >= 0x30A1 && rune <= 0x30F6)
			rune -= 0x60;
		if (!text_is_mark(rune))
			base = rune;
		add_rune(&out, rune);
	}
	free(folded);
	char *composed = normalized(UNINORM_NFC, buf_text(&out), out.length);
	buf_done(&out);
	return composed;
}
