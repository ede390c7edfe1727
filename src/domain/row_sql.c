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

static void
write_select(struct buf *sql, const struct record_type *type)
{
	buf_add(sql, "SELECT ");
	add_columns(sql, type, "");
	buf_addf(sql, " FROM %s", type->key);
}

static void
write_find(struct buf *sql, const struct record_type *type)
{
	write_select(sql, type);
	add_where_key(sql, type);
}

static void
write_insert(struct buf *sql, const struct record_type *type)
{
	buf_addf(sql, "INSERT INTO %s (", type->key);
	add_columns(sql, type, "");
	buf_add(sql, ") VALUES (");
	add_columns(sql, type, ":");
	buf_add(sql, ")");
}

static void
write_update(struct buf *sql, const struct record_type *type)
{
	buf_addf(sql, "UPDATE %s SET ", type->key);
	add_matches(sql, type, false, ", ");
	add_where_key(sql, type);
}

static void
write_delete(struct buf *sql, const struct record_type *type)
{
	buf_addf(sql, "DELETE FROM %s", type->key);
	add_where_key(sql, type);
}

static void (*const writers[ROW_SQL_COUNT])(struct buf *sql, const struct record_type *type) = {
	[ROW_SQL_SELECT] = write_select,
	[ROW_SQL_FIND] = write_find,
	[ROW_SQL_INSERT] = write_insert,
	[ROW_SQL_UPDATE] = write_update,
	[ROW_SQL_DELETE] = write_delete,
};

/* The statements of one type; NULL: not asked for yet. */
struct row_sql {
	struct row_sql *next;
	const struct record_type *type;
	char *text[ROW_SQL_COUNT];
};

static struct row_sql *
find_type(struct session *session, const struct record_type *type)
{
	struct row_sql *known = session->row_sql;

	while (known != NULL && known->type != type)
		known = known->next;
	if (known == NULL) {
		known = mem_alloc(sizeof *known);
		known->type = type;
		known->next = session->row_sql;
		session->row_sql = known;
	}
	return known;
}

const char *
row_sql_of(struct session *session, const struct record_type *type, enum row_sql_what what)
{
	struct row_sql *known = find_type(session, type);

	if (known->text[what] == NULL) {
		struct buf sql = { 0 };

		writers[what](&sql, type);
		known->text[what] = buf_take(&sql);
	}
	return known->text[what];
}

void
row_sql_free(struct row_sql *first)
{
	while (first != NULL) {
		struct row_sql *next = first->next;

		for (size_t i = 0; i < ROW_SQL_COUNT; i++)
			free(first->text[i]);
		free(first);
		first = next;
	}
}
