/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/triggers.h"

#include "base/buf.h"
#include "base/messages.h"
#include "store/db_private.h"
#include "store/stmt.h"

/*
 * One trigger a table and event: of a logged table the one that logs, of any
 * other a guard, so that no program without our functions writes anything. What
 * they log is spelled out once, behind the view log_line: SQLite parses all
 * of them at every start. (INSERT ... SELECT would be shorter still, and make a
 * temporary table a row.) To compare their text is to check them.
 */
#define WANTED \
	"WITH happening (event) AS (VALUES ('INSERT'), ('UPDATE'), ('DELETE'))," \
	" wanted (name, event, sql) AS (SELECT name, event, CASE WHEN name IN" \
	" (SELECT tbl FROM meta_sync WHERE mode <> 'derived')" \
	" THEN printf('CREATE TRIGGER \"log_%w_%s\" AFTER %s ON \"%w\" WHEN app_change(%Q)" \
	" BEGIN INSERT INTO log_line VALUES(1); END', name, event, event, name, name)" \
	" ELSE printf('CREATE TRIGGER \"own_%w_%s\" BEFORE %s ON \"%w\" BEGIN SELECT app_here(); END'," \
	" name, event, event, name) END" \
	" FROM sqlite_schema JOIN happening WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'" \
	" UNION ALL VALUES ('log', 'INSERT', 'CREATE VIEW log_line AS SELECT 1 AS line')," \
	" ('log', 'INSERT', 'CREATE TRIGGER log_line_writes INSTEAD OF INSERT ON log_line" \
	" BEGIN INSERT INTO log(node,nseq,tx,tbl,rowkey,op,data,hash) VALUES(app_node(),app_nseq(),app_tx()," \
	"app_table(),app_rowkey(),app_op(),app_data(),app_hash()); END'))"

static bool
can_be_logged(const struct db_table *table, struct err *err)
{
	if (table->column_count <= CHANGE_MOST_COLUMNS && table->key_count > 0)
		return true;
	return err_set(err, ERR_FILE,
	    _("The table %s cannot be logged: it is missing, has no key or too many columns."), table->name);
}

/* Runs the statements that a query writes: it has ended before any of them changes the schema. */
static bool
run_written(struct db *db, const char *query, struct err *err)
{
	struct stmt st = { 0 };
	struct buf sql = { 0 };

	stmt_open(&st, db, query, err);
	while (stmt_next(&st))
		buf_addf(&sql, "%s;", stmt_text(&st, 0));
	bool ok = stmt_close(&st) && stmt_exec(db, buf_text(&sql), err);
	buf_done(&sql);
	return ok;
}

bool
triggers_make(struct db *db, struct err *err)
{
	if (!change_know_tables(db, err))
		return false;
	for (size_t i = 0; i < db->table_count; i++)
		if (db->tables[i].mode != CHANGE_DERIVED && !can_be_logged(&db->tables[i], err))
			return false;
	return run_written(db, WANTED " SELECT sql FROM wanted", err);
}

bool
triggers_drop(struct db *db, struct err *err)
{
	/* Found by what they do: a table may have left meta_sync since. */
	return run_written(db, "SELECT printf('DROP %s \"%w\"', type, name) FROM sqlite_schema"
	    " WHERE (type = 'trigger' AND (sql LIKE '% WHEN app\\_change(%' ESCAPE '\\'"
	    " OR sql LIKE '% BEGIN SELECT app\\_here(); END' ESCAPE '\\')) OR name = 'log_line'", err);
}

bool
triggers_check(struct db *db, void (*say)(void *context, const char *line), void *context,
    struct err *err)
{
	struct stmt st = { 0 };

	stmt_open(&st, db, WANTED " SELECT name, event FROM wanted WHERE sql NOT IN"
	    " (SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')) ORDER BY name, event", err);
	while (stmt_next(&st)) {
		struct buf line = { 0 };

		buf_addf(&line, _("%s: the trigger that logs %s is missing or altered."), stmt_text(&st, 0),
		    stmt_text(&st, 1));
		say(context, buf_text(&line));
		buf_done(&line);
	}
	return stmt_close(&st);
}
