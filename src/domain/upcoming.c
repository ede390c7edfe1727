/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/upcoming.h"

#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/notice.h"
#include "domain/session.h"
#include "store/stmt.h"

enum { NEAR_DAYS = 30 };	/* before a last day one begins to speak of it */

static const struct choice whats[] = {
	{ "begins", NC_("upcoming", "begins") },
	{ "invitations", NC_("upcoming", "invitations") },
	{ "papers", NC_("upcoming", "papers") },
	{ "accounts", NC_("upcoming", "accounts") },
	{ "credentials", NC_("upcoming", "credentials") },
	{ "dossiers", NC_("upcoming", "dossiers") },
	{ 0 }
};

static const struct field upcoming_fields[] = {
	{ RECORD_FIELD(upcoming, day), .label = NC_("field", "Day"), .kind = FIELD_DAY,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(upcoming, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(upcoming, what), .label = NC_("field", "What"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 12, .choices = whats },
	{ RECORD_FIELD(upcoming, where), .label = NC_("field", "Place"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED, .width = 20 },
	{ RECORD_FIELD(upcoming, late), .label = NC_("field", "Late"), .kind = FIELD_FLAG,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 5 },
	{ 0 }
};

const struct record_type upcoming_type = {
	.key = "upcoming",
	.label = N_("What comes next"),
	.plural = N_("What comes next"),
	.size = sizeof(struct upcoming),
	.fields = upcoming_fields,
};

#define NOT_BEGUN "state IN ('planned', 'convened', 'postponed') AND (begins = '' OR begins >= :day)"

static const char begins_sql[] =
    "SELECT begins, key, CASE WHEN place <> '' THEN place ELSE coalesce(host, '') END FROM meeting"
    " WHERE begins <> '' AND " NOT_BEGUN " ORDER BY begins, key LIMIT :limit";

static const char count_sql[] =
    "SELECT (SELECT count(*) FROM meeting WHERE " NOT_BEGUN "),"
    " (SELECT count(*) FROM meeting WHERE state = 'open' OR (state IN ('planned', 'convened')"
    "  AND begins <= :day AND coalesce(ends, begins) >= :day))";

/* Puts a row where its day belongs; those that are late come first. */
static void
add_sorted(struct row_list *list, struct upcoming upcoming)
{
	row_add(list, &upcoming_type);
	struct upcoming *rows = list->rows;
	size_t at = list->count - 1;

	while (at > 0 && (rows[at - 1].late < upcoming.late ||
	    (rows[at - 1].late == upcoming.late && strcmp(rows[at - 1].day, upcoming.day) > 0))) {
		rows[at] = rows[at - 1];
		at--;
	}
	rows[at] = upcoming;
}

static bool
add_meetings(struct session *session, const char *day, size_t limit, struct row_list *list,
    struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, begins_sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_int(&st, ":limit", (int64_t)limit);
		while (stmt_next(&st))
			add_sorted(list, (struct upcoming){
				.day = mem_strdup(stmt_text(&st, 0)), .meeting = mem_strdup(stmt_text(&st, 1)),
				.what = mem_strdup("begins"), .where = mem_strdup(stmt_text(&st, 2)) });
	}
	return stmt_close(&st);
}

/* Of those that are late no more than half, or one late meeting hides all others. */
static bool
add_notices(struct session *session, const char *day, size_t limit, struct row_list *list,
    struct err *err)
{
	struct row_list notices = { 0 };
	size_t late = 0;

	if (!notice_list_due(session, NEAR_DAYS, &notices, err))
		return false;
	for (size_t i = 0; i < notices.count; i++) {
		const struct notice *notice = row_at(&notices, i);
		bool is_late = strcmp(notice->last, day) < 0;

		late += is_late;
		if (is_late && late > limit / 2)
			continue;
		add_sorted(list, (struct upcoming){
			.day = mem_strdup(notice->last), .meeting = mem_strdup(notice->meeting),
			.what = mem_strdup(notice->what), .where = mem_strdup(""),
			.late = is_late });
	}
	row_list_done(&notices);
	return true;
}

bool
upcoming_list(struct session *session, size_t limit, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &upcoming_type };
	char day[DAY_SIZE];

	session_day(session, day);
	bool ok = add_meetings(session, day, limit, &list, err) &&
	    add_notices(session, day, limit, &list, err);
	for (; list.count > limit; list.count--)
		record_done(&upcoming_type, row_at(&list, list.count - 1));
	return row_list_take(&list, ok, ret_list);
}

bool
upcoming_count(struct session *session, struct upcoming_count *ret_count, struct err *err)
{
	char day[DAY_SIZE];
	struct stmt st = { 0 };

	session_day(session, day);
	if (stmt_open(&st, session->db, count_sql, err)) {
		stmt_bind_text(&st, ":day", day);
		if (stmt_next(&st)) {
			ret_count->meetings = (size_t)stmt_int(&st, 0);
			ret_count->today = (size_t)stmt_int(&st, 1);
		}
	}
	return stmt_close(&st);
}
