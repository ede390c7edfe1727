/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"

#include "store/hall.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "domain/attendance.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/delegation.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/invitation.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/vote.h"
#include "domain/voting.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/put.h"
#include "store/scratch.h"

enum { MOST = 64 };

static void
put_government(struct session *s, const char *code, const char *status)
{
	char words[5][64];

	snprintf(words[0], sizeof words[0], "code=%s", code);
	PUT_ROW(s, government_type, words[0], "country=KR");
	snprintf(words[1], sizeof words[1], "government=%s", code);
	snprintf(words[2], sizeof words[2], "name_en=Government %s", code);
	PUT_ROW(s, government_name_type, words[1], "name_kind=official", "kind=province", words[2]);
	if (status == NULL)
		return;
	snprintf(words[3], sizeof words[3], "status=%s", status);
	PUT_ROW(s, government_status_type, words[1], words[3], "since=2000",
	    "note=not known");
}

static void
fill(struct session *s)
{
	char code[16];

	PUT_ROW(s, country_type, "code=KR", "name_en=Korea", "language=ko", "rank_web=1", "rank_charter=1");
	for (int i = 1; i <= 8; i++) {
		snprintf(code, sizeof code, "KR-0%d", i);
		put_government(s, code, "member");
	}
	put_government(s, "KR-11", "observer");
	put_government(s, "KR-12", "suspended");
	put_government(s, "KR-13", NULL);
	PUT_ROW(s, rule_type, "name=vote.statuses", "since=1996-09", "value=member");
	PUT_ROW(s, rule_type, "name=quorum.part", "since=1996-09", "value=1/2", "note=Assumed.");
	PUT_ROW(s, rule_type, "name=majority.part", "since=1996-09", "value=1/2");
	PUT_ROW(s, body_type, "key=GA", "kind=assembly", "since=1996");
	PUT_ROW(s, body_name_type, "body=GA", "since=1996", "name_en=General Assembly");
	PUT_ROW(s, meeting_type, "key=" HALL, "body=GA", "ordinal=9", "state=planned",
	    "begins=2012-07-24", "ends=2012-07-27", "zone=Asia/Shanghai");
}

void
hall_clock(const char *now)
{
	setenv("NEARSEC_NOW", now, 1);
}

int
hall_set_up(void **state)
{
	struct hall *hall = mem_alloc(sizeof *hall);
	struct err err = { 0 };

	hall_clock("2012-07-24T01:30:00");
	hall->session = fresh_session(&hall->scratch);
	must(session_begin(hall->session, "init", NULL, &err), &err);
	fill(hall->session);
	must(session_commit(hall->session, NULL, &err), &err);
	*state = hall;
	return 0;
}

int
hall_set_up_open(void **state)
{
	struct err err = { 0 };
	size_t count;

	hall_set_up(state);
	must(invitation_send_all(((struct hall *)*state)->session, HALL, &count, NULL, &err), &err);
	hall_state(*state, "open");
	return 0;
}

int
hall_tear_down(void **state)
{
	struct hall *hall = *state;

	session_close(hall->session);
	assert_int_equal(scratch_teardown(&hall->scratch), 0);
	free(hall);
	return 0;
}

/* Cuts a copy of words at its blanks; the caller frees *ret_copy. */
static size_t
split(const char *words, char **ret_copy, const char *ret_word[MOST])
{
	size_t count = 0;

	*ret_copy = mem_strdup(words);
	for (char *word = strtok(*ret_copy, " "); word != NULL; word = strtok(NULL, " ")) {
		assert_true(count < MOST);
		ret_word[count++] = word;
	}
	return count;
}

void
hall_enter(struct hall *hall, const char *governments, const char *direction)
{
	const char *word[MOST];
	char *copy;
	struct err err = { 0 };
	size_t count = split(governments, &copy, word);

	must(attendance_enter(hall->session, HALL, word, count, direction, NULL, &err), &err);
	free(copy);
}

void
hall_accept(struct hall *hall, const char *governments)
{
	const char *word[MOST];
	char *copy;
	struct err err = { 0 };
	size_t count = split(governments, &copy, word);

	must(delegation_set_credentials(hall->session, HALL, word, count, "accepted", NULL, &err),
	    &err);
	free(copy);
}

void
hall_state(struct hall *hall, const char *state)
{
	struct meeting meeting = { 0 };
	struct err err = { 0 };

	must(row_get(hall->session, &meeting_type, HALL, &meeting, &err), &err);
	mem_replace(&meeting.state, state);
	meeting.ordinal = strcmp(state, "cancelled") == 0 ? 0 : 9;	/* it gives it up */
	must(row_save(hall->session, &meeting_type, &meeting, "edit meeting", &err), &err);
	record_done(&meeting_type, &meeting);
}

int64_t
hall_open_vote(struct hall *hall)
{
	struct err err = { 0 };
	int64_t no = 0;

	must(voting_open(hall->session, HALL, "Admit the applicant", "roll-call", NULL, &no, &err),
	    &err);
	return no;
}

bool
hall_vote(struct hall *hall, const char *government, const char *choice, char ret_words[640])
{
	struct voting_ballot ballot = { .government = government, .choice = choice };
	struct err err = { 0 };
	bool ok = voting_cast(hall->session, HALL, &ballot, 1, NULL, &err);

	if (ret_words != NULL)
		snprintf(ret_words, 640, "%s", err.text);
	return ok;
}

struct quorum
hall_quorum(struct hall *hall)
{
	struct row_list list = { 0 };
	struct quorum quorum;
	struct err err = { 0 };

	must(attendance_list(hall->session, HALL, NULL, &list, &err), &err);
	must(attendance_quorum(hall->session, HALL, NULL, &list, &quorum, &err), &err);
	row_list_done(&list);
	return quorum;
}

struct tally
hall_tally(struct hall *hall, int64_t no)
{
	struct voting_sheet sheet = { 0 };
	struct err err = { 0 };

	must(voting_sheet_read(hall->session, HALL, no, &sheet, &err), &err);
	struct tally tally = sheet.tally;
	voting_sheet_done(&sheet);
	return tally;
}

void
assert_reason(struct hall *hall, const char *government, const char *wanted)
{
	struct row_list list = { 0 };
	struct err err = { 0 };

	must(attendance_list(hall->session, HALL, NULL, &list, &err), &err);
	const struct attendance *row = attendance_find(&list, government);
	assert_non_null(row);
	assert_string_equal(row->reason, wanted);
	assert_int_equal(row->may_vote, wanted[0] == '\0');
	row_list_done(&list);
}

int64_t
hall_lines(struct hall *hall)
{
	return session_last_change(hall->session);
}
