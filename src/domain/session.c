/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/zone.h"
#include "domain/derive.h"
#include "domain/row_sql.h"
#include "domain/search_index.h"
#include "store/change.h"
#include "store/db.h"
#include "store/stmt.h"

/* A zone that was asked for, in a list: there are as many as hosts have. */
struct session_zone {
	struct session_zone *next;
	struct zone *zone;
	char *id;
};

static void
close_zones(struct session_zone *zones)
{
	while (zones != NULL) {
		struct session_zone *next = zones->next;

		zone_close(zones->zone);
		free(zones->id);
		free(zones);
		zones = next;
	}
}

const struct zone *
session_zone(struct session *session, const char *id, struct err *err)
{
	const char *asked = id[0] != '\0' ? id : session->zone;

	for (struct session_zone *known = session->zones; known != NULL; known = known->next)
		if (strcmp(known->id, asked) == 0)
			return known->zone;
	struct zone *zone = zone_open(asked, err);
	if (zone == NULL)
		return NULL;
	struct session_zone *first = mem_alloc(sizeof *first);
	*first = (struct session_zone){ session->zones, zone, mem_strdup(asked) };
	session->zones = first;
	return zone;
}

/* The one text a question answers; otherwise where it answers nothing. */
static char *
read_text(struct db *db, const char *sql, const char *otherwise)
{
	struct err ignored = { 0 };
	struct stmt st = { 0 };
	char *text = NULL;

	if (stmt_open(&st, db, sql, &ignored) && stmt_next(&st))
		text = mem_strdup(stmt_text(&st, 0));
	stmt_close(&st);
	return text != NULL ? text : mem_strdup(otherwise);
}

struct session *
session_new(struct db *db, const char *user, const char *place)
{
	struct session *session = mem_alloc(sizeof *session);

	session->db = db;
	session->user = mem_strdup(user);
	session->as_of = mem_strdup("");
	session->place = place;
	session->read_only = db_is_read_only(db);
	session->derive = derive_new();
	return session;
}

void
session_know_file(struct session *session)
{
	/* Days are those of the association's place, not of the server. */
	static const char zone_sql[] =
	    "SELECT value FROM rule WHERE name = 'association.zone' ORDER BY since DESC LIMIT 1";
	static const char node_sql[] = "SELECT v FROM meta WHERE k = 'node'";

	session->zone = read_text(session->db, zone_sql, "UTC");
	session->clock = zone_open(session->zone, NULL);
	session->file_id = read_text(session->db, node_sql, "");
}

struct session *
session_open(struct db *db, const char *user, const char *place)
{
	struct session *session = session_new(db, user, place);

	session_know_file(session);
	return session;
}

void
session_close(struct session *session)
{
	if (session == NULL)
		return;
	derive_free(session->derive);
	row_sql_free(session->row_sql);
	search_cache_free(session->search);
	free(session->members);
	db_close(session->db);
	free(session->user);
	free(session->as_of);
	free(session->zone);
	zone_close(session->clock);
	close_zones(session->zones);
	free(session->file_id);
	free(session);
}

bool
session_set_as_of(struct session *session, const char *day, struct err *err)
{
	if (day[0] != '\0' && !day_is_whole(day))
		return err_set(err, ERR_INPUT,
		    _("\"%s\" is no day: write year, month and day, as in 2010-10-28."), day);
	mem_replace(&session->as_of, day);
	return true;
}

void
session_today(const struct session *session, char ret_day[DAY_SIZE])
{
	day_today_in(session->clock, ret_day);
}

void
session_day(const struct session *session, char ret_day[DAY_SIZE])
{
	if (session->as_of[0] != '\0')
		memcpy(ret_day, session->as_of, DAY_SIZE);
	else
		session_today(session, ret_day);
}

int64_t
session_last_change(const struct session *session)
{
	return change_last_lsn(session->db);
}

void
session_on_wait(struct session *session, bool (*go_on)(void *context, int waited_ms), void *context)
{
	db_on_wait(session->db, go_on, context);
}

void
session_on_progress(struct session *session, bool (*go_on)(void *context), void *context)
{
	db_on_progress(session->db, go_on, context);
}

bool
session_snapshot_begin(struct session *session, struct err *err)
{
	return db_snapshot_begin(session->db, err);
}

void
session_snapshot_end(struct session *session)
{
	db_snapshot_end(session->db);
}

bool
session_is_idle(const struct session *session)
{
	return db_is_idle(session->db);
}

bool
session_expect_many(struct session *session, bool many, struct err *err)
{
	return db_expect_many(session->db, many, err);
}

bool
session_may_write(const struct session *session, struct err *err)
{
	if (session->read_only)
		return err_set(err, ERR_READ_ONLY,
		    _("This file is open for reading only, so nothing can be saved in it."));
	if (session->as_of[0] != '\0')
		return err_set(err, ERR_READ_ONLY,
		    _("You are looking at %s: go back to today before you change anything."),
		    session->as_of);
	return true;
}

static bool
begin(struct session *session, const struct change *change, struct err *err)
{
	if (!session_may_write(session, err))
		return false;
	derive_forget(session->derive);
	return change_begin(session->db, change, err);
}

bool
session_begin(struct session *session, const char *what, const char *why, struct err *err)
{
	return begin(session, &(struct change){
		.who = session->user, .what = what, .why = why, .place = session->place }, err);
}

bool
session_begin_undo(struct session *session, const char *what, const char *undoes, struct err *err)
{
	return begin(session, &(struct change){
		.who = session->user, .what = what, .place = session->place, .undoes = undoes }, err);
}

bool
session_commit(struct session *session, int64_t *ret_number, struct err *err)
{
	bool ok = derive_run(session, err) &&
	    change_commit(session->db, NULL, ret_number, err);

	if (!ok)
		session_abort(session);
	derive_forget(session->derive);
	return ok;
}

void
session_abort(struct session *session)
{
	change_abort(session->db);
	derive_forget(session->derive);
}

bool
session_finish(struct session *session, bool ok, int64_t *ret_number, struct err *err)
{
	if (ok)
		return session_commit(session, ret_number, err);
	session_abort(session);
	return false;
}
