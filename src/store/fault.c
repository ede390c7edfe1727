/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/fault.h"

#include <errno.h>
#include <string.h>

#include "base/messages.h"
#include "store/db_private.h"
#include "store/refusals.h"

static bool
busy(const struct db *db, struct err *err)
{
	(void)db;
	return err_set(err, ERR_BUSY,
	    _("Another program is writing to the records. Try again in a moment."));
}

static bool
full(const struct db *db, struct err *err)
{
	(void)db;
	return err_set(err, ERR_SYSTEM,
	    _("The disk is full. This was not saved; what was saved before is safe. Free some room and try again."));
}

static bool
unreadable(const struct db *db, struct err *err)
{
	int number = sqlite3_system_errno(db->raw);

	/* SQLite does not keep it for a COMMIT. */
	if (number == 0)
		number = errno;
	/* A limit on file sizes or a quota is a full disk under another name. */
	if (number == ENOSPC || number == EDQUOT || number == EFBIG)
		return full(db, err);
	return err_set(err, ERR_SYSTEM, _("The disk could not be read or written (%s). This was not saved."),
	    number != 0 ? strerror(number) : sqlite3_errmsg(db->raw));
}

bool
fault_set_read_only(const struct db *db, struct err *err)
{
	if (db->lock == DB_LOCK_FOLDER)
		return err_set(err, ERR_READ_ONLY,
		    _("You may read %s but not save: the folder it lies in is not writable for you."), db->path);
	if (db->lock == DB_LOCK_FILE)
		return err_set(err, ERR_READ_ONLY,
		    _("You may read %s but not save: the file is not writable for you."), db->path);
	return err_set(err, ERR_READ_ONLY, _("The records were opened for reading only."));
}

static bool
unwritable(const struct db *db, struct err *err)
{
	if (db->lock != DB_LOCK_NONE)
		return fault_set_read_only(db, err);
	return err_set(err, ERR_READ_ONLY, _("%s can no longer be written to. This was not saved."),
	    db->path);
}

static bool
damaged(const struct db *db, struct err *err)
{
	return err_set(err, ERR_FILE,
	    _("%s is damaged. It was left as it is: keep a copy of it and restore the last backup."),
	    db->path);
}

static bool
foreign(const struct db *db, struct err *err)
{
	return err_set(err, ERR_FILE, _("%s is not a file of this program."), db->path);
}

static bool
closed(const struct db *db, struct err *err)
{
	return err_set(err, ERR_FILE,
	    _("%s cannot be opened together with its -wal and -shm files. Their folder must be writable for everyone who works with it."),
	    db->path);
}

static bool
cancelled(const struct db *db, struct err *err)
{
	(void)db;
	return err_set(err, ERR_CANCELLED, _("Stopped."));
}

static const struct {
	int code;		/* the low byte of SQLite's */
	bool (*tell)(const struct db *db, struct err *err);
} tellers[] = {
	{ SQLITE_BUSY, busy },
	{ SQLITE_LOCKED, busy },
	{ SQLITE_FULL, full },
	{ SQLITE_IOERR, unreadable },
	{ SQLITE_READONLY, unwritable },
	{ SQLITE_PERM, unwritable },
	{ SQLITE_CORRUPT, damaged },
	{ SQLITE_NOTADB, foreign },
	{ SQLITE_CANTOPEN, closed },
	{ SQLITE_INTERRUPT, cancelled },
};

enum {
	MOST_NAMED = 60,	/* bytes: column names are shown, the SQL of a long CHECK is not */
};

/* For constraints without words of their own; the column is added. */
static const struct {
	int code;
	const char *words;
} general_words[] = {
	{ SQLITE_CONSTRAINT_UNIQUE, N_("There is already a record with this value.") },
	{ SQLITE_CONSTRAINT_PRIMARYKEY, N_("There is already a record with this key.") },
	{ SQLITE_CONSTRAINT_ROWID, N_("There is already a record with this key.") },
	{ SQLITE_CONSTRAINT_NOTNULL, N_("A value is missing.") },
	{ SQLITE_CONSTRAINT_CHECK, N_("A value is not allowed.") },
	{ SQLITE_CONSTRAINT_DATATYPE, N_("A value is not of the kind its column takes.") },
};

/* "UNIQUE constraint failed: body.code" -> "body.code" */
static const char *
constraint_of(const char *said)
{
	const char *mark = strstr(said, "constraint failed: ");

	return mark != NULL ? mark + strlen("constraint failed: ") : said;
}

/* "body.code" names the field "code"; a list of columns names none. */
static void
name_field(struct err *err, const char *constraint)
{
	const char *dot = strchr(constraint, '.');

	if (dot != NULL && strpbrk(constraint, ", ()") == NULL)
		err_at(err, dot + 1);
}

static const char *
find_general_words(int code)
{
	for (size_t i = 0; i < sizeof general_words / sizeof general_words[0]; i++)
		if (general_words[i].code == code)
			return general_words[i].words;
	return NULL;
}

static bool
refused(const struct db *db, int code, struct err *err)
{
	const char *constraint = constraint_of(sqlite3_errmsg(db->raw));
	const char *own = refusal_find(constraint);
	const char *general = find_general_words(code);

	if (own != NULL)
		err_set(err, ERR_RULE, "%s", message_show(own));
	else if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
		err_set(err, ERR_RULE,
		    _("Other records refer to this one, or it refers to one that does not exist."));
	else if (general != NULL && strlen(constraint) <= MOST_NAMED)
		err_set(err, ERR_RULE, "%s (%s)", message_show(general), constraint);
	else if (general != NULL)
		err_set(err, ERR_RULE, "%s", message_show(general));
	else
		err_set(err, ERR_RULE, "%s", message_show(constraint));	/* our functions' */
	name_field(err, constraint);
	return false;
}

bool
fault_set(const struct db *db, struct err *err)
{
	int code = sqlite3_extended_errcode(db->raw);

	if ((code & 0xFF) == SQLITE_CONSTRAINT)
		return refused(db, code, err);
	for (size_t i = 0; i < sizeof tellers / sizeof tellers[0]; i++)
		if (tellers[i].code == (code & 0xFF))
			return tellers[i].tell(db, err);
	return err_set(err, ERR_SYSTEM, _("The records could not be read or written: %s"),
	    sqlite3_errmsg(db->raw));
}
