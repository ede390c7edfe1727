/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/functions.h -- the SQL functions that log triggers call
 *
 *	app_change(table, op, key, columns, ...)  is there anything to log? Makes
 *	                the line ready; refuses what may not be stored, and any
 *	                write outside a change set. The names of the columns come
 *	                in one text, then the values: of an update before and after
 *	                in turn. Triggers are read at every start: they are short.
 *	app_key(part, ...)                the parts joined by '/'
 *	app_node() app_nseq() app_tx() app_rowkey() app_data() app_hash()  the line
 *
 * A program without them, such as the sqlite3 shell, cannot write. app_node()
 * and app_tx() may stand in triggers of the schema as well.
 */
#ifndef STORE_FUNCTIONS_H
#define STORE_FUNCTIONS_H

#include <stdbool.h>

struct db;
struct err;

enum {
	FUNCTIONS_MOST_COLUMNS = 61,	/* SQLite gives a function 127 arguments */
};

bool functions_register(struct db *db, struct err *err);

#endif
