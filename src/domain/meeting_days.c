/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/meeting_days.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/holiday.h"
#include "domain/meeting.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct field meeting_day_fields[] = {
	{ RECORD_FIELD(meeting_day, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .width = 10 },
	{ RECORD_FIELD(meeting_day, starts), .label = NC_("field", "Starts"), .kind = FIELD_TEXT, .width = 5 },
	{ RECORD_FIELD(meeting_day, ends), .label = NC_("field", "Until"), .kind = FIELD_TEXT, .width = 5 },
	{ RECORD_FIELD(meeting_day, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE, .width = 8 },
	{ RECORD_FIELD(meeting_day, body), .label = NC_("field", "Body"), .kind = FIELD_CODE, .width = 8 },
	{ RECORD_FIELD(meeting_day, state), .label = NC_("field", "State"), .kind = FIELD_CODE, .width = 9 },
	{ RECORD_FIELD(meeting_day, host), .label = NC_("field", "Host"), .kind = FIELD_CODE, .width = 7 },
	{ RECORD_FIELD(meeting_day, place), .label = NC_("field", "Place"), .kind = FIELD_TEXT, .width = 20 },
	{ RECORD_FIELD(meeting_day, room), .label = NC_("field", "Room"), .kind = FIELD_TEXT, .width = 16 },
	{ RECORD_FIELD(meeting_day, last), .label = NC_("field", "Ends"), .kind = FIELD_DAY, .width = 10 },
	{ RECORD_FIELD(meeting_day, sitting), .label = NC_("field", "No."), .kind = FIELD_NUMBER, .width = 3 },
	{ 0 }
};

const struct record_type meeting_day_type = {
	.key = "meeting_day",
	.label = N_("Meeting"),
	.plural = N_("Meetings"),
	.size = sizeof(struct meeting_day),
	.fields = meeting_day_fields,
};

static const struct field holiday_day_fields[] = {
	{ RECORD_FIELD(holiday_day, day), .label = NC_("field", "Day"), .kind = FIELD_DAY, .width = 10 },
	{ RECORD_FIELD(holiday_day, country), .label = NC_("field", "Country"), .kind = FIELD_CODE, .width = 4 },
	{ RECORD_FIELD(holiday_day, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT, .width = 24 },
	{ 0 }
};

const struct record_type holiday_day_type = {
	.key = "holiday_day",
	.label = N_("Holiday"),
	.plural = N_("Holidays"),
	.size = sizeof(struct holiday_day),
	.fields = holiday_day_fields,
};

/* Reading */

/* What the questions select: the columns of a row, in order. */
enum {
	OF_KEY, OF_BODY, OF_STATE, OF_HOST, OF_PLACE, OF_ROOM, OF_BEGINS, OF_ENDS,
	OF_DAY, OF_STARTS, OF_UNTIL, OF_NO,
};

#define MEETING_COLUMNS "m.key, m.body, m.state, coalesce(m.host, ''), m.place"
#define OF_BODY_ONLY " AND (:body IS NULL OR m.body = :body)"

/* The last day as far as it is known: '~' comes after the rest of any day. */
static const char sitting_sql[] =
    "SELECT " MEETING_COLUMNS ", coalesce(nullif(s.room, ''), m.room), m.begins, coalesce(m.ends, ''),"
    " s.day, s.starts, s.ends, s.no FROM sitting AS s JOIN meeting AS m ON m.key = s.meeting"
    " WHERE s.day BETWEEN :first AND :last AND m.state <> 'cancelled' AND m.begins <> ''" OF_BODY_ONLY
    " ORDER BY s.day, m.key";
static const char meeting_sql[] =
    "SELECT " MEETING_COLUMNS ", m.room, m.begins, coalesce(m.ends, ''), m.begins, '', '', 0"
    " FROM meeting AS m WHERE m.begins <> '' AND m.begins <= :last"
    " AND coalesce(m.ends, m.begins) || '~' > :first AND m.state <> 'cancelled'" OF_BODY_ONLY;
static const char one_sql[] =
    "SELECT " MEETING_COLUMNS ", m.room, m.begins, coalesce(m.ends, ''), m.begins, '', '', 0"
    " FROM meeting AS m WHERE m.key = :key";

static const char *
last_day(const char *begins, const char *ends)
{
	const char *last = ends[0] != '\0' ? ends : begins;

	return day_is_whole(last) ? last : "";
}

static void
add_row(struct row_list *list, const struct stmt *st, const char *day)
{
	struct meeting_day *row = row_add(list, &meeting_day_type);

	*row = (struct meeting_day){
		.day = mem_strdup(day),
		.starts = mem_strdup(stmt_text(st, OF_STARTS)), .ends = mem_strdup(stmt_text(st, OF_UNTIL)),
		.meeting = mem_strdup(stmt_text(st, OF_KEY)), .body = mem_strdup(stmt_text(st, OF_BODY)),
		.state = mem_strdup(stmt_text(st, OF_STATE)), .host = mem_strdup(stmt_text(st, OF_HOST)),
		.place = mem_strdup(stmt_text(st, OF_PLACE)), .room = mem_strdup(stmt_text(st, OF_ROOM)),
		.last = mem_strdup(last_day(stmt_text(st, OF_BEGINS), stmt_text(st, OF_ENDS))),
		.sitting = stmt_int(st, OF_NO),
	};
}

static int
compare_place(const char *day, const char *meeting, const struct meeting_day *row)
{
	int order = strcmp(day, row->day);

	return order != 0 ? order : strcmp(meeting, row->meeting);
}

/* Is one of the first count rows, which are sittings by day and meeting, of that meeting and day? */
static bool
has_sitting(const struct row_list *list, size_t count, const char *meeting, const char *day)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare_place(day, meeting, row_at(list, middle));

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

/* The days from first to last on which the meeting has no sitting. */
static void
add_whole_days(struct row_list *list, size_t sittings, const struct stmt *st, const char *first,
    const char *last)
{
	const char *begins = stmt_text(st, OF_BEGINS);
	const char *end = last_day(begins, stmt_text(st, OF_ENDS));
	char day[DAY_SIZE];

	if (!day_is_whole(begins)) {
		add_row(list, st, begins);
		return;
	}
	int32_t from = day_to_number(strcmp(begins, first) > 0 ? begins : first);
	int32_t to = day_to_number(end[0] == '\0' ? begins : strcmp(end, last) < 0 ? end : last);
	for (; from <= to; from++) {
		day_from_number(from, day);
		if (!has_sitting(list, sittings, stmt_text(st, OF_KEY), day))
			add_row(list, st, day);
	}
}

static bool
read_sittings(struct session *session, const char *first, const char *last, const char *body,
    struct row_list *list, struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sitting_sql, err)) {
		stmt_bind_text(&st, ":first", first);
		stmt_bind_text(&st, ":last", last);
		stmt_bind_text(&st, ":body", body);
		while (stmt_next(&st))
			add_row(list, &st, stmt_text(&st, OF_DAY));
	}
	return stmt_close(&st);
}

static bool
read_meetings(struct session *session, const char *first, const char *last, const char *body,
    struct row_list *list, struct err *err)
{
	size_t sittings = list->count;
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, meeting_sql, err)) {
		stmt_bind_text(&st, ":first", first);
		stmt_bind_text(&st, ":last", last);
		stmt_bind_text(&st, ":body", body);
		while (stmt_next(&st))
			add_whole_days(list, sittings, &st, first, last);
	}
	return stmt_close(&st);
}

static int
compare_days(const void *a, const void *b)
{
	const struct meeting_day *left = a, *right = b;
	int order = strcmp(left->day, right->day);

	if (order == 0)
		order = strcmp(left->starts, right->starts);
	return order != 0 ? order : strcmp(left->meeting, right->meeting);
}

static bool
read_days(struct session *session, const char *first, const char *last, const char *body,
    struct row_list *list, struct err *err)
{
	list->type = &meeting_day_type;
	return read_sittings(session, first, last, body, list, err) &&
	    read_meetings(session, first, last, body, list, err);
}

/* In order, and handed over; or freed. */
static bool
give(struct row_list *list, bool ok, struct row_list *ret_list)
{
	if (ok)
		row_list_sort(list, compare_days);
	return row_list_take(list, ok, ret_list);
}

bool
meeting_days_list(struct session *session, const char *first, const char *last,
    const char *body, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { 0 };

	return give(&list, read_days(session, first, last, body, &list, err), ret_list);
}

bool
meeting_days_add(struct session *session, const char *meeting, struct row_list *list, struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, one_sql, err)) {
		stmt_bind_text(&st, ":key", meeting);
		if (stmt_next(&st))
			add_row(list, &st, stmt_text(&st, OF_BEGINS));
	}
	return stmt_close(&st);
}

/* Holidays */

static void
add_holiday(struct row_list *list, const struct holiday *holiday, const char *day)
{
	struct holiday_day *row;

	if (!period_holds(holiday->since, holiday->until, day))
		return;
	row = row_add(list, &holiday_day_type);
	*row = (struct holiday_day){
		.day = mem_strdup(day), .country = mem_strdup(holiday->country),
		.name = mem_strdup(holiday_name(holiday)),
	};
}

/* "10-03" is a day of every year; 29 February only of some. */
static void
add_yearly(struct row_list *list, const struct holiday *holiday, const char *first, const char *last)
{
	struct day_parts from, to;
	int month = atoi(holiday->day), number = atoi(holiday->day + 3);
	char day[DAY_SIZE];

	day_split(first, &from);
	day_split(last, &to);
	for (int year = from.year; year <= to.year; year++)
		if (day_join(year, month, number, day) && strcmp(day, first) >= 0 && strcmp(day, last) <= 0)
			add_holiday(list, holiday, day);
}

static int
compare_holidays(const void *a, const void *b)
{
	const struct holiday_day *left = a, *right = b;
	int order = strcmp(left->day, right->day);

	return order != 0 ? order : strcmp(left->country, right->country);
}

bool
holiday_days_list(struct session *session, const char *first, const char *last,
    struct row_list *ret_list, struct err *err)
{
	struct row_list holidays = { 0 }, list = { .type = &holiday_day_type };

	if (!row_list(session, &holiday_type, NULL, NULL, NULL, &holidays, err))
		return false;
	for (size_t i = 0; i < holidays.count; i++) {
		const struct holiday *holiday = row_at(&holidays, i);

		if (strlen(holiday->day) == strlen("10-03"))
			add_yearly(&list, holiday, first, last);
		else if (strcmp(holiday->day, first) >= 0 && strcmp(holiday->day, last) <= 0)
			add_holiday(&list, holiday, holiday->day);
	}
	row_list_done(&holidays);
	row_list_sort(&list, compare_holidays);
	*ret_list = list;
	return true;
}
