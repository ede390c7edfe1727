/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/migrate.h"

#include <assert.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/messages.h"
#include "store/db_private.h"
#include "store/fault.h"
#include "store/stmt.h"
#include "store/triggers.h"

int
migrate_newest(void)
{
	return migrations[migration_count - 1].version;
}

static bool
read_version(struct db *db, int64_t *ret_version, struct err *err)
{
	return db_number(db, "PRAGMA user_version", ret_version, err);
}

static bool
copy_aside(struct db *db, int64_t version, struct err *err)
{
	struct buf tail = { 0 };

	buf_addf(&tail, "version-%lld", (long long)version);
	bool ok = db_backup_aside(db, buf_text(&tail), err);
	buf_done(&tail);
	return ok;
}

/* A new file is this office's: it writes history under an id of its own. */
static bool
make_node(struct db *db, struct err *err)
{
	struct stmt st = { 0 };
	char id[ULID_SIZE], now[CLOCK_STAMP_SIZE];

	ulid_make(id);
	clock_stamp(now);
	stmt_open(&st, db,
	    "INSERT INTO log_node (id, kind, label, made_at) VALUES (:id, 'office', '', :now)", err);
	stmt_bind_text(&st, ":id", id);
	stmt_bind_text(&st, ":now", now);
	stmt_run(&st);
	if (!stmt_close(&st))
		return false;
	stmt_open(&st, db, "INSERT INTO meta (k, v) VALUES ('node', :id)", err);
	stmt_bind_text(&st, ":id", id);
	stmt_run(&st);
	return stmt_close(&st);
}

static bool
run_scripts(struct db *db, int64_t version, const struct migration *steps, size_t count,
    struct err *err)
{
	for (size_t i = 0; i < count; i++)
		if (steps[i].version > version && !stmt_exec(db, steps[i].sql, err))
			return false;
	return true;
}

static bool
stamp_file(struct db *db, int version, struct err *err)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %d", DB_APPLICATION_ID,
	    version);
	bool ok = stmt_exec(db, buf_text(&sql), err);
	buf_done(&sql);
	return ok;
}

/* Foreign keys are off while scripts run; this stands in for them. */
static bool
keys_hold(struct db *db, struct err *err)
{
	struct stmt st = { 0 };
	bool ok = false;

	stmt_open(&st, db, "PRAGMA foreign_key_check", err);
	if (stmt_next(&st))
		err_set(err, ERR_FILE,
		    _("Records of %s refer to ones that do not exist: the file was left as it is."),
		    stmt_text(&st, 0));
	else
		ok = !st.failed;
	stmt_close(&st);
	return ok;
}

static bool
upgrade(struct db *db, const struct migration *steps, size_t count, struct err *err)
{
	int64_t version;
	int newest = steps[count - 1].version;

	/* Again: somebody else may have made or upgraded it while we waited to begin. */
	if (!read_version(db, &version, err))
		return false;
	if (version > 0 && db->fresh)
		return err_set(err, ERR_FILE, _("There are already records in %s."), db->path);
	if (version == newest)
		return true;
	change_forget_tables(db);
	return triggers_drop(db, err) && run_scripts(db, version, steps, count, err) &&
	    stamp_file(db, newest, err) && (version > 0 || make_node(db, err)) &&
	    triggers_make(db, err) && keys_hold(db, err);
}

/* With foreign keys on, rebuilding a table would delete or orphan what refers to it. */
static bool
set_foreign_keys(struct db *db, bool on, struct err *err)
{
	int64_t now;

	if (!stmt_exec(db, on ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", err) ||
	    !db_number(db, "PRAGMA foreign_keys", &now, err))
		return false;
	assert((now != 0) == on);	/* ignored inside a transaction */
	return true;
}

static bool
upgrade_or_leave(struct db *db, const struct migration *steps, size_t count, struct err *err)
{
	if (!set_foreign_keys(db, false, err) || !db_begin(db, err))
		return false;
	if (!upgrade(db, steps, count, err)) {
		db_rollback(db);
		change_forget_tables(db);
		return false;
	}
	db->fresh = false;
	return db_commit(db, err) && set_foreign_keys(db, true, err);
}

/*
 * Debian's SQLite overwrites what is deleted. What a dropped table held stands in
 * the one that was written anew, and to overwrite its pages took as much memory as
 * they are: 1.2 GB for a file of 1.7.
 */
static bool
upgrade_whole(struct db *db, const struct migration *steps, size_t count, struct err *err)
{
	struct buf back = { 0 };
	int64_t how;

	if (!db_number(db, "PRAGMA secure_delete", &how, err) ||
	    !stmt_exec(db, "PRAGMA secure_delete = OFF", err))
		return false;
	bool ok = upgrade_or_leave(db, steps, count, err);
	buf_addf(&back, "PRAGMA secure_delete = %lld", (long long)how);
	ok = stmt_exec(db, buf_text(&back), ok ? err : NULL) && ok;
	buf_done(&back);
	return ok;
}

bool
migrate_run(struct db *db, const struct migration *steps, size_t count, struct err *err)
{
	int64_t version;
	int newest = steps[count - 1].version;

	assert(!db_in_change(db));
	if (!read_version(db, &version, err))
		return false;
	if (version == newest)
		return true;
	if (version > newest)
		return err_set(err, ERR_FILE,
		    _("%s was written by a newer version of this program. Install that version to open it."),
		    db->path);
	if (db_is_read_only(db))
		return err_set(err, ERR_READ_ONLY,
		    _("%s comes from an older version of this program. Somebody who may write to it must open it once."),
		    db->path);
	return (version == 0 || copy_aside(db, version, err)) &&
	    upgrade_whole(db, steps, count, err);
}
