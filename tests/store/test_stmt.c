/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <stdio.h>
#include <string.h>

#include "store/db_private.h"
#include "store/stmt.h"

/* How many statements the connection holds. */
static int
count_prepared(struct db *db)
{
	int count = 0;

	for (sqlite3_stmt *raw = sqlite3_next_stmt(db->raw, NULL); raw != NULL;
	    raw = sqlite3_next_stmt(db->raw, raw))
		count++;
	return count;
}

static void
what_is_asked_again_is_kept(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	int before = count_prepared(db);
	struct sqlite3_stmt *raw = NULL;

	for (int times = 1; times <= 4; times++) {
		struct stmt st = { 0 };

		assert_true(stmt_open(&st, db, "SELECT 1", &s->err));
		if (times > 2)
			assert_ptr_equal(st.raw, raw);
		raw = st.raw;
		assert_true(stmt_close(&st));
		assert_int_equal(count_prepared(db), before + (times > 1));
	}
	db_close(db);
}

static void
same_sql_inside_itself_is_another_statement(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt outer = { 0 }, inner = { 0 };
	int seen = 0;

	scratch_save(db, "INSERT INTO thing VALUES ('T2', 'second', 6, NULL)");
	stmt_open(&outer, db, "SELECT id FROM thing ORDER BY id", &s->err);
	while (stmt_next(&outer)) {
		stmt_open(&inner, db, "SELECT id FROM thing ORDER BY id", &s->err);
		while (stmt_next(&inner))
			seen++;
		assert_true(stmt_close(&inner));
	}
	assert_true(stmt_close(&outer));
	assert_int_equal(seen, 4);
	db_close(db);
}

static void
many_different_statements_do_not_pile_up(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt kept = { 0 };
	char sql[40];

	stmt_open(&kept, db, "SELECT id FROM thing", &s->err);
	for (int i = 0; i < 2000; i++) {
		struct stmt st = { 0 };

		snprintf(sql, sizeof sql, "SELECT %d", i);
		assert_true(stmt_open(&st, db, sql, &s->err) && stmt_close(&st));
		assert_true(stmt_open(&st, db, sql, &s->err));
		assert_true(stmt_next(&st));
		assert_int_equal(stmt_int(&st, 0), i);
		assert_true(stmt_close(&st));
	}
	assert_int_equal(db->cache.count, 256);
	assert_true(stmt_next(&kept));		/* never given up while in use */
	assert_string_equal(stmt_text(&kept, 0), "T1");
	assert_true(stmt_close(&kept));
	db_close(db);
}

static void
values_come_back_as_they_went_in(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt st = { 0 };
	char text[] = "경상북도 \"울릉\"";
	size_t size;

	stmt_open(&st, db, "SELECT :text, :number, :none, :blob, :null_text", &s->err);
	stmt_bind_text(&st, ":text", text);
	stmt_bind_int(&st, ":number", INT64_MIN);
	stmt_bind_null(&st, ":none");
	stmt_bind_blob(&st, ":blob", "a\0b", 3);
	stmt_bind_text(&st, ":null_text", NULL);
	memset(text, 'x', sizeof text - 1);	/* the value was copied */
	assert_true(stmt_next(&st));
	assert_int_equal(stmt_columns(&st), 5);
	assert_string_equal(stmt_text(&st, 0), "경상북도 \"울릉\"");
	assert_true(stmt_int(&st, 1) == INT64_MIN);
	assert_true(stmt_is_null(&st, 2));
	assert_null(stmt_text(&st, 2));
	assert_memory_equal(stmt_blob(&st, 3, &size), "a\0b", 3);
	assert_int_equal(size, 3);
	assert_true(stmt_is_null(&st, 4));
	assert_true(stmt_close(&st));
	db_close(db);
}

static void
run_again_starts_with_no_values(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt st = { 0 };

	stmt_open(&st, db, "SELECT :a AS answer", &s->err);
	stmt_bind_int(&st, ":a", 5);
	assert_true(stmt_next(&st));
	assert_string_equal(stmt_column_name(&st, 0), "answer");
	stmt_again(&st);
	assert_true(stmt_next(&st));
	assert_true(stmt_is_null(&st, 0));
	assert_true(stmt_close(&st));
	db_close(db);
}

static void
read_to_its_end_nothing_stays_open(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt st = { 0 };

	stmt_open(&st, db, "SELECT id FROM thing", &s->err);
	assert_true(stmt_next(&st));
	assert_false(db_is_idle(db));
	assert_false(stmt_next(&st));
	assert_true(db_is_idle(db));
	assert_false(stmt_next(&st));	/* and does not begin anew */
	assert_true(stmt_close(&st));
	db_close(db);
}

static void
first_failure_sticks(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt st = { 0 };

	assert_false(stmt_open(&st, db, "SELECT a FROM nowhere", &s->err));
	assert_non_null(strstr(s->err.text, "nowhere"));
	stmt_bind_text(&st, ":none", "x");
	assert_false(stmt_next(&st));
	stmt_again(&st);
	assert_false(stmt_run(&st));
	assert_false(stmt_close(&st));
	assert_non_null(strstr(s->err.text, "nowhere"));
	db_close(db);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(what_is_asked_again_is_kept),
		TEST(same_sql_inside_itself_is_another_statement),
		TEST(many_different_statements_do_not_pile_up),
		TEST(values_come_back_as_they_went_in),
		TEST(run_again_starts_with_no_values),
		TEST(read_to_its_end_nothing_stays_open),
		TEST(first_failure_sticks),
	};

	return cmocka_run_group_tests_name("stmt", tests, NULL, NULL);
}
