/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/appointment.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/holding.h"
#include "domain/member_sheet.h"
#include "domain/person.h"
#include "domain/post.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

/* A post of one government, vacant. */
struct office {
	void *scratch;
	struct session *session;
	char *post;
};

static void
insert(struct session *session, const struct record_type *type, void *row)
{
	struct err err = { 0 };

	must(row_insert_in_set(session, type, row, &err), &err);
}

static int
set_up(void **state)
{
	struct office *office = mem_alloc(sizeof *office);
	struct country country = { .code = mem_strdup("KR"), .language = mem_strdup("ko"),
		.name_en = mem_strdup("Republic of Korea") };
	struct government government = { .code = mem_strdup("KR-47"), .country = mem_strdup("KR") };
	struct government_name name = { .government = mem_strdup("KR-47"),
		.name_kind = mem_strdup("official"), .kind = mem_strdup("province"),
		.since = mem_strdup("1996-09"), .name_en = mem_strdup("Gyeongsangbuk-do Province") };
	struct post post = { .government = mem_strdup("KR-47"), .code = mem_strdup("WC-CONTACT") };
	struct err err = { 0 };

	office->session = fresh_session(&office->scratch);
	must(session_begin(office->session, "init", NULL, &err), &err);
	insert(office->session, &country_type, &country);
	insert(office->session, &government_type, &government);
	insert(office->session, &government_name_type, &name);
	insert(office->session, &post_type, &post);
	must(session_commit(office->session, NULL, &err), &err);
	office->post = mem_strdup(post.id);
	record_done(&country_type, &country);
	record_done(&government_type, &government);
	record_done(&government_name_type, &name);
	record_done(&post_type, &post);
	*state = office;
	return 0;
}

static int
tear_down(void **state)
{
	struct office *office = *state;

	session_close(office->session);
	assert_int_equal(scratch_teardown(&office->scratch), 0);
	free(office->post);
	free(office);
	return 0;
}

static void
put(struct sheet *sheet, const struct record_type *type, const char *key, const char *text)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->part[i].type == type && sheet->part[i].fresh)
			record_put(record_find_field(type, key), sheet->part[i].after, text);
}

/* Somebody new in the post from that day on. */
static bool
appoint(struct office *office, const char *given, const char *since, struct err *err)
{
	struct sheet sheet = { 0 };
	struct sheet_clashes clashes = { 0 };
	int64_t number;

	must(appointment_open(office->session, office->post, true, &sheet, err), err);
	put(&sheet, &person_type, "given_ko", given);
	put(&sheet, &holding_type, "since", since);
	appointment_settle(&sheet);
	bool ok = sheet_save(office->session, &sheet, "appoint", NULL, &clashes, &number, err);
	sheet_clashes_done(&clashes);
	sheet_done(&sheet);
	return ok;
}

/* "2025-01-01 2026-01-01, 2026-01-01 -" in order of their first days. */
static void
assert_holdings(struct office *office, const char *wanted)
{
	struct row_list rows = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(row_list(office->session, &holding_type, "post", office->post, "since", &rows, &err), &err);
	for (size_t i = 0; i < rows.count; i++) {
		const struct holding *holding = row_at(&rows, i);

		buf_addf(&text, "%s%s %s", i > 0 ? ", " : "", holding->since,
		    holding->until != NULL ? holding->until : "-");
	}
	assert_string_equal(buf_text(&text), wanted);
	buf_done(&text);
	row_list_done(&rows);
}

static size_t
count_people(struct office *office)
{
	struct row_list rows = { 0 };
	struct err err = { 0 };

	must(row_list(office->session, &person_type, NULL, NULL, NULL, &rows, &err), &err);
	size_t count = rows.count;
	row_list_done(&rows);
	return count;
}

static void
next_holder_ends_the_holding_before(void **state)
{
	struct err err = { 0 };

	must(appoint(*state, "일", "2025-01-01", &err), &err);
	must(appoint(*state, "이", "2026-01-01", &err), &err);
	assert_holdings(*state, "2025-01-01 2026-01-01, 2026-01-01 -");
}

static void
person_and_appointment_are_taken_back_together(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(appoint(office, "일", "2025-01-01", &err), &err);
	must(appoint(office, "이", "2026-01-01", &err), &err);
	must(undo_set(office->session, NULL, NULL, NULL, &err), &err);
	assert_holdings(office, "2025-01-01 -");
	assert_int_equal(count_people(office), 1);
}

static void
nobody_follows_before_the_holder_began(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(appoint(office, "일", "2025-01-01", &err), &err);
	assert_false(appoint(office, "이", "2024-01-01", &err));
	assert_int_equal(err.code, ERR_INPUT);
	assert_holdings(office, "2025-01-01 -");
	assert_int_equal(count_people(office), 1);
}

static void
new_person_speaks_the_language_of_the_country(void **state)
{
	struct office *office = *state;
	struct sheet sheet = { 0 };
	struct err err = { 0 };

	must(appointment_open(office->session, office->post, true, &sheet, &err), &err);
	assert_string_equal(((struct person *)sheet.part[0].after)->language, "ko");
	sheet_done(&sheet);
}

static void
vacant_post_has_nothing_to_end(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };
	int64_t number;

	assert_false(appointment_end(office->session, office->post, "2026-01-01", &number, &err));
	assert_int_equal(err.code, ERR_MISSING);
	must(appoint(office, "일", "2025-01-01", &err), &err);
	must(appointment_end(office->session, office->post, "2026-01-01", &number, &err), &err);
	assert_holdings(office, "2025-01-01 2026-01-01");
}

static void
refused_name_period_leaves_the_sheet_as_it_was(void **state)
{
	struct office *office = *state;
	struct sheet sheet = { 0 };
	struct err err = { 0 };

	must(member_sheet_open(office->session, "KR-47", &sheet, &err), &err);
	size_t parts = sheet.count;
	assert_false(member_sheet_new_period(&sheet, "1990-01-01", &err));
	assert_int_equal(sheet.count, parts);
	assert_int_equal(sheet_changed(&sheet), 0);
	sheet_done(&sheet);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(next_holder_ends_the_holding_before, set_up, tear_down),
		cmocka_unit_test_setup_teardown(person_and_appointment_are_taken_back_together, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nobody_follows_before_the_holder_began, set_up, tear_down),
		cmocka_unit_test_setup_teardown(new_person_speaks_the_language_of_the_country, set_up, tear_down),
		cmocka_unit_test_setup_teardown(vacant_post_has_nothing_to_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refused_name_period_leaves_the_sheet_as_it_was, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
