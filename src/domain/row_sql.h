/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * domain/row_sql.h -- the statements of a record type, from its table of fields
 *
 * Written once a session and type: to write them at every row took as long as
 * a twentieth of an import. Columns and parameters are the keys of the fields.
 */
#ifndef DOMAIN_ROW_SQL_H
#define DOMAIN_ROW_SQL_H

#include <stdbool.h>

struct field;
struct record_type;
struct session;

enum row_sql_what {
	ROW_SQL_SELECT,		/* every stored field in order, of all rows: WHERE may follow */
	ROW_SQL_FIND,		/* of the row with that key */
	ROW_SQL_INSERT,
	ROW_SQL_UPDATE,		/* by its key, as is the next */
	ROW_SQL_DELETE,
	ROW_SQL_COUNT,
};

/* Borrowed from the session. */
const char *row_sql_of(struct session *session, const struct record_type *type,
    enum row_sql_what what);

struct row_sql;
void row_sql_free(struct row_sql *first);	/* NULL is fine; session_close calls it */

/* Is there a column for it? */
bool row_sql_stores(const struct field *field);

#endif
