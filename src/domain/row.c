/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/row.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/messages.h"
#include "base/ulid.h"
#include "domain/derive.h"
#include "domain/row_sql.h"
#include "domain/session.h"
#include "store/change.h"
#include "store/stmt.h"

enum {
	NAME_SIZE = 64,		/* ":column" */
	MOST_COLUMNS = 32,	/* of one question */
};

void *
row_at(const struct row_list *list, size_t index)
{
	assert(index < list->count);
	return (char *)list->rows + index * list->type->size;
}

void *
row_add(struct row_list *list, const struct record_type *type)
{
	assert(list->type == NULL || list->type == type);
	list->type = type;
	list->rows = mem_room(list->rows, list->count, &list->room, type->size);
	list->count++;
	return memset(row_at(list, list->count - 1), 0, type->size);
}

void
row_list_done(struct row_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		record_done(list->type, row_at(list, i));
	free(list->rows);
	*list = (struct row_list){ 0 };
}

bool
row_list_take(struct row_list *list, bool ok, struct row_list *ret_list)
{
	if (ok)
		*ret_list = *list;
	else
		row_list_done(list);
	return ok;
}

void
row_list_sort(struct row_list *list, int (*compare)(const void *a, const void *b))
{
	if (list->count > 1)
		qsort(list->rows, list->count, list->type->size, compare);
}

void *
row_on_day(const struct row_list *periods, const char *day)
{
	const struct field *since = record_find_field(periods->type, "since");
	size_t found = 0;

	for (size_t i = 0; i < periods->count; i++)
		if (strcmp(record_text(since, row_at(periods, i)), day) <= 0)
			found = i;
	return periods->count > 0 ? row_at(periods, found) : NULL;
}

/* Values of a statement, from the table of fields */

static const char *
parameter_name(const struct field *field, char name[NAME_SIZE])
{
	size_t length = strlen(field->key);

	assert(length + 2 <= NAME_SIZE);
	name[0] = ':';
	memcpy(name + 1, field->key, length + 1);
	return name;
}

static void
bind_field(struct stmt *st, const struct field *field, void *row)
{
	char name[NAME_SIZE];
	const char *text;

	parameter_name(field, name);
	if (record_is_number(field)) {
		stmt_bind_int(st, name, *record_number_slot(field, row));
		return;
	}
	text = *record_text_slot(field, row);
	if ((field->flags & FIELD_NULLABLE) != 0 && (text == NULL || text[0] == '\0'))
		stmt_bind_null(st, name);
	else
		stmt_bind_lent(st, name, text != NULL ? text : "");
}

static void
bind_row(struct stmt *st, const struct record_type *type, void *row)
{
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (row_sql_stores(field))
			bind_field(st, field, row);
}

/* key is split at '/', one part for each key field in order, as far as it goes. */
static void
bind_key(struct stmt *st, const struct record_type *type, const char *key)
{
	char name[NAME_SIZE];

	for (const struct field *field = type->fields; field->key != NULL && *key != '\0'; field++) {
		if ((field->flags & FIELD_KEY) == 0)
			continue;
		size_t length = strcspn(key, "/");
		char *part = mem_strndup(key, length);
		stmt_bind_text(st, parameter_name(field, name), part);
		free(part);
		key += length + (key[length] == '/');
	}
}

static void
read_field(const struct stmt *st, int column, const struct field *field, void *row)
{
	if (record_is_number(field))
		*record_number_slot(field, row) = stmt_int(st, column);
	else
		*record_text_slot(field, row) = mem_strdup(stmt_text(st, column));
}

static void
read_row(const struct stmt *st, const struct record_type *type, void *ret_row)
{
	int column = 0;

	memset(ret_row, 0, type->size);
	for (const struct field *field = type->fields; field->key != NULL; field++)
		if (row_sql_stores(field))
			read_field(st, column++, field, ret_row);
}

bool
row_find(struct session *session, const struct record_type *type, const char *key, void *ret_row,
    bool *ret_found, struct err *err)
{
	struct stmt st = { 0 };
	bool found = false;

	if (stmt_open(&st, session->db, row_sql_of(session, type, ROW_SQL_FIND), err)) {
		bind_key(&st, type, key);
		found = stmt_next(&st);
		if (found)
			read_row(&st, type, ret_row);
	}
	if (!stmt_close(&st))
		return false;
	*ret_found = found;
	return true;
}

bool
row_set_missing(const struct record_type *type, const char *key, struct err *err)
{
	return err_set(err, ERR_MISSING, _("There is no such record: %s %s."), _(type->label), key);
}

bool
row_get(struct session *session, const struct record_type *type, const char *key, void *ret_row,
    struct err *err)
{
	bool found;

	if (!row_find(session, type, key, ret_row, &found, err))
		return false;
	return found || row_set_missing(type, key, err);
}

bool
row_exists(struct session *session, const struct record_type *type, const char *key,
    bool *ret_exists, struct err *err)
{
	void *row = mem_alloc(type->size);
	bool ok = row_find(session, type, key, row, ret_exists, err);

	record_done(type, row);
	free(row);
	return ok;
}

bool
row_must_exist(struct session *session, const struct record_type *type, const char *key,
    struct err *err)
{
	bool exists;

	if (!row_exists(session, type, key, &exists, err))
		return false;
	return exists || row_set_missing(type, key, err);
}

/* What row_sql selects, and closes st. */
static bool
read_rows(struct stmt *st, const struct record_type *type, struct row_list *ret_list)
{
	struct row_list list = { .type = type };

	while (stmt_next(st))
		read_row(st, type, row_add(&list, type));
	return row_list_take(&list, stmt_close(st), ret_list);
}

bool
row_list(struct session *session, const struct record_type *type, const char *field_key,
    const char *value, const char *order, struct row_list *ret_list, struct err *err)
{
	struct buf sql = { 0 };
	struct stmt st = { 0 };
	char name[NAME_SIZE];

	buf_add(&sql, row_sql_of(session, type, ROW_SQL_SELECT));
	if (field_key != NULL)
		buf_addf(&sql, " WHERE %s = :%s", field_key, field_key);
	if (order != NULL)
		buf_addf(&sql, " ORDER BY %s", order);
	if (stmt_open(&st, session->db, buf_text(&sql), err) && field_key != NULL)
		stmt_bind_text(&st, parameter_name(record_find_field(type, field_key), name), value);
	buf_done(&sql);
	return read_rows(&st, type, ret_list);
}

/* " WHERE meeting = :meeting AND vote = :vote" for a key of two parts. */
static void
add_where_parts(struct buf *sql, const struct record_type *type, const char *key)
{
	const char *separator = " WHERE ";

	for (const struct field *field = type->fields; field->key != NULL && *key != '\0'; field++) {
		if ((field->flags & FIELD_KEY) == 0)
			continue;
		buf_addf(sql, "%s%s = :%s", separator, field->key, field->key);
		separator = " AND ";
		key += strcspn(key, "/");
		key += *key == '/';
	}
}

bool
row_list_under(struct session *session, const struct record_type *type, const char *key,
    struct row_list *ret_list, struct err *err)
{
	struct buf sql = { 0 };
	struct stmt st = { 0 };

	buf_add(&sql, row_sql_of(session, type, ROW_SQL_SELECT));
	add_where_parts(&sql, type, key);
	if (stmt_open(&st, session->db, buf_text(&sql), err))
		bind_key(&st, type, key);
	buf_done(&sql);
	return read_rows(&st, type, ret_list);
}

/* By the names in its SQL. */
static void
find_columns(const struct stmt *st, const struct record_type *type,
    const struct field *ret_fields[MOST_COLUMNS])
{
	int count = stmt_columns(st);

	assert(count <= MOST_COLUMNS);
	for (int i = 0; i < count; i++) {
		ret_fields[i] = record_find_field(type, stmt_column_name(st, i));
		assert(ret_fields[i] != NULL);
	}
}

bool
row_list_read(struct stmt *st, const struct record_type *type, struct row_list *ret_list)
{
	struct row_list list = { .type = type };
	const struct field *fields[MOST_COLUMNS];

	while (stmt_next(st)) {
		if (list.count == 0)
			find_columns(st, type, fields);
		void *row = row_add(&list, type);
		for (int i = 0; i < stmt_columns(st); i++)
			read_field(st, i, fields[i], row);
	}
	return row_list_take(&list, stmt_close(st), ret_list);
}

bool
row_read_key(struct stmt *st, char **ret_key)
{
	char *key = stmt_next(st) ? mem_strdup(stmt_text(st, 0)) : NULL;

	if (!stmt_close(st)) {
		free(key);
		return false;
	}
	*ret_key = key;
	return true;
}

/* A key that the program makes is made now. */
static void
make_key(const struct record_type *type, void *row)
{
	char id[ULID_SIZE];

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		if ((field->flags & (FIELD_KEY | FIELD_MADE)) != (FIELD_KEY | FIELD_MADE) ||
		    record_text(field, row)[0] != '\0')
			continue;
		ulid_make(id);
		mem_replace(record_text_slot(field, row), id);
	}
}

bool
row_insert_in_set(struct session *session, const struct record_type *type, void *row,
    struct err *err)
{
	struct stmt st = { 0 };

	if (!record_check(type, row, err))
		return false;
	make_key(type, row);
	if (stmt_open(&st, session->db, row_sql_of(session, type, ROW_SQL_INSERT), err)) {
		bind_row(&st, type, row);
		stmt_run(&st);
	}
	if (!stmt_close(&st))
		return false;
	derive_note(session, type, row);
	return true;
}

/* A row that goes, or moves to another owner, leaves something to derive at the old one. */
static bool
note_before(struct session *session, const struct record_type *type, const char *key,
    struct err *err)
{
	if (!derive_follows(type))
		return true;
	void *before = mem_alloc(type->size);
	bool ok = row_get(session, type, key, before, err);

	if (ok)
		derive_note(session, type, before);
	record_done(type, before);
	free(before);
	return ok;
}

/* Somebody else may have deleted the row. */
static bool
close_one(struct stmt *st, const struct record_type *type, const char *key, struct err *err)
{
	int changes = stmt_changes(st);

	return stmt_close(st) && (changes > 0 || row_set_missing(type, key, err));
}

static bool
update(struct session *session, const struct record_type *type, void *row, const char *key,
    struct err *err)
{
	struct stmt st = { 0 };

	if (!note_before(session, type, key, err))
		return false;
	if (stmt_open(&st, session->db, row_sql_of(session, type, ROW_SQL_UPDATE), err)) {
		bind_row(&st, type, row);
		stmt_run(&st);
	}
	return close_one(&st, type, key, err);
}

bool
row_update_in_set(struct session *session, const struct record_type *type, void *row,
    struct err *err)
{
	struct buf key = { 0 };

	record_key(type, row, &key);
	bool ok = record_check(type, row, err) && update(session, type, row, buf_text(&key), err);
	buf_done(&key);
	if (ok)
		derive_note(session, type, row);
	return ok;
}

bool
row_save_in_set(struct session *session, const struct record_type *type, void *row,
    struct err *err)
{
	struct buf key = { 0 };
	bool found = false;

	record_key(type, row, &key);
	bool ok = row_exists(session, type, buf_text(&key), &found, err);
	buf_done(&key);
	if (!ok)
		return false;
	return found ? row_update_in_set(session, type, row, err) :
	    row_insert_in_set(session, type, row, err);
}

bool
row_delete_in_set(struct session *session, const struct record_type *type, const char *key,
    struct err *err)
{
	struct stmt st = { 0 };

	if (!note_before(session, type, key, err))
		return false;
	if (stmt_open(&st, session->db, row_sql_of(session, type, ROW_SQL_DELETE), err)) {
		bind_key(&st, type, key);
		stmt_run(&st);
	}
	return close_one(&st, type, key, err);
}

bool
row_save(struct session *session, const struct record_type *type, void *row, const char *what,
    struct err *err)
{
	return session_begin(session, what, NULL, err) &&
	    session_finish(session, row_save_in_set(session, type, row, err), NULL, err);
}

bool
row_delete(struct session *session, const struct record_type *type, const char *key,
    const char *what, struct err *err)
{
	return session_begin(session, what, NULL, err) &&
	    session_finish(session, row_delete_in_set(session, type, key, err), NULL, err);
}
