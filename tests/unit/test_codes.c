/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "panes/codes.h"
#include "panes/layouts.h"

static void
line_is_sign_code_and_argument(void **state)
{
	static const struct {
		const char *typed, *code, *argument;
		bool on_top, is_new;
	} cases[] = {
		{ "mem", "MEM", "", false, false },
		{ "  MEM   kr-47", "MEM", "KR-47", false, false },
		{ "mem kr47", "MEM", "KR-47", false, false },
		{ "ＭＥＭ　ＫＲ－４７", "MEM", "KR-47", false, false },
		{ "=his ru-kam", "HIS", "RU-KAM", true, false },
		{ "＝HIS", "HIS", "", true, false },
		{ "per+", "PER", "", false, true },
		{ "mem＋ x", "MEM", "x", false, true },
		{ "ЬУЬ ЛК-47", "MEM", "KR-47", false, false },
		{ "ьуь камчатка", "MEM", "камчатка", false, false },
		{ "his ga8", "HIS", "GA-8", false, false },
		{ "his decision ga-8/1", "HIS", "decision GA-8/1", false, false },
		{ "his women-1 agenda", "HIS", "WOMEN-1 agenda", false, false },
		{ "ЬУЬ пф-8", "MEM", "GA-8", false, false },
		{ "his wc-7 2011-03-14", "HIS", "WC-7 2011-03-14", false, false },
		{ "his clerk1", "HIS", "clerk1", false, false },
		{ "mem env 2011-03", "MEM", "env 2011-03", false, false },
		{ "ㅡ드", "MEM", "", false, false },
		{ "ㅙㅡ", "HOM", "", false, false },
		{ "hlp keys", "HLP", "keys", false, false },
		{ "set 2010-09-30", "SET", "2010-09-30", false, false },
		{ "toyama", NULL, "toyama", false, false },
		{ "member", NULL, "member", false, false },
		{ "", NULL, "", false, false },
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct code_line line;

		codes_read(cases[i].typed, &line);
		if (cases[i].code == NULL)
			assert_null(line.code);
		else
			assert_string_equal(codes_latin(line.code), cases[i].code);
		assert_string_equal(line.argument, cases[i].argument);
		assert_int_equal(line.on_top, cases[i].on_top);
		assert_int_equal(line.is_new, cases[i].is_new);
		codes_line_done(&line);
	}
}

static void
codes_and_forms_are_known_once(void **state)
{
	(void)state;

	for (const struct code *code = codes; code->code != NULL; code++)
		assert_ptr_equal(codes_find(codes_latin(code)), code);
	assert_null(codes_find("XYZ"));
	assert_non_null(codes_form("MEM2"));
	assert_null(codes_form("MEM"));
}

static void
keys_are_found_behind_letters(void **state)
{
	static const struct { const char *text, *layout, *keys; } cases[] = {
		{ "руд", "ru", "hel" }, { "ё", "mn", "c" }, { "값", "ko", "rkqt" }, { "뒤", "ko", "enl" },
		{ "a-1", "ru", "a-1" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *keys = layouts_keys(cases[i].text, cases[i].layout);

		assert_non_null(keys);
		assert_string_equal(keys, cases[i].keys);
		free(keys);
	}
	assert_null(layouts_keys("山", "ko"));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(line_is_sign_code_and_argument),
		cmocka_unit_test(codes_and_forms_are_known_once),
		cmocka_unit_test(keys_are_found_behind_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
