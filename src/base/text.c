/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"

enum { MOST_MARKS = 3 };	/* on one base: a cell of curses holds no more */

struct range {
	uint32_t first;
	uint32_t last;
};

/*
 * Characters that are in NFC whatever stands beside them, that every terminal
 * draws alike and between any two of which a grapheme ends. A text of these
 * alone, and nearly all are, takes the short way. Sorted.
 */
static const struct range plain[] = {
	{ ' ', '~' },
	{ 0x00a1, 0x00ac }, { 0x00ae, 0x02ff },
	{ 0x0400, 0x0482 }, { 0x048a, 0x052f },
	{ 0x2010, 0x2027 }, { 0x2030, 0x205e },
	{ 0x3000, 0x3029 }, { 0x3041, 0x3096 }, { 0x30a1, 0x30ff },
	{ 0x3131, 0x3163 },	/* Jamo that stand alone */
	{ 0x3400, 0x4db5 }, { 0x4e00, 0x9fd5 },
	{ 0xac00, 0xd7a3 },	/* Hangul syllables */
	{ 0xff01, 0xff5e },
};

/*
 * What C libraries, libunistring and terminals measure differently, or what
 * moves, hides or reorders its neighbours; and what is drawn for it. Sorted.
 */
enum { NOTHING = 0 };

static const struct stand_in {
	struct range range;
	uint32_t drawn;
} stand_ins[] = {
	{ { '\t', '\n' }, ' ' }, { { '\r', '\r' }, ' ' },
	{ { 0x00ad, 0x00ad }, NOTHING },	/* soft hyphen */
	{ { 0x034f, 0x034f }, NOTHING },	/* grapheme joiner */
	{ { 0x0600, 0x0605 }, TEXT_REPLACEMENT },	/* signs that enclose numbers */
	{ { 0x061c, 0x061c }, NOTHING },
	{ { 0x06dd, 0x06dd }, TEXT_REPLACEMENT },
	{ { 0x070f, 0x070f }, TEXT_REPLACEMENT },
	{ { 0x0890, 0x0891 }, TEXT_REPLACEMENT },
	{ { 0x08e2, 0x08e2 }, TEXT_REPLACEMENT },
	{ { 0x115f, 0x1160 }, NOTHING },	/* Hangul fillers */
	{ { 0x180b, 0x180f }, NOTHING },	/* Mongolian selectors, vowel separator */
	{ { 0x200b, 0x200f }, NOTHING },	/* joiners and direction marks */
	{ { 0x2028, 0x2029 }, ' ' },	/* line and paragraph separators */
	{ { 0x202a, 0x202e }, NOTHING },	/* embeddings and overrides */
	{ { 0x2060, 0x206f }, NOTHING },	/* isolates, invisible operators */
	{ { 0x302e, 0x302f }, NOTHING },	/* Hangul tone marks */
	{ { 0x3030, 0x3030 }, TEXT_REPLACEMENT },	/* signs that are also emoji */
	{ { 0x303d, 0x303d }, TEXT_REPLACEMENT },
	{ { 0x3164, 0x3164 }, NOTHING },	/* Hangul filler */
	{ { 0x3248, 0x324f }, TEXT_REPLACEMENT },	/* numbers on squares */
	{ { 0x3297, 0x3297 }, 0x795d },		/* in a ring, also emoji: 祝 */
	{ { 0x3299, 0x3299 }, 0x79d8 },		/* 秘 */
	{ { 0x4dc0, 0x4dff }, TEXT_REPLACEMENT },	/* hexagrams */
	{ { 0xe000, 0xf8ff }, TEXT_REPLACEMENT },	/* private use */
	{ { 0xfe00, 0xfe0f }, NOTHING },	/* variation selectors */
	{ { 0xfeff, 0xfeff }, NOTHING },	/* byte order mark */
	{ { 0xffa0, 0xffa0 }, NOTHING },	/* Hangul filler */
	{ { 0xfff9, 0xfffc }, NOTHING },	/* annotations, embedded object */
	{ { 0x1bca0, 0x1bca3 }, NOTHING },	/* shorthand format */
	{ { 0x1d173, 0x1d17a }, NOTHING },	/* musical format */
	{ { 0x1f202, 0x1f202 }, TEXT_REPLACEMENT },
	{ { 0x1f237, 0x1f237 }, TEXT_REPLACEMENT },
	{ { 0x1f3fb, 0x1f3ff }, NOTHING },	/* skin tones */
	{ { 0xe0000, 0xe0fff }, NOTHING },	/* tags, more variation selectors */
	{ { 0xf0000, 0x10ffff }, TEXT_REPLACEMENT },	/* private use */
};

bool
text_locale(void)
{
	static const char *const names[] = { "", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (setlocale(LC_CTYPE, names[i]) != NULL &&
		    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
			return true;
	return false;
}

/* The length of the run of printable ASCII at the beginning, eight bytes a step. */
static size_t
ascii_run(const char *text, size_t size)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t i = 0;

	for (uint64_t part; i + sizeof part <= size; i += sizeof part) {
		memcpy(&part, text + i, sizeof part);
		/* A byte is refused for its high bit, below ' ', or being DEL. */
		if (((part | (part - ones * ' ') | (part + ones)) & ones * 0x80) != 0)
			break;
	}
	while (i < size && text[i] >= ' ' && text[i] <= '~')
		i++;
	return i;
}

static const struct stand_in *
find_stand_in(uint32_t rune)
{
	size_t low = 0, high = sizeof stand_ins / sizeof *stand_ins;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct stand_in *row = &stand_ins[middle];

		if (rune >= row->range.first && rune <= row->range.last)
			return row;
		if (rune < row->range.first)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool
is_plain(uint32_t rune)
{
	size_t low = 0, high = sizeof plain / sizeof *plain;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (rune >= plain[middle].first && rune <= plain[middle].last)
			return true;
		if (rune < plain[middle].first)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static const char *
decode(const char *text, const char *end, uint32_t *ret_rune)
{
	if ((unsigned char)*text < 0x80) {
		*ret_rune = (unsigned char)*text;
		return text + 1;
	}
	return text + u8_mbtouc(ret_rune, (const uint8_t *)text, (size_t)(end - text));
}

const char *
text_decode(const char *text, uint32_t *ret_rune)
{
	*ret_rune = 0;
	return *text == '\0' ? text : decode(text, text + strnlen(text, 4), ret_rune);
}

int
text_encode(char ret_bytes[5], uint32_t rune)
{
	int size = u8_uctomb((uint8_t *)ret_bytes, rune, 4);

	if (size < 0)
		size = u8_uctomb((uint8_t *)ret_bytes, TEXT_REPLACEMENT, 4);
	ret_bytes[size] = '\0';
	return size;
}

void
text_add_rune(struct buf *text, uint32_t rune)
{
	char bytes[5];

	buf_add_bytes(text, bytes, (size_t)text_encode(bytes, rune));
}

/* Is this text nothing but plain characters? False may also mean bad bytes. */
static bool
is_all_plain(const char *text, size_t size)
{
	const char *end = text + size;

	for (text += ascii_run(text, size); text < end;) {
		uint32_t rune;

		text = decode(text, end, &rune);
		if (!is_plain(rune))
			return false;
	}
	return true;
}

/* text must be valid UTF-8. */
static void
compose(struct buf *text)
{
	size_t size = 0;
	uint8_t *fresh = u8_normalize(UNINORM_NFC, (const uint8_t *)buf_text(text), text->length,
	    NULL, &size);

	if (fresh == NULL)
		mem_exhausted();
	buf_clear(text);
	buf_add_bytes(text, (const char *)fresh, size);
	free(fresh);
}

static bool
is_nfc(const char *text, size_t size)
{
	uint8_t room[1024];
	size_t length = sizeof room;
	uint8_t *fresh = u8_normalize(UNINORM_NFC, (const uint8_t *)text, size, room, &length);

	if (fresh == NULL)
		mem_exhausted();
	bool same = length == size && memcmp(fresh, text, size) == 0;
	if (fresh != room)
		free(fresh);
	return same;
}

static const char *
why_not_storable(uint32_t rune, bool many_lines)
{
	if (rune == '\n')
		return many_lines ? NULL : _("This takes one line only: remove the line break.");
	if (uc_is_general_category_withtable(rune, UC_CATEGORY_MASK_Cc))
		return _("There is a control character in this text: remove it.");
	if (uc_is_general_category_withtable(rune,
	    UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp))
		return _("There is an invisible character in this text: type the text anew.");
	return NULL;
}

bool
text_is_storable(const char *text, size_t size, bool many_lines, const char **ret_why)
{
	const char *end = text + size, *why = NULL;

	if (is_all_plain(text, size))
		return true;
	if (u8_check((const uint8_t *)text, size) != NULL)
		why = _("This text is not valid UTF-8: type it anew.");
	for (const char *p = text; why == NULL && p < end;) {
		uint32_t rune;

		p = decode(p, end, &rune);
		if (!is_plain(rune))
			why = why_not_storable(rune, many_lines);
	}
	if (why == NULL && !is_nfc(text, size))
		why = _("This text is not in the composed form of Unicode (NFC): type it anew.");
	if (why == NULL)
		return true;
	*ret_why = why;
	return false;
}

/* The rune to store for one that was typed, pasted or read; NOTHING drops it. */
static uint32_t
stored_for(uint32_t rune)
{
	if (rune == '\t')
		return ' ';
	if (rune == '\r' || rune == 0x85)
		return '\n';
	if (uc_is_general_category_withtable(rune, UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp))
		return '\n';
	return uc_is_general_category_withtable(rune, UC_CATEGORY_MASK_Cf) ? NOTHING : rune;
}

char *
text_store(const char *text, size_t size)
{
	struct buf stored = { 0 };
	const char *end = text + size;

	if (is_all_plain(text, size))
		return mem_strndup(text, size);
	while (text < end) {
		uint32_t rune;

		text = decode(text, end, &rune);
		if (rune == '\r' && text < end && *text == '\n')
			continue;
		rune = is_plain(rune) ? rune : stored_for(rune);
		if (rune != NOTHING)
			text_add_rune(&stored, rune);
	}
	if (stored.length > 0)
		compose(&stored);
	return buf_take(&stored);
}

static uint32_t
drawn_for(uint32_t rune)
{
	enum { FLAG_A = 0x1f1e6, FLAG_Z = 0x1f1ff };

	if (rune >= FLAG_A && rune <= FLAG_Z)
		return 'A' + (rune - FLAG_A);	/* a flag as its two letters */
	const struct stand_in *row = find_stand_in(rune);
	return row != NULL ? row->drawn : rune;
}

/* Vowels and finals that NFC could not join to a syllable. */
static bool
is_stray_jamo(uint32_t rune)
{
	return (rune >= 0x1161 && rune <= 0x11ff) || (rune >= 0xd7b0 && rune <= 0xd7ff);
}

/* Draw what is composed and stood in for; marks only on a base, and few of them. */
static void
add_composed(struct buf *shown, const char *text, const char *end)
{
	const char *start = text;
	int marks = 0;

	while (text < end) {
		uint32_t rune;
		bool is_first = text == start;

		text = decode(text, end, &rune);
		int columns = is_stray_jamo(rune) ? -1 : wcwidth((wchar_t)rune);
		marks = columns == 0 ? marks + 1 : 0;
		if (marks > 0 && is_first)
			buf_add_char(shown, ' ');	/* or it would join what stands before */
		if (marks <= MOST_MARKS)
			text_add_rune(shown, columns < 0 ? TEXT_REPLACEMENT : rune);
	}
}

void
text_add_shown(struct buf *shown, const char *text)
{
	struct buf composed = { 0 };
	size_t size = strlen(text);
	const char *end = text + size;

	if (is_all_plain(text, size)) {
		buf_add_bytes(shown, text, size);
		return;
	}
	while (text < end) {
		uint32_t rune;

		text = decode(text, end, &rune);
		rune = is_plain(rune) ? rune : drawn_for(rune);
		if (rune != NOTHING)
			text_add_rune(&composed, rune);
	}
	if (composed.length > 0) {
		compose(&composed);
		add_composed(shown, composed.bytes, composed.bytes + composed.length);
	}
	buf_done(&composed);
}

char *
text_show(const char *text)
{
	struct buf shown = { 0 };

	text_add_shown(&shown, text);
	return buf_take(&shown);
}

static int
columns_between(const char *text, const char *end)
{
	int columns = 0;

	while (text < end) {
		uint32_t rune;

		text = decode(text, end, &rune);
		int width = rune < 0x80 ? 1 : wcwidth((wchar_t)rune);
		columns += width < 0 ? 1 : width;
	}
	return columns;
}

int
text_width(const char *text)
{
	size_t size = strlen(text), ascii = ascii_run(text, size);

	return (int)ascii + columns_between(text + ascii, text + size);
}

const char *
text_next(const char *text)
{
	uint32_t rune, next;
	const char *after = text_decode(text, &rune);

	text_decode(after, &next);
	if (rune == 0 || (is_plain(rune) && (next == 0 || is_plain(next))))
		return after;
	return (const char *)u8_grapheme_next((const uint8_t *)text,
	    (const uint8_t *)after + strlen(after));
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
	while (text > start && text[-1] == ' ')
		text--;
	while (text > start && text[-1] != ' ')
		text--;
	return text;
}

/* Append the graphemes of text that fit; returns where it stopped. */
static const char *
add_fitting(struct buf *fitted, const char *text, int columns, int *ret_used)
{
	const char *start = text;

	*ret_used = 0;
	while (*text != '\0') {
		const char *next = text_next(text);
		int width = columns_between(text, next);

		if (*ret_used + width > columns)
			break;
		*ret_used += width;
		text = next;
	}
	buf_add_bytes(fitted, start, (size_t)(text - start));
	return text;
}

static int
fit_wide(struct buf *fitted, const char *text, int columns)
{
	size_t before = fitted->length;
	int used;

	if (*add_fitting(fitted, text, columns, &used) == '\0')
		return used;
	buf_cut(fitted, before);
	add_fitting(fitted, text, columns - 1, &used);
	buf_add_char(fitted, '~');
	return used + 1;
}

void
text_fit(struct buf *fitted, const char *text, int columns)
{
	size_t size = strlen(text), ascii;
	int used = 0;

	if (columns <= 0)
		return;
	ascii = ascii_run(text, size);
	if (ascii == size && size <= (size_t)columns) {
		buf_add_bytes(fitted, text, size);
		used = (int)size;
	} else if (ascii > (size_t)columns) {
		buf_add_bytes(fitted, text, (size_t)columns - 1);
		buf_add_char(fitted, '~');
		used = columns;
	} else {
		used = fit_wide(fitted, text, columns);
	}
	buf_add_repeat(fitted, ' ', columns - used);
}
