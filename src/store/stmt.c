/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/stmt.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db_private.h"
#include "store/fault.h"

enum {
	MOST_KEPT = 256,	/* lists with free filters would fill memory otherwise */
};

static uint64_t
hash_of(const char *sql)
{
	uint64_t hash = 14695981039346656037U;	/* FNV-1a, by words: statements are long */
	size_t length = strlen(sql);

	for (uint64_t word; length >= sizeof word; length -= sizeof word, sql += sizeof word) {
		memcpy(&word, sql, sizeof word);
		hash = (hash ^ word) * 1099511628211U;
	}
	for (; *sql != '\0'; sql++)
		hash = (hash ^ (unsigned char)*sql) * 1099511628211U;
	return hash ^ hash >> 32;
}

static struct stmt_kept **
slot_of(struct stmt_cache *cache, const char *sql)
{
	return &cache->slots[hash_of(sql) % STMT_SLOTS];
}

/* What is asked once in a session, most of what HOM counts, would only fill memory. */
static bool
was_asked(struct stmt_cache *cache, const char *sql)
{
	uint64_t mark = hash_of(sql) % STMT_MARKS;
	uint64_t *word = &cache->asked[mark / 64], bit = UINT64_C(1) << mark % 64;
	bool before = (*word & bit) != 0;

	*word |= bit;
	return before;
}

static struct stmt_kept *
find_free(struct stmt_cache *cache, const char *sql)
{
	for (struct stmt_kept *kept = *slot_of(cache, sql); kept != NULL; kept = kept->next)
		if (!kept->in_use && strcmp(kept->sql, sql) == 0)
			return kept;
	return NULL;
}

static void
forget(struct stmt_cache *cache, struct stmt_kept *kept)
{
	struct stmt_kept **link = slot_of(cache, kept->sql);

	while (*link != kept)
		link = &(*link)->next;
	*link = kept->next;
	sqlite3_finalize(kept->raw);
	free(kept->sql);
	free(kept);
	cache->count--;
}

static void
forget_oldest(struct stmt_cache *cache)
{
	struct stmt_kept *oldest = NULL;

	for (size_t i = 0; i < STMT_SLOTS; i++)
		for (struct stmt_kept *kept = cache->slots[i]; kept != NULL; kept = kept->next)
			if (!kept->in_use && (oldest == NULL || kept->used_at < oldest->used_at))
				oldest = kept;
	if (oldest != NULL)
		forget(cache, oldest);
}

static struct stmt_kept *
keep(struct stmt_cache *cache, sqlite3_stmt *raw, const char *sql)
{
	struct stmt_kept *kept = mem_alloc(sizeof *kept);
	struct stmt_kept **slot = slot_of(cache, sql);

	if (cache->count >= MOST_KEPT)
		forget_oldest(cache);
	kept->raw = raw;
	kept->sql = mem_strdup(sql);
	kept->next = *slot;
	*slot = kept;
	cache->count++;
	return kept;
}

void
stmt_cache_done(struct stmt_cache *cache)
{
	for (size_t i = 0; i < STMT_SLOTS; i++)
		while (cache->slots[i] != NULL) {
			assert(!cache->slots[i]->in_use);
			forget(cache, cache->slots[i]);
		}
}

static bool
fail(struct stmt *st)
{
	/* What a failed write did to the open set's memory of its chain is not known. */
	if (db_in_change(st->db) && (st->raw == NULL || !sqlite3_stmt_readonly(st->raw)))
		st->db->set.doomed = true;
	st->failed = true;
	return fault_set(st->db, st->err);
}

bool
stmt_open(struct stmt *st, struct db *db, const char *sql, struct err *err)
{
	assert(st->raw == NULL);
	*st = (struct stmt){ .db = db, .err = err };
	st->kept = find_free(&db->cache, sql);
	if (st->kept == NULL) {
		if (sqlite3_prepare_v3(db->raw, sql, -1, SQLITE_PREPARE_PERSISTENT, &st->raw, NULL) !=
		    SQLITE_OK)
			return fail(st);
		if (!was_asked(&db->cache, sql))
			return true;
		st->kept = keep(&db->cache, st->raw, sql);
	}
	st->raw = st->kept->raw;
	st->kept->in_use = true;
	st->kept->used_at = ++db->cache.uses;
	return true;
}

/*
 * Mostly the one after the one before, and then SQLite need not search. A name
 * that is not in the SQL is a mistake of ours.
 */
static int
parameter(struct stmt *st, const char *name)
{
	const char *next = sqlite3_bind_parameter_name(st->raw, ++st->bound);

	if (next != NULL && strcmp(next, name) == 0)
		return st->bound;
	int index = st->bound = sqlite3_bind_parameter_index(st->raw, name);
	if (index == 0)
		fprintf(stderr, "no parameter %s in: %s\n", name, sqlite3_sql(st->raw));
	assert(index != 0);
	return index;
}

static void
check_bind(struct stmt *st, int code)
{
	if (code != SQLITE_OK)
		fail(st);
}

void
stmt_bind_text(struct stmt *st, const char *name, const char *value)
{
	if (!st->failed)
		check_bind(st, sqlite3_bind_text(st->raw, parameter(st, name), value, -1,
			SQLITE_TRANSIENT));
}

void
stmt_bind_lent(struct stmt *st, const char *name, const char *value)
{
	if (!st->failed)
		check_bind(st, sqlite3_bind_text(st->raw, parameter(st, name), value, -1, SQLITE_STATIC));
}

void
stmt_bind_int(struct stmt *st, const char *name, int64_t value)
{
	if (!st->failed)
		check_bind(st, sqlite3_bind_int64(st->raw, parameter(st, name), value));
}

void
stmt_bind_null(struct stmt *st, const char *name)
{
	if (!st->failed)
		check_bind(st, sqlite3_bind_null(st->raw, parameter(st, name)));
}

void
stmt_bind_blob(struct stmt *st, const char *name, const void *bytes, size_t size)
{
	if (!st->failed)
		check_bind(st, sqlite3_bind_blob64(st->raw, parameter(st, name), bytes, size,
			SQLITE_TRANSIENT));
}

bool
stmt_next(struct stmt *st)
{
	if (st->failed || st->done)
		return false;
	int code = sqlite3_step(st->raw);
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		return fail(st);
	/* At once, so that no read stays open while a clerk thinks. */
	sqlite3_reset(st->raw);
	st->done = true;
	return false;
}

bool
stmt_run(struct stmt *st)
{
	bool row = stmt_next(st);

	assert(!row);
	(void)row;
	return !st->failed;
}

int
stmt_changes(const struct stmt *st)
{
	return st->failed ? 0 : sqlite3_changes(st->db->raw);
}

void
stmt_again(struct stmt *st)
{
	if (st->failed)
		return;
	sqlite3_reset(st->raw);
	sqlite3_clear_bindings(st->raw);
	st->done = false;
	st->bound = 0;
}

bool
stmt_close(struct stmt *st)
{
	bool ok = !st->failed;

	if (st->kept != NULL) {
		sqlite3_reset(st->raw);
		sqlite3_clear_bindings(st->raw);
		st->kept->in_use = false;
	} else {
		sqlite3_finalize(st->raw);
	}
	st->raw = NULL;
	st->kept = NULL;
	return ok;
}

const char *
stmt_text(const struct stmt *st, int column)
{
	return (const char *)sqlite3_column_text(st->raw, column);
}

int64_t
stmt_int(const struct stmt *st, int column)
{
	return sqlite3_column_int64(st->raw, column);
}

const void *
stmt_blob(const struct stmt *st, int column, size_t *ret_size)
{
	const void *bytes = sqlite3_column_blob(st->raw, column);

	*ret_size = (size_t)sqlite3_column_bytes(st->raw, column);
	return bytes;
}

bool
stmt_is_null(const struct stmt *st, int column)
{
	return sqlite3_column_type(st->raw, column) == SQLITE_NULL;
}

int
stmt_columns(const struct stmt *st)
{
	return sqlite3_column_count(st->raw);
}

const char *
stmt_column_name(const struct stmt *st, int column)
{
	return sqlite3_column_name(st->raw, column);
}

bool
stmt_ask_int(struct db *db, const char *sql, const char *name, const char *value,
    int64_t *ret_number, struct err *err)
{
	struct stmt st = { 0 };

	if (stmt_open(&st, db, sql, err)) {
		stmt_bind_text(&st, name, value);
		if (stmt_next(&st))
			*ret_number = stmt_int(&st, 0);
	}
	return stmt_close(&st);
}

bool
stmt_exec(struct db *db, const char *sql, struct err *err)
{
	if (sqlite3_exec(db->raw, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	if (db_in_change(db))
		db->set.doomed = true;
	return fault_set(db, err);
}
