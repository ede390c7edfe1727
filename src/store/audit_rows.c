/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/audit_rows.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/messages.h"
#include "store/db_private.h"
#include "store/diff.h"
#include "store/stmt.h"

struct cell {
	int type;		/* SQLITE_NULL, SQLITE_INTEGER, SQLITE_TEXT; other: not storable */
	struct buf text;
};

struct column {
	char *name;
	struct cell cell;	/* as the log has it so far */
	bool logged;		/* the log has spoken of it in this row */
	struct cell standard;	/* rows older than the column have its default */
};

struct audit_table {
	struct db *db;
	const char *name;
	struct err *err;
	void (*say)(void *context, const char *line);
	void *context;

	struct column *columns;
	size_t count, room;
	struct buf lookup;	/* SELECT of one row by its key, :k0, :k1 ... */
	struct buf key;		/* SQL for the row key */
	int key_parts;

	char *row;		/* key of the row being replayed, NULL before the first */
	bool alive;
	int64_t found;		/* rows that are in log and table */
};

static void tell(struct audit_table *audit, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void
tell(struct audit_table *audit, const char *format, ...)
{
	char line[400];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	audit->say(audit->context, line);
}

static void
set_cell(struct cell *cell, int type, const char *text)
{
	cell->type = type;
	buf_clear(&cell->text);
	buf_add(&cell->text, text != NULL ? text : "");
}

static bool
is_same(const struct cell *a, int type, const char *text)
{
	return a->type == type && strcmp(buf_text(&a->text), text != NULL ? text : "") == 0;
}

static int
type_of(const struct diff_value *value)
{
	static const int types[] = {
		[DIFF_NULL] = SQLITE_NULL,
		[DIFF_NUMBER] = SQLITE_INTEGER,
		[DIFF_TEXT] = SQLITE_TEXT,
	};

	return types[value->kind];
}

static struct column *
find_column(struct audit_table *audit, const char *name)
{
	for (size_t i = 0; i < audit->count; i++)
		if (strcmp(audit->columns[i].name, name) == 0)
			return &audit->columns[i];
	return NULL;
}

static bool
read_standard(struct audit_table *audit, struct column *column, const char *expression)
{
	struct stmt st = { 0 };
	struct buf sql = { 0 };

	column->standard.type = SQLITE_NULL;
	if (expression == NULL)
		return true;
	buf_addf(&sql, "SELECT %s", expression);
	stmt_open(&st, audit->db, buf_text(&sql), audit->err);
	if (stmt_next(&st))
		set_cell(&column->standard, sqlite3_column_type(st.raw, 0), stmt_text(&st, 0));
	buf_done(&sql);
	return stmt_close(&st);
}

static void
add_key_part(struct audit_table *audit, const char *name, struct buf *where)
{
	buf_addf(where, "%s\"%s\" = :k%d", audit->key_parts > 0 ? " AND " : "", name,
	    audit->key_parts);
	buf_addf(&audit->key, "%s\"%s\"", audit->key_parts > 0 ? " || '/' || " : "", name);
	audit->key_parts++;
}

static bool
read_columns(struct audit_table *audit)
{
	struct stmt st = { 0 };
	struct buf where = { 0 };
	bool ok = true;

	buf_add(&audit->lookup, "SELECT ");
	stmt_open(&st, audit->db, "SELECT name, pk, dflt_value FROM pragma_table_xinfo(:table)"
	    " WHERE hidden = 0 ORDER BY cid", audit->err);
	stmt_bind_text(&st, ":table", audit->name);
	while (ok && stmt_next(&st)) {
		audit->columns = mem_room(audit->columns, audit->count, &audit->room,
		    sizeof *audit->columns);
		struct column *column = &audit->columns[audit->count++];
		*column = (struct column){ .name = mem_strdup(stmt_text(&st, 0)) };
		buf_addf(&audit->lookup, "%s\"%s\"", audit->count > 1 ? ", " : "", column->name);
		if (stmt_int(&st, 1) > 0)
			add_key_part(audit, column->name, &where);
		ok = read_standard(audit, column, stmt_text(&st, 2));
	}
	buf_addf(&audit->lookup, " FROM \"%s\" WHERE %s", audit->name, buf_text(&where));
	buf_done(&where);
	return stmt_close(&st) && ok;
}

/* What one log line does to the row as replayed so far. */
static bool
apply_cell(void *context, const char *name, const struct diff_value *before,
    const struct diff_value *after)
{
	struct audit_table *audit = context;
	struct column *column = find_column(audit, name);

	if (column == NULL)
		return true;	/* dropped by a migration since */
	if (column->logged && !is_same(&column->cell, type_of(before), before->text))
		tell(audit, _("%s %s: %s was something else before than the log says."), audit->name,
		    audit->row, name);
	column->logged = true;
	set_cell(&column->cell, type_of(after), after->text);
	return true;
}

static void
forget_row(struct audit_table *audit)
{
	for (size_t i = 0; i < audit->count; i++) {
		audit->columns[i].logged = false;
		set_cell(&audit->columns[i].cell, SQLITE_NULL, NULL);
	}
}

static void
apply_line(struct audit_table *audit, const char *op, const char *data)
{
	bool is_new = *op == 'I';

	if (is_new == audit->alive)
		tell(audit, _("%s %s: the log makes it twice, or changes it while it is not there."),
		    audit->name, audit->row);
	if (is_new)
		forget_row(audit);
	if (!diff_read(data, apply_cell, audit))
		tell(audit, _("%s %s: a line of the log cannot be read."), audit->name, audit->row);
	audit->alive = *op != 'D';
}

static void
compare_cells(struct audit_table *audit, const struct stmt *st)
{
	for (size_t i = 0; i < audit->count; i++) {
		struct column *column = &audit->columns[i];
		int type = sqlite3_column_type(st->raw, (int)i);
		const char *text = stmt_text(st, (int)i);

		if (!is_same(&column->cell, type, text) &&
		    (column->logged || !is_same(&column->standard, type, text)))
			tell(audit, _("%s %s: %s differs from the log."), audit->name, audit->row,
			    column->name);
	}
}

/* The parts of a key have no slash in them: app_key refuses it. */
static bool
bind_key(struct stmt *st, const char *row, int parts)
{
	char name[16];

	for (int i = 0; i < parts; i++) {
		size_t length = i < parts - 1 ? strcspn(row, "/") : strlen(row);
		if (i < parts - 1 && row[length] == '\0')
			return false;
		char *part = mem_strndup(row, length);
		snprintf(name, sizeof name, ":k%d", i);
		stmt_bind_text(st, name, part);
		free(part);
		row += length + (i < parts - 1);
	}
	return true;
}

static bool
compare_row(struct audit_table *audit)
{
	struct stmt st = { 0 };

	stmt_open(&st, audit->db, buf_text(&audit->lookup), audit->err);
	if (!st.failed && bind_key(&st, audit->row, audit->key_parts) && stmt_next(&st)) {
		audit->found++;
		if (audit->alive)
			compare_cells(audit, &st);
		else
			tell(audit, _("%s %s is there, though the log deleted it."), audit->name,
			    audit->row);
	} else if (!st.failed && audit->alive) {
		tell(audit, _("%s %s is missing, though the log has it."), audit->name, audit->row);
	}
	return stmt_close(&st);
}

static bool
finish_row(struct audit_table *audit)
{
	bool ok = audit->row == NULL || compare_row(audit);

	free(audit->row);
	audit->row = NULL;
	audit->alive = false;
	forget_row(audit);
	return ok;
}

static bool
replay(struct audit_table *audit)
{
	struct stmt st = { 0 };
	bool ok = true;

	stmt_open(&st, audit->db,
	    "SELECT rowkey, op, data FROM log WHERE tbl = :table ORDER BY rowkey, lsn", audit->err);
	stmt_bind_text(&st, ":table", audit->name);
	while (ok && stmt_next(&st)) {
		if (audit->row == NULL || strcmp(audit->row, stmt_text(&st, 0)) != 0) {
			ok = finish_row(audit);
			audit->row = mem_strdup(stmt_text(&st, 0));
		}
		apply_line(audit, stmt_text(&st, 1), stmt_text(&st, 2));
	}
	ok = stmt_close(&st) && ok;
	return finish_row(audit) && ok;
}

/* Rows that no line of the log speaks of: there are more rows than were found. */
static bool
tell_unlogged(struct audit_table *audit)
{
	struct stmt st = { 0 };
	struct buf sql = { 0 };
	int64_t rows;

	buf_addf(&sql, "SELECT count(*) FROM \"%s\"", audit->name);
	if (!db_number(audit->db, buf_text(&sql), &rows, audit->err) || rows == audit->found) {
		buf_done(&sql);
		return rows == audit->found;
	}
	buf_clear(&sql);
	buf_addf(&sql, "SELECT %s AS row FROM \"%s\" WHERE NOT EXISTS"
	    " (SELECT 1 FROM log WHERE tbl = :table AND rowkey = row)", buf_text(&audit->key),
	    audit->name);
	stmt_open(&st, audit->db, buf_text(&sql), audit->err);
	stmt_bind_text(&st, ":table", audit->name);
	while (stmt_next(&st))
		tell(audit, _("%s %s is there, though the log does not know it."), audit->name,
		    stmt_text(&st, 0));
	buf_done(&sql);
	return stmt_close(&st);
}

static void
done(struct audit_table *audit)
{
	for (size_t i = 0; i < audit->count; i++) {
		free(audit->columns[i].name);
		buf_done(&audit->columns[i].cell.text);
		buf_done(&audit->columns[i].standard.text);
	}
	free(audit->columns);
	free(audit->row);
	buf_done(&audit->lookup);
	buf_done(&audit->key);
}

bool
audit_rows(struct db *db, const char *table, void (*say)(void *context, const char *line),
    void *context, struct err *err)
{
	struct audit_table audit = {
		.db = db, .name = table, .err = err, .say = say, .context = context,
	};
	bool ok = read_columns(&audit) && replay(&audit) && tell_unlogged(&audit);

	done(&audit);
	return ok;
}
