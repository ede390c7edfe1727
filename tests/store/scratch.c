/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test.h"
#include "scratch.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/stmt.h"

static const char tables_sql[] =
	"CREATE TABLE thing (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL COLLATE NOCASE UNIQUE,"
	" amount INTEGER CONSTRAINT amount_is_not_negative CHECK (amount >= 0), note TEXT) STRICT;"
	"CREATE TABLE pair (a TEXT NOT NULL REFERENCES thing, b INTEGER NOT NULL, word TEXT NOT NULL,"
	" PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;"
	"CREATE TABLE entry (id TEXT PRIMARY KEY NOT NULL, amount INTEGER NOT NULL) STRICT;"
	"CREATE TABLE loose (id TEXT PRIMARY KEY NOT NULL, value ANY) STRICT;"
	"CREATE TABLE total (id TEXT PRIMARY KEY NOT NULL, amount INTEGER NOT NULL) STRICT;"
	"CREATE TRIGGER entry_stays BEFORE DELETE ON entry"
	" BEGIN SELECT RAISE(ABORT, 'An entry stays.'); END;"
	"INSERT INTO meta_sync VALUES ('thing', 'merge'), ('pair', 'merge'), ('entry', 'replay'), ('loose', 'merge'),"
	" ('total', 'derived');"
	"INSERT INTO meta_group VALUES ('thing', 'name', 'title'), ('thing', 'note', 'title');";

/* A later script that is about the log alone. */
static const char *
step_named(const char *name)
{
	for (size_t i = 0; i < migration_count; i++)
		if (strcmp(migrations[i].name, name) == 0)
			return migrations[i].sql;
	fail_msg("no migration %s", name);
	return NULL;
}

const struct migration *
scratch_steps(void)
{
	static struct migration steps[SCRATCH_STEPS];

	steps[0] = migrations[0];
	steps[1] = (struct migration){ 2, "log-order", step_named("0012-log-order") };
	steps[2] = (struct migration){ 3, "one-order", step_named("0015-one-order-of-lines") };
	steps[3] = (struct migration){ 4, "tables", tables_sql };
	return steps;
}

int
scratch_setup(void **state)
{
	struct scratch *s = calloc(1, sizeof *s);
	const char *parent = getenv("TMPDIR");

	snprintf(s->folder, sizeof s->folder, "%s/nearsec-XXXXXX",
	    parent != NULL && strlen(parent) < 40 ? parent : "/tmp");
	if (mkdtemp(s->folder) == NULL || chmod(s->folder, 0777) != 0)
		return -1;
	snprintf(s->path, sizeof s->path, "%s/near.db", s->folder);
	*state = s;
	return 0;
}

static int
remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
	(void)about, (void)kind, (void)where;
	return remove(path);
}

int
scratch_teardown(void **state)
{
	struct scratch *s = *state;

	chmod(s->folder, 0777);
	nftw(s->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(s);
	return 0;
}

struct db *
scratch_try(struct scratch *s, enum db_access access)
{
	return db_open_steps(s->path, access, scratch_steps(), SCRATCH_STEPS, &s->err);
}

struct db *
scratch_open(struct scratch *s, enum db_access access)
{
	struct db *db = scratch_try(s, access);

	if (db == NULL)
		fail_msg("%s", s->err.text);
	return db;
}

struct db *
scratch_new(struct scratch *s)
{
	struct db *db = scratch_open(s, DB_CREATE);

	scratch_save(db, "INSERT INTO thing VALUES ('T1', 'first', 5, NULL)");
	return db;
}

static bool
save(struct db *db, const char *sql, int64_t *ret_number, struct err *err)
{
	struct change change = { .who = "Clerk One", .what = "edit thing", .place = "test" };

	if (!change_begin(db, &change, err))
		return false;
	if (stmt_exec(db, sql, err))
		return change_commit(db, NULL, ret_number, err);
	change_abort(db);
	return false;
}

int64_t
scratch_save(struct db *db, const char *sql)
{
	struct err err = { 0 };
	int64_t number = 0;

	if (!save(db, sql, &number, &err))
		fail_msg("%s: %s", sql, err.text);
	return number;
}

bool
scratch_try_save(struct db *db, const char *sql, struct err *err)
{
	return save(db, sql, NULL, err);
}

int64_t
scratch_number(struct db *db, const char *sql)
{
	struct err err = { 0 };
	int64_t number = -1;

	if (!db_number(db, sql, &number, &err))
		fail_msg("%s: %s", sql, err.text);
	return number;
}

struct heard {
	int count;
	char *said;
	size_t room;
};

static void
hear(void *context, const char *line)
{
	struct heard *heard = context;
	size_t length = strlen(heard->said);

	heard->count++;
	snprintf(heard->said + length, heard->room - length, "%s\n", line);
}

int
scratch_verify(struct db *db, char ret_said[500])
{
	struct heard heard = { .said = ret_said, .room = 500 };
	struct err err = { 0 };

	ret_said[0] = '\0';
	if (!change_verify(db, hear, &heard, NULL, &err))
		fail_msg("%s", err.text);
	return heard.count;
}

sqlite3 *
scratch_raw(const struct scratch *s)
{
	sqlite3 *raw = NULL;

	assert_int_equal(sqlite3_open_v2(s->path, &raw, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	return raw;
}

int
raw_try(sqlite3 *raw, const char *sql)
{
	return sqlite3_exec(raw, sql, NULL, NULL, NULL);
}

void
raw_exec(sqlite3 *raw, const char *sql)
{
	if (raw_try(raw, sql) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(raw));
}

bool
scratch_apart(bool (*body)(struct scratch *), struct scratch *s, bool as_nobody)
{
	enum { NOBODY = 65534 };
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		if (as_nobody && geteuid() == 0 && setresuid(NOBODY, NOBODY, NOBODY) != 0)
			_exit(2);
		_exit(body(s) ? 0 : 1);
	}
	return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
	    WEXITSTATUS(status) == 0;
}
