/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/stmt.h"

static const char amount[] = "SELECT amount FROM thing WHERE id = 'T1'";

static void
what_others_commit_is_seen_after_it(void **state)
{
	struct scratch *s = *state;
	struct db *mine = scratch_new(s), *theirs = scratch_open(s, DB_READ_WRITE);

	assert_true(db_snapshot_begin(mine, &s->err));
	assert_int_equal(scratch_number(mine, amount), 5);
	scratch_save(theirs, "UPDATE thing SET amount = 6");
	assert_int_equal(scratch_number(mine, amount), 5);
	assert_int_equal(scratch_number(mine, "SELECT count(*) FROM log_tx"), 1);
	db_snapshot_end(mine);
	assert_int_equal(scratch_number(mine, amount), 6);
	assert_true(db_was_changed(mine));
	db_close(theirs);
	db_close(mine);
}

static void
its_moment_is_that_of_the_first_reading(void **state)
{
	struct scratch *s = *state;
	struct db *mine = scratch_new(s), *theirs = scratch_open(s, DB_READ_WRITE);

	assert_true(db_snapshot_begin(mine, &s->err));
	scratch_save(theirs, "UPDATE thing SET amount = 6");
	assert_int_equal(scratch_number(mine, amount), 6);
	db_snapshot_end(mine);
	db_close(theirs);
	db_close(mine);
}

static void
the_one_around_another_lasts(void **state)
{
	struct scratch *s = *state;
	struct db *mine = scratch_new(s), *theirs = scratch_open(s, DB_READ_WRITE);

	assert_true(db_snapshot_begin(mine, &s->err));
	assert_true(db_snapshot_begin(mine, &s->err));
	assert_int_equal(scratch_number(mine, amount), 5);
	db_snapshot_end(mine);
	scratch_save(theirs, "UPDATE thing SET amount = 6");
	assert_int_equal(scratch_number(mine, amount), 5);
	assert_false(db_is_idle(mine));
	db_snapshot_end(mine);
	assert_true(db_is_idle(mine));
	assert_int_equal(scratch_number(mine, amount), 6);
	db_close(theirs);
	db_close(mine);
}

static void
nobody_waits_for_it(void **state)
{
	struct scratch *s = *state;
	struct db *mine = scratch_new(s), *theirs = scratch_open(s, DB_READ_WRITE);

	assert_true(db_snapshot_begin(mine, &s->err));
	assert_int_equal(scratch_number(mine, amount), 5);
	for (int64_t set = 2; set < 10; set++)
		assert_int_equal(scratch_save(theirs, "UPDATE thing SET amount = amount + 1"), set);
	db_snapshot_end(mine);
	assert_int_equal(scratch_save(mine, "UPDATE thing SET amount = amount + 1"), 10);
	assert_int_equal(scratch_number(theirs, amount), 14);
	db_close(theirs);
	db_close(mine);
}

static void
inside_a_change_set_it_is_nothing(void **state)
{
	static const struct change change = { .who = "Clerk One", .what = "edit thing", .place = "test" };
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_true(change_begin(db, &change, &s->err));
	assert_true(stmt_exec(db, "UPDATE thing SET amount = 6", &s->err));
	assert_true(db_snapshot_begin(db, &s->err));
	assert_int_equal(scratch_number(db, amount), 6);
	db_snapshot_end(db);
	assert_true(db_in_change(db));
	assert_true(change_commit(db, NULL, NULL, &s->err));
	assert_int_equal(scratch_number(db, amount), 6);
	db_close(db);
}

static void
end_well(int number)
{
	(void)number;
	_exit(0);
}

static bool
begin_a_set_in_a_snapshot(struct scratch *s)
{
	struct db *db = scratch_open(s, DB_READ_WRITE);

	if (freopen("/dev/null", "w", stderr) == NULL || !db_snapshot_begin(db, &s->err))
		return false;
	signal(SIGABRT, end_well);
	scratch_save(db, "UPDATE thing SET amount = 6");
	return false;
}

static void
change_set_in_it_is_an_assertion(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	assert_true(scratch_apart(begin_a_set_in_a_snapshot, s, false));
	struct db *db = scratch_open(s, DB_READ_WRITE);
	assert_int_equal(scratch_number(db, amount), 5);
	db_close(db);
}

static bool
stop(void *context)
{
	(void)context;
	return false;
}

static void
ask_until_stopped(struct scratch *s, struct db *db)
{
	struct stmt st = { 0 };

	db_on_progress(db, stop, NULL);
	stmt_open(&st, db, "WITH RECURSIVE n (i) AS (SELECT amount FROM thing UNION ALL SELECT i + 1 FROM n)"
	    " SELECT max(i) FROM n", &s->err);
	assert_false(stmt_next(&st));
	assert_false(stmt_close(&st));
	assert_int_equal(s->err.code, ERR_CANCELLED);
	db_on_progress(db, NULL, NULL);
}

static void
stopped_question_leaves_it_to_its_end(void **state)
{
	struct scratch *s = *state;
	struct db *mine = scratch_new(s), *theirs = scratch_open(s, DB_READ_WRITE);

	assert_true(db_snapshot_begin(mine, &s->err));
	ask_until_stopped(s, mine);
	scratch_save(theirs, "UPDATE thing SET amount = 6");
	assert_int_equal(scratch_number(mine, amount), 5);
	db_snapshot_end(mine);
	assert_true(db_is_idle(mine));
	assert_int_equal(scratch_save(mine, "UPDATE thing SET amount = 7"), 3);
	db_close(theirs);
	db_close(mine);
}

static void
refused_statement_leaves_it_to_its_end(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt st = { 0 };

	assert_true(db_snapshot_begin(db, &s->err));
	assert_false(stmt_open(&st, db, "SELECT nothing FROM nowhere", &s->err));
	assert_false(stmt_close(&st));
	assert_false(stmt_exec(db, "UPDATE thing SET amount = 6", &s->err));
	db_snapshot_end(db);
	assert_true(db_is_idle(db));
	assert_int_equal(scratch_save(db, "UPDATE thing SET amount = 7"), 2);
	db_close(db);
}

/* As it does when the disk fails a reading. */
static void
one_that_sqlite_ended_ends_well(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_true(db_snapshot_begin(db, &s->err));
	raw_exec(db->raw, "ROLLBACK");
	assert_false(db_is_idle(db));
	db_snapshot_end(db);
	assert_true(db_is_idle(db));
	assert_int_equal(scratch_save(db, "UPDATE thing SET amount = 7"), 2);
	db_close(db);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(what_others_commit_is_seen_after_it),
		TEST(its_moment_is_that_of_the_first_reading),
		TEST(the_one_around_another_lasts),
		TEST(nobody_waits_for_it),
		TEST(inside_a_change_set_it_is_nothing),
		TEST(change_set_in_it_is_an_assertion),
		TEST(stopped_question_leaves_it_to_its_end),
		TEST(refused_statement_leaves_it_to_its_end),
		TEST(one_that_sqlite_ended_ends_well),
	};

	return cmocka_run_group_tests_name("snapshot", tests, NULL, NULL);
}
