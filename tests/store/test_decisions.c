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
#include "domain/ballot.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/decision.h"
#include "domain/decision_entry.h"
#include "domain/decision_take.h"
#include "domain/dossier_item.h"
#include "domain/follow_up.h"
#include "domain/follow_up_list.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/member.h"
#include "domain/project.h"
#include "domain/roll.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/status_change.h"
#include "domain/term.h"
#include "domain/undo.h"
#include "domain/vote.h"
#include "store/db.h"
#include "store/expect.h"
#include "store/scratch.h"

/* An Assembly that is open, one to come, a Working Committee; two members and two others. */
struct office {
	void *scratch;
	struct session *session;
};

static void
put(struct session *session, const struct record_type *type, const char *const *pair)
{
	void *row = mem_alloc(type->size);
	struct err err = { 0 };

	for (; *pair != NULL; pair += 2)
		must(record_read(record_find_field(type, pair[0]), row, pair[1], &err), &err);
	must(row_insert_in_set(session, type, row, &err), &err);
	record_done(type, row);
	free(row);
}

#define PUT(type, ...) put(session, type, (const char *const[]){ __VA_ARGS__, NULL })

static void
add_government(struct session *session, const char *code, const char *status)
{
	PUT(&government_type, "code", code, "country", "KR");
	PUT(&government_name_type, "government", code, "name_kind", "official", "kind", "province",
	    "name_en", code);
	if (status[0] != '\0')
		PUT(&government_status_type, "government", code, "status", status, "since", "1996-09",
		    "decision", "GA-1", "note", "");
}

/* Two members are there and vote alike. */
static void
add_vote(struct session *session, const char *no, const char *opened, const char *choice,
    const char *result)
{
	static const char *const members[] = { "KR-26", "KR-47" };
	struct vote vote = { 0 };
	struct buf key = { 0 };
	struct err err = { 0 };

	PUT(&vote_type, "meeting", "GA-9", "no", no, "motion", "Admit", "method", "roll-call",
	    "opened", opened, "quorum", "1/2", "majority", "1/2");
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
		PUT(&roll_type, "meeting", "GA-9", "vote", no, "government", members[i], "present", "1",
		    "entitled", "1");
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
		PUT(&ballot_type, "meeting", "GA-9", "vote", no, "government", members[i],
		    "choice", choice, "manner", "floor", "at", opened);
	buf_addf(&key, "GA-9/%s", no);
	must(row_get(session, &vote_type, buf_text(&key), &vote, &err), &err);
	mem_replace(&vote.closed, opened);
	mem_replace(&vote.result, result);
	must(row_update_in_set(session, &vote_type, &vote, &err), &err);
	record_done(&vote_type, &vote);
	buf_done(&key);
}

static void
fill(struct session *session)
{
	static const char *const rules[] = { "admission.body", "membership.body", "structure.body",
		"appointment.body", "dues.body", "project.body" };

	PUT(&country_type, "code", "KR", "language", "ko", "name_en", "Korea");
	add_government(session, "KR-26", "member");
	add_government(session, "KR-47", "member");
	add_government(session, "KR-41", "observer");
	add_government(session, "KR-50", "");
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		PUT(&rule_type, "name", rules[i], "since", "1996-09", "value", "GA");
	PUT(&rule_type, "name", "dues.first-year", "since", "2012-07-25", "value", "1");
	PUT(&body_type, "key", "GA", "kind", "assembly");
	PUT(&body_name_type, "body", "GA", "name_en", "General Assembly");
	PUT(&body_type, "key", "WC", "kind", "committee", "parent", "GA");
	PUT(&body_name_type, "body", "WC", "name_en", "Working Committee");
	PUT(&body_type, "key", "SC", "kind", "subcommittees", "parent", "WC");
	PUT(&body_name_type, "body", "SC", "name_en", "Sub-committees");
	PUT(&meeting_type, "key", "GA-1", "body", "GA", "ordinal", "1", "state", "closed", "begins", "1996-09");
	PUT(&meeting_type, "key", "GA-9", "body", "GA", "ordinal", "9", "state", "open",
	    "begins", "2012-07-24", "ends", "2012-07-27", "zone", "Asia/Shanghai");
	PUT(&meeting_type, "key", "GA-10", "body", "GA", "ordinal", "10", "state", "planned", "begins", "2014-09");
	PUT(&meeting_type, "key", "WC-8", "body", "WC", "ordinal", "8", "state", "open", "begins", "2012-07-24");
	PUT(&project_type, "body", "SC", "no", "1", "title_en", "A survey", "state", "proposed");
	add_vote(session, "1", "2012-07-25T23:30:00Z", "yes", "carried");
	add_vote(session, "2", "2012-07-26T01:30:00Z", "no", "lost");
}

static int
set_up(void **state)
{
	struct office *office = mem_alloc(sizeof *office);
	struct err err = { 0 };

	assert_int_equal(scratch_setup(&office->scratch), 0);
	struct db *db = db_open(((struct scratch *)office->scratch)->path, DB_CREATE, &err);
	must(db != NULL, &err);
	office->session = session_open(db, "clerk1", "cli");
	must(session_begin(office->session, "init", NULL, &err), &err);
	fill(office->session);
	must(session_commit(office->session, NULL, &err), &err);
	*state = office;
	return 0;
}

/* Whatever a test did, every rule holds afterwards. */
static int
tear_down(void **state)
{
	struct office *office = *state;

	assert_verified(office->session);
	session_close(office->session);
	assert_int_equal(scratch_teardown(&office->scratch), 0);
	free(office);
	return 0;
}

/* "kind=admit" and so on, into the decision or what its effect needs. */
static bool
decide(struct session *session, const char *meeting, const char *const *pair, struct buf *told,
    struct err *err)
{
	struct decision decision = { .meeting = mem_strdup(meeting) };
	struct decision_order order = { 0 };
	struct buf said = { 0 };

	*err = (struct err){ 0 };
	for (; *pair != NULL; pair += 2) {
		const struct field *field = record_find_field(&decision_type, pair[0]);

		if (field != NULL)
			must(record_read(field, &decision, pair[1], err), err);
		else
			must(record_read(record_find_field(&decision_order_type, pair[0]), &order,
			    pair[1], err), err);
	}
	bool ok = decision_take(session, &decision, &order, told != NULL ? told : &said, NULL, err);
	buf_done(&said);
	record_done(&decision_type, &decision);
	record_done(&decision_order_type, &order);
	return ok;
}

#define DECIDE(meeting, ...) \
	decide(office->session, meeting, (const char *const[]){ __VA_ARGS__, NULL }, NULL, &err)

static void
assert_status(struct session *session, const char *government, const char *day, const char *wanted)
{
	struct government_status status = { 0 };
	struct err err = { 0 };
	bool found = false;

	must(status_on(session, government, day, &status, &found, &err), &err);
	assert_string_equal(found ? status.status : "", wanted);
	record_done(&government_status_type, &status);
}

static void
assert_text(struct session *session, const struct record_type *type, const char *key,
    const char *field, const char *wanted)
{
	void *row = mem_alloc(type->size);
	struct buf text = { 0 };
	struct err err = { 0 };

	must(row_get(session, type, key, row, &err), &err);
	record_format(record_find_field(type, field), row, &text);
	assert_string_equal(buf_text(&text), wanted);
	buf_done(&text);
	record_done(type, row);
	free(row);
}

static bool
apply(struct session *session, const char *code, const char *stage, const char *day, struct err *err)
{
	struct application application = { .government = mem_strdup(code) };
	struct application_step first = { .stage = mem_strdup(stage), .day = mem_strdup(day) };
	struct buf told = { 0 };

	*err = (struct err){ 0 };
	bool ok = admission_begin(session, &application, &first, NULL, &told, NULL, err);
	record_done(&application_type, &application);
	record_done(&application_step_type, &first);
	buf_done(&told);
	return ok;
}

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

/* Admission */

static void
admitted_by_a_vote_is_a_member_from_that_day(void **state)
{
	struct office *office = *state;
	struct buf told = { 0 };
	struct err err = { 0 };

	must(apply(office->session, "KR-41", "applied", "2012-03", &err), &err);
	must(decide(office->session, "GA-9", (const char *const[]){ "kind", "admit", "subjects",
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

	must(apply(office->session, "KR-41", "applied", "2012-03", &err), &err);
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

static void
way_of_an_application(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	must(apply(office->session, "KR-50", "enquiry", "2012-01-10", &err), &err);
	assert_status(office->session, "KR-50", "2012-02-01", "");
	assert_false(apply(office->session, "KR-50", "enquiry", "2012-02-01", &err));
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
	must(apply(office->session, "KR-50", "applied", "2013-01-10", &err), &err);
}

static void
refused_applicant_is_nothing_any_more(void **state)
{
	struct office *office = *state;
	struct err err = { 0 };

	assert_false(DECIDE("GA-9", "kind", "refuse", "subjects", "KR-50", "taken", "2012-07-26"));
	assert_int_equal(err.code, ERR_MISSING);
	must(apply(office->session, "KR-50", "applied", "2012-03", &err), &err);
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

	must(apply(office->session, "KR-41", "applied", "2012-03", &err), &err);
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
		if (decide(office->session, cases[i].meeting, cases[i].pair, NULL, &err))
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

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(admitted_by_a_vote_is_a_member_from_that_day),
		CASE(decision_that_names_a_vote_is_not_undone),
		CASE(decision_without_a_vote_is_undone_whole),
		CASE(way_of_an_application),
		CASE(refused_applicant_is_nothing_any_more),
		CASE(government_nobody_heard_of_comes_with_its_application),
		CASE(what_admitted_will_do_is_said_beforehand),
		CASE(members_are_suspended_readmitted_released_and_expelled),
		CASE(decision_is_refused),
		CASE(bodies_are_set_up_seated_and_dissolved),
		CASE(rules_and_projects_follow),
		CASE(corrected_decision_keeps_its_effects),
		CASE(foreseen_is_what_is_done_and_nothing_is_kept),
		CASE(follow_up_comes_back_until_it_is_closed_with_a_note),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
