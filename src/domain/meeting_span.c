/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/meeting_span.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/wall_time.h"
#include "store/stmt.h"

/* [starts, ends) in seconds of UTC. */
struct span {
	int64_t sitting;	/* its number; 0: the whole days of the meeting */
	int64_t starts, ends;
};

struct spans {
	struct span *item;
	size_t count, room;
};

/* A meeting with what its spans follow from. */
struct timed {
	struct meeting meeting;
	struct row_list sittings;
	const struct zone *zone;
	bool found;
};

static void
timed_done(struct timed *timed)
{
	record_done(&meeting_type, &timed->meeting);
	row_list_done(&timed->sittings);
}

static bool
timed_read(struct session *session, const char *key, struct timed *ret_timed, struct err *err)
{
	if (!row_find(session, &meeting_type, key, &ret_timed->meeting, &ret_timed->found, err))
		return false;
	if (!ret_timed->found)
		return true;
	ret_timed->zone = session_zone(session, ret_timed->meeting.zone, NULL);
	return row_list(session, &sitting_type, "meeting", key, "no", &ret_timed->sittings, err);
}

/* Checks */

/* Is a surely later than b? Of days known in part only what both say is compared. */
static bool
is_later(const char *a, const char *b)
{
	size_t length = strlen(a) < strlen(b) ? strlen(a) : strlen(b);

	return strncmp(a, b, length) > 0;
}

static bool
refuse_order(const struct meeting *meeting, const char *key, const char *begins, struct err *err)
{
	err_set(err, ERR_RULE,
	    _("%s begins on %s and %s on %s: the ordinals of a body rise with its days."),
	    meeting->key, meeting->begins, key, begins);
	return err_at(err, "begins");
}

/*
 * Sessions before it, nearest first, or those after it. The first that is surely
 * on its side answers for all beyond: they were asked when they were written. In
 * the SQL the bound that is sought stands first, and + 0 keeps SQLite from
 * planning anew for each value.
 */
static bool
check_side(struct session *session, const struct meeting *meeting, bool before, struct err *err)
{
	static const char before_sql[] =
	    "SELECT key, begins FROM meeting WHERE body = :body AND ordinal < :ordinal + 0"
	    " AND ordinal > 0 AND begins <> '' ORDER BY ordinal DESC";
	static const char after_sql[] =
	    "SELECT key, begins FROM meeting WHERE body = :body AND ordinal > :ordinal + 0"
	    " AND ordinal > 0 AND begins <> '' ORDER BY ordinal";
	struct stmt st = { 0 };
	bool rises = true;

	if (stmt_open(&st, session->db, before ? before_sql : after_sql, err)) {
		stmt_bind_text(&st, ":body", meeting->body);
		stmt_bind_int(&st, ":ordinal", meeting->ordinal);
		while (rises && stmt_next(&st)) {
			const char *other = stmt_text(&st, 1);
			const char *first = before ? other : meeting->begins;
			const char *second = before ? meeting->begins : other;

			if (is_later(second, first))
				break;
			if (is_later(first, second))
				rises = refuse_order(meeting, stmt_text(&st, 0), other, err);
		}
	}
	return stmt_close(&st) && rises;
}

static bool
check_rising(struct session *session, const struct meeting *meeting, struct err *err)
{
	return meeting->ordinal == 0 || meeting->begins[0] == '\0' ||
	    (check_side(session, meeting, true, err) && check_side(session, meeting, false, err));
}

static bool
check_times(struct session *session, const struct timed *timed, struct err *err)
{
	const char *zone = meeting_zone(session, &timed->meeting);

	for (size_t i = 0; i < timed->sittings.count; i++) {
		const struct sitting *sitting = row_at(&timed->sittings, i);

		if (sitting->starts[0] == '\0')
			continue;
		if (!wall_time_check(timed->zone, zone, sitting->day, sitting->starts, err))
			return err_at(err, "starts");
		if (!wall_time_check(timed->zone, zone, sitting->day, sitting->ends, err))
			return err_at(err, "ends");
	}
	return true;
}

/* Asked here and not when the field is read: the session has the zones open. */
static bool
check_zone(struct session *session, const struct meeting *meeting, struct err *err)
{
	return meeting->zone[0] == '\0' || session_zone(session, meeting->zone, err) != NULL ||
	    err_at(err, "zone");
}

static bool
check(struct session *session, const struct timed *timed, struct err *err)
{
	return !timed->found || (check_zone(session, &timed->meeting, err) &&
	    check_rising(session, &timed->meeting, err) &&
	    check_times(session, timed, err));
}

bool
meeting_span_check(struct session *session, const char *meeting, struct err *err)
{
	struct timed timed = { 0 };
	bool ok = timed_read(session, meeting, &timed, err) && check(session, &timed, err);

	timed_done(&timed);
	return ok;
}

/* Deriving */

static void
add(struct spans *spans, const struct timed *timed, int64_t sitting, const char *day,
    const char *starts, const char *last, const char *ends)
{
	struct span span = { .sitting = sitting };

	wall_time_instant(timed->zone, day, starts, &span.starts);
	wall_time_instant(timed->zone, last, ends[0] != '\0' ? ends : "24:00", &span.ends);
	spans->item = mem_room(spans->item, spans->count, &spans->room, sizeof span);
	spans->item[spans->count++] = span;
}

static void
gather(const struct timed *timed, struct spans *spans)
{
	const struct meeting *meeting = &timed->meeting;
	char last[DAY_SIZE];

	/* Sittings of one that was put off until nobody knows when wait for its day. */
	if (!timed->found || strcmp(meeting->state, "cancelled") == 0 || meeting->begins[0] == '\0')
		return;
	for (size_t i = 0; i < timed->sittings.count; i++) {
		const struct sitting *sitting = row_at(&timed->sittings, i);

		add(spans, timed, sitting->no, sitting->day, sitting->starts, sitting->day, sitting->ends);
	}
	meeting_last_day(meeting, last);
	if (timed->sittings.count == 0 && day_is_whole(meeting->begins) && last[0] != '\0')
		add(spans, timed, 0, meeting->begins, "", last, "");
}

static bool
clear(struct session *session, const char *meeting, struct err *err)
{
	static const char sql[] = "DELETE FROM meeting_span WHERE meeting = :meeting";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		stmt_run(&st);
	}
	return stmt_close(&st);
}

static bool
write_spans(struct session *session, const char *meeting, const struct spans *spans, struct err *err)
{
	static const char sql[] =
	    "INSERT INTO meeting_span (starts, meeting, sitting, ends)"
	    " VALUES (:starts, :meeting, :sitting, :ends)";
	struct stmt st = { 0 };

	if (!stmt_open(&st, session->db, sql, err))
		return stmt_close(&st);
	for (size_t i = 0; i < spans->count; i++) {
		stmt_bind_int(&st, ":starts", spans->item[i].starts);
		stmt_bind_text(&st, ":meeting", meeting);
		stmt_bind_int(&st, ":sitting", spans->item[i].sitting);
		stmt_bind_int(&st, ":ends", spans->item[i].ends);
		stmt_run(&st);
		stmt_again(&st);
	}
	return stmt_close(&st);
}

bool
meeting_span_derive(struct session *session, const char *meeting, struct err *err)
{
	struct timed timed = { 0 };
	struct spans spans = { 0 };
	bool ok = clear(session, meeting, err) && timed_read(session, meeting, &timed, err) &&
	    check(session, &timed, err);

	if (ok) {
		gather(&timed, &spans);
		ok = write_spans(session, meeting, &spans, err);
	}
	free(spans.item);
	timed_done(&timed);
	return ok;
}

static bool
is_span(const struct spans *spans, const struct span *span)
{
	for (size_t i = 0; i < spans->count; i++)
		if (spans->item[i].sitting == span->sitting && spans->item[i].starts == span->starts &&
		    spans->item[i].ends == span->ends)
			return true;
	return false;
}

bool
meeting_span_verify(struct session *session, const char *meeting, bool *ret_same, struct err *err)
{
	static const char sql[] =
	    "SELECT sitting, starts, ends FROM meeting_span WHERE meeting = :meeting";
	struct timed timed = { 0 };
	struct spans spans = { 0 };
	struct stmt st = { 0 };
	size_t stored = 0;
	bool same = true;

	if (!timed_read(session, meeting, &timed, err)) {
		timed_done(&timed);
		return false;
	}
	gather(&timed, &spans);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		for (; stmt_next(&st); stored++)
			same = same && is_span(&spans, &(struct span){ stmt_int(&st, 0), stmt_int(&st, 1),
			    stmt_int(&st, 2) });
	}
	*ret_same = same && stored == spans.count;
	free(spans.item);
	timed_done(&timed);
	return stmt_close(&st);
}
