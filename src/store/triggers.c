/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/triggers.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/messages.h"
#include "store/db_private.h"
#include "store/functions.h"
#include "store/stmt.h"

struct trigger_kind {
	char op;		/* as in log.op */
	const char *event;	/* of the CREATE TRIGGER; its name ends in it too */
	const char *before;	/* the row before: "OLD", or NULL where there is none */
	const char *after;
	const char *key;	/* the row whose key names the line */
};

static const struct trigger_kind kinds[] = {
	{ 'I', "INSERT", NULL, "NEW", "NEW" },
	{ 'U', "UPDATE", "OLD", "NEW", "OLD" },
	{ 'D', "DELETE", "OLD", NULL, "OLD" },
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

static void
add_name(struct buf *sql, const char *name)
{
	buf_add_char(sql, '"');
	for (; *name != '\0'; name++)
		buf_add_repeat(sql, *name, *name == '"' ? 2 : 1);
	buf_add_char(sql, '"');
}

/* OLD."column" */
static void
add_cell(struct buf *sql, const char *row, const char *column)
{
	buf_addf(sql, "%s.", row);
	add_name(sql, column);
}

/* What one pass over the columns gives the three parts of a trigger. */
struct trigger_parts {
	struct buf key;		/* NEW."code" */
	struct buf names;	/* code,country */
	struct buf cells;	/* ,OLD."code",NEW."code",... */
	struct buf moved;	/* OLD."code" IS NOT NEW."code" COLLATE BINARY */
	int columns;
};

static void
parts_done(struct trigger_parts *parts)
{
	buf_done(&parts->key);
	buf_done(&parts->names);
	buf_done(&parts->cells);
	buf_done(&parts->moved);
}

static void
add_key_column(struct trigger_parts *parts, const struct trigger_kind *kind, const char *column)
{
	if (parts->key.length > 0) {
		buf_add(&parts->key, ",");
		buf_add(&parts->moved, " OR ");
	}
	add_cell(&parts->key, kind->key, column);
	add_cell(&parts->moved, "OLD", column);
	buf_add(&parts->moved, " IS NOT ");
	add_cell(&parts->moved, "NEW", column);
	buf_add(&parts->moved, " COLLATE BINARY");
}

static void
add_column(struct trigger_parts *parts, const struct trigger_kind *kind, const char *column)
{
	const char *const rows[] = { kind->before, kind->after };

	buf_addf(&parts->names, "%s%s", parts->columns > 0 ? "," : "", column);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (rows[i] == NULL)
			continue;
		buf_add_char(&parts->cells, ',');
		add_cell(&parts->cells, rows[i], column);
	}
	parts->columns++;
}

static bool
read_columns(struct db *db, const char *table, const struct trigger_kind *kind,
    struct trigger_parts *parts, struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, db,
	    "SELECT name, pk FROM pragma_table_xinfo(:table) WHERE hidden = 0 ORDER BY cid", err);
	stmt_bind_text(&st, ":table", table);
	while (stmt_next(&st)) {
		if (stmt_int(&st, 1) > 0)
			add_key_column(parts, kind, stmt_text(&st, 0));
		add_column(parts, kind, stmt_text(&st, 0));
	}
	if (!stmt_close(&st))
		return false;
	if (parts->key.length == 0 || parts->columns > FUNCTIONS_MOST_COLUMNS)
		return err_set(err, ERR_FILE,
		    _("The table %s cannot be logged: it is missing, has no key or too many columns."),
		    table);
	return true;
}

static void
write_trigger(struct buf *sql, const char *table, const struct trigger_kind *kind,
    const struct trigger_parts *parts)
{
	buf_addf(sql, "CREATE TRIGGER \"log_%s_%s\" AFTER %s ON ", table, kind->event, kind->event);
	add_name(sql, table);
	buf_addf(sql, " WHEN app_change('%s','%c',app_key(%s),'%s'%s) BEGIN ", table, kind->op,
	    buf_text(&parts->key), buf_text(&parts->names), buf_text(&parts->cells));
	if (kind->op == 'U')
		buf_addf(sql, "SELECT RAISE(ABORT,'The key of a record never changes.') WHERE %s; ",
		    buf_text(&parts->moved));
	buf_addf(sql, "INSERT INTO log(node,nseq,tx,tbl,rowkey,op,data,hash) "
	    "VALUES(app_node(),app_nseq(),app_tx(),'%s',app_rowkey(),'%c',app_data(),app_hash()); END",
	    table, kind->op);
}

static bool
write_kind(struct db *db, const char *table, const struct trigger_kind *kind, struct buf *sql,
    struct err *err)
{
	struct trigger_parts parts = { 0 };
	bool ok = read_columns(db, table, kind, &parts, err);

	if (ok)
		write_trigger(sql, table, kind, &parts);
	parts_done(&parts);
	return ok;
}

bool
triggers_write(struct db *db, const char *table, char op, struct buf *sql, struct err *err)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].op == op)
			return write_kind(db, table, &kinds[i], sql, err);
	assert(!"no such operation");
	return false;
}

static bool
make_one(struct db *db, const char *table, const struct trigger_kind *kind, struct err *err)
{
	struct buf sql = { 0 };
	bool ok = write_kind(db, table, kind, &sql, err) && stmt_exec(db, buf_text(&sql), err);

	buf_done(&sql);
	return ok;
}

bool
triggers_make(struct db *db, struct err *err)
{
	if (!change_know_tables(db, err))
		return false;
	for (size_t i = 0; i < db->table_count; i++) {
		if (db->tables[i].mode == CHANGE_DERIVED)
			continue;
		for (size_t k = 0; k < KINDS; k++)
			if (!make_one(db, db->tables[i].name, &kinds[k], err))
				return false;
	}
	return true;
}

bool
triggers_drop(struct db *db, struct err *err)
{
	struct stmt st = { 0 };
	struct buf sql = { 0 };

	/* Found by what they do: a table may have left meta_sync since. */
	stmt_open(&st, db,
	    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '% WHEN app_change(%'", err);
	while (stmt_next(&st)) {
		buf_add(&sql, "DROP TRIGGER ");
		add_name(&sql, stmt_text(&st, 0));
		buf_add(&sql, ";");
	}
	bool ok = stmt_close(&st) && stmt_exec(db, buf_text(&sql), err);
	buf_done(&sql);
	return ok;
}

static bool
is_in_schema(struct db *db, const char *sql, bool *ret_there, struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, db, "SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND sql = :sql", err);
	stmt_bind_text(&st, ":sql", sql);
	bool there = stmt_next(&st);
	bool ok = stmt_close(&st);
	if (ok)
		*ret_there = there;
	return ok;
}

static bool
check_one(struct db *db, const char *table, const struct trigger_kind *kind, bool *ret_there,
    struct err *err)
{
	struct buf sql = { 0 };
	bool ok = write_kind(db, table, kind, &sql, err) &&
	    is_in_schema(db, buf_text(&sql), ret_there, err);

	buf_done(&sql);
	return ok;
}

bool
triggers_check(struct db *db, void (*say)(void *context, const char *line), void *context,
    struct err *err)
{
	if (!change_know_tables(db, err))
		return false;
	for (size_t i = 0; i < db->table_count * KINDS; i++) {
		const struct db_table *table = &db->tables[i / KINDS];
		bool there = true;

		if (table->mode != CHANGE_DERIVED &&
		    !check_one(db, table->name, &kinds[i % KINDS], &there, err))
			return false;
		if (there)
			continue;
		struct buf line = { 0 };
		buf_addf(&line, _("%s: the trigger that logs %s is missing or altered."), table->name,
		    kinds[i % KINDS].event);
		say(context, buf_text(&line));
		buf_done(&line);
	}
	return true;
}
