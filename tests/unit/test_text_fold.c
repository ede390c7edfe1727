/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Å is not among the common letters: it sends a text the long way. */
#define RARE "Å"

static void
common_letters_fold_as_the_tables_have_them(void **state)
{
	static const unsigned every[] = {
		0, TEXT_FOLD_ACCENTS, TEXT_FOLD_KANA, TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA,
		TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA | TEXT_FOLD_KEEP_SHORT_I,
	};
	char text[16];

	(void)state;
	for (size_t i = 0; i < sizeof every / sizeof every[0]; i++) {
		char *rare = text_folded(RARE, every[i]);

		for (uint32_t rune = 1; rune < 0xd800; rune += rune < 0x3400 ? 1 : 61) {
			text[text_encode(text, rune)] = '\0';
			char *alone = text_folded(text, every[i]);
			strcat(text, RARE);
			char *together = text_folded(text, every[i]);

			if (strlen(together) != strlen(alone) + strlen(rare) ||
			    strncmp(together, alone, strlen(alone)) != 0)
				fail_msg("U+%04X folds in two ways", (unsigned)rune);
			free(alone);
			free(together);
		}
		free(rare);
	}
}

static void
fold_is(const char *text, unsigned what, const char *wanted)
{
	char *folded = text_folded(text, what);

	assert_string_equal(folded, wanted);
	free(folded);
}

static void
accents_and_kana_fold_when_asked(void **state)
{
	(void)state;
	fold_is("Ёж й Өв", 0, "ёж й өв");
	fold_is("Ёж Й Өв", TEXT_FOLD_ACCENTS, "еж и өв");
	fold_is("Ёж Й", TEXT_FOLD_ACCENTS | TEXT_FOLD_KEEP_SHORT_I, "еж й");
	fold_is("トヤマ", 0, "トヤマ");
	fold_is("トヤマ ヴ", TEXT_FOLD_KANA, "とやま ゔ");
	fold_is("Ölgii Ａ ﾔ", TEXT_FOLD_ACCENTS | TEXT_FOLD_KANA, "olgii a や");
	fold_is("か\xe3\x82\x99", 0, "が");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(common_letters_fold_as_the_tables_have_them),
		cmocka_unit_test(accents_and_kana_fold_when_asked),
	};

	return cmocka_run_group_tests_name("text fold", tests, NULL, NULL);
}
