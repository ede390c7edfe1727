/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/functions.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/text.h"
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

static void
advance(struct change_set *set)
{
	set->lines++;
	chain_advance(set->head, set->digest, &(struct chain_line){
		.nseq = ++set->nseq,
		.table = set->seen.table->name,
		.row_key = buf_text(&set->seen.row_key),
		.op = (const char[]){ set->seen.op, '\0' },
		.data = buf_text(&set->seen.data),
		.data_size = set->seen.data.length,
	});
}

static void
app_change(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count;
	if (set == NULL)
		return;
	if (!set->seen.pending ||
	    strcmp(set->seen.table->name, (const char *)sqlite3_value_text(values[0])) != 0) {
		refuse(context, N_("A line of the log is written by a change of its row only."));
		return;
	}
	set->seen.pending = false;
	if (set->seen.why != NULL) {
		refuse(context, set->seen.why);
		return;
	}
	sqlite3_result_int(context, set->seen.data.length > 0);
	if (set->seen.data.length > 0)
		advance(set);
}

/* That it can be called is all that a guard wants to know. */
static void
app_here(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count, (void)values;
	sqlite3_result_int(context, 1);
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
app_table(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL && set->seen.table != NULL)
		sqlite3_result_text(context, set->seen.table->name, -1, SQLITE_STATIC);
}

static void
app_op(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		sqlite3_result_text(context, &set->seen.op, 1, SQLITE_STATIC);
}

static void
app_rowkey(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		result_buf(context, &set->seen.row_key);
}

static void
app_data(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		result_buf(context, &set->seen.data);
}

static void
app_hash(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct change_set *set = open_set(context);

	(void)count, (void)values;
	if (set != NULL)
		sqlite3_result_blob(context, set->head, CHAIN_BYTES, SQLITE_STATIC);
}

/* As the program compares texts: lower() of SQLite knows A to Z alone. */
static void
app_fold(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);

	(void)count;
	if (text != NULL)
		sqlite3_result_text(context, text_folded(text, 0), -1, free);
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
		{ "app_change", 1, 0, app_change },
		{ "app_here", 0, 0, app_here },
		{ "app_node", 0, 0, app_node },
		{ "app_tx", 0, 0, app_tx },
		{ "app_nseq", 0, 0, app_nseq },
		{ "app_table", 0, 0, app_table },
		{ "app_op", 0, 0, app_op },
		{ "app_rowkey", 0, 0, app_rowkey },
		{ "app_data", 0, 0, app_data },
		{ "app_hash", 0, 0, app_hash },
		{ "app_fold", 1, SQLITE_DETERMINISTIC, app_fold },
	};

	/* Innocuous: with trusted_schema off a trigger may call nothing else. */
	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		if (sqlite3_create_function_v2(db->raw, functions[i].name, functions[i].arguments,
			SQLITE_UTF8 | SQLITE_INNOCUOUS | functions[i].flags, db,
			functions[i].call, NULL, NULL, NULL) != SQLITE_OK)
			return fault_set(db, err);
	return true;
}
