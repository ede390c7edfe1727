/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/change.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/text.h"
#include "store/db_private.h"
#include "store/diff.h"
#include "store/fault.h"
#include "store/stmt.h"

static const char *
or_empty(const char *text)
{
	return text != NULL ? text : "";
}

/* This node, its last number, the end of its chain, and where the log ends. */
static bool
read_end_of_log(struct db *db, struct change_set *set, struct err *err)
{
	struct stmt st = { 0 };
	size_t size = 0;

	stmt_open(&st, db,
	    "SELECT m.v, t.no, l.nseq, l.hash, (SELECT max(lsn) FROM log) FROM meta m"
	    " LEFT JOIN log l ON l.node = m.v LEFT JOIN log_tx t ON t.id = l.tx"
	    " WHERE m.k = 'node' ORDER BY l.lsn DESC LIMIT 1", err);
	if (stmt_next(&st)) {
		snprintf(set->node, sizeof set->node, "%s", stmt_text(&st, 0));
		set->number = stmt_int(&st, 1) + 1;
		set->nseq = stmt_int(&st, 2);
		const void *hash = stmt_blob(&st, 3, &size);
		memset(set->head, 0, sizeof set->head);
		if (size == CHAIN_BYTES)
			memcpy(set->head, hash, CHAIN_BYTES);
		set->lsn = stmt_int(&st, 4) + 1;
	}
	return stmt_close(&st);
}

static void
digest(struct change_set *set, const char *id, const struct change *change, const char *at)
{
	chain_digest_set(&(struct chain_set){
		.id = id,
		.node = set->node,
		.number = set->number,
		.who = change->who,
		.what = change->what,
		.why = or_empty(change->why),
		.place = or_empty(change->place),
		.at = at,
		.undoes = or_empty(change->undoes),
	}, set->digest);
}

static bool
write_set(struct db *db, const char *id, const struct change *change, const char *at, struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, db,
	    "INSERT INTO log_tx (id, node, no, who, what, why, place, at, undoes, lsn)"
	    " VALUES (:id, :node, :no, :who, :what, :why, :place, :at, :undoes, :lsn)", err);
	stmt_bind_text(&st, ":id", id);
	stmt_bind_text(&st, ":node", db->set.node);
	stmt_bind_int(&st, ":no", db->set.number);
	stmt_bind_text(&st, ":who", change->who);
	stmt_bind_text(&st, ":what", change->what);
	stmt_bind_text(&st, ":why", or_empty(change->why));
	stmt_bind_text(&st, ":place", or_empty(change->place));
	stmt_bind_text(&st, ":at", at);
	stmt_bind_text(&st, ":undoes", change->undoes);
	stmt_bind_int(&st, ":lsn", db->set.lsn);
	stmt_run(&st);
	return stmt_close(&st);
}

/* Names and reasons are typed by people, and no trigger looks at them. */
static bool
is_storable(const struct change *change, struct err *err)
{
	const char *texts[] = { change->who, change->what, or_empty(change->why),
		or_empty(change->place) };
	const char *why;

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (!text_is_storable(texts[i], strlen(texts[i]), true, &why))
			return err_set(err, ERR_INPUT, "%s", why);
	return true;
}

bool
change_begin(struct db *db, const struct change *change, struct err *err)
{
	char id[ULID_SIZE], at[CLOCK_STAMP_SIZE];

	assert(!db_in_change(db));
	assert(change->who[0] != '\0' && change->what[0] != '\0');
	if (!is_storable(change, err) || !change_know_tables(db, err) || !db_begin(db, err))
		return false;
	ulid_make(id);
	clock_stamp(at);
	if (!read_end_of_log(db, &db->set, err) || !write_set(db, id, change, at, err)) {
		db_rollback(db);
		return false;
	}
	digest(&db->set, id, change, at);
	db->set.lines = 0;
	db->set.doomed = false;
	db->set.changes = sqlite3_total_changes(db->raw);
	memcpy(db->set.id, id, sizeof id);
	return true;
}

/* Only derived rows were rebuilt: they are kept, the set without lines is not. */
static bool
commit_unlogged(struct db *db, struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, db, "DELETE FROM log_tx WHERE id = :id", err);
	stmt_bind_text(&st, ":id", db->set.id);
	stmt_run(&st);
	if (stmt_close(&st))
		return db_commit(db, err);
	db_rollback(db);
	return false;
}

static bool
end(struct db *db, bool logged, struct err *err)
{
	if (logged)
		return db_commit(db, err);
	if (sqlite3_total_changes(db->raw) != db->set.changes)
		return commit_unlogged(db, err);
	db_rollback(db);
	return true;
}

bool
change_commit(struct db *db, char ret_id[ULID_SIZE], int64_t *ret_number, struct err *err)
{
	bool logged = db->set.lines > 0;

	assert(db_in_change(db));
	if (db->set.doomed) {
		change_abort(db);
		return err_set(err, ERR_RULE, _("A part of this change was refused, so nothing was saved."));
	}
	bool ok = end(db, logged, err);
	if (ok && ret_id != NULL)
		snprintf(ret_id, ULID_SIZE, "%s", logged ? db->set.id : "");
	if (ok && ret_number != NULL)
		*ret_number = logged ? db->set.number : 0;
	db->set.id[0] = '\0';
	return ok;
}

void
change_abort(struct db *db)
{
	if (!db_in_change(db))
		return;
	db_rollback(db);
	db->set.id[0] = '\0';
}

const char *
change_id(const struct db *db)
{
	return db->set.id;
}

int64_t
change_last_lsn(struct db *db)
{
	struct stmt st = { 0 };
	int64_t lsn = 0;

	if (stmt_open(&st, db, "SELECT max(lsn) FROM log", NULL) && stmt_next(&st))
		lsn = stmt_int(&st, 0);
	stmt_close(&st);
	return lsn;
}

static enum change_mode
mode_of(const char *word)
{
	return strcmp(word, "merge") == 0 ? CHANGE_MERGE :
	    strcmp(word, "replay") == 0 ? CHANGE_REPLAY : CHANGE_DERIVED;
}

/* Of a column that is beside what the log can take, only the number grows. */
static void
add_column(struct db_table *table, const char *name, bool is_key, struct buf *columns)
{
	buf_addf(columns, "%s%s", table->column_count > 0 ? "," : "", name);
	if (is_key && table->key_count < CHANGE_MOST_KEYS)
		table->keys[table->key_count++] = table->column_count;
	table->column_count++;
}

static void
end_table(struct db *db, struct buf *columns)
{
	if (db->table_count > 0)
		db->tables[db->table_count - 1].columns = buf_take(columns);
}

static bool
read_tables(struct db *db, struct err *err)
{
	enum { TABLE, MODE, COLUMN, IS_KEY };
	struct stmt st = { 0 };
	struct buf columns = { 0 };
	size_t room = 0;

	stmt_open(&st, db,
	    "SELECT s.tbl, s.mode, x.name, x.pk > 0 FROM meta_sync AS s"
	    " LEFT JOIN pragma_table_xinfo(s.tbl) AS x ON x.hidden = 0 ORDER BY s.tbl, x.cid", err);
	while (stmt_next(&st)) {
		if (db->table_count == 0 ||
		    strcmp(db->tables[db->table_count - 1].name, stmt_text(&st, TABLE)) != 0) {
			end_table(db, &columns);
			db->tables = mem_room(db->tables, db->table_count, &room, sizeof *db->tables);
			db->tables[db->table_count++] = (struct db_table){
				.name = mem_strdup(stmt_text(&st, TABLE)),
				.mode = mode_of(stmt_text(&st, MODE)),
			};
		}
		if (!stmt_is_null(&st, COLUMN))
			add_column(&db->tables[db->table_count - 1], stmt_text(&st, COLUMN),
			    stmt_int(&st, IS_KEY) != 0, &columns);
	}
	end_table(db, &columns);
	return stmt_close(&st);
}

static bool
read_groups(struct db *db, struct err *err)
{
	struct stmt st = { 0 };
	size_t room = 0;

	stmt_open(&st, db, "SELECT tbl, col, grp FROM meta_group ORDER BY tbl, col", err);
	while (stmt_next(&st)) {
		db->groups = mem_room(db->groups, db->group_count, &room, sizeof *db->groups);
		db->groups[db->group_count++] = (struct db_group){
			.table = mem_strdup(stmt_text(&st, 0)),
			.column = mem_strdup(stmt_text(&st, 1)),
			.group = mem_strdup(stmt_text(&st, 2)),
		};
	}
	return stmt_close(&st);
}

bool
change_know_tables(struct db *db, struct err *err)
{
	if (db->tables_known)
		return true;
	db->tables_known = read_tables(db, err) && read_groups(db, err);
	if (!db->tables_known)
		change_forget_tables(db);
	return db->tables_known;
}

void
change_forget_tables(struct db *db)
{
	for (size_t i = 0; i < db->table_count; i++) {
		free(db->tables[i].name);
		free(db->tables[i].columns);
	}
	for (size_t i = 0; i < db->group_count; i++) {
		free(db->groups[i].table);
		free(db->groups[i].column);
		free(db->groups[i].group);
	}
	free(db->tables);
	free(db->groups);
	db->tables = NULL;
	db->groups = NULL;
	db->table_count = db->group_count = 0;
	db->tables_known = false;
}

const char *
change_group(struct db *db, const char *table, const char *column)
{
	change_know_tables(db, NULL);
	for (size_t i = 0; i < db->group_count; i++)
		if (strcmp(db->groups[i].table, table) == 0 &&
		    strcmp(db->groups[i].column, column) == 0)
			return db->groups[i].group;
	return "";
}

static int
compare_name(const void *name, const void *table)
{
	return strcmp(name, ((const struct db_table *)table)->name);
}

const struct db_table *
change_table(const struct db *db, const char *name)
{
	if (db->table_count == 0)
		return NULL;
	return bsearch(name, db->tables, db->table_count, sizeof *db->tables, compare_name);
}

bool
change_mode(struct db *db, const char *table, enum change_mode *ret_mode)
{
	const struct db_table *known;

	change_know_tables(db, NULL);
	known = change_table(db, table);
	if (known != NULL)
		*ret_mode = known->mode;
	return known != NULL;
}

/* Hands what diff_read finds on, without the kinds of the values. */
struct plain_each {
	bool (*each)(void *context, const char *column, const char *before, const char *after);
	void *context;
};

static const char *
text_or_null(const struct diff_value *value)
{
	return value->kind == DIFF_NULL ? NULL : value->text;
}

static bool
hand_on(void *context, const char *column, const struct diff_value *before,
    const struct diff_value *after)
{
	const struct plain_each *plain = context;

	return plain->each(plain->context, column, text_or_null(before), text_or_null(after));
}

bool
change_each(const char *data,
    bool (*each)(void *context, const char *column, const char *before, const char *after),
    void *context)
{
	return diff_read(data, hand_on, &(struct plain_each){ each, context });
}
