/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of domain/member.h is about all of them: how many there are, and what has changed. */
#include "config.h"

#include "domain/member.h"

#include <stdio.h>
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

/* Of one line of the log: a new telephone number moves nobody. */
static enum member_news
news_of(const char *table, const char *op, const char *data)
{
	static const char *const decide[] = { "government_status", "government_name", "alias" };

	for (size_t i = 0; i < sizeof decide / sizeof decide[0]; i++)
		if (strcmp(table, decide[i]) == 0)
			return MEMBER_MOVED;
	if (strcmp(table, "government") != 0)
		return MEMBER_ROWS;
	return strcmp(op, "U") == 0 && change_each(data, is_beside_lists, NULL) ? MEMBER_ONE_ROW : MEMBER_MOVED;
}

/* Two lines of one government are news of one row, those of two are not. */
static enum member_news
add_news(enum member_news news, enum member_news more, const char *key, char code[MEMBER_CODE])
{
	if (more == MEMBER_ONE_ROW && news == MEMBER_NO_NEWS)
		snprintf(code, MEMBER_CODE, "%s", key);
	else if (more == MEMBER_ONE_ROW && strcmp(code, key) != 0)
		more = MEMBER_ROWS;
	return more > news ? more : news;
}

static enum member_news
read_news(struct session *session, int64_t lsn, char ret_code[MEMBER_CODE])
{
	enum { TABLE, KEY, OP, DATA };
	static const char sql[] = "SELECT tbl, rowkey, op, data FROM log WHERE lsn > :lsn";
	enum member_news news = MEMBER_NO_NEWS;
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, NULL)) {
		stmt_bind_int(&st, ":lsn", lsn);
		while (news != MEMBER_MOVED && stmt_next(&st))
			news = add_news(news, news_of(stmt_text(&st, TABLE), stmt_text(&st, OP), stmt_text(&st, DATA)),
			    stmt_text(&st, KEY), ret_code);
	}
	return stmt_close(&st) ? news : MEMBER_MOVED;
}

enum member_news
member_news(struct session *session, int64_t *lsn, char ret_code[MEMBER_CODE])
{
	int64_t before = *lsn, now = session_last_change(session);

	*lsn = now;
	if (now == before)
		return MEMBER_NO_NEWS;
	ret_code[0] = '\0';
	return now < before || now - before > LINES_MOST ? MEMBER_MOVED : read_news(session, before, ret_code);
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
	char day[DAY_SIZE], code[MEMBER_CODE];

	session_day(session, day);
	/* The lines of a set that is open may be taken back, and others get their places. */
	if (db_in_change(session->db))
		return count(session, day, ret_count, err);
	if (known == NULL)
		known = session->members = mem_alloc(sizeof *known);
	if (member_news(session, &known->lsn, code) == MEMBER_MOVED || strcmp(known->day, day) != 0) {
		known->day[0] = '\0';
		if (!count(session, day, &known->count, err))
			return false;
		memcpy(known->day, day, DAY_SIZE);
	}
	*ret_count = known->count;
	return true;
}
