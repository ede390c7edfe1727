/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/wal_writes.h"

enum { TREES = 40, PAGE_ROWS = 3000 };

enum { FLAGS = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };

/* As the program opens its file. */
static sqlite3 *
open_joined(const struct scratch *s)
{
	sqlite3 *raw = NULL;

	assert_int_equal(wal_writes_open(s->path, &raw, FLAGS), SQLITE_OK);
	raw_exec(raw, "PRAGMA journal_mode = wal; PRAGMA synchronous = FULL");
	return raw;
}

/* As anybody else does. */
static sqlite3 *
open_plain(const struct scratch *s)
{
	sqlite3 *raw = NULL;

	assert_int_equal(sqlite3_open_v2(s->path, &raw, FLAGS, NULL), SQLITE_OK);
	raw_exec(raw, "PRAGMA journal_mode = wal; PRAGMA synchronous = FULL");
	return raw;
}

static sqlite3_int64
number(sqlite3 *raw, const char *sql)
{
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	sqlite3_int64 found = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return found;
}

static void
assert_sound(sqlite3 *raw)
{
	assert_int_equal(number(raw, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
}

/* Tables of one page each: a commit of a row in each is as many pages. */
static void
make_trees(sqlite3 *raw)
{
	for (int i = 0; i < TREES; i++) {
		char sql[80];

		snprintf(sql, sizeof sql, "CREATE TABLE tree%d (n INTEGER)", i);
		raw_exec(raw, sql);
	}
}

static void
write_in(sqlite3 *raw, int trees, const char *end)
{
	raw_exec(raw, "BEGIN IMMEDIATE");
	for (int i = 0; i < trees; i++) {
		char sql[80];

		snprintf(sql, sizeof sql, "INSERT INTO tree%d VALUES (1)", i);
		raw_exec(raw, sql);
	}
	raw_exec(raw, end);
}

/* Calls of this process that write, by the kernel's own count; -1 where it keeps none. */
static long
count_writes(void)
{
	FILE *io = fopen("/proc/self/io", "r");
	char line[80];
	long count = -1;

	while (io != NULL && fgets(line, sizeof line, io) != NULL)
		if (strncmp(line, "syscw: ", 7) == 0)
			count = strtol(line + 7, NULL, 10);
	if (io != NULL)
		fclose(io);
	return count;
}

static void
pages_of_a_commit_are_written_together(void **state)
{
	sqlite3 *raw = open_joined(*state);
	long before;

	make_trees(raw);
	before = count_writes();
	if (before < 0)
		skip();
	write_in(raw, TREES, "COMMIT");
	long writes = count_writes() - before;
	/* 165,000 bytes go in two, and SQLite's own would take 80. */
	assert_in_range(writes, 1, 4);
	sqlite3_close(raw);
}

static void
others_read_what_was_committed_at_once(void **state)
{
	sqlite3 *raw = open_joined(*state), *other = open_plain(*state);

	raw_exec(raw, "CREATE TABLE thing (n INTEGER)");
	for (int i = 1; i <= 50; i++) {
		raw_exec(raw, "INSERT INTO thing VALUES (1)");
		assert_int_equal(number(other, "SELECT count(*) FROM thing"), i);
	}
	raw_exec(other, "INSERT INTO thing VALUES (2)");
	assert_int_equal(number(raw, "SELECT sum(n) FROM thing"), 52);
	sqlite3_close(other);
	sqlite3_close(raw);
}

/* More than is kept and more than the cache holds, read back before it ends. */
static void
write_much(sqlite3 *raw)
{
	char sql[200];

	raw_exec(raw, "PRAGMA cache_size = 10; BEGIN IMMEDIATE");
	snprintf(sql, sizeof sql, "WITH RECURSIVE up (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM up WHERE n < %d)"
	    " INSERT INTO much SELECT n, hex(zeroblob(500)) FROM up", PAGE_ROWS);
	raw_exec(raw, sql);
	raw_exec(raw, "UPDATE much SET words = words || n WHERE n % 7 = 0; DELETE FROM much WHERE n % 11 = 0");
	assert_int_equal(number(raw, "SELECT count(*) FROM much WHERE n % 7 = 0 AND words LIKE '%0' || n"),
	    PAGE_ROWS / 7 - PAGE_ROWS / 77);
}

static void
a_change_of_many_pages_is_whole_or_not_there(void **state)
{
	sqlite3 *raw = open_joined(*state), *other = open_plain(*state);

	raw_exec(raw, "CREATE TABLE much (n INTEGER PRIMARY KEY, words TEXT)");
	write_much(raw);
	assert_int_equal(number(other, "SELECT count(*) FROM much"), 0);
	raw_exec(raw, "ROLLBACK");
	assert_int_equal(number(raw, "SELECT count(*) FROM much"), 0);
	write_much(raw);
	raw_exec(raw, "COMMIT");
	assert_int_equal(number(other, "SELECT count(*) FROM much"), PAGE_ROWS - PAGE_ROWS / 11);
	assert_sound(other);
	raw_exec(raw, "PRAGMA wal_checkpoint(TRUNCATE)");
	assert_sound(raw);
	sqlite3_close(other);
	sqlite3_close(raw);
}

/* Where it would have been written, somebody else has written meanwhile. */
static void
what_was_taken_back_is_never_written(void **state)
{
	sqlite3 *raw = open_joined(*state), *other = open_plain(*state);

	make_trees(raw);
	raw_exec(raw, "CREATE TABLE thing (n INTEGER); PRAGMA cache_size = 10");
	for (int i = 1; i <= 20; i++) {
		write_in(raw, TREES / 2, "ROLLBACK");	/* more pages than the cache holds */
		raw_exec(other, "INSERT INTO thing VALUES (1), (2), (3)");
		assert_int_equal(number(raw, "SELECT count(*) FROM thing"), 3 * i);
		raw_exec(raw, "INSERT INTO tree0 VALUES (1)");
		assert_int_equal(number(other, "SELECT count(*) FROM thing"), 3 * i);
		assert_int_equal(number(other, "SELECT count(*) FROM tree0"), i);
		assert_sound(other);
	}
	sqlite3_close(other);
	assert_sound(raw);
	sqlite3_close(raw);
}

/* In a child, where a failed assertion would go on with the other tests. */
static void
do_or_end(sqlite3 *raw, const char *sql)
{
	if (raw_try(raw, sql) != SQLITE_OK)
		_exit(2);
}

/* One of the writers: table "own<n>" has exactly the rows that it committed, whenever it looks. */
static void
write_and_take_back(const struct scratch *s, int n)
{
	sqlite3 *raw = n % 2 == 0 ? open_joined(s) : open_plain(s);
	unsigned seed = (unsigned)n + 1;
	sqlite3_int64 kept = 0;
	char insert[200], count[60];

	snprintf(count, sizeof count, "SELECT count(*) FROM own%d", n);
	sqlite3_busy_timeout(raw, 20000);
	do_or_end(raw, "PRAGMA cache_size = 10");
	for (int i = 0; i < 120; i++) {
		int rows = 1 + rand_r(&seed) % 300;
		bool stays = rand_r(&seed) % 2 == 0;

		snprintf(insert, sizeof insert, "BEGIN IMMEDIATE; WITH RECURSIVE up (n) AS (VALUES (1) UNION ALL SELECT"
		    " n + 1 FROM up WHERE n < %d) INSERT INTO own%d SELECT hex(zeroblob(200)) FROM up", rows, n);
		do_or_end(raw, insert);
		do_or_end(raw, stays ? "COMMIT" : "ROLLBACK");
		kept += stays ? rows : 0;
		if (number(raw, count) != kept)
			_exit(1);
		if (i % 30 == n)
			do_or_end(raw, "PRAGMA wal_checkpoint(PASSIVE)");
	}
	sqlite3_close(raw);
	_exit(0);
}

static void
many_write_and_take_back_beside_each_other(void **state)
{
	enum { WRITERS = 4 };
	sqlite3 *raw = open_joined(*state);
	pid_t writer[WRITERS];

	for (int n = 0; n < WRITERS; n++) {
		char sql[60];

		snprintf(sql, sizeof sql, "CREATE TABLE own%d (words TEXT)", n);
		raw_exec(raw, sql);
	}
	sqlite3_close(raw);
	for (int n = 0; n < WRITERS; n++)
		if ((writer[n] = fork()) == 0)
			write_and_take_back(*state, n);
	for (int n = 0; n < WRITERS; n++) {
		int status = -1;

		assert_int_equal(waitpid(writer[n], &status, 0), writer[n]);
		assert_int_equal(status, 0);
	}
	raw = open_plain(*state);
	assert_sound(raw);
	sqlite3_close(raw);
}

/* The files as they lie there after a power cut: nobody has closed them. */
static void
copy_file(const char *from, const char *to)
{
	char command[300];

	snprintf(command, sizeof command, "cp '%s' '%s'", from, to);
	assert_int_equal(system(command), 0);
}

static void
what_was_committed_lies_on_the_disk(void **state)
{
	struct scratch *s = *state, copy = *s;
	sqlite3 *raw = open_joined(s);
	char wal[120], copied[120];

	make_trees(raw);
	write_in(raw, TREES, "COMMIT");
	raw_exec(raw, "BEGIN; INSERT INTO tree0 VALUES (2)");
	snprintf(copy.path, sizeof copy.path, "%s/cut.db", s->folder);
	snprintf(wal, sizeof wal, "%s-wal", s->path);
	snprintf(copied, sizeof copied, "%s-wal", copy.path);
	copy_file(s->path, copy.path);
	copy_file(wal, copied);
	sqlite3 *found = open_plain(&copy);
	assert_int_equal(number(found, "SELECT (SELECT count(*) FROM tree0) + (SELECT count(*) FROM tree39)"), 2);
	assert_sound(found);
	sqlite3_close(found);
	raw_exec(raw, "ROLLBACK");
	sqlite3_close(raw);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(pages_of_a_commit_are_written_together),
		TEST(others_read_what_was_committed_at_once),
		TEST(a_change_of_many_pages_is_whole_or_not_there),
		TEST(what_was_taken_back_is_never_written),
		TEST(many_write_and_take_back_beside_each_other),
		TEST(what_was_committed_lies_on_the_disk),
	};

	return cmocka_run_group_tests_name("wal_writes", tests, NULL, NULL);
}
