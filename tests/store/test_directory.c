/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "domain/alias.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/history.h"
#include "domain/member.h"
#include "domain/member_import.h"
#include "domain/member_sheet.h"
#include "domain/record_types.h"
#include "domain/row.h"
#include "domain/search.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/scratch.h"
#include "store/stmt.h"

/* Two clerks on one file, each with a connection of her own. */
struct desk_pair {
	void *scratch;
	struct session *one, *two;
};

struct pair {
	const char *key, *value;
};

static const struct pair korea[] = {
	{ "code", "KR" }, { "rank_web", "3" }, { "language", "ko" },
	{ "name_en", "Republic of Korea" }, { 0 }
};

static const struct pair gyeongbuk[] = {
	{ "code", "KR-47" }, { "country", "KR" }, { "kind", "province" }, { "status", "member" },
	{ "since", "1996-09" }, { "decision", "GA-1" }, { "source", "brochure" },
	{ "name_en", "Gyeongsangbuk-do Province" }, { "name_zh", "庆尚北道" },
	{ "name_ja", "慶尚北道" }, { "name_ko", "경상북도" }, { "reading", "けいしょうほくどう" },
	{ "name_ru", "Провинция Кёнсан-Пукто" }, { "name_mn", "Умард Кёнсан муж" }, { 0 }
};

static void
fill(const struct record_type *type, void *row, const struct pair *pairs)
{
	for (; pairs->key != NULL; pairs++)
		record_put(record_find_field(type, pairs->key), row, pairs->value);
}

static int
set_up(void **state)
{
	struct desk_pair *pair = mem_alloc(sizeof *pair);
	struct country country = { 0 };
	struct member member = { 0 };
	struct err err = { 0 };
	bool is_new, changed;

	fill(&country_type, &country, korea);
	fill(&member_type, &member, gyeongbuk);
	assert_int_equal(scratch_setup(&pair->scratch), 0);
	const char *path = ((struct scratch *)pair->scratch)->path;
	struct db *db = db_open(path, DB_CREATE, &err);
	must(db != NULL, &err);
	pair->one = session_open(db, "clerk1", "cli");
	must(session_begin(pair->one, "init", NULL, &err), &err);
	must(row_insert_in_set(pair->one, &country_type, &country, &err), &err);
	must(member_import_in_set(pair->one, &member, &is_new, &changed, &err), &err);
	must(session_commit(pair->one, NULL, &err), &err);
	db = db_open(path, DB_READ_WRITE, &err);
	must(db != NULL, &err);
	pair->two = session_open(db, "clerk2", "cli");
	record_done(&country_type, &country);
	record_done(&member_type, &member);
	*state = pair;
	return 0;
}

static int
tear_down(void **state)
{
	struct desk_pair *pair = *state;

	session_close(pair->one);
	session_close(pair->two);
	assert_int_equal(scratch_teardown(&pair->scratch), 0);
	free(pair);
	return 0;
}

static void
type(struct sheet *sheet, const char *key, const char *text)
{
	const struct field *field;
	struct sheet_part *part = sheet_find(sheet, key, &field);
	struct err err = { 0 };

	assert_non_null(part);
	must(record_read(field, part->after, text, &err), &err);
}

static int64_t
edit(struct session *session, const char *key, const char *text)
{
	struct sheet sheet = { 0 };
	struct sheet_clashes clashes = { 0 };
	struct err err = { 0 };
	int64_t number = 0;

	must(member_sheet_open(session, "KR-47", &sheet, &err), &err);
	type(&sheet, key, text);
	must(sheet_save(session, &sheet, "edit government", NULL, &clashes, &number, &err), &err);
	sheet_done(&sheet);
	return number;
}

static char *
phone_of(struct session *session)
{
	struct government government = { 0 };
	struct err err = { 0 };

	must(row_get(session, &government_type, "KR-47", &government, &err), &err);
	char *phone = mem_strdup(government.phone);
	record_done(&government_type, &government);
	return phone;
}

static void
assert_phone(struct session *session, const char *wanted)
{
	char *phone = phone_of(session);

	assert_string_equal(phone, wanted);
	free(phone);
}

static void
member_is_shown_as_of_its_day(void **state)
{
	struct desk_pair *pair = *state;
	struct member member = { 0 };
	struct err err = { 0 };

	must(session_set_as_of(pair->one, "1996-09-01", &err), &err);
	must(member_get(pair->one, "KR-47", &member, &err), &err);
	assert_string_equal(member.own_name, "경상북도");
	record_done(&member_type, &member);
	must(session_set_as_of(pair->one, "1996-08-31", &err), &err);
	assert_false(member_get(pair->one, "KR-47", &member, &err));
	assert_int_equal(err.code, ERR_MISSING);
}

static void
past_day_is_not_written(void **state)
{
	struct desk_pair *pair = *state;
	struct err err = { 0 };

	must(session_set_as_of(pair->one, "2000-01-01", &err), &err);
	assert_false(session_begin(pair->one, "edit government", NULL, &err));
	assert_int_equal(err.code, ERR_READ_ONLY);
}

static void
undo_puts_the_old_value_back_and_is_history(void **state)
{
	struct desk_pair *pair = *state;
	struct row_list sets = { 0 };
	struct err err = { 0 };
	int64_t undone = 0;

	edit(pair->one, "phone", "+82 54 1");
	int64_t second = edit(pair->two, "phone", "+82 54 2");
	must(undo_set(pair->two, NULL, &undone, NULL, &err), &err);
	assert_int_equal(undone, second);
	assert_phone(pair->one, "+82 54 1");
	must(history_list(pair->one, &government_type, "KR-47", 0, &sets, &err), &err);
	assert_int_equal(sets.count, 4);
	assert_string_equal(((struct history_set *)row_at(&sets, 0))->what, "undo");
	assert_string_equal(((struct history_set *)row_at(&sets, 0))->undoes, "3");
	assert_string_equal(((struct history_set *)row_at(&sets, 1))->undone, "4");
	assert_string_equal(((struct history_set *)row_at(&sets, 1))->changes,
	    "phone \"+82 54 1\" -> \"+82 54 2\"");
	assert_string_equal(((struct history_set *)row_at(&sets, 2))->changes,
	    "phone \"\" -> \"+82 54 1\"");
	row_list_done(&sets);
	assert_verified(pair->one);
}

static void
undo_is_refused_while_a_later_set_changed_the_same_field(void **state)
{
	struct desk_pair *pair = *state;
	struct err err = { 0 };

	edit(pair->one, "phone", "+82 54 1");
	edit(pair->two, "phone", "+82 54 2");
	assert_false(undo_set(pair->one, NULL, NULL, NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_non_null(strstr(err.text, "3"));
	assert_phone(pair->one, "+82 54 2");
}

static void
undo_of_another_field_leaves_later_changes(void **state)
{
	struct desk_pair *pair = *state;
	struct err err = { 0 };

	edit(pair->one, "email", "office@example.org");
	edit(pair->two, "phone", "+82 54 2");
	must(undo_set(pair->one, NULL, NULL, NULL, &err), &err);
	assert_phone(pair->one, "+82 54 2");
}

static void
redo_takes_the_undo_back(void **state)
{
	struct desk_pair *pair = *state;
	struct err err = { 0 };

	edit(pair->one, "phone", "+82 54 1");
	must(undo_set(pair->one, NULL, NULL, NULL, &err), &err);
	assert_phone(pair->one, "");
	must(undo_redo(pair->one, NULL, NULL, &err), &err);
	assert_phone(pair->one, "+82 54 1");
	must(undo_set(pair->one, NULL, NULL, NULL, &err), &err);
	assert_phone(pair->one, "");
}

static void
set_that_made_the_file_is_not_undone(void **state)
{
	struct desk_pair *pair = *state;
	struct err err = { 0 };
	char *id = NULL;

	must(history_find_set(pair->one, "1", &id, &err), &err);
	assert_false(undo_is_possible(pair->one, id, &err));
	assert_int_equal(err.code, ERR_RULE);
	free(id);
}

static void
two_clerks_in_different_fields_are_both_kept(void **state)
{
	struct desk_pair *pair = *state;
	struct sheet sheet = { 0 };
	struct sheet_clashes clashes = { 0 };
	struct member member = { 0 };
	struct err err = { 0 };
	int64_t number = 0;

	must(member_sheet_open(pair->one, "KR-47", &sheet, &err), &err);
	edit(pair->two, "email", "office@example.org");
	type(&sheet, "phone", "+82 54 1");
	must(sheet_save(pair->one, &sheet, "edit government", NULL, &clashes, &number, &err), &err);
	sheet_done(&sheet);
	must(member_get(pair->one, "KR-47", &member, &err), &err);
	assert_string_equal(member.phone, "+82 54 1");
	assert_string_equal(member.email, "office@example.org");
	record_done(&member_type, &member);
}

static void
same_field_is_asked_and_the_pick_decides(void **state)
{
	struct desk_pair *pair = *state;
	struct sheet sheet = { 0 };
	struct sheet_clashes clashes = { 0 };
	struct err err = { 0 };
	int64_t number = 0;

	must(member_sheet_open(pair->one, "KR-47", &sheet, &err), &err);
	edit(pair->two, "phone", "+82 54 2");
	type(&sheet, "phone", "+82 54 1");
	assert_false(sheet_save(pair->one, &sheet, "edit government", NULL, &clashes, &number, &err));
	assert_int_equal(err.code, ERR_CONFLICT);
	assert_int_equal(clashes.count, 1);
	assert_string_equal(clashes.item[0].field->key, "phone");
	assert_string_equal(clashes.item[0].before, "");
	assert_string_equal(clashes.item[0].theirs, "+82 54 2");
	assert_string_equal(clashes.item[0].mine, "+82 54 1");
	assert_string_equal(clashes.item[0].who, "clerk2");
	assert_phone(pair->one, "+82 54 2");

	/* The other side moves on: the pick was for another question. */
	clashes.item[0].pick = SHEET_MINE;
	edit(pair->two, "phone", "+82 54 3");
	assert_false(sheet_save(pair->one, &sheet, "edit government", NULL, &clashes, &number, &err));
	assert_int_equal(clashes.item[0].pick, SHEET_UNDECIDED);
	clashes.item[0].pick = SHEET_MINE;
	must(sheet_save(pair->one, &sheet, "edit government", NULL, &clashes, &number, &err), &err);
	assert_phone(pair->two, "+82 54 1");
	sheet_clashes_done(&clashes);
	sheet_done(&sheet);
}

static void
unchanged_sheet_makes_no_history(void **state)
{
	struct desk_pair *pair = *state;
	struct sheet sheet = { 0 };
	struct sheet_clashes clashes = { 0 };
	struct err err = { 0 };
	int64_t number = 7;

	must(member_sheet_open(pair->one, "KR-47", &sheet, &err), &err);
	must(sheet_save(pair->one, &sheet, "edit government", NULL, &clashes, &number, &err), &err);
	assert_int_equal(number, 0);
	sheet_done(&sheet);
}

static void
new_name_period_keeps_the_old_name_for_old_days(void **state)
{
	struct desk_pair *pair = *state;
	struct sheet sheet = { 0 };
	struct sheet_clashes clashes = { 0 };
	struct member member = { 0 };
	struct err err = { 0 };
	int64_t number = 0;

	must(member_sheet_open(pair->one, "KR-47", &sheet, &err), &err);
	must(member_sheet_new_period(&sheet, "2020-01-01", &err), &err);
	type(&sheet, "name_en", "Gyeongbuk State");
	must(sheet_save(pair->one, &sheet, "new name period", NULL, &clashes, &number, &err), &err);
	sheet_done(&sheet);
	must(member_get(pair->one, "KR-47", &member, &err), &err);
	assert_string_equal(member.name_en, "Gyeongbuk State");
	assert_string_equal(member.name_ko, "경상북도");
	record_done(&member_type, &member);
	must(session_set_as_of(pair->one, "2019-12-31", &err), &err);
	must(member_get(pair->one, "KR-47", &member, &err), &err);
	assert_string_equal(member.name_en, "Gyeongsangbuk-do Province");
	record_done(&member_type, &member);
	must(session_set_as_of(pair->one, "", &err), &err);
	assert_verified(pair->one);
	must(undo_set(pair->one, NULL, NULL, NULL, &err), &err);
	assert_verified(pair->one);
}

static void
overlapping_status_is_refused(void **state)
{
	struct desk_pair *pair = *state;
	struct government_status status = { .government = mem_strdup("KR-47"),
		.status = mem_strdup("observer"), .since = mem_strdup("2000") };
	struct err err = { 0 };

	assert_false(row_save(pair->one, &government_status_type, &status, "status", &err));
	assert_int_equal(err.code, ERR_RULE);
	record_done(&government_status_type, &status);
	assert_verified(pair->one);
}

static void
government_that_is_named_nowhere_is_refused(void **state)
{
	struct desk_pair *pair = *state;
	struct row_list names = { 0 };
	struct err err = { 0 };

	must(row_list(pair->one, &government_name_type, "government", "KR-47", NULL, &names, &err),
	    &err);
	const struct government_name *name = row_at(&names, 0);
	assert_false(row_delete(pair->one, &government_name_type, name->id, "edit government", &err));
	assert_int_equal(err.code, ERR_RULE);
	row_list_done(&names);
}

static void
new_alias_is_found_at_once_and_deleted_one_is_not(void **state)
{
	struct desk_pair *pair = *state;
	struct alias alias = { .government = mem_strdup("KR-47"), .language = mem_strdup("en"),
		.alias = mem_strdup("Gyeongbuk") };
	struct row_list hits = { 0 };
	struct err err = { 0 };

	must(row_save(pair->one, &alias_type, &alias, "new alias", &err), &err);
	must(search_find(pair->two, "gyeongbuk", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 1);
	row_list_done(&hits);
	must(row_delete(pair->one, &alias_type, alias.id, "delete alias", &err), &err);
	must(search_find(pair->two, "gyeongbuk", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 0);
	row_list_done(&hits);
	must(undo_set(pair->one, NULL, NULL, NULL, &err), &err);
	must(search_find(pair->two, "gyeongbuk", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 1);
	row_list_done(&hits);
	record_done(&alias_type, &alias);
	assert_verified(pair->one);
}

static void
question_fills_the_fields_that_it_names(void **state)
{
	static const char sql[] =
	    "SELECT 7 AS rank, code AS code, NULL AS note, code || '!' AS web FROM government WHERE code = :code"
	    " UNION ALL SELECT 8, 'X', 'no more', '' ORDER BY rank";
	struct desk_pair *pair = *state;
	struct row_list list = { 0 };
	struct stmt st = { 0 };
	struct err err = { 0 };

	if (stmt_open(&st, pair->one->db, sql, &err))
		stmt_bind_text(&st, ":code", "KR-47");
	must(row_list_read(&st, &government_type, &list), &err);
	assert_int_equal(list.count, 2);
	const struct government *first = row_at(&list, 0), *second = row_at(&list, 1);
	assert_string_equal(first->code, "KR-47");
	assert_string_equal(first->web, "KR-47!");
	assert_int_equal(first->rank, 7);
	assert_null(first->note);
	assert_null(first->country);
	assert_string_equal(second->note, "no more");
	assert_int_equal(second->rank, 8);
	row_list_done(&list);
}

static void
question_that_fails_leaves_the_list_as_it_was(void **state)
{
	/* The second row is one too many for abs. */
	static const char sql[] =
	    "SELECT 1 AS rank, 'A' AS code UNION ALL SELECT abs(-9223372036854775807 - 1), 'B'";
	struct desk_pair *pair = *state;
	struct row_list list = { 0 };
	struct stmt st = { 0 };
	struct err err = { 0 };

	row_add(&list, &government_type);
	stmt_open(&st, pair->one->db, sql, &err);
	assert_false(row_list_read(&st, &government_type, &list));
	assert_int_not_equal(err.code, ERR_NONE);
	assert_int_equal(list.count, 1);
	row_list_done(&list);
}

static void
every_field_of_every_record_is_a_column_and_every_column_a_field(void **state)
{
	struct desk_pair *pair = *state;

	for (size_t i = 0; record_types[i] != NULL; i++) {
		struct stmt st = { 0 };
		struct err err = { 0 };
		size_t columns = 0, fields = 0;

		must(stmt_open(&st, pair->one->db,
		    "SELECT name FROM pragma_table_xinfo(:table)", &err), &err);
		stmt_bind_text(&st, ":table", record_types[i]->key);
		for (; stmt_next(&st); columns++)
			if (record_find_field(record_types[i], stmt_text(&st, 0)) == NULL)
				fail_msg("%s.%s has no field", record_types[i]->key,
				    stmt_text(&st, 0));
		must(stmt_close(&st), &err);
		fields = record_field_count(record_types[i]);
		assert_int_equal(columns, fields);
	}
}

static void
groups_of_the_schema_are_those_of_the_fields(void **state)
{
	struct desk_pair *pair = *state;

	for (size_t i = 0; record_types[i] != NULL; i++)
		for (const struct field *field = record_types[i]->fields; field->key != NULL; field++) {
			struct stmt st = { 0 };
			struct err err = { 0 };
			const char *group = NULL;

			must(stmt_open(&st, pair->one->db,
			    "SELECT grp FROM meta_group WHERE tbl = :tbl AND col = :col", &err), &err);
			stmt_bind_text(&st, ":tbl", record_types[i]->key);
			stmt_bind_text(&st, ":col", field->key);
			if (stmt_next(&st))
				group = stmt_text(&st, 0);
			if ((group == NULL) != (field->group == NULL) ||
			    (group != NULL && strcmp(group, field->group) != 0))
				fail_msg("%s.%s: schema says group %s, field says %s",
				    record_types[i]->key, field->key,
				    group != NULL ? group : "-",
				    field->group != NULL ? field->group : "-");
			must(stmt_close(&st), &err);
		}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(member_is_shown_as_of_its_day),
		CASE(past_day_is_not_written),
		CASE(undo_puts_the_old_value_back_and_is_history),
		CASE(undo_is_refused_while_a_later_set_changed_the_same_field),
		CASE(undo_of_another_field_leaves_later_changes),
		CASE(redo_takes_the_undo_back),
		CASE(set_that_made_the_file_is_not_undone),
		CASE(two_clerks_in_different_fields_are_both_kept),
		CASE(same_field_is_asked_and_the_pick_decides),
		CASE(unchanged_sheet_makes_no_history),
		CASE(new_name_period_keeps_the_old_name_for_old_days),
		CASE(overlapping_status_is_refused),
		CASE(government_that_is_named_nowhere_is_refused),
		CASE(new_alias_is_found_at_once_and_deleted_one_is_not),
		CASE(question_fills_the_fields_that_it_names),
		CASE(question_that_fails_leaves_the_list_as_it_was),
		CASE(every_field_of_every_record_is_a_column_and_every_column_a_field),
		CASE(groups_of_the_schema_are_those_of_the_fields),
	};

	return cmocka_run_group_tests_name("directory", tests, NULL, NULL);
}
