/* SPDX-License-Identifier: GPL-3.0-or-later */
/* domain/roster.h: the half that changes who holds a seat. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/body.h"
#include "domain/decision.h"
#include "domain/roster.h"
#include "domain/seat.h"
#include "domain/session.h"
#include "domain/term.h"
#include "store/stmt.h"

/* A question about a term, by the names that stand in it: its number, -1 for none. */
static bool
ask(struct session *session, const char *sql, const struct term *term, int64_t *ret_answer,
    struct err *err)
{
	char last[DAY_SIZE] = "";
	const struct { const char *name, *value; } texts[] = {
		{ ":body", term->body }, { ":role", term->role }, { ":since", term->since },
		{ ":until", term->until }, { ":government", term->government }, { ":last", last },
	};
	struct stmt st = { 0 };

	if (term->since != NULL && term->since[0] != '\0')
		day_last(term->since, last);
	*ret_answer = -1;
	if (stmt_open(&st, session->db, sql, err)) {
		for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
			if (strstr(sql, texts[i].name) != NULL)
				stmt_bind_text(&st, texts[i].name, texts[i].value);
		if (strstr(sql, ":no") != NULL)
			stmt_bind_int(&st, ":no", term->no);
		if (stmt_next(&st))
			*ret_answer = stmt_int(&st, 0);
	}
	return stmt_close(&st);
}

/* An office is a member's, on the last day that its beginning may be. */
static bool
must_be_member(struct session *session, const struct term *term, struct err *err)
{
	static const char sql[] =
	    "SELECT 1 FROM government_status WHERE government = :government AND status = 'member'"
	    " AND voided IS NULL AND since <= :last AND (until IS NULL OR until > :since)";
	int64_t member;

	if (term->since[0] == '\0')
		return true;
	return ask(session, sql, term, &member, err) && (member == 1 || err_set(err, ERR_RULE,
	    _("%s is no member on %s: only a member holds an office."), term->government, term->since));
}

/* Two seats of one role would count a government twice. */
static bool
must_hold_no_other(struct session *session, const struct term *term, struct err *err)
{
	static const char sql[] =
	    "SELECT no FROM term WHERE body = :body AND role = :role AND no <> :no"
	    " AND government = :government AND (until IS NULL OR until > :since)"
	    " AND (:until IS NULL OR since < :until)";
	int64_t other;

	return ask(session, sql, term, &other, err) && (other < 0 || err_set(err, ERR_RULE,
	    _("%s holds a seat of this kind in %s already: end that term first, or renew it."),
	    term->government, term->body));
}

/* Of these roles a body has one seat, which passes from one to the next. */
static bool
passes_on(const char *role)
{
	static const char *const single[] = { "chair", "host", "coordinator" };

	for (size_t i = 0; i < sizeof single / sizeof single[0]; i++)
		if (strcmp(single[i], role) == 0)
			return true;
	return false;
}

static bool
find_vacant(struct session *session, struct term *term, struct err *err)
{
	static const char vacant_sql[] =
	    "SELECT no FROM seat AS s WHERE body = :body AND role = :role AND until IS NULL"
	    " AND NOT EXISTS (SELECT 1 FROM term AS t WHERE t.body = s.body AND t.role = s.role"
	    "  AND t.no = s.no AND (t.until IS NULL OR t.until > :since)"
	    "  AND (:until IS NULL OR t.since < :until)) ORDER BY no LIMIT 1";
	static const char next_sql[] =
	    "SELECT coalesce(max(no), 0) + 1 FROM seat WHERE body = :body AND role = :role";

	return ask(session, vacant_sql, term, &term->no, err) &&
	    (term->no > 0 || ask(session, next_sql, term, &term->no, err));
}

static bool
choose_seat(struct session *session, struct term *term, struct err *err)
{
	if (term->no > 0)
		return true;
	if (passes_on(term->role)) {
		term->no = 1;
		return true;
	}
	return find_vacant(session, term, err);
}

/* The seat is made where it is not there, by the decision that fills it. */
static bool
need_seat(struct session *session, const struct term *term, struct err *err)
{
	static const char sql[] =
	    "SELECT 1 FROM seat WHERE body = :body AND role = :role AND no = :no";
	int64_t there;

	if (!ask(session, sql, term, &there, err))
		return false;
	if (there == 1)
		return true;
	struct seat seat = { .body = mem_strdup(term->body), .role = mem_strdup(term->role),
		.no = term->no, .since = mem_strdup(term->since),
		.decision = mem_strdup(term->decision) };
	bool ok = row_insert_in_set(session, &seat_type, &seat, err);
	record_done(&seat_type, &seat);
	return ok;
}

/* The terms of one seat, the earliest first. */
static bool
list_terms(struct session *session, const struct term *seat, struct row_list *ret_terms,
    struct err *err)
{
	struct row_list all = { 0 };

	*ret_terms = (struct row_list){ .type = &term_type };
	if (!row_list(session, &term_type, "body", seat->body, "since", &all, err))
		return false;
	for (size_t i = 0; i < all.count; i++) {
		const struct term *term = row_at(&all, i);

		if (strcmp(term->role, seat->role) == 0 && term->no == seat->no)
			record_copy(&term_type, row_add(ret_terms, &term_type), term);
	}
	row_list_done(&all);
	return true;
}

/* Who holds the seat until the new term begins does so no more. */
static bool
settle(struct session *session, const struct term *next, struct err *err)
{
	struct row_list terms = { 0 };
	bool ok = list_terms(session, next, &terms, err);

	for (size_t i = 0; ok && i < terms.count; i++) {
		struct term *old = row_at(&terms, i);
		bool goes_on = old->until == NULL || strcmp(old->until, next->since) > 0;

		if (!goes_on || strcmp(old->since, next->since) >= 0)
			continue;
		mem_replace(&old->until, next->since);
		if (old->ended[0] == '\0')
			mem_replace(&old->ended, next->decision);
		ok = row_update_in_set(session, &term_type, old, err);
	}
	row_list_done(&terms);
	return ok;
}

/* A meeting that is closed already ends the term on its last day. */
static bool
fill_until(struct session *session, struct term *term, struct err *err)
{
	static const char sql[] =
	    "SELECT coalesce(ends, begins) FROM meeting WHERE key = :meeting"
	    " AND state IN ('closed', 'reported')";
	struct stmt st = { 0 };

	if (term->until != NULL || term->until_meeting == NULL)
		return true;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", term->until_meeting);
		if (stmt_next(&st)) {
			mem_replace(&term->until, stmt_text(&st, 0));
			mem_replace(&term->ended, term->until_meeting);
		}
	}
	return stmt_close(&st);
}

/* No text of it is NULL from here on but those that may be. */
static void
complete(struct term *term)
{
	char **const texts[] = { &term->since, &term->decision, &term->ended };

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (*texts[i] == NULL)
			*texts[i] = mem_strdup("");
}

bool
roster_seat_in_set(struct session *session, struct term *term, struct err *err)
{
	int64_t wanted = term->no;

	complete(term);
	if (!record_check(&term_type, term, err))
		return false;
	term->no = wanted;	/* the check makes the first of 0 */
	return row_must_exist(session, &body_type, term->body, err) && fill_until(session, term, err) &&
	    must_be_member(session, term, err) && choose_seat(session, term, err) &&
	    must_hold_no_other(session, term, err) && need_seat(session, term, err) &&
	    settle(session, term, err) && row_insert_in_set(session, &term_type, term, err);
}

/* The term of the next chair, where the one before ended with the meeting; zeroed else. */
static bool
next_chair(struct session *session, const char *meeting, struct term *ret_term, struct err *err)
{
	static const char sql[] =
	    "SELECT t.body, m.host, t.until, t.body || '-' || (m.ordinal + 1)"
	    " FROM term AS t JOIN meeting AS m ON m.key = t.until_meeting AND m.body = t.body"
	    " JOIN government_status AS s ON s.government = m.host AND s.status = 'member'"
	    "  AND s.voided IS NULL AND s.since <= t.until AND (s.until IS NULL OR s.until > t.until)"
	    " WHERE t.until_meeting = :meeting AND t.role = 'chair' AND t.no = 1 AND m.ordinal > 0"
	    " AND NOT EXISTS (SELECT 1 FROM term AS o WHERE o.body = t.body AND o.role = t.role"
	    "  AND o.no = t.no AND o.since >= t.until)";
	struct stmt st = { 0 };

	*ret_term = (struct term){ 0 };
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":meeting", meeting);
		if (stmt_next(&st))
			*ret_term = (struct term){
				.body = mem_strdup(stmt_text(&st, 0)), .role = mem_strdup("chair"), .no = 1,
				.government = mem_strdup(stmt_text(&st, 1)),
				.since = mem_strdup(stmt_text(&st, 2)),
				.until_meeting = mem_strdup(stmt_text(&st, 3)),
				.decision = mem_strdup(meeting),
			};
	}
	return stmt_close(&st);
}

bool
roster_pass_chair_in_set(struct session *session, const char *meeting, struct buf *ret_said,
    struct err *err)
{
	struct term next = { 0 };
	bool ok = next_chair(session, meeting, &next, err) &&
	    (next.body == NULL || roster_seat_in_set(session, &next, err));

	if (ok && next.body != NULL && ret_said != NULL)
		buf_addf(ret_said, _("%s chairs %s from %s on, until %s closes.\n"), next.government,
		    next.body, next.since, next.until_meeting);
	record_done(&term_type, &next);
	return ok;
}

bool
roster_seat(struct session *session, struct term *term, int64_t *ret_number, struct err *err)
{
	return decision_may_be_named(session, term->decision, err) &&
	    session_begin(session, "give seat", NULL, err) &&
	    session_finish(session, roster_seat_in_set(session, term, err), ret_number, err);
}

/* The holder of the seat, and the day from which it goes on. */
static bool
continue_term(struct session *session, struct term *next, struct err *err)
{
	struct row_list terms = { 0 };

	if (!list_terms(session, next, &terms, err))
		return false;
	const struct term *last = terms.count > 0 ? row_at(&terms, terms.count - 1) : NULL;
	bool ok = last != NULL || err_set(err, ERR_MISSING,
	    _("Nobody has held this seat: appoint a government to it."));

	if (ok && (next->since == NULL || next->since[0] == '\0') && last->until == NULL)
		ok = err_set(err, ERR_INPUT,
		    _("The term of %s has no end yet: say from which day the next one counts."),
		    last->government);
	if (ok) {
		if (next->since == NULL || next->since[0] == '\0')
			mem_replace(&next->since, last->until);
		mem_replace(&next->government, last->government);
	}
	row_list_done(&terms);
	return ok;
}

bool
roster_renew(struct session *session, struct term *next, int64_t *ret_number, struct err *err)
{
	if (next->no == 0)
		next->no = 1;
	return decision_may_be_named(session, next->decision, err) &&
	    session_begin(session, "renew term", NULL, err) &&
	    session_finish(session, continue_term(session, next, err) &&
		roster_seat_in_set(session, next, err), ret_number, err);
}

static bool
end_term(struct session *session, const char *id, const char *day, const char *ended,
    struct err *err)
{
	struct term term = { 0 };
	bool ok = row_get(session, &term_type, id, &term, err);

	if (ok && day[0] == '\0')
		ok = err_set(err, ERR_INPUT, _("Say on which day the term ends."));
	ok = ok && record_read(record_find_field(&term_type, "until"), &term, day, err) &&
	    record_read(record_find_field(&term_type, "ended"), &term, ended, err) &&
	    row_update_in_set(session, &term_type, &term, err);
	record_done(&term_type, &term);
	return ok;
}

bool
roster_end(struct session *session, const char *term, const char *day, const char *ended,
    int64_t *ret_number, struct err *err)
{
	return session_begin(session, "end term", NULL, err) &&
	    session_finish(session, end_term(session, term, day, ended, err), ret_number, err);
}

static bool
add_seat(struct session *session, struct seat *seat, struct err *err)
{
	const struct term asked = { .body = seat->body, .role = seat->role };
	static const char sql[] =
	    "SELECT coalesce(max(no), 0) + 1 FROM seat WHERE body = :body AND role = :role";

	if (seat->body == NULL || !row_must_exist(session, &body_type, seat->body, err) ||
	    (seat->no == 0 && !ask(session, sql, &asked, &seat->no, err)))
		return false;
	return row_insert_in_set(session, &seat_type, seat, err);
}

bool
roster_add_seat(struct session *session, struct seat *seat, int64_t *ret_number, struct err *err)
{
	return decision_may_be_named(session, seat->decision, err) &&
	    session_begin(session, "new seat", NULL, err) &&
	    session_finish(session, add_seat(session, seat, err), ret_number, err);
}

static bool
end_terms_of(struct session *session, const struct seat *seat, const char *day,
    const char *ended, struct err *err)
{
	const struct term key = { .body = seat->body, .role = seat->role, .no = seat->no };
	struct row_list terms = { 0 };
	bool ok = list_terms(session, &key, &terms, err);

	for (size_t i = 0; ok && i < terms.count; i++) {
		const struct term *term = row_at(&terms, i);

		if (term->until == NULL || strcmp(term->until, day) > 0)
			ok = end_term(session, term->id, day, ended, err);
	}
	row_list_done(&terms);
	return ok;
}

static bool
remove_seat(struct session *session, const struct seat *which, const char *day,
    const char *ended, struct err *err)
{
	struct seat seat = { 0 };
	struct buf key = { 0 };

	record_key(&seat_type, which, &key);
	bool ok = row_get(session, &seat_type, buf_text(&key), &seat, err);
	if (ok && day[0] == '\0')
		ok = err_set(err, ERR_INPUT, _("Say on which day the seat is given up."));
	ok = ok && end_terms_of(session, which, day, ended, err) &&
	    record_read(record_find_field(&seat_type, "until"), &seat, day, err) &&
	    record_read(record_find_field(&seat_type, "ended"), &seat, ended, err) &&
	    row_update_in_set(session, &seat_type, &seat, err);
	record_done(&seat_type, &seat);
	buf_done(&key);
	return ok;
}

bool
roster_remove_seat(struct session *session, const struct seat *seat, const char *day,
    const char *ended, int64_t *ret_number, struct err *err)
{
	return session_begin(session, "give up seat", NULL, err) &&
	    session_finish(session, remove_seat(session, seat, day, ended, err), ret_number, err);
}
