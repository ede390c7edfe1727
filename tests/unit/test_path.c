/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/path.h"

#define COUNT(array) (sizeof (array) / sizeof *(array))

static char folder[] = "/tmp/path.XXXXXX";

static char *
inside(const char *name)
{
	return path_join(folder, name);
}

static int
count_files(void)
{
	DIR *dir = opendir(folder);
	int count = -2;	/* "." and ".." */

	while (readdir(dir) != NULL)
		count++;
	closedir(dir);
	return count;
}

static void
paths_are_joined_by_one_slash(void **state)
{
	static const struct {
		const char *folder, *name, *path;
	} rows[] = {
		{ "/a", "b", "/a/b" }, { "/a/", "b", "/a/b" }, { "/", "b", "/b" }, { "", "b", "b" },
		{ "a", "b/c", "a/b/c" }, { "/a", "/b", "/b" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *path = path_join(rows[i].folder, rows[i].name);

		assert_string_equal(path, rows[i].path);
		free(path);
	}
}

static void
path_is_taken_as_it_is_typed_or_dropped(void **state)
{
	static const struct {
		const char *typed, *path;
	} rows[] = {
		{ "a.xml", "a.xml" }, { "  /a/b.xml ", "/a/b.xml" }, { "'/a/b c.xml' ", "/a/b c.xml" },
		{ "\"/a.xml\"", "/a.xml" }, { "'/a.xml", "'/a.xml" }, { "~/a.xml", "/home/clerk/a.xml" },
		{ "~a", "~a" }, { "'", "'" }, { "''", "" }, { "", "" },
	};

	(void)state;
	setenv("HOME", "/home/clerk", 1);
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *path = path_typed(rows[i].typed);

		assert_string_equal(path, rows[i].path);
		free(path);
	}
}

static void
assert_path(char *path, const char *wanted)
{
	assert_string_equal(path, wanted);
	free(path);
}

static void
folders_follow_the_environment(void **state)
{
	(void)state;
	setenv("HOME", "/home/office", 1);
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_STATE_HOME");
	setenv("XDG_CONFIG_HOME", "not/absolute", 1);
	assert_path(path_data(), "/home/office/.local/share/nearsec");
	assert_path(path_state("clerk"), "/home/office/.local/state/nearsec/clerk");
	assert_path(path_config("clerk"), "/home/office/.config/nearsec/clerk");
	setenv("XDG_DATA_HOME", "/data", 1);
	setenv("XDG_STATE_HOME", "/state/", 1);
	setenv("XDG_CONFIG_HOME", "/config", 1);
	assert_path(path_data(), "/data/nearsec");
	assert_path(path_state(NULL), "/state/nearsec");
	assert_path(path_config("clerk"), "/config/nearsec/clerk");
}

static void
any_user_name_is_one_folder(void **state)
{
	static const struct {
		const char *user, *path;
	} rows[] = {
		{ "Clerk One", "/state/nearsec/Clerk One" }, { "직원", "/state/nearsec/직원" },
		{ "..", "/state/nearsec/%2E." }, { ".", "/state/nearsec/%2E" },
		{ "../../etc", "/state/nearsec/%2E.%2F..%2Fetc" }, { "/root", "/state/nearsec/%2Froot" },
		{ "50%", "/state/nearsec/50%25" }, { "a\nb", "/state/nearsec/a%0Ab" }, { "", "/state/nearsec" },
	};

	(void)state;
	setenv("XDG_STATE_HOME", "/state", 1);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_path(path_state(rows[i].user), rows[i].path);
}

static void
folder_is_made_for_its_owner_alone(void **state)
{
	char *deep = inside("one/two/three");
	struct err err = { 0 };
	struct stat st;

	(void)state;
	assert_true(path_make_folder(deep, &err));
	assert_true(path_make_folder(deep, &err));
	assert_int_equal(stat(deep, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	free(deep);
}

static void
file_in_the_way_of_a_folder_is_refused(void **state)
{
	char *file = inside("file"), *below = inside("file/below");
	struct err err = { 0 };

	(void)state;
	assert_true(path_write(file, "x", 1, &err));
	assert_false(path_make_folder(below, &err));
	assert_int_equal(err.code, ERR_SYSTEM);
	assert_non_null(strstr(err.text, file));
	assert_false(path_make_folder(file, &err));
	unlink(file);
	free(below);
	free(file);
}

static void
written_file_is_read_back(void **state)
{
	static const char bytes[] = "two\nlines\0and a NUL";
	char *path = inside("draft"), *read;
	struct err err = { 0 };
	struct stat st;
	size_t length;

	(void)state;
	for (size_t size = 0; size <= sizeof bytes; size += sizeof bytes / 2) {
		assert_true(path_write(path, bytes, size, &err));
		assert_true(path_read(path, 1000, &read, &length, &err));
		assert_int_equal(length, size);
		assert_memory_equal(read, bytes, size);
		assert_int_equal(read[length], '\0');
		free(read);
	}
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	unlink(path);
	free(path);
}

/* A disk that is full after 4 KiB: a limit on the size of files acts alike. */
static void
failed_write_keeps_the_old_file(void **state)
{
	char *path = inside("draft"), *read, *big = calloc(1, 1 << 16);
	struct rlimit before, small;
	struct err err = { 0 };
	size_t length;
	int files;

	(void)state;
	assert_true(path_write(path, "old", 3, &err));
	files = count_files();
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	small = (struct rlimit){ .rlim_cur = 4096, .rlim_max = before.rlim_max };
	setrlimit(RLIMIT_FSIZE, &small);
	bool written = path_write(path, big, 1 << 16, &err);
	setrlimit(RLIMIT_FSIZE, &before);
	assert_false(written);
	assert_int_equal(err.code, ERR_SYSTEM);
	assert_int_equal(count_files(), files);
	assert_true(path_read(path, 1000, &read, &length, &err));
	assert_string_equal(read, "old");
	free(read);
	unlink(path);
	free(big);
	free(path);
}

static void
write_needs_its_folder(void **state)
{
	char *path = inside("nowhere/draft");
	struct err err = { 0 };

	(void)state;
	assert_false(path_write(path, "x", 1, &err));
	assert_int_equal(err.code, ERR_SYSTEM);
	free(path);
}

static void
read_stops_at_the_bound(void **state)
{
	char *path = inside("long"), *read = NULL;
	struct err err = { 0 };
	size_t length = 7;

	(void)state;
	assert_true(path_write(path, "12345", 5, &err));
	assert_false(path_read(path, 4, &read, &length, &err));
	assert_int_equal(err.code, ERR_FILE);
	assert_null(read);
	assert_int_equal(length, 7);
	assert_true(path_read(path, 5, &read, &length, &err));
	free(read);
	unlink(path);
	free(path);
}

static void
what_is_no_file_is_not_read(void **state)
{
	char *missing = inside("missing"), *pipe = inside("pipe"), *read;
	struct err err = { 0 };
	size_t length;

	(void)state;
	assert_int_equal(mkfifo(pipe, 0600), 0);
	assert_false(path_read(missing, 100, &read, &length, &err));
	assert_int_equal(err.code, ERR_MISSING);
	assert_false(path_read(folder, 100, &read, &length, &err));
	assert_int_equal(err.code, ERR_FILE);
	assert_false(path_read(pipe, 100, &read, &length, &err));
	assert_int_equal(err.code, ERR_FILE);
	assert_false(path_read(missing, 100, &read, &length, NULL));
	unlink(pipe);
	free(pipe);
	free(missing);
}

static int
make_scratch(void **state)
{
	(void)state;
	return mkdtemp(folder) != NULL ? 0 : -1;
}

static int
remove_scratch(void **state)
{
	static const char *const parts[] = { "one/two/three", "one/two", "one", "" };

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		char *path = inside(parts[i]);

		rmdir(path);
		free(path);
	}
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_joined_by_one_slash),
		cmocka_unit_test(path_is_taken_as_it_is_typed_or_dropped),
		cmocka_unit_test(folders_follow_the_environment),
		cmocka_unit_test(any_user_name_is_one_folder),
		cmocka_unit_test(folder_is_made_for_its_owner_alone),
		cmocka_unit_test(file_in_the_way_of_a_folder_is_refused),
		cmocka_unit_test(written_file_is_read_back),
		cmocka_unit_test(failed_write_keeps_the_old_file),
		cmocka_unit_test(write_needs_its_folder),
		cmocka_unit_test(read_stops_at_the_bound),
		cmocka_unit_test(what_is_no_file_is_not_read),
	};

	return cmocka_run_group_tests_name("path", tests, make_scratch, remove_scratch);
}
