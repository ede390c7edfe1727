/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/attendance_view.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/arrears.h"
#include "domain/attendance.h"
#include "domain/delegate.h"
#include "domain/delegation.h"
#include "domain/government_status.h"
#include "domain/invitation.h"
#include "domain/meeting.h"
#include "domain/member.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/roll.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/standing.h"
#include "store/stmt.h"

static const struct field attendance_fields[] = {
	{ RECORD_FIELD(attendance, government), .label = NC_("field", "Government"),
	  .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(attendance, name), .label = NC_("field", "Name"), .kind = FIELD_TEXT,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(attendance, own_name), .label = NC_("field", "Own name"),
	  .kind = FIELD_TEXT, .flags = FIELD_COMPUTED, .width = 30 },
	{ RECORD_FIELD(attendance, status), .label = NC_("field", "Status"), .kind = FIELD_CODE,
	  .width = 10, .choices = statuses },
	{ RECORD_FIELD(attendance, capacity), .label = NC_("field", "Capacity"),
	  .kind = FIELD_CODE, .width = 9, .choices = delegation_capacities },
	{ RECORD_FIELD(attendance, answer), .label = NC_("field", "Answer"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 9, .choices = delegation_answers },
	{ RECORD_FIELD(attendance, late), .label = NC_("field", "Late"), .kind = FIELD_FLAG,
	  .width = 3 },
	{ RECORD_FIELD(attendance, credentials), .label = NC_("field", "Credentials"),
	  .kind = FIELD_CODE, .flags = FIELD_LISTED, .width = 11,
	  .choices = delegation_credentials },
	{ RECORD_FIELD(attendance, head), .label = NC_("field", "Head"), .kind = FIELD_TEXT,
	  .width = 24 },
	{ RECORD_FIELD(attendance, delegates), .label = NC_("field", "Delegates"),
	  .kind = FIELD_NUMBER, .width = 3 },
	{ RECORD_FIELD(attendance, present), .label = NC_("field", "Present"),
	  .kind = FIELD_FLAG, .flags = FIELD_LISTED, .width = 3 },
	{ RECORD_FIELD(attendance, at), .label = NC_("field", "At"), .kind = FIELD_TEXT,
	  .width = 20 },
	{ RECORD_FIELD(attendance, proxy), .label = NC_("field", "Proxy"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 7, .refers = "government" },
	{ RECORD_FIELD(attendance, by_proxy), .label = NC_("field", "By proxy"),
	  .kind = FIELD_FLAG, .width = 3 },
	{ RECORD_FIELD(attendance, counted), .label = NC_("field", "Counted"),
	  .kind = FIELD_FLAG, .width = 3 },
	{ RECORD_FIELD(attendance, may_vote), .label = NC_("field", "May vote"),
	  .kind = FIELD_FLAG, .width = 3 },
	{ RECORD_FIELD(attendance, reason), .label = NC_("field", "Reason"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 12, .choices = roll_reasons },
	{ 0 }
};

const struct record_type attendance_type = {
	.key = "attendance",
	.label = N_("Attendance"),
	.plural = N_("Attendance"),
	.size = sizeof(struct attendance),
	.fields = attendance_fields,
};

/* :votes holds the statuses that vote, each with a blank before and after it. */
static const char list_sql[] =
    "SELECT g.code, s.status, instr(:votes, ' ' || s.status || ' ') > 0,"
    " d.capacity, d.answer, d.answered, d.credentials, d.proxy,"
    " (SELECT p.direction FROM presence AS p WHERE p.meeting = :meeting"
    "  AND p.government = g.code AND p.at <= :at ORDER BY p.at DESC, p.id DESC LIMIT 1),"
    " (SELECT max(p.at) FROM presence AS p WHERE p.meeting = :meeting"
    "  AND p.government = g.code AND p.at <= :at),"
    " c.language, n.name_en, n.name_zh, n.name_ja, n.name_ko, n.name_ru, n.name_mn"
    " FROM government AS g"
    " LEFT JOIN delegation AS d ON d.meeting = :meeting AND d.government = g.code"
    " LEFT JOIN government_status AS s ON s.government = g.code AND s.voided IS NULL"
    "  AND " PERIOD_ON_DAY("s")
    " LEFT JOIN government_name AS n ON n.government = g.code AND n.name_kind = 'official'"
    "  AND " PERIOD_ON_DAY("n")
    " LEFT JOIN country AS c ON c.code = g.country"
    " WHERE d.government IS NOT NULL OR instr(:votes, ' ' || s.status || ' ') > 0"
    " ORDER BY g.rank, g.code";

enum column {
	CODE, STATUS, VOTES, CAPACITY, ANSWER, ANSWERED, CREDENTIALS, PROXY, DIRECTION, AT, LANGUAGE,
	NAMES
};

static char *
text_of(const struct stmt *st, enum column column)
{
	return mem_strdup(stmt_is_null(st, column) ? "" : stmt_text(st, column));
}

static void
read_names(const struct stmt *st, struct attendance *row)
{
	const char *own = stmt_text(st, LANGUAGE);
	struct six_names names;

	for (int i = 0; i < LANGUAGE_COUNT; i++)
		names.in[i] = stmt_text(st, NAMES + i);
	const char *name = member_pick_name(&names, messages_language()->column, own);
	row->name = mem_strdup(name[0] != '\0' ? name : row->government);
	name = member_pick_name(&names, own, NULL);
	row->own_name = mem_strdup(name[0] != '\0' ? name : row->government);
}

static bool
is_late(const char *answer, const char *answered, const char *last_day)
{
	return answer != NULL && answered != NULL && last_day[0] != '\0' &&
	    strcmp(answer, "withdrawn") == 0 && strcmp(answered, last_day) > 0;
}

static void
read_row(const struct stmt *st, const char *last_day, struct attendance *row)
{
	const char *direction = stmt_text(st, DIRECTION);

	row->government = text_of(st, CODE);
	row->status = text_of(st, STATUS);
	row->capacity = text_of(st, CAPACITY);
	row->answer = text_of(st, ANSWER);
	row->late = is_late(stmt_text(st, ANSWER), stmt_text(st, ANSWERED), last_day);
	row->credentials = text_of(st, CREDENTIALS);
	row->proxy = text_of(st, PROXY);
	row->present = direction != NULL && strcmp(direction, "in") == 0;
	row->at = text_of(st, AT);
	row->counted = stmt_int(st, VOTES);	/* for now: whether its status votes */
	row->head = mem_strdup("");
	read_names(st, row);
}

static bool
read_rows(struct session *session, const struct meeting *meeting, const char *at,
    const char *day, const char *votes, struct row_list *list, struct err *err)
{
	char last_day[DAY_SIZE];
	struct stmt st = { 0 };

	if (!invitation_last_day(session, meeting, last_day, err))
		return false;
	if (stmt_open(&st, session->db, list_sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting->key);
		stmt_bind_text(&st, ":at", at);
		stmt_bind_text(&st, ":day", day);
		stmt_bind_text(&st, ":votes", votes);
		while (stmt_next(&st))
			read_row(&st, last_day, row_add(list, &attendance_type));
	}
	return stmt_close(&st);
}

/* " member associate ": the words of the rule, whatever stands between them. */
static bool
read_voting_statuses(struct session *session, const char *day, struct buf *ret_votes,
    struct err *err)
{
	struct rule rule = { 0 };

	if (!rule_get(session, "vote.statuses", day, &rule, err))
		return false;
	buf_add_char(ret_votes, ' ');
	for (const char *p = rule.value; *p != '\0'; p++)
		buf_add_char(ret_votes, *p == ';' || *p == ',' ? ' ' : *p);
	buf_add_char(ret_votes, ' ');
	record_done(&rule_type, &rule);
	return true;
}

/* Delegates. */

static struct attendance *
find_row(struct row_list *list, const char *government)
{
	return (struct attendance *)attendance_find(list, government);
}

static bool
name_head(struct session *session, const struct delegate *head, char **ret_name, struct err *err)
{
	struct person person = { 0 };
	struct buf name = { 0 };
	bool found = false;

	if (head->person == NULL) {
		mem_replace(ret_name, head->name);
		return true;
	}
	if (!row_find(session, &person_type, head->person, &person, &found, err))
		return false;
	if (found)
		person_name(&person, messages_language(), &name);
	mem_replace(ret_name, buf_text(&name));
	buf_done(&name);
	record_done(&person_type, &person);
	return true;
}

static bool
add_delegates(struct session *session, const char *meeting, struct row_list *list,
    struct err *err)
{
	struct row_list delegates = { 0 };
	bool ok = row_list(session, &delegate_type, "meeting", meeting, NULL, &delegates, err);

	for (size_t i = 0; i < delegates.count && ok; i++) {
		const struct delegate *delegate = row_at(&delegates, i);
		struct attendance *row = find_row(list, delegate->government);

		if (row == NULL)
			continue;
		row->delegates++;
		if (strcmp(delegate->role, "head") == 0)
			ok = name_head(session, delegate, &row->head, err);
	}
	row_list_done(&delegates);
	return ok;
}

/* Dues. */

static bool
add_arrears(struct session *session, const char *day, struct row_list *list, struct err *err)
{
	struct row_list arrears = { 0 };

	if (!arrears_list_on(session, day, &arrears, err))
		return false;
	for (size_t i = 0; i < arrears.count; i++) {
		const struct arrears_line *line = row_at(&arrears, i);
		struct attendance *row = find_row(list, line->government);

		if (row == NULL || line->may_vote != 0)
			continue;
		row->owes = 1;
		row->restores = line->restores;
		snprintf(row->currency, sizeof row->currency, "%s", line->currency);
	}
	row_list_done(&arrears);
	return true;
}

/* Standing. */

static void
judge(struct attendance *row, bool votes)
{
	const char *reason = standing_reason(&(struct standing){
		.status = row->status,
		.votes = votes,
		.present = row->present || row->by_proxy,
		.owes = row->owes != 0,
		.credentials = row->credentials,
	});

	mem_replace(&row->reason, reason);
	row->counted = standing_counts(reason);
	row->may_vote = reason[0] == '\0';
}

/* Those in the hall first: whoever is represented depends on one of them. */
static void
judge_all(struct row_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct attendance *row = row_at(list, i);

		judge(row, row->counted);
	}
	for (size_t i = 0; i < list->count; i++) {
		struct attendance *row = row_at(list, i);
		const struct attendance *holder = row->proxy[0] != '\0' && !row->present ?
		    find_row(list, row->proxy) : NULL;

		if (holder == NULL || !holder->present || !holder->may_vote || !row->counted)
			continue;
		row->by_proxy = 1;
		judge(row, true);
	}
}

bool
attendance_view(struct session *session, const struct meeting *meeting, const char *at,
    const char *day, struct row_list *ret_list, struct err *err)
{
	struct row_list list = { .type = &attendance_type };
	struct buf votes = { 0 };
	bool ok = read_voting_statuses(session, day, &votes, err) &&
	    read_rows(session, meeting, at, day, buf_text(&votes), &list, err) &&
	    add_delegates(session, meeting->key, &list, err) &&
	    add_arrears(session, day, &list, err);

	if (ok)
		judge_all(&list);
	buf_done(&votes);
	return row_list_take(&list, ok, ret_list);
}
