/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The half of store/db.h that reads whole files: copies and examinations. */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/messages.h"
#include "store/db_private.h"
#include "store/fault.h"
#include "store/site.h"
#include "store/stmt.h"

static bool
vacuum_into(struct db *db, const char *path, struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, db, "VACUUM INTO :path", err);
	stmt_bind_text(&st, ":path", path);
	stmt_run(&st);
	return stmt_close(&st);
}

static bool
is_sound(struct db *copy, struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, copy, "PRAGMA quick_check(1)", err);
	bool sound = stmt_next(&st) && strcmp(stmt_text(&st, 0), "ok") == 0;
	if (!stmt_close(&st))
		return false;
	if (!sound)
		err_set(err, ERR_FILE, _("The copy %s came out damaged; it was removed."), copy->path);
	return sound;
}

/* Of the copy, not of the file: others may have saved since. */
static bool
read_head(struct db *copy, char *ret_head, struct err *err)
{
	static const unsigned char none[CHAIN_BYTES];
	struct stmt st = { 0 };
	size_t size = 0;
	const void *hash = NULL;

	stmt_open(&st, copy,
	    "SELECT hash FROM log WHERE node = (SELECT v FROM meta WHERE k = 'node')"
	    " ORDER BY lsn DESC LIMIT 1", err);
	if (stmt_next(&st))
		hash = stmt_blob(&st, 0, &size);
	if (!st.failed)
		chain_to_hex(size == CHAIN_BYTES ? hash : none, ret_head);
	return stmt_close(&st);
}

/* Opened as it lies, without the schema of this program: it may be an older file. */
static bool
prove(const char *path, char *ret_head, struct err *err)
{
	struct db copy = { .path = (char *)path, .lock = DB_LOCK_ASKED };
	bool ok = sqlite3_open_v2(path, &copy.raw, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK ?
	    is_sound(&copy, err) && (ret_head == NULL || read_head(&copy, ret_head, err)) :
	    fault_set(&copy, err);

	stmt_cache_done(&copy.cache);
	sqlite3_close(copy.raw);
	return ok;
}

bool
db_backup(struct db *db, const char *path, char *ret_head, struct err *err)
{
	if (access(path, F_OK) == 0)
		return err_set(err, ERR_FILE, _("There is already a file %s."), path);
	if (!site_create(path, err))
		return false;
	if (vacuum_into(db, path, err) && site_sync(path, err) && prove(path, ret_head, err))
		return true;
	unlink(path);
	return false;
}

/* Nothing is ever overwritten. */
bool
db_backup_aside(struct db *db, const char *tail, struct err *err)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s.%s", db->path, tail);
	size_t stem = path.length;
	for (int i = 2; access(buf_text(&path), F_OK) == 0; i++) {
		buf_cut(&path, stem);
		buf_addf(&path, ".%d", i);
	}
	bool ok = db_backup(db, buf_text(&path), NULL, err);
	buf_done(&path);
	return ok;
}

static bool
tell_integrity(struct db *db, void (*say)(void *context, const char *line), void *context,
    struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, db, "PRAGMA integrity_check", err);
	while (stmt_next(&st))
		if (strcmp(stmt_text(&st, 0), "ok") != 0)
			say(context, stmt_text(&st, 0));
	return stmt_close(&st);
}

static bool
tell_keys(struct db *db, void (*say)(void *context, const char *line), void *context, struct err *err)
{
	struct stmt st = { 0 };
	struct buf line = { 0 };

	stmt_open(&st, db, "PRAGMA foreign_key_check", err);
	while (stmt_next(&st)) {
		buf_clear(&line);
		buf_addf(&line, _("A record of %s refers to one of %s that does not exist."),
		    stmt_text(&st, 0), stmt_text(&st, 2));
		say(context, buf_text(&line));
	}
	buf_done(&line);
	return stmt_close(&st);
}

bool
db_examine(struct db *db, void (*say)(void *context, const char *line), void *context,
    struct err *err)
{
	return tell_integrity(db, say, context, err) && tell_keys(db, say, context, err);
}
