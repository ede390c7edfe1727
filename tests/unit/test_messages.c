/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/messages.h"
#include "base/path.h"
#include "base/plural.h"
#include "base/text.h"
#include "mo_file.h"

#define COUNT(array) (sizeof (array) / sizeof *(array))

static const char header_ru[] =
    "Content-Type: text/plain; charset=UTF-8\n"
    "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<12 || n%100>14) ? 1 : 2);\n";
static const char rows_ru[] = "строка\0строки\0строк";

static const struct mo_message russian[] = {
	{ "", header_ru, 0 },
	{ "May", "Май", 0 },
	{ "column\004May", "Можно", 0 },
	{ "row", rows_ru, sizeof rows_ru - 1 },
	{ "untranslated", "", 0 },
};

static struct catalogue *
read_messages(const struct mo_message *messages, size_t count, bool swapped)
{
	struct buf file = { 0 };

	mo_file_write(&file, messages, count, swapped);
	size_t size = file.length;
	return catalogue_read(buf_take(&file), size);
}

static struct catalogue *
russian_catalogue(void)
{
	struct catalogue *catalogue = read_messages(russian, COUNT(russian), false);

	assert_non_null(catalogue);
	return catalogue;
}

static void
message_is_found_in_either_byte_order(void **state)
{
	(void)state;
	for (int swapped = 0; swapped < 2; swapped++) {
		struct catalogue *catalogue = read_messages(russian, COUNT(russian), swapped);

		assert_non_null(catalogue);
		assert_string_equal(message_in(catalogue, "May"), "Май");
		catalogue_close(catalogue);
	}
}

static void
message_without_translation_is_the_source(void **state)
{
	struct catalogue *catalogue = russian_catalogue();
	const char *const texts[] = { "untranslated", "never heard of", "Ma", "Mayor", "" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		assert_ptr_equal(message_in(catalogue, texts[i]), texts[i]);
		assert_ptr_equal(message_in(NULL, texts[i]), texts[i]);
	}
	assert_string_equal(message_plural_in(catalogue, "cat", "cats", 1), "cat");
	assert_string_equal(message_plural_in(NULL, "row", "rows", 2), "rows");
	catalogue_close(catalogue);
}

static void
context_tells_two_words_apart(void **state)
{
	struct catalogue *catalogue = russian_catalogue();

	(void)state;
	messages_use(catalogue, language_find("ru"));
	assert_string_equal(_("May"), "Май");
	assert_string_equal(C_("column", "May"), "Можно");
	assert_string_equal(C_("month", "May"), "May");
	assert_string_equal(message_show(N_("May")), "Май");
	assert_string_equal(message_show(NC_("column", "May")), "Можно");
	assert_string_equal(message_show(NC_("month", "May")), "May");
	assert_string_equal(message_show(NULL), "");
	catalogue_close(catalogue);
}

static void
two_languages_are_open_at_once(void **state)
{
	static const struct mo_message korean[] = { { "May", "5월", 0 } };
	struct catalogue *screen = russian_catalogue();
	struct catalogue *letter = read_messages(korean, COUNT(korean), false);

	(void)state;
	messages_use(screen, language_find("ru"));
	assert_string_equal(_("May"), "Май");
	assert_string_equal(message_in(letter, "May"), "5월");
	messages_use(letter, language_find("ko"));
	assert_string_equal(_("May"), "5월");
	assert_string_equal(messages_language()->code, "ko");
	catalogue_close(screen);
	catalogue_close(letter);
}

static void
closed_catalogue_leaves_the_screen_in_english(void **state)
{
	struct catalogue *catalogue = russian_catalogue();

	(void)state;
	messages_use(catalogue, language_find("ru"));
	catalogue_close(catalogue);
	assert_string_equal(_("May"), "May");
	catalogue_close(NULL);
}

static void
plural_form_follows_the_rule(void **state)
{
	static const struct {
		unsigned long n;
		const char *text;
	} wanted[] = {
		{ 0, "строк" }, { 1, "строка" }, { 2, "строки" }, { 4, "строки" }, { 5, "строк" },
		{ 11, "строк" }, { 12, "строк" }, { 14, "строк" }, { 21, "строка" },
		{ 101, "строка" }, { 111, "строк" }, { 122, "строки" },
	};
	struct catalogue *catalogue = russian_catalogue();

	(void)state;
	for (size_t i = 0; i < COUNT(wanted); i++)
		assert_string_equal(message_plural_in(catalogue, "row", "rows", wanted[i].n),
		    wanted[i].text);
	catalogue_close(catalogue);
}

/* A translation that lacks a form which its rule asks for. */
static void
missing_plural_form_is_the_source(void **state)
{
	static const struct mo_message messages[] = {
		{ "", header_ru, 0 }, { "row", "строка", 0 },
	};
	struct catalogue *catalogue = read_messages(messages, COUNT(messages), false);

	(void)state;
	assert_string_equal(message_plural_in(catalogue, "row", "rows", 1), "строка");
	assert_string_equal(message_plural_in(catalogue, "row", "rows", 5), "rows");
	catalogue_close(catalogue);
}

/* The rule as the catalogue of the language has it. */
static void
read_rule_of(struct plural *plural, const struct language *language)
{
	struct buf path = { 0 };
	struct err err = { 0 };
	char *po;
	size_t size;

	plural_init(plural);
	if (language == languages)
		return;
	buf_addf(&path, "%s/po/%s.po", getenv("SOURCES"), language->code);
	if (!path_read(buf_text(&path), 8 << 20, &po, &size, &err))
		fail_msg("%s", err.text);
	assert_true(plural_read(plural, po));
	free(po);
	buf_done(&path);
}

static void
each_language_has_its_plural_forms(void **state)
{
	static const unsigned long numbers[] = { 0, 1, 2, 5, 11, 21, 22, 111 };
	static const struct {
		const char *code;
		unsigned count;
		unsigned forms[COUNT(numbers)];
	} wanted[LANGUAGE_COUNT] = {
		{ "en", 2, { 1, 0, 1, 1, 1, 1, 1, 1 } },
		{ "zh_CN", 1, { 0 } },
		{ "ja", 1, { 0 } },
		{ "ko", 1, { 0 } },
		{ "ru", 3, { 2, 0, 1, 2, 2, 0, 1, 2 } },
		{ "mn", 2, { 1, 0, 1, 1, 1, 1, 1, 1 } },
	};

	(void)state;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct plural plural;

		assert_string_equal(languages[i].code, wanted[i].code);
		read_rule_of(&plural, &languages[i]);
		assert_int_equal(plural.count, wanted[i].count);
		for (size_t k = 0; k < COUNT(numbers); k++)
			assert_int_equal(plural_form(&plural, numbers[k]), wanted[i].forms[k]);
	}
}

static void
rule_is_reckoned_as_in_c(void **state)
{
	static const struct {
		const char *rule;
		unsigned long n;
		unsigned form;
	} wanted[] = {
		{ "1 + 2 * 2 == 5 ? 3 : 4", 0, 3 },
		{ "7 - 3 - 2", 0, 2 },		/* from the left */
		{ "20 / 5 / 2", 0, 2 },
		{ "1 < 2 == 1", 0, 1 },
		{ "n<=2", 2, 1 }, { "n<2", 2, 0 }, { "n>=2", 2, 1 }, { "n>2", 2, 0 },
		{ "!n", 0, 1 }, { "!!n", 7, 1 }, { "! n == 0", 5, 1 },
		{ "0 || 1 && 0", 0, 0 },
		{ "n ? 0 ? 1 : 2 : 3", 1, 2 },
		{ "n==1 ? 0 : n==2 ? 1 : 5", 9, 5 },
		{ "((((n))))", 4, 4 },
		{ "n / 0", 9, 0 }, { "n % 0", 9, 0 }, { "n != 0 && 9 % n", 0, 0 },
		{ "n", 77, 5 },			/* never beyond the last */
		{ "0 - 1", 0, 5 },
	};
	struct buf header = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(wanted); i++) {
		struct plural plural;

		plural_init(&plural);
		buf_clear(&header);
		buf_addf(&header, "Plural-Forms: nplurals=6; plural=%s;\n", wanted[i].rule);
		assert_true(plural_read(&plural, buf_text(&header)));
		if (plural_form(&plural, wanted[i].n) != wanted[i].form)
			fail_msg("%s with %lu is %u", wanted[i].rule, wanted[i].n,
			    plural_form(&plural, wanted[i].n));
	}
	buf_done(&header);
}

static void
unreadable_rule_is_refused(void **state)
{
	static const char *const headers[] = {
		"Plural-Forms: nplurals=2;\n",
		"Plural-Forms: plural=n;\n",
		"Plural-Forms: nplurals=0; plural=0;\n",
		"Plural-Forms: nplurals=7; plural=0;\n",
		"Plural-Forms: nplurals=x; plural=0;\n",
		"Plural-Forms: nplurals=2; plural=;\n",
		"Plural-Forms: nplurals=2; plural=n != ;\n",
		"Plural-Forms: nplurals=2; plural=(n;\n",
		"Plural-Forms: nplurals=2; plural=n);\n",
		"Plural-Forms: nplurals=2; plural=n ? 1;\n",
		"Plural-Forms: nplurals=2; plural=n ? 1 : ;\n",
		"Plural-Forms: nplurals=2; plural=m;\n",
		"Plural-Forms: nplurals=2; plural=n n;\n",
		"Plural-Forms: nplurals=2; plural=-1;\n",
		"Plural-Forms: nplurals=2; plural=n = 1;\n",
		"Plural-Forms: nplurals=2; plural=system(n);\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(headers); i++) {
		struct plural plural = { .count = 4, .rule = "3" };

		if (plural_read(&plural, headers[i]))
			fail_msg("taken: %s", headers[i]);
		assert_int_equal(plural_form(&plural, 1), 3);
	}
}

static void
rule_of_any_depth_ends(void **state)
{
	static const char parts[] = "(!";
	struct plural plural;

	(void)state;
	for (size_t part = 0; part < sizeof parts - 1; part++) {
		for (int depth = 1; depth < 100000; depth *= 10) {
			struct buf header = { 0 };

			buf_add(&header, "Plural-Forms: nplurals=2; plural=");
			buf_add_repeat(&header, parts[part], depth);
			plural_init(&plural);
			assert_false(plural_read(&plural, buf_text(&header)));
			buf_done(&header);
		}
	}
}

static void
every_truncated_catalogue_is_refused(void **state)
{
	struct buf file = { 0 };

	(void)state;
	mo_file_write(&file, russian, COUNT(russian), false);
	for (size_t size = 0; size < file.length; size++) {
		char *part = malloc(size + 1);

		memcpy(part, file.bytes, size);
		assert_null(catalogue_read(realloc(part, size > 0 ? size : 1), size));
	}
	buf_done(&file);
}

static void
hostile_catalogue_is_refused(void **state)
{
	static const struct {
		const char *what;
		size_t at;
		uint32_t word;
	} damage[] = {
		{ "no catalogue", 0, 0x12345678 },
		{ "a revision to come", 4, 2 << 16 },
		{ "more messages than bytes", 8, 0xffffffff },
		{ "messages beyond the end", 8, 1000 },
		{ "originals beyond the end", 12, 0xfffffff0 },
		{ "translations beyond the end", 16, 0x7fffffff },
		{ "a string as long as memory", 28 + 8, 0xffffffff },
		{ "a string beyond the end", 28 + 12, 0xffffffff },
		{ "a string without its NUL", 28 + 8, 1 },
	};
	struct buf file = { 0 };

	(void)state;
	mo_file_write(&file, russian, COUNT(russian), false);
	for (size_t i = 0; i < COUNT(damage); i++) {
		char *bytes = malloc(file.length);

		memcpy(bytes, file.bytes, file.length);
		memcpy(bytes + damage[i].at, &damage[i].word, sizeof damage[i].word);
		struct catalogue *catalogue = catalogue_read(bytes, file.length);
		if (catalogue != NULL)
			fail_msg("taken: %s", damage[i].what);
	}
	buf_done(&file);
}

static void
catalogue_of_another_charset_is_refused(void **state)
{
	static const struct mo_message messages[] = {
		{ "", "Content-Type: text/plain; charset=KOI8-R\n", 0 }, { "May", "\xed\xc1\xca", 0 },
	};

	(void)state;
	assert_null(read_messages(messages, COUNT(messages), false));
}

static void
empty_catalogue_says_everything_in_english(void **state)
{
	struct catalogue *catalogue = read_messages(NULL, 0, false);

	(void)state;
	assert_non_null(catalogue);
	assert_string_equal(message_in(catalogue, "May"), "May");
	catalogue_close(catalogue);
}

static void
many_messages_are_all_found(void **state)
{
	enum { MANY = 3000 };
	static char keys[MANY][24], texts[MANY][24];
	static struct mo_message messages[MANY];

	(void)state;
	for (int i = 0; i < MANY; i++) {
		snprintf(keys[i], sizeof keys[i], "message %08d", i);
		snprintf(texts[i], sizeof texts[i], "text %d", i);
		messages[i] = (struct mo_message){ .key = keys[i], .text = texts[i] };
	}
	struct catalogue *catalogue = read_messages(messages, MANY, false);
	assert_non_null(catalogue);
	for (int i = 0; i < MANY; i++)
		assert_string_equal(message_in(catalogue, keys[i]), texts[i]);
	catalogue_close(catalogue);
}

static void
language_is_found_by_any_of_its_names(void **state)
{
	static const struct {
		const char *name, *code;
	} wanted[] = {
		{ "en", "en" }, { "en_US.UTF-8", "en" }, { "EN", "en" },
		{ "zh", "zh_CN" }, { "zh_CN", "zh_CN" }, { "zh-Hans", "zh_CN" },
		{ "zh_TW.Big5", "zh_CN" },	/* the one Chinese we have */
		{ "ja_JP.eucJP", "ja" }, { "ko_KR.UTF-8@x", "ko" }, { "ru", "ru" }, { "mn_MN", "mn" },
		{ "C", NULL }, { "POSIX", NULL }, { "C.UTF-8", NULL }, { "", NULL }, { NULL, NULL },
		{ "de", NULL }, { "kok", NULL }, { "r", NULL }, { "rus", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(wanted); i++) {
		const struct language *language = language_find(wanted[i].name);

		if (wanted[i].code == NULL)
			assert_null(language);
		else
			assert_string_equal(language->code, wanted[i].code);
	}
}

static void
environment_is_read_as_text(void **state)
{
	static const struct {
		const char *language, *all, *messages, *lang, *code;
	} wanted[] = {
		{ NULL, NULL, NULL, NULL, "en" },
		{ NULL, NULL, NULL, "ko_KR.UTF-8", "ko" },
		{ NULL, NULL, "ru_RU.KOI8-R", "ko_KR.UTF-8", "ru" },
		{ NULL, "mn_MN", "ru_RU", "ko_KR", "mn" },
		{ NULL, "C", NULL, "ko_KR.UTF-8", "en" },
		{ NULL, "", "", "ja_JP", "ja" },
		{ "mn", "C.UTF-8", NULL, NULL, "mn" },
		{ "de:zh_CN:en", NULL, NULL, "ko_KR", "zh_CN" },
		{ "de", NULL, NULL, "ko_KR", "ko" },
		{ "", "ru_RU", NULL, NULL, "ru" },
		{ NULL, "xx_XX.UTF-8", NULL, "ko_KR", "en" },
	};
	static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

	(void)state;
	for (size_t i = 0; i < COUNT(wanted); i++) {
		const char *const values[] = { wanted[i].language, wanted[i].all, wanted[i].messages,
			wanted[i].lang };

		for (size_t k = 0; k < COUNT(names); k++) {
			if (values[k] != NULL)
				setenv(names[k], values[k], 1);
			else
				unsetenv(names[k]);
		}
		assert_string_equal(language_of_environment()->code, wanted[i].code);
	}
	for (size_t k = 0; k < COUNT(names); k++)
		unsetenv(names[k]);
}

/* What the program says is in its language and fit to draw, whatever the locale. */
static void
assert_speaks(const struct language *language)
{
	static const char said[] = "This takes one line only: remove the line break.";
	struct catalogue *catalogue = catalogue_open(NULL, language);
	const char *text = message_in(catalogue, said);

	assert_true((language == languages) == (catalogue == NULL));
	assert_true((language == languages) == (strcmp(text, said) == 0));
	char *shown = text_show(text);
	assert_string_equal(shown, text);
	assert_in_range(text_width(shown), 20, 80);
	free(shown);
	catalogue_close(catalogue);
}

static void
every_language_speaks_under_any_locale(void **state)
{
	static const char *const locales[] = { "C", "POSIX", "C.UTF-8", "xx_XX.UTF-8" };

	(void)state;
	for (size_t i = 0; i < COUNT(locales); i++) {
		setenv("LC_ALL", locales[i], 1);
		assert_true(text_locale());
		for (size_t k = 0; k < LANGUAGE_COUNT; k++)
			assert_speaks(&languages[k]);
	}
}

static void
folder_without_catalogues_is_english(void **state)
{
	(void)state;
	assert_null(catalogue_open("/nonexistent", language_find("ko")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(message_is_found_in_either_byte_order),
		cmocka_unit_test(message_without_translation_is_the_source),
		cmocka_unit_test(context_tells_two_words_apart),
		cmocka_unit_test(two_languages_are_open_at_once),
		cmocka_unit_test(closed_catalogue_leaves_the_screen_in_english),
		cmocka_unit_test(plural_form_follows_the_rule),
		cmocka_unit_test(missing_plural_form_is_the_source),
		cmocka_unit_test(each_language_has_its_plural_forms),
		cmocka_unit_test(rule_is_reckoned_as_in_c),
		cmocka_unit_test(unreadable_rule_is_refused),
		cmocka_unit_test(rule_of_any_depth_ends),
		cmocka_unit_test(every_truncated_catalogue_is_refused),
		cmocka_unit_test(hostile_catalogue_is_refused),
		cmocka_unit_test(catalogue_of_another_charset_is_refused),
		cmocka_unit_test(empty_catalogue_says_everything_in_english),
		cmocka_unit_test(many_messages_are_all_found),
		cmocka_unit_test(language_is_found_by_any_of_its_names),
		cmocka_unit_test(environment_is_read_as_text),
		cmocka_unit_test(every_language_speaks_under_any_locale),
		cmocka_unit_test(folder_without_catalogues_is_english),
	};

	return cmocka_run_group_tests_name("messages", tests, NULL, NULL);
}
