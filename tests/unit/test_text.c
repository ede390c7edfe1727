/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/text.h"
#include "unit/utf8.h"

#define COUNT(array) (sizeof (array) / sizeof *(array))

/* What comes in, and what is drawn for it. */
struct drawn {
	const char *text;
	const char *shown;
	int columns;
};

static void
assert_drawn(const struct drawn *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *shown = text_show(rows[i].text);

		assert_string_equal(shown, rows[i].shown);
		assert_int_equal(text_width(shown), rows[i].columns);
		free(shown);
	}
}

static void
six_languages_are_shown_as_they_are(void **state)
{
	static const struct drawn rows[] = {
		{ "", "", 0 },
		{ "Association (NEAR) 2010-10-28 ~", "Association (NEAR) 2010-10-28 ~", 31 },
		{ "青海省", "青海省", 6 },
		{ "富山県トヤマ", "富山県トヤマ", 12 },
		{ "ﾄﾔﾏ", "ﾄﾔﾏ", 3 },
		{ "경상북도", "경상북도", 8 },
		{ "ㄱㅅㅂㄷ", "ㄱㅅㅂㄷ", 8 },
		{ "Хэнань ё й", "Хэнань ё й", 10 },
		{ "Өмнөговь Үүр", "Өмнөговь Үүр", 12 },
		{ "Łódź naïve", "Łódź naïve", 10 },
		{ "“—…”", "“—…”", 4 },
		{ "㈱ ①", "㈱ ①", 4 },
	};

	(void)state;
	assert_drawn(rows, COUNT(rows));
}

static void
decomposed_text_is_shown_composed(void **state)
{
	static const struct drawn rows[] = {
		{ "e\u0301", "é", 1 },
		{ "и\u0306", "й", 1 },
		{ "か\u3099", "が", 2 },
		/* 경상북도 in Jamo: eight columns in one terminal, fifteen in another. */
		{ "\u1100\u1167\u11bc\u1109\u1161\u11bc\u1107\u116e\u11a8\u1103\u1169", "경상북도", 8 },
	};

	(void)state;
	assert_drawn(rows, COUNT(rows));
}

static void
escape_in_data_never_reaches_the_terminal(void **state)
{
	static const struct drawn rows[] = {
		{ "a\033[2Jb", "a\uFFFD[2Jb", 6 },
		{ "\033]0;title\007", "\uFFFD]0;title\uFFFD", 10 },
		{ "a\xc2\x9b" "31mb", "a\uFFFD31mb", 6 },	/* CSI in one character */
		{ "a\x9b" "31mb", "a\uFFFD31mb", 6 },	/* and in one byte */
		{ "a\x7f\x08\x0e", "a\uFFFD\uFFFD\uFFFD", 4 },
		{ "a\tb\nc\r\nd", "a b c  d", 8 },
		{ "a\u2028b\xc2\x85", "a b\uFFFD", 4 },
	};

	(void)state;
	assert_drawn(rows, COUNT(rows));
}

static void
invisible_characters_are_not_drawn(void **state)
{
	static const struct drawn rows[] = {
		{ "\u202Eabc\u202C", "abc", 3 },		/* right to left override */
		{ "\u2066a\u2069\u200Eb\u200F\u061C", "ab", 2 },
		{ "\uFEFFa", "a", 1 },				/* byte order mark */
		{ "a\u200Bb\u200Cc\u200Dd\u2060e", "abcde", 5 },
		{ "soft\u00ADhyphen", "softhyphen", 10 },
		{ "葛\U000E0100城", "葛城", 4 },			/* a variant of a name */
		{ "☎\uFE0F", "☎", 1 },
		{ "\u115F\u1160\u3164\uFFA0가", "가", 2 },		/* Hangul fillers */
		{ "가\u302E", "가", 2 },				/* tone mark */
		{ "ᠮ\u180Eᠣ\u180B", "ᠮᠣ", 2 },			/* vertical Mongolian */
		{ "a\U000E0041\U000E007Fb", "ab", 2 },		/* tags */
		{ "\u202A\u202C", "", 0 },
	};

	(void)state;
	assert_drawn(rows, COUNT(rows));
}

static void
what_terminals_measure_differently_is_replaced(void **state)
{
	static const struct drawn rows[] = {
		{ "\uE000\U000F0000\U0010FFFD", "\uFFFD\uFFFD\uFFFD", 3 },	/* private use */
		{ "\u1161\u11A8", "\uFFFD\uFFFD", 2 },	/* vowel, final: no syllable */
		{ "가\u1161", "가\uFFFD", 3 },
		{ "\uD7B0", "\uFFFD", 1 },
		{ "\u4DC0", "\uFFFD", 1 },			/* hexagram */
		{ "\u0600", "\uFFFD", 1 },
		{ "\uFFFE\uFFFF", "\uFFFD\uFFFD", 2 },
		{ "\u0378", "\uFFFD", 1 },			/* not assigned */
		{ "👍\U0001F3FD", "👍", 2 },			/* skin tone */
		{ "👩\u200D👧", "👩👧", 4 },
		{ "\U0001F1F0\U0001F1F7", "KR", 2 },		/* a flag */
		{ "\u3297", "祝", 2 }, { "\u3299", "秘", 2 },
	};

	(void)state;
	assert_drawn(rows, COUNT(rows));
}

static void
marks_stand_on_a_base_and_are_few(void **state)
{
	static const struct drawn rows[] = {
		{ "\u0301a", " \u0301a", 2 },
		{ "\u200B\u0301", " \u0301", 1 },
		{ "q\u0301\u0302\u0303\u0304\u0305z", "q\u0301\u0302\u0303z", 2 },
		{ "q\u0301\u0302\u0303z\u0301", "q\u0301\u0302\u0303ź", 2 },
		{ "a\n\u0301", "a \u0301", 2 },
	};

	(void)state;
	assert_drawn(rows, COUNT(rows));
}

static void
bad_bytes_are_replaced(void **state)
{
	static const struct drawn rows[] = {
		{ "a\xff" "b", "a\uFFFDb", 3 },
		{ "\x80", "\uFFFD", 1 },
		{ "\xea\xb0", "\uFFFD", 1 },			/* cut off at the end */
		{ "\xc0\xaf", "\uFFFD\uFFFD", 2 },		/* "/" in two bytes */
		{ "\xed\xa0\x80", NULL, 0 },			/* half a surrogate */
		{ "\xf4\x90\x80\x80", NULL, 0 },			/* beyond Unicode */
		{ "\xbd\xe1\xc0\xba\xc8\xaf", NULL, 0 },		/* EUC-KR */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (rows[i].shown != NULL) {
			assert_drawn(&rows[i], 1);
			continue;
		}
		char *shown = text_show(rows[i].text);
		const char *why;
		assert_true(text_is_storable(shown, strlen(shown), false, &why));
		assert_non_null(strstr(shown, "\uFFFD"));
		free(shown);
	}
}

/* Over all of Unicode: what text_show lets through is measured and inert. */
static void
every_shown_character_has_a_width(void **state)
{
	char bytes[5];

	(void)state;
	for (uint32_t rune = 1; rune <= 0x10ffff; rune++) {
		if (rune >= 0xd800 && rune < 0xe000)
			continue;
		text_encode(bytes, rune);
		char *shown = text_show(bytes), *again = text_show(shown);
		uint32_t drawn;

		assert_string_equal(shown, again);
		for (const char *p = shown; *p != '\0';) {
			p = text_decode(p, &drawn);
			if (drawn < ' ' || wcwidth((wchar_t)drawn) < 0)
				fail_msg("U+%04X is drawn as U+%04X", rune, drawn);
		}
		free(again);
		free(shown);
	}
}

static void
storable_is_clean_composed_text(void **state)
{
	static const struct {
		const char *text;
		bool one_line, many_lines;
	} rows[] = {
		{ "", true, true },
		{ "plain ASCII, long enough for the quick way ~", true, true },
		{ "경상북도 富山県 Хэнань Өмнөговь é", true, true },
		{ "葛\U000E0100城", true, true },	/* variants of names are meant */
		{ "☎ 😀 ①", true, true },
		{ "two\nlines", false, true },
		{ "二\n行", false, true },
		{ "a\tb", false, false }, { "a\rb", false, false }, { "0123456789\033", false, false },
		{ "a\x7f", false, false }, { "é\xc2\x85", false, false }, { "\u2028", false, false },
		{ "e\u0301", false, false }, { "\u1100\u1161", false, false },
		{ "\u212B", false, false },	/* Angstrom sign: composed it is Å */
		{ "\u202E" "abc", false, false }, { "\u2067", false, false }, { "\uFEFF", false, false },
		{ "\u200B", false, false }, { "\u00AD", false, false },
		{ "\xff", false, false }, { "0123456\xff", false, false }, { "가\xea\xb0", false, false },
		{ "\xc0\xaf", false, false }, { "\xed\xa0\x80", false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *why = "";
		size_t size = strlen(rows[i].text);

		if (text_is_storable(rows[i].text, size, false, &why) != rows[i].one_line ||
		    text_is_storable(rows[i].text, size, true, &why) != rows[i].many_lines)
			fail_msg("row %zu: %s", i, rows[i].text);
		assert_true(rows[i].many_lines || why[0] != '\0');
	}
}

static void
nul_is_not_storable_anywhere(void **state)
{
	const char *why;

	(void)state;
	for (size_t at = 0; at < 20; at++) {
		char text[20];

		memset(text, 'a', sizeof text);
		text[at] = '\0';
		assert_false(text_is_storable(text, sizeof text, true, &why));
	}
}

static void
stored_text_is_what_was_meant(void **state)
{
	static const struct {
		const char *text, *stored;
	} rows[] = {
		{ "", "" }, { "plain", "plain" }, { "富山県", "富山県" },
		{ "e\u0301", "é" }, { "\u1112\u1161\u11ab", "한" },
		{ "a\tb", "a b" },
		{ "a\r\nb\rc\nd\u2028e\xc2\x85", "a\nb\nc\nd\ne\n" },
		{ "\uFEFFname\u200B", "name" }, { "e\u200B\u0301", "é" },
		{ "\u202Eabc", "abc" },
		{ "葛\U000E0100", "葛\U000E0100" },
		{ "a\xff" "b", "a\uFFFDb" },
		{ "\033", "\033" },		/* left to be refused, not hidden */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *stored = text_store(rows[i].text, strlen(rows[i].text));

		assert_string_equal(stored, rows[i].stored);
		free(stored);
	}
}

static void
text_fits_exactly(void **state)
{
	static const struct {
		const char *text;
		int columns;
		const char *fitted;
	} rows[] = {
		{ "abc", 5, "abc  " }, { "abc", 3, "abc" }, { "abcd", 3, "ab~" }, { "abc", 1, "~" },
		{ "abc", 0, "" }, { "abc", -1, "" }, { "", 2, "  " }, { "a", 1, "a" },
		{ "富山県", 7, "富山県 " }, { "富山県", 6, "富山県" }, { "富山県", 5, "富山~" },
		{ "富山県", 4, "富~ " },		/* never half a character */
		{ "富山県", 2, "~ " }, { "富山県", 1, "~" }, { "富", 1, "~" },
		{ "abc富山", 4, "abc~" }, { "abc富山", 5, "abc~ " }, { "abc富山", 6, "abc富~" },
		{ "q\u0302\u0303bc", 3, "q\u0302\u0303bc" }, { "q\u0302\u0303bc", 2, "q\u0302\u0303~" },
		{ "abq\u0302", 2, "a~" },		/* no mark without its letter */
		{ "Хэнань", 4, "Хэн~" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf fitted = { 0 };

		buf_add(&fitted, "|");
		text_fit(&fitted, rows[i].text, rows[i].columns);
		assert_string_equal(buf_text(&fitted) + 1, rows[i].fitted);
		assert_int_equal(text_width(buf_text(&fitted)),
		    1 + (rows[i].columns > 0 ? rows[i].columns : 0));
		buf_done(&fitted);
	}
}

static void
cursor_stops_between_graphemes(void **state)
{
	/* A bar where a cursor may stand. */
	static const char *const rows[] = {
		"a|b|c", "富|山|県", "경|상", "q\u0302\u0303|b", "👍|x",
		"\u1100\u1161\u11a8|a", "a|\n|b", "\r\n|b",
		"é|e\u0301|e", "か\u3099|は", "葛\U000E0100|城", "",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf text = { 0 };
		const char *stops[8], *at;
		size_t count = 0;

		for (const char *p = rows[i]; *p != '\0'; p++)
			if (*p != '|')
				buf_add_char(&text, *p);
		at = buf_text(&text);
		for (const char *p = rows[i]; *p != '\0'; p++) {
			if (*p == '|')
				stops[count++] = at;
			else
				at++;
		}
		stops[count] = at;
		at = buf_text(&text);
		for (size_t k = 0; k <= count; k++) {
			at = text_next(at);
			if (at != stops[k])
				fail_msg("row %zu: stops at byte %td", i, at - buf_text(&text));
		}
		for (size_t k = count; k > 0; k--) {
			at = text_prev(at, buf_text(&text));
			if (at != stops[k - 1])
				fail_msg("row %zu: stops at byte %td on the way back", i, at - buf_text(&text));
		}
		assert_ptr_equal(text_prev(text_prev(at, buf_text(&text)), buf_text(&text)), buf_text(&text));
		buf_done(&text);
	}
}

static void
word_begins_after_a_blank(void **state)
{
	static const char text[] = "富山県 Toyama  ";

	(void)state;
	const char *word = text_word_start(text + sizeof text - 1, text);
	assert_string_equal(word, "Toyama  ");
	assert_ptr_equal(text_word_start(word, text), text);
	assert_ptr_equal(text_word_start(text, text), text);
}

static void
code_points_are_read_as_they_were_written(void **state)
{
	static const uint32_t runes[] = { 1, 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xac00, 0xffff, 0x10000,
		0x10ffff };
	char bytes[5];
	uint32_t rune;

	(void)state;
	for (size_t i = 0; i < COUNT(runes); i++) {
		int size = text_encode(bytes, runes[i]);

		assert_int_equal(strlen(bytes), size);
		assert_ptr_equal(text_decode(bytes, &rune), bytes + size);
		assert_int_equal(rune, runes[i]);
	}
	assert_int_equal(text_encode(bytes, 0x110000), 3);
	assert_int_equal(text_encode(bytes, 0xd800), 3);
	assert_string_equal(bytes, "\uFFFD");
	bytes[0] = '\0';
	assert_ptr_equal(text_decode(bytes, &rune), bytes);
	assert_int_equal(rune, 0);
}

static void
folded_texts_compare(void **state)
{
	enum { ALL = TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA };
	static const struct {
		unsigned what;
		const char *text, *folded;
	} rows[] = {
		{ 0, "", "" }, { 0, "Gyeongbuk-47", "gyeongbuk-47" },
		{ 0, "ХЭНАНЬ", "хэнань" }, { 0, "ӨМНӨГОВЬ ҮҮР", "өмнөговь үүр" },
		{ 0, "ＡＢｃ　１２", "abc 12" }, { 0, "ﾄﾔﾏｶﾞ", "トヤマガ" }, { 0, "㈱", "(株)" },
		{ 0, "Straße", "strasse" }, { 0, "é Ё", "é ё" },
		{ 0, "\u1100\u1161\u11a8", "각" }, { 0, "葛\U000E0100城", "葛城" },
		{ 0, "a\u200Bb\u00ADé", "abé" },
		{ TEXT_FOLD_ACCENTS, "Éé Ñ", "ee n" }, { TEXT_FOLD_ACCENTS, "Ёлка Йод", "елка иод" },
		{ TEXT_FOLD_ACCENTS, "Łódź øđıð", "lodz odid" },
		{ TEXT_FOLD_ACCENTS, "ガ경", "ガ경" },		/* no accents, those */
		{ TEXT_FOLD_ACCENTS | TEXT_FOLD_KEEP_SHORT_I, "Ёлка Йод", "елка йод" },
		{ TEXT_FOLD_KANA, "トヤマ ヴァ ガ ヾー", "とやま ゔぁ が ゞー" }, { TEXT_FOLD_KANA, "é", "é" },
		{ ALL, "ﾄﾔﾏ É 경상", "とやま e 경상" },
		{ ALL, "\xff", "\uFFFD" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *folded = text_folded(rows[i].text, rows[i].what);

		assert_string_equal(folded, rows[i].folded);
		free(folded);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(six_languages_are_shown_as_they_are),
		cmocka_unit_test(decomposed_text_is_shown_composed),
		cmocka_unit_test(escape_in_data_never_reaches_the_terminal),
		cmocka_unit_test(invisible_characters_are_not_drawn),
		cmocka_unit_test(what_terminals_measure_differently_is_replaced),
		cmocka_unit_test(marks_stand_on_a_base_and_are_few),
		cmocka_unit_test(bad_bytes_are_replaced),
		cmocka_unit_test(every_shown_character_has_a_width),
		cmocka_unit_test(storable_is_clean_composed_text),
		cmocka_unit_test(nul_is_not_storable_anywhere),
		cmocka_unit_test(stored_text_is_what_was_meant),
		cmocka_unit_test(text_fits_exactly),
		cmocka_unit_test(cursor_stops_between_graphemes),
		cmocka_unit_test(word_begins_after_a_blank),
		cmocka_unit_test(code_points_are_read_as_they_were_written),
		cmocka_unit_test(folded_texts_compare),
	};

	return cmocka_run_group_tests_name("text", tests, utf8_set_up, NULL);
}
