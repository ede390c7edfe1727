/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panes/meeting_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/week.h"
#include "domain/fold.h"
#include "domain/meeting_days.h"
#include "domain/notice.h"
#include "domain/search_index.h"
#include "domain/session.h"
#include "panes/reference.h"

enum { AGENDA_DAYS = 366 };

/* Beginning and end */

static void
forget_rows(struct meeting_rows *rows)
{
	for (size_t i = 0; i < rows->item_count; i++) {
		struct meeting_row *row = &rows->item[i];

		free(row->key);
		free(row->day);
		free(row->of);
		free(row->text);
	}
	free(rows->item);
	rows->item = NULL;
	rows->item_count = rows->room = rows->page_first = 0;
	row_list_done(&rows->days);
}

void
meeting_rows_done(struct meeting_rows *rows)
{
	forget_rows(rows);
	row_list_done(&rows->holidays);
	meeting_list_done(&rows->list);
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
	rows->item = mem_room(rows->item, rows->item_count, &rows->room, sizeof rows->item[0]);
	rows->item[rows->item_count] = (struct meeting_row){
		.key = buf_take(&key), .day = mem_strdup(day), .of = mem_strdup(of), .text = mem_strdup(text),
	};
	return &rows->item[rows->item_count++];
}

/* Names that were asked for: there are many meetings and few bodies. */
struct names {
	struct session *session;	/* borrowed */
	struct { char *key, *name; } *item;
	size_t count, room;
};

static const char *
name_of(struct names *names, const char *body)
{
	struct buf name = { 0 };

	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->item[i].key, body) == 0)
			return names->item[i].name;
	reference_name(names->session, "body", body, &name);
	names->item = mem_room(names->item, names->count, &names->room, sizeof names->item[0]);
	names->item[names->count].key = mem_strdup(body);
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

/* What Find looks for, and the meetings that it finds by what is said of them anywhere. */
struct sieve {
	struct fold_query query;
	struct search_index *index;	/* NULL: nothing is typed, all passes */
	bool *hit;			/* of each entry */
};

static void
sieve_done(struct sieve *sieve)
{
	search_index_free(sieve->index);
	free(sieve->hit);
	fold_query_done(&sieve->query);
}

static bool
sieve_init(struct sieve *sieve, struct session *session, const char *find, struct err *err)
{
	size_t count;

	fold_query_init(&sieve->query, find);
	if (sieve->query.length == 0)
		return true;
	if (!search_index_load(session, "meeting", &sieve->index, err))
		return false;
	sieve->hit = mem_alloc(search_index_count(sieve->index) + 1);
	const uint32_t *hits = search_index_match(sieve->index, find, &count);
	for (size_t i = 0; i < count; i++)
		sieve->hit[hits[i]] = true;
	return true;
}

/* By the meeting, or by the day and the room of the sitting. */
static bool
is_found(const struct sieve *sieve, const struct meeting_day *day)
{
	struct buf lines = { 0 };

	if (sieve->index == NULL || sieve->hit[search_index_find_key(sieve->index, day->meeting)])
		return true;
	fold_search_code(day->day, &lines);
	if (day->room[0] != '\0')
		fold_search_text(day->room, NULL, &lines);
	bool found = fold_query_match(&sieve->query, buf_text(&lines), lines.length) != FOLD_NONE;
	buf_done(&lines);
	return found;
}

static void
add_meeting(struct meeting_rows *rows, struct names *names, const struct meeting_day *day)
{
	struct buf sitting = { 0 };

	buf_addf(&sitting, "%d", (int)day->sitting);
	add_row(rows, day->day, day->meeting, buf_text(&sitting),
	    name_of(names, day->body))->meeting = day;
	buf_done(&sitting);
}

static void
add_meetings(struct meeting_rows *rows, struct session *session, const struct sieve *sieve)
{
	struct names names = { .session = session };

	for (size_t i = 0; i < rows->days.count; i++)
		if (is_found(sieve, row_at(&rows->days, i)))
			add_meeting(rows, &names, row_at(&rows->days, i));
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
	size_t count = rows->item_count;
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
	struct sieve sieve = { 0 };
	bool ok = sieve_init(&sieve, session, find, err), all = sieve.query.length == 0;

	if (ok)
		add_meetings(rows, session, &sieve);
	if (ok && views[rows->view].notices)
		ok = add_notices(rows, session, body, &sieve.query, err);
	if (ok && views[rows->view].holidays && all)
		add_holidays(rows);
	if (ok && views[rows->view].empty_days && all)
		add_empty_days(rows);
	sieve_done(&sieve);
	if (ok && rows->item_count > 1)
		qsort(rows->item, rows->item_count, sizeof rows->item[0], compare_rows);
	rows->count = rows->item_count;
	return ok;
}

static bool
read_days(struct meeting_rows *rows, struct session *session, enum meeting_view view, const char *day,
    const char *body, const char *find, struct err *err)
{
	const char *only = body[0] != '\0' ? body : NULL;
	struct meeting_rows read = { .view = view };

	views[view].span(day, read.first, read.last);
	bool ok = holiday_days_list(session, read.first, read.last, &read.holidays, err) &&
	    meeting_days_list(session, read.first, read.last, only, &read.days, err) &&
	    make_rows(&read, session, body, find, err) &&
	    (view != MEETING_MONTH || meeting_rows_look_at_days(&read, session, err));

	if (!ok) {
		meeting_rows_done(&read);
		return false;
	}
	meeting_rows_done(rows);
	*rows = read;
	return true;
}

static bool
read_list(struct meeting_rows *rows, struct session *session, const char *body, const char *find,
    struct err *err)
{
	if (!meeting_list_read(&rows->list, session, body, find, err))
		return false;
	forget_rows(rows);
	row_list_done(&rows->holidays);
	rows->view = MEETING_LIST;
	rows->count = rows->list.count;
	return true;
}

bool
meeting_rows_read(struct meeting_rows *rows, struct session *session, enum meeting_view view,
    const char *day, const char *body, const char *find, struct err *err)
{
	return view == MEETING_LIST ? read_list(rows, session, body, find, err) :
	    read_days(rows, session, view, day, body, find, err);
}

/* The page of a list of all */

static bool
holds(const struct meeting_rows *rows, size_t first, size_t count)
{
	return first >= rows->page_first && first + count <= rows->page_first + rows->item_count;
}

static bool
read_page(struct meeting_rows *rows, struct session *session, size_t first, size_t count, struct err *err)
{
	struct meeting_rows read = { 0 };
	bool ok = true;

	for (size_t i = first; ok && i < first + count; i++)
		ok = meeting_days_add(session, meeting_list_key(&rows->list, i), &read.days, err);
	if (!ok) {
		meeting_rows_done(&read);
		return false;
	}
	add_meetings(&read, session, &(struct sieve){ 0 });
	forget_rows(rows);
	rows->days = read.days;
	rows->item = read.item;
	rows->item_count = read.item_count;
	rows->room = read.room;
	rows->page_first = first;
	return true;
}

bool
meeting_rows_need(struct meeting_rows *rows, struct session *session, size_t first, size_t count,
    struct err *err)
{
	if (first + count > rows->count)
		count = first < rows->count ? rows->count - first : 0;
	return (holds(rows, first, count) || read_page(rows, session, first, count, err)) &&
	    meeting_rows_look_at(rows, session, first, count, err);
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

const struct meeting_row *
meeting_rows_at(const struct meeting_rows *rows, size_t row)
{
	return holds(rows, row, 1) ? &rows->item[row - rows->page_first] : NULL;
}

const char *
meeting_rows_key(const struct meeting_rows *rows, size_t row)
{
	return rows->view == MEETING_LIST ? meeting_list_key(&rows->list, row) : rows->item[row].key;
}

const char *
meeting_rows_meeting(const struct meeting_rows *rows, size_t row)
{
	return rows->view == MEETING_LIST ? meeting_list_key(&rows->list, row) : rows->item[row].of;
}

const char *
meeting_rows_day(const struct meeting_rows *rows, size_t row)
{
	return rows->view == MEETING_LIST ? meeting_list_begins(&rows->list, row) : rows->item[row].day;
}

size_t
meeting_rows_items(const struct meeting_rows *rows)
{
	return rows->view == MEETING_LIST ? rows->list.keys.count : rows->days.count;
}

size_t
meeting_rows_from(const struct meeting_rows *rows, const char *day)
{
	size_t i = 0;

	while (i < rows->count && strcmp(meeting_rows_day(rows, i), day) < 0)
		i++;
	return i;
}

static bool
is_day_of(const struct meeting_rows *rows, size_t row, const char *meeting)
{
	return (rows->view == MEETING_LIST || rows->item[row].meeting != NULL) &&
	    strcmp(meeting_rows_meeting(rows, row), meeting) == 0;
}

size_t
meeting_rows_of(const struct meeting_rows *rows, const char *meeting)
{
	size_t i = 0;

	while (i < rows->count && !is_day_of(rows, i, meeting))
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
