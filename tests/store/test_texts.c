/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/document.h"
#include "domain/document_text.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

/* One document without a word. */
struct library {
	void *scratch;
	struct session *session;
};

static int
set_up(void **state)
{
	struct library *library = mem_alloc(sizeof *library);
	struct document document = { .key = mem_strdup("DECL-2008"), .kind = mem_strdup("declaration"),
		.day = mem_strdup("2008-09"), .original = mem_strdup("zh") };
	struct err err = { 0 };

	library->session = fresh_session(&library->scratch);
	must(row_save(library->session, &document_type, &document, "new document", &err), &err);
	record_done(&document_type, &document);
	*state = library;
	return 0;
}

static int
tear_down(void **state)
{
	struct library *library = *state;

	session_close(library->session);
	assert_int_equal(scratch_teardown(&library->scratch), 0);
	free(library);
	return 0;
}

static bool
set(struct library *library, const char *language, struct document_text_change change,
    struct err *err)
{
	return document_text_set(library->session, "DECL-2008", language, &change, NULL, err);
}

/* "en:missing zh:draft ..." */
static void
assert_states(struct library *library, const char *wanted)
{
	struct row_list texts = { 0 };
	struct buf said = { 0 };
	struct err err = { 0 };

	must(document_text_list(library->session, "DECL-2008", &texts, &err), &err);
	for (size_t i = 0; i < texts.count; i++) {
		const struct document_text *text = row_at(&texts, i);

		if (strcmp(text->state, "missing") != 0)
			buf_addf(&said, "%s%s:%s", said.length > 0 ? " " : "", text->language, text->state);
	}
	assert_int_equal(texts.count, 6);
	assert_string_equal(buf_text(&said), wanted);
	buf_done(&said);
	row_list_done(&texts);
}

static void
state_follows_the_words(void **state)
{
	struct library *library = *state;
	struct err err = { 0 };

	assert_states(library, "");
	must(set(library, "zh", (struct document_text_change){ .title = "山东宣言" }, &err), &err);
	assert_states(library, "");
	must(set(library, "zh", (struct document_text_change){ .text = "一\n二" }, &err), &err);
	assert_states(library, "zh:draft");
	must(set(library, "zh", (struct document_text_change){ .state = "checked" }, &err), &err);
	must(set(library, "zh", (struct document_text_change){ .title = "宣言" }, &err), &err);
	assert_states(library, "zh:checked");
	must(set(library, "zh", (struct document_text_change){ .text = "三" }, &err), &err);
	assert_states(library, "zh:translated");
	must(set(library, "zh", (struct document_text_change){ .text = "" }, &err), &err);
	assert_states(library, "");
	assert_verified(library->session);
}

static void
state_that_contradicts_the_words_is_refused(void **state)
{
	struct library *library = *state;
	struct err err = { 0 };

	assert_false(set(library, "ko", (struct document_text_change){ .state = "checked" }, &err));
	assert_string_equal(err.field, "state");
	assert_false(set(library, "ko", (struct document_text_change){ .text = "하나", .state = "missing" },
	    &err));
	assert_false(set(library, "de", (struct document_text_change){ .text = "eins" }, &err));
	assert_states(library, "");
}

static void
authentic_words_change_only_on_purpose(void **state)
{
	struct library *library = *state;
	struct err err = { 0 };

	must(set(library, "zh", (struct document_text_change){ .text = "一", .state = "authentic" }, &err), &err);
	assert_false(set(library, "zh", (struct document_text_change){ .text = "二" }, &err));
	assert_non_null(strstr(err.text, "authentic"));
	must(set(library, "zh", (struct document_text_change){ .text = "二", .state = "draft" }, &err), &err);
	assert_states(library, "zh:draft");
	must(undo_set(library->session, NULL, NULL, NULL, &err), &err);
	assert_states(library, "zh:authentic");
}

static void
work_that_waits_is_counted(void **state)
{
	struct library *library = *state;
	struct row_list rows = { 0 };
	struct err err = { 0 };
	size_t missing = 0, waiting = 0;

	must(set(library, "zh", (struct document_text_change){ .title = "山东宣言", .text = "一",
	    .state = "authentic" }, &err), &err);
	must(set(library, "ko", (struct document_text_change){ .text = "하나" }, &err), &err);
	must(document_count_work(library->session, &missing, &waiting, &err), &err);
	assert_int_equal(missing, 4);
	assert_int_equal(waiting, 1);
	must(document_entry_list(library->session, &rows, &err), &err);
	const struct document_entry *entry = row_at(&rows, 0);
	assert_string_equal(entry->title, "山东宣言");
	assert_string_equal(entry->ready, "zh");
	assert_string_equal(entry->waiting, "ko");
	assert_string_equal(entry->missing, "en ja ru mn");
	row_list_done(&rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(state_follows_the_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(state_that_contradicts_the_words_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(authentic_words_change_only_on_purpose, set_up, tear_down),
		cmocka_unit_test_setup_teardown(work_that_waits_is_counted, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
