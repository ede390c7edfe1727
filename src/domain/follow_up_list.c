/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/follow_up_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/ulid.h"
#include "domain/agenda.h"
#include "domain/follow_up.h"
#include "domain/meeting.h"
#include "domain/session.h"
#include "store/stmt.h"

static const struct choice states[] = {
	{ "open", NC_("follow-up", "open") },
	{ "late", NC_("follow-up", "late") },
	{ "closed", NC_("follow-up", "closed") },
	{ 0 }
};

static const struct field follow_up_entry_fields[] = {
	{ RECORD_FIELD(follow_up_entry, number), .label = NC_("field", "No."), .kind = FIELD_CODE,
	  .flags = FIELD_KEY | FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(follow_up_entry, decision), .label = NC_("field", "Decision"), .kind = FIELD_CODE,
	  .width = 8, .refers = "decision" },
	{ RECORD_FIELD(follow_up_entry, what), .label = NC_("field", "What is to be done"),
	  .kind = FIELD_TEXT, .flags = FIELD_LISTED, .width = 40 },
	{ RECORD_FIELD(follow_up_entry, owner), .label = NC_("field", "Owner"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED, .width = 8 },
	{ RECORD_FIELD(follow_up_entry, due), .label = NC_("field", "Due"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(follow_up_entry, state), .label = NC_("field", "State"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 6, .choices = states },
	{ RECORD_FIELD(follow_up_entry, days), .label = NC_("field", "Days late"),
	  .kind = FIELD_NUMBER, .flags = FIELD_COMPUTED, .width = 5 },
	{ RECORD_FIELD(follow_up_entry, next), .label = NC_("field", "Goes to"), .kind = FIELD_CODE,
	  .flags = FIELD_LISTED | FIELD_COMPUTED, .width = 8, .refers = "meeting" },
	{ RECORD_FIELD(follow_up_entry, closed), .label = NC_("field", "Closed"), .kind = FIELD_DAY,
	  .flags = FIELD_LISTED, .width = 10 },
	{ RECORD_FIELD(follow_up_entry, closing), .label = NC_("field", "Closing note"),
	  .kind = FIELD_TEXT, .width = 40 },
	{ RECORD_FIELD(follow_up_entry, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ RECORD_FIELD(follow_up_entry, id), .label = NC_("field", "Id"), .kind = FIELD_CODE,
	  .width = 26 },
	{ 0 }
};

const struct record_type follow_up_entry_type = {
	.key = "followups",
	.label = N_("Follow-up"),
	.plural = N_("Follow-ups"),
	.size = sizeof(struct follow_up_entry),
	.fields = follow_up_entry_fields,
};

/* Known to the month, it is late when the month is over. */
static int64_t
days_late(const char *due, const char *day)
{
	char last[DAY_SIZE];

	if (due == NULL || due[0] == '\0')
		return 0;
	day_last(due, last);
	return strcmp(last, day) < 0 ? day_to_number(day) - day_to_number(last) : 0;
}

#define OPEN_ON_DAY "(f.closed IS NULL OR f.closed > :day)"
#define BY_DUE " ORDER BY f.due IS NULL, f.due, f.meeting, f.decision, f.no"

static bool
add_entry(struct session *session, const char *id, const char *day, struct row_list *list,
    struct err *err)
{
	struct follow_up row = { 0 };
	struct buf decision = { 0 }, number = { 0 };

	if (!row_get(session, &follow_up_type, id, &row, err))
		return false;
	bool closed = row.closed != NULL && strcmp(row.closed, day) <= 0;
	int64_t days = closed ? 0 : days_late(row.due, day);
	buf_addf(&decision, "%s/%lld", row.meeting, (long long)row.decision);
	buf_addf(&number, "%s/%lld", buf_text(&decision), (long long)row.no);
	struct follow_up_entry *entry = row_add(list, &follow_up_entry_type);
	*entry = (struct follow_up_entry){
		.number = buf_take(&number), .decision = buf_take(&decision),
		.what = mem_strdup(row.what),
		.owner = mem_strdup(row.government != NULL ? row.government : row.body),
		.due = mem_strdup(row.due != NULL ? row.due : ""),
		.state = mem_strdup(closed ? "closed" : days > 0 ? "late" : "open"), .days = days,
		.closed = mem_strdup(closed ? row.closed : ""),
		.closing = mem_strdup(closed ? row.closing : ""),
		.next = mem_strdup(""), .note = mem_strdup(row.note), .id = mem_strdup(id),
	};
	record_done(&follow_up_type, &row);
	return true;
}

/* The agenda it stands on, or will: the next one of the body that decided. */
static bool
find_next(struct session *session, struct follow_up_entry *entry, struct err *err)
{
	static const char sql[] =
	    "SELECT m.body FROM follow_up AS f JOIN meeting AS m ON m.key = f.meeting WHERE f.id = :id";
	struct stmt st = { 0 };
	char *body = NULL, *next = NULL;

	if (strcmp(entry->state, "closed") == 0)
		return true;
	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":id", entry->id);
	bool ok = row_read_key(&st, &body) && (body == NULL || meeting_next(session, body, &next, err));
	if (ok && next != NULL)
		mem_replace(&entry->next, next);
	free(body);
	free(next);
	return ok;
}

bool
follow_up_list(struct session *session, const char *decision, bool open_only,
    struct row_list *ret_list, struct err *err)
{
	static const char sql[] =
	    "SELECT f.id FROM follow_up AS f JOIN decision AS d ON d.meeting = f.meeting AND d.no = f.decision"
	    " WHERE d.taken <= :day AND (:decision IS NULL OR f.meeting || '/' || f.decision = :decision)"
	    " AND (NOT :open OR " OPEN_ON_DAY ")" BY_DUE;
	struct row_list list = { .type = &follow_up_entry_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_text(&st, ":decision", decision);
		stmt_bind_int(&st, ":open", open_only);
		while (ok && stmt_next(&st))
			ok = add_entry(session, stmt_text(&st, 0), day, &list, err);
	}
	ok = stmt_close(&st) && ok;
	for (size_t i = 0; i < list.count && ok; i++)
		ok = find_next(session, row_at(&list, i), err);
	return row_list_take(&list, ok, ret_list);
}

bool
follow_up_list_open(struct session *session, const char *body, struct row_list *ret_list,
    struct err *err)
{
	static const char sql[] =
	    "SELECT f.id FROM follow_up AS f JOIN meeting AS m ON m.key = f.meeting"
	    " JOIN decision AS d ON d.meeting = f.meeting AND d.no = f.decision"
	    " WHERE d.taken <= :day AND " OPEN_ON_DAY " AND (:body IS NULL OR m.body = :body OR f.body = :body)" BY_DUE;
	struct row_list list = { .type = &follow_up_type };
	char day[DAY_SIZE];
	struct stmt st = { 0 };
	bool ok = true;

	session_day(session, day);
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":day", day);
		stmt_bind_text(&st, ":body", body);
		while (ok && stmt_next(&st))
			ok = row_get(session, &follow_up_type, stmt_text(&st, 0),
			    row_add(&list, &follow_up_type), err);
	}
	return row_list_take(&list, stmt_close(&st) && ok, ret_list);
}

bool
follow_up_count(struct session *session, struct follow_up_count *ret_count, struct err *err)
{
	struct row_list list = { 0 };
	char day[DAY_SIZE];

	session_day(session, day);
	if (!follow_up_list_open(session, NULL, &list, err))
		return false;
	*ret_count = (struct follow_up_count){ .open = list.count };
	for (size_t i = 0; i < list.count; i++)
		ret_count->late += days_late(((const struct follow_up *)row_at(&list, i))->due, day) > 0;
	row_list_done(&list);
	return true;
}

/* Deeds */

static bool
next_number(struct session *session, struct follow_up *follow_up, struct err *err)
{
	static const char sql[] =
	    "SELECT (SELECT count(*) FROM decision WHERE meeting = :meeting AND no = :decision),"
	    " 1 + coalesce(max(no), 0) FROM follow_up WHERE meeting = :meeting AND decision = :decision";
	struct stmt st = { 0 };
	bool found = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", follow_up->meeting);
		stmt_bind_int(&st, ":decision", follow_up->decision);
		found = stmt_next(&st) && stmt_int(&st, 0) > 0;
		if (found)
			follow_up->no = stmt_int(&st, 1);
	}
	if (!stmt_close(&st))
		return false;
	return found || err_set(err, ERR_MISSING, _("There is no decision %s/%lld."),
	    follow_up->meeting, (long long)follow_up->decision);
}

bool
follow_up_add(struct session *session, struct follow_up *follow_up, int64_t *ret_number,
    struct err *err)
{
	return session_begin(session, "new follow-up", NULL, err) &&
	    session_finish(session, next_number(session, follow_up, err) &&
		row_insert_in_set(session, &follow_up_type, follow_up, err) &&
		agenda_take_follow_up_in_set(session, follow_up->id, err), ret_number, err);
}

static bool
close_in_set(struct session *session, const char *id, const char *closed, const char *closing,
    struct err *err)
{
	struct follow_up row = { 0 };
	char today[DAY_SIZE];
	bool ok = row_get(session, &follow_up_type, id, &row, err);

	session_today(session, today);
	if (ok && row.closed != NULL)
		ok = err_set(err, ERR_RULE, _("This follow-up was closed on %s: %s"), row.closed, row.closing);
	if (ok && closing[0] == '\0') {
		err_set(err, ERR_RULE, _("A follow-up closes only with a note that says what became of it."));
		ok = err_at(err, "closing");
	}
	ok = ok && record_read(record_find_field(&follow_up_type, "closed"), &row,
	    closed != NULL && closed[0] != '\0' ? closed : today, err) &&
	    record_read(record_find_field(&follow_up_type, "closing"), &row, closing, err) &&
	    row_update_in_set(session, &follow_up_type, &row, err);
	record_done(&follow_up_type, &row);
	return ok;
}

bool
follow_up_close(struct session *session, const char *id, const char *closed, const char *closing,
    int64_t *ret_number, struct err *err)
{
	return session_begin(session, "close follow-up", NULL, err) &&
	    session_finish(session, close_in_set(session, id, closed, closing, err), ret_number, err);
}

bool
follow_up_find(struct session *session, const char *number, char **ret_id, struct err *err)
{
	static const char sql[] =
	    "SELECT id FROM follow_up WHERE id = :number OR meeting || '/' || decision || '/' || no = :number";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err))
		stmt_bind_text(&st, ":number", number);
	return row_read_key(&st, ret_id) && (*ret_id != NULL ||
	    err_set(err, ERR_MISSING, _("There is no follow-up %s: \"decision followups\" lists them."), number));
}
