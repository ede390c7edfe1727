/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/attendance.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/money.h"
#include "base/stamp.h"
#include "base/ulid.h"
#include "base/zone.h"
#include "domain/attendance_view.h"
#include "domain/delegation.h"
#include "domain/meeting.h"
#include "domain/presence.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/standing.h"
#include "store/stmt.h"

/* The instant a question is asked for: now, or the end of the day looked at. */
static void
instant_of(const struct session *session, const struct zone *zone, const char *at,
    char ret_at[CLOCK_STAMP_SIZE])
{
	if (at != NULL)
		memcpy(ret_at, at, CLOCK_STAMP_SIZE);
	else if (session->as_of[0] != '\0')
		stamp_last_of_day(zone, session->as_of, ret_at);
	else
		clock_stamp(ret_at);
}

/* Into the days of the meeting, as far as they are known. */
static void
clamp_day(const struct meeting *meeting, char day[DAY_SIZE])
{
	char first[DAY_SIZE], last[DAY_SIZE];

	if (meeting->begins[0] == '\0')
		return;
	day_first(meeting->begins, first);
	day_last(meeting->ends != NULL ? meeting->ends : meeting->begins, last);
	if (strcmp(day, first) < 0)
		memcpy(day, first, DAY_SIZE);
	else if (strcmp(day, last) > 0)
		memcpy(day, last, DAY_SIZE);
}

/* Both the instant and the day it means. */
static void
moment_of(struct session *session, const struct meeting *meeting, const char *at,
    char ret_at[CLOCK_STAMP_SIZE], char ret_day[DAY_SIZE])
{
	struct zone *zone = zone_open(meeting_zone(session, meeting), NULL);
	char time[STAMP_TIME_SIZE];

	instant_of(session, zone, at, ret_at);
	stamp_show(zone, ret_at, ret_day, time);
	clamp_day(meeting, ret_day);
	zone_close(zone);
}

void
attendance_day(struct session *session, const struct meeting *meeting, const char *at,
    char ret_day[DAY_SIZE])
{
	char instant[CLOCK_STAMP_SIZE];

	moment_of(session, meeting, at, instant, ret_day);
}

bool
attendance_list(struct session *session, const char *meeting, const char *at,
    struct row_list *ret_list, struct err *err)
{
	struct meeting row = { 0 };
	char instant[CLOCK_STAMP_SIZE], day[DAY_SIZE];

	if (!row_get(session, &meeting_type, meeting, &row, err))
		return false;
	moment_of(session, &row, at, instant, day);
	bool ok = attendance_view(session, &row, instant, day, ret_list, err);
	record_done(&meeting_type, &row);
	return ok;
}

const struct attendance *
attendance_find(const struct row_list *list, const char *government)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct attendance *row = row_at(list, i);

		if (strcmp(row->government, government) == 0)
			return row;
	}
	return NULL;
}

static void
count_rows(const struct row_list *list, struct quorum *quorum)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct attendance *row = row_at(list, i);

		quorum->counted += row->counted;
		if (row->counted) {
			quorum->present += row->present || row->by_proxy;
			quorum->by_proxy += row->by_proxy;
		}
	}
}

bool
attendance_quorum(struct session *session, const char *meeting, const char *at,
    const struct row_list *list, struct quorum *ret_quorum, struct err *err)
{
	struct meeting row = { 0 };
	struct rule rule = { 0 };
	struct part part;
	char day[DAY_SIZE];

	if (!row_get(session, &meeting_type, meeting, &row, err))
		return false;
	attendance_day(session, &row, at, day);
	bool ok = rule_get(session, "quorum.part", day, &rule, err) &&
	    part_read(rule.value, rule.name, &part, err);
	if (ok) {
		*ret_quorum = (struct quorum){ .assumed = rule_is_assumed(&rule) };
		count_rows(list, ret_quorum);
		ret_quorum->needed = quorum_needed(&part, ret_quorum->counted);
	}
	record_done(&rule_type, &rule);
	record_done(&meeting_type, &row);
	return ok;
}

void
attendance_say_reason(const struct row_list *list, const struct attendance *row,
    struct buf *ret_sentence)
{
	const struct attendance *holder = row->proxy[0] != '\0' ?
	    attendance_find(list, row->proxy) : NULL;

	if (strcmp(row->reason, "arrears") == 0) {
		struct buf sum = { 0 };

		money_show(&sum, messages_catalogue(), row->restores, row->currency);
		buf_addf(ret_sentence, _("%s may not vote: dues unpaid. %s received gives the vote back."),
		    row->government, buf_text(&sum));
		buf_done(&sum);
		return;
	}
	if (strcmp(row->reason, "absent") != 0 || holder == NULL) {
		standing_say(row->reason, row->government, ret_sentence);
		return;
	}
	buf_addf(ret_sentence, holder->present ?
	    _("%s, which holds the proxy of %s, may not vote itself.") :
	    _("%s, which holds the proxy of %s, is not in the hall."),
	    holder->government, row->government);
}

/* The log. */

/* Where a government is in the hall: the last line of its log. */
struct last_line {
	bool in;
	char at[CLOCK_STAMP_SIZE];	/* "" for none, and so is id */
	char id[ULID_SIZE];
};

static bool
last_line(struct session *session, const char *meeting, const char *government,
    struct last_line *ret_line, struct err *err)
{
	static const char sql[] =
	    "SELECT direction = 'in', at, id FROM presence WHERE meeting = :meeting"
	    " AND government = :government ORDER BY at DESC, id DESC LIMIT 1";
	struct stmt st = { 0 };

	*ret_line = (struct last_line){ 0 };
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		stmt_bind_text(&st, ":government", government);
		if (stmt_next(&st)) {
			ret_line->in = stmt_int(&st, 0) != 0;
			snprintf(ret_line->at, sizeof ret_line->at, "%s", stmt_text(&st, 1));
			snprintf(ret_line->id, sizeof ret_line->id, "%s", stmt_text(&st, 2));
		}
	}
	return stmt_close(&st);
}

bool
attendance_is_in(struct session *session, const char *meeting, const char *government,
    bool *ret_in, struct err *err)
{
	struct last_line last;
	bool ok = last_line(session, meeting, government, &last, err);

	*ret_in = last.in;
	return ok;
}

static bool
insert_line(struct session *session, const char *meeting, const char *government,
    const char *direction, const char *at, const struct last_line *last, struct err *err)
{
	char id[ULID_SIZE];

	/* Two desks write in one moment: the line that is written later is the later one. */
	ulid_make_after(last->id, id);
	struct presence line = { .id = mem_strdup(id), .meeting = mem_strdup(meeting),
		.government = mem_strdup(government), .direction = mem_strdup(direction),
		.at = mem_strdup(at) };
	bool ok = row_insert_in_set(session, &presence_type, &line, err);

	record_done(&presence_type, &line);
	return ok;
}

/* Says what is in the log already, on the clock of the place. */
static bool
refuse_earlier(struct session *session, const char *meeting, const char *government,
    const struct last_line *last, struct err *err)
{
	struct meeting row = { 0 };
	char day[DAY_SIZE], time[STAMP_TIME_SIZE];

	if (!row_get(session, &meeting_type, meeting, &row, err))
		return false;
	struct zone *zone = zone_open(meeting_zone(session, &row), NULL);
	stamp_show(zone, last->at, day, time);
	zone_close(zone);
	record_done(&meeting_type, &row);
	return err_set(err, ERR_RULE, last->in ?
	    _("%s is in the hall since %s %s: say a later time.") :
	    _("%s went out at %s %s: say a later time."), government, day, time);
}

bool
attendance_log_in_set(struct session *session, const char *meeting, const char *government,
    const char *direction, const char *at, struct err *err)
{
	char now[CLOCK_STAMP_SIZE];
	struct last_line last;

	if (!last_line(session, meeting, government, &last, err))
		return false;
	clock_stamp(now);
	if (at != NULL && strcmp(at, now) > 0)
		return err_set(err, ERR_RULE, _("That time is still to come: it is entered when it is past."));
	if (at != NULL && strcmp(at, last.at) < 0)
		return refuse_earlier(session, meeting, government, &last, err);
	/* A clock that was put back must not turn the order of the log. */
	if (at == NULL)
		at = strcmp(now, last.at) < 0 ? last.at : now;
	return insert_line(session, meeting, government, direction, at, &last, err);
}

static bool
is_state(const struct meeting *meeting, const char *state)
{
	return strcmp(meeting->state, state) == 0;
}

/* Does anybody come in or go out in a meeting of that state? */
static bool
takes_presence(const struct meeting *meeting, struct err *err)
{
	if (is_state(meeting, "convened") || is_state(meeting, "open"))
		return true;
	if (is_state(meeting, "planned"))
		return err_set(err, ERR_RULE,
		    _("The invitations to %s are not out: invite before anybody comes in."), meeting->key);
	if (is_state(meeting, "postponed"))
		return err_set(err, ERR_RULE, _("%s is postponed: nobody comes in or goes out."),
		    meeting->key);
	if (is_state(meeting, "cancelled"))
		return err_set(err, ERR_RULE, _("%s is cancelled: nobody comes in or goes out."),
		    meeting->key);
	return err_set(err, ERR_RULE, _("%s is closed: nobody comes in or goes out any more."),
	    meeting->key);
}

/* Whoever comes in is coming, whatever was written before. */
static bool
note_arrival(struct session *session, struct delegation *delegation, struct err *err)
{
	char today[DAY_SIZE];

	if (strcmp(delegation->answer, "coming") == 0)
		return true;
	session_today(session, today);
	mem_replace(&delegation->answer, "coming");
	mem_replace(&delegation->answered, today);
	return row_update_in_set(session, &delegation_type, delegation, err);
}

static bool
enter_one(struct session *session, const char *meeting, const char *government,
    const char *direction, const char *at, struct err *err)
{
	struct delegation delegation = { 0 };
	bool comes = strcmp(direction, "in") == 0, in = false;
	bool ok = delegation_get(session, meeting, government, &delegation, err) &&
	    attendance_is_in(session, meeting, government, &in, err);

	if (ok && in == comes)
		ok = err_set(err, ERR_RULE, comes ? _("%s is in the hall already.") :
		    _("%s is not in the hall, so it cannot go out."), government);
	ok = ok && (!comes || note_arrival(session, &delegation, err)) &&
	    attendance_log_in_set(session, meeting, government, direction, at, err);
	record_done(&delegation_type, &delegation);
	return ok;
}

static bool
enter_all(struct session *session, const char *meeting, const char *const *governments,
    size_t count, const char *direction, const char *at, struct err *err)
{
	struct meeting row = { 0 };
	bool ok = row_get(session, &meeting_type, meeting, &row, err) && takes_presence(&row, err);

	for (size_t i = 0; i < count && ok; i++)
		ok = enter_one(session, meeting, governments[i], direction, at, err);
	record_done(&meeting_type, &row);
	return ok;
}

bool
attendance_enter_at(struct session *session, const char *meeting, const char *const *governments,
    size_t count, const char *direction, const char *at, int64_t *ret_number, struct err *err)
{
	if (!session_begin(session, "presence", NULL, err))
		return false;
	bool ok = enter_all(session, meeting, governments, count, direction, at, err);
	return session_finish(session, ok, ret_number, err);
}

bool
attendance_enter(struct session *session, const char *meeting, const char *const *governments,
    size_t count, const char *direction, int64_t *ret_number, struct err *err)
{
	return attendance_enter_at(session, meeting, governments, count, direction, NULL, ret_number,
	    err);
}

bool
attendance_toggle(struct session *session, const char *meeting, const char *government,
    bool *ret_in, int64_t *ret_number, struct err *err)
{
	bool in = false;

	if (!session_begin(session, "presence", NULL, err))
		return false;
	bool ok = attendance_is_in(session, meeting, government, &in, err) &&
	    enter_all(session, meeting, &government, 1, in ? "out" : "in", NULL, err);
	*ret_in = !in;
	return session_finish(session, ok, ret_number, err);
}

bool
attendance_may_undo(struct session *session, const char *key, struct err *err)
{
	(void)session;
	(void)key;
	return err_set(err, ERR_RULE,
	    _("That somebody came in or went out is never taken back: enter the opposite instead."));
}
