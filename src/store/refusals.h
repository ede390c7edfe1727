/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store/refusals.h -- the words for what the schema itself refuses
 *
 * SQL cannot mark a string for translation. So every message of a RAISE in
 * store/sql/, and every constraint that deserves better words than the general
 * ones, has a row in refusals.c; a test holds that table against the schema.
 */
#ifndef STORE_REFUSALS_H
#define STORE_REFUSALS_H

/*
 * said is a RAISE message, or what SQLite prints after "constraint failed: ":
 * "table.column" for UNIQUE and NOT NULL, the name of a CHECK. The message to
 * translate, or NULL where none was written down.
 */
const char *refusal_find(const char *said);

#endif
