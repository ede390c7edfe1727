/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/session.h -- a clerk at work: on which file, as whom, as of which day
 *
 * The first parameter of every domain function. Questions are asked as of its
 * day; whoever changes something opens one change set with session_begin, and
 * session_commit is the one hook through which all writing goes: it checks
 * what single rows cannot, rebuilds derived rows, and commits.
 */
#ifndef DOMAIN_SESSION_H
#define DOMAIN_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/ulid.h"

struct db;
struct derive;
struct err;
struct member_known;
struct row_sql;
struct search_cache;
struct session_zone;
struct zone;

struct session {
	struct db *db;
	char *user;		/* who the log says it was */
	char *as_of;		/* a whole day, or "" for today */
	const char *place;	/* borrowed: "cli" or the code of the pane */
	bool read_only;		/* --read-only, or the file cannot be written */
	struct derive *derive;	/* what the open change set touched */
	char *zone;		/* IANA id of the association's place: rule association.zone */
	struct zone *clock;	/* that zone, open; NULL when the system does not know it */
	struct session_zone *zones;	/* those asked for, open */
	struct row_sql *row_sql;	/* statements of record types, written so far */
	struct search_cache *search;	/* texts read to be searched; NULL until somebody searches */
	struct member_known *members;	/* how many governments there are; NULL until somebody asks */
	char *file_id;		/* ULID of the node that writes here: names the file for drafts */
};

/*
 * Takes db over; user is copied. session_close frees all. session_new asks the file
 * nothing, so zone, clock and file_id are NULL until session_know_file.
 */
struct session *session_new(struct db *db, const char *user, const char *place);
void session_know_file(struct session *session);

/* Both. */
struct session *session_open(struct db *db, const char *user, const char *place);
void session_close(struct session *session);	/* NULL is fine */

/* a whole day, or "" for today. Refused with a sentence if it is no whole day. */
bool session_set_as_of(struct session *session, const char *day, struct err *err);

/* The day questions are asked for: as_of, else today in the association's zone. */
void session_day(const struct session *session, char ret_day[DAY_SIZE]);
void session_today(const struct session *session, char ret_day[DAY_SIZE]);

/*
 * The clock of a zone ("" is that of the association); it stays open as long as
 * the session. NULL, and a sentence, when no zone of that name is known here.
 */
const struct zone *session_zone(struct session *session, const char *id, struct err *err);

/* The end of the log: rises with every change anybody makes. */
int64_t session_last_change(const struct session *session);

/*
 * Called while another program holds the file; false gives up (ERR_BUSY).
 * Without one a save waits 5 s.
 */
void session_on_wait(struct session *session, bool (*go_on)(void *context, int waited_ms),
    void *context);

/*
 * Called now and then while rows are read or written; false stops that
 * (ERR_CANCELLED). It must ask nothing of the session. NULL for none.
 */
void session_on_progress(struct session *session, bool (*go_on)(void *context), void *context);

/*
 * What is read until the end of it is of one moment (store/db.h): nothing is saved
 * in it, no key waited for. session_is_idle is the assertion before such a wait.
 */
bool session_snapshot_begin(struct session *session, struct err *err);
void session_snapshot_end(struct session *session);
bool session_is_idle(const struct session *session);

/* Very many rows are about to be written, or were: memory for speed. */
bool session_expect_many(struct session *session, bool many, struct err *err);

/* May this session write? ERR_READ_ONLY says why not: read-only, or a past day. */
bool session_may_write(const struct session *session, struct err *err);

/*
 * One public domain function opens exactly one change set. what is a stable
 * English word or two, marked N_() in domain/history.c so that screens show it
 * translated; why may be NULL.
 */
bool session_begin(struct session *session, const char *what, const char *why, struct err *err);
bool session_begin_undo(struct session *session, const char *what, const char *undoes,
    struct err *err);

/*
 * Check, derive, commit. On failure everything is rolled back. ret_number (may
 * be NULL) is the number people see, 0 when nothing had changed.
 */
bool session_commit(struct session *session, int64_t *ret_number, struct err *err);
void session_abort(struct session *session);	/* fine when none is open */
/* Commit what went well, take back what did not: false then, with err as it is. */
bool session_finish(struct session *session, bool ok, int64_t *ret_number, struct err *err);

#endif
