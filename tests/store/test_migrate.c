/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/stmt.h"
#include "store/triggers.h"

enum { STEPS = SCRATCH_STEPS + 1 };

/* The scratch tables and one step more. */
static void
steps_with(const char *sql, struct migration ret_steps[STEPS])
{
	memcpy(ret_steps, scratch_steps(), SCRATCH_STEPS * sizeof *ret_steps);
	ret_steps[SCRATCH_STEPS] = (struct migration){ STEPS, "more", sql };
}

static struct db *
open_with(struct scratch *s, const char *sql)
{
	struct migration steps[STEPS];

	steps_with(sql, steps);
	return db_open_steps(s->path, DB_READ_WRITE, steps, STEPS, &s->err);
}

static void
assert_exists(struct scratch *s, const char *suffix, bool wanted)
{
	char path[160];

	snprintf(path, sizeof path, "%s%s", s->path, suffix);
	assert_int_equal(access(path, F_OK) == 0, wanted);
}

static void
older_file_is_copied_aside_first(void **state)
{
	struct scratch *s = *state;
	char said[500];

	db_close(scratch_new(s));
	struct db *db = open_with(s, "ALTER TABLE thing ADD COLUMN place TEXT NOT NULL DEFAULT 'here'");
	assert_non_null(db);
	assert_int_equal(scratch_number(db, "PRAGMA user_version"), STEPS);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM thing WHERE place = 'here'"), 1);
	assert_int_equal(scratch_verify(db, said), 0);
	db_close(db);

	assert_exists(s, ".version-4", true);
	snprintf(s->path + strlen(s->path), sizeof s->path - strlen(s->path), ".version-4");
	db = scratch_open(s, DB_READ_WRITE);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM thing"), 1);
	db_close(db);
}

static void
earlier_copies_are_kept(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	db_close(open_with(s, "CREATE TABLE broken ("));
	db_close(open_with(s, "CREATE TABLE broken ("));
	assert_exists(s, ".version-4", true);
	assert_exists(s, ".version-4.2", true);
}

static void
new_or_current_file_is_not_copied(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	db_close(scratch_open(s, DB_READ_WRITE));
	assert_exists(s, ".version-0", false);
	assert_exists(s, ".version-1", false);
	assert_exists(s, ".version-4", false);
}

static void
failed_upgrade_leaves_the_file_as_it_was(void **state)
{
	static const char *const bad[] = {
		"DROP TABLE pair; CREATE TABLE thing (id)",
		"INSERT INTO pair VALUES ('nobody', 1, 'w')",	/* refers to nothing */
		"INSERT INTO meta_sync VALUES ('ghost', 'merge')",
	};
	struct scratch *s = *state;
	char said[500];

	db_close(scratch_new(s));
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_null(open_with(s, bad[i]));
		struct db *db = scratch_open(s, DB_READ_WRITE);
		assert_int_equal(scratch_number(db, "PRAGMA user_version"), SCRATCH_STEPS);
		assert_int_equal(scratch_verify(db, said), 0);
		scratch_save(db, "INSERT INTO pair VALUES ('T1', 1, 'w'); DELETE FROM pair");
		db_close(db);
	}
}

static void
rebuilt_table_keeps_its_rows_and_its_log(void **state)
{
	static const char rebuild[] =
		"CREATE TABLE new_thing (id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL,"
		" amount INTEGER, note TEXT) STRICT;"
		"INSERT INTO new_thing SELECT id, name, amount, note FROM thing;"
		"DROP TABLE thing; ALTER TABLE new_thing RENAME TO thing;";
	struct scratch *s = *state;

	struct db *db = scratch_new(s);
	scratch_save(db, "INSERT INTO pair VALUES ('T1', 1, 'w')");
	db_close(db);
	db = open_with(s, rebuild);
	if (db == NULL)
		fail_msg("%s", s->err.text);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM pair JOIN thing ON id = a"), 1);
	int64_t lsn = change_last_lsn(db);
	scratch_save(db, "UPDATE thing SET title = 'renamed'");
	assert_int_equal(change_last_lsn(db), lsn + 1);
	assert_int_equal(scratch_number(db, "PRAGMA foreign_keys"), 1);
	db_close(db);
}

/*
 * A file as version 11 wrote it: two change sets, and in the second an entry of
 * the ledger that was sealed after its lines.
 */
static const char version_11_sql[] =
	"INSERT INTO meta VALUES ('node', '01ARZ3NDEKTSV4RRFFQ69G5FAN');"
	"INSERT INTO log_node VALUES ('01ARZ3NDEKTSV4RRFFQ69G5FAN', 'office', '', '2026-11-01T00:00:00Z');"
	"INSERT INTO log_tx VALUES"
	" ('01ARZ3NDEKTSV4RRFFQ69G5FA1', '01ARZ3NDEKTSV4RRFFQ69G5FAN', 1, 'clerk1', 'init', '', 'cli', '2026-11-01T00:00:00Z', NULL),"
	" ('01ARZ3NDEKTSV4RRFFQ69G5FA2', '01ARZ3NDEKTSV4RRFFQ69G5FAN', 2, 'clerk1', 'post', '', 'cli', '2026-11-02T00:00:00Z', NULL);"
	"WITH RECURSIVE up (value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM up WHERE value < 5)"
	" INSERT INTO log (node, nseq, tx, tbl, rowkey, op, data, hash) SELECT '01ARZ3NDEKTSV4RRFFQ69G5FAN', value,"
	" '01ARZ3NDEKTSV4RRFFQ69G5FA' || (1 + (value > 3)), 'entry', 'E-2017-0001', 'U', '{}', x'00' FROM up;"
	"INSERT INTO currency (code) VALUES ('KRW');"
	"INSERT INTO account (code, kind, currency) VALUES ('101', 'asset', 'KRW'), ('501', 'expense', 'KRW');"
	"INSERT INTO fiscal_year (year, since, until, state) VALUES ('2017', '2017-01-01', '2018-01-01', 'open');"
	"INSERT INTO entry (number, year, no, booked, value, kind, words)"
	" VALUES ('E-2017-0001', '2017', 1, '2017-03-01', '2017-03-01', 'manual', 'paper');"
	"INSERT INTO posting (entry, no, account, booked, amount, base) VALUES"
	" ('E-2017-0001', 1, '501', '2017-03-01', 900, 900), ('E-2017-0001', 2, '101', '2017-03-01', -900, -900);"
	"UPDATE entry SET sealed = 1;"
	"INSERT INTO open_invoice VALUES ('A', 'KR-47', 'USD', '2017', '2017-06-01', 500, 600, 'dues'),"
	" ('B', 'KR-47', 'USD', '2017', '2017-06-01', 0, 0, 'dues');"
	"PRAGMA user_version = 11";

static void
make_version_11(const struct scratch *s)
{
	sqlite3 *raw = NULL;
	char owner[60];

	assert_int_equal(sqlite3_open(s->path, &raw), SQLITE_OK);
	for (size_t i = 0; migrations[i].version <= 11; i++)
		raw_exec(raw, migrations[i].sql);
	raw_exec(raw, version_11_sql);
	snprintf(owner, sizeof owner, "PRAGMA application_id = %d", DB_APPLICATION_ID);
	raw_exec(raw, owner);
	sqlite3_close(raw);
}

static void
file_of_version_11_keeps_its_sets_and_entries(void **state)
{
	static const struct {
		const char *sql;
		int64_t number;
	} kept[] = {
		{ "SELECT lsn FROM log_tx WHERE no = 1", 1 },
		{ "SELECT lsn FROM log_tx WHERE no = 2", 4 },
		{ "SELECT no FROM log_tx WHERE rowid = 4", 2 },
		{ "SELECT count(*) FROM log_tx AS t JOIN log AS l ON " CHANGE_LINE_OF_SET " WHERE t.no = 1", 3 },
		{ "SELECT count(*) FROM log_tx AS t JOIN log AS l ON " CHANGE_LINE_OF_SET " WHERE t.no = 2", 2 },
		{ "SELECT count(*) FROM entry JOIN posting ON entry = number WHERE words = 'paper'", 2 },
		{ "SELECT sum(amount) FROM balance WHERE account = '501'", 900 },
		{ "SELECT open + base FROM open_invoice WHERE invoice = 'A' AND due = '2017-06-01'", 1100 },
		{ "SELECT count(*) FROM open_invoice", 1 },
		{ "SELECT count(*) FROM pragma_table_info('entry') WHERE name = 'sealed'", 0 },
		{ "SELECT count(*) FROM sqlite_schema WHERE name GLOB '*_before'", 0 },
	};
	struct scratch *s = *state;

	make_version_11(s);
	struct db *db = db_open(s->path, DB_READ_WRITE, &s->err);
	if (db == NULL)
		fail_msg("%s", s->err.text);
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
		if (scratch_number(db, kept[i].sql) != kept[i].number)
			fail_msg("%s", kept[i].sql);
	scratch_save(db, "UPDATE account SET note = 'x' WHERE code = '101'");
	assert_int_equal(scratch_number(db, "SELECT lsn FROM log_tx WHERE no = 3"), 6);
	/* What is deleted from now on is overwritten, where SQLite does that. */
	int64_t overwrites = scratch_number(db, "PRAGMA secure_delete");
	db_close(db);
	db = db_open(s->path, DB_READ_WRITE, &s->err);
	assert_int_equal(scratch_number(db, "PRAGMA secure_delete"), overwrites);
	db_close(db);
}

/* A new file of that version: its history is what the triggers of then write. */
static struct db *
new_of_version(struct scratch *s, int version)
{
	size_t count = 0;

	while (migrations[count].version <= version)
		count++;
	struct db *db = db_open_steps(s->path, DB_CREATE, migrations, count, &s->err);
	if (db == NULL)
		fail_msg("%s", s->err.text);
	return db;
}

static void
make_version_13(struct scratch *s)
{
	struct db *db = new_of_version(s, 13);

	scratch_save(db, "INSERT INTO currency (code) VALUES ('KRW'), ('MNT')");
	scratch_save(db, "INSERT INTO account (code, kind, currency) VALUES ('101', 'asset', 'KRW')");
	scratch_save(db, "UPDATE account SET note = 'x'; DELETE FROM currency WHERE code = 'MNT'");
	db_close(db);
}

static void
file_of_version_13_keeps_its_log_and_goes_on(void **state)
{
	static const struct {
		const char *sql;
		int64_t number;
	} kept[] = {
		{ "SELECT count(*) FROM log", 5 },
		{ "SELECT max(lsn) FROM log", 5 },
		{ "SELECT count(*) FROM pragma_index_list('log')", 1 },
		{ "SELECT count(*) FROM pragma_foreign_key_list('log')", 0 },
		{ "SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'log' AND type = 'trigger'"
		  " AND name LIKE 'log%'", 2 },
		{ "SELECT count(*) FROM sqlite_schema WHERE name GLOB '*_before'", 0 },
	};
	struct scratch *s = *state;
	char said[500];

	make_version_13(s);
	struct db *db = db_open(s->path, DB_READ_WRITE, &s->err);
	if (db == NULL)
		fail_msg("%s", s->err.text);
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
		if (scratch_number(db, kept[i].sql) != kept[i].number)
			fail_msg("%s", kept[i].sql);
	assert_int_equal(scratch_save(db, "UPDATE account SET note = 'y'"), 4);
	assert_int_equal(scratch_number(db, "SELECT max(nseq) FROM log"), 6);
	if (scratch_verify(db, said) != 0)
		fail_msg("%s", said);
	assert_false(scratch_try_save(db, "DELETE FROM log", &s->err));
	db_close(db);
}

/* Banks that were read then wrote UTF-8. */
static void
file_of_version_15_keeps_its_bank_formats_as_utf_8(void **state)
{
	struct scratch *s = *state;
	struct db *db = new_of_version(s, 15);
	char said[500];

	scratch_save(db, "INSERT INTO currency (code) VALUES ('KRW');"
	    "INSERT INTO account (code, kind, currency) VALUES ('101', 'asset', 'KRW');"
	    "INSERT INTO bank_format (name, account, day, day_order, amount)"
	    " VALUES ('kb', '101', 'Day', 'ymd', 'Sum'), ('seven', '101', 'Datum', 'dmy', 'Betrag')");
	db_close(db);
	db = db_open(s->path, DB_READ_WRITE, &s->err);
	if (db == NULL)
		fail_msg("%s", s->err.text);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM bank_format WHERE encoding = 'UTF-8'"
	    " AND day_order || amount IN ('ymdSum', 'dmyBetrag')"), 2);
	scratch_save(db, "UPDATE bank_format SET encoding = 'CP949' WHERE name = 'kb'");
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM log WHERE tbl = 'bank_format'"
	    " AND data LIKE '%encoding%CP949%'"), 1);
	if (scratch_verify(db, said) != 0)
		fail_msg("%s", said);
	db_close(db);
}

static void
table_that_is_new_is_logged(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	struct db *db = open_with(s, "CREATE TABLE more (id TEXT PRIMARY KEY NOT NULL) STRICT;"
	    " INSERT INTO meta_sync VALUES ('more', 'merge'); DELETE FROM meta_sync WHERE tbl = 'entry'");
	assert_non_null(db);
	int64_t lsn = change_last_lsn(db);
	scratch_save(db, "INSERT INTO more VALUES ('M'); INSERT INTO entry VALUES ('E', 1)");
	assert_int_equal(change_last_lsn(db), lsn + 1);
	db_close(db);
}

static void
new_file_takes_further_steps_at_once(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct migration steps[STEPS];

	steps_with("CREATE TABLE more (id TEXT PRIMARY KEY NOT NULL) STRICT", steps);
	assert_true(migrate_run(db, steps, STEPS, &s->err));
	assert_int_equal(scratch_number(db, "PRAGMA user_version"), STEPS);
	db_close(db);
}

static void
upgrade_by_another_program_is_noticed(void **state)
{
	struct scratch *s = *state;
	struct migration steps[STEPS];

	struct db *mine = scratch_new(s);
	struct db *theirs = open_with(s, "CREATE TABLE more (id TEXT PRIMARY KEY NOT NULL) STRICT");
	assert_non_null(theirs);
	steps_with("CREATE TABLE more (id TEXT PRIMARY KEY NOT NULL) STRICT", steps);
	assert_true(migrate_run(mine, steps, STEPS, &s->err));	/* not a second time */
	assert_int_equal(scratch_save(mine, "UPDATE thing SET amount = 6"), 2);
	db_close(theirs);
	db_close(mine);
}

/* Two "init" at one moment: only one of them may think that it made the file. */
static void
file_made_meanwhile_is_not_made_again(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct migration steps[STEPS];

	steps_with("CREATE TABLE more (id TEXT PRIMARY KEY NOT NULL) STRICT", steps);
	db->fresh = true;	/* as it looked before the other one began */
	assert_false(migrate_run(db, steps, STEPS, &s->err));
	assert_non_null(strstr(s->err.text, "already records"));
	db_close(db);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(older_file_is_copied_aside_first),
		TEST(earlier_copies_are_kept),
		TEST(new_or_current_file_is_not_copied),
		TEST(failed_upgrade_leaves_the_file_as_it_was),
		TEST(rebuilt_table_keeps_its_rows_and_its_log),
		TEST(file_of_version_11_keeps_its_sets_and_entries),
		TEST(file_of_version_13_keeps_its_log_and_goes_on),
		TEST(file_of_version_15_keeps_its_bank_formats_as_utf_8),
		TEST(table_that_is_new_is_logged),
		TEST(new_file_takes_further_steps_at_once),
		TEST(file_made_meanwhile_is_not_made_again),
		TEST(upgrade_by_another_program_is_noticed),
	};

	return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
