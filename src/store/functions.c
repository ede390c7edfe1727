/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/functions.h"

#include <string.h>

#include "base/messages.h"
#include "store/db_private.h"
#include "store/diff.h"
#include "store/fault.h"

/* As a constraint, so that fault_set takes the message for words of a rule. */
static void
refuse(sqlite3_context *context, const char *why)
{
	sqlite3_result_error(context, why, -1);
	sqlite3_result_error_code(context, SQLITE_CONSTRAINT_FUNCTION);
}

static struct change_set *
open_set(sqlite3_context *context)
{
	struct db *db = sqlite3_user_data(context);

	if (db->set.id[0] != '\0')
		return &db->set;
	refuse(context, N_("Records are written inside a change set only."));
	return NULL;
}

/* The buffers stay as they are until the next line: no copies. */
static void
result_buf(sqlite3_context *context, const struct buf *text)
{
	sqlite3_result_text(context, buf_text(text), (int)text->length, SQLITE_STATIC);
}

/* Of an update come the values before and after in turn, else those that are there. */
static bool
write_diff(struct buf *data, sqlite3_value **values, const char **ret_why)
{
	enum { OP = 1, NAMES = 3, CELLS = 4 };
	const char *names = (const char *)sqlite3_value_text(values[NAMES]);
	sqlite3_value **cells = values + CELLS;

	switch (*sqlite3_value_text(values[OP])) {
	case 'I':
		return diff_write(data, names, NULL, cells, 1, ret_why);
	case 'D':
		return diff_write(data, names, cells, NULL, 1, ret_why);
	default:
		return diff_write(data, names, cells, cells + 1, 2, ret_why);
	}
}

static void
app_change(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);
	const char *why = NULL;

	(void)count;
	if (set == NULL)
		return;
	buf_clear(&set->data);
	if (!write_diff(&set->data, values, &why)) {
		refuse(context, why);
		return;
	}
	sqlite3_result_int(context, set->data.length > 0);
	if (set->data.length == 0)
		return;
	buf_clear(&set->row_key);
	buf_add(&set->row_key, (const char *)sqlite3_value_text(values[2]));
	set->lines++;
	chain_advance(set->head, set->digest, &(struct chain_line){
		.nseq = ++set->nseq,
		.table = (const char *)sqlite3_value_text(values[0]),
		.row_key = buf_text(&set->row_key),
		.op = (const char *)sqlite3_value_text(values[1]),
		.data = buf_text(&set->data),
		.data_size = set->data.length,
	});
}

static void
app_key(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct buf key = { 0 };

	for (int i = 0; i < count; i++) {
		const char *part = (const char *)sqlite3_value_text(values[i]);

		if (part == NULL || *part == '\0' || strchr(part, '/') != NULL) {
			refuse(context, N_("The key of a record is neither empty nor has it a slash."));
			buf_done(&key);
			return;
		}
		if (i > 0)
			buf_add_char(&key, '/');
		buf_add(&key, part);
	}
	sqlite3_result_text(context, buf_text(&key), (int)key.length, SQLITE_TRANSIENT);
	buf_done(&key);
}

static void
app_node(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		sqlite3_result_text(context, set->node, -1, SQLITE_STATIC);
}

static void
app_tx(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		sqlite3_result_text(context, set->id, -1, SQLITE_STATIC);
}

static void
app_nseq(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		sqlite3_result_int64(context, set->nseq);
}

static void
app_rowkey(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		result_buf(context, &set->row_key);
}

static void
app_data(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		result_buf(context, &set->data);
}

static void
app_hash(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		sqlite3_result_blob(context, set->head, CHAIN_BYTES, SQLITE_STATIC);
}

bool
functions_register(struct db *db, struct err *err)
{
	static const struct {
		const char *name;
		int arguments;
		int flags;
		void (*call)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
		/* Not deterministic: each call reads or moves the open change set. */
		{ "app_change", -1, 0, app_change },
		{ "app_node", 0, 0, app_node },
		{ "app_tx", 0, 0, app_tx },
		{ "app_nseq", 0, 0, app_nseq },
		{ "app_rowkey", 0, 0, app_rowkey },
		{ "app_data", 0, 0, app_data },
		{ "app_hash", 0, 0, app_hash },
		{ "app_key", -1, SQLITE_DETERMINISTIC, app_key },
	};

	/* Innocuous: with trusted_schema off a trigger may call nothing else. */
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (sqlite3_create_function_v2(db->raw, functions[i].name, functions[i].arguments,
			SQLITE_UTF8 | SQLITE_INNOCUOUS | functions[i].flags, db,
			functions[i].call, NULL, NULL, NULL) != SQLITE_OK)
			return fault_set(db, err);
	return true;
}
