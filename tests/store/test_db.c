/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/stmt.h"

static void
write_file(const char *path, const void *bytes, size_t size)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

static void
assert_refused(struct scratch *s, enum db_access access, enum err_code code, const char *word)
{
	struct db *db = scratch_try(s, access);

	assert_null(db);
	assert_int_equal(s->err.code, code);
	assert_non_null(strstr(s->err.text, word));
	assert_non_null(strstr(s->err.text, s->path));
}

static void
missing_file_is_said_to_be_missing(void **state)
{
	struct scratch *s = *state;

	assert_refused(s, DB_READ_WRITE, ERR_MISSING, "nearsec init");
	assert_refused(s, DB_READ_ONLY, ERR_MISSING, "nearsec init");
	assert_int_not_equal(access(s->path, F_OK), 0);
}

static void
file_in_a_missing_folder_cannot_be_made(void **state)
{
	struct scratch *s = *state;

	snprintf(s->path, sizeof s->path, "%s/none/near.db", s->folder);
	assert_refused(s, DB_CREATE, ERR_FILE, "cannot be made");
}

static void
new_file_is_for_its_owner_or_its_group(void **state)
{
	struct scratch *s = *state;
	struct stat about;

	db_close(scratch_new(s));
	assert_int_equal(stat(s->path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	unlink(s->path);
	assert_int_equal(chmod(s->folder, 02770), 0);
	db_close(scratch_new(s));
	assert_int_equal(stat(s->path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0660);
}

static void
records_are_never_made_over_records(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	assert_refused(s, DB_CREATE, ERR_FILE, "already records");
	struct db *db = scratch_open(s, DB_READ_WRITE);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM thing"), 1);
	db_close(db);
}

static void
empty_file_is_taken_by_init_alone(void **state)
{
	struct scratch *s = *state;

	write_file(s->path, "", 0);
	assert_refused(s, DB_READ_WRITE, ERR_FILE, "not a file of this program");
	db_close(scratch_new(s));
}

static void
foreign_file_is_refused_and_untouched(void **state)
{
	static const char text[] = "Dear Sir or Madam, this is no data base at all, only a letter.\n";
	struct scratch *s = *state;
	char again[sizeof text] = "";

	write_file(s->path, text, sizeof text);
	assert_refused(s, DB_READ_WRITE, ERR_FILE, "not a file of this program");
	assert_refused(s, DB_CREATE, ERR_FILE, "not a file of this program");
	assert_refused(s, DB_READ_ONLY, ERR_FILE, "not a file of this program");
	FILE *file = fopen(s->path, "r");
	assert_int_equal(fread(again, 1, sizeof again, file), sizeof text);
	fclose(file);
	assert_string_equal(again, text);
}

static void
data_base_of_another_program_is_refused(void **state)
{
	struct scratch *s = *state;

	write_file(s->path, "", 0);
	sqlite3 *raw = scratch_raw(s);
	raw_exec(raw, "CREATE TABLE theirs (a)");
	sqlite3_close(raw);
	assert_refused(s, DB_READ_WRITE, ERR_FILE, "not a file of this program");
	assert_refused(s, DB_CREATE, ERR_FILE, "not a file of this program");

	raw = scratch_raw(s);
	raw_exec(raw, "DROP TABLE theirs; PRAGMA application_id = 7");
	sqlite3_close(raw);
	assert_refused(s, DB_CREATE, ERR_FILE, "not a file of this program");
}

static void
folder_and_special_file_are_refused(void **state)
{
	struct scratch *s = *state;

	snprintf(s->path, sizeof s->path, "%s", s->folder);
	assert_refused(s, DB_READ_WRITE, ERR_FILE, "not a file of this program");
	/* No local disk: the nearest thing to a network share that is always there. */
	snprintf(s->path, sizeof s->path, "/proc/self/status");
	assert_refused(s, DB_READ_WRITE, ERR_FILE, "network disk");
}

static void
newer_file_is_refused(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	sqlite3 *raw = scratch_raw(s);
	raw_exec(raw, "PRAGMA user_version = 90");
	sqlite3_close(raw);
	assert_refused(s, DB_READ_WRITE, ERR_FILE, "newer version");
	assert_refused(s, DB_READ_ONLY, ERR_FILE, "newer version");
}

static void
damaged_file_is_refused_and_stays(void **state)
{
	struct scratch *s = *state;
	struct stat before, after;

	db_close(scratch_new(s));
	int file = open(s->path, O_RDWR);
	char rubbish[300];
	memset(rubbish, 0xA5, sizeof rubbish);
	assert_int_equal(pwrite(file, rubbish, sizeof rubbish, 100), sizeof rubbish);
	close(file);
	assert_int_equal(stat(s->path, &before), 0);
	assert_refused(s, DB_READ_WRITE, ERR_FILE, "damaged");
	assert_int_equal(stat(s->path, &after), 0);
	assert_int_equal(before.st_size, after.st_size);
	assert_int_equal(before.st_ino, after.st_ino);
}

static void
what_keeps_records_safe_is_set(void **state)
{
	static const struct {
		const char *pragma;
		int64_t value;
	} settings[] = {
		{ "PRAGMA foreign_keys", 1 },
		{ "PRAGMA recursive_triggers", 1 },
		{ "PRAGMA synchronous", 2 },
		{ "PRAGMA temp_store", 0 },
		{ "PRAGMA cell_size_check", 1 },
		{ "PRAGMA journal_size_limit", 16777216 },
		{ "PRAGMA trusted_schema", 0 },
		{ "PRAGMA application_id", DB_APPLICATION_ID },
		{ "PRAGMA user_version", SCRATCH_STEPS },
		{ "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1 },
	};
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
		assert_int_equal(scratch_number(db, settings[i].pragma), settings[i].value);
	db_close(db);
	db = scratch_open(s, DB_READ_WRITE);
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
		assert_int_equal(scratch_number(db, settings[i].pragma), settings[i].value);
	db_close(db);
}

static void
schema_cannot_be_written_to(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_true(stmt_exec(db, "PRAGMA writable_schema = ON", &s->err));
	assert_false(stmt_exec(db, "DELETE FROM sqlite_schema", &s->err));
	db_close(db);
}

static void
read_only_session_reads_and_refuses_to_save(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	struct db *db = scratch_open(s, DB_READ_ONLY);
	assert_true(db_is_read_only(db));
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM thing"), 1);
	assert_false(scratch_try_save(db, "DELETE FROM thing", &s->err));
	assert_int_equal(s->err.code, ERR_READ_ONLY);
	db_close(db);
}

static bool
open_and_fail_to_save(struct scratch *s)
{
	struct db *db = scratch_try(s, DB_READ_WRITE);
	struct err err = { 0 };
	int64_t things = 0;

	if (db == NULL) {
		fprintf(stderr, "%s\n", s->err.text);
		return false;
	}
	bool ok = db_is_read_only(db) && db_number(db, "SELECT count(*) FROM thing", &things, &err) &&
	    things == 1 && !scratch_try_save(db, "DELETE FROM thing", &err) &&
	    err.code == ERR_READ_ONLY && strstr(err.text, s->path) != NULL;
	db_close(db);
	return ok;
}

static void
file_without_write_right_is_opened_for_reading(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	assert_int_equal(chmod(s->path, 0444), 0);
	assert_true(scratch_apart(open_and_fail_to_save, s, true));
}

static void
file_in_a_closed_folder_is_opened_for_reading(void **state)
{
	struct scratch *s = *state;

	db_close(scratch_new(s));
	assert_int_equal(chmod(s->path, 0666), 0);
	assert_int_equal(chmod(s->folder, 0555), 0);
	assert_true(scratch_apart(open_and_fail_to_save, s, true));
}

static bool
fail_to_upgrade(struct scratch *s)
{
	return scratch_try(s, DB_READ_WRITE) == NULL && s->err.code == ERR_READ_ONLY &&
	    strstr(s->err.text, "older version") != NULL;
}

static void
older_file_without_write_right_says_who_must_open_it(void **state)
{
	struct scratch *s = *state;
	struct db *db = db_open_steps(s->path, DB_CREATE, scratch_steps(), 1, &s->err);

	assert_non_null(db);
	db_close(db);
	assert_int_equal(chmod(s->path, 0444), 0);
	assert_true(scratch_apart(fail_to_upgrade, s, true));
}

static void
odd_names_of_files_are_only_names(void **state)
{
	static const char *const names[] = { "a?b#c%41.db", "file:x.db", "장부 'q' \"r\".db", ":memory:" };
	struct scratch *s = *state;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		snprintf(s->path, sizeof s->path, "%s/%s", s->folder, names[i]);
		db_close(scratch_new(s));
		assert_int_equal(access(s->path, F_OK), 0);
		assert_int_equal(chmod(s->path, 0444), 0);
		assert_int_equal(chmod(s->folder, 0555), 0);
		assert_true(scratch_apart(open_and_fail_to_save, s, true));
		assert_int_equal(chmod(s->folder, 0777), 0);
	}
}

static bool
give_up_at_once(void *context, int waited_ms)
{
	int *asked = context;

	(*asked)++;
	return waited_ms < 3;
}

static void
held_file_asks_whether_to_wait(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	sqlite3 *other = scratch_raw(s);
	int asked = 0;

	raw_exec(other, "BEGIN IMMEDIATE");
	db_on_wait(db, give_up_at_once, &asked);
	assert_false(scratch_try_save(db, "DELETE FROM thing", &s->err));
	assert_int_equal(s->err.code, ERR_BUSY);
	assert_true(asked >= 2);
	assert_false(db_in_change(db));
	assert_true(db_is_idle(db));
	raw_exec(other, "ROLLBACK");
	assert_int_equal(scratch_save(db, "DELETE FROM thing"), 2);
	sqlite3_close(other);
	db_close(db);
}

static bool
stop(void *context)
{
	(void)context;
	return false;
}

static void
long_question_can_be_stopped(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt st = { 0 };

	db_on_progress(db, stop, NULL);
	stmt_open(&st, db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
	    " SELECT max(i) FROM n", &s->err);
	assert_false(stmt_next(&st));
	assert_false(stmt_close(&st));
	assert_int_equal(s->err.code, ERR_CANCELLED);
	db_on_progress(db, NULL, NULL);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM thing"), 1);
	db_close(db);
}

static void
saves_of_others_are_noticed(void **state)
{
	struct scratch *s = *state;
	struct db *mine = scratch_new(s), *theirs = scratch_open(s, DB_READ_WRITE);

	assert_false(db_was_changed(mine));
	scratch_save(mine, "UPDATE thing SET amount = 6");
	assert_false(db_was_changed(mine));
	scratch_save(theirs, "UPDATE thing SET amount = 7");
	assert_true(db_was_changed(mine));
	assert_false(db_was_changed(mine));
	db_close(theirs);
	db_close(mine);
}

static void
sound_file_examines_clean(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	int said = 0;

	assert_true(db_examine(db, NULL, &said, &s->err));
	db_close(db);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(missing_file_is_said_to_be_missing),
		TEST(file_in_a_missing_folder_cannot_be_made),
		TEST(new_file_is_for_its_owner_or_its_group),
		TEST(records_are_never_made_over_records),
		TEST(empty_file_is_taken_by_init_alone),
		TEST(foreign_file_is_refused_and_untouched),
		TEST(data_base_of_another_program_is_refused),
		TEST(folder_and_special_file_are_refused),
		TEST(newer_file_is_refused),
		TEST(damaged_file_is_refused_and_stays),
		TEST(what_keeps_records_safe_is_set),
		TEST(schema_cannot_be_written_to),
		TEST(read_only_session_reads_and_refuses_to_save),
		TEST(file_without_write_right_is_opened_for_reading),
		TEST(file_in_a_closed_folder_is_opened_for_reading),
		TEST(older_file_without_write_right_says_who_must_open_it),
		TEST(odd_names_of_files_are_only_names),
		TEST(held_file_asks_whether_to_wait),
		TEST(long_question_can_be_stopped),
		TEST(saves_of_others_are_noticed),
		TEST(sound_file_examines_clean),
	};

	return cmocka_run_group_tests_name("db", tests, NULL, NULL);
}
