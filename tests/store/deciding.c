/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "store/deciding.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/admission.h"
#include "domain/application.h"
#include "domain/application_step.h"
#include "domain/ballot.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/decision.h"
#include "domain/decision_take.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/project.h"
#include "domain/roll.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/status_change.h"
#include "domain/vote.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

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

int
deciding_set_up(void **state)
{
	struct office *office = mem_alloc(sizeof *office);
	struct err err = { 0 };

	office->session = fresh_session(&office->scratch);
	must(session_begin(office->session, "init", NULL, &err), &err);
	fill(office->session);
	must(session_commit(office->session, NULL, &err), &err);
	*state = office;
	return 0;
}

int
deciding_tear_down(void **state)
{
	struct office *office = *state;

	assert_verified(office->session);
	session_close(office->session);
	assert_int_equal(scratch_teardown(&office->scratch), 0);
	free(office);
	return 0;
}

/* "kind=admit" and so on, into the decision or what its effect needs. */
bool
deciding_decide(struct session *session, const char *meeting, const char *const *pair, struct buf *told,
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

void
assert_status(struct session *session, const char *government, const char *day, const char *wanted)
{
	struct government_status status = { 0 };
	struct err err = { 0 };
	bool found = false;

	must(status_on(session, government, day, &status, &found, &err), &err);
	assert_string_equal(found ? status.status : "", wanted);
	record_done(&government_status_type, &status);
}

void
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

bool
deciding_apply(struct session *session, const char *code, const char *stage, const char *day,
    struct err *err)
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
