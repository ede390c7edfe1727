/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/body.h"
#include "domain/decision.h"
#include "domain/decision_take.h"
#include "domain/follow_up.h"
#include "domain/follow_up_list.h"
#include "domain/project.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/term.h"
#include "domain/undo.h"
#include "store/deciding.h"
#include "store/expect.h"

/* What a meeting may decide */

static void
decision_is_refused(void **state)
{
	static const struct {
		const char *meeting, *words;
		enum err_code code;
		const char *pair[9];
	} cases[] = {
		{ "GA-10", "is not open", ERR_RULE, { "kind", "admit", "subjects", "KR-41" } },
		{ "GA-99", "no such record", ERR_MISSING, { "kind", "admit", "subjects", "KR-41" } },
		{ "WC-8", "admission.body", ERR_RULE, { "kind", "admit", "subjects", "KR-41" } },
		{ "GA-9", "No rule declaration.body", ERR_RULE, { "kind", "declaration" } },
		{ "GA-9", "one of those days", ERR_RULE, { "kind", "admit", "subjects", "KR-41", "taken", "2012-07-28" } },
		{ "GA-9", "was lost", ERR_RULE, { "kind", "admit", "subjects", "KR-41", "vote", "2" } },
		{ "GA-9", "no such record", ERR_MISSING, { "kind", "admit", "subjects", "KR-41", "vote", "7" } },
		{ "GA-9", "what it is about", ERR_INPUT, { "kind", "admit" } },
		{ "GA-9", "KR-77: no such government", ERR_MISSING, { "kind", "admit", "subjects", "KR-41;KR-77" } },
		{ "GA-9", "cannot be admitted", ERR_RULE, { "kind", "admit", "subjects", "KR-47" } },
		{ "GA-9", "a body SC already", ERR_RULE, { "kind", "set-up-body", "subjects", "SC" } },
		{ "GA-9", "XX: no such body", ERR_MISSING, { "kind", "dissolve-body", "subjects", "XX" } },
		{ "GA-9", "in which body", ERR_INPUT, { "kind", "appoint", "subjects", "KR-47" } },
		{ "GA-9", "which seat", ERR_INPUT, { "kind", "appoint", "subjects", "KR-47", "body", "WC" } },
		{ "GA-9", "no such project", ERR_MISSING, { "kind", "project", "subjects", "SC/7" } },
		{ "GA-9", "which value", ERR_INPUT, { "kind", "other", "rule", "dues.amount" } },
		{ "GA-9", "which rule", ERR_INPUT, { "kind", "other", "value", "7" } },
		{ "GA-9", "another value", ERR_RULE, { "kind", "other", "rule", "admission.body", "value", "WC", "from", "1990" } },
		{ "GA-9", "Nothing is called", ERR_MISSING, { "kind", "other", "subjects", "NOBODY" } },
	};
	struct office *office = *state;
	struct row_list rows = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		if (deciding_decide(office->session, cases[i].meeting, cases[i].pair, NULL, &err))
			fail_msg("%zu: taken", i);
		if (strstr(err.text, cases[i].words) == NULL || err.code != cases[i].code)
			fail_msg("%zu: %d %s", i, (int)err.code, err.text);
	}
	must(row_list(office->session, &decision_type, NULL, NULL, NULL, &rows, &err), &err);
	assert_int_equal(rows.count, 0);
	row_list_done(&rows);
}

static void
bodies_are_set_up_seated_and_dissolved(void **state)
{
	struct office *office = *state;
	struct row_list terms = { 0 };
	struct err err = { 0 };

	must(DECIDE("GA-9", "kind", "set-up-body", "subjects", "ENV", "taken", "2012-07-25",
	    "name_en", "Environment", "name_zh", "环境", "coordinator", "KR-47", "until_meeting", "GA-10"), &err);
	assert_text(office->session, &body_type, "ENV", "decision", "GA-9/1");
	assert_text(office->session, &body_type, "ENV", "kind", "subcommittee");
	must(DECIDE("GA-9", "kind", "appoint", "subjects", "KR-26", "body", "ENV", "role",
	    "co-coordinator", "until", "2013", "taken", "2012-07-26"), &err);
	must(row_list(office->session, &term_type, "body", "ENV", "since", &terms, &err), &err);
	assert_int_equal(terms.count, 2);
	assert_string_equal(((struct term *)row_at(&terms, 0))->until_meeting, "GA-10");
	assert_string_equal(((struct term *)row_at(&terms, 1))->decision, "GA-9/2");
	row_list_done(&terms);
	must(DECIDE("GA-9", "kind", "dissolve-body", "subjects", "ENV", "taken", "2012-07-27"), &err);
	assert_text(office->session, &body_type, "ENV", "until", "2012-07-27");
}

static void
rules_and_projects_follow(void **state)
{
	struct office *office = *state;
	struct rule rule = { 0 };
	struct err err = { 0 };

	must(DECIDE("GA-9", "kind", "set-dues", "value", "1000.00", "from", "2016-09-28"), &err);
	must(DECIDE("GA-9", "kind", "other", "rule", "admission.body", "value", "GA WC"), &err);
	must(rule_get(office->session, "dues.amount", "2016-09-28", &rule, &err), &err);
	assert_string_equal(rule.decision, "GA-9/1");
	record_done(&rule_type, &rule);
	must(rule_get(office->session, "admission.body", "2012-07-28", &rule, &err), &err);
	assert_string_equal(rule.value, "GA WC");
	record_done(&rule_type, &rule);
	must(DECIDE("GA-9", "kind", "project", "subjects", "SC/1"), &err);
	assert_text(office->session, &project_type, "SC/1", "state", "approved");
	assert_false(DECIDE("GA-9", "kind", "project", "subjects", "SC/1"));
	assert_int_equal(err.code, ERR_RULE);
}

static void
corrected_decision_keeps_its_effects(void **state)
{
	struct office *office = *state;
	struct decision decision = { 0 };
	struct err err = { 0 };

	must(DECIDE("GA-9", "kind", "admit", "subjects", "KR-41", "taken", "2012-07-26"), &err);
	must(row_get(office->session, &decision_type, "GA-9/1", &decision, &err), &err);
	mem_replace(&decision.text_en, "Admitted.");
	must(row_save(office->session, &decision_type, &decision, "edit decision", &err), &err);
	mem_replace(&decision.kind, "expel");
	assert_false(row_save(office->session, &decision_type, &decision, "edit decision", &err));
	assert_int_equal(err.code, ERR_RULE);
	record_done(&decision_type, &decision);
}

static void
foreseen_is_what_is_done_and_nothing_is_kept(void **state)
{
	struct office *office = *state;
	struct decision decision = { .meeting = mem_strdup("GA-9"), .kind = mem_strdup("admit"),
		.subjects = mem_strdup("KR-41") };
	struct decision_order order = { 0 };
	struct buf told = { 0 };
	struct err err = { 0 };

	must(decision_foresee(office->session, &decision, &order, &told, &err), &err);
	assert_non_null(strstr(buf_text(&told), "KR-41: member"));
	assert_status(office->session, "KR-41", "2012-07-27", "observer");
	record_done(&decision_type, &decision);
	buf_done(&told);
}

/* Follow-ups */

static void
follow_up_comes_back_until_it_is_closed_with_a_note(void **state)
{
	struct office *office = *state;
	struct follow_up follow_up = { .meeting = mem_strdup("GA-9"), .decision = 1,
		.what = mem_strdup("Rules of procedure"), .due = mem_strdup("2013-01-31") };
	struct follow_up_count count = { 0 };
	struct row_list list = { 0 };
	struct err err = { 0 };
	char *id = NULL;

	assert_false(follow_up_add(office->session, &follow_up, NULL, &err));
	must(DECIDE("GA-9", "kind", "other", "text_en", "Asked for rules."), &err);
	assert_false(follow_up_add(office->session, &follow_up, NULL, &err));
	assert_non_null(strstr(err.text, "one owner"));
	follow_up.body = mem_strdup("WC");
	err = (struct err){ 0 };
	must(follow_up_add(office->session, &follow_up, NULL, &err), &err);
	must(follow_up_list_open(office->session, "GA", &list, &err), &err);
	assert_int_equal(list.count, 1);
	row_list_done(&list);
	must(follow_up_list_open(office->session, "WC", &list, &err), &err);
	assert_int_equal(list.count, 1);
	row_list_done(&list);
	must(follow_up_list(office->session, "GA-9/1", true, &list, &err), &err);
	const struct follow_up_entry *entry = row_at(&list, 0);
	assert_string_equal(entry->number, "GA-9/1/1");
	assert_string_equal(entry->state, "late");
	assert_string_equal(entry->next, "GA-10");
	row_list_done(&list);
	must(follow_up_count(office->session, &count, &err), &err);
	assert_int_equal(count.late, 1);
	must(follow_up_find(office->session, "GA-9/1/1", &id, &err), &err);
	assert_false(follow_up_close(office->session, id, NULL, "", NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	err = (struct err){ 0 };
	must(follow_up_close(office->session, id, "2013-02-15", "Adopted by WC-8.", NULL, &err), &err);
	assert_false(follow_up_close(office->session, id, NULL, "Again.", NULL, &err));
	must(session_set_as_of(office->session, "2013-02-14", &err), &err);
	must(follow_up_count(office->session, &count, &err), &err);
	assert_int_equal(count.open, 1);
	must(session_set_as_of(office->session, "", &err), &err);
	record_done(&follow_up_type, &follow_up);
	free(id);
}

static void
decision_that_names_a_vote_is_not_undone(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(DECIDE("GA-9", "kind", "admit", "subjects", "KR-41", "vote", "1"), &err);
	assert_false(undo_set(office->session, NULL, NULL, NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_non_null(strstr(err.text, "whose roll is used"));
	assert_status(office->session, "KR-41", "2012-07-26", "member");
}

static void
decision_without_a_vote_is_undone_whole(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(deciding_apply(office->session, "KR-41", "applied", "2012-03", &err), &err);
	must(DECIDE("GA-9", "kind", "admit", "subjects", "KR-41", "taken", "2012-07-26"), &err);
	must(undo_set(office->session, NULL, NULL, NULL, &err), &err);
	assert_status(office->session, "KR-41", "2012-07-26", "observer");
	must(DECIDE("GA-9", "kind", "defer", "subjects", "KR-41", "taken", "2012-07-26"), &err);
	must(DECIDE("GA-9", "kind", "other", "taken", "2012-07-26", "text_en", "Thanked the host."), &err);
	/* The second has the number after it: a hole is refused. */
	err = (struct err){ 0 };
	assert_false(row_delete(office->session, &decision_type, "GA-9/1", "undo", &err));
	assert_int_equal(err.code, ERR_RULE);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, deciding_set_up, deciding_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(decision_is_refused),
		CASE(bodies_are_set_up_seated_and_dissolved),
		CASE(rules_and_projects_follow),
		CASE(corrected_decision_keeps_its_effects),
		CASE(foreseen_is_what_is_done_and_nothing_is_kept),
		CASE(follow_up_comes_back_until_it_is_closed_with_a_note),
		CASE(decision_that_names_a_vote_is_not_undone),
		CASE(decision_without_a_vote_is_undone_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
