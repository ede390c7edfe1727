/* SPDX-License-Identifier: GPL-3.0-or-later */
#define SQLITE_ENABLE_PREUPDATE_HOOK 1	/* else sqlite3.h does not declare it */

#include "config.h"

#include "store/capture.h"

#include <assert.h>
#include <string.h>

#include "base/messages.h"
#include "store/db_private.h"
#include "store/diff.h"

/* The rows before and after, NULL where there is none; valid while the hook runs. */
struct rows {
	sqlite3_value *before[CHANGE_MOST_COLUMNS], *after[CHANGE_MOST_COLUMNS];
};

static bool
read_rows(sqlite3 *raw, int op, const struct db_table *table, struct rows *rows)
{
	assert(sqlite3_preupdate_count(raw) == table->column_count);
	for (int i = 0; i < table->column_count; i++) {
		if (op != SQLITE_INSERT && sqlite3_preupdate_old(raw, i, &rows->before[i]) != SQLITE_OK)
			return false;
		if (op != SQLITE_DELETE && sqlite3_preupdate_new(raw, i, &rows->after[i]) != SQLITE_OK)
			return false;
	}
	return true;
}

/* The parts of the key joined by '/'. */
static const char *
write_key(struct buf *key, const struct db_table *table, sqlite3_value *const *cells)
{
	buf_clear(key);
	for (int i = 0; i < table->key_count; i++) {
		const char *part = (const char *)sqlite3_value_text(cells[table->keys[i]]);

		if (part == NULL || *part == '\0' || strchr(part, '/') != NULL)
			return N_("The key of a record is neither empty nor has it a slash.");
		if (i > 0)
			buf_add_char(key, '/');
		buf_add(key, part);
	}
	return NULL;
}

static bool
key_moves(const struct db_table *table, const struct rows *rows)
{
	for (int i = 0; i < table->key_count; i++)
		if (!diff_is_same(rows->before[table->keys[i]], rows->after[table->keys[i]]))
			return true;
	return false;
}

/* NULL, or why this change may not be stored: a message to translate. */
static const char *
describe(struct capture *seen, const struct rows *rows)
{
	const char *why = write_key(&seen->row_key, seen->table,
	    seen->op == 'I' ? rows->after : rows->before);

	if (why != NULL)
		return why;
	if (seen->op == 'U' && key_moves(seen->table, rows))
		return N_("The key of a record never changes.");
	buf_clear(&seen->data);
	diff_write(&seen->data, seen->table->columns, rows->before, rows->after, &why);
	return why;
}

static void
see(void *context, sqlite3 *raw, int op, const char *schema, const char *name, sqlite3_int64 before,
    sqlite3_int64 after)
{
	struct db *db = context;
	struct capture *seen = &db->set.seen;
	struct rows rows = { 0 };
	const struct db_table *table = db_in_change(db) ? change_table(db, name) : NULL;

	(void)before, (void)after;
	if (table == NULL || table->mode == CHANGE_DERIVED || strcmp(schema, "main") != 0)
		return;
	seen->table = table;
	seen->pending = true;
	seen->op = op == SQLITE_INSERT ? 'I' : op == SQLITE_DELETE ? 'D' : 'U';
	seen->why = read_rows(raw, op, table, &rows) ? describe(seen, &rows) :
	    N_("A row could not be read while it was changed.");
}

void
capture_start(struct db *db)
{
	sqlite3_preupdate_hook(db->raw, see, db);
}
