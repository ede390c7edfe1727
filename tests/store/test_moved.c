/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What another clerk changes moves rows of a list, or leaves them where they are. */
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
#include "domain/member.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/put.h"
#include "store/scratch.h"
#include "store/stmt.h"

/* Who looks at the list, and who changes what is in it. */
struct two {
	void *scratch;
	struct session *looks, *writes;
};

static int
set_up(void **state)
{
	struct two *two = mem_alloc(sizeof *two);
	struct err err = { 0 };

	two->writes = fresh_session(&two->scratch);
	must(session_begin(two->writes, "init", NULL, &err), &err);
	PUT_ROW(two->writes, country_type, "code=KR", "language=ko", "name_en=Republic of Korea");
	PUT_ROW(two->writes, government_type, "code=KR-47", "country=KR");
	PUT_ROW(two->writes, government_name_type, "government=KR-47", "name_kind=official", "kind=province",
	    "name_en=Gyeongsangbuk-do Province", "name_ko=경상북도");
	PUT_ROW(two->writes, government_status_type, "government=KR-47", "status=member", "since=1996-09",
	    "decision=GA-1");
	must(session_commit(two->writes, NULL, &err), &err);
	struct db *db = db_open(((struct scratch *)two->scratch)->path, DB_READ_WRITE, &err);
	must(db != NULL, &err);
	two->looks = session_open(db, "clerk2", "cli");
	*state = two;
	return 0;
}

static int
tear_down(void **state)
{
	struct two *two = *state;

	session_close(two->looks);
	session_close(two->writes);
	assert_int_equal(scratch_teardown(&two->scratch), 0);
	free(two);
	return 0;
}

/* The one row of a type, with another text in a field. */
static void *
row_with(struct session *session, const struct record_type *type, const char *field, const char *text)
{
	struct row_list rows = { 0 };
	struct err err = { 0 };
	void *row = mem_alloc(type->size);

	must(row_list(session, type, NULL, NULL, NULL, &rows, &err), &err);
	assert_int_equal(rows.count, 1);
	record_copy(type, row, row_at(&rows, 0));
	must(record_read(record_find_field(type, field), row, text, &err), &err);
	row_list_done(&rows);
	return row;
}

static void
forget(const struct record_type *type, void *row)
{
	record_done(type, row);
	free(row);
}

static bool
try_change(struct session *session, const struct record_type *type, const char *field, const char *text,
    struct err *err)
{
	void *row = row_with(session, type, field, text);
	bool ok = row_save(session, type, row, "edit government", err);

	forget(type, row);
	return ok;
}

static void
change(struct session *session, const struct record_type *type, const char *field, const char *text)
{
	struct err err = { 0 };

	must(try_change(session, type, field, text, &err), &err);
}

static enum member_news
news(struct two *two, int64_t *lsn)
{
	char code[MEMBER_CODE] = "";
	enum member_news what = member_news(two->looks, lsn, code);

	if (what == MEMBER_ONE_ROW)
		assert_string_equal(code, "KR-47");
	return what;
}

static void
telephone_moves_nobody(void **state)
{
	struct two *two = *state;
	int64_t lsn = session_last_change(two->looks);

	assert_int_equal(news(two, &lsn), MEMBER_NO_NEWS);
	change(two->writes, &government_type, "phone", "+82 54 1");
	change(two->writes, &government_type, "fax", "+82 54 1");
	assert_int_equal(news(two, &lsn), MEMBER_ONE_ROW);
	assert_int_equal(lsn, session_last_change(two->writes));
	change(two->writes, &government_type, "phone", "+82 54 2");
	change(two->writes, &country_type, "name_en", "Korea");
	assert_int_equal(news(two, &lsn), MEMBER_ROWS);
	assert_int_equal(news(two, &lsn), MEMBER_NO_NEWS);
}

static void
rows_of_two_governments_are_more_than_one(void **state)
{
	struct two *two = *state;
	int64_t lsn = session_last_change(two->looks);
	struct err err = { 0 };

	change(two->writes, &government_type, "phone", "+82 54 1");
	must(session_begin(two->writes, "new government", NULL, &err), &err);
	PUT_ROW(two->writes, government_type, "code=KR-41", "country=KR");
	PUT_ROW(two->writes, government_name_type, "government=KR-41", "name_kind=official", "kind=province",
	    "name_en=Gyeonggi-do Province");
	must(session_commit(two->writes, NULL, &err), &err);
	assert_int_equal(news(two, &lsn), MEMBER_MOVED);
	must(session_begin(two->writes, "edit government", NULL, &err), &err);
	PUT_ROW(two->writes, government_type, "code=KR-47", "country=KR", "phone=+82 54 2");
	PUT_ROW(two->writes, government_type, "code=KR-41", "country=KR", "phone=+82 31 2");
	must(session_commit(two->writes, NULL, &err), &err);
	assert_int_equal(news(two, &lsn), MEMBER_ROWS);
}

static void
rank_name_status_and_alias_do(void **state)
{
	static const struct {
		const struct record_type *type;
		const char *field, *text;
	} changes[] = {
		{ &government_type, "rank", "7" },
		{ &government_name_type, "name_en", "Gyeongbuk Province" },
		{ &government_status_type, "since", "1996" },
	};
	struct two *two = *state;
	struct alias alias = { .government = mem_strdup("KR-47"), .language = mem_strdup("en"),
		.alias = mem_strdup("Gyeongbuk") };
	struct err err = { 0 };
	int64_t lsn = session_last_change(two->looks);

	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
		change(two->writes, changes[i].type, changes[i].field, changes[i].text);
		change(two->writes, &government_type, "fax", i % 2 == 0 ? "+82 54 2" : "+82 54 3");
		assert_int_equal(news(two, &lsn), MEMBER_MOVED);
	}
	must(row_save(two->writes, &alias_type, &alias, "new alias", &err), &err);
	assert_int_equal(news(two, &lsn), MEMBER_MOVED);
	must(row_delete(two->writes, &alias_type, alias.id, "delete alias", &err), &err);
	assert_int_equal(news(two, &lsn), MEMBER_MOVED);
	record_done(&alias_type, &alias);
}

static void
count_follows_what_others_change(void **state)
{
	struct two *two = *state;
	struct member_count count = { 0 };
	struct err err = { 0 };

	must(member_count(two->looks, &count, &err), &err);
	assert_int_equal(count.members, 1);
	change(two->writes, &government_type, "phone", "+82 54 1");
	must(member_count(two->looks, &count, &err), &err);
	assert_int_equal(count.members, 1);
	change(two->writes, &government_status_type, "status", "observer");
	must(member_count(two->looks, &count, &err), &err);
	assert_int_equal(count.members, 0);
	assert_int_equal(count.observers, 1);
}

static void
count_is_of_its_day(void **state)
{
	struct two *two = *state;
	struct member_count count = { 0 };
	struct err err = { 0 };

	must(member_count(two->looks, &count, &err), &err);
	must(session_set_as_of(two->looks, "1990-01-01", &err), &err);
	must(member_count(two->looks, &count, &err), &err);
	assert_int_equal(count.members, 0);
	must(session_set_as_of(two->looks, "", &err), &err);
	must(member_count(two->looks, &count, &err), &err);
	assert_int_equal(count.members, 1);
}

/* A line of the log that is taken back has its number again with another change. */
static void
count_in_a_set_that_is_taken_back_is_not_kept(void **state)
{
	struct two *two = *state;
	struct member_count count = { 0 };
	struct err err = { 0 };
	void *observer = row_with(two->looks, &government_status_type, "status", "observer");

	must(session_begin(two->looks, "edit status", NULL, &err), &err);
	must(row_update_in_set(two->looks, &government_status_type, observer, &err), &err);
	must(member_count(two->looks, &count, &err), &err);
	assert_int_equal(count.observers, 1);
	session_abort(two->looks);
	change(two->writes, &government_type, "phone", "+82 54 1");
	must(member_count(two->looks, &count, &err), &err);
	assert_int_equal(count.members, 1);
	forget(&government_status_type, observer);
}

static void
texts_that_stay_are_not_written_again(void **state)
{
	static const char texts[] = "CREATE TEMP TRIGGER keep_texts BEFORE DELETE ON main.search_text"
	    " BEGIN SELECT RAISE(ABORT, 'written again'); END";
	static const char keys[] = "CREATE TEMP TRIGGER keep_keys BEFORE DELETE ON main.name_sort"
	    " BEGIN SELECT RAISE(ABORT, 'written again'); END";
	struct two *two = *state;
	struct err err = { 0 };

	must(stmt_exec(two->writes->db, keys, &err), &err);
	change(two->writes, &government_type, "rank", "7");
	assert_false(try_change(two->writes, &government_name_type, "name_en", "Gyeongbuk Province", &err));
	must(stmt_exec(two->writes->db, texts, &err) && stmt_exec(two->writes->db, "DROP TRIGGER keep_keys", &err), &err);
	change(two->writes, &government_type, "phone", "+82 54 1");
	assert_false(try_change(two->writes, &government_name_type, "name_en", "Gyeongbuk Province", &err));
	must(stmt_exec(two->writes->db, "DROP TRIGGER keep_texts", &err), &err);
	change(two->writes, &government_name_type, "name_en", "Gyeongbuk Province");
	assert_verified(two->writes);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(telephone_moves_nobody),
		CASE(rows_of_two_governments_are_more_than_one),
		CASE(rank_name_status_and_alias_do),
		CASE(count_follows_what_others_change),
		CASE(count_is_of_its_day),
		CASE(count_in_a_set_that_is_taken_back_is_not_kept),
		CASE(texts_that_stay_are_not_written_again),
	};

	return cmocka_run_group_tests_name("moved", tests, NULL, NULL);
}
