/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/clash.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/hour.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/holiday.h"
#include "domain/meeting.h"
#include "domain/person.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/staff.h"
#include "domain/wall_time.h"
#include "store/stmt.h"

static const struct choice kinds[] = {
	{ "room", NC_("clash", "room") },
	{ "host", NC_("clash", "host") },
	{ "delegation", NC_("clash", "delegation") },
	{ "staff", NC_("clash", "staff") },
	{ "holiday", NC_("clash", "holiday") },
	{ "outside", NC_("clash", "outside") },
	{ 0 }
};

static const struct field clash_fields[] = {
	{ RECORD_FIELD(clash, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(clash, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 10, .choices = kinds },
	{ RECORD_FIELD(clash, other), .label = NC_("field", "Other"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(clash, day), .label = NC_("field", "Day"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(clash, starts), .label = NC_("field", "Starts"), .kind = FIELD_TIME,
	  .flags = FIELD_LISTED, .width = 5 },
	{ RECORD_FIELD(clash, names), .label = NC_("field", "Names"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 30 },
	{ 0 }
};

const struct record_type clash_type = {
	.key = "clash",
	.label = N_("Clash"),
	.plural = N_("Clashes"),
	.size = sizeof(struct clash),
	.fields = clash_fields,
};

/* A meeting while its clashes are looked for. */
struct looking {
	struct session *session;
	struct meeting meeting;
	struct row_list sittings;
	const struct zone *zone;
	struct row_list *list;
	struct err *err;
};

static struct clash *
add_clash(struct looking *looking, const char *kind, const char *other, const char *day,
    const char *starts, const char *names)
{
	struct clash *clash = row_add(looking->list, &clash_type);

	*clash = (struct clash){
		.meeting = mem_strdup(looking->meeting.key), .kind = mem_strdup(kind),
		.other = mem_strdup(other), .day = mem_strdup(day), .starts = mem_strdup(starts),
		.names = mem_strdup(names),
	};
	return clash;
}

/* Other meetings */

/*
 * Spans that are at one time with a span of :meeting. A span that began longer
 * ago than the longest lasts is over: so far back the index is read.
 */
#define AT_ONE_TIME \
	"SELECT mine.sitting AS mine, their.meeting AS other, their.sitting AS their," \
	" max(mine.starts, their.starts) AS since FROM meeting_span AS mine" \
	" CROSS JOIN meeting_span AS their ON their.starts < mine.ends" \
	"  AND their.starts > mine.starts - (SELECT ends - starts FROM meeting_span" \
	"   ORDER BY ends - starts DESC LIMIT 1)" \
	"  AND their.ends > mine.starts AND their.meeting <> mine.meeting" \
	" WHERE mine.meeting = :meeting"

/* The room of a span: that of the sitting, else that of the meeting. */
#define ROOM(span, meeting) \
	"coalesce(nullif((SELECT room FROM sitting WHERE meeting = " meeting ".key" \
	" AND no = " span "), ''), " meeting ".room)"

/*
 * The first time a pair shares something, with what: kind, other, since, name or
 * key. The few that are met at that time come first, CROSS JOIN says so: the
 * planner would read all that a government ever came to.
 */
static const char pairs_sql[] =
    "WITH pair AS MATERIALIZED (" AT_ONE_TIME "),"
    " met AS MATERIALIZED (SELECT other, min(since) AS since FROM pair GROUP BY other)"
    " SELECT 'room', pair.other, min(pair.since), " ROOM("pair.mine", "a") " FROM pair"
    "  CROSS JOIN meeting AS a ON a.key = :meeting CROSS JOIN meeting AS b ON b.key = pair.other"
    "  WHERE " ROOM("pair.mine", "a") " <> ''"
    "  AND app_fold(" ROOM("pair.mine", "a") ") = app_fold(" ROOM("pair.their", "b") ")"
    "  AND app_fold(a.place) = app_fold(b.place) AND (a.place <> '' OR a.host IS b.host)"
    "  GROUP BY pair.other, pair.mine"
    " UNION ALL SELECT 'host', other, since, b.host FROM met CROSS JOIN meeting AS b ON b.key = other"
    "  CROSS JOIN meeting AS a ON a.key = :meeting WHERE b.host = a.host"
    " UNION ALL SELECT 'delegation', other, since, d.government FROM met"
    "  CROSS JOIN delegation AS d ON d.meeting = :meeting AND d.answer = 'coming'"
    "  CROSS JOIN delegation AS e ON e.meeting = other AND e.government = d.government"
    "  AND e.answer = 'coming'"
    " UNION ALL SELECT 'staff', other, since, s.staff FROM met"
    "  CROSS JOIN meeting_staff AS s ON s.meeting = :meeting"
    "  CROSS JOIN meeting_staff AS t ON t.meeting = other AND t.staff = s.staff"
    " ORDER BY 3, 2, 1, 4";

/* A clerk by the name she logs in with, else by her own. */
static bool
name_clerk(struct looking *looking, const char *id, struct buf *name)
{
	struct staff staff = { 0 };
	struct person person = { 0 };
	bool ok = row_get(looking->session, &staff_type, id, &staff, looking->err);

	if (ok && staff.login[0] != '\0')
		buf_add(name, staff.login);
	else if (ok && (ok = row_get(looking->session, &person_type, staff.person, &person, looking->err)))
		person_name(&person, messages_language(), name);
	record_done(&person_type, &person);
	record_done(&staff_type, &staff);
	return ok;
}

/* Names of one kind with one other meeting stand in one clash. */
static bool
add_pair(struct looking *looking, const char *kind, const char *other, int64_t since,
    const char *what)
{
	char day[DAY_SIZE], time[HOUR_SIZE];
	struct buf names = { 0 };
	struct clash *last = looking->list->count > 0 ?
	    row_at(looking->list, looking->list->count - 1) : NULL;
	bool goes_on = last != NULL && strcmp(last->kind, kind) == 0 &&
	    strcmp(last->other, other) == 0 && strcmp(kind, "room") != 0;

	if (goes_on)
		buf_addf(&names, "%s, ", last->names);
	if (strcmp(kind, "staff") != 0)
		buf_add(&names, what);
	else if (!name_clerk(looking, what, &names)) {
		buf_done(&names);
		return false;
	}
	wall_time_of(looking->zone, since, day, time);
	if (goes_on)
		mem_replace(&last->names, buf_text(&names));
	else
		add_clash(looking, kind, other, day, looking->sittings.count > 0 ? time : "",
		    buf_text(&names));
	buf_done(&names);
	return true;
}

static bool
look_at_others(struct looking *looking)
{
	struct stmt st = { 0 };
	bool ok = true;

	if (stmt_open(&st, looking->session->db, pairs_sql, looking->err)) {
		stmt_bind_text(&st, ":meeting", looking->meeting.key);
		while (ok && stmt_next(&st))
			ok = add_pair(looking, stmt_text(&st, 0), stmt_text(&st, 1), stmt_int(&st, 2),
			    stmt_text(&st, 3));
	}
	return stmt_close(&st) && ok;
}

/* Its own days */

static bool
look_at_holidays(struct looking *looking)
{
	const struct meeting *meeting = &looking->meeting;
	char last[DAY_SIZE], day[DAY_SIZE];
	struct row_list holidays = { 0 };
	char country[3] = "";
	bool ok;

	meeting_last_day(meeting, last);
	if (meeting->host == NULL || !day_is_whole(meeting->begins) || last[0] == '\0')
		return true;
	memcpy(country, meeting->host, 2);
	ok = row_list(looking->session, &holiday_type, "country", country, "day", &holidays, looking->err);
	for (size_t i = 0; i < holidays.count; i++) {
		const struct holiday *holiday = row_at(&holidays, i);

		if (holiday_next(holiday, meeting->begins, last, day))
			add_clash(looking, "holiday", "", day, "", holiday_name(holiday));
	}
	row_list_done(&holidays);
	return ok;
}

static void
look_outside(struct looking *looking)
{
	const struct meeting *meeting = &looking->meeting;
	char last[DAY_SIZE], number[32];

	meeting_last_day(meeting, last);
	for (size_t i = 0; i < looking->sittings.count && last[0] != '\0'; i++) {
		const struct sitting *sitting = row_at(&looking->sittings, i);

		if (strcmp(sitting->day, meeting->begins) >= 0 && strcmp(sitting->day, last) <= 0)
			continue;
		snprintf(number, sizeof number, "%lld", (long long)sitting->no);
		add_clash(looking, "outside", "", sitting->day, sitting->starts, number);
	}
}

static int
by_day(const void *a, const void *b)
{
	const struct clash *x = a, *y = b;
	int order = strcmp(x->day, y->day);

	if (order == 0)
		order = strcmp(x->starts, y->starts);
	if (order == 0)
		order = strcmp(x->other, y->other);
	return order != 0 ? order : strcmp(x->kind, y->kind);
}

static bool
look(struct looking *looking, const char *key)
{
	if (!row_get(looking->session, &meeting_type, key, &looking->meeting, looking->err) ||
	    !row_list(looking->session, &sitting_type, "meeting", key, "no", &looking->sittings,
	    looking->err))
		return false;
	looking->zone = session_zone(looking->session, looking->meeting.zone, NULL);
	if (strcmp(looking->meeting.state, "cancelled") == 0)
		return true;
	if (!look_at_others(looking) || !look_at_holidays(looking))
		return false;
	look_outside(looking);
	return true;
}

bool
clash_list(struct session *session, const char *meeting, struct row_list *ret_list,
    struct err *err)
{
	struct row_list list = { .type = &clash_type };
	struct looking looking = { .session = session, .list = &list, .err = err };
	bool ok = look(&looking, meeting);

	record_done(&meeting_type, &looking.meeting);
	row_list_done(&looking.sittings);
	if (ok)
		row_list_sort(&list, by_day);
	return row_list_take(&list, ok, ret_list);
}

/* A clash of two meetings is told of the one that comes first by key. */
static void
take_once(struct row_list *all, const struct row_list *some)
{
	for (size_t i = 0; i < some->count; i++) {
		const struct clash *clash = row_at(some, i);

		if (clash->other[0] == '\0' || strcmp(clash->meeting, clash->other) < 0)
			record_copy(&clash_type, row_add(all, &clash_type), clash);
	}
}

bool
clash_list_all(struct session *session, struct row_list *ret_list, struct err *err)
{
	static const char sql[] =
	    "SELECT key FROM meeting WHERE coalesce(ends, begins) >= :day"
	    " AND state NOT IN ('cancelled', 'reported') ORDER BY begins, key";
	struct row_list all = { .type = &clash_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		while (ok && stmt_next(&st)) {
			struct row_list some = { 0 };

			ok = clash_list(session, stmt_text(&st, 0), &some, err);
			take_once(&all, &some);
			row_list_done(&some);
		}
	}
	return row_list_take(&all, stmt_close(&st) && ok, ret_list);
}

void
clash_say(const struct clash *clash, struct buf *text)
{
	const char *meeting = clash->meeting, *other = clash->other, *names = clash->names;
	struct buf when = { 0 };

	buf_addf(&when, "%s%s%s", clash->day, clash->starts[0] != '\0' ? " " : "", clash->starts);
	if (strcmp(clash->kind, "room") == 0)
		buf_addf(text, _("%s and %s are both in the room %s on %s."), meeting, other, names,
		    buf_text(&when));
	else if (strcmp(clash->kind, "host") == 0)
		buf_addf(text, _("%s is host of %s and of %s on %s."), names, meeting, other,
		    buf_text(&when));
	else if (strcmp(clash->kind, "delegation") == 0)
		buf_addf(text, _("%s: in %s and in %s on %s."), names, meeting, other, buf_text(&when));
	else if (strcmp(clash->kind, "staff") == 0)
		buf_addf(text, _("%s: serving %s and %s on %s."), names, meeting, other, buf_text(&when));
	else if (strcmp(clash->kind, "holiday") == 0)
		buf_addf(text, _("%s, a day of %s, is a holiday where it is held: %s."), buf_text(&when),
		    meeting, names);
	else
		buf_addf(text, _("Sitting %s of %s is on %s, outside the days of the meeting."), names,
		    meeting, buf_text(&when));
	buf_done(&when);
}
