/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "domain/body.h"
#include "domain/body_name.h"
#include "domain/country.h"
#include "domain/holiday.h"
#include "domain/meeting.h"
#include "domain/meeting_days.h"
#include "domain/meeting_keys.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "store/expect.h"
#include "store/fresh.h"
#include "store/scratch.h"

struct calendar {
	void *scratch;
	struct session *session;
};

/* A row of the type from "field=value" texts, closed by NULL. */
static void
insert(struct session *session, const struct record_type *type, const char *const *values)
{
	void *row = mem_alloc(type->size);
	struct err err = { 0 };

	for (; *values != NULL; values++) {
		const char *sign = strchr(*values, '=');
		char *key = mem_strndup(*values, (size_t)(sign - *values));

		must(record_read(record_find_field(type, key), row, sign + 1, &err), &err);
		free(key);
	}
	must(row_insert_in_set(session, type, row, &err), &err);
	record_done(type, row);
	free(row);
}

#define INSERT(type, ...) insert(session, type, (const char *const[]){ __VA_ARGS__, NULL })

static void
insert_all(struct session *session)
{
	INSERT(&country_type, "code=KR", "language=ko", "name_en=Republic of Korea");
	INSERT(&country_type, "code=JP", "language=ja", "name_en=Japan");
	INSERT(&body_type, "key=GA", "kind=assembly");
	INSERT(&body_type, "key=ENV", "kind=subcommittee", "number=1");
	INSERT(&body_name_type, "body=GA", "name_en=General Assembly");
	INSERT(&body_name_type, "body=ENV", "name_en=Environment");
	INSERT(&meeting_type, "key=GA-8", "body=GA", "ordinal=8", "state=closed", "begins=2010-10");
	INSERT(&meeting_type, "key=GA-9", "body=GA", "ordinal=9", "state=planned", "begins=2012-07-24",
	    "ends=2012-07-27", "room=Hall");
	INSERT(&meeting_type, "key=GA-10", "body=GA", "ordinal=10", "state=planned");
	INSERT(&meeting_type, "key=ENV-5", "body=ENV", "ordinal=5", "state=planned", "begins=2012-07-25");
	INSERT(&meeting_type, "key=ENV-6", "body=ENV", "state=cancelled", "begins=2012-07-25");
	INSERT(&sitting_type, "meeting=GA-9", "no=1", "day=2012-07-25", "starts=09:30", "ends=12:30");
	INSERT(&sitting_type, "meeting=GA-9", "no=2", "day=2012-07-25", "starts=14:00", "ends=17:00",
	    "room=Small hall");
	INSERT(&holiday_type, "country=KR", "day=10-03", "since=2011", "name_en=Foundation Day");
	INSERT(&holiday_type, "country=JP", "day=2012-09-17", "name_en=Respect for the Aged Day");
	INSERT(&holiday_type, "country=KR", "day=02-29", "name_en=Leap Day");
}

static int
set_up(void **state)
{
	struct calendar *calendar = mem_alloc(sizeof *calendar);
	struct err err = { 0 };

	calendar->session = fresh_session(&calendar->scratch);
	must(session_begin(calendar->session, "init", NULL, &err), &err);
	insert_all(calendar->session);
	must(session_commit(calendar->session, NULL, &err), &err);
	*state = calendar;
	return 0;
}

static int
tear_down(void **state)
{
	struct calendar *calendar = *state;

	session_close(calendar->session);
	assert_int_equal(scratch_teardown(&calendar->scratch), 0);
	free(calendar);
	return 0;
}

/* "DAY TIME MEETING/SITTING ROOM", a line a row. */
static void
show_days(const struct row_list *list, struct buf *text)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct meeting_day *row = row_at(list, i);

		buf_addf(text, "%s %s %s/%d %s|", row->day, row->starts, row->meeting, (int)row->sitting, row->room);
	}
}

static void
meeting_stands_on_each_of_its_days(void **state)
{
	static const struct { const char *first, *last, *body, *days; } cases[] = {
		{ "2012-07-01", "2012-07-31", NULL, "2012-07-24  GA-9/0 Hall|2012-07-25  ENV-5/0 |"
		    "2012-07-25 09:30 GA-9/1 Hall|2012-07-25 14:00 GA-9/2 Small hall|"
		    "2012-07-26  GA-9/0 Hall|2012-07-27  GA-9/0 Hall|" },
		{ "2012-07-01", "2012-07-31", "ENV", "2012-07-25  ENV-5/0 |" },
		{ "2012-07-27", "2012-08-31", NULL, "2012-07-27  GA-9/0 Hall|" },
		{ "2012-07-01", "2012-07-24", NULL, "2012-07-24  GA-9/0 Hall|" },
		{ "2012-07-28", "2012-08-31", NULL, "" },
		{ "2010-10-01", "2010-10-31", NULL, "2010-10  GA-8/0 |" },
		{ "2010-10-18", "2010-10-24", NULL, "2010-10  GA-8/0 |" },
		{ "2010-11-01", "2010-11-30", NULL, "" },
		{ "2010-09-01", "2010-09-30", NULL, "" },
	};
	struct calendar *calendar = *state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct row_list list = { 0 };
		struct buf days = { 0 };
		struct err err = { 0 };

		must(meeting_days_list(calendar->session, cases[i].first, cases[i].last, cases[i].body,
		    &list, &err), &err);
		show_days(&list, &days);
		assert_string_equal(buf_text(&days), cases[i].days);
		row_list_done(&list);
		buf_done(&days);
	}
}

static void
keys_of_all_have_those_without_a_day_and_cancelled_ones(void **state)
{
	static const struct { const char *body, *keys, *days; } cases[] = {
		{ NULL, "GA-8 2010-10|GA-9 2012-07-24|ENV-5 2012-07-25|ENV-6 2012-07-25|GA-10 |",
		    "2010-10  GA-8/0 |2012-07-24  GA-9/0 Hall|2012-07-25  ENV-5/0 |2012-07-25  ENV-6/0 |  GA-10/0 |" },
		{ "ENV", "ENV-5 2012-07-25|ENV-6 2012-07-25|", "2012-07-25  ENV-5/0 |2012-07-25  ENV-6/0 |" },
		{ "NEAR", "", "" },
	};
	struct calendar *calendar = *state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct meeting_keys keys;
		struct row_list list = { 0 };
		struct buf shown = { 0 }, days = { 0 };
		struct err err = { 0 };

		must(meeting_keys_list(calendar->session, cases[i].body, &keys, &err), &err);
		for (size_t k = 0; k < keys.count; k++) {
			buf_addf(&shown, "%s %s|", meeting_keys_key(&keys, k), meeting_keys_begins(&keys, k));
			must(meeting_days_add(calendar->session, meeting_keys_key(&keys, k), &list, &err), &err);
		}
		show_days(&list, &days);
		assert_string_equal(buf_text(&shown), cases[i].keys);
		assert_string_equal(buf_text(&days), cases[i].days);
		meeting_keys_done(&keys);
		row_list_done(&list);
		buf_done(&shown);
		buf_done(&days);
	}
}

static void
holiday_comes_once_or_every_year_as_long_as_it_is_held(void **state)
{
	static const struct { const char *first, *last, *days; } cases[] = {
		{ "2010-01-01", "2013-12-31", "2011-10-03 KR|2012-02-29 KR|2012-09-17 JP|2012-10-03 KR|2013-10-03 KR|" },
		{ "2012-09-17", "2012-09-17", "2012-09-17 JP|" },
		{ "2012-09-18", "2012-10-02", "" },
	};
	struct calendar *calendar = *state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct row_list list = { 0 };
		struct buf days = { 0 };
		struct err err = { 0 };

		must(holiday_days_list(calendar->session, cases[i].first, cases[i].last, &list, &err), &err);
		for (size_t row = 0; row < list.count; row++) {
			const struct holiday_day *holiday = row_at(&list, row);

			buf_addf(&days, "%s %s|", holiday->day, holiday->country);
		}
		assert_string_equal(buf_text(&days), cases[i].days);
		row_list_done(&list);
		buf_done(&days);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(meeting_stands_on_each_of_its_days, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keys_of_all_have_those_without_a_day_and_cancelled_ones, set_up, tear_down),
		cmocka_unit_test_setup_teardown(holiday_comes_once_or_every_year_as_long_as_it_is_held, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
