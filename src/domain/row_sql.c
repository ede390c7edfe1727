/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "domain/row_sql.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/record.h"
#include "domain/session.h"

bool
row_sql_stores(const struct field *field)
{
	return (field->flags & FIELD_COMPUTED) == 0;
}

static void
add_columns(struct buf *sql, const struct record_type *type, const char *before)
{
	const char *between = "";

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		if (!row_sql_stores(field))
			continue;
		buf_add(sql, between);
		buf_add(sql, before);
		buf_add(sql, field->key);
		between = ", ";
	}
}

static void
add_matches(struct buf *sql, const struct record_type *type, bool keys, const char *between)
{
	const char *separator = "";

	for (const struct field *field = type->fields; field->key != NULL; field++) {
		if (!row_sql_stores(field) || ((field->flags & FIELD_KEY) != 0) != keys)
			continue;
		buf_add(sql, separator);
		buf_add(sql, field->key);
		buf_add(sql, " = :");
		buf_add(sql, field->key);
		separator = between;
	}
}

static void
add_where_key(struct buf *sql, const struct record_type *type)
{
	buf_add(sql, " WHERE ");
	add_matches(sql, type, true, " AND ");
}

static char *
write_select(const struct record_type *type, bool by_key)
{
	struct buf sql = { 0 };

	buf_add(&sql, "SELECT ");
	add_columns(&sql, type, "");
	buf_addf(&sql, " FROM %s", type->key);
	if (by_key)
		add_where_key(&sql, type);
	return buf_take(&sql);
}

static char *
write_delete(const struct record_type *type)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "DELETE FROM %s", type->key);
	add_where_key(&sql, type);
	return buf_take(&sql);
}

static char *
write_insert(const struct record_type *type)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "INSERT INTO %s (", type->key);
	add_columns(&sql, type, "");
	buf_add(&sql, ") VALUES (");
	add_columns(&sql, type, ":");
	buf_add(&sql, ")");
	return buf_take(&sql);
}

static char *
write_update(const struct record_type *type)
{
	struct buf sql = { 0 };

	buf_addf(&sql, "UPDATE %s SET ", type->key);
	add_matches(&sql, type, false, ", ");
	add_where_key(&sql, type);
	return buf_take(&sql);
}

const struct row_sql *
row_sql_of(struct session *session, const struct record_type *type)
{
	struct row_sql *sql = session->row_sql;

	while (sql != NULL && sql->type != type)
		sql = sql->next;
	if (sql != NULL)
		return sql;
	sql = mem_alloc(sizeof *sql);
	*sql = (struct row_sql){
		.next = session->row_sql, .type = type,
		.select = write_select(type, false), .find = write_select(type, true),
		.insert = write_insert(type), .update = write_update(type),
		.delete = write_delete(type),
	};
	session->row_sql = sql;
	return sql;
}

void
row_sql_free(struct row_sql *first)
{
	while (first != NULL) {
		struct row_sql *next = first->next;

		free(first->select);
		free(first->find);
		free(first->insert);
		free(first->update);
		free(first->delete);
		free(first);
		first = next;
	}
}
