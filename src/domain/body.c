/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/body.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body_name.h"
#include "domain/decision.h"
#include "domain/period.h"
#include "domain/roster.h"
#include "domain/row.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/term.h"
#include "store/stmt.h"

const struct choice body_kinds[] = {
	{ "association", NC_("body", "association") },
	{ "assembly", NC_("body", "assembly") },
	{ "committee", NC_("body", "committee") },
	{ "subcommittees", NC_("body", "sub-committees") },
	{ "subcommittee", NC_("body", "sub-committee") },
	{ "secretariat", NC_("body", "secretariat") },
	{ "bureau", NC_("body", "bureau") },
	{ "division", NC_("body", "division") },
	{ "other", NC_("body", "other") },
	{ 0 }
};

static bool
body_check(void *record, struct err *err)
{
	const struct body *body = record;

	if (body->parent != NULL && strcmp(body->parent, body->key) == 0) {
		err_set(err, ERR_INPUT, _("A body does not belong to itself."));
		return err_at(err, "parent");
	}
	if (body->successor != NULL && strcmp(body->successor, body->key) == 0) {
		err_set(err, ERR_INPUT, _("A body does not follow itself: name another one."));
		return err_at(err, "successor");
	}
	return period_check(body->since, body->until, err);
}

static const struct field body_fields[] = {
	{ RECORD_FIELD(body, key), .label = NC_("field", "Key"), .kind = FIELD_CODE, .flags = FIELD_KEY | FIELD_REQUIRED | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .hint = N_("Capital letters, digits and hyphens: ENV.") },
	{ RECORD_FIELD(body, kind), .label = NC_("field", "Kind"), .kind = FIELD_CODE, .flags = FIELD_REQUIRED | FIELD_LISTED,
	  .width = 13, .choices = body_kinds },
	{ RECORD_FIELD(body, parent), .label = NC_("field", "Belongs to"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "body" },
	{ RECORD_FIELD(body, number), .label = NC_("field", "Number"), .kind = FIELD_NUMBER, .flags = FIELD_LISTED | FIELD_FIXED,
	  .width = 6, .hint = N_("Its number among those of its parent; never given again. 0: none.") },
	{ RECORD_FIELD(body, since), .label = NC_("field", "Since"), .kind = FIELD_DAY, .flags = FIELD_LISTED,
	  .width = 10, .group = "period", .hint = N_("Year, month or day: 2010, 2010-10 or 2010-10-28. Empty: not known.") },
	{ RECORD_FIELD(body, until), .label = NC_("field", "Until"), .kind = FIELD_DAY, .flags = FIELD_NULLABLE | FIELD_LISTED | FIELD_FIXED,
	  .width = 10, .group = "period", .hint = N_("The first day on which it holds no more. Empty: it goes on.") },
	{ RECORD_FIELD(body, decision), .label = NC_("field", "Decision"), .kind = FIELD_TEXT, .flags = FIELD_LISTED | FIELD_UPPER,
	  .width = 8, .refers = "rests-on", .group = "period", .hint = N_("The decision or session it rests on: GA-8/1, or GA-8.") },
	{ RECORD_FIELD(body, successor), .label = NC_("field", "Successor"), .kind = FIELD_CODE, .flags = FIELD_NULLABLE | FIELD_UPPER | FIELD_FIXED,
	  .width = 8, .group = "period", .refers = "body" },
	{ RECORD_FIELD(body, ended), .label = NC_("field", "Ended by"), .kind = FIELD_TEXT, .flags = FIELD_FIXED,
	  .width = 20, .group = "period" },
	{ RECORD_FIELD(body, note), .label = NC_("field", "Note"), .kind = FIELD_LONG,
	  .width = 40 },
	{ 0 }
};

const struct record_type body_type = {
	.key = "body",
	.label = N_("Body"),
	.plural = N_("Bodies"),
	.size = sizeof(struct body),
	.fields = body_fields,
	.check = body_check,
};

bool
body_check_whole(struct session *session, const char *key, struct err *err)
{
	static const char sql[] =
	    "WITH RECURSIVE above(key) AS (SELECT parent FROM body WHERE key = :key"
	    " UNION SELECT body.parent FROM above JOIN body ON body.key = above.key)"
	    " SELECT :key IN (SELECT key FROM above),"
	    " NOT EXISTS (SELECT 1 FROM body_name WHERE body = :key) FROM body WHERE key = :key";
	struct stmt st = { 0 };
	bool circle = false, nameless = false;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", key);
		if (stmt_next(&st)) {
			circle = !stmt_is_null(&st, 0) && stmt_int(&st, 0) != 0;
			nameless = stmt_int(&st, 1) != 0;
		}
	}
	if (!stmt_close(&st))
		return false;
	if (nameless)
		return err_set(err, ERR_RULE, _("%s has no name: give it one in one language at least."),
		    key);
	return !circle || err_set(err, ERR_RULE,
	    _("%s would belong to a body that belongs to it: choose another one above it."), key);
}

/* The last day a body that begins on since may begin on; that a rule is asked for. */
static void
last_of(const char *since, char ret_day[DAY_SIZE])
{
	if (since != NULL && since[0] != '\0')
		day_last(since, ret_day);
	else
		ret_day[0] = '\0';
}

/* Is the body there on that day? "" is any day before it is dissolved. */
static bool
must_exist(struct session *session, const char *key, const char *day, struct err *err)
{
	struct body body = { 0 };

	if (!row_get(session, &body_type, key, &body, err))
		return false;
	bool gone = body.until != NULL && (day[0] == '\0' || strcmp(body.until, day) <= 0);
	if (gone)
		err_set(err, ERR_RULE, _("%s is dissolved since %s: choose a body that goes on."), key,
		    body.until);
	record_done(&body_type, &body);
	return !gone;
}

static bool
next_number(struct session *session, const char *parent, int64_t *ret_number, struct err *err)
{
	static const char sql[] = "SELECT coalesce(max(number), 0) + 1 FROM body WHERE parent = :parent";

	return stmt_ask_int(session->db, sql, ":parent", parent, ret_number, err);
}

/* A sub-committee has a coordinator: until it is chosen the seat is vacant. */
static bool
add_coordinator_seat(struct session *session, const struct body *body, struct err *err)
{
	struct seat seat = { .body = mem_strdup(body->key), .role = mem_strdup("coordinator"),
		.no = 1, .since = mem_strdup(body->since), .until = mem_strdup(body->until),
		.decision = mem_strdup(body->decision) };
	bool ok = row_insert_in_set(session, &seat_type, &seat, err);

	record_done(&seat_type, &seat);
	return ok;
}

static bool
refuse_taken(struct session *session, const char *key, struct err *err)
{
	bool found = false;

	if (!row_exists(session, &body_type, key, &found, err))
		return false;
	return !found || err_set(err, ERR_RULE,
	    _("There is a body %s already: a key is given once."), key);
}

bool
body_set_up_in_set(struct session *session, struct body *body, struct body_name *name,
    struct err *err)
{
	char day[DAY_SIZE];

	last_of(body->since, day);
	if (!record_check(&body_type, body, err) || !refuse_taken(session, body->key, err) ||
	    (body->parent != NULL && !must_exist(session, body->parent, day, err)))
		return false;
	bool numbered = strcmp(body->kind, "subcommittee") == 0 && body->parent != NULL;
	if (numbered && body->number == 0 &&
	    !next_number(session, body->parent, &body->number, err))
		return false;
	mem_replace(&name->body, body->key);
	return row_insert_in_set(session, &body_type, body, err) &&
	    row_insert_in_set(session, &body_name_type, name, err) &&
	    (strcmp(body->kind, "subcommittee") != 0 || add_coordinator_seat(session, body, err));
}

/* The first key that sql answers for :key on :day; NULL: none. */
static bool
find_key(struct session *session, const char *sql, const struct body *body, char **ret_key,
    struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":key", body->key);
		stmt_bind_text(&st, ":day", body->until);
	}
	return row_read_key(&st, ret_key);
}

/* body.until is the day it is to be dissolved on. */
static bool
may_dissolve(struct session *session, const struct body *body, struct err *err)
{
	static const char below_sql[] =
	    "SELECT key FROM body WHERE parent = :key AND (until IS NULL OR until > :day)"
	    " ORDER BY number, key LIMIT 1";
	static const char meeting_sql[] =
	    "SELECT key FROM meeting WHERE body = :key AND begins >= :day"
	    " AND state <> 'cancelled' ORDER BY begins LIMIT 1";
	char *below = NULL, *meeting = NULL;
	bool ok = find_key(session, below_sql, body, &below, err) &&
	    find_key(session, meeting_sql, body, &meeting, err);

	if (ok && below != NULL)
		ok = err_set(err, ERR_RULE,
		    _("%s belongs to it and goes on: dissolve that one first."), below);
	if (ok && meeting != NULL)
		ok = err_set(err, ERR_RULE, _("%s is planned for later: cancel that meeting first."), meeting);
	free(below);
	free(meeting);
	return ok;
}

/* What the clerk says of the end goes into the body that is to be dissolved. */
static bool
put_end(struct body *body, const char *day, const char *successor, const char *decision,
    struct err *err)
{
	if (body->until != NULL)
		return err_set(err, ERR_RULE, _("%s is dissolved already, since %s."), body->key,
		    body->until);
	if (!record_read(record_find_field(&body_type, "until"), body, day, err))
		return false;
	if (body->until == NULL)
		return err_set(err, ERR_INPUT, _("Say on which day it is dissolved."));
	mem_replace(&body->successor, successor);
	mem_replace(&body->ended, decision != NULL ? decision : "");
	return true;
}

/* Rows of the body that go on after day end with it; those of later days refuse. */
static bool
end_rows(struct session *session, const struct record_type *type, const struct body *body,
    struct err *err)
{
	const struct field *until = record_find_field(type, "until");
	struct row_list rows = { 0 };
	bool ok = row_list(session, type, "body", body->key, NULL, &rows, err);

	for (size_t i = 0; ok && i < rows.count; i++) {
		void *row = row_at(&rows, i);
		const char *old = record_text(until, row);

		if (old[0] != '\0' && strcmp(old, body->until) <= 0)
			continue;
		record_put(until, row, body->until);
		record_put(record_find_field(type, "ended"), row, body->ended);
		ok = row_update_in_set(session, type, row, err);
	}
	row_list_done(&rows);
	return ok;
}

bool
body_dissolve_in_set(struct session *session, const char *key, const char *day,
    const char *successor, const char *decision, struct err *err)
{
	struct body body = { 0 };
	char last[DAY_SIZE] = "";
	bool ok = row_get(session, &body_type, key, &body, err) &&
	    put_end(&body, day, successor, decision, err) && may_dissolve(session, &body, err);

	if (ok)
		last_of(body.until, last);
	ok = ok && (successor == NULL || must_exist(session, successor, last, err)) &&
	    end_rows(session, &term_type, &body, err) &&
	    end_rows(session, &seat_type, &body, err) &&
	    row_update_in_set(session, &body_type, &body, err);
	record_done(&body_type, &body);
	return ok;
}

static bool
seat_coordinator(struct session *session, const struct body *body, const char *government,
    struct err *err)
{
	struct term term = { .body = mem_strdup(body->key), .role = mem_strdup("coordinator"),
		.government = mem_strdup(government), .since = mem_strdup(body->since),
		.decision = mem_strdup(body->decision) };
	bool ok = roster_seat_in_set(session, &term, err);

	record_done(&term_type, &term);
	return ok;
}

bool
body_set_up(struct session *session, struct body *body, struct body_name *name,
    const char *coordinator, int64_t *ret_number, struct err *err)
{
	if (!decision_may_be_named(session, body->decision, err)) {
		err_at(err, "decision");
		return false;
	}
	return session_begin(session, "set up body", NULL, err) &&
	    session_finish(session, body_set_up_in_set(session, body, name, err) &&
		(coordinator == NULL || seat_coordinator(session, body, coordinator, err)), ret_number, err);
}

static bool
dissolve_by(struct session *session, const char *key, const char *day, const char *successor,
    const char *decision, int64_t *ret_number, struct err *err)
{
	return decision_may_be_named(session, decision, err) &&
	    session_begin(session, "dissolve body", NULL, err) &&
	    session_finish(session, body_dissolve_in_set(session, key, day, successor, decision, err),
		ret_number, err);
}

bool
body_dissolve(struct session *session, const char *key, const char *day,
    const char *successor, const char *decision, int64_t *ret_number, struct err *err)
{
	struct body said = { 0 };
	bool ok = record_read(record_find_field(&body_type, "decision"), &said,
	    decision != NULL ? decision : "", err) &&
	    dissolve_by(session, key, day, successor, said.decision, ret_number, err);

	record_done(&body_type, &said);
	return ok;
}
