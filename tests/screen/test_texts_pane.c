/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screen/near.h"

/* What the editor of the clerk makes of any text: it copies this file over it. */
static void
write_words(const char *folder, const char *words)
{
	char path[256];

	snprintf(path, sizeof path, "%s/words", folder);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(words, file);
	fclose(file);
}

static void
list_is_whole_in_every_language(void **state)
{
	static const struct {
		const char *language, *golden;
		int rows, columns;
	} cases[] = {
		{ "en", "texts-en", 0, 0 }, { "zh_CN", "texts-zh", 0, 0 }, { "ja", "texts-ja", 0, 0 },
		{ "ko", "texts-ko", 0, 0 }, { "ru", "texts-ru", 0, 0 }, { "mn", "texts-mn", 0, 0 },
		{ "ko", "texts-small-ko", 12, 40 }, { "ru", "texts-small-ru", 12, 40 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct terminal *t = near_go((struct near_options){ .folder = *state,
			.language = cases[i].language, .rows = cases[i].rows,
			.columns = cases[i].columns }, "txt", " TXT ");

		terminal_wait_screen(t, cases[i].golden);
		near_end(t);
	}
}

static void
fill(const char *folder)
{
	near_must(folder, "text edit DECL-2008 zh text=一二三四五六七八九十 state=authentic");
	near_must(folder, "text edit DECL-2008 ko text=일이삼사오륙칠팔구십 title=산둥선언");
	near_must(folder, "text edit DECL-2008 original=zh");
}

static void
languages_stand_side_by_side(void **state)
{
	fill(*state);
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "txt", " TXT ");

	terminal_type(t, "shandong");
	terminal_wait(t, "> DECL-2008");
	terminal_type(t, "<Enter>");
	terminal_wait(t, " PAR  Parallel texts   DECL-2008");
	terminal_type(t, "<Down*3>");
	terminal_wait(t, "-- ko | zh");
	terminal_wait_screen(t, "parallel-en");
	near_end(t);
	t = near_go((struct near_options){ .folder = *state, .language = "ko", .rows = 12, .columns = 40 },
	    "par DECL-2008", " PAR ");
	terminal_wait_screen(t, "parallel-small-ko");
	terminal_type(t, "<F8>");
	terminal_wait(t, "山东宣言");
	terminal_wait(t, "- DECL-2008  중국어 ");
	terminal_type(t, "<F7>");
	terminal_wait(t, "- DECL-2008  영어 ");
	terminal_type(t, "<F7><F7><F7>");
	terminal_wait(t, "- DECL-2008  한국어 ");
	terminal_wait_screen(t, "parallel-reading-small-ko");
	terminal_type(t, "<F12>");
	terminal_wait(t, "> 한국어");
	terminal_type(t, "<Enter>");
	terminal_wait(t, "- DECL-2008  한국어 ");
	terminal_type(t, "<F12>");
	terminal_wait_gone(t, "- DECL-2008  한국어 ");
	near_end(t);
	t = near_go((struct near_options){ .folder = *state, .language = "ru" }, "par DECL-2008", " PAR ");
	terminal_wait_screen(t, "parallel-ru");
	near_end(t);
}

static void
words_are_edited_and_say_how_far_they_are(void **state)
{
	char editor[256];

	snprintf(editor, sizeof editor, "VISUAL=cp %s/words", (const char *)*state);
	struct terminal *t = near_go((struct near_options){ .folder = *state,
		.environment = (const char *const[]){ editor, NULL } }, "par DECL-2006", " PAR ");

	write_words(*state, "one more line\n");
	terminal_wait(t, "Nobody has entered these words yet.");
	terminal_type(t, "2<Enter>");
	terminal_wait(t, "Saved as change set");
	terminal_wait(t, "one more line");
	terminal_wait(t, "draft");
	terminal_type(t, "3<Enter>");
	terminal_wait(t, "How far is this text?");
	terminal_type(t, "auth<Enter>");
	terminal_wait(t, "authentic");
	write_words(*state, "another line\n");
	terminal_type(t, "2<Enter>");
	terminal_wait(t, "These words are authentic");
	terminal_type(t, "u");
	terminal_wait(t, "draft");
	terminal_type(t, "1<Enter>");
	terminal_wait(t, "What is the title in this language?");
	terminal_type(t, "<C-u>Prosperity<Enter>");
	terminal_wait(t, "Prosperity");
	near_end(t);
}

static void
new_document_is_entered_in_a_form(void **state)
{
	struct terminal *t = near_go((struct near_options){ .folder = *state }, "txt", " TXT ");

	terminal_type(t, "<F6>");
	terminal_wait(t, "A new document");
	terminal_type(t, "agreed-1<Tab*2>2010-10<F10>");
	terminal_wait(t, "Saved as change set");
	terminal_type(t, "<F5>agreed-1");
	terminal_wait(t, "> AGREED-1");
	near_end(t);
	char *set = near_ask(*state, "text list --where key=AGREED-1 --columns kind,day");
	assert_non_null(strstr(set, "agreed"));
	assert_non_null(strstr(set, "2010-10"));
	free(set);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(list_is_whole_in_every_language, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(languages_stand_side_by_side, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(words_are_edited_and_say_how_far_they_are, near_setup, near_teardown),
		cmocka_unit_test_setup_teardown(new_document_is_entered_in_a_form, near_setup, near_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
