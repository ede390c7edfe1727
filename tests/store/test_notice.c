/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "domain/meeting.h"
#include "domain/notice.h"
#include "domain/paper.h"
#include "domain/row.h"
#include "domain/session.h"
#include "store/assembly.h"
#include "store/expect.h"

/* Notices */

/* "what last state left" of each, a line each. */
static void
assert_notices(struct session *session, const char *expected)
{
	struct row_list notices = { 0 };
	struct buf text = { 0 };
	struct err err = { 0 };

	must(notice_list(session, "GA-9", &notices, &err), &err);
	for (size_t i = 0; i < notices.count; i++) {
		const struct notice *notice = row_at(&notices, i);

		buf_addf(&text, "%s %s %s %lld\n", notice->what, notice->last, notice->state,
		    (long long)notice->left);
	}
	assert_string_equal(buf_text(&text), expected);
	buf_done(&text);
	row_list_done(&notices);
}

static void
last_days_count_back_from_the_opening(void **state)
{
	struct session *session = ((struct assembly *)*state)->session;
	struct row_list due = { 0 };
	struct err err = { 0 };

	assert_added(session, "GA", "2012-07-24", "GA-9");
	session_set_as_of(session, "2012-05-25", NULL);
	assert_notices(session, "invitations 2012-05-25 waiting 0\ndossiers 2012-05-25 none 0\n"
	    "papers 2012-06-24 waiting 30\n");
	session_set_as_of(session, "2012-05-26", NULL);
	must(notice_list_due(session, 29, &due, &err), &err);
	assert_int_equal(due.count, 2);
	assert_int_equal(((struct notice *)row_at(&due, 0))->left, -1);
	assert_int_equal(((struct notice *)row_at(&due, 0))->assumed, 1);
	row_list_done(&due);
	session_set_as_of(session, "", NULL);
	must(meeting_convene(session, "GA-9", "2012-05-20", NULL, &err), &err);
	PUT(session, paper_type, "meeting=GA-9", "title=Report", "received=2012-06-01", "state_en=ready",
	    "state_ko=awaited");
	session_set_as_of(session, "2012-06-25", NULL);
	assert_notices(session, "invitations 2012-05-25 done 0\ndossiers 2012-05-25 none 0\n"
	    "papers 2012-06-24 late -1\n");
	session_set_as_of(session, "", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ASSEMBLY_TEST(last_days_count_back_from_the_opening),
	};

	return cmocka_run_group_tests_name("notice", tests, NULL, NULL);
}
