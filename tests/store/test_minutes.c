/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/meeting.h"
#include "domain/minutes.h"
#include "domain/project.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/undo.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

/* One meeting of one body. */
struct assembly {
	void *scratch;
	struct session *session;
};

static void
save(struct session *session, const struct record_type *type, void *row)
{
	struct err err = { 0 };

	must(row_save(session, type, row, "init", &err), &err);
	record_done(type, row);
}

static void
set_meeting(struct session *session, const char *state)
{
	struct meeting meeting = { .key = mem_strdup("GA-8"), .body = mem_strdup("GA"), .ordinal = 8,
		.state = mem_strdup(state), .begins = mem_strdup("2010-10-28") };

	save(session, &meeting_type, &meeting);
}

static int
set_up(void **state)
{
	struct assembly *assembly = mem_alloc(sizeof *assembly);
	struct body body = { .key = mem_strdup("GA"), .kind = mem_strdup("assembly"), .since = mem_strdup("1996") };
	struct body_name name = { .body = mem_strdup("GA"), .name_en = mem_strdup("General Assembly") };
	struct err err = { 0 };

	assembly->session = fresh_session(&assembly->scratch);
	must(session_begin(assembly->session, "init", NULL, &err), &err);
	must(row_insert_in_set(assembly->session, &body_type, &body, &err), &err);
	must(row_insert_in_set(assembly->session, &body_name_type, &name, &err), &err);
	must(session_commit(assembly->session, NULL, &err), &err);
	record_done(&body_type, &body);
	record_done(&body_name_type, &name);
	set_meeting(assembly->session, "open");
	*state = assembly;
	return 0;
}

static int
tear_down(void **state)
{
	struct assembly *assembly = *state;

	session_close(assembly->session);
	assert_int_equal(scratch_teardown(&assembly->scratch), 0);
	free(assembly);
	return 0;
}

static void
assert_text(struct session *session, const char *language, const char *begins)
{
	struct minutes minutes = { 0 };
	struct buf key = { 0 };
	struct err err = { 0 };

	buf_addf(&key, "GA-8/%s", language);
	must(row_get(session, &minutes_type, buf_text(&key), &minutes, &err), &err);
	if (strncmp(minutes.text, begins, strlen(begins)) != 0)
		fail_msg("%s", minutes.text);
	record_done(&minutes_type, &minutes);
	buf_done(&key);
}

static void
draft_follows_the_records_until_somebody_edits_it(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	const struct language *english = language_find("en");
	struct err err = { 0 };
	int64_t number = 0;

	must(minutes_draft(session, "GA-8", english, false, &number, &err), &err);
	assert_text(session, "en", "MINUTES\nGeneral Assembly, session 8 (GA-8)\n");
	must(minutes_draft(session, "GA-8", english, false, &number, &err), &err);
	assert_int_equal(number, 0);
	must(minutes_edit(session, "GA-8", english, "What was said.", &number, &err), &err);
	assert_false(minutes_draft(session, "GA-8", english, false, NULL, &err));
	assert_int_equal(err.code, ERR_CONFLICT);
	assert_text(session, "en", "What was said.");
	must(minutes_draft(session, "GA-8", english, true, NULL, &err), &err);
	assert_text(session, "en", "MINUTES\n");
	must(undo_set(session, NULL, NULL, NULL, &err), &err);
	assert_text(session, "en", "What was said.");
}

static void
adopted_minutes_are_frozen(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	const struct language *english = language_find("en"), *korean = language_find("ko");
	struct err err = { 0 };

	must(minutes_draft(session, "GA-8", english, false, NULL, &err), &err);
	assert_false(minutes_adopt(session, "GA-8", NULL, "2010-11-30", NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	set_meeting(session, "closed");
	assert_false(minutes_adopt(session, "GA-8", korean, "2010-11-30", NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
	must(minutes_adopt(session, "GA-8", NULL, "2010-11-30", NULL, &err), &err);
	assert_false(minutes_edit(session, "GA-8", english, "Later.", NULL, &err));
	assert_non_null(strstr(err.text, "frozen"));
	assert_false(minutes_draft(session, "GA-8", english, true, NULL, &err));
	assert_non_null(strstr(err.text, "frozen"));
	assert_false(row_delete(session, &minutes_type, "GA-8/en", "delete minutes", &err));
	assert_false(undo_set(session, NULL, NULL, NULL, &err));
	assert_non_null(strstr(err.text, "frozen"));
	assert_text(session, "en", "MINUTES\n");
	must(minutes_draft(session, "GA-8", korean, false, NULL, &err), &err);
	assert_verified(session);
}

static void
minutes_need_a_meeting_and_a_draft(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	struct err err = { 0 };

	assert_false(minutes_draft(session, "GA-99", language_find("en"), false, NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
	assert_false(minutes_edit(session, "GA-8", language_find("en"), "Said.", NULL, &err));
	assert_int_equal(err.code, ERR_MISSING);
}

static bool
try_project(struct session *session, const char *const values[4], struct err *err)
{
	static const char *const keys[] = { "title_en", "state", "decision", "result" };
	struct project project = { .body = mem_strdup("GA") };
	bool ok = project_next(session, "GA", &project.no, err);

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		record_put(record_find_field(&project_type, keys[i]), &project, values[i]);
	ok = ok && row_save(session, &project_type, &project, "new project", err);
	record_done(&project_type, &project);
	return ok;
}

static void
projects_rest_on_decisions_and_end_with_a_result(void **state)
{
	static const struct { const char *values[4], *field; } refused[] = {
		{ { "", "proposed", "", "" }, "title_en" },
		{ { "Yellow dust", "approved", "", "" }, "decision" },
		{ { "Yellow dust", "running", "", "" }, "decision" },
		{ { "Yellow dust", "finished", "GA-8/1", "" }, "result" },
	};
	struct session *session = ((struct assembly *)*state)->session;
	struct row_list rows = { 0 };
	struct err err = { 0 };

	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		assert_false(try_project(session, refused[i].values, &err));
		assert_string_equal(err.field, refused[i].field);
	}
	must(try_project(session, (const char *const[]){ "Yellow dust", "proposed", "", "" }, &err), &err);
	must(try_project(session, (const char *const[]){ "Rivers", "finished", "GA-8", "A report" }, &err), &err);
	must(project_entry_list(session, "GA", &rows, &err), &err);
	assert_int_equal(rows.count, 2);
	assert_int_equal(((struct project_entry *)row_at(&rows, 1))->no, 2);
	assert_string_equal(((struct project_entry *)row_at(&rows, 1))->title, "Rivers");
	row_list_done(&rows);
	assert_verified(session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(draft_follows_the_records_until_somebody_edits_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(adopted_minutes_are_frozen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(minutes_need_a_meeting_and_a_draft, set_up, tear_down),
		cmocka_unit_test_setup_teardown(projects_rest_on_decisions_and_end_with_a_result, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
