/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to a file when programs, disks and people misbehave. */
#include "config.h"

#include "test.h"
#include "rounds.h"
#include "scratch.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	KILLS = 40,
	WRITERS = 2,
	SAVES = 60,	/* of each writer */
	BACKUPS = 4,
};

/* One save of two rows: if the file ever holds one of them alone, it was torn. */
static bool
save_pair(struct db *db, int64_t number, struct err *err)
{
	char sql[200];

	snprintf(sql, sizeof sql, "INSERT INTO entry VALUES ('%lld-%d', 1);"
	    " INSERT INTO pair VALUES ('T1', %lld, '%d')", (long long)number, (int)getpid(),
	    (long long)number, (int)getpid());
	return scratch_try_save(db, sql, err);
}

static void
assert_whole(struct db *db)
{
	char said[500];

	assert_int_equal(scratch_number(db, "SELECT count(*) FROM entry"),
	    scratch_number(db, "SELECT count(*) FROM pair"));
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM pragma_quick_check"
		" WHERE quick_check <> 'ok'"), 0);
	if (scratch_verify(db, said) != 0)
		fail_msg("%s", said);
}

/* Save for ever, a byte into the pipe for each that was acknowledged. */
static void
save_until_killed(struct scratch *s, int pipe_end)
{
	struct db *db = scratch_try(s, DB_READ_WRITE);
	struct err err = { 0 };
	int64_t next = 0;

	if (db == NULL)
		_exit(1);
	next = scratch_number(db, "SELECT count(*) FROM pair");
	while (save_pair(db, next++, &err))
		if (write(pipe_end, "+", 1) != 1)
			_exit(1);
	fprintf(stderr, "%s\n", err.text);
	_exit(1);
}

/* A process that saves; *ret_pipe is where its acknowledgements come out. */
static pid_t
start_saver(struct scratch *s, int *ret_pipe)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		save_until_killed(s, ends[1]);
	}
	close(ends[1]);
	*ret_pipe = ends[0];
	return child;
}

static int
read_acknowledged(int pipe_end, int at_least)
{
	char byte;
	int count = 0;

	while (count < at_least && read(pipe_end, &byte, 1) == 1)
		count++;
	return count;
}

static void
end_by_force(pid_t child)
{
	int status = 0;

	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status));
}

static void
saved_is_saved_whatever_kills_the_program(void **state)
{
	struct scratch *s = *state;
	int64_t acknowledged = 0;

	db_close(scratch_new(s));
	srand(rounds_seed());
	for (unsigned i = 0; i < rounds_count(KILLS); i++) {
		int pipe_end;
		pid_t child = start_saver(s, &pipe_end);

		acknowledged += read_acknowledged(pipe_end, 1 + rand() % 8);
		end_by_force(child);
		acknowledged += read_acknowledged(pipe_end, 1000000);
		close(pipe_end);
		struct db *db = scratch_open(s, DB_READ_WRITE);
		int64_t there = scratch_number(db, "SELECT count(*) FROM pair");
		/* One more may be on the disk than there was time to acknowledge. */
		assert_in_range(there, acknowledged, acknowledged + 1);
		acknowledged = there;
		assert_whole(db);
		db_close(db);
	}
}

static bool
save_many(struct scratch *s)
{
	struct db *db = scratch_try(s, DB_READ_WRITE);
	struct err err = { 0 };
	bool ok = db != NULL;

	for (int i = 0; ok && i < SAVES; i++)
		ok = save_pair(db, (int64_t)getpid() * 1000 + i, &err);
	if (!ok)
		fprintf(stderr, "%s\n", err.text);
	db_close(db);
	return ok;
}

static void
busy_writers_wait_for_each_other(void **state)
{
	struct scratch *s = *state;
	pid_t writers[WRITERS];

	db_close(scratch_new(s));
	for (int i = 0; i < WRITERS; i++) {
		writers[i] = fork();
		if (writers[i] == 0)
			_exit(save_many(s) ? 0 : 1);
	}
	for (int i = 0; i < WRITERS; i++) {
		int status = -1;

		waitpid(writers[i], &status, 0);
		assert_int_equal(status, 0);
	}
	struct db *db = scratch_open(s, DB_READ_WRITE);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM pair"), WRITERS * SAVES);
	assert_int_equal(scratch_number(db, "SELECT max(no) FROM log_tx"), WRITERS * SAVES + 1);
	assert_whole(db);
	db_close(db);
}

static void
backup_is_whole_while_others_write(void **state)
{
	struct scratch *s = *state, copy = *s;
	char head[65], next_head[65] = "";
	int64_t acknowledged = 0, copied_pairs = 0;
	int pipe_end;

	struct db *db = scratch_new(s);
	pid_t child = start_saver(s, &pipe_end);
	for (int i = 0; i < BACKUPS; i++) {
		/* Acknowledged ones may have waited in the pipe: more than the last copy has. */
		for (; acknowledged <= copied_pairs; acknowledged++)
			assert_int_equal(read_acknowledged(pipe_end, 1), 1);
		snprintf(copy.path, sizeof copy.path, "%s/copy%d.db", s->folder, i);
		if (!db_backup(db, copy.path, head, &s->err))
			fail_msg("%s", s->err.text);
		assert_int_equal(strlen(head), 64);
		assert_string_not_equal(head, next_head);
		memcpy(next_head, head, sizeof head);
		struct db *copied = scratch_open(&copy, DB_READ_WRITE);
		copied_pairs = scratch_number(copied, "SELECT count(*) FROM pair");
		assert_true(copied_pairs >= acknowledged);
		assert_int_equal(scratch_number(copied, "PRAGMA journal_size_limit"), 16777216);
		assert_whole(copied);
		db_close(copied);
	}
	end_by_force(child);
	close(pipe_end);
	db_close(db);
}

static void
backup_never_overwrites(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	char path[100];
	struct stat about;

	assert_false(db_backup(db, s->path, NULL, &s->err));
	assert_int_equal(s->err.code, ERR_FILE);
	snprintf(path, sizeof path, "%s/none/copy.db", s->folder);
	assert_false(db_backup(db, path, NULL, &s->err));
	snprintf(path, sizeof path, "%s/copy.db", s->folder);
	assert_true(db_backup(db, path, NULL, &s->err));
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	db_close(db);
}

static void
limit_files_to(rlim_t bytes)
{
	struct rlimit limit;

	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = bytes;
	setrlimit(RLIMIT_FSIZE, &limit);
}

/* Full for this process: no file of it may grow beyond half a megabyte. */
static bool
save_until_full(struct scratch *s)
{
	struct err err = { 0 };
	struct db *db = scratch_try(s, DB_READ_WRITE);
	int64_t saved = 0;

	signal(SIGXFSZ, SIG_IGN);
	limit_files_to(500000);
	while (saved < 5000 && save_pair(db, saved, &err))
		saved++;
	if (saved < 10 || err.code != ERR_SYSTEM || strstr(err.text, "disk is full") == NULL ||
	    !db_is_idle(db) || scratch_number(db, "SELECT count(*) FROM pair") != saved)
		return false;
	/* Still full: said again, nothing lost. */
	err.code = ERR_NONE;
	if (save_pair(db, saved, &err) || err.code != ERR_SYSTEM)
		return false;
	/* Room again: the same session goes on. */
	limit_files_to(RLIM_INFINITY);
	bool ok = save_pair(db, saved, &err) &&
	    scratch_number(db, "SELECT count(*) FROM pair") == saved + 1;
	db_close(db);
	return ok;
}

static void
full_disk_is_said_and_harms_nothing(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	assert_true(scratch_apart(save_until_full, s, false));
	struct db *db = scratch_open(s, DB_READ_WRITE);
	assert_whole(db);
	assert_true(scratch_number(db, "SELECT count(*) FROM pair") > 10);
	db_close(db);
}

static bool
fail_to_copy(struct scratch *s)
{
	char path[100];
	struct err err = { 0 };
	struct db *db = scratch_try(s, DB_READ_WRITE);

	snprintf(path, sizeof path, "%s/copy.db", s->folder);
	signal(SIGXFSZ, SIG_IGN);
	limit_files_to(20000);
	bool refused = !db_backup(db, path, NULL, &err) && err.code == ERR_SYSTEM;
	limit_files_to(RLIM_INFINITY);
	db_close(db);
	return refused && access(path, F_OK) != 0;
}

static void
half_a_copy_is_never_left(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	assert_true(scratch_apart(fail_to_copy, s, false));
}

static bool
fail_to_create(struct scratch *s)
{
	signal(SIGXFSZ, SIG_IGN);
	limit_files_to(40000);
	struct db *db = scratch_try(s, DB_CREATE);
	return db == NULL && s->err.code == ERR_SYSTEM;
}

static void
file_that_did_not_fit_can_be_made_later(void **state)
{
	struct scratch *s = *state;

	assert_true(scratch_apart(fail_to_create, s, false));
	db_close(scratch_new(s));
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(saved_is_saved_whatever_kills_the_program),
		TEST(busy_writers_wait_for_each_other),
		TEST(backup_is_whole_while_others_write),
		TEST(backup_never_overwrites),
		TEST(full_disk_is_said_and_harms_nothing),
		TEST(half_a_copy_is_never_left),
		TEST(file_that_did_not_fit_can_be_made_later),
	};

	return cmocka_run_group_tests_name("storm", tests, NULL, NULL);
}
