/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scratch.h -- a file of records in a folder of its own, for tests of the store
 *
 * Its tables are three small ones instead of the program's, so that these
 * tests stay as they are when a migration is added.
 *
 *	thing (id, name NOCASE, amount, note)	merge
 *	pair (a, b, word)			merge, a key of two parts
 *	entry (id, amount)			replay
 *	total (id, amount)			derived
 */
#ifndef SCRATCH_H
#define SCRATCH_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "store/change.h"
#include "store/db.h"
#include "store/migrate.h"

struct scratch {
	char folder[64];
	char path[96];		/* folder/near.db: not made yet */
	struct err err;
};

/* The log of the program itself, then the tables above. */
enum { SCRATCH_STEPS = 4 };
const struct migration *scratch_steps(void);

/* For cmocka's setup and teardown: *state is a struct scratch. */
int scratch_setup(void **state);
int scratch_teardown(void **state);

/* NULL when refused, with s->err. */
struct db *scratch_try(struct scratch *s, enum db_access access);
struct db *scratch_open(struct scratch *s, enum db_access access);	/* must succeed */

/* A new file with a row "T1" in thing. */
struct db *scratch_new(struct scratch *s);

/* One change set around sql. The number; the test fails if it is refused. */
int64_t scratch_save(struct db *db, const char *sql);

/* The same, to be refused: false with the words in err. */
bool scratch_try_save(struct db *db, const char *sql, struct err *err);

int64_t scratch_number(struct db *db, const char *sql);

/* Faults that change_verify finds; the first 500 bytes of them in ret_said. */
int scratch_verify(struct db *db, char ret_said[500]);

/* A connection that knows nothing of this program, as the sqlite3 shell. */
sqlite3 *scratch_raw(const struct scratch *s);
void raw_exec(sqlite3 *raw, const char *sql);			/* must succeed */
int raw_try(sqlite3 *raw, const char *sql);			/* SQLite's code */

/*
 * Run body in a process of its own and wait for it: true if it returned true.
 * as_nobody gives up the rights of root where the tests have them.
 */
bool scratch_apart(bool (*body)(struct scratch *), struct scratch *s, bool as_nobody);

#endif
