/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/stmt.h"
#include "store/temp_files.h"

static const char many_rows[] =
	"CREATE TABLE many AS WITH RECURSIVE up (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM up WHERE n < 100000)"
	" SELECT n, hex(n * 7919 % 100003) AS word FROM up";

static bool
is_deleted(const char *target)
{
	static const char mark[] = " (deleted)";
	size_t length = strlen(target);

	return length > strlen(mark) && strcmp(target + length - strlen(mark), mark) == 0;
}

/* SQLite deletes a temporary file as soon as it is open: only its descriptor tells of it. */
static bool
look_around(void *context)
{
	int *seen = context;
	DIR *open_files = opendir("/proc/self/fd");
	char link[300], target[300];

	for (struct dirent *one; open_files != NULL && (one = readdir(open_files)) != NULL;) {
		snprintf(link, sizeof link, "/proc/self/fd/%s", one->d_name);
		ssize_t length = readlink(link, target, sizeof target - 1);
		target[length < 0 ? 0 : length] = '\0';
		*seen += is_deleted(target);
	}
	if (open_files != NULL)
		closedir(open_files);
	return true;
}

static struct db *
new_with_many(struct scratch *s)
{
	struct db *db = scratch_new(s);

	raw_exec(db->raw, many_rows);
	return db;
}

static int
count_files_during(struct scratch *s, struct db *db, const char *sql)
{
	int seen = 0;

	db_on_progress(db, look_around, &seen);
	if (!stmt_exec(db, sql, &s->err))
		fail_msg("%s: %s", sql, s->err.text);
	db_on_progress(db, NULL, NULL);
	return seen;
}

static void
large_work_leaves_the_disk_alone(void **state)
{
	static const char *const works[] = {
		"SELECT n FROM many ORDER BY word",
		"SELECT count(*) FROM many GROUP BY word || n",
		"SELECT DISTINCT n || word || 'so that it is too long for a cache of SQLite' FROM many",
		"CREATE INDEX many_words ON many (word)",
		"BEGIN; CREATE TEMP TABLE kept AS SELECT * FROM many; UPDATE kept SET word = word || n; COMMIT",
		"UPDATE many SET word = word || 'x'",
	};
	struct scratch *s = *state;
	struct db *db = new_with_many(s);

	if (access("/proc/self/fd", R_OK) != 0)
		skip();
	for (size_t i = 0; i < sizeof works / sizeof works[0]; i++)
		if (count_files_during(s, db, works[i]) > 0)
			fail_msg("%s: a file on the disk", works[i]);
	db_close(db);
}

static void
copy_leaves_nothing_beside_itself(void **state)
{
	struct scratch *s = *state;
	struct db *db = new_with_many(s);
	int seen = 0;
	char path[120];

	raw_exec(db->raw, "CREATE INDEX many_words ON many (word)");
	snprintf(path, sizeof path, "%s.copy", s->path);
	db_on_progress(db, look_around, &seen);
	assert_true(db_backup(db, path, NULL, &s->err));
	db_on_progress(db, NULL, NULL);
	assert_int_equal(seen, 0);
	db_close(db);
}

static void
work_in_memory_comes_out_right(void **state)
{
	static const struct {
		const char *sql;
		int64_t number;
	} asked[] = {
		{ "SELECT count(*) FROM (SELECT word, lag(word) OVER (ORDER BY word || '') AS before FROM many)"
		  " WHERE before < word", 99999 },
		{ "SELECT sum(n) FROM (SELECT n FROM many ORDER BY word || '' LIMIT 100000)", 5000050000 },
		{ "SELECT count(DISTINCT word || n) FROM many", 100000 },
		{ "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", 0 },
	};
	struct scratch *s = *state;
	struct db *db = new_with_many(s);

	raw_exec(db->raw, "CREATE INDEX many_words ON many (word, n)");
	for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
		assert_int_equal(scratch_number(db, asked[i].sql), asked[i].number);
	db_close(db);
}

/* More than a statement's journal keeps by itself is taken back whole. */
static void
large_refused_change_is_taken_back(void **state)
{
	struct scratch *s = *state;
	struct db *db = new_with_many(s);

	raw_exec(db->raw, "CREATE UNIQUE INDEX many_numbers ON many (n); BEGIN IMMEDIATE;"
	    " UPDATE many SET word = 'before' WHERE n = 1");
	assert_int_equal(raw_try(db->raw, "UPDATE many SET n = min(n, 99999), word = 'after'") & 0xFF,
	    SQLITE_CONSTRAINT);
	raw_exec(db->raw, "COMMIT");
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM many WHERE word = 'after'"), 0);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM many WHERE word = 'before'"), 1);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM pragma_integrity_check"
		" WHERE integrity_check <> 'ok'"), 0);
	db_close(db);
}

static sqlite3_file *
open_temp_file(void)
{
	sqlite3_vfs *vfs = temp_files_vfs();
	sqlite3_file *file = calloc(1, (size_t)vfs->szOsFile);
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_TEMP_DB;

	assert_int_equal(vfs->xOpen(vfs, NULL, file, flags, NULL), SQLITE_OK);
	return file;
}

static void
assert_size(sqlite3_file *file, sqlite3_int64 wanted)
{
	sqlite3_int64 size = -1;

	assert_int_equal(file->pMethods->xFileSize(file, &size), SQLITE_OK);
	assert_int_equal(size, wanted);
}

static void
what_was_never_written_is_zeros(void **state)
{
	static const char nothing[200000];
	sqlite3_file *file = open_temp_file();
	char *read = malloc(sizeof nothing);

	(void)state;
	assert_int_equal(file->pMethods->xRead(file, read, 10, 0), SQLITE_IOERR_SHORT_READ);
	assert_memory_equal(read, nothing, 10);
	assert_int_equal(file->pMethods->xWrite(file, "after a hole", 12, 199988), SQLITE_OK);
	assert_size(file, 200000);
	assert_int_equal(file->pMethods->xRead(file, read, 200000, 0), SQLITE_OK);
	assert_memory_equal(read, nothing, 199988);
	assert_memory_equal(read + 199988, "after a hole", 12);
	assert_int_equal(file->pMethods->xRead(file, read, 20, 199994), SQLITE_IOERR_SHORT_READ);
	assert_memory_equal(read, "a hole", 6);
	assert_memory_equal(read + 6, nothing, 14);
	assert_int_equal(file->pMethods->xClose(file), SQLITE_OK);
	free(read);
	free(file);
}

static void
what_was_cut_is_gone(void **state)
{
	sqlite3_file *file = open_temp_file();
	char read[6];

	(void)state;
	assert_int_equal(file->pMethods->xWrite(file, "abcdef", 6, 0), SQLITE_OK);
	assert_int_equal(file->pMethods->xTruncate(file, 2), SQLITE_OK);
	assert_size(file, 2);
	assert_int_equal(file->pMethods->xWrite(file, "f", 1, 5), SQLITE_OK);
	assert_int_equal(file->pMethods->xRead(file, read, 6, 0), SQLITE_OK);
	assert_memory_equal(read, "ab\0\0\0f", 6);
	assert_int_equal(file->pMethods->xClose(file), SQLITE_OK);
	free(file);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(large_work_leaves_the_disk_alone),
		TEST(copy_leaves_nothing_beside_itself),
		TEST(work_in_memory_comes_out_right),
		TEST(large_refused_change_is_taken_back),
		cmocka_unit_test(what_was_never_written_is_zeros),
		cmocka_unit_test(what_was_cut_is_gone),
	};

	return cmocka_run_group_tests_name("temp_files", tests, NULL, NULL);
}
