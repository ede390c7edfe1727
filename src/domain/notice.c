/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/notice.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/meeting.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "store/stmt.h"

enum { FAR_DAYS = 400 };	/* no notice is longer */

static const struct choice whats[] = {
	{ "invitations", NC_("notice", "invitations") },
	{ "accounts", NC_("notice", "accounts") },
	{ "papers", NC_("notice", "papers") },
	{ "dossiers", NC_("notice", "dossiers") },
	{ "credentials", NC_("notice", "credentials") },
	{ 0 }
};

static const struct choice states[] = {
	{ "done", NC_("notice", "done") },
	{ "waiting", NC_("notice", "waiting") },
	{ "late", NC_("notice", "late") },
	{ "none", NC_("notice", "none") },
	{ 0 }
};

static const struct field notice_fields[] = {
	{ RECORD_FIELD(notice, meeting), .label = NC_("field", "Meeting"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(notice, what), .label = NC_("field", "What"), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 12, .choices = whats },
	{ RECORD_FIELD(notice, last), .label = NC_("field", "Last day"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(notice, before), .label = NC_("field", "Days before"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 4 },
	{ RECORD_FIELD(notice, assumed), .label = NC_("field", "Assumed"), .kind = FIELD_FLAG,
	  .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(notice, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 8, .choices = states },
	{ RECORD_FIELD(notice, left), .label = NC_("field", "Days left"), .kind = FIELD_NUMBER,
	  .flags = FIELD_LISTED, .width = 5 },
	{ 0 }
};

const struct record_type notice_type = {
	.key = "notice",
	.label = N_("Last day"),
	.plural = N_("Last days"),
	.size = sizeof(struct notice),
	.fields = notice_fields,
};

/*
 * What has a last day. The question answers two numbers for :meeting: how many
 * there are, and how many of them are not done.
 */
static const struct period {
	const char *what, *rule, *sql;
} periods[] = {
	{ "invitations", "notice.invitations",
	  "SELECT 1, convened IS NULL FROM meeting WHERE key = :meeting" },
	{ "accounts", "notice.accounts",
	  "SELECT 1, NOT EXISTS (SELECT 1 FROM paper WHERE meeting = :meeting AND kind = 'accounts'"
	  " AND received IS NOT NULL)" },
	{ "papers", "notice.papers",
	  "SELECT 1, count(*) = 0 OR total(received IS NULL OR 'missing' IN (state_en, state_zh,"
	  "  state_ja, state_ko, state_ru, state_mn) OR 'awaited' IN (state_en, state_zh, state_ja,"
	  "  state_ko, state_ru, state_mn)) > 0"
	  " FROM paper WHERE meeting = :meeting AND kind <> 'accounts'" },
	{ "dossiers", "notice.dossiers",
	  "SELECT count(DISTINCT a.id), total(d.received IS NULL) FROM application AS a"
	  " JOIN agenda_item AS i ON i.id = a.item LEFT JOIN dossier_item AS d ON d.application = a.id"
	  " WHERE i.meeting = :meeting" },
	{ "credentials", "notice.credentials",
	  "SELECT count(*), total(credentials IN ('none', 'rejected')) FROM delegation"
	  " WHERE meeting = :meeting AND answer = 'coming'" },
};

static bool
ask(struct session *session, const struct period *period, const char *meeting, bool *ret_any,
    bool *ret_open, struct err *err)
{
	struct stmt st = { 0 };

	*ret_any = *ret_open = false;
	if (stmt_open(&st, session->db, period->sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		if (stmt_next(&st)) {
			*ret_any = stmt_int(&st, 0) != 0;
			*ret_open = stmt_int(&st, 1) != 0;
		}
	}
	return stmt_close(&st);
}

static const char *
state_of(bool any, bool open, int left)
{
	return !any ? "none" : !open ? "done" : left < 0 ? "late" : "waiting";
}

static bool
add_notice(struct session *session, const struct meeting *meeting, const struct period *period,
    const char *today, struct row_list *list, struct err *err)
{
	struct rule rule = { 0 };
	char last[DAY_SIZE];
	bool any, open;

	/* No rule, no last day: an association may do without. */
	if (!rule_get(session, period->rule, meeting->begins, &rule, NULL))
		return true;
	int before = (int)strtol(rule.value, NULL, 10);
	bool assumed = strcasestr(rule.note, "assumed") != NULL;
	record_done(&rule_type, &rule);
	if (!ask(session, period, meeting->key, &any, &open, err))
		return false;
	day_add_days(meeting->begins, -before, last);
	int left = day_to_number(last) - day_to_number(today);
	struct notice *notice = row_add(list, &notice_type);
	*notice = (struct notice){
		.meeting = mem_strdup(meeting->key), .what = mem_strdup(period->what),
		.last = mem_strdup(last), .before = before, .assumed = assumed,
		.state = mem_strdup(state_of(any, open, left)), .left = any && open ? left : 0,
	};
	return true;
}

static int
by_last_day(const void *a, const void *b)
{
	const struct notice *x = a, *y = b;
	int order = strcmp(x->last, y->last);

	return order != 0 ? order : strcmp(x->meeting, y->meeting);
}

static bool
add_meeting(struct session *session, const struct meeting *meeting, struct row_list *list,
    struct err *err)
{
	char today[DAY_SIZE];
	bool ok = true;

	if (!day_is_whole(meeting->begins) || strcmp(meeting->state, "cancelled") == 0)
		return true;
	session_day(session, today);
	for (size_t i = 0; i < sizeof periods / sizeof periods[0] && ok; i++)
		ok = add_notice(session, meeting, &periods[i], today, list, err);
	return ok;
}

bool
notice_list(struct session *session, const char *key, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &notice_type };
	struct meeting meeting = { 0 };
	bool ok = row_get(session, &meeting_type, key, &meeting, err) &&
	    add_meeting(session, &meeting, &list, err);

	record_done(&meeting_type, &meeting);
	if (ok)
		row_list_sort(&list, by_last_day);
	return row_list_take(&list, ok, ret_list);
}

/* Add the last days of those that are still to come, within a year and a bit. */
static bool
add_coming(struct session *session, struct row_list *list, struct err *err)
{
	static const char sql[] =
	    "SELECT key FROM meeting WHERE begins >= :today AND begins <= :far"
	    " AND state IN ('planned', 'convened', 'postponed')";
	char today[DAY_SIZE], far[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, today);
	day_add_days(today, FAR_DAYS, far);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":today", today);
		stmt_bind_text(&st, ":far", far);
		while (ok && stmt_next(&st)) {
			struct meeting meeting = { 0 };

			ok = row_get(session, &meeting_type, stmt_text(&st, 0), &meeting, err) &&
			    add_meeting(session, &meeting, list, err);
			record_done(&meeting_type, &meeting);
		}
	}
	return stmt_close(&st) && ok;
}

bool
notice_list_due(struct session *session, int days, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &notice_type }, due = { .type = &notice_type };
	bool ok = add_coming(session, &list, err);

	for (size_t i = 0; i < list.count && ok; i++) {
		const struct notice *notice = row_at(&list, i);
		bool open = strcmp(notice->state, "late") == 0 || strcmp(notice->state, "waiting") == 0;

		if (open && notice->left <= days)
			record_copy(&notice_type, row_add(&due, &notice_type), notice);
	}
	row_list_done(&list);
	if (ok)
		row_list_sort(&due, by_last_day);
	return row_list_take(&due, ok, ret_list);
}
