/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <string.h>

#include "base/buf.h"
#include "base/encoding.h"

#define BYTES(literal)	literal, sizeof(literal) - 1

static void
reads(const char *name, const char *bytes, size_t length, enum encoding_end end, const char *expected)
{
	struct buf text = { 0 };

	assert_true(encoding_exists(name));
	assert_int_equal(encoding_decode(name, bytes, length, &text), end);
	assert_string_equal(buf_text(&text), expected);
	buf_done(&text);
}

static void
what_banks_of_four_countries_write_is_read(void **state)
{
	(void)state;
	reads("CP949", BYTES("\xB0\xE6\xBB\xF3\xBA\xCF\xB5\xB5,1"), ENCODING_WHOLE, "경상북도,1");
	reads("CP949", BYTES("\x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF"), ENCODING_WHOLE, "똠방각하");	/* EUC-KR has no 똠 */
	reads("EUC-KR", BYTES("\xB0\xE6\xBB\xF3\xBA\xCF\xB5\xB5"), ENCODING_WHOLE, "경상북도");
	reads("CP1251", BYTES("\xD5\xE0\xE1\xE0\xF0\xEE\xE2\xF1\xEA\xE8\xE9 \xEA\xF0\xE0\xE9"), ENCODING_WHOLE, "Хабаровский край");
	reads("windows-1251", BYTES("\xB9 7"), ENCODING_WHOLE, "№ 7");
	reads("CP932", BYTES("\x95\x78\x8E\x52\x8C\xA7 \x87\x8A"), ENCODING_WHOLE, "富山県 ㈱");
	reads("SHIFT_JIS", BYTES("\x95\x5C\x8E\xA6"), ENCODING_WHOLE, "表示");		/* 0x5C is no backslash in it */
	reads("GB18030", BYTES("\xC9\xBD\xB6\xAB\xCA\xA1\x84\x31\xA4\x37"), ENCODING_WHOLE, "山东省\xEF\xBF\xBD");
	reads("UTF-8", BYTES("富山県"), ENCODING_WHOLE, "富山県");
	reads("CP949", BYTES(""), ENCODING_WHOLE, "");
}

static void
first_byte_that_is_no_text_ends_it(void **state)
{
	(void)state;
	reads("UTF-8", BYTES("a\n\xB0\xE6"), ENCODING_FOREIGN, "a\n");
	reads("CP949", BYTES("a,\xC9\xFF\n"), ENCODING_FOREIGN, "a,");
	reads("EUC-KR", BYTES("a\xB0\xE6\x8C\x63"), ENCODING_FOREIGN, "a경");	/* of CP949 alone */
	reads("UTF-8", BYTES("a\xC2\x8C"), ENCODING_WHOLE, "a\xC2\x8C");		/* odd, but that is what it says */
	reads("CP1251", BYTES("\xC0\x98\xC1"), ENCODING_FOREIGN, "А");
	reads("SHIFT_JIS", BYTES("a\x87\x8A"), ENCODING_FOREIGN, "a");	/* of CP932 alone */
	reads("UTF-8", BYTES("\xED\xA0\x80"), ENCODING_FOREIGN, "");	/* half of a pair */
}

static void
half_a_character_at_the_end_is_told(void **state)
{
	(void)state;
	reads("CP949", BYTES("\xB0\xE6\xBB"), ENCODING_BROKEN, "경");
	reads("CP932", BYTES("\x95\x78\x8E"), ENCODING_BROKEN, "富");
	reads("GB18030", BYTES("\xC9\xBD\xB6"), ENCODING_BROKEN, "山");
	reads("GB18030", BYTES("\x84\x31\xA4"), ENCODING_BROKEN, "");
	reads("UTF-8", BYTES("a\xEA\xB2"), ENCODING_BROKEN, "a");
}

/* What is longer than the room of one reading, with characters across its border. */
static void
long_text_is_whole(void **state)
{
	enum { TIMES = 5000 };
	struct buf bytes = { 0 }, text = { 0 };

	(void)state;
	buf_add(&bytes, "x");
	for (int i = 0; i < TIMES; i++)
		buf_add(&bytes, "\xB0\xE6");
	assert_int_equal(encoding_decode("CP949", bytes.bytes, bytes.length, &text), ENCODING_WHOLE);
	assert_int_equal(text.length, 1 + 3 * TIMES);
	for (size_t i = 1; i < text.length; i += 3)
		assert_memory_equal(text.bytes + i, "경", 3);
	buf_done(&bytes);
	buf_done(&text);
}

static void
names_are_those_of_the_system_and_nothing_more(void **state)
{
	static const char *const unknown[] = { "", "CP9490", "Korean", "CP949//IGNORE", "CP949//TRANSLIT", "//", " " };
	struct buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
		if (encoding_exists(unknown[i]))
			fail_msg("\"%s\" is an encoding", unknown[i]);
		assert_int_equal(encoding_decode(unknown[i], "a", 1, &text), ENCODING_FOREIGN);
		assert_int_equal(text.length, 0);
	}
	assert_true(encoding_exists("cp949"));
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_banks_of_four_countries_write_is_read),
		cmocka_unit_test(first_byte_that_is_no_text_ends_it),
		cmocka_unit_test(half_a_character_at_the_end_is_told),
		cmocka_unit_test(long_text_is_whole),
		cmocka_unit_test(names_are_those_of_the_system_and_nothing_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
