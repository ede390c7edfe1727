/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/db_private.h"
#include "store/refusals.h"
#include "store/stmt.h"
#include "store/triggers.h"

static const struct change edit = { .who = "Clerk One", .what = "edit thing", .place = "test" };

/* op, row and data of every line after lsn, one a line. */
static char *
log_after(struct db *db, int64_t lsn)
{
	struct buf lines = { 0 };
	struct stmt st = { 0 };

	stmt_open(&st, db, "SELECT op, tbl, rowkey, data FROM log WHERE lsn > :lsn ORDER BY lsn", NULL);
	stmt_bind_int(&st, ":lsn", lsn);
	while (stmt_next(&st))
		buf_addf(&lines, "%s %s %s %s\n", stmt_text(&st, 0), stmt_text(&st, 1),
		    stmt_text(&st, 2), stmt_text(&st, 3));
	assert_true(stmt_close(&st));
	return buf_take(&lines);
}

static void
assert_logs(struct db *db, const char *sql, const char *lines)
{
	int64_t lsn = change_last_lsn(db);

	scratch_save(db, sql);
	char *logged = log_after(db, lsn);
	assert_string_equal(logged, lines);
	free(logged);
}

static void
assert_refuses(struct scratch *s, struct db *db, const char *sql, const char *word)
{
	char said[500];

	assert_false(scratch_try_save(db, sql, &s->err));
	assert_int_equal(s->err.code, ERR_RULE);
	if (strstr(s->err.text, word) == NULL)
		fail_msg("%s: \"%s\" has no \"%s\"", sql, s->err.text, word);
	assert_false(db_in_change(db));
	assert_int_equal(scratch_verify(db, said), 0);
}

static void
new_file_has_one_node_the_office(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_int_equal(scratch_number(db, "SELECT count(*) FROM log_node, meta WHERE kind = 'office'"
		" AND label = '' AND k = 'node' AND v = id"), 1);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM log_node"), 1);
	db_close(db);
}

static void
each_change_is_logged_with_before_and_after(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_logs(db, "INSERT INTO thing VALUES ('T2', 'Ännchen \"A\"', NULL, 'a' || char(10) || '\\b')",
	    "I thing T2 {\"id\":[null,\"T2\"],\"name\":[null,\"Ännchen \\\"A\\\"\"],"
	    "\"note\":[null,\"a\\n\\\\b\"]}\n");
	assert_logs(db, "UPDATE thing SET amount = -0, note = NULL WHERE id = 'T2'",
	    "U thing T2 {\"amount\":[null,0],\"note\":[\"a\\n\\\\b\",null]}\n");
	assert_logs(db, "INSERT INTO pair VALUES ('T2', 7, 'w')",
	    "I pair T2/7 {\"a\":[null,\"T2\"],\"b\":[null,7],\"word\":[null,\"w\"]}\n");
	assert_logs(db, "DELETE FROM pair", "D pair T2/7 {\"a\":[\"T2\",null],\"b\":[7,null],"
	    "\"word\":[\"w\",null]}\n");
	db_close(db);
}

static void
case_alone_is_a_change_under_nocase(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_logs(db, "UPDATE thing SET name = 'FIRST'",
	    "U thing T1 {\"name\":[\"first\",\"FIRST\"]}\n");
	db_close(db);
}

static void
update_to_the_same_is_not_logged(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_logs(db, "UPDATE thing SET name = name, amount = 5", "");
	db_close(db);
}

static void
replace_logs_what_it_deletes(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	char said[500];

	assert_logs(db, "INSERT OR REPLACE INTO thing VALUES ('T2', 'First', 6, NULL)",
	    "D thing T1 {\"id\":[\"T1\",null],\"name\":[\"first\",null],\"amount\":[5,null]}\n"
	    "I thing T2 {\"id\":[null,\"T2\"],\"name\":[null,\"First\"],\"amount\":[null,6]}\n");
	assert_int_equal(scratch_verify(db, said), 0);
	db_close(db);
}

static void
derived_rows_are_not_logged_but_kept(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	int64_t lsn = change_last_lsn(db);
	char said[500];

	assert_int_equal(scratch_save(db, "INSERT INTO total VALUES ('S', 5)"), 0);
	assert_int_equal(change_last_lsn(db), lsn);
	assert_int_equal(scratch_number(db, "SELECT amount FROM total"), 5);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM log_tx"), 1);
	assert_int_equal(scratch_save(db, "UPDATE thing SET amount = 6"), 2);
	assert_int_equal(scratch_verify(db, said), 0);
	db_close(db);
}

static void
set_that_changes_nothing_has_no_number(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	char id[ULID_SIZE] = "x";
	int64_t number = 9;

	assert_true(change_begin(db, &edit, &s->err));
	assert_int_equal(strlen(change_id(db)), ULID_SIZE - 1);
	assert_true(change_commit(db, id, &number, &s->err));
	assert_int_equal(number, 0);
	assert_string_equal(id, "");
	assert_string_equal(change_id(db), "");
	assert_int_equal(scratch_save(db, "UPDATE thing SET amount = 6"), 2);
	db_close(db);
}

static void
set_says_who_what_why_and_where(void **state)
{
	const struct change change = { .who = "Clerk Two", .what = "edit thing", .why = "typing error",
		.place = "MEM2" };
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	struct stmt st = { 0 };
	char id[ULID_SIZE];
	int64_t number;

	assert_true(change_begin(db, &change, &s->err));
	assert_true(stmt_exec(db, "UPDATE thing SET amount = 6", &s->err));
	assert_true(change_commit(db, id, &number, &s->err));
	stmt_open(&st, db, "SELECT who, what, why, place, undoes FROM log_tx WHERE id = :id AND no = :no",
	    &s->err);
	stmt_bind_text(&st, ":id", id);
	stmt_bind_int(&st, ":no", number);
	assert_true(stmt_next(&st));
	assert_string_equal(stmt_text(&st, 0), "Clerk Two");
	assert_string_equal(stmt_text(&st, 1), "edit thing");
	assert_string_equal(stmt_text(&st, 2), "typing error");
	assert_string_equal(stmt_text(&st, 3), "MEM2");
	assert_true(stmt_is_null(&st, 4));
	assert_true(stmt_close(&st));
	db_close(db);
}

static void
reason_with_control_characters_is_refused(void **state)
{
	const struct change change = { .who = "Clerk One", .what = "edit thing", .why = "a\033[2J" };
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_false(change_begin(db, &change, &s->err));
	assert_int_equal(s->err.code, ERR_INPUT);
	assert_true(db_is_idle(db));
	db_close(db);
}

static void
rollback_leaves_the_chain_whole(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	char said[500];

	assert_true(change_begin(db, &edit, &s->err));
	assert_true(stmt_exec(db, "UPDATE thing SET amount = 6; UPDATE thing SET amount = 7", &s->err));
	change_abort(db);
	change_abort(db);	/* fine when none is open */
	assert_int_equal(scratch_number(db, "SELECT amount FROM thing"), 5);
	assert_int_equal(scratch_save(db, "UPDATE thing SET amount = 8"), 2);
	assert_int_equal(scratch_number(db, "SELECT max(nseq) FROM log"), 2);
	if (scratch_verify(db, said) != 0)
		fail_msg("%s", said);
	db_close(db);
}

static void
set_with_a_refused_part_is_never_saved(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_true(change_begin(db, &edit, &s->err));
	assert_true(stmt_exec(db, "UPDATE thing SET amount = 6", &s->err));
	assert_false(stmt_exec(db, "INSERT INTO thing VALUES ('T1', 'again', 1, NULL)", &s->err));
	assert_false(change_commit(db, NULL, NULL, &s->err));
	assert_int_equal(s->err.code, ERR_RULE);
	assert_false(db_in_change(db));
	assert_int_equal(scratch_number(db, "SELECT amount FROM thing"), 5);
	db_close(db);
}

static void
what_may_not_be_stored_is_refused(void **state)
{
	static const struct {
		const char *sql, *word;
	} refused[] = {
		{ "UPDATE thing SET note = 'a' || char(27) || '[31m'", "control character" },
		{ "UPDATE thing SET note = CAST(x'41FF42' AS TEXT)", "UTF-8" },
		{ "UPDATE thing SET note = 'a' || char(0x202E) || 'b'", "invisible" },
		{ "UPDATE thing SET note = 'e' || char(0x0301)", "NFC" },
		{ "UPDATE thing SET note = 'a' || char(0) || 'b'", "control character" },
		{ "UPDATE thing SET id = 'T9'", "key of a record never changes" },
		{ "UPDATE thing SET id = 't1'", "key of a record never changes" },
		{ "INSERT INTO thing VALUES ('a/b', 'x', 1, NULL)", "slash" },
		{ "INSERT INTO thing VALUES ('', 'x', 1, NULL)", "slash" },
	};
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		assert_refuses(s, db, refused[i].sql, refused[i].word);
	db_close(db);
}

static void
fractions_and_bytes_are_not_logged(void **state)
{
	static const char *const writes[] = {
		"INSERT INTO loose VALUES ('L', 1.5)", "INSERT INTO loose VALUES ('L', x'00')",
	};
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	for (size_t i = 0; i < sizeof writes / sizeof writes[0]; i++)
		assert_refuses(s, db, writes[i], "whole numbers");
	db_close(db);
}

static void
a_line_without_a_change_is_refused(void **state)
{
	static const char *const lines[] = {
		"SELECT app_change('thing')",
		"UPDATE thing SET amount = 6; SELECT app_change('thing')",
	};
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		assert_refuses(s, db, lines[i], "by a change of its row only");
	db_close(db);
}

static void
broken_constraint_speaks_in_words(void **state)
{
	static const struct {
		const char *sql, *word, *field;
	} refused[] = {
		{ "INSERT INTO thing VALUES ('T1', 'x', 1, NULL)", "already a record with this key", "id" },
		{ "INSERT INTO thing VALUES ('T2', 'FIRST', 1, NULL)", "already a record with this value", "name" },
		{ "INSERT INTO thing VALUES ('T2', NULL, 1, NULL)", "missing", "name" },
		{ "INSERT INTO thing VALUES ('T2', 'x', -1, NULL)", "amount_is_not_negative", "" },
		{ "INSERT INTO thing VALUES ('T2', 'x', 'y', NULL)", "kind", "" },
		{ "INSERT INTO pair VALUES ('none', 1, 'w')", "does not exist", "" },
		{ "INSERT INTO entry VALUES ('E', 1); DELETE FROM entry", "An entry stays.", "" },
		{ "UPDATE log SET data = '{}'", "The log only grows", "" },
		{ "DELETE FROM log", "The log only grows", "" },
		{ "UPDATE log_tx SET who = 'x'", "The log only grows", "" },
		{ "DELETE FROM log_tx WHERE no = 1", "The log only grows", "" },
	};
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		assert_refuses(s, db, refused[i].sql, refused[i].word);
		assert_string_equal(s->err.field, refused[i].field);
	}
	db_close(db);
}

/* Every sentence that a trigger can refuse with. */
static void
assert_has_words(const char *trigger)
{
	static const char mark[] = "RAISE(ABORT, '";
	struct buf said = { 0 };

	for (const char *at = trigger; (at = strstr(at, mark)) != NULL;) {
		at += strlen(mark);
		buf_clear(&said);
		buf_add_bytes(&said, at, strcspn(at, "'"));
		if (refusal_find(buf_text(&said)) == NULL)
			fail_msg("no words for: %s", buf_text(&said));
	}
	buf_done(&said);
}

static void
every_refusal_of_the_schema_has_words(void **state)
{
	struct scratch *s = *state;
	struct db *db = db_open(s->path, DB_CREATE, &s->err);
	struct stmt st = { 0 };
	int refusing = 0;

	stmt_open(&st, db, "SELECT sql FROM sqlite_schema WHERE sql LIKE '%RAISE(%'", &s->err);
	for (; stmt_next(&st); refusing++)
		assert_has_words(stmt_text(&st, 0));
	assert_true(stmt_close(&st));
	assert_true(refusing > 50);
	db_close(db);
}

static void
write_outside_a_set_is_refused(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);

	assert_false(stmt_exec(db, "UPDATE thing SET amount = 6", &s->err));
	assert_int_equal(s->err.code, ERR_RULE);
	assert_int_equal(scratch_number(db, "SELECT amount FROM thing"), 5);
	db_close(db);
}

static void
sqlite_shell_reads_but_cannot_write(void **state)
{
	static const char *const writes[] = {
		"INSERT INTO thing VALUES ('T2', 'x', 1, NULL)", "UPDATE thing SET amount = 6",
		"DELETE FROM thing", "INSERT INTO entry VALUES ('E', 1)",
		"INSERT OR REPLACE INTO pair VALUES ('T1', 1, 'w')",
		"INSERT INTO total VALUES ('T2', 1)",
		"INSERT INTO log SELECT lsn + 9, node, nseq + 9, tx, tbl, rowkey, op, data, hash FROM log",
	};
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	sqlite3 *raw = scratch_raw(s);

	raw_exec(raw, "SELECT * FROM thing, log, log_tx");
	for (size_t i = 0; i < sizeof writes / sizeof writes[0]; i++)
		assert_int_equal(raw_try(raw, writes[i]), SQLITE_ERROR);
	sqlite3_close(raw);
	assert_int_equal(scratch_number(db, "SELECT amount FROM thing"), 5);
	db_close(db);
}

/* No table of the program is forgotten, its own and the derived ones neither. */
static void
sqlite_shell_deletes_from_no_table(void **state)
{
	struct scratch *s = *state;
	struct db *db = db_open(s->path, DB_CREATE, &s->err);
	struct stmt st = { 0 };
	sqlite3 *raw = scratch_raw(s);
	char sql[100];

	assert_true(stmt_open(&st, db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
		" AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", &s->err));
	while (stmt_next(&st)) {
		snprintf(sql, sizeof sql, "DELETE FROM \"%s\"", stmt_text(&st, 0));
		assert_int_equal(raw_try(raw, sql), SQLITE_ERROR);
	}
	assert_true(stmt_close(&st));
	sqlite3_close(raw);
	db_close(db);
}

static void
tell_missing(void *context, const char *line)
{
	(void)context;
	fail_msg("%s", line);
}

static void
assert_triggers_complete(struct db *db)
{
	struct err err = { 0 };

	assert_true(triggers_check(db, tell_missing, NULL, &err));
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
		" AND sql LIKE '%app_change%'"),
	    scratch_number(db, "SELECT 3 * count(*) FROM meta_sync WHERE mode <> 'derived'"));
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM meta_sync"
		" WHERE tbl NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')"), 0);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
		" AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'log%' AND name NOT LIKE 'meta%'"
		" AND name NOT IN (SELECT tbl FROM meta_sync)"), 0);
	assert_int_equal(scratch_number(db, "SELECT count(*) FROM meta_group g"
		" WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info(g.tbl) WHERE name = g.col)"), 0);
}

static void
every_table_of_the_program_is_logged_or_derived(void **state)
{
	struct scratch *s = *state;
	struct db *db = db_open(s->path, DB_CREATE, &s->err);

	if (db == NULL)
		fail_msg("%s", s->err.text);
	assert_triggers_complete(db);
	assert_int_equal(scratch_number(db, "PRAGMA user_version"), migrate_newest());
	db_close(db);
}

static void
groups_and_modes_are_known(void **state)
{
	struct scratch *s = *state;
	struct db *db = scratch_new(s);
	enum change_mode mode = CHANGE_REPLAY;

	assert_string_equal(change_group(db, "thing", "name"), "title");
	assert_string_equal(change_group(db, "thing", "note"), "title");
	assert_string_equal(change_group(db, "thing", "amount"), "");
	assert_true(change_mode(db, "thing", &mode));
	assert_int_equal(mode, CHANGE_MERGE);
	assert_true(change_mode(db, "entry", &mode));
	assert_int_equal(mode, CHANGE_REPLAY);
	assert_true(change_mode(db, "total", &mode));
	assert_int_equal(mode, CHANGE_DERIVED);
	assert_false(change_mode(db, "log", &mode));
	db_close(db);
}

static bool
add_cell(void *context, const char *column, const char *before, const char *after)
{
	buf_addf(context, "%s:%s>%s;", column, before != NULL ? before : "-", after != NULL ? after : "-");
	return true;
}

static void
log_lines_are_read_as_they_were_written(void **state)
{
	static const struct {
		const char *data, *cells;	/* NULL: not a log line */
	} lines[] = {
		{ "{\"a\":[null,1]}", "a:->1;" },
		{ "{\"a\":[-12,null],\"b\":[\"x\\\"\\\\\\ny\",\"\"]}", "a:-12>-;b:x\"\\\ny>;" },
		{ "{\"a\":[\"경상북도\",\"慶尚北道\"]}", "a:경상북도>慶尚北道;" },
		{ "", NULL },
		{ "{}", NULL },
		{ "{\"a\":[null,1]", NULL },
		{ "{\"a\":[null,1]}x", NULL },
		{ "{\"a\":[null,1],}", NULL },
		{ "{\"a\":[null]}", NULL },
		{ "{\"a\":[1.5,2]}", NULL },
		{ "{\"a\":[true,2]}", NULL },
		{ "{\"a\":[\"\\u0041\",2]}", NULL },
		{ "{\"a\":[\"x,2]}", NULL },
		{ "{\"a\":[\"x\\", NULL },
		{ "{\"a\":[99999999999999999999,2]}", NULL },
	};
	struct buf cells = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		buf_clear(&cells);
		assert_int_equal(change_each(lines[i].data, add_cell, &cells), lines[i].cells != NULL);
		if (lines[i].cells != NULL)
			assert_string_equal(buf_text(&cells), lines[i].cells);
	}
	buf_done(&cells);
}

int
main(void)
{
#define TEST(name)	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	const struct CMUnitTest tests[] = {
		TEST(new_file_has_one_node_the_office),
		TEST(each_change_is_logged_with_before_and_after),
		TEST(case_alone_is_a_change_under_nocase),
		TEST(update_to_the_same_is_not_logged),
		TEST(replace_logs_what_it_deletes),
		TEST(derived_rows_are_not_logged_but_kept),
		TEST(set_that_changes_nothing_has_no_number),
		TEST(set_says_who_what_why_and_where),
		TEST(reason_with_control_characters_is_refused),
		TEST(rollback_leaves_the_chain_whole),
		TEST(set_with_a_refused_part_is_never_saved),
		TEST(what_may_not_be_stored_is_refused),
		TEST(fractions_and_bytes_are_not_logged),
		TEST(a_line_without_a_change_is_refused),
		TEST(broken_constraint_speaks_in_words),
		TEST(every_refusal_of_the_schema_has_words),
		TEST(write_outside_a_set_is_refused),
		TEST(sqlite_shell_reads_but_cannot_write),
		TEST(sqlite_shell_deletes_from_no_table),
		TEST(every_table_of_the_program_is_logged_or_derived),
		TEST(groups_and_modes_are_known),
		cmocka_unit_test(log_lines_are_read_as_they_were_written),
	};

	return cmocka_run_group_tests_name("change", tests, NULL, NULL);
}
