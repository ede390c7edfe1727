/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/raw.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "bench/samples.h"

void
raw_give_up(sqlite3 *db, const char *sql)
{
	fprintf(stderr, "bench: %s: %s\n", sql, sqlite3_errmsg(db));
	exit(1);
}

sqlite3 *
raw_open(const char *path, int flags)
{
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(path, &db, flags, NULL) != SQLITE_OK)
		raw_give_up(db, path);
	return db;
}

void
raw_run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		raw_give_up(db, sql);
}

sqlite3_stmt *
raw_prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		raw_give_up(db, sql);
	return statement;
}

sqlite3 *
raw_create(const char *folder, const char *name)
{
	struct buf path = { 0 };

	buf_addf(&path, "%s/%s", folder, name);
	remove(buf_text(&path));
	sqlite3 *db = raw_open(buf_text(&path), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	raw_run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
	buf_done(&path);
	return db;
}

void
raw_copy_schema(sqlite3 *from, sqlite3 *to)
{
	sqlite3_stmt *schema = raw_prepare(from,
	    "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL"
	    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'index', rowid");

	while (sqlite3_step(schema) == SQLITE_ROW)
		raw_run(to, (const char *)sqlite3_column_text(schema, 0));
	sqlite3_finalize(schema);
}

/* All cells of a table, in memory: reading them is no part of the floor. */
struct cells {
	sqlite3_value **value;
	size_t count, room;
	int columns;
};

static void
read_cells(struct cells *cells, sqlite3 *db, const char *table, const char *where)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "SELECT * FROM \"%s\" %s", table, where);
	sqlite3_stmt *select = raw_prepare(db, buf_text(&sql));
	cells->columns = sqlite3_column_count(select);
	while (sqlite3_step(select) == SQLITE_ROW)
		for (int i = 0; i < cells->columns; i++) {
			cells->value = mem_room(cells->value, cells->count, &cells->room, sizeof *cells->value);
			cells->value[cells->count++] = sqlite3_value_dup(sqlite3_column_value(select, i));
		}
	sqlite3_finalize(select);
	buf_done(&sql);
}

static void
cells_done(struct cells *cells)
{
	for (size_t i = 0; i < cells->count; i++)
		sqlite3_value_free(cells->value[i]);
	free(cells->value);
}

static double
insert_cells(sqlite3 *db, const char *table, const struct cells *cells)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "INSERT INTO \"%s\" VALUES (?", table);
	for (int i = 1; i < cells->columns; i++)
		buf_add(&sql, ", ?");
	buf_add(&sql, ")");

	double start = samples_work_ms();
	sqlite3_stmt *insert = raw_prepare(db, buf_text(&sql));
	for (size_t i = 0; i < cells->count;) {
		for (int column = 1; column <= cells->columns; column++)
			sqlite3_bind_value(insert, column, cells->value[i++]);
		if (sqlite3_step(insert) != SQLITE_DONE)
			raw_give_up(db, buf_text(&sql));
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	double took = samples_work_ms() - start;
	buf_done(&sql);
	return took;
}

double
raw_copy(sqlite3 *from, sqlite3 *to, const char *table, const char *where)
{
	struct cells cells = { 0 };

	read_cells(&cells, from, table, where);
	double took = cells.count > 0 ? insert_cells(to, table, &cells) : 0;
	cells_done(&cells);
	return took;
}

