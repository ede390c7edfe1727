/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/han.h"
#include "domain/hangul.h"
#include "domain/kana.h"
#include "domain/spelling.h"

enum {
	REPEATED = 0x3005,	/* 々: the character before once more */
	HAN_FIRST = 0x3400,
	JOINING_FIRST = 0x1100, JOINING_LAST = 0x11ff,	/* Hangul letters after folding */
};

/* Letters that a neighbour's keyboard lacks, and what is typed for them. */
static const uint16_t twins[][2] = {
	{ 0x0451, 0x0435 },	/* ё е */
	{ 0x0456, 0x0438 },	/* і и */
	{ 0x0493, 0x0433 },	/* ғ г */
	{ 0x0495, 0x0433 },	/* ҕ г */
	{ 0x049b, 0x043a },	/* қ к */
	{ 0x04a3, 0x043d },	/* ң н */
	{ 0x04a5, 0x043d },	/* ҥ н */
	{ 0x04af, 0x0443 },	/* ү у */
	{ 0x04b1, 0x0443 },	/* ұ у */
	{ 0x04bb, 0x0445 },	/* һ х */
	{ 0x04e9, 0x043e },	/* ө о */
};

static uint32_t
typed_for(uint32_t rune)
{
	for (size_t i = 0; i < sizeof twins / sizeof twins[0]; i++)
		if (twins[i][0] == rune)
			return twins[i][1];
	return rune;
}

/* Signs inside a word that people leave out. */
static bool
is_apostrophe(uint32_t rune)
{
	return rune == '\'' || rune == '`' || rune == 0x2bc || rune == 0x2018 || rune == 0x2019;
}

/* Blanks and punctuation, but not the signs of an e-mail address. */
static bool
is_separator(uint32_t rune)
{
	if (rune <= 0x7f)
		return rune <= ' ' || (rune < '0' && strchr("+.", (int)rune) == NULL) ||
		    (rune > '9' && rune < '@') || (rune > 'Z' && rune < '_') || rune > 'z';
	return (rune >= 0xa0 && rune <= 0xbf) || (rune >= 0x2000 && rune <= 0x206f) ||
	    rune == 0x2212 || (rune >= 0x3000 && rune <= 0x3003) ||
	    (rune >= 0x3008 && rune <= 0x3020) || rune == 0x30fb;
}

/*
 * First step, which keeps everything a spelling needs: one blank between words,
 * letters that everybody can type.
 */
static void
add_words(struct buf *words, const char *folded)
{
	uint32_t rune, before = 0;
	bool blank = false;

	while (*folded != '\0') {
		folded = text_decode(folded, &rune);
		if (is_apostrophe(rune))
			continue;
		if (is_separator(rune)) {
			blank = true;
			continue;
		}
		if (rune == REPEATED && before != 0)
			rune = before;
		if (blank && words->length > 0)
			buf_add_char(words, ' ');
		blank = false;
		text_add_rune(words, typed_for(rune));
		before = rune;
	}
}

/* A script that is written without blanks, or as people please; SCRIPT_OTHER is neither. */
enum script { SCRIPT_OTHER, SCRIPT_KANA, SCRIPT_HANGUL, SCRIPT_HAN };

static enum script
script_of(uint32_t rune)
{
	if (kana_is(rune))
		return SCRIPT_KANA;
	if (hangul_is_syllable(rune) || (rune >= JOINING_FIRST && rune <= JOINING_LAST))
		return SCRIPT_HANGUL;
	return rune >= HAN_FIRST ? SCRIPT_HAN : SCRIPT_OTHER;
}

static bool
needs_blank(uint32_t before, uint32_t after)
{
	return script_of(before) == SCRIPT_OTHER || script_of(before) != script_of(after);
}

/* In which shape a name is compared. */
enum shape {
	SHAPE_SYLLABLES,	/* Hangul as it is */
	SHAPE_LETTERS,		/* Hangul spelled, as in the search lines */
};

/*
 * Second step, which loses spellings on purpose: one form of each Han character
 * and kana, no blanks where the script has none.
 */
static void
add_shape(struct buf *text, const char *words, enum shape shape)
{
	uint32_t rune, before = 0, next;

	for (; *words != '\0'; before = rune) {
		words = text_decode(words, &rune);
		if (rune == ' ') {
			text_decode(words, &next);
			if (needs_blank(before, next))
				buf_add_char(text, ' ');
			continue;
		}
		if (shape == SHAPE_LETTERS || !hangul_is_syllable(rune))
			hangul_add_letters(han_simplified(kana_big(rune)), text);
		else
			text_add_rune(text, rune);
	}
}

/* Both name and query begin so. */
static void
begin(const char *name, struct buf *words)
{
	char *folded = text_folded(name, TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA);

	add_words(words, folded);
	free(folded);
}

char *
fold_name(const char *name)
{
	struct buf words = { 0 }, text = { 0 };

	begin(name, &words);
	add_shape(&text, buf_text(&words), SHAPE_SYLLABLES);
	buf_done(&words);
	return buf_take(&text);
}

/* Search lines. */

enum { SPELLINGS_MOST = 8, ALL_CHOICES = 3, SINGLE_CHOICES = SPELLINGS_MOST - 1 };

static bool
has_line(const struct buf *lines, const char *line, size_t length)
{
	const char *at = buf_text(lines), *end = at + lines->length;

	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));

		if (stop == NULL)
			stop = end;
		if ((size_t)(stop - at) == length && memcmp(at, line, length) == 0)
			return true;
		at = stop + 1;
	}
	return false;
}

/* Add what is in line, unless it is there already, and empty it. */
static void
add_line(struct buf *lines, struct buf *line)
{
	if (line->length > 0 && !has_line(lines, line->bytes, line->length)) {
		if (lines->length > 0)
			buf_add_char(lines, '\n');
		buf_add_bytes(lines, line->bytes, line->length);
	}
	buf_clear(line);
}

/*
 * The nth choice of readings worth a spelling: every combination of a few, of
 * many the usual one and each single exception.
 */
static unsigned
nth_choice(unsigned n, int choices)
{
	if (choices <= ALL_CHOICES)
		return n;
	return n == 0 ? 0 : 1U << (n - 1);
}

static unsigned
count_spellings(int choices)
{
	if (choices <= ALL_CHOICES)
		return 1U << choices;
	return choices < SINGLE_CHOICES ? 1U + (unsigned)choices : SPELLINGS_MOST;
}

static void
add_spellings(const char *words, struct buf *lines, struct buf *line)
{
	int choices = spelling_choices(words);

	for (unsigned n = 0; n < count_spellings(choices); n++) {
		unsigned choice = nth_choice(n, choices);

		spelling_latin(words, choice, line);
		add_line(lines, line);
		spelling_initials(words, choice, line);
		add_line(lines, line);
	}
}

static void
add_reading(const char *words, struct buf *lines, struct buf *line)
{
	struct buf latin = { 0 };

	add_shape(line, words, SHAPE_LETTERS);
	add_line(lines, line);
	spelling_latin(words, 0, &latin);
	if (spelling_short_vowels(buf_text(&latin), line))
		add_line(lines, line);
	buf_clear(line);
	add_line(lines, &latin);
	buf_done(&latin);
}

static bool
has_kana(const char *words)
{
	uint32_t rune;

	while (*words != '\0') {
		words = text_decode(words, &rune);
		if (kana_is(rune))
			return true;
	}
	return false;
}

static bool
is_given(const char *text)
{
	return text != NULL && text[0] != '\0';
}

void
fold_search_text(const char *name, const char *reading, struct buf *lines)
{
	struct buf words = { 0 }, line = { 0 };

	if (!is_given(name))
		return;
	begin(name, &words);
	add_shape(&line, buf_text(&words), SHAPE_LETTERS);
	add_line(lines, &line);
	/* Kana among Han characters say that these are not read as in Chinese. */
	if (!has_kana(buf_text(&words)))
		add_spellings(buf_text(&words), lines, &line);
	else if (!is_given(reading))
		add_reading(buf_text(&words), lines, &line);
	if (is_given(reading)) {
		buf_clear(&words);
		begin(reading, &words);
		add_reading(buf_text(&words), lines, &line);
	}
	buf_done(&line);
	buf_done(&words);
}

void
fold_search_code(const char *code, struct buf *lines)
{
	struct buf words = { 0 }, joined = { 0 };

	if (!is_given(code))
		return;
	begin(code, &words);
	for (size_t i = 0; i < words.length; i++)
		if (words.bytes[i] != ' ')
			buf_add_char(&joined, words.bytes[i]);
	add_line(lines, &words);
	add_line(lines, &joined);
	buf_done(&joined);
	buf_done(&words);
}

void
fold_search_words(const char *text, struct buf *lines)
{
	struct buf words = { 0 }, line = { 0 };

	if (!is_given(text))
		return;
	begin(text, &words);
	add_shape(&line, buf_text(&words), SHAPE_LETTERS);
	add_line(lines, &line);
	buf_done(&line);
	buf_done(&words);
}

/* Queries. */

/* Only initials, as in ㄱㅅㅂㄷ? */
static bool
add_initials(const char *letters, struct buf *initials)
{
	uint32_t rune;

	while (*letters != '\0') {
		letters = text_decode(letters, &rune);
		uint32_t initial = hangul_is_syllable(rune) ? 0 : hangul_initial(rune);

		if (initial == 0) {
			buf_clear(initials);
			return false;
		}
		text_add_rune(initials, initial);
	}
	return initials->length > 0;
}

static uint32_t
last_rune(const char *text)
{
	uint32_t rune = 0;

	while (*text != '\0')
		text = text_decode(text, &rune);
	return rune;
}

void
fold_query_init(struct fold_query *query, const char *typed)
{
	struct buf words = { 0 }, letters = { 0 }, needle = { 0 };
	uint32_t last;

	begin(typed, &words);
	add_shape(&letters, buf_text(&words), SHAPE_LETTERS);
	last = last_rune(buf_text(&words));
	bool closed = hangul_is_syllable(last) && hangul_has_final(last);
	if (!add_initials(buf_text(&letters), &needle))
		buf_add(&needle, buf_text(&letters));
	size_t length = needle.length;
	*query = fold_query_of(buf_take(&needle), length, closed);
	buf_done(&letters);
	buf_done(&words);
}

void
fold_query_done(struct fold_query *query)
{
	free(query->needle);
	*query = (struct fold_query){ 0 };
}

bool
fold_holds(const char *text, const char *typed)
{
	struct fold_query query;
	struct buf lines = { 0 };

	fold_query_init(&query, typed);
	fold_search_text(text, NULL, &lines);
	bool found = fold_query_match(&query, buf_text(&lines), lines.length) != FOLD_NONE;
	buf_done(&lines);
	fold_query_done(&query);
	return found;
}

/* Sort keys. */

/*
 * A weight is two bytes, most significant first. Zero ends the weights, so that
 * a name sorts before a longer one that begins with it.
 */
enum {
	WEIGHT_END, WEIGHT_BLANK = 2, WEIGHT_SIGN = 0x10,
	WEIGHT_DIGIT = 0x100, WEIGHT_LATIN = 0x200, WEIGHT_CYRILLIC = 0x300, WEIGHT_KANA = 0x400,
	WEIGHT_HANGUL = 0x1000, WEIGHT_HAN = 0x4000, WEIGHT_OTHER = 0xf000,
	KANA_FIRST = 0x3041, HANGUL_FIRST = 0xac00,
};

static void
add_weight(struct buf *key, unsigned weight)
{
	buf_add_char(key, (char)(weight >> 8));
	buf_add_char(key, (char)(weight & 0xff));
}

/* Place in the alphabet that Russian, Mongolian and their neighbours share; 0: no letter of it. */
static unsigned
cyrillic_place(uint32_t rune)
{
	static const uint16_t alphabet[] = {
		0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, 0x438, 0x439,	/* а ... й */
		0x43a, 0x43b, 0x43c, 0x43d, 0x43e, 0x4e9,				/* к ... о ө */
		0x43f, 0x440, 0x441, 0x442, 0x443, 0x4af,				/* п ... у ү */
		0x444, 0x445, 0x446, 0x447, 0x448, 0x449, 0x44a, 0x44b, 0x44c, 0x44d,	/* ф ... э */
		0x44e, 0x44f,								/* ю я */
	};

	for (unsigned i = 0; i < sizeof alphabet / sizeof alphabet[0]; i++)
		if (alphabet[i] == rune)
			return i + 1;
	return 0;
}

/* Blanks before hyphens before other signs, as dictionaries have them. */
static unsigned
weight_of_sign(uint32_t rune)
{
	static const char order[] = "_-,;:!?./()[]{}@*\\&#%^+<=>|~$";
	const char *found = rune > ' ' && rune < 0x7f ? strchr(order, (int)rune) : NULL;

	if (found != NULL)
		return WEIGHT_SIGN + (unsigned)(found - order);
	return is_separator(rune) ? WEIGHT_BLANK : 0;
}

static unsigned
weight_of(uint32_t rune)
{
	unsigned place;

	if (rune >= '0' && rune <= '9')
		return WEIGHT_DIGIT + rune;
	if (rune >= 'a' && rune <= 'z')
		return WEIGHT_LATIN + rune;
	if ((place = cyrillic_place(rune)) != 0)
		return WEIGHT_CYRILLIC + place;
	if (kana_is(rune) && rune != KANA_LONG)
		return WEIGHT_KANA + kana_plain(rune) - KANA_FIRST;
	if (hangul_is_syllable(rune))
		return WEIGHT_HANGUL + rune - HANGUL_FIRST;
	if ((place = han_rank(rune)) != 0)
		return WEIGHT_HAN + place;
	return weight_of_sign(rune);
}

/* A letter no alphabet here has sorts as what is typed for it; what no table knows, last. */
static void
add_rare(struct buf *key, uint32_t rune)
{
	unsigned weight = weight_of(typed_for(rune));

	if (weight != 0) {
		add_weight(key, weight);
	} else {
		add_weight(key, WEIGHT_OTHER + (rune >> 12));
		add_weight(key, 1 + (rune & 0xfff));
	}
}

static void
add_weights(struct buf *key, const char *folded)
{
	uint32_t rune, before = 0;

	for (; *folded != '\0'; before = rune) {
		folded = text_decode(folded, &rune);
		if (rune == KANA_LONG && kana_vowel(before) != 0)
			rune = kana_vowel(before);
		if (rune == REPEATED && before != 0)
			rune = before;
		unsigned weight = weight_of(rune);
		if (weight != 0)
			add_weight(key, weight);
		else if (!is_apostrophe(rune))
			add_rare(key, rune);
	}
	add_weight(key, WEIGHT_END);
}

void
fold_sort_key(const char *name, const char *reading, struct buf *key)
{
	char *folded = text_folded(is_given(reading) ? reading : name,
	    TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA | TEXT_FOLD_KEEP_SHORT_I);

	add_weights(key, folded);
	/* Equal so far: by voice and size of kana, then by the name as it stands. */
	if (is_given(reading))
		buf_add(key, folded);
	buf_add_char(key, '\0');
	buf_add(key, name);
	free(folded);
}
