/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/gaps.h"

#include "base/err.h"
#include "base/mem.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/search.h"
#include "domain/session.h"
#include "store/stmt.h"

#define VACANT \
	"NOT EXISTS (SELECT 1 FROM holding AS h WHERE h.post = p.id" \
	"  AND " PERIOD_ON_DAY("h") ")"

/* In the order of languages[]; one reading for all six. */
static const char unchecked_sql[] =
    "SELECT sum(instr(unchecked, 'en') > 0), sum(instr(unchecked, 'zh') > 0),"
    " sum(instr(unchecked, 'ja') > 0), sum(instr(unchecked, 'ko') > 0),"
    " sum(instr(unchecked, 'ru') > 0), sum(instr(unchecked, 'mn') > 0)"
    " FROM government_name"
    " WHERE name_kind = 'official' AND unchecked <> '' AND " PERIOD_ON_DAY("government_name");

static const char unknown_sql[] =
    "SELECT count(*) FROM government_status"
    " WHERE voided IS NULL AND since = '' AND " PERIOD_ON_DAY("government_status");

static const char inferred_sql[] =
    "SELECT count(*) FROM government AS g JOIN government_status AS s ON s.government = g.code"
    " WHERE g.source = 'inferred' AND s.voided IS NULL AND " PERIOD_ON_DAY("s");

static const char vacant_sql[] =
    "SELECT count(*) FROM post AS p WHERE " VACANT " AND " PERIOD_ON_DAY("p");

static const char vacant_seats_sql[] =
    "SELECT count(*) FROM seat AS s JOIN body AS b ON b.key = s.body"
    " WHERE " PERIOD_ON_DAY("s")
    " AND " PERIOD_ON_DAY("b")
    " AND NOT EXISTS (SELECT 1 FROM term AS t WHERE t.body = s.body AND t.role = s.role"
    "  AND t.no = s.no AND " PERIOD_ON_DAY("t") ")";

static const char unchecked_bodies_sql[] =
    "SELECT count(*) FROM body_name WHERE unchecked <> '' AND " PERIOD_ON_DAY("body_name");

/* The columns of the one row that sql gives. */
static bool
count(struct session *session, const char *sql, size_t columns, size_t *ret_counts, struct err *err)
{
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st))
			for (size_t i = 0; i < columns; i++)
				ret_counts[i] = (size_t)stmt_int(&st, (int)i);
	}
	return stmt_close(&st);
}

bool
gaps_count(struct session *session, struct gaps *ret_gaps, struct err *err)
{
	struct gaps gaps = { 0 };

	if (!count(session, unchecked_sql, LANGUAGE_COUNT, gaps.unchecked, err) ||
	    !count(session, unknown_sql, 1, &gaps.unknown_since, err) ||
	    !count(session, inferred_sql, 1, &gaps.inferred, err) ||
	    !count(session, vacant_sql, 1, &gaps.vacant_posts, err) ||
	    !count(session, vacant_seats_sql, 1, &gaps.vacant_seats, err) ||
	    !count(session, unchecked_bodies_sql, 1, &gaps.unchecked_bodies, err))
		return false;
	*ret_gaps = gaps;
	return true;
}

static const char list_unchecked_sql[] =
    "SELECT 'government', g.code, '' FROM government_name AS n"
    " JOIN government AS g ON g.code = n.government"
    " WHERE n.name_kind = 'official' AND instr(n.unchecked, :language) > 0"
    " AND " PERIOD_ON_DAY("n") " ORDER BY g.rank, g.code LIMIT :limit";

static const char list_unknown_sql[] =
    "SELECT 'government', g.code, '' FROM government_status AS s"
    " JOIN government AS g ON g.code = s.government"
    " WHERE s.voided IS NULL AND s.since = ''"
    " AND " PERIOD_ON_DAY("s") " ORDER BY g.rank, g.code LIMIT :limit";

static const char list_inferred_sql[] =
    "SELECT 'government', g.code, '' FROM government_status AS s"
    " JOIN government AS g ON g.code = s.government"
    " WHERE g.source = 'inferred' AND s.voided IS NULL"
    " AND " PERIOD_ON_DAY("s") " ORDER BY g.rank, g.code LIMIT :limit";

static const char list_vacant_sql[] =
    "SELECT 'post', g.code, p.code FROM post AS p"
    " JOIN government AS g ON g.code = p.government"
    " WHERE " VACANT " AND " PERIOD_ON_DAY("p") " ORDER BY g.rank, g.code, p.code LIMIT :limit";

static const char *const list_sql[] = {
	[GAP_UNCHECKED] = list_unchecked_sql,
	[GAP_UNKNOWN_SINCE] = list_unknown_sql,
	[GAP_INFERRED] = list_inferred_sql,
	[GAP_VACANT_POST] = list_vacant_sql,
};

/* A government without a status that day has a name all the same: its code. */
static void
add_hit(struct session *session, const struct stmt *st, struct row_list *hits)
{
	const char *code = stmt_text(st, 1), *post = stmt_text(st, 2);
	struct hit *hit = row_add(hits, &hit_type);
	struct member member = { 0 };
	struct err ignored = { 0 };
	bool known = member_get(session, code, &member, &ignored);

	*hit = (struct hit){
		.kind = mem_strdup(stmt_text(st, 0)),
		.key = mem_strdup(code),
		.name = mem_strdup(known ? member.name : code),
		.detail = mem_strdup(post[0] != '\0' ? post : known ? member.own_name : ""),
		.status = mem_strdup(known ? member.status : ""),
	};
	record_done(&member_type, &member);
}

bool
gaps_list(struct session *session, enum gap gap, const struct language *language,
    size_t limit, struct row_list *ret_hits, struct err *err)
{
	struct row_list hits = { .type = &hit_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, list_sql[gap], err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_int(&st, ":limit", limit > 0 ? (int64_t)limit : -1);
		if (gap == GAP_UNCHECKED)
			stmt_bind_text(&st, ":language", language->column);
		while (stmt_next(&st))
			add_hit(session, &st, &hits);
	}
	return row_list_take(&hits, stmt_close(&st), ret_hits);
}
