/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/path.h"
#include "base/record.h"
#include "base/settings.h"

static char folder[] = "/tmp/nearsec-settings-XXXXXX";

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL || setenv("XDG_CONFIG_HOME", folder, 1) != 0;
}

/* Each test is a clerk of its own, so that all can stay where they are until the end. */
static int
remove_folder(void **state)
{
	char command[80];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return system(command);
}

static void
write_settings(const char *user, const char *text)
{
	struct err err = { 0 };
	char *config = path_config(user);
	char *path = path_join(config, "settings");

	assert_true(path_make_folder(config, &err));
	assert_true(path_write(path, text, strlen(text), &err));
	free(config);
	free(path);
}

static char *
read_settings(const char *user)
{
	struct err err = { 0 };
	char *config = path_config(user);
	char *path = path_join(config, "settings");
	char *bytes = NULL;
	size_t length;

	assert_true(path_read(path, 1 << 16, &bytes, &length, &err));
	free(config);
	free(path);
	return bytes;
}

static void
nothing_chosen_gives_the_presets(void **state)
{
	struct settings *settings = settings_open("nobody yet");

	(void)state;
	for (const struct setting *setting = setting_table; setting->key != NULL; setting++) {
		assert_string_equal(settings_get(settings, setting->key), setting->preset);
		assert_false(settings_is_chosen(settings, setting->key));
	}
	settings_close(settings);
}

static void
presets_are_values_that_can_be_chosen(void **state)
{
	struct settings *settings = settings_open("preset");
	struct err err = { 0 };

	(void)state;
	for (const struct setting *setting = setting_table; setting->key != NULL; setting++)
		assert_true(settings_set(settings, setting->key, setting->preset, &err));
	settings_close(settings);
}

static void
choice_is_there_the_next_time(void **state)
{
	struct settings *settings = settings_open("clerk/one");
	struct err err = { 0 };

	(void)state;
	assert_true(settings_set(settings, "theme", "dark", &err));
	assert_true(settings_set(settings, "escape.delay", "200", &err));
	settings_close(settings);
	settings = settings_open("clerk/one");
	assert_string_equal(settings_get(settings, "theme"), "dark");
	assert_int_equal(settings_number(settings, "escape.delay"), 200);
	assert_true(settings_set(settings, "theme", "", &err));
	assert_false(settings_is_chosen(settings, "theme"));
	settings_close(settings);
}

static void
wrong_value_is_refused_and_changes_nothing(void **state)
{
	static const char *const wrong[][2] = {
		{ "theme", "pink" }, { "escape.delay", "9" }, { "escape.delay", "1001" },
		{ "escape.delay", "5x" }, { "language", "ko_KR" },
	};
	struct settings *settings = settings_open("wrong");

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct err err = { 0 };

		assert_false(settings_set(settings, wrong[i][0], wrong[i][1], &err));
		assert_int_equal(err.code, ERR_INPUT);
		assert_string_equal(err.field, wrong[i][0]);
		assert_false(settings_is_chosen(settings, wrong[i][0]));
	}
	struct err err = { 0 };
	assert_false(settings_set(settings, "colour", "red", &err));
	assert_int_equal(err.code, ERR_USAGE);
	settings_close(settings);
}

static void
lines_of_others_are_kept(void **state)
{
	struct err err = { 0 };

	(void)state;
	write_settings("others", "# by hand\nlater.version=7\ntheme=pink\nlist.start=rows");
	struct settings *settings = settings_open("others");
	assert_string_equal(settings_get(settings, "theme"), "default");
	assert_string_equal(settings_get(settings, "list.start"), "rows");
	assert_true(settings_set(settings, "layout", "mn", &err));
	settings_close(settings);
	char *text = read_settings("others");
	assert_string_equal(text, "# by hand\nlater.version=7\nlayout=mn\nlist.start=rows\n");
	free(text);
}

static void
two_terminals_of_one_clerk_lose_nothing(void **state)
{
	struct settings *first = settings_open("twice"), *second = settings_open("twice");
	struct err err = { 0 };

	(void)state;
	assert_true(settings_set(first, "theme", "mono", &err));
	assert_true(settings_set(second, "layout", "ru", &err));
	assert_string_equal(settings_get(second, "theme"), "mono");
	settings_close(first);
	settings_close(second);
}

static void
row_shows_what_may_be_chosen(void **state)
{
	struct settings *settings = settings_open("rows");
	struct setting_row row;

	(void)state;
	settings_row(settings, (size_t)(setting_find("list.start") - setting_table), &row);
	assert_string_equal(row.values, "find rows");
	record_done(&setting_row_type, &row);
	settings_row(settings, (size_t)(setting_find("escape.delay") - setting_table), &row);
	assert_string_equal(row.values, "10 to 1000");
	record_done(&setting_row_type, &row);
	settings_close(settings);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_chosen_gives_the_presets),
		cmocka_unit_test(presets_are_values_that_can_be_chosen),
		cmocka_unit_test(choice_is_there_the_next_time),
		cmocka_unit_test(wrong_value_is_refused_and_changes_nothing),
		cmocka_unit_test(lines_of_others_are_kept),
		cmocka_unit_test(two_terminals_of_one_clerk_lose_nothing),
		cmocka_unit_test(row_shows_what_may_be_chosen),
	};

	return cmocka_run_group_tests_name("settings", tests, make_folder, remove_folder);
}
