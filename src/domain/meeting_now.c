/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/meeting_now.h"

#include <string.h>

#include "base/clock.h"
#include "base/day.h"
#include "base/err.h"
#include "base/hour.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/meeting.h"
#include "domain/row.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "domain/wall_time.h"
#include "store/stmt.h"

/* A partial day of a meeting to come is no earlier than its first possible day. */
#define MEETING_NOW_SQL \
	"SELECT key FROM meeting WHERE state <> 'cancelled'" \
	" ORDER BY state = 'open' AND begins <= :day AND coalesce(ends, begins) >= :day DESC," \
	" state = 'open' DESC," \
	" CASE WHEN state IN ('planned', 'convened', 'postponed') AND begins >= substr(:day, 1, length(begins))" \
	"  AND begins <> '' THEN begins ELSE '9999' END," \
	" begins DESC, key LIMIT 1"

bool
meeting_now(struct session *session, char **ret_key, struct err *err)
{
	struct stmt st = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	if (stmt_open(&st, session->db, MEETING_NOW_SQL, err))
		stmt_bind_text(&st, ":day", day);
	return row_read_key(&st, ret_key) && (*ret_key != NULL ||
	    err_set(err, ERR_MISSING, _("There is no meeting yet. MTG plans one.")));
}

bool
meeting_now_deciding(struct session *session, const char *body, char **ret_key, struct err *err)
{
	static const char sql[] =
	    "SELECT key FROM meeting WHERE state IN ('open', 'closed', 'reported')"
	    " AND (:body = '' OR body = :body) AND begins <= :day"
	    " ORDER BY state = 'open' AND coalesce(ends, begins) >= :day DESC, state = 'open' DESC,"
	    " begins DESC, key LIMIT 1";
	struct stmt st = { 0 };
	char day[DAY_SIZE];
	char *key = NULL;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":body", body);
		stmt_bind_text(&st, ":day", day);
	}
	if (!row_read_key(&st, &key))
		return false;
	*ret_key = key != NULL ? key : mem_strdup("");
	return true;
}

/* Sittings come by day and time, so the last that fits is the one. */
static int64_t
pick(const struct row_list *sittings, const char *day, const char *time)
{
	int64_t no = 0;

	for (size_t i = 0; i < sittings->count; i++) {
		const struct sitting *sitting = row_at(sittings, i);

		if (strcmp(sitting->day, day) != 0)
			continue;
		if (no == 0 || strcmp(sitting->starts, time) <= 0)
			no = sitting->no;
	}
	return no;
}

bool
meeting_now_sitting(struct session *session, const struct meeting *meeting, int64_t *ret_no,
    struct err *err)
{
	const struct zone *zone = session_zone(session, meeting_zone(session, meeting), err);
	struct row_list sittings = { 0 };
	char day[DAY_SIZE], time[HOUR_SIZE];

	*ret_no = 0;
	if (session->as_of[0] != '\0')
		return true;
	if (zone == NULL || !row_list(session, &sitting_type, "meeting", meeting->key, "day, starts, no",
	    &sittings, err))
		return false;
	wall_time_of(zone, clock_now_ms() / 1000, day, time);
	*ret_no = pick(&sittings, day, time);
	row_list_done(&sittings);
	return true;
}
