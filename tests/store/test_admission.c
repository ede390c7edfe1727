/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/admission.h"
#include "domain/admission_entry.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/decision_entry.h"
#include "domain/dossier_item.h"
#include "domain/member.h"
#include "domain/row.h"
#include "store/deciding.h"
#include "store/expect.h"

static bool
advance(struct session *session, const char *code, const char *stage, const char *day,
    const char *meeting, struct err *err)
{
	struct application_step step = { .stage = mem_strdup(stage), .day = mem_strdup(day) };
	struct buf told = { 0 };

	*err = (struct err){ 0 };
	bool ok = admission_advance(session, code, &step, meeting, &told, NULL, err);
	record_done(&application_step_type, &step);
	buf_done(&told);
	return ok;
}

static void
receive(struct session *session, const char *code, const char *item)
{
	struct dossier_item row = { 0 };
	struct buf key = { 0 };
	struct err err = { 0 };

	must(admission_dossier_key(session, code, item, &key, &err), &err);
	must(row_get(session, &dossier_item_type, buf_text(&key), &row, &err), &err);
	mem_replace(&row.received, "2012-05-20");
	must(row_save(session, &dossier_item_type, &row, "dossier", &err), &err);
	record_done(&dossier_item_type, &row);
	buf_done(&key);
}

static void
admitted_by_a_vote_is_a_member_from_that_day(void **state)
{
	struct office *office = *state;
	struct buf told = { 0 };
	struct err err = { 0 };

	must(deciding_apply(office->session, "KR-41", "applied", "2012-03", &err), &err);
	must(deciding_decide(office->session, "GA-9", (const char *const[]){ "kind", "admit", "subjects",
	    "KR-41", "vote", "1", NULL }, &told, &err), &err);
	/* The vote was opened late in the evening of UTC: in Shanghai it is the next day. */
	assert_string_equal(buf_text(&told), "KR-41: member from 2012-07-26 on.\n"
	    "KR-41 pays dues from 2013 on.\n");
	assert_status(office->session, "KR-41", "2012-07-25", "observer");
	assert_status(office->session, "KR-41", "2012-07-26", "member");
	buf_done(&told);

	struct decision_entry entry = { 0 };
	must(decision_get(office->session, "GA-9/1", &entry, &err), &err);
	must(decision_effects(office->session, &entry, &told, &err), &err);
	assert_string_equal(buf_text(&told), "KR-41: member from 2012-07-26 on.\n"
	    "The application of KR-41: admitted.\n");
	buf_done(&told);
	record_done(&decision_entry_type, &entry);
}

static void
way_of_an_application(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(deciding_apply(office->session, "KR-50", "enquiry", "2012-01-10", &err), &err);
	assert_status(office->session, "KR-50", "2012-02-01", "");
	assert_false(deciding_apply(office->session, "KR-50", "enquiry", "2012-02-01", &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_false(advance(office->session, "KR-50", "agenda", "2012-02-01", NULL, &err));
	assert_non_null(strstr(err.text, "does not follow"));
	assert_false(advance(office->session, "KR-50", "applied", "2011-12-31", NULL, &err));
	must(advance(office->session, "KR-50", "applied", "2012-03-15", NULL, &err), &err);
	assert_status(office->session, "KR-50", "2012-03-15", "applicant");
	assert_false(advance(office->session, "KR-50", "dossier", "2012-05-20", NULL, &err));
	assert_non_null(strstr(err.text, "lacks"));
	receive(office->session, "KR-50", "form");
	receive(office->session, "KR-50", "consent");
	receive(office->session, "KR-50", "profile");
	receive(office->session, "KR-50", "post");
	must(advance(office->session, "KR-50", "dossier", "2012-05-20", NULL, &err), &err);
	must(advance(office->session, "KR-50", "observer", "2012-06-01", NULL, &err), &err);
	assert_status(office->session, "KR-50", "2012-06-01", "observer");
	assert_false(advance(office->session, "KR-50", "agenda", "2012-06-20", "GA-1", &err));
	assert_non_null(strstr(err.text, "is past"));
	assert_false(advance(office->session, "KR-50", "agenda", "2012-06-20", "WC-8", &err));
	must(advance(office->session, "KR-50", "agenda", "2012-06-20", "GA-9", &err), &err);
	assert_false(advance(office->session, "KR-50", "admitted", "2012-07-26", NULL, &err));
	assert_non_null(strstr(err.text, "Only a decision"));
	must(DECIDE("GA-9", "kind", "defer", "subjects", "KR-50", "taken", "2012-07-25"), &err);
	must(advance(office->session, "KR-50", "agenda", "2012-08-20", "GA-10", &err), &err);
	must(advance(office->session, "KR-50", "withdrawn", "2012-09-01", NULL, &err), &err);
	assert_status(office->session, "KR-50", "2012-09-01", "observer");
	must(deciding_apply(office->session, "KR-50", "applied", "2013-01-10", &err), &err);
}

static void
refused_applicant_is_nothing_any_more(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	assert_false(DECIDE("GA-9", "kind", "refuse", "subjects", "KR-50", "taken", "2012-07-26"));
	assert_int_equal(err.code, ERR_MISSING);
	must(deciding_apply(office->session, "KR-50", "applied", "2012-03", &err), &err);
	assert_status(office->session, "KR-50", "2012-07-25", "applicant");
	must(DECIDE("GA-9", "kind", "refuse", "subjects", "KR-50", "vote", "2"), &err);
	assert_status(office->session, "KR-50", "2012-07-26", "");
}

static void
government_nobody_heard_of_comes_with_its_application(void **state)
{
	struct office *office = *state;
	struct application application = { .government = mem_strdup("KR-99") };
	struct application_step first = { .day = mem_strdup("2012-03-15") };
	struct member fresh = { .kind = mem_strdup("province"), .name_en = mem_strdup("Newprovince") };
	struct buf told = { 0 };
	struct err err = { 0 };

	assert_false(admission_begin(office->session, &application, &first, NULL, &told, NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
	must(admission_begin(office->session, &application, &first, &fresh, &told, NULL, &err), &err);
	assert_status(office->session, "KR-99", "2012-03-15", "applicant");
	record_done(&application_type, &application);
	record_done(&application_step_type, &first);
	record_done(&member_type, &fresh);
	buf_done(&told);
}

static void
what_admitted_will_do_is_said_beforehand(void **state)
{
	struct office *office = *state;
	struct row_list list = { 0 };
	struct buf competent = { 0 }, will = { 0 };
	struct err err = { 0 };

	must(deciding_apply(office->session, "KR-41", "applied", "2012-03", &err), &err);
	must(admission_list(office->session, ADMISSION_OPEN, &list, &err), &err);
	assert_int_equal(list.count, 1);
	const struct admission_entry *entry = row_at(&list, 0);
	assert_int_equal(entry->missing, 5);
	must(admission_foresee(office->session, entry, &competent, &will, &err), &err);
	assert_non_null(strstr(buf_text(&competent), "General Assembly"));
	assert_non_null(strstr(buf_text(&will), "close the observer period"));
	assert_non_null(strstr(buf_text(&will), "the first year of dues"));
	row_list_done(&list);
	buf_done(&competent);
	buf_done(&will);
}

static void
members_are_suspended_readmitted_released_and_expelled(void **state)
{
	static const struct { const char *kind, *day, *status; } steps[] = {
		{ "suspend", "2012-07-24", "suspended" }, { "readmit", "2012-07-25", "member" },
		{ "release", "2012-07-26", "withdrawn" }, { "readmit", "2012-07-27", "member" },
	};
	struct office *office = *state;
	struct err err = { 0 };

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		must(DECIDE("GA-9", "kind", steps[i].kind, "subjects", "KR-47", "taken", steps[i].day), &err);
		assert_status(office->session, "KR-47", steps[i].day, steps[i].status);
	}
	must(DECIDE("GA-9", "kind", "expel", "subjects", "KR-26", "taken", "2012-07-27"), &err);
	assert_false(DECIDE("GA-9", "kind", "admit", "subjects", "KR-26", "taken", "2012-07-27"));
	assert_false(DECIDE("GA-9", "kind", "expel", "subjects", "KR-50", "taken", "2012-07-27"));
	assert_int_equal(err.code, ERR_RULE);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, deciding_set_up, deciding_tear_down)
	const struct CMUnitTest tests[] = {
		CASE(admitted_by_a_vote_is_a_member_from_that_day),
		CASE(way_of_an_application),
		CASE(refused_applicant_is_nothing_any_more),
		CASE(government_nobody_heard_of_comes_with_its_application),
		CASE(what_admitted_will_do_is_said_beforehand),
		CASE(members_are_suspended_readmitted_released_and_expelled),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
