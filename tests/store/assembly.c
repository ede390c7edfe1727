/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include "store/assembly.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "domain/agenda.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/government.h"
#include "domain/government_name.h"
#include "domain/government_status.h"
#include "domain/meeting.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

static void
put_government(struct session *session, const char *code, const char *name)
{
	char words[3][64];

	snprintf(words[0], sizeof words[0], "code=%s", code);
	snprintf(words[1], sizeof words[1], "government=%s", code);
	snprintf(words[2], sizeof words[2], "name_en=%s", name);
	PUT_ROW(session, government_type, words[0], "country=KR");
	PUT_ROW(session, government_name_type, words[1], words[2], "name_kind=official", "kind=province");
	PUT_ROW(session, government_status_type, words[1], "status=member", "since=1996",
	    "note=not known");
}

int
assembly_set_up(void **state)
{
	struct assembly *assembly = mem_alloc(sizeof *assembly);
	struct err err = { 0 };

	struct session *session = assembly->session = fresh_session(&assembly->scratch);
	must(session_begin(session, "init", NULL, &err), &err);
	PUT_ROW(session, country_type, "code=KR", "language=ko", "name_en=Republic of Korea");
	put_government(session, "KR-41", "Gyeonggi-do");
	put_government(session, "KR-47", "Gyeongsangbuk-do");
	PUT_ROW(session, body_type, "key=GA", "kind=assembly", "since=1996-09");
	PUT_ROW(session, body_name_type, "body=GA", "name_en=General Assembly");
	PUT_ROW(session, body_type, "key=WC", "kind=committee", "since=1997");
	PUT_ROW(session, body_name_type, "body=WC", "name_en=Working Committee");
	PUT_ROW(session, rule_type, "name=assembly.years", "since=1996", "value=2");
	PUT_ROW(session, rule_type, "name=notice.invitations", "since=1996", "value=60", "note=Assumed.");
	PUT_ROW(session, rule_type, "name=notice.papers", "since=1996", "value=30");
	PUT_ROW(session, rule_type, "name=notice.dossiers", "since=1996", "value=60");
	PUT_ROW(session, meeting_type, "key=GA-8", "body=GA", "ordinal=8", "state=closed", "host=KR-41",
	    "zone=Asia/Seoul", "begins=2010-10-28");
	must(session_commit(session, NULL, &err), &err);
	*state = assembly;
	return 0;
}

int
assembly_leave(void **state)
{
	struct assembly *assembly = *state;

	session_close(assembly->session);
	assert_int_equal(scratch_teardown(&assembly->scratch), 0);
	free(assembly);
	return 0;
}

int
assembly_tear_down(void **state)
{
	assert_verified(((struct assembly *)*state)->session);
	return assembly_leave(state);
}

void
assembly_put(struct session *session, const struct record_type *type, const char *const *values)
{
	struct err err = { 0 };

	must(session_begin(session, "import", NULL, &err), &err);
	put_row(session, type, values);
	must(session_commit(session, NULL, &err), &err);
}

char *
assembly_add(struct session *session, const char *body, const char *begins, const char *ends)
{
	struct meeting meeting = { .body = mem_strdup(body), .host = mem_strdup("KR-47"),
		.begins = mem_strdup(begins), .ends = mem_strdup(ends) };
	struct err err = { 0 };

	must(meeting_add(session, &meeting, NULL, &err), &err);
	char *key = mem_strdup(meeting.key);
	record_done(&meeting_type, &meeting);
	return key;
}

void
assert_added(struct session *session, const char *body, const char *begins, const char *expected)
{
	char *key = assembly_add(session, body, begins, NULL);

	assert_string_equal(key, expected);
	free(key);
}

char *
assembly_item(struct session *session, const char *meeting, const char *title,
    const char *parent, int64_t position)
{
	struct agenda_item row = { .meeting = mem_strdup(meeting), .title_en = mem_strdup(title),
		.parent = mem_strdup(parent), .position = position, .minutes = 30 };
	struct err err = { 0 };

	must(agenda_add(session, &row, NULL, &err), &err);
	char *id = mem_strdup(row.id);
	record_done(&agenda_item_type, &row);
	return id;
}
