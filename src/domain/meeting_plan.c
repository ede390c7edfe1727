/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New sessions: what follows from the body and from the sessions before. */
#include "config.h"

#include "domain/meeting.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "domain/agenda.h"
#include "domain/body.h"
#include "domain/clash.h"
#include "domain/row.h"
#include "domain/rule.h"
#include "domain/session.h"
#include "domain/sitting.h"
#include "store/stmt.h"

enum { MOST_REPEATS = 60 };

static bool
is_given(const char *text)
{
	return text != NULL && text[0] != '\0';
}

/* Key, body and ordinal: each follows from the others. */

/* "GA-9", "GA-9-2": what stands before the last number. */
static char *
before_number(const char *key)
{
	const char *end = key + strlen(key);

	while (end > key && isdigit((unsigned char)end[-1]))
		end--;
	return *end != '\0' && end > key && end[-1] == '-' ? mem_strndup(key, (size_t)(end - key - 1)) :
	    NULL;
}

/* The body out of the key; of "GA-9-2" it is not GA-9. */
static bool
fill_body(struct session *session, struct meeting *meeting, struct err *err)
{
	char *body = before_number(meeting->key);
	bool is = false, ok = body == NULL || row_exists(session, &body_type, body, &is, err);

	if (ok && !is && body != NULL) {
		char *shorter = before_number(body);

		free(body);
		body = shorter;
		ok = body == NULL || row_exists(session, &body_type, body, &is, err);
	}
	if (ok && is)
		mem_replace(&meeting->body, body);
	else if (ok)
		err_set(err, ERR_INPUT, _("No body is in the key %s: write it like GA-9, or say body=."),
		    meeting->key);
	free(body);
	return ok && (is || err_at(err, "key"));
}

static bool
last_ordinal(struct session *session, const char *body, int64_t *ret_ordinal, struct err *err)
{
	static const char sql[] = "SELECT coalesce(max(ordinal), 0) FROM meeting WHERE body = :body";

	return stmt_ask_int(session->db, sql, ":body", body, ret_ordinal, err);
}

static bool
fill_ordinal(struct session *session, struct meeting *meeting, struct err *err)
{
	int64_t last = 0;

	if (meeting->ordinal != 0)
		return true;
	if (is_given(meeting->key)) {
		const char *rest = meeting->key + strlen(meeting->body);

		meeting->ordinal = *rest == '-' ? strtoll(rest + 1, NULL, 10) : 0;
	}
	if (meeting->ordinal != 0)
		return true;
	if (!last_ordinal(session, meeting->body, &last, err))
		return false;
	meeting->ordinal = last + 1;
	return true;
}

static bool
check_ordinal(struct session *session, const struct meeting *meeting, struct err *err)
{
	static const char sql[] =
	    "SELECT key FROM meeting WHERE body = :body AND ordinal = :ordinal";
	struct stmt st = { 0 };
	char *other = NULL;
	int64_t last = 0;

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":body", meeting->body);
		stmt_bind_int(&st, ":ordinal", meeting->ordinal);
	}
	bool ok = row_read_key(&st, &other) && last_ordinal(session, meeting->body, &last, err);
	if (ok && other != NULL) {
		ok = err_set(err, ERR_RULE, _("Session %lld of %s is there already, %s: the next is %lld."),
		    (long long)meeting->ordinal, meeting->body, other, (long long)last + 1);
		err_at(err, "ordinal");
	}
	free(other);
	return ok;
}

/* GA-9, or GA-9-2 when a session of that key was cancelled. */
static bool
fill_key(struct session *session, struct meeting *meeting, struct err *err)
{
	struct buf key = { 0 };
	bool found = false, ok;
	int n = 1;

	buf_addf(&key, "%s-%lld", meeting->body, (long long)meeting->ordinal);
	if (is_given(meeting->key) && strcmp(meeting->key, buf_text(&key)) != 0) {
		buf_done(&key);
		return true;
	}
	do {
		if (n > 1) {
			buf_clear(&key);
			buf_addf(&key, "%s-%lld-%d", meeting->body, (long long)meeting->ordinal, n);
		}
		ok = row_exists(session, &meeting_type, buf_text(&key), &found, err);
	} while (ok && found && ++n < 100);
	if (ok)
		mem_replace(&meeting->key, buf_text(&key));
	buf_done(&key);
	return ok;
}

static bool
check_key(struct session *session, const struct meeting *meeting, struct err *err)
{
	bool found = false;

	if (!row_exists(session, &meeting_type, meeting->key, &found, err))
		return false;
	if (!found)
		return true;
	err_set(err, ERR_INPUT, _("%s is there already."), meeting->key);
	return err_at(err, "key");
}

/* Where the host was host before, the zone is known. */
static bool
fill_zone(struct session *session, struct meeting *meeting, struct err *err)
{
	static const char sql[] =
	    "SELECT zone FROM meeting WHERE host = :host AND zone <> '' ORDER BY begins DESC LIMIT 1";
	struct stmt st = { 0 };

	if (is_given(meeting->zone) || !is_given(meeting->host))
		return true;
	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":host", meeting->host);
		if (stmt_next(&st))
			mem_replace(&meeting->zone, stmt_text(&st, 0));
	}
	return stmt_close(&st);
}

static bool
fill(struct session *session, struct meeting *meeting, struct err *err)
{
	if (!is_given(meeting->body) && is_given(meeting->key) && !fill_body(session, meeting, err))
		return false;
	if (!is_given(meeting->body)) {
		err_set(err, ERR_INPUT, _("Whose session is it? Say the body."));
		return err_at(err, "body");
	}
	if (!row_must_exist(session, &body_type, meeting->body, err) ||
	    !fill_ordinal(session, meeting, err) || !check_ordinal(session, meeting, err) || !fill_key(session, meeting, err) ||
	    !check_key(session, meeting, err) || !fill_zone(session, meeting, err))
		return false;
	if (!is_given(meeting->state))
		mem_replace(&meeting->state, "planned");
	return true;
}

/* Warnings */

/* First day and key of the session before it; NULL and "" when there is none. */
static bool
find_before(struct session *session, const struct meeting *meeting, char **ret_key,
    char **ret_begins, struct err *err)
{
	static const char sql[] =
	    "SELECT key, begins FROM meeting WHERE body = :body AND ordinal > 0"
	    " AND ordinal < :ordinal AND begins <> '' ORDER BY ordinal DESC LIMIT 1";
	struct stmt st = { 0 };

	if (stmt_open(&st, session->db, sql, err)) {
		stmt_bind_text(&st, ":body", meeting->body);
		stmt_bind_int(&st, ":ordinal", meeting->ordinal);
		if (stmt_next(&st)) {
			*ret_key = mem_strdup(stmt_text(&st, 0));
			*ret_begins = mem_strdup(stmt_text(&st, 1));
		}
	}
	return stmt_close(&st);
}

static bool
say_rhythm(struct session *session, const struct meeting *meeting, struct buf *ret_warnings,
    struct err *err)
{
	struct day_parts now, then;
	struct rule rule = { 0 };
	struct body body = { 0 };
	char *key = NULL, *begins = NULL;
	bool ok = row_get(session, &body_type, meeting->body, &body, err);

	if (!ok || strcmp(body.kind, "assembly") != 0 || !is_given(meeting->begins) ||
	    !rule_get(session, "assembly.years", meeting->begins, &rule, NULL))
		goto out;
	ok = find_before(session, meeting, &key, &begins, err);
	if (ok && key != NULL && day_split(meeting->begins, &now) && day_split(begins, &then) &&
	    now.year - then.year != strtol(rule.value, NULL, 10))
		buf_addf(ret_warnings, nq_("%s comes %d year after %s; the rule assembly.years says %s.\n",
		    "%s comes %d years after %s; the rule assembly.years says %s.\n",
		    (unsigned long)(now.year - then.year)), meeting->key, now.year - then.year, key,
		    rule.value);
out:
	free(key);
	free(begins);
	record_done(&rule_type, &rule);
	record_done(&body_type, &body);
	return ok;
}

static void
say_zone(const struct session *session, const struct meeting *meeting, struct buf *ret_warnings)
{
	if (is_given(meeting->host) && !is_given(meeting->zone))
		buf_addf(ret_warnings, _("No zone is given: times of %s are those of %s.\n"), meeting->key,
		    session->zone);
}

bool
meeting_warn(struct session *session, const char *key, struct buf *ret_warnings, struct err *err)
{
	struct meeting meeting = { 0 };
	struct row_list clashes = { 0 };
	bool ok = row_get(session, &meeting_type, key, &meeting, err) &&
	    say_rhythm(session, &meeting, ret_warnings, err) &&
	    clash_list(session, key, &clashes, err);

	if (ok)
		say_zone(session, &meeting, ret_warnings);
	for (size_t i = 0; i < clashes.count; i++) {
		clash_say(row_at(&clashes, i), ret_warnings);
		buf_add_char(ret_warnings, '\n');
	}
	row_list_done(&clashes);
	record_done(&meeting_type, &meeting);
	return ok;
}

/* Adding */

static bool
add_in_set(struct session *session, struct meeting *meeting, struct err *err)
{
	return fill(session, meeting, err) &&
	    row_insert_in_set(session, &meeting_type, meeting, err) &&
	    agenda_gather_in_set(session, meeting->key, NULL, err);
}

bool
meeting_add(struct session *session, struct meeting *meeting, struct buf *ret_warnings,
    struct err *err)
{
	return session_begin(session, "new meeting", NULL, err) &&
	    session_finish(session, add_in_set(session, meeting, err), NULL, err) &&
	    (ret_warnings == NULL || meeting_warn(session, meeting->key, ret_warnings, err));
}

/* Copying */

/* Sittings at the same times, as many days from the first day as they were. */
static bool
copy_sittings(struct session *session, const struct meeting *from, const struct meeting *to,
    struct err *err)
{
	struct row_list sittings = { 0 };
	bool whole = day_is_whole(from->begins) && day_is_whole(to->begins);
	bool ok = !whole || row_list(session, &sitting_type, "meeting", from->key, "no", &sittings, err);

	for (size_t i = 0; i < sittings.count && ok; i++) {
		struct sitting *sitting = row_at(&sittings, i);
		char moved[DAY_SIZE];

		day_add_days(sitting->day, day_to_number(to->begins) - day_to_number(from->begins), moved);
		mem_replace(&sitting->day, moved);
		mem_replace(&sitting->meeting, to->key);
		ok = row_insert_in_set(session, &sitting_type, sitting, err);
	}
	row_list_done(&sittings);
	return ok;
}

static void
shape_copy(const struct meeting *from, const char *begins, struct meeting *ret_copy)
{
	char last[DAY_SIZE], ends[DAY_SIZE];

	meeting_last_day(from, last);
	*ret_copy = (struct meeting){
		.body = mem_strdup(from->body), .host = mem_strdup(from->host),
		.place = mem_strdup(from->place), .room = mem_strdup(from->room),
		.zone = mem_strdup(from->zone), .begins = mem_strdup(begins),
		.note = mem_strdup(""),
	};
	if (is_given(from->ends) && last[0] != '\0' && day_is_whole(from->begins) &&
	    day_is_whole(begins)) {
		day_add_days(begins, day_to_number(last) - day_to_number(from->begins), ends);
		ret_copy->ends = mem_strdup(ends);
	}
}

static bool
copy_in_set(struct session *session, const struct meeting *from, const char *begins,
    char **ret_key, struct err *err)
{
	struct meeting copy = { 0 };

	shape_copy(from, begins, &copy);
	bool ok = fill(session, &copy, err) &&
	    row_insert_in_set(session, &meeting_type, &copy, err) &&
	    copy_sittings(session, from, &copy, err) &&
	    agenda_copy_in_set(session, from->key, copy.key, err) &&
	    agenda_gather_in_set(session, copy.key, NULL, err);
	if (ok)
		*ret_key = mem_strdup(copy.key);
	record_done(&meeting_type, &copy);
	return ok;
}

bool
meeting_copy_next(struct session *session, const char *key, const char *begins, char **ret_key,
    struct buf *ret_warnings, struct err *err)
{
	struct meeting from = { 0 };

	*ret_key = NULL;
	if (!day_check(begins, err))
		return err_at(err, "begins");
	if (!session_begin(session, "copy meeting", NULL, err))
		return false;
	bool ok = row_get(session, &meeting_type, key, &from, err) &&
	    copy_in_set(session, &from, begins, ret_key, err);
	record_done(&meeting_type, &from);
	if (!session_finish(session, ok, NULL, err)) {
		mem_replace(ret_key, NULL);
		return false;
	}
	return ret_warnings == NULL || meeting_warn(session, *ret_key, ret_warnings, err);
}

static bool
repeat_in_set(struct session *session, const struct meeting *from, int count, int months,
    struct buf *ret_keys, struct err *err)
{
	bool ok = true;

	for (int i = 1; i <= count && ok; i++) {
		char begins[DAY_SIZE], *key = NULL;

		day_add_months(from->begins, i * months, begins);
		ok = copy_in_set(session, from, begins, &key, err);
		if (ok)
			buf_addf(ret_keys, "%s\n", key);
		free(key);
	}
	return ok;
}

static bool
check_repeat(const struct meeting *from, int count, int months, struct err *err)
{
	if (!day_is_whole(from->begins))
		return err_set(err, ERR_INPUT, _("The first day of %s is not known to the day: enter it first."),
		    from->key);
	if (count < 1 || count > MOST_REPEATS || months < 1 || months > 120)
		return err_set(err, ERR_INPUT,
		    _("It can be repeated up to %d times, 1 to 120 months apart."), MOST_REPEATS);
	return true;
}

bool
meeting_repeat(struct session *session, const char *key, int count, int months,
    struct buf *ret_keys, struct buf *ret_warnings, struct err *err)
{
	struct meeting from = { 0 };

	if (!session_begin(session, "repeat meeting", NULL, err))
		return false;
	bool ok = row_get(session, &meeting_type, key, &from, err) &&
	    check_repeat(&from, count, months, err) &&
	    repeat_in_set(session, &from, count, months, ret_keys, err);
	record_done(&meeting_type, &from);
	if (!session_finish(session, ok, NULL, err))
		return false;
	for (const char *line = buf_text(ret_keys); *line != '\0' && ok && ret_warnings != NULL;) {
		size_t length = strcspn(line, "\n");
		char *made = mem_strndup(line, length);

		ok = meeting_warn(session, made, ret_warnings, err);
		free(made);
		line += length + 1;
	}
	return ok;
}
