/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/charge.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/person.h"
#include "domain/portfolio.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/staff.h"
#include "domain/staff_entry.h"
#include "domain/undo.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

/* A secretariat with two clerks, and a body that is none of it. */
struct bureau {
	void *scratch;
	struct session *session;
	char *one, *two;	/* ids of people */
};

static void
insert(struct session *session, const struct record_type *type, void *row)
{
	struct err err = { 0 };

	must(row_insert_in_set(session, type, row, &err), &err);
	record_done(type, row);
}

static char *
insert_person(struct session *session, const char *given)
{
	struct person person = { .given_en = mem_strdup(given), .language = mem_strdup("en") };
	struct err err = { 0 };

	must(row_insert_in_set(session, &person_type, &person, &err), &err);
	char *id = mem_strdup(person.id);
	record_done(&person_type, &person);
	return id;
}

static void
insert_body(struct session *session, const char *key, const char *kind)
{
	struct body body = { .key = mem_strdup(key), .kind = mem_strdup(kind), .since = mem_strdup("") };
	struct body_name name = { .body = mem_strdup(key), .name_en = mem_strdup(key) };

	insert(session, &body_type, &body);
	insert(session, &body_name_type, &name);
}

static void
fill(struct bureau *bureau)
{
	struct session *session = bureau->session;
	struct country country = { .code = mem_strdup("JP"), .language = mem_strdup("ja"),
		.name_en = mem_strdup("Japan") };
	struct government government = { .code = mem_strdup("JP-16"), .country = mem_strdup("JP") };
	struct government_name name = { .government = mem_strdup("JP-16"),
		.name_kind = mem_strdup("official"), .kind = mem_strdup("prefecture"),
		.name_en = mem_strdup("Toyama Prefecture") };

	insert(session, &country_type, &country);
	insert(session, &government_type, &government);
	insert(session, &government_name_type, &name);
	insert_body(session, "SEC", "secretariat");
	insert_body(session, "ENV", "subcommittee");
	bureau->one = insert_person(session, "One");
	bureau->two = insert_person(session, "Two");
}

static int
set_up(void **state)
{
	struct bureau *bureau = mem_alloc(sizeof *bureau);
	struct err err = { 0 };

	bureau->session = fresh_session(&bureau->scratch);
	must(session_begin(bureau->session, "init", NULL, &err), &err);
	fill(bureau);
	must(session_commit(bureau->session, NULL, &err), &err);
	*state = bureau;
	return 0;
}

static int
tear_down(void **state)
{
	struct bureau *bureau = *state;

	session_close(bureau->session);
	assert_int_equal(scratch_teardown(&bureau->scratch), 0);
	free(bureau->one);
	free(bureau->two);
	free(bureau);
	return 0;
}

/* A row of staff; values in the order person body kind government login since until. */
static bool
try_staff(struct bureau *bureau, const char *const values[7], char **ret_id, struct err *err)
{
	static const char *const keys[] = { "person", "body", "kind", "government", "login", "since",
		"until" };
	struct staff staff = { 0 };

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		must(record_read(record_find_field(&staff_type, keys[i]), &staff, values[i], err), err);
	bool ok = row_save(bureau->session, &staff_type, &staff, "new staff", err);
	if (ok && ret_id != NULL)
		*ret_id = mem_strdup(staff.id);
	record_done(&staff_type, &staff);
	return ok;
}

static char *
hire(struct bureau *bureau, const char *person, const char *login, const char *since)
{
	struct err err = { 0 };
	char *id = NULL;

	must(try_staff(bureau, (const char *const[]){ person, "SEC", "hired", "", login, since, "" }, &id,
	    &err), &err);
	return id;
}

/* What the rows of staff_entry say: "login:answers" each. */
static void
assert_entries(struct bureau *bureau, const char *day, const char *wanted)
{
	struct row_list rows = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(session_set_as_of(bureau->session, day, &err), &err);
	must(staff_entry_list(bureau->session, NULL, &rows, &err), &err);
	for (size_t i = 0; i < rows.count; i++) {
		const struct staff_entry *entry = row_at(&rows, i);

		buf_addf(&text, "%s%s:%s", i > 0 ? ", " : "", entry->login, entry->answers);
	}
	assert_string_equal(buf_text(&text), wanted);
	buf_done(&text);
	row_list_done(&rows);
	must(session_set_as_of(bureau->session, "", &err), &err);
}

static void
portfolio_passes_from_one_clerk_to_the_next(void **state)
{
	struct bureau *bureau = *state;
	char *one = hire(bureau, bureau->one, "clerk1", "2025-01-01");
	char *two = hire(bureau, bureau->two, "clerk2", "2025-01-01");
	struct err err = { 0 };

	must(portfolio_give(bureau->session, one, "JP", "2025-01-01", NULL, &err), &err);
	must(portfolio_give(bureau->session, one, "ENV", "2025-01-01", NULL, &err), &err);
	must(portfolio_give(bureau->session, two, "JP", "2026-01-01", NULL, &err), &err);
	assert_entries(bureau, "2025-06-01", "clerk1:JP ENV, clerk2:");
	assert_entries(bureau, "2026-02-01", "clerk1:ENV, clerk2:JP");
	must(undo_set(bureau->session, NULL, NULL, NULL, &err), &err);
	assert_entries(bureau, "2026-02-01", "clerk1:JP ENV, clerk2:");
	assert_verified(bureau->session);
	free(one);
	free(two);
}

static void
nobody_takes_over_before_the_other_began(void **state)
{
	struct bureau *bureau = *state;
	char *one = hire(bureau, bureau->one, "clerk1", "2025-01-01");
	char *two = hire(bureau, bureau->two, "clerk2", "2025-01-01");
	struct err err = { 0 };

	must(portfolio_give(bureau->session, one, "JP", "2025-05-01", NULL, &err), &err);
	assert_false(portfolio_give(bureau->session, two, "JP", "2025-03-01", NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_false(portfolio_give(bureau->session, two, "XX", "2025-03-01", NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
	assert_entries(bureau, "2025-06-01", "clerk1:JP, clerk2:");
	free(one);
	free(two);
}

static void
who_leaves_answers_for_nothing(void **state)
{
	struct bureau *bureau = *state;
	char *one = hire(bureau, bureau->one, "clerk1", "2025-01-01");
	struct buf name = { 0 };
	struct err err = { 0 };

	must(portfolio_give(bureau->session, one, "JP", "2025-01-01", NULL, &err), &err);
	must(portfolio_clerk(bureau->session, "JP", "2026-02-28", &name, &err), &err);
	assert_string_equal(buf_text(&name), "One");
	must(staff_leave(bureau->session, one, "2026-03-01", NULL, &err), &err);
	buf_clear(&name);
	must(portfolio_clerk(bureau->session, "JP", "2026-03-01", &name, &err), &err);
	assert_string_equal(buf_text(&name), "");
	assert_entries(bureau, "2026-03-01", "");
	assert_false(staff_leave(bureau->session, one, "2026-04-01", NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_false(portfolio_end(bureau->session, "JP", "2026-04-01", NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
	assert_verified(bureau->session);
	buf_done(&name);
	free(one);
}

static void
rules_of_the_staff_are_refused_with_a_sentence(void **state)
{
	struct bureau *bureau = *state;
	const struct {
		const char *values[7], *said;
	} cases[] = {
		{ { bureau->two, "ENV", "hired", "", "", "2025-01-01", "" }, "Staff work in the secretariat" },
		{ { bureau->one, "SEC", "hired", "", "", "2025-02-01", "" }, "works there at that time already" },
		{ { bureau->two, "SEC", "hired", "", "clerk1", "2025-02-01", "" }, "log in under one name" },
		{ { bureau->two, "SEC", "dispatched", "", "", "2025-02-01", "" }, "say by which" },
		{ { bureau->two, "SEC", "hired", "JP-16", "", "2025-02-01", "" }, "sent by nobody" },
		{ { bureau->two, "SEC", "hired", "", "", "2025-02-01", "2025-02-01" }, "It ends on" },
	};
	char *one = hire(bureau, bureau->one, "clerk1", "2025-01-01");

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct err err = { 0 };

		assert_false(try_staff(bureau, cases[i].values, NULL, &err));
		assert_non_null(strstr(err.text, cases[i].said));
	}
	assert_entries(bureau, "2026-01-01", "clerk1:");
	free(one);
}

static void
portfolio_is_of_one_thing(void **state)
{
	struct bureau *bureau = *state;
	char *one = hire(bureau, bureau->one, "clerk1", "2025-01-01");
	struct portfolio none = { .staff = mem_strdup(one) }, both = { .staff = mem_strdup(one),
		.country = mem_strdup("JP"), .body = mem_strdup("ENV") };
	struct err err = { 0 };

	assert_false(row_save(bureau->session, &portfolio_type, &none, "give portfolio", &err));
	assert_string_equal(err.field, "country");
	assert_false(row_save(bureau->session, &portfolio_type, &both, "give portfolio", &err));
	assert_string_equal(err.field, "country");
	record_done(&portfolio_type, &none);
	record_done(&portfolio_type, &both);
	free(one);
}

/* A user who is none of the staff has nothing, one who is sees it and what waits there. */
static void
login_finds_what_one_answers_for(void **state)
{
	struct bureau *bureau = *state;
	struct row_list rows = { 0 };
	struct err err = { 0 };

	must(charge_list(bureau->session, &rows, &err), &err);
	assert_int_equal(rows.count, 0);
	row_list_done(&rows);
	char *one = hire(bureau, bureau->one, "clerk1", "2025-01-01");
	must(portfolio_give(bureau->session, one, "ENV", "2025-01-01", NULL, &err), &err);
	must(portfolio_give(bureau->session, one, "JP", "2025-01-01", NULL, &err), &err);
	must(charge_list(bureau->session, &rows, &err), &err);
	assert_int_equal(rows.count, 2);
	assert_string_equal(((struct charge *)row_at(&rows, 0))->name, "Japan");
	assert_string_equal(((struct charge *)row_at(&rows, 1))->about, "ENV");
	row_list_done(&rows);
	free(one);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(portfolio_passes_from_one_clerk_to_the_next, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nobody_takes_over_before_the_other_began, set_up, tear_down),
		cmocka_unit_test_setup_teardown(who_leaves_answers_for_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rules_of_the_staff_are_refused_with_a_sentence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(portfolio_is_of_one_thing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(login_finds_what_one_answers_for, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
