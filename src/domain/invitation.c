/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/invitation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/attendance.h"
#include "domain/delegation.h"
#include "domain/government.h"
#include "domain/meeting.h"
#include "domain/period.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "store/stmt.h"

/* As what a government of a status comes; whoever has none of these is a guest. */
static const char *
capacity_of(const char *status)
{
	static const struct { const char *status, *capacity; } capacities[] = {
		{ "member", "member" },
		{ "suspended", "member" },	/* it belongs, and does not vote */
		{ "associate", "associate" },
		{ "observer", "observer" },
	};

	for (size_t i = 0; i < sizeof capacities / sizeof capacities[0]; i++)
		if (status != NULL && strcmp(status, capacities[i].status) == 0)
			return capacities[i].capacity;
	return "guest";
}

/* An invitation while it is being written. */
struct inviting {
	struct session *session;
	struct meeting meeting;
	char day[DAY_SIZE];	/* of the meeting: whose status counts */
	char today[DAY_SIZE];	/* the invitations go out */
};

static bool
is_ahead(const struct meeting *meeting, struct err *err)
{
	if (strcmp(meeting->state, "cancelled") == 0)
		return err_set(err, ERR_RULE, _("%s is cancelled: nobody is invited to it."), meeting->key);
	if (strcmp(meeting->state, "closed") == 0 || strcmp(meeting->state, "reported") == 0)
		return err_set(err, ERR_RULE, _("%s is closed: nobody is invited to it any more."),
		    meeting->key);
	return true;
}

/* Whoever is invited while it is open comes late; the meeting is where it was. */
static bool
convene(struct inviting *inviting, struct err *err)
{
	return strcmp(inviting->meeting.state, "open") == 0 ||
	    meeting_convene_in_set(inviting->session, inviting->meeting.key, inviting->today, err);
}

/* A delegation may stand there already, made by hand and not invited. */
static bool
invite(struct inviting *inviting, const char *government, const char *status, struct err *err)
{
	struct delegation delegation = { 0 };
	struct buf key = { 0 };
	bool found = false;

	buf_addf(&key, "%s/%s", inviting->meeting.key, government);
	bool ok = row_find(inviting->session, &delegation_type, buf_text(&key), &delegation, &found,
	    err);
	if (ok && found && delegation.invited != NULL)
		ok = err_set(err, ERR_RULE, _("%s is invited to %s already."), government,
		    inviting->meeting.key);
	if (!found)
		delegation = (struct delegation){ .meeting = mem_strdup(inviting->meeting.key),
			.government = mem_strdup(government),
			.capacity = mem_strdup(capacity_of(status)),
			.answer = mem_strdup("none"), .credentials = mem_strdup("none") };
	mem_replace(&delegation.invited, inviting->today);
	ok = ok && row_save_in_set(inviting->session, &delegation_type, &delegation, err);
	record_done(&delegation_type, &delegation);
	buf_done(&key);
	return ok;
}

/* Governments and their statuses, read before anything is written. */
struct guest {
	char code[16], status[16];
};

struct guests {
	struct guest *item;
	size_t count, room;
};

/* Those of the association on the day, by rank of protocol, that are not invited yet. */
static bool
read_guests(const struct inviting *inviting, struct guests *guests, struct err *err)
{
	static const char sql[] =
	    "SELECT g.code, s.status FROM government AS g"
	    " JOIN government_status AS s ON s.government = g.code AND s.voided IS NULL"
	    "  AND " PERIOD_ON_DAY("s")
	    " WHERE s.status IN ('member', 'suspended', 'associate', 'observer')"
	    " AND NOT EXISTS (SELECT 1 FROM delegation WHERE meeting = :meeting"
	    "  AND government = g.code AND invited IS NOT NULL)"
	    " ORDER BY g.rank, g.code";
	struct stmt st = { 0 };

	if (stmt_open(&st, inviting->session->db, sql, err)) {
		stmt_bind_text(&st, ":day", inviting->day);
		stmt_bind_text(&st, ":meeting", inviting->meeting.key);
		while (stmt_next(&st)) {
			guests->item = mem_room(guests->item, guests->count, &guests->room,
			    sizeof guests->item[0]);
			struct guest *guest = &guests->item[guests->count++];
			snprintf(guest->code, sizeof guest->code, "%s", stmt_text(&st, 0));
			snprintf(guest->status, sizeof guest->status, "%s", stmt_text(&st, 1));
		}
	}
	return stmt_close(&st);
}

/* Inside a change set: what every invitation needs to know. */
static bool
begin_inviting(struct session *session, const char *meeting, struct inviting *ret_inviting,
    struct err *err)
{
	*ret_inviting = (struct inviting){ .session = session };
	if (!row_get(session, &meeting_type, meeting, &ret_inviting->meeting, err))
		return false;
	session_today(session, ret_inviting->today);
	attendance_day(session, &ret_inviting->meeting, NULL, ret_inviting->day);
	return is_ahead(&ret_inviting->meeting, err);
}

static bool
send_all_in_set(struct session *session, const char *meeting, size_t *ret_count,
    struct err *err)
{
	struct inviting inviting;
	struct guests guests = { 0 };
	bool ok = begin_inviting(session, meeting, &inviting, err) &&
	    read_guests(&inviting, &guests, err);

	for (size_t i = 0; i < guests.count && ok; i++)
		ok = invite(&inviting, guests.item[i].code, guests.item[i].status, err);
	ok = ok && convene(&inviting, err);
	*ret_count = guests.count;
	record_done(&meeting_type, &inviting.meeting);
	free(guests.item);
	return ok;
}

bool
invitation_send_all(struct session *session, const char *meeting, size_t *ret_count,
    int64_t *ret_number, struct err *err)
{
	if (!session_begin(session, "invite", NULL, err))
		return false;
	bool ok = send_all_in_set(session, meeting, ret_count, err);
	return session_finish(session, ok, ret_number, err);
}

/* "" when it has none on the day. */
static bool
read_status(const struct inviting *inviting, const char *government, struct guest *ret_guest,
    struct err *err)
{
	static const char sql[] =
	    "SELECT status FROM government_status WHERE government = :government"
	    " AND voided IS NULL AND " PERIOD_ON_DAY("government_status");
	struct stmt st = { 0 };

	*ret_guest = (struct guest){ 0 };
	if (stmt_open(&st, inviting->session->db, sql, err)) {
		stmt_bind_text(&st, ":government", government);
		stmt_bind_text(&st, ":day", inviting->day);
		if (stmt_next(&st))
			snprintf(ret_guest->status, sizeof ret_guest->status, "%s",
			    stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

static bool
send_one(struct inviting *inviting, const char *code, struct err *err)
{
	struct government government = { 0 };
	struct guest guest;
	bool ok = row_get(inviting->session, &government_type, code, &government, err) &&
	    read_status(inviting, code, &guest, err) &&
	    invite(inviting, code, guest.status, err);

	record_done(&government_type, &government);
	return ok;
}

static bool
send_in_set(struct session *session, const char *meeting, const char *const *governments,
    size_t count, struct err *err)
{
	struct inviting inviting;
	bool ok = begin_inviting(session, meeting, &inviting, err);

	for (size_t i = 0; i < count && ok; i++)
		ok = send_one(&inviting, governments[i], err);
	ok = ok && convene(&inviting, err);
	record_done(&meeting_type, &inviting.meeting);
	return ok;
}

bool
invitation_send(struct session *session, const char *meeting, const char *const *governments,
    size_t count, int64_t *ret_number, struct err *err)
{
	if (!session_begin(session, "invite", NULL, err))
		return false;
	bool ok = send_in_set(session, meeting, governments, count, err);
	return session_finish(session, ok, ret_number, err);
}

/* Answers. */

bool
invitation_last_day(struct session *session, const struct meeting *meeting,
    char ret_day[DAY_SIZE], struct err *err)
{
	struct rule rule = { 0 };
	struct err none = { 0 };
	int days = 1;

	ret_day[0] = '\0';
	if (!day_is_whole(meeting->begins))
		return true;
	if (rule_get(session, "notice.credentials", meeting->begins, &rule, &none))
		days = atoi(rule.value);
	else if (none.code != ERR_MISSING)
		return err_set(err, none.code, "%s", none.text);
	record_done(&rule_type, &rule);
	day_add_days(meeting->begins, -days, ret_day);
	return true;
}

static void
next_line(struct buf *said)
{
	if (said->length > 0)
		buf_add_char(said, '\n');
}

static bool
say_if_late(struct session *session, const struct meeting *meeting, const char *today,
    struct buf *said, struct err *err)
{
	char last[DAY_SIZE];

	if (!invitation_last_day(session, meeting, last, err))
		return false;
	if (last[0] == '\0' || strcmp(today, last) <= 0)
		return true;
	next_line(said);
	buf_addf(said, _("This withdrawal is late: the last day was %s."), last);
	return true;
}

/* Whom it was to vote for. */
static bool
say_proxies(struct session *session, const struct delegation *delegation, struct buf *said,
    struct err *err)
{
	static const char sql[] =
	    "SELECT group_concat(government, ', ') FROM delegation"
	    " WHERE meeting = :meeting AND proxy = :government";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", delegation->meeting);
		stmt_bind_text(&st, ":government", delegation->government);
		if (stmt_next(&st) && !stmt_is_null(&st, 0)) {
			next_line(said);
			buf_addf(said, _("It was to vote for %s: ask them for another proxy."),
			    stmt_text(&st, 0));
		}
	}
	return stmt_close(&st);
}

/* Nobody is in the hall who is not at the meeting. */
static bool
leave_hall(struct session *session, const struct meeting *meeting, const char *government,
    struct err *err)
{
	bool in = false;

	if (strcmp(meeting->state, "convened") != 0 && strcmp(meeting->state, "open") != 0)
		return true;
	return attendance_is_in(session, meeting->key, government, &in, err) &&
	    (!in || attendance_log_in_set(session, meeting->key, government, "out", NULL, err));
}

static bool
stays_away(const char *answer)
{
	return strcmp(answer, "withdrawn") == 0 || strcmp(answer, "declined") == 0;
}

static bool
write_answer(struct session *session, struct delegation *delegation, const char *answer,
    const char *today, struct err *err)
{
	if (!record_read(record_find_field(&delegation_type, "answer"), delegation, answer, err))
		return false;
	mem_replace(&delegation->answered, strcmp(answer, "none") != 0 ? today : NULL);
	return row_update_in_set(session, &delegation_type, delegation, err);
}

static bool
answer_in_set(struct session *session, const char *key, const char *government,
    const char *answer, struct buf *said, struct err *err)
{
	struct delegation delegation = { 0 };
	struct meeting meeting = { 0 };
	char today[DAY_SIZE];
	bool ok = row_get(session, &meeting_type, key, &meeting, err) &&
	    delegation_get(session, key, government, &delegation, err);

	session_today(session, today);
	if (!ok || strcmp(delegation.answer, answer) == 0)
		goto out;
	ok = write_answer(session, &delegation, answer, today, err);
	if (ok && strcmp(answer, "withdrawn") == 0)
		ok = say_if_late(session, &meeting, today, said, err);
	if (ok && stays_away(answer))
		ok = leave_hall(session, &meeting, government, err) &&
		    say_proxies(session, &delegation, said, err);
out:
	record_done(&meeting_type, &meeting);
	record_done(&delegation_type, &delegation);
	return ok;
}

bool
invitation_answer(struct session *session, const char *meeting, const char *government,
    const char *answer, struct buf *ret_said, int64_t *ret_number, struct err *err)
{
	struct buf unheard = { 0 };

	if (!session_begin(session, "answer", NULL, err))
		return false;
	bool ok = answer_in_set(session, meeting, government, answer,
	    ret_said != NULL ? ret_said : &unheard, err);
	buf_done(&unheard);
	return session_finish(session, ok, ret_number, err);
}
