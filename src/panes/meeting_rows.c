/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/week.h"
#include "domain/clash.h"
#include "domain/fold.h"
#include "domain/meeting.h"
#include "domain/meeting_days.h"
#include "domain/notice.h"
#include "domain/session.h"
#include "panes/reference.h"

enum { AGENDA_DAYS = 366 };

/* Beginning and end */

static void
forget_rows(struct meeting_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct meeting_row *row = &rows->item[i];

		free(row->key);
		free(row->day);
		free(row->of);
		free(row->text);
	}
	rows->count = 0;
}

void
meeting_rows_done(struct meeting_rows *rows)
{
	forget_rows(rows);
	free(rows->item);
	row_list_done(&rows->days);
	row_list_done(&rows->holidays);
	*rows = (struct meeting_rows){ 0 };
}

/* What each view shows, and from when to when */

static void
span_of_month(const char *day, char *ret_first, char *ret_last)
{
	char month[DAY_SIZE] = "";

	memcpy(month, day, strlen("2026-09"));
	day_first(month, ret_first);
	day_last(month, ret_last);
}

static void
span_of_week(const char *day, char *ret_first, char *ret_last)
{
	int32_t monday = week_monday(day_to_number(day));

	day_from_number(monday, ret_first);
	day_from_number(monday + WEEK_DAYS - 1, ret_last);
}

static void
span_of_agenda(const char *day, char *ret_first, char *ret_last)
{
	strcpy(ret_first, day);
	day_add_days(day, AGENDA_DAYS, ret_last);
}

/* Holidays are read there too, but only to be marked. */
static void
span_of_list(const char *day, char *ret_first, char *ret_last)
{
	strcpy(ret_first, day);
	strcpy(ret_last, day);
}

static const struct {
	void (*span)(const char *day, char *ret_first, char *ret_last);
	bool notices, holidays, empty_days;	/* besides meetings */
} views[MEETING_VIEWS] = {
	[MEETING_MONTH] = { .span = span_of_month },
	[MEETING_WEEK] = { .span = span_of_week, .notices = true, .holidays = true, .empty_days = true },
	[MEETING_AGENDA] = { .span = span_of_agenda, .notices = true },
	[MEETING_LIST] = { .span = span_of_list },
};

/* Rows */

static struct meeting_row *
add_row(struct meeting_rows *rows, const char *day, const char *of, const char *apart,
    const char *text)
{
	struct buf key = { 0 };

	buf_addf(&key, "%s %s %s", of, day, apart);
	rows->item = mem_room(rows->item, rows->count, &rows->room, sizeof rows->item[0]);
	rows->item[rows->count] = (struct meeting_row){
		.key = buf_take(&key), .day = mem_strdup(day), .of = mem_strdup(of), .text = mem_strdup(text),
	};
	return &rows->item[rows->count++];
}

static void
add_words(struct buf *lines, const char *text)
{
	if (text[0] != '\0')
		fold_search_text(text, NULL, lines);
}

/* Names that were asked for: there are many meetings and few bodies and hosts. */
struct names {
	struct session *session;	/* borrowed */
	struct { const char *kind; char *key, *name; } *item;
	size_t count, room;
};

static const char *
name_of(struct names *names, const char *kind, const char *key)
{
	struct buf name = { 0 };

	for (size_t i = 0; i < names->count; i++)
		if (names->item[i].kind == kind && strcmp(names->item[i].key, key) == 0)
			return names->item[i].name;
	if (key[0] != '\0')
		reference_name(names->session, kind, key, &name);
	names->item = mem_room(names->item, names->count, &names->room, sizeof names->item[0]);
	names->item[names->count].kind = kind;
	names->item[names->count].key = mem_strdup(key);
	names->item[names->count].name = buf_take(&name);
	return names->item[names->count++].name;
}

static void
names_done(struct names *names)
{
	for (size_t i = 0; i < names->count; i++) {
		free(names->item[i].key);
		free(names->item[i].name);
	}
	free(names->item);
}

static const char of_body[] = "body", of_government[] = "government";

/* Does Find find it: by key, body, host, place, room, day or state? */
static bool
is_found(struct names *names, const struct meeting_day *day, const struct fold_query *query)
{
	struct meeting state = { .state = day->state };
	struct buf lines = { 0 }, word = { 0 };

	if (query->length == 0)
		return true;
	fold_search_code(day->meeting, &lines);
	add_words(&lines, name_of(names, of_body, day->body));
	add_words(&lines, day->host);
	add_words(&lines, name_of(names, of_government, day->host));
	add_words(&lines, day->place);
	add_words(&lines, day->room);
	add_words(&lines, day->day);
	record_show(record_find_field(&meeting_type, "state"), &state, &word);
	add_words(&lines, buf_text(&word));
	bool found = fold_query_match(query, buf_text(&lines), lines.length) != FOLD_NONE;
	buf_done(&lines);
	buf_done(&word);
	return found;
}

static void
add_meetings(struct meeting_rows *rows, struct session *session, const struct fold_query *query)
{
	struct names names = { .session = session };

	for (size_t i = 0; i < rows->days.count; i++) {
		const struct meeting_day *day = row_at(&rows->days, i);
		struct buf sitting = { 0 };

		if (!is_found(&names, day, query))
			continue;
		buf_addf(&sitting, "%d", (int)day->sitting);
		add_row(rows, day->day, day->meeting, buf_text(&sitting),
		    name_of(&names, of_body, day->body))->meeting = day;
		buf_done(&sitting);
	}
	names_done(&names);
}

/* GA-9 and GA-9-2 are meetings of GA. */
static bool
is_of_body(const char *meeting, const char *body)
{
	size_t length = strlen(body);

	return length == 0 || (strncmp(meeting, body, length) == 0 && meeting[length] == '-');
}

static void
add_notice(struct meeting_rows *rows, const struct notice *notice)
{
	struct buf text = { 0 };

	record_show(record_find_field(&notice_type, "what"), notice, &text);
	buf_addf(&text, ": %s", _("last day"));
	add_row(rows, notice->last, notice->meeting, notice->what, buf_text(&text))->problem =
	    notice->left < 0;
	buf_done(&text);
}

static bool
add_notices(struct meeting_rows *rows, struct session *session, const char *body,
    const struct fold_query *query, struct err *err)
{
	struct row_list notices = { 0 };
	char today[DAY_SIZE];

	session_day(session, today);
	int ahead = day_to_number(rows->last) - day_to_number(today);
	if (!notice_list_due(session, ahead > 0 ? ahead : 0, &notices, err))
		return false;
	for (size_t i = 0; i < notices.count; i++) {
		const struct notice *notice = row_at(&notices, i);
		struct buf lines = { 0 };

		fold_search_code(notice->meeting, &lines);
		if (strcmp(notice->last, rows->first) >= 0 && strcmp(notice->last, rows->last) <= 0 &&
		    is_of_body(notice->meeting, body) &&
		    fold_query_match(query, buf_text(&lines), lines.length) != FOLD_NONE)
			add_notice(rows, notice);
		buf_done(&lines);
	}
	row_list_done(&notices);
	return true;
}

static void
add_holidays(struct meeting_rows *rows)
{
	for (size_t i = 0; i < rows->holidays.count; i++) {
		const struct holiday_day *holiday = row_at(&rows->holidays, i);
		struct buf text = { 0 };

		buf_addf(&text, "%s %s", holiday->country, holiday->name);
		add_row(rows, holiday->day, "", holiday->country, buf_text(&text));
		buf_done(&text);
	}
}

static void
add_empty_days(struct meeting_rows *rows)
{
	int32_t last = day_to_number(rows->last);
	size_t count = rows->count;
	char day[DAY_SIZE];

	for (int32_t number = day_to_number(rows->first); number <= last; number++) {
		bool empty = true;

		day_from_number(number, day);
		for (size_t i = 0; i < count && empty; i++)
			empty = strcmp(rows->item[i].day, day) != 0;
		if (empty)
			add_row(rows, day, "", "", "");
	}
}

static const char *
start_of(const struct meeting_row *row)
{
	return row->meeting != NULL ? row->meeting->starts : "";
}

/* Holidays first, then what is due, then what is held. */
static int
compare_rows(const void *a, const void *b)
{
	const struct meeting_row *left = a, *right = b;
	int order = strcmp(left->day, right->day);

	if (order == 0)
		order = (left->meeting != NULL) - (right->meeting != NULL);
	if (order == 0)
		order = strcmp(start_of(left), start_of(right));
	return order != 0 ? order : strcmp(left->key, right->key);
}

static bool
make_rows(struct meeting_rows *rows, struct session *session, const char *body, const char *find,
    struct err *err)
{
	struct fold_query query;
	bool ok = true;

	fold_query_init(&query, find);
	add_meetings(rows, session, &query);
	if (views[rows->view].notices)
		ok = add_notices(rows, session, body, &query, err);
	if (views[rows->view].holidays && query.length == 0)
		add_holidays(rows);
	if (views[rows->view].empty_days && query.length == 0)
		add_empty_days(rows);
	fold_query_done(&query);
	if (ok && rows->count > 1 && rows->view != MEETING_LIST)
		qsort(rows->item, rows->count, sizeof rows->item[0], compare_rows);
	return ok;
}

static bool
read_days(struct meeting_rows *rows, struct session *session, const char *body, struct err *err)
{
	const char *only = body[0] != '\0' ? body : NULL;

	if (!holiday_days_list(session, rows->first, rows->last, &rows->holidays, err))
		return false;
	if (rows->view == MEETING_LIST)
		return meeting_days_list_all(session, only, &rows->days, err);
	return meeting_days_list(session, rows->first, rows->last, only, &rows->days, err);
}

bool
meeting_rows_read(struct meeting_rows *rows, struct session *session, enum meeting_view view,
    const char *day, const char *body, const char *find, struct err *err)
{
	struct meeting_rows read = { .view = view };

	views[view].span(day, read.first, read.last);
	if (!read_days(&read, session, body, err) || !make_rows(&read, session, body, find, err)) {
		meeting_rows_done(&read);
		return false;
	}
	meeting_rows_done(rows);
	*rows = read;
	return true;
}

/* Asking */

bool
meeting_rows_cover(const struct meeting_rows *rows, const char *day)
{
	if (rows->view == MEETING_AGENDA)	/* begins with its day */
		return strcmp(day, rows->first) == 0;
	return rows->view == MEETING_LIST ||
	    (strcmp(day, rows->first) >= 0 && strcmp(day, rows->last) <= 0);
}

size_t
meeting_rows_from(const struct meeting_rows *rows, const char *day)
{
	size_t i = 0;

	while (i < rows->count && strcmp(rows->item[i].day, day) < 0)
		i++;
	return i;
}

size_t
meeting_rows_of(const struct meeting_rows *rows, const char *meeting)
{
	size_t i = 0;

	while (i < rows->count && (rows->item[i].meeting == NULL || strcmp(rows->item[i].of, meeting) != 0))
		i++;
	return i;
}

static bool
is_holiday(const struct meeting_rows *rows, const char *day)
{
	for (size_t i = 0; i < rows->holidays.count; i++)
		if (strcmp(((const struct holiday_day *)row_at(&rows->holidays, i))->day, day) == 0)
			return true;
	return false;
}

char
meeting_rows_mark(const struct meeting_rows *rows, const char *day)
{
	bool meets = false;

	for (size_t i = meeting_rows_from(rows, day); i < rows->count; i++) {
		const struct meeting_row *row = &rows->item[i];

		if (strcmp(row->day, day) != 0)
			break;
		if (row->problem)
			return '!';
		meets |= row->meeting != NULL;
	}
	return meets ? '*' : is_holiday(rows, day) ? 'h' : ' ';
}

void
meeting_rows_add_holidays(const struct meeting_rows *rows, const char *day, struct buf *text)
{
	const char *between = "";

	for (size_t i = 0; i < rows->holidays.count; i++) {
		const struct holiday_day *holiday = row_at(&rows->holidays, i);

		if (strcmp(holiday->day, day) != 0)
			continue;
		buf_addf(text, "%s%s %s", between, holiday->country, holiday->name);
		between = ", ";
	}
}

void
meeting_rows_add_time(const struct meeting_day *day, bool narrow, struct buf *text)
{
	buf_add(text, day->starts);
	if (!narrow && day->starts[0] != '\0' && day->ends[0] != '\0')
		buf_addf(text, "-%s", day->ends);
}

/* Clashes */

static void
mark_row(struct meeting_row *row, const char *meeting, const char *day)
{
	if (row->meeting != NULL && strcmp(row->of, meeting) == 0 &&
	    (day == NULL || strcmp(day, row->day) == 0))
		row->problem = true;
}

static bool
mark_clashes_of(struct meeting_rows *rows, struct session *session, const char *meeting,
    struct err *err)
{
	struct row_list clashes = { 0 };

	if (!clash_list(session, meeting, &clashes, err))
		return false;
	for (size_t c = 0; c < clashes.count; c++)
		for (size_t i = 0; i < rows->count; i++)
			mark_row(&rows->item[i], meeting, ((const struct clash *)row_at(&clashes, c))->day);
	row_list_done(&clashes);
	return true;
}

/* Of what is still to come, in one question; a pair is told once. */
static bool
mark_clashes_to_come(struct meeting_rows *rows, struct session *session, struct err *err)
{
	struct row_list clashes = { 0 };

	if (!clash_list_all(session, &clashes, err))
		return false;
	for (size_t c = 0; c < clashes.count; c++) {
		const struct clash *clash = row_at(&clashes, c);
		const char *day = rows->view == MEETING_LIST ? NULL : clash->day;

		for (size_t i = 0; i < rows->count; i++) {
			mark_row(&rows->item[i], clash->meeting, day);
			mark_row(&rows->item[i], clash->other, day);
		}
	}
	row_list_done(&clashes);
	return true;
}

bool
meeting_rows_mark_clashes(struct meeting_rows *rows, struct session *session, struct err *err)
{
	if (rows->view == MEETING_LIST || rows->view == MEETING_AGENDA)
		return mark_clashes_to_come(rows, session, err);
	for (size_t i = 0; i < rows->count; i++)
		if (rows->item[i].meeting != NULL && meeting_rows_of(rows, rows->item[i].of) == i &&
		    !mark_clashes_of(rows, session, rows->item[i].of, err))
			return false;
	return true;
}
