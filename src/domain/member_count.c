/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of domain/member.h is about all of them: how many there are, and has that changed? */
#include "config.h"

#include "domain/member.h"

#include <string.h>

#include "base/day.h"
#include "base/mem.h"
#include "domain/period.h"
#include "domain/session.h"
#include "store/change.h"
#include "store/db.h"
#include "store/stmt.h"

enum {
	LINES_MOST = 1000,	/* to go through more of the log is no less work than to read all anew */
};

/* What a session knows. */
struct member_known {
	int64_t lsn;		/* where the log ended */
	char day[DAY_SIZE];
	struct member_count count;
};

static bool
is_beside_lists(void *context, const char *column, const char *before, const char *after)
{
	(void)context, (void)before, (void)after;
	return strcmp(column, "code") != 0 && strcmp(column, "country") != 0 && strcmp(column, "rank") != 0;
}

/* A new telephone number moves nobody. */
static bool
line_moves(const struct stmt *st)
{
	static const char *const whole[] = { "government_status", "government_name", "alias" };
	enum { TABLE, OP, DATA };
	const char *table = stmt_text(st, TABLE);

	for (size_t i = 0; i < sizeof whole / sizeof whole[0]; i++)
		if (strcmp(table, whole[i]) == 0)
			return true;
	return strcmp(table, "government") == 0 && (strcmp(stmt_text(st, OP), "U") != 0 ||
	    !change_each(stmt_text(st, DATA), is_beside_lists, NULL));
}

static bool
lines_move(struct session *session, int64_t lsn)
{
	static const char sql[] = "SELECT tbl, op, data FROM log WHERE lsn > :lsn";
	struct stmt st = { 0 };
	bool move = false;

	if (stmt_open(&st, session->db, sql, NULL)) {
		stmt_bind_int(&st, ":lsn", lsn);
		while (!move && stmt_next(&st))
			move = line_moves(&st);
	}
	return !stmt_close(&st) || move;
}

bool
member_moved(struct session *session, int64_t *lsn)
{
	int64_t before = *lsn, now = session_last_change(session);

	*lsn = now;
	return now != before && (now - before > LINES_MOST || lines_move(session, before));
}

static bool
count(struct session *session, const char *day, struct member_count *ret_count, struct err *err)
{
	static const char sql[] =
	    "SELECT count(*) FILTER (WHERE status = 'member'),"
	    " count(*) FILTER (WHERE status = 'observer'), count(*)"
	    " FROM government_status AS s WHERE voided IS NULL"
	    " AND status NOT IN ('withdrawn', 'expelled') AND " PERIOD_ON_DAY("s");
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st)) {
			ret_count->members = (size_t)stmt_int(&st, 0);
			ret_count->observers = (size_t)stmt_int(&st, 1);
			ret_count->others = (size_t)stmt_int(&st, 2) -
			    ret_count->members - ret_count->observers;
		}
	}
	return stmt_close(&st);
}

bool
member_count(struct session *session, struct member_count *ret_count, struct err *err)
{
	struct member_known *known = session->members;
	char day[DAY_SIZE];

	session_day(session, day);
	/* The lines of a set that is open may be taken back, and others get their places. */
	if (db_in_change(session->db))
		return count(session, day, ret_count, err);
	if (known == NULL)
		known = session->members = mem_alloc(sizeof *known);
	if (member_moved(session, &known->lsn) || strcmp(known->day, day) != 0) {
		known->day[0] = '\0';
		if (!count(session, day, &known->count, err))
			return false;
		memcpy(known->day, day, DAY_SIZE);
	}
	*ret_count = known->count;
	return true;
}
