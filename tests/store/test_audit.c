/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <stdio.h>
#include <string.h>

/* Some history: rows new, changed, deleted, and made again under an old key. */
static struct db *
new_with_history(struct scratch *s)
{
	struct db *db = scratch_new(s);

	scratch_save(db, "INSERT INTO thing VALUES ('T2', 'second', 6, 'note'), ('T3', 'third', NULL, '')");
	scratch_save(db, "UPDATE thing SET amount = amount + 1; UPDATE thing SET note = NULL WHERE id = 'T2'");
	scratch_save(db, "INSERT INTO pair VALUES ('T1', 1, 'a'), ('T1', 2, 'b'), ('T2', -1, 'c')");
	scratch_save(db, "DELETE FROM pair WHERE a = 'T1'; DELETE FROM thing WHERE id = 'T3'");
	scratch_save(db, "INSERT INTO thing VALUES ('T3', 'third again', 9, NULL)");
	scratch_save(db, "INSERT INTO entry VALUES ('E1', 100)");
	return db;
}

static void
honest_history_verifies(void **state)
{
	struct scratch *s = *state;
	struct db *db = new_with_history(s);
	char said[500];

	if (scratch_verify(db, said) != 0)
		fail_msg("%s", said);
	db_close(db);
}

static void
verify_counts_the_lines_it_walked(void **state)
{
	struct scratch *s = *state;
	struct db *db = new_with_history(s);
	int64_t rows = 0;

	assert_true(change_verify(db, NULL, NULL, &rows, &s->err));
	assert_int_equal(rows, scratch_number(db, "SELECT count(*) FROM log"));
	db_close(db);
}

/* What somebody with the sqlite3 shell and bad intent can do, and what is then said. */
static const struct {
	const char *sql;
	const char *says;
	int faults;
} tricks[] = {
	{ "UPDATE thing SET amount = 700 WHERE id = 'T2'", "thing T2: amount differs", 1 },
	{ "UPDATE thing SET amount = NULL WHERE id = 'T2'", "thing T2: amount differs", 1 },
	{ "UPDATE thing SET note = '' WHERE id = 'T2'", "thing T2: note differs", 1 },
	{ "UPDATE thing SET name = 'SECOND' WHERE id = 'T2'", "thing T2: name differs", 1 },
	{ "UPDATE entry SET amount = 10", "entry E1: amount differs", 1 },
	{ "DELETE FROM pair", "pair T2/-1 is missing", 1 },
	{ "INSERT INTO thing VALUES ('T9', 'x', 1, NULL)", "thing T9 is there, though the log does not know", 1 },
	{ "INSERT INTO pair VALUES ('T1', 2, 'b')", "pair T1/2 is there, though the log deleted", 1 },
	{ "UPDATE log SET data = replace(data, '100', '900') WHERE tbl = 'entry'", "(entry E1) was altered", 2 },
	{ "UPDATE log SET op = 'U' WHERE tbl = 'entry'", "(entry E1) was altered", 2 },
	{ "UPDATE log SET rowkey = 'E2' WHERE tbl = 'entry'", "(entry E2) was altered", 3 },
	{ "UPDATE log SET data = 'x' WHERE tbl = 'entry'", "cannot be read", 4 },
	{ "DELETE FROM log WHERE nseq = 3", "Before log line 4 (thing T1) lines are missing", 0 },
	{ "INSERT INTO log SELECT lsn + 100, node, nseq, tx, tbl, rowkey, op, data, hash FROM log WHERE nseq = 2",
	  "Log line 2 (thing T2) is doubled or out of place", 0 },
	{ "UPDATE log SET lsn = -lsn WHERE nseq IN (2, 3); UPDATE log SET lsn = 5 - nseq WHERE lsn < 0",
	  "Log line 2 (thing T2) is doubled or out of place", 0 },
	{ "UPDATE log SET tx = '' WHERE nseq = 1", "The change set of log line 1 (thing T1) does not exist", 2 },
	{ "UPDATE log SET tx = 'X' WHERE nseq = 2", "The change set of log line 2 (thing T2) does not exist", 0 },
	{ "UPDATE log SET node = 'X' WHERE nseq = 2", "The file does not know who wrote log line 2 (thing T2)", 0 },
	{ "DELETE FROM log_node", "The file does not know who wrote log line 1 (thing T1)", 1 },
	{ "UPDATE log_tx SET who = 'Nobody' WHERE no = 2", "was altered", 2 },
	{ "UPDATE log_tx SET at = '1999-01-01T00:00:00Z' WHERE no = 1", "was altered", 1 },
	{ "UPDATE log_tx SET why = 'because' WHERE no = 1", "was altered", 1 },
	{ "UPDATE log_tx SET what = 'x' WHERE no = 1", "was altered", 1 },
	{ "UPDATE log_tx SET place = 'x' WHERE no = 1", "was altered", 1 },
	{ "UPDATE log_tx SET no = 50 WHERE no = 1", "was altered", 1 },
	{ "UPDATE log_tx SET lsn = 900 WHERE no = 1", "The lines of change set 1 (Clerk One) are not where", 2 },
	{ "UPDATE log_tx SET undoes = (SELECT id FROM log_tx WHERE no = 2) WHERE no = 1", "was altered", 1 },
	{ "DELETE FROM log_tx WHERE no = 2", "The change set of log line 2 (thing T2) does not exist", 1 },
	{ "INSERT INTO log_tx SELECT substr(id, 2) || 'X', node, 99, who, what, why, place, at, NULL, 900"
	  " FROM log_tx WHERE no = 1", "Change set 99 (Clerk One) has no lines", 1 },
	{ "UPDATE log SET hash = x'00' WHERE nseq = 1", "was altered", 0 },
};

static void
drop_triggers(sqlite3 *raw)
{
	static const char list[] = "SELECT group_concat('DROP TRIGGER \"' || name || '\";', '')"
		" FROM sqlite_schema WHERE type = 'trigger'";
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_prepare_v2(raw, list, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	char *sql = sqlite3_mprintf("%s", sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	raw_exec(raw, sql);
	sqlite3_free(sql);
}

/* Take the triggers off, do it, put them back word for word. */
static void
play(const struct scratch *s, const char *sql)
{
	sqlite3 *raw = scratch_raw(s);

	raw_exec(raw, "BEGIN; CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE type = 'trigger'");
	drop_triggers(raw);
	raw_exec(raw, sql);
	raw_exec(raw, "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept; COMMIT");
	sqlite3_close(raw);
}

static void
every_trick_is_found(void **state)
{
	struct scratch *s = *state;
	char said[500];

	for (size_t i = 0; i < sizeof tricks / sizeof tricks[0]; i++) {
		snprintf(s->path, sizeof s->path, "%s/%zu.db", s->folder, i);
		db_close(new_with_history(s));
		play(s, tricks[i].sql);
		struct db *db = scratch_open(s, DB_READ_WRITE);
		int faults = scratch_verify(db, said);
		if (faults == 0 || strstr(said, tricks[i].says) == NULL ||
		    (tricks[i].faults > 0 && faults != tricks[i].faults))
			fail_msg("%s: %d faults:\n%s", tricks[i].sql, faults, said);
		db_close(db);
	}
}

/* Lines of two nodes between each other: each goes on where it ended. */
static struct db *
new_with_two_nodes(struct scratch *s)
{
	static const char other[] = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
	char turn[400];

	db_close(new_with_history(s));
	snprintf(turn, sizeof turn, "INSERT OR IGNORE INTO log_node VALUES ('%s', 'venue', 'V', '');"
	    " UPDATE meta SET v = (SELECT id FROM log_node WHERE id <> v) WHERE k = 'node'", other);
	for (int i = 0; i < 3; i++) {
		play(s, turn);
		struct db *db = scratch_open(s, DB_READ_WRITE);
		scratch_save(db, "UPDATE thing SET amount = amount + 1");
		scratch_save(db, "INSERT INTO pair SELECT 'T1', count(*), 'x' FROM pair");
		db_close(db);
	}
	return scratch_open(s, DB_READ_WRITE);
}

static void
lines_of_two_nodes_lie_between_each_other(void **state)
{
	struct scratch *s = *state;
	struct db *db = new_with_two_nodes(s);
	char said[500];

	if (scratch_verify(db, said) != 0)
		fail_msg("%s", said);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM log_node"), 2);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM log AS l JOIN log AS before"
		" ON before.lsn = l.lsn - 1 WHERE before.node <> l.node"), 3);
	assert_int_equal(scratch_number(db, "SELECT count(DISTINCT node || nseq) FROM log"),
	    change_last_lsn(db));
	db_close(db);
	play(s, "DELETE FROM log WHERE node LIKE '%AV' AND nseq = 2");
	db = scratch_open(s, DB_READ_WRITE);
	scratch_verify(db, said);
	assert_non_null(strstr(said, "Before log line 3 (thing T3) lines are missing"));
	db_close(db);
}

static void
missing_trigger_is_found(void **state)
{
	struct scratch *s = *state;
	char said[500];

	db_close(new_with_history(s));
	sqlite3 *raw = scratch_raw(s);
	raw_exec(raw, "DROP TRIGGER log_thing_DELETE");
	sqlite3_close(raw);
	struct db *db = scratch_open(s, DB_READ_WRITE);
	assert_int_equal(scratch_verify(db, said), 1);
	assert_non_null(strstr(said, "thing: the trigger that logs DELETE"));
	db_close(db);
}

static void
verify_sees_one_moment(void **state)
{
	struct scratch *s = *state;
	struct db *db = new_with_history(s);
	char said[500];

	assert_true(change_begin(db, &(struct change){ .who = "Clerk One", .what = "look" }, &s->err));
	assert_int_equal(scratch_verify(db, said), 0);
	assert_true(db_in_change(db));
	change_abort(db);
	assert_true(db_is_idle(db));
	db_close(db);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(honest_history_verifies),
		TEST(verify_counts_the_lines_it_walked),
		TEST(every_trick_is_found),
		TEST(lines_of_two_nodes_lie_between_each_other),
		TEST(missing_trigger_is_found),
		TEST(verify_sees_one_moment),
	};

	return cmocka_run_group_tests_name("audit", tests, NULL, NULL);
}
