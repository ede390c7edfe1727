/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/decision.h"
#include "domain/derive.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/search.h"
#include "domain/search_index.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/term.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/put.h"
#include "store/scratch.h"
#include "store/stmt.h"

struct finding {
	void *scratch;
	struct session *session;
};

/* Two governments, an assembly that one of them chairs, and what it did. */
static void
fill(struct session *s)
{
	struct err err = { 0 };

	must(session_begin(s, "init", NULL, &err), &err);
	PUT_ROW(s, country_type, "code=KR", "name_en=Korea", "language=ko", "rank_web=1", "rank_charter=1");
	PUT_ROW(s, government_type, "code=KR-41", "country=KR", "rank=1");
	PUT_ROW(s, government_name_type, "government=KR-41", "name_kind=official", "kind=province", "name_en=Gyeonggi-do", "name_ko=경기도");
	PUT_ROW(s, government_type, "code=KR-47", "country=KR", "rank=2");
	PUT_ROW(s, government_name_type, "government=KR-47", "name_kind=official", "kind=province", "name_en=Gyeongsangbuk-do", "name_ko=경상북도");
	PUT_ROW(s, government_status_type, "government=KR-47", "status=member", "since=1996", "decision=GA-1");
	PUT_ROW(s, body_type, "key=GA", "kind=assembly", "since=1996");
	PUT_ROW(s, body_name_type, "body=GA", "since=1996", "name_en=General Assembly", "name_ko=총회", "name_zh=全体会议");
	PUT_ROW(s, body_type, "key=ENV", "kind=subcommittee", "parent=GA", "number=2");
	PUT_ROW(s, body_name_type, "body=ENV", "name_en=Environment", "name_ko=환경");
	PUT_ROW(s, seat_type, "body=ENV", "role=coordinator", "no=1");
	PUT_ROW(s, term_type, "body=ENV", "role=coordinator", "no=1", "government=KR-47", "since=1998", "until=2009");
	PUT_ROW(s, meeting_type, "key=GA-7", "body=GA", "ordinal=7", "state=closed", "begins=2008-09");
	PUT_ROW(s, meeting_type, "key=GA-8", "body=GA", "ordinal=8", "state=closed", "begins=2010-10", "host=KR-41", "place=Suwon", "room=Blue Hall");
	PUT_ROW(s, decision_type, "meeting=GA-8", "no=1", "taken=2010-10-28", "kind=set-up-body", "subjects=ENV",
	    "text_en=Set up what was asked for", "text_zh=新设专门委员会");
	must(session_commit(s, NULL, &err), &err);
}

static int
set_up(void **state)
{
	struct finding *finding = mem_alloc(sizeof *finding);

	finding->session = fresh_session(&finding->scratch);
	fill(finding->session);
	*state = finding;
	return 0;
}

static int
tear_down(void **state)
{
	struct finding *finding = *state;

	session_close(finding->session);
	assert_int_equal(scratch_teardown(&finding->scratch), 0);
	free(finding);
	return 0;
}

/* "GA GA-8 GA-7": the keys of the hits, in order. */
static void
assert_finds(struct session *session, const char *typed, const char *keys)
{
	struct row_list hits = { 0 };
	struct err err = { 0 };
	char found[200] = "";

	must(search_find(session, typed, 0, &hits, &err), &err);
	for (size_t i = 0; i < hits.count; i++) {
		const struct hit *hit = row_at(&hits, i);

		assert_true(strlen(found) + strlen(hit->key) + 2 < sizeof found);
		strcat(strcat(found, i > 0 ? " " : ""), hit->key);
	}
	row_list_done(&hits);
	if (strcmp(found, keys) != 0)
		fail_msg("%s finds \"%s\", not \"%s\"", typed, found, keys);
}

static void
bodies_meetings_and_decisions_are_found(void **state)
{
	struct finding *finding = *state;
	static const struct { const char *typed, *keys; } cases[] = {
		{ "general assembly", "GA GA-8 GA-7" },		/* meetings by the name of their body */
		{ "ㅊㅎ", "GA GA-8 GA-7" },
		{ "quantihuiyi", "GA GA-8 GA-7" },
		{ "ga-8", "GA-8 GA-8/1" }, { "ga8", "GA-8 GA-8/1" },
		{ "2010-10", "GA-8" }, { "2008", "GA-7" },
		{ "suwon", "GA-8" }, { "blue h", "GA-8" },
		{ "closed", "GA-8 GA-7" }, { "closed 2008", "GA-7" },	/* by the state */
		{ "gyeonggi", "KR-41 GA-8" },			/* by the host */
		{ "assembly 2008", "GA-7" }, { "general assembly 8", "GA-8" },
		{ "ga-8/1", "GA-8/1" },
		{ "set up", "GA-8/1" }, { "asked for", "GA-8/1" }, { "专门委员会", "GA-8/1" },
		{ "environment", "ENV GA-8/1" },		/* by what is decided on */
		{ "xgzmwyh", "" },				/* no initials of sentences */
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_finds(finding->session, cases[i].typed, cases[i].keys);
}

static void
body_is_found_by_who_coordinates_it_that_day(void **state)
{
	struct finding *finding = *state;
	struct err err = { 0 };

	assert_finds(finding->session, "경상북도", "KR-47");
	must(session_set_as_of(finding->session, "2005-01-01", &err), &err);
	assert_finds(finding->session, "경상북도", "KR-47 ENV");
}

static void
new_name_of_a_body_finds_its_meetings_at_once(void **state)
{
	struct finding *finding = *state;
	struct session *s = finding->session;
	struct err err = { 0 };

	must(session_begin(s, "edit", NULL, &err), &err);
	PUT_ROW(s, body_name_type, "body=GA", "until=1996", "name_en=Conference of Governors");
	must(session_commit(s, NULL, &err), &err);
	assert_finds(s, "conference", "GA GA-8 GA-7");
	assert_verified(s);
}

static void
hits_are_dressed_for_the_screen(void **state)
{
	struct finding *finding = *state;
	static const struct { const char *typed, *kind, *name, *detail, *status, *label; } cases[] = {
		{ "ga-8", "meeting", "General Assembly  2010-10", "KR-41", "closed", "closed" },
		{ "ga-8/1", "decision", "Set up what was asked for", "ENV", "set-up-body", "set up body" },
		{ "general assembly", "body", "General Assembly", "", "", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct row_list hits = { 0 };
		struct err err = { 0 };

		must(search_find(finding->session, cases[i].typed, 1, &hits, &err), &err);
		assert_int_equal(hits.count, 1);
		const struct hit *hit = row_at(&hits, 0);
		assert_string_equal(hit->kind, cases[i].kind);
		assert_string_equal(hit->name, cases[i].name);
		assert_string_equal(hit->detail, cases[i].detail);
		assert_string_equal(hit->status, cases[i].status);
		assert_string_equal(hit_status_label(hit), cases[i].label);
		row_list_done(&hits);
	}
}

static void
index_finds_as_find_does(void **state)
{
	struct finding *finding = *state;
	static const struct { const char *kind, *typed; size_t count; } cases[] = {
		{ "body", "environment", 1 }, { "meeting", "총회", 2 }, { "meeting", "경기", 1 },
		{ "decision", "환경", 1 }, { "decision", "set up", 1 }, { "meeting", "", 2 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct search_index *index = NULL;
		struct err err = { 0 };
		size_t count;

		must(search_index_load(finding->session, cases[i].kind, &index, &err), &err);
		search_index_match(index, cases[i].typed, &count);
		if (count != cases[i].count)
			fail_msg("%s of %s: %zu", cases[i].typed, cases[i].kind, count);
		search_index_free(index);
	}
}

static void
texts_of_another_version_are_made_anew_whatever_the_day(void **state)
{
	struct session *session = ((struct finding *)*state)->session;
	struct err err = { 0 };
	int64_t texts = 0;

	must(stmt_exec(session->db, "UPDATE meta SET v = '0' WHERE k = 'fold_version';"
	    " DELETE FROM search_text WHERE kind = 'meeting'", &err), &err);
	must(session_set_as_of(session, "2009-01-01", &err), &err);
	must(derive_keep_current(session, &err), &err);
	assert_string_equal(session->as_of, "2009-01-01");
	must(stmt_ask_int(session->db, "SELECT count(*) FROM search_text WHERE kind = :kind", ":kind", "meeting",
	    &texts, &err), &err);
	assert_true(texts > 0);
}

/* So many that not each is judged: the best of them are looked for. */
static void
put_many_meetings(struct session *s)
{
	static const char *const places[] = { "Suwon", "Sun Hall", "Hall of the sun", "Isun", "Ulan", "su" };
	enum { MEETINGS = 5000 };
	struct err err = { 0 };

	must(session_begin(s, "import", NULL, &err), &err);
	for (int i = 1; i <= MEETINGS; i++) {
		char key[32], ordinal[32], begins[32], place[64];

		snprintf(key, sizeof key, "key=ENV-%d", i);
		snprintf(ordinal, sizeof ordinal, "ordinal=%d", i);
		snprintf(begins, sizeof begins, "begins=%d-%02d", 1990 + i / 120, 1 + i / 10 % 12);
		snprintf(place, sizeof place, "place=%s", places[i % 11 < 6 ? i % 11 : 4]);
		PUT_ROW(s, meeting_type, key, "body=ENV", ordinal, "state=planned", begins, place);
	}
	must(session_commit(s, NULL, &err), &err);
}

static void
first_hits_of_very_many_are_the_best_of_all(void **state)
{
	static const char *const typed[] = { "e", "su", "sun", "1", "20", "2010", "en", "n", "sun hall", "env 12" };
	enum { FIRST = 9 };
	struct session *s = ((struct finding *)*state)->session;
	struct err err = { 0 };

	put_many_meetings(s);
	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
		struct row_list first = { 0 }, all = { 0 };

		must(search_find(s, typed[i], FIRST, &first, &err), &err);
		must(search_find(s, typed[i], 0, &all, &err), &err);
		assert_int_equal(first.count, all.count < FIRST ? all.count : FIRST);
		for (size_t k = 0; k < first.count; k++)
			if (strcmp(((struct hit *)row_at(&first, k))->key, ((struct hit *)row_at(&all, k))->key) != 0)
				fail_msg("%s: %zu is %s, not %s", typed[i], k, ((struct hit *)row_at(&first, k))->key,
				    ((struct hit *)row_at(&all, k))->key);
		row_list_done(&first);
		row_list_done(&all);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(bodies_meetings_and_decisions_are_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(body_is_found_by_who_coordinates_it_that_day, set_up, tear_down),
		cmocka_unit_test_setup_teardown(new_name_of_a_body_finds_its_meetings_at_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hits_are_dressed_for_the_screen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(index_finds_as_find_does, set_up, tear_down),
		cmocka_unit_test_setup_teardown(texts_of_another_version_are_made_anew_whatever_the_day, set_up, tear_down),
		cmocka_unit_test_setup_teardown(first_hits_of_very_many_are_the_best_of_all, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
