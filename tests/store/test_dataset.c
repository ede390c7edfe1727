/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/government_status.h"
#include "domain/member.h"
#include "domain/search.h"
#include "domain/session.h"
#include "exchange/csv.h"
#include "exchange/dataset.h"
#include "exchange/table.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

/* A new file with the NEAR data, and what its loading reported. */
struct near {
	void *scratch;
	struct session *session;
	struct buf report;
};

static int
set_up(void **state)
{
	struct near *near = mem_alloc(sizeof *near);
	struct err err = { 0 };
	char *folder = dataset_near_folder();

	near->session = fresh_session(&near->scratch);
	must(dataset_load(near->session, folder, NULL, &near->report, &err), &err);
	free(folder);
	*state = near;
	return 0;
}

static int
tear_down(void **state)
{
	struct near *near = *state;

	session_close(near->session);
	buf_done(&near->report);
	assert_int_equal(scratch_teardown(&near->scratch), 0);
	free(near);
	return 0;
}

static struct member_count
count_on(struct session *session, const char *day)
{
	struct member_count count = { 0 };
	struct err err = { 0 };

	must(session_set_as_of(session, day, &err), &err);
	must(member_count(session, &count, &err), &err);
	return count;
}

static void
seventy_members_and_five_observers(void **state)
{
	struct near *near = *state;
	struct member_count count = count_on(near->session, "");

	assert_int_equal(count.members, 70);
	assert_int_equal(count.observers, 5);
	assert_int_equal(count.others, 0);
}

static void
the_seventieth_member_joins_in_october_2010(void **state)
{
	struct near *near = *state;

	assert_int_equal(count_on(near->session, "2010-09-30").members, 69);
	assert_int_equal(count_on(near->session, "2010-11-01").members, 70);
}

static void
report_names_the_member_its_source_does_not(void **state)
{
	struct near *near = *state;
	const char *report = buf_text(&near->report);

	assert_non_null(strstr(report, "KR: 15 members announced, 14 named by the source, 15 here."));
	assert_non_null(strstr(report, "KR-42"));
	assert_null(strstr(report, "MN:"));
}

static void
first_hit_is_the_government_meant(void **state)
{
	struct near *near = *state;
	static const struct { const char *typed, *code; } cases[] = {
		{ "ㄱㅅㅂㄷ", "KR-47" }, { "qsbd", "KR-47" }, { "gyeongbuk", "KR-47" },
		{ "경북", "KR-47" }, { "경상부", "KR-47" }, { "とやま", "JP-16" },
		{ "toyama", "JP-16" }, { "山西", "CN-SX" }, { "хабаровск", "RU-KHA" },
		{ "kr47", "KR-47" }, { "shanxi", "CN-SX" }, { "庆尚北道", "KR-47" }, { "Хөвсгөл", "MN-041" },
		{ "ховсгол", "MN-041" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct row_list hits = { 0 };
		struct err err = { 0 };

		must(search_find(near->session, cases[i].typed, 0, &hits, &err), &err);
		if (hits.count == 0)
			fail_msg("%s finds nothing", cases[i].typed);
		assert_string_equal(((struct hit *)row_at(&hits, 0))->key, cases[i].code);
		row_list_done(&hits);
	}
}

static void
one_korean_name_of_two_provinces_finds_both(void **state)
{
	struct near *near = *state;
	struct row_list hits = { 0 };
	struct err err = { 0 };

	must(search_find(near->session, "산시", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 2);
	assert_string_equal(((struct hit *)row_at(&hits, 0))->key, "CN-SX");
	assert_string_equal(((struct hit *)row_at(&hits, 1))->key, "CN-SN");
	row_list_done(&hits);
	must(search_find(near->session, "山西", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 1);
	row_list_done(&hits);
}

static void
a_renamed_government_has_the_name_of_the_day(void **state)
{
	struct near *near = *state;
	struct member member = { 0 };
	struct err err = { 0 };

	count_on(near->session, "2007-06-30");
	must(member_get(near->session, "RU-KAM", &member, &err), &err);
	assert_string_equal(member.name_zh, "堪察加州");
	assert_string_equal(member.kind, "oblast");
	record_done(&member_type, &member);
	count_on(near->session, "2007-07-01");
	must(member_get(near->session, "RU-KAM", &member, &err), &err);
	assert_string_equal(member.kind, "krai");
	record_done(&member_type, &member);
}

static void
data_set_passes_every_rule(void **state)
{
	struct near *near = *state;

	assert_verified(near->session);
}

static void
export_all(struct session *session, const struct table_kind *kind, struct buf *out)
{
	struct row_list rows = { 0 };
	struct err err = { 0 };
	const struct record_type *type = kind->type;

	must(table_rows(session, kind, &rows, &err), &err);
	for (size_t row = 0; row <= rows.count; row++) {
		for (const struct field *field = type->fields; field->key != NULL; field++) {
			struct buf cell = { 0 };

			if (row > 0)
				record_format(field, row_at(&rows, row - 1), &cell);
			csv_add_cell(out, row > 0 ? buf_text(&cell) : field->key,
			    field > type->fields);
			buf_done(&cell);
		}
		csv_end_row(out);
	}
	row_list_done(&rows);
}

/* members and bodies bring what holds on the day, under ids of their own. */
static bool
is_brought_by_a_view(const char *word)
{
	static const char *const kinds[] = { "names", "statuses", "body-names", "body-texts", "terms" };

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i], word) == 0)
			return true;
	return false;
}

static void
what_is_exported_and_imported_is_exported_again(void **state)
{
	struct near *near = *state, *other;
	void *other_state = NULL;
	struct err err = { 0 };

	/* A second file, emptied by being new. */
	other = mem_alloc(sizeof *other);
	assert_int_equal(scratch_setup(&other->scratch), 0);
	struct db *db = db_open(((struct scratch *)other->scratch)->path, DB_CREATE, &err);
	must(db != NULL, &err);
	other->session = session_open(db, "clerk2", "cli");
	for (const struct table_kind *kind = table_kinds; kind->word != NULL; kind++) {
		struct buf first = { 0 }, second = { 0 };
		struct table_result result;

		export_all(near->session, kind, &first);
		if (!is_brought_by_a_view(kind->word)) {
			must(table_import(other->session, kind, buf_text(&first), first.length,
			    false, NULL, &result, &err), &err);
			export_all(other->session, kind, &second);
			/* What is computed of a view waits for kinds that come later. */
			if (strcmp(kind->word, "members") != 0 && strcmp(kind->word, "bodies") != 0)
				assert_string_equal(buf_text(&first), buf_text(&second));
		}
		buf_done(&first);
		buf_done(&second);
	}
	other_state = other;
	tear_down(&other_state);
}

static void
second_import_of_the_same_changes_nothing(void **state)
{
	struct near *near = *state;
	struct err err = { 0 };

	for (const struct table_kind *kind = table_kinds; kind->word != NULL; kind++) {
		struct buf csv = { 0 };
		struct table_result result;

		export_all(near->session, kind, &csv);
		must(table_import(near->session, kind, buf_text(&csv), csv.length, false, NULL,
		    &result, &err), &err);
		assert_int_equal(result.taken + result.changed, 0);
		assert_int_equal(result.number, 0);
		buf_done(&csv);
	}
}

static void
one_bad_row_imports_nothing(void **state)
{
	struct near *near = *state;
	const struct table_kind *kind = table_find_kind("aliases");
	static const char csv[] = "government,language,alias\nKR-47,ko,경상도\nKR-47,xx,no\n";
	struct table_result result;
	struct row_list hits = { 0 };
	struct err err = { 0 };

	assert_false(table_import(near->session, kind, csv, strlen(csv), false, NULL, &result, &err));
	assert_int_equal(err.code, ERR_INPUT);
	assert_int_equal(result.refused, 1);
	err = (struct err){ 0 };
	must(search_find(near->session, "경상도", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 0);
	row_list_done(&hits);
}

static void
dry_run_keeps_nothing(void **state)
{
	struct near *near = *state;
	static const char csv[] = "government,language,alias\nKR-47,ko,경상도\n";
	struct table_result result;
	struct row_list hits = { 0 };
	struct err err = { 0 };

	must(table_import(near->session, table_find_kind("aliases"), csv, strlen(csv), true, NULL,
	    &result, &err), &err);
	assert_int_equal(result.taken, 1);
	must(search_find(near->session, "경상도", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 0);
	row_list_done(&hits);
}

static bool
stop_at_once(void *context, size_t done, size_t total)
{
	(void)context;
	(void)done;
	(void)total;
	return false;
}

static void
stopped_import_leaves_the_file_as_it_was(void **state)
{
	struct near *near = *state;
	const struct table_watch watch = { .go_on = stop_at_once };
	struct table_result result;
	struct buf csv = { 0 };
	struct err err = { 0 };
	struct row_list hits = { 0 };

	buf_add(&csv, "government,language,alias\n");
	for (int i = 0; i < 1000; i++)
		buf_addf(&csv, "KR-47,en,Stopped %d\n", i);
	assert_false(table_import(near->session, table_find_kind("aliases"), buf_text(&csv),
	    csv.length, false, &watch, &result, &err));
	assert_int_equal(err.code, ERR_CANCELLED);
	err = (struct err){ 0 };
	must(search_find(near->session, "Stopped", 0, &hits, &err), &err);
	assert_int_equal(hits.count, 0);
	row_list_done(&hits);
	buf_done(&csv);
}

static void
import_does_not_change_a_status(void **state)
{
	struct near *near = *state;
	static const char csv[] = "code,country,kind,status,name_en\nCN-TJ,CN,municipality,member,Tianjin\n";
	struct table_result result;
	struct err err = { 0 };

	assert_false(table_import(near->session, table_find_kind("members"), csv, strlen(csv), false,
	    NULL, &result, &err));
	assert_int_equal(count_on(near->session, "").observers, 5);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(seventy_members_and_five_observers),
		CASE(the_seventieth_member_joins_in_october_2010),
		CASE(report_names_the_member_its_source_does_not),
		CASE(first_hit_is_the_government_meant),
		CASE(one_korean_name_of_two_provinces_finds_both),
		CASE(a_renamed_government_has_the_name_of_the_day),
		CASE(data_set_passes_every_rule),
		CASE(what_is_exported_and_imported_is_exported_again),
		CASE(second_import_of_the_same_changes_nothing),
		CASE(one_bad_row_imports_nothing),
		CASE(dry_run_keeps_nothing),
		CASE(stopped_import_leaves_the_file_as_it_was),
		CASE(import_does_not_change_a_status),
	};

	return cmocka_run_group_tests_name("dataset", tests, NULL, NULL);
}
