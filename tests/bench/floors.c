/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench/floors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "bench/raw.h"
#include "bench/samples.h"

enum { SEARCHES = 51 };

/* The commit */

struct floor_commits {
	sqlite3 *db;
	sqlite3_stmt *insert;
	struct samples times;
};

struct floor_commits *
floor_commits_new(const char *folder)
{
	struct floor_commits *commits = mem_alloc(sizeof *commits);

	commits->db = raw_create(folder, "floor-commit.db");
	raw_run(commits->db, "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT NOT NULL) STRICT");
	commits->insert = raw_prepare(commits->db, "INSERT INTO t (v) VALUES ('one short line of text')");
	return commits;
}

void
floor_commits_one(struct floor_commits *commits)
{
	double start = samples_clock_ms();

	raw_run(commits->db, "BEGIN IMMEDIATE");
	if (sqlite3_step(commits->insert) != SQLITE_DONE)
		raw_give_up(commits->db, "INSERT");
	sqlite3_reset(commits->insert);
	raw_run(commits->db, "COMMIT");
	samples_add(&commits->times, samples_clock_ms() - start);
}

double
floor_commits_free(struct floor_commits *commits)
{
	double median = samples_median(&commits->times);

	sqlite3_finalize(commits->insert);
	sqlite3_close(commits->db);
	samples_done(&commits->times);
	free(commits);
	return median;
}

/* The import */

static long
count_log(sqlite3 *db)
{
	sqlite3_stmt *count = raw_prepare(db, "SELECT count(*) FROM log");
	long rows = sqlite3_step(count) == SQLITE_ROW ? (long)sqlite3_column_int64(count, 0) : 0;

	sqlite3_finalize(count);
	return rows;
}

double
floor_import(const char *file, const char *folder, long *ret_logged)
{
	sqlite3 *from = raw_open(file, SQLITE_OPEN_READWRITE);
	sqlite3 *to = raw_create(folder, "floor-import.db");
	double took = 0;

	raw_copy_schema(from, to);
	sqlite3_stmt *tables = raw_prepare(from, "SELECT name FROM sqlite_schema WHERE type = 'table'"
	    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'log%' ORDER BY rowid");
	raw_run(to, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON");
	while (sqlite3_step(tables) == SQLITE_ROW)
		took += raw_copy(from, to, (const char *)sqlite3_column_text(tables, 0), "");
	sqlite3_finalize(tables);

	double start = samples_work_ms();
	raw_run(to, "COMMIT");
	took += samples_work_ms() - start;
	*ret_logged = count_log(from);
	sqlite3_close(from);
	sqlite3_close(to);
	return took;
}

/* The search */

static void
read_texts(struct buf *block, const char *file)
{
	sqlite3 *db = raw_open(file, SQLITE_OPEN_READWRITE);
	sqlite3_stmt *texts = raw_prepare(db, "SELECT text FROM search_text WHERE kind = 'government' ORDER BY rank, key");

	while (sqlite3_step(texts) == SQLITE_ROW) {
		buf_add(block, (const char *)sqlite3_column_text(texts, 0));
		buf_add_char(block, '\n');
	}
	sqlite3_finalize(texts);
	sqlite3_close(db);
}

static long
count_places(const struct buf *block, const char *needle)
{
	const char *at = buf_text(block), *end = at + block->length;
	size_t length = strlen(needle);
	long places = 0;

	while ((at = memmem(at, (size_t)(end - at), needle, length)) != NULL) {
		places++;
		at += length;
	}
	return places;
}

double
floor_search(const char *file, const char *needle, long *ret_hits)
{
	struct samples times = { 0 };
	struct buf block = { 0 };

	read_texts(&block, file);
	for (int i = 0; i < SEARCHES; i++) {
		double start = samples_clock_ms();

		*ret_hits = count_places(&block, needle);
		samples_add(&times, samples_clock_ms() - start);
	}
	buf_done(&block);

	double median = samples_median(&times);
	samples_done(&times);
	return median;
}

/* Clashes */

struct floor_clashes {
	sqlite3 *db;
	sqlite3_stmt *ask;
	struct samples times;
};

/* The longest is asked for once: who writes SQL by hand knows it. */
static const char clashes_sql[] =
    "WITH met AS MATERIALIZED (SELECT DISTINCT their.meeting AS other FROM meeting_span AS mine"
    " CROSS JOIN meeting_span AS their ON their.starts < mine.ends AND their.starts > mine.starts - :longest"
    " AND their.ends > mine.starts AND their.meeting <> mine.meeting WHERE mine.meeting = :meeting)"
    " SELECT other, b.host FROM met CROSS JOIN meeting AS a ON a.key = :meeting"
    "  CROSS JOIN meeting AS b ON b.key = other AND b.host = a.host"
    " UNION ALL SELECT other, b.room FROM met CROSS JOIN meeting AS a ON a.key = :meeting"
    "  CROSS JOIN meeting AS b ON b.key = other AND b.room = a.room AND b.place = a.place"
    "  WHERE a.room <> '' AND a.place <> ''"
    " UNION ALL SELECT other, d.government FROM met"
    "  CROSS JOIN delegation AS d ON d.meeting = :meeting AND d.answer = 'coming'"
    "  CROSS JOIN delegation AS e ON e.meeting = other AND e.government = d.government"
    "  AND e.answer = 'coming'"
    " UNION ALL SELECT other, s.staff FROM met CROSS JOIN meeting_staff AS s ON s.meeting = :meeting"
    "  CROSS JOIN meeting_staff AS t ON t.meeting = other AND t.staff = s.staff";

struct floor_clashes *
floor_clashes_new(const char *file)
{
	struct floor_clashes *clashes = mem_alloc(sizeof *clashes);

	clashes->db = raw_open(file, SQLITE_OPEN_READWRITE);
	sqlite3_stmt *longest = raw_prepare(clashes->db, "SELECT max(ends - starts) FROM meeting_span");
	if (sqlite3_step(longest) != SQLITE_ROW)
		raw_give_up(clashes->db, "max");
	clashes->ask = raw_prepare(clashes->db, clashes_sql);
	sqlite3_bind_int64(clashes->ask, sqlite3_bind_parameter_index(clashes->ask, ":longest"),
	    sqlite3_column_int64(longest, 0));
	sqlite3_finalize(longest);
	return clashes;
}

long
floor_clashes_one(struct floor_clashes *clashes, const char *meeting)
{
	double start = samples_clock_ms();
	long shared = 0;

	sqlite3_bind_text(clashes->ask, sqlite3_bind_parameter_index(clashes->ask, ":meeting"), meeting,
	    -1, SQLITE_TRANSIENT);
	while (sqlite3_step(clashes->ask) == SQLITE_ROW)
		shared++;
	sqlite3_reset(clashes->ask);
	samples_add(&clashes->times, samples_clock_ms() - start);
	return shared;
}

double
floor_clashes_free(struct floor_clashes *clashes)
{
	double median = samples_median(&clashes->times);

	sqlite3_finalize(clashes->ask);
	sqlite3_close(clashes->db);
	samples_done(&clashes->times);
	free(clashes);
	return median;
}
