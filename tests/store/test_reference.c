/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/record.h"
#include "domain/agenda_item.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/decision.h"
#include "domain/follow_up.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/term.h"
#include "panes/reference.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/put.h"
#include "store/scratch.h"
#include "ui/choices.h"

struct forms {
	void *scratch;
	struct session *session;
	struct references references;
};

static void
fill(struct session *s)
{
	struct err err = { 0 };

	must(session_begin(s, "init", NULL, &err), &err);
	PUT_ROW(s, country_type, "code=KR", "name_en=Korea", "language=ko", "rank_web=1", "rank_charter=1");
	PUT_ROW(s, government_type, "code=KR-41", "country=KR", "rank=1");
	PUT_ROW(s, government_name_type, "government=KR-41", "name_kind=official", "kind=province", "name_en=Gyeonggi-do");
	PUT_ROW(s, body_type, "key=GA", "kind=assembly");
	PUT_ROW(s, body_name_type, "body=GA", "name_en=General Assembly", "name_ko=총회");
	PUT_ROW(s, seat_type, "body=GA", "role=chair", "no=1");
	PUT_ROW(s, term_type, "body=GA", "role=chair", "no=1", "government=KR-41", "since=2010-10");
	PUT_ROW(s, meeting_type, "key=GA-7", "body=GA", "ordinal=7", "state=closed", "begins=2008-09");
	PUT_ROW(s, meeting_type, "key=GA-8", "body=GA", "ordinal=8", "state=closed", "begins=2010-10");
	PUT_ROW(s, agenda_item_type, "meeting=GA-7", "position=1", "outcome=done", "title_en=Report of the Secretariat");
	PUT_ROW(s, agenda_item_type, "meeting=GA-8", "position=1", "outcome=done", "title_en=Report of the Secretariat");
	PUT_ROW(s, agenda_item_type, "meeting=GA-8", "position=2", "outcome=done", "title_en=Other business");
	PUT_ROW(s, decision_type, "meeting=GA-8", "no=1", "kind=other", "text_en=Something was decided");
	PUT_ROW(s, follow_up_type, "meeting=GA-8", "decision=1", "no=1", "what=Write to the members", "body=GA");
	must(session_commit(s, NULL, &err), &err);
}

static int
set_up(void **state)
{
	struct forms *forms = mem_alloc(sizeof *forms);

	forms->session = fresh_session(&forms->scratch);
	forms->references.session = forms->session;
	fill(forms->session);
	*state = forms;
	return 0;
}

static int
tear_down(void **state)
{
	struct forms *forms = *state;

	references_done(&forms->references);
	session_close(forms->session);
	assert_int_equal(scratch_teardown(&forms->scratch), 0);
	free(forms);
	return 0;
}

static void
values_fit_what_was_typed(void **state)
{
	struct forms *forms = *state;
	static const struct { const char *kind, *typed; size_t count; const char *value, *text; } cases[] = {
		{ "body", "ga", 1, "GA", "General Assembly" },
		{ "body", "총", 1, "GA", "General Assembly" },
		{ "meeting", "ga8", 1, "GA-8", "General Assembly  2010-10" },
		{ "meeting", "assembly", 2, "GA-8", "General Assembly  2010-10" },
		{ "decision", "decided", 1, "GA-8/1", "Something was decided" },
		{ "rests-on", "decided", 1, "GA-8/1", "Something was decided" },
		{ "rests-on", "ga-8", 1, "GA-8/1", "Something was decided" },
		{ "country", "kor", 1, "KR", "Korea" },
		{ "agenda_item", "other", 1, "GA-8  Other business", "" },
		{ "agenda_item", "report", 2, "GA-8  Report of the Secretariat", "" },
		{ "term", "chair", 1, "GA chair 1  KR-41  2010-10", "" },
		{ "follow_up", "write", 1, "GA-8/1.1  Write to the members", "" },
		{ "staff", "", 0, "", "" },
		{ "no such kind", "x", 0, "", "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct choices choices = { 0 };

		reference_values(&forms->references, cases[i].kind, cases[i].typed, &choices);
		if (choices.count != cases[i].count)
			fail_msg("%s %s: %zu", cases[i].kind, cases[i].typed, choices.count);
		if (choices.count > 0) {
			assert_string_equal(choices.item[0].value, cases[i].value);
			assert_string_equal(choices.item[0].text, cases[i].text);
		}
		choices_done(&choices);
	}
}

/* The key that is stored for what stands in the box; the caller frees it. */
static char *
key_of(struct forms *forms, const char *kind, const char *typed, const char *now)
{
	struct err err = { 0 };
	char *key = NULL;

	must(reference_read(&forms->references, kind, typed, now, &key, &err), &err);
	return key;
}

/* The session alone will do; what is neither is left to the rules. */
static void
decision_or_session_is_read_as_typed(void **state)
{
	static const struct { const char *typed, *name; } cases[] = {
		{ "GA-8/1", "Something was decided" }, { "GA-8", "General Assembly  2010-10" },
		{ "GA-9/1", "" }, { "", "" },
	};
	struct forms *forms = *state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *key = key_of(forms, "rests-on", cases[i].typed, "");
		struct buf name = { 0 };

		assert_string_equal(key, cases[i].typed);
		reference_name(forms->session, "rests-on", key, &name);
		assert_string_equal(buf_text(&name), cases[i].name);
		buf_done(&name);
		free(key);
	}
}

static void
what_is_shown_is_read_back_as_its_key(void **state)
{
	struct forms *forms = *state;
	static const struct { const char *kind, *shown; } cases[] = {
		{ "agenda_item", "GA-8  Other business" },
		{ "term", "GA chair 1  KR-41  2010-10" },
		{ "follow_up", "GA-8/1.1  Write to the members" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *key = key_of(forms, cases[i].kind, cases[i].shown, "");
		struct buf name = { 0 };

		assert_int_equal(strlen(key), 26);
		reference_name(forms->session, cases[i].kind, key, &name);
		assert_string_equal(buf_text(&name), cases[i].shown);
		char *same = key_of(forms, cases[i].kind, cases[i].shown, key);
		assert_string_equal(same, key);
		buf_done(&name);
		free(same);
		free(key);
	}
}

static void
what_is_nothing_is_refused(void **state)
{
	struct forms *forms = *state;
	struct err err = { 0 };
	char *key = NULL;

	assert_false(reference_read(&forms->references, "meeting", "GA-99", "", &key, &err));
	assert_int_equal(err.code, ERR_INPUT);
	assert_false(reference_read(&forms->references, "agenda_item", "GA-99  Nothing", "", &key, &err));
}

static void
agenda_items_are_those_of_the_meeting(void **state)
{
	struct forms *forms = *state;
	struct decision decision = { .meeting = (char []){ "GA-7" } };
	struct agenda_item item = { .meeting = (char []){ "GA-7" } };
	struct choices choices = { 0 };

	forms->references.type = &decision_type;
	forms->references.field = record_find_field(&decision_type, "item");
	forms->references.row = &decision;
	reference_values(&forms->references, "agenda_item", "", &choices);
	assert_int_equal(choices.count, 1);
	choices_clear(&choices);
	/* What is carried over comes from another meeting. */
	forms->references.type = &agenda_item_type;
	forms->references.field = record_find_field(&agenda_item_type, "carried_from");
	forms->references.row = &item;
	reference_values(&forms->references, "agenda_item", "", &choices);
	assert_int_equal(choices.count, 3);
	choices_done(&choices);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(values_fit_what_was_typed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_shown_is_read_back_as_its_key, set_up, tear_down),
		cmocka_unit_test_setup_teardown(decision_or_session_is_read_as_typed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_nothing_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(agenda_items_are_those_of_the_meeting, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
