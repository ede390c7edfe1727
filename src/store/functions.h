/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/functions.h -- the SQL functions that generated triggers and log_line call
 *
 *	app_change(table)  is there anything to log of the row that is being changed?
 *	                Refuses what may not be stored, and any write outside a change set
 *	app_here()      1: a guard of a table that is not logged asks
 *	app_node() app_nseq() app_tx() app_table() app_rowkey() app_op() app_data()
 *	app_hash()      the line
 *
 * A program without them, such as the sqlite3 shell, cannot write. app_node()
 * and app_tx() may stand in triggers of the schema as well.
 */
#ifndef STORE_FUNCTIONS_H
#define STORE_FUNCTIONS_H

#include <stdbool.h>

struct db;
struct err;

bool functions_register(struct db *db, struct err *err);

#endif
